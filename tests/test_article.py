"""Source -> article: sentences with their words and facts, each where it says it is."""

from __future__ import annotations

import re

import pytest

from quizgen.article import BARS, is_chinese
from quizgen.items import Article, Fact, Part
from tests.samples import SAMPLES, read, sample

INTERVIEW = """王小明談大橋

記者：大橋是什麼時候通車的？
王小明：2018年10月24日。全長55公里！
記者：「三地的距離近了嗎？」很多人這樣問……
王小明：近了（從三個多小時到45分鐘）。

圖為港珠澳大橋。（資料圖片）
（責任編輯：李小紅）"""


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in read(text).sentences]


def spans(article: Article) -> list[tuple[int, int]]:
    return [(token.start, token.end) for sentence in article.sentences for token in sentence.tokens]


def tokens(text: str) -> list[str]:
    return [token.text for sentence in read(text).sentences for token in sentence.tokens]


def assert_whole(article: Article) -> None:
    """Everything stands where it says, in both scripts, in order, and nothing crosses what bars it."""
    text, last = article.text, 0
    for sentence in article.sentences:
        line = sentence.line
        assert last <= sentence.start < sentence.end <= line.start + len(line.text)
        assert text[line.start : line.start + len(line.text)] == line.text
        assert text[sentence.start : sentence.end] == sentence.text
        assert len(line.simplified) == len(line.text)
        assert len(sentence.simplified) == len(sentence.text)
        last, at = sentence.end, sentence.start
        known = {(fact.start, fact.end) for fact in sentence.facts}
        for token in sentence.tokens:
            assert at <= token.start < token.end <= sentence.end
            assert text[token.start : token.end] == token.text
            assert len(token.word) == len(token.text)
            assert (token.start, token.end) in known or not re.search(r"[，。！？、：；「」『』（）《》\s]", token.text)
            at = token.end
        for fact in sentence.facts:
            assert sentence.start <= fact.start < fact.end <= sentence.end
            for span in (fact, *fact.parts):
                assert text[span.start : span.end] == span.text, span


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_whole(name: str) -> None:
    assert_whole(sample(name))


@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_crosses_a_name_or_a_figure(name: str) -> None:
    barred = [(s.tokens, fact) for s in sample(name).sentences for fact in s.facts if fact.kind in BARS]
    assert len(barred) > 20
    for words, fact in barred:
        crossing = [t for t in words if t.start < fact.start < t.end or t.start < fact.end < t.end]
        assert not crossing, (fact, crossing)


def test_an_interview_is_cut_at_its_turns_and_closing_marks() -> None:
    assert sentences(INTERVIEW) == [
        "王小明談大橋",
        "大橋是什麼時候通車的？",
        "2018年10月24日。",
        "全長55公里！",
        "「三地的距離近了嗎？」",
        "很多人這樣問……",
        "近了（從三個多小時到45分鐘）。",
        "圖為港珠澳大橋。",
        "（資料圖片）",
    ]


def test_an_interview_is_whole() -> None:
    article = read(INTERVIEW)
    assert_whole(article)
    speakers = [sentence.line.speaker for sentence in article.sentences]
    assert speakers == ["", "記者", "王小明", "王小明", "記者", "記者", "王小明", "", ""]


def test_words_are_cut_in_simplified_and_shown_as_written() -> None:
    told = [(t.text, t.word) for s in read("雙方舉行會談。").sentences for t in s.tokens]
    assert told == [("雙方", "双方"), ("舉行", "举行"), ("會談", "会谈")]


def test_names_and_figures_are_one_token() -> None:
    words = tokens("9月14日至15日，貝森特（Scott Bessent）在馬德里說，關稅由145%降至30%。")
    assert {"9月14日至15日", "貝森特", "馬德里", "145%", "30%"} <= set(words)


def test_a_body_that_is_written_otherwise_than_the_dictionary_has_it_is_one_token() -> None:
    """五角大廈 is 五角大樓 there, and neither a pentagon nor a mansion."""
    assert "五角大廈" in tokens("五角大廈發言人表示不評論。")


@pytest.mark.parametrize(
    ("text", "lang"),
    [("港珠澳大橋正式通車。", "zh-Hant-TW"), ("港珠澳大桥正式通车。", "zh-Hans"), ("大橋嘅車喺邊度？", "zh-Hant-HK")],
)
def test_the_script_is_told(text: str, lang: str) -> None:
    assert read(text).lang.startswith(lang[:7])


def test_the_same_article_in_both_scripts_has_the_same_words() -> None:
    from quizgen.language import simplify

    text = sample("us-china-talks-2025").text
    traditional, simplified = read(text), read(simplify(text))
    assert spans(traditional) == spans(simplified)


@pytest.mark.parametrize(("text", "reading"), [("解先生报警。", "Xie4"), ("她是葛女士。", "Ge3")])
def test_a_surname_alone_is_read_as_one(text: str, reading: str) -> None:
    """Not as a rendering of a foreign name, though no given name follows."""
    assert reading in [token.reading for sentence in read(text).sentences for token in sentence.tokens]


@pytest.mark.parametrize(
    ("name", "latin", "chinese"),
    [
        ("岑子杰", "", True),
        ("岑子杰", "Jimmy Sham", True),
        ("陈茂波", "Paul Chan", True),
        ("黎智英", "Jimmy Lai", True),
        ("李克强", "", True),
        ("卓荣泰", "Cho Jung-tai", True),
        ("贝森特", "Scott Bessent", False),
        ("穆雷", "", False),
        ("马克龙", "", False),
        ("伊维拉", "Ngozi Okonjo-Iweala", False),
        ("宾拉登", "Osama bin Laden", False),
    ],
)
def test_names_of_chinese_form_are_told_from_renderings(name: str, latin: str, chinese: bool) -> None:
    parts = (Part("latin", latin, 4, 4 + len(latin)),) if latin else ()
    assert is_chinese(Fact("person", name, 0, len(name), name, "test", parts)) is chinese


def test_a_name_that_is_one_word_is_read_with_a_capital() -> None:
    article = read("特斯拉在德勒斯登設廠。探測器在艾特肯盆地著陸。")
    read_as = {token.text: token.reading for sentence in article.sentences for token in sentence.tokens}
    assert all(read_as[name][0].isupper() for name in ("特斯拉", "德勒斯登", "艾特肯盆地"))
    assert read_as["設廠"] == "she4 chang3"
