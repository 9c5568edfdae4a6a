"""What holds for any text: it is read or refused with a letter, everything stands where it says, decks come back."""

from __future__ import annotations

import tempfile
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizgen import article, check, deck, source
from quizgen.deck import Budget
from quizgen.errors import QuizgenError
from quizgen.formats import read, write
from quizgen.items import Deck
from quizgen.language import simplify
from quizgen.source.clean import plain
from quizgen.update import stamped
from tests.samples import DECKS, KEPT, SAMPLES, learner, sample_deck
from tests.test_article import assert_whole

#: what news is made of
NEWS = """
9月14日至15日 2025年 昨天 民國114年 上半年 20% 高達100% 百分之二十 3000億美元 兩千億 第四輪 21比15 貝森特
何立峰 習近平 美國財政部長 國務院副總理 中國商務部 歐盟 復旦大學 馬德里 西班牙 日內瓦、倫敦和馬德里 分別在 舉行會談
， 。 ！ ？ 、 ： 「 」 『 』 （ ） 《 》 …… — 在 於 是 的 了 和 由 降至 加徵 關稅 以打擊芬太尼為由 因為 所以 他 該國 該
問： 答： 記者： 圖為 （新華社） （路透） TikTok COVID-19
"""
#: what breaks readers of it
ODD = """
① Ⅳ ㎞ ﹪ 〇 零 廿 卅 兩 ０９ ：30 12:30 -5°C +3 1,234.5 1/3 https://example.org/?a=1&b=2 | [x] {{c1::x}} }} :: <b>&amp;
\\ ' " # - * _ ` é 豈 ⽉ 𠮷 㐀 😀 か ㊗️ 2025年2月30日 0% 零比零 第〇輪 一一一一 ……。
"""
DIRT = ["\x00", "\x1f", "\ud800", "\ufeff", "\u200b", "\u2028", "\t", "\r\n", "\x7f", "\u2001", "\n\n", "　", "\n", " "]
PIECES = [*NEWS.split(), "（Scott Bessent）", "2025 年 9 月 18 日", "\n", " "]

texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from([*PIECES, *ODD.split(), *DIRT]), st.text(max_size=3)), max_size=30).map("".join),
    st.text(alphabet="中美國在月日年億第%0129，。\n（）A ", max_size=60),
    st.text(max_size=60),
)
#: building takes some milliseconds, and the first one loads the dictionaries
slow = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def prose() -> str:
    """Both sample articles, to be cut and mixed."""
    return "\n".join((DECKS / f"{name}.txt").read_text(encoding="utf-8") for name in SAMPLES)


def built(text: str) -> Deck | None:
    """The deck of any text, with everything in it sound; None where it was refused with a letter."""
    try:
        told = source.read(text.encode("utf-8", "surrogatepass"), "-")
    except QuizgenError as error:
        assert error.what and error.where and error.do and "\n" not in str(error)
        return None
    assert source.clean(told.text) == told.text
    whole = article.read(told)
    assert_whole(whole)
    made = deck.make(whole, learner(), Budget(None, None))
    assert check.verify(made, whole.text) == []
    return made


@given(texts)
@settings(max_examples=400, deadline=None)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = source.clean(text)
    assert source.clean(once) == once
    assert source.clean(plain(once)) == source.clean(source.clean(plain(once)))
    assert once.encode("utf-8").decode() == once


@given(texts)
@settings(max_examples=400, deadline=None)
def test_simplifying_keeps_every_place(text: str) -> None:
    text = source.clean(text)
    assert len(simplify(text)) == len(text)
    assert simplify(simplify(text)) == simplify(text)


@given(st.binary(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_read_or_refused_with_a_letter(data: bytes) -> None:
    for where in ("a.txt", "a.md"):
        try:
            assert source.read(data, where).text
        except QuizgenError as error:
            assert error.where.startswith(where) and error.do and "\n" not in str(error)


@given(texts)
@slow
def test_any_text_becomes_a_sound_deck_or_a_letter(text: str) -> None:
    built(text)


@given(st.data())
@slow
def test_any_cut_of_news_becomes_a_sound_deck(data: st.DataObject) -> None:
    text = prose()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6)))
    pieces = [text[a:b][:120] for a, b in pairwise(cuts)]
    built(data.draw(st.sampled_from(["", "。", "\n", "，"])).join(reversed(pieces)))


@given(texts, st.sampled_from(KEPT))
@settings(parent=slow, max_examples=60)
def test_any_deck_comes_back_from_its_file(text: str, suffix: str) -> None:
    made = built(f"港珠澳大橋2018年10月24日正式通車。{text}")
    assert made is not None
    comes_back(made, suffix)


@pytest.mark.parametrize("suffix", KEPT)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_deck_of_a_sample_comes_back_from_its_file(name: str, suffix: str) -> None:
    comes_back(sample_deck(name), suffix)


def comes_back(made: Deck, suffix: str) -> None:
    deck_ = stamped(made, 1_763_800_000)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"deck{suffix}"
        write(deck_, path)
        assert read(path) == deck_
        assert [p.name for p in Path(folder).iterdir()] == [path.name]
