"""The teacher's page: every question once with its key, ruby only above the level, nothing that runs."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from random import Random

import pytest

from quizgen.items import Article, Card, Line, Mark, Note, Sentence, Source, Token
from quizgen.quiz.page import page

TITLE = "關稅 <b>休兵</b>"
TEXT = f"{TITLE}\n轉折\n何立峰在日內瓦會談。5月12日發表聲明。\n此後，談判轉入下一階段 & 落實。"


def _article() -> Article:
    sentences = []
    for role, text in zip(("heading", "heading", "prose", "prose"), TEXT.split("\n"), strict=True):
        start = TEXT.index(text)
        line = Line(text, text, start, role, "")
        for match in re.finditer("[^。]+。?", text):
            at = start + match.start()
            tokens = tuple(
                Token(word, at + match[0].index(word), at + match[0].index(word) + len(word), word, reading)
                for word, reading in (
                    ("會談", "hui4 tan2"),
                    ("12日", "ri4"),
                    ("發表", "fa1 biao3"),
                    ("談判", "tan2 pan4"),
                )
                if word in match[0]
            )
            sentences.append(Sentence(line, match[0], match[0], at, tokens, ()))
    return Article(
        Source("a", TITLE, "2025-05-12", "https://example.org/?a=1&b=2", ""), TEXT, tuple(sentences), "zh-Hant-TW"
    )


def _cards() -> list[Card]:
    evidence = "何立峰在日內瓦會談。"
    fields = {"Question": "會談在哪裏 <i>舉行</i>？", "Answer": "日內瓦", "Evidence": evidence, "Gloss": "Geneva"}
    fact = Note("fact", "f", fields, (Mark("Evidence", 4, 7, "answer"),))
    open_ = Note(
        "fact",
        "g",
        {"Question": "談判怎麼樣？", "Answer": "轉入下一階段", "Evidence": "此後，談判轉入下一階段 & 落實。"},
    )
    word = Note(
        "word", "w", {"Hanzi": "會談", "Pinyin": "huìtán", "English": "talks", "Sentence": "何立峰在日內瓦會談"}
    )
    return [
        Card(word, "Recognition", "會談", "talks", ()),
        Card(fact, "Ask", fields["Question"], "日內瓦", ("倫敦", "馬德里", "巴黎")),
        Card(open_, "Ask", open_.fields["Question"], "轉入下一階段", ()),
    ]


@pytest.fixture(scope="module")
def html() -> str:
    return page(_article(), _cards(), lambda word: word == "發表", Random(1))


def test_every_question_stands_once_with_its_key(html: str) -> None:
    questions, key = html.split('<section class="key">')
    assert questions.count("會談在哪裏 &lt;i&gt;舉行&lt;/i&gt;？") == questions.count("談判怎麼樣？") == 1
    letter = re.search(r"(\w)\) 日內瓦", questions)
    assert letter and f"<b>{letter[1]}) 日內瓦</b>" in key and "<mark>日內瓦</mark>" in key
    assert "<b>轉入下一階段</b>" in key
    assert [int(n) for n in re.findall(r'<ol class="questions" start="(\d+)">', questions)] == [1]


def test_ruby_stands_over_the_words_above_the_level_only(html: str) -> None:
    assert "<ruby>會談<rt>huìtán</rt></ruby>" in html and "<ruby>談判<rt>tánpàn</rt></ruby>" in html
    assert html.count("<ruby>") == 2


def test_the_article_is_whole(html: str) -> None:
    text = re.sub(r"<rt>.*?</rt>|<[^>]+>", "", html.split('<section class="key">')[0])
    for line in TEXT.split("\n")[1:]:
        assert line.replace("&", "&amp;") in text


def test_nothing_runs_and_nothing_is_fetched(html: str) -> None:
    assert not re.search(r"<script|<link|<img|@import|url\(|https?://(?!example)|javascript:", html)
    assert "&lt;b&gt;休兵&lt;/b&gt;" in html and "?a=1&amp;b=2" in html


def test_tags_are_closed(html: str) -> None:
    class Tags(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: object) -> None:
            if tag != "meta":
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert self.open.pop() == tag

    tags = Tags()
    tags.feed(html)
    assert tags.open == []
