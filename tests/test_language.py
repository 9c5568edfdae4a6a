"""Script, words, names, senses and levels; tests/cases/language says what is right, a line a case.

A line that opens with ? is known to fail, strictly: the day it passes, the mark must go.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.errors import QuizgenError, UsageError
from quizgen.language import (
    entries,
    gloss_of_name,
    language_of,
    marked,
    part_of_speech,
    proper,
    segment,
    simplify,
    standard,
)
from quizgen.language.senses import readable

CASES = Path(__file__).parent / "cases" / "language"
LETTERS = "中美元首会晤會見面了一次看到才能，。「」A1 裏著着斯尔特\u3000𠮷\U0001f600\n"
CHINESE = st.text(alphabet=st.sampled_from(LETTERS), max_size=40)


def cases(name: str) -> list[object]:
    """The lines of a file, each with its number as the test's id."""
    found: list[object] = []
    for number, raw in enumerate((CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if line and not line.startswith("#"):
            marks = [pytest.mark.xfail(strict=True, reason="known to fail")] if line.startswith("?") else []
            found.append(pytest.param(line.removeprefix("?"), id=f"{name}:{number}", marks=marks))
    return found


def halves(line: str) -> tuple[str, str]:
    left, _, right = line.partition(" =")
    return left, right.strip()


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in segment(simplify(text))]


# ---------------------------------------------------------------- script


@pytest.mark.parametrize("line", cases("script"))
def test_simplify(line: str) -> None:
    text, wanted = halves(line)
    assert simplify(text) == wanted


@pytest.mark.parametrize("line", cases("lang"))
def test_language_of(line: str) -> None:
    text, wanted = halves(line)
    assert language_of(text) == wanted


@given(st.one_of(st.text(max_size=60), CHINESE))
def test_simplify_keeps_every_length(text: str) -> None:
    text = text.encode("utf-8", "ignore").decode()
    assert len(simplify(text)) == len(text)


# ---------------------------------------------------------------- words


@pytest.mark.parametrize("line", cases("segment"))
def test_segment(line: str) -> None:
    wanted = [word for word in line.split() if word[0].isalnum()]
    assert words(_without_blanks(line)) == wanted


def _without_blanks(line: str) -> str:
    """The text as it is written: a blank stays only between words of Latin letters or digits."""
    text = ""
    for word in line.split():
        text += " " + word if text[-1:].isascii() and text and word.isascii() else word
    return text


@given(CHINESE)
def test_words_are_in_order_and_leave_out_only_what_is_no_letter(text: str) -> None:
    spans = segment(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    covered = {i for a, b in spans for i in range(a, b)}
    left = [c for i, c in enumerate(text) if i not in covered]
    assert not any("\u4e00" <= c <= "\u9fff" or (c.isascii() and c.isalnum()) for c in left)


@given(CHINESE, st.integers(0, 20), st.integers(1, 20))
def test_a_bar_is_one_word_and_none_crosses_it(text: str, start: int, length: int) -> None:
    bar = (start, start + length)
    if bar[1] <= len(text):
        spans = segment(text, [bar])
        assert bar in spans
        assert all(b <= bar[0] or a >= bar[1] for a, b in spans if (a, b) != bar)


def test_jieba_writes_nothing_and_knows_parts_of_speech(capfd: pytest.CaptureFixture[str]) -> None:
    assert words("關稅問題") == ["關稅", "問題"]
    assert (part_of_speech("关税"), part_of_speech("阻止"), part_of_speech("不是一个词")) == ("n", "v", "")
    assert capfd.readouterr() == ("", "")


# ---------------------------------------------------------------- dictionary, names, senses


def test_entries_by_either_script_and_in_the_dictionarys_order() -> None:
    assert [e.pinyin for e in entries("长")] == [e.pinyin for e in entries("長")] == ["chang2", "zhang3"]
    assert {e.traditional for e in entries("制")} == {"制", "製"}
    assert entries("欧盟")[0].is_proper and not entries("关税")[0].is_proper
    assert entries("没有这个词") == ()
    assert [e.simplified for word in ("%", "龜", "乾淨", "臺灣", "後") for e in entries(word)] == [
        "%",
        *["龟"] * 3,
        "干净",
        "台湾",
        "后",
    ]


@pytest.mark.parametrize("line", cases("name"))
def test_names(line: str) -> None:
    word, wanted = halves(line)
    assert ", ".join(filter(None, (proper(word), gloss_of_name(word)))) == wanted


@pytest.mark.parametrize("line", cases("sense"))
def test_senses(line: str) -> None:
    left, wanted = halves(line)
    word, *rest = left.split()
    reading = " ".join(part for part in rest if part[-1].isdigit())
    used, form = (next((p for p in rest if p.isalpha() and p.isascii() == ascii_), "") for ascii_ in (True, False))
    [entry] = [e for e in entries(word) if e.pinyin == reading and form in ("", e.traditional)]
    assert "; ".join(readable(entry.senses, True, marked, used).shown) == wanted


def test_measure_words_and_taiwans_reading_are_no_senses() -> None:
    [company] = entries("企业")
    assert readable(company.senses, True, marked).measures == ("家",)
    [world] = entries("世界")
    assert readable(world.senses, False, marked).measures == ("个",)


def test_a_surname_or_variant_is_told_only_of_what_is_nothing_else() -> None:
    senses = ["towards", "surname Xiang", "variant of 分[fen4]"]
    assert readable(senses, True, marked) == (("towards",), (), ())
    assert readable(senses[1:2], True, marked).shown == ("surname Xiang",)
    period = entries("期")[-1]
    senses = readable(period.senses, True, marked)
    assert not any("Taiwan" in sense for sense in (*senses.shown, *senses.more))


# ---------------------------------------------------------------- levels


def test_levels_of_the_named_standards() -> None:
    ours = standard()
    assert (ours.name, ours.level("谈判"), ours.level("关税"), ours.level("没有这个词")) == ("hsk2025", 6, 7, None)
    assert (ours.label(7), ours.label(None)) == ("7–9", "")
    assert [ours.parse(level) for level in ("4", "7", "8", "7-9", "7–9", " 1 ")] == [4, 7, 7, 7, 7, 1]
    assert (standard("hsk2021").level("谈判"), standard("hsk2010").level("谈判")) == (3, 5)
    assert ours.held(1) == 300 and ours.held(7) == 10896


def test_a_level_or_standard_that_does_not_exist_says_what_does() -> None:
    with pytest.raises(UsageError, match=r"no level '12'.*1, 2, 3, 4, 5, 6, 7–9"):
        standard().parse("12")
    with pytest.raises(UsageError, match="hsk2025, hsk2021, hsk2010"):
        standard("hsk2030")


def test_a_list_of_the_users_own_ranks_its_levels_as_they_come(tmp_path: Path) -> None:
    path = tmp_path / "tocfl.csv"
    path.write_text("\ufeffword,level\n關稅,B1\n我,A1\n談判,B1\n", encoding="utf-8")
    ours = standard(str(path))
    assert (ours.name, ours.labels) == ("tocfl", ("B1", "A1"))
    assert (ours.level("关税"), ours.level("我"), ours.parse("B1"), ours.label(2)) == (1, 2, 1, "A1")


def test_a_file_that_is_no_list_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("word,level\n", encoding="utf-8")
    with pytest.raises(QuizgenError, match=r"empty\.csv: no word,level in it"):
        standard(str(path))
