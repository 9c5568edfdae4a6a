"""The grader, by tests/cases/answers.txt and by properties: every rendering is accepted, a changed tone never."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.items import Card, Mark, Note
from quizgen.language.pinyin import bopomofo, marked
from quizgen.quiz.grader import grade, grade_date, grade_figure, grade_reading
from quizgen.quiz.question import Mode, Outcome, Question, Wants

SIGNS = {"=": Outcome.RIGHT, "~": Outcome.NEAR, "x": Outcome.WRONG, "?": Outcome.UNCLEAR}
ANSWERS = Path(__file__).parent / "cases" / "answers.txt"


def _cases() -> Iterator[object]:
    question = None
    for number, line in enumerate(ANSWERS.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("@"):
            question = _question(*(part.strip() for part in line[1:].split("|")))
        elif line and not line.startswith("#"):
            typed, _, say = line[1:].partition("→")
            yield pytest.param(question, typed.strip(), SIGNS[line[0]], say.strip(), id=f"answers:{number}")


def _question(wants: str, first: str, answer: str, *more: str) -> Question:
    if wants == "reading":
        fields = {"Hanzi": first, "PinyinNum": answer, "Pinyin": marked(answer)}
        from quizgen.language.script import simplify

        fields["Simplified"] = simplify(first)
        note = Note("word", first, fields)
        return Question(Card(note, "Recognition", first, "", ()), Mode.TYPED, Wants.READING, fields["Pinyin"])
    fields = {"Question": first, "Answer": answer, "Kind": wants}
    if wants == "name":
        fields |= dict(zip(("Reading", "Accept", "Evidence"), more, strict=True))
        fields["Accept"] = fields["Accept"].replace("; ", "\n")
    else:
        fields["Value"] = more[0]
    note = Note("fact", first, {k: v for k, v in fields.items() if v})
    return Question(Card(note, "Ask", first, answer, ()), Mode.TYPED, Wants(wants), answer)


@pytest.mark.parametrize(("question", "typed", "outcome", "say"), list(_cases()))
def test_the_table(question: Question, typed: str, outcome: Outcome, say: str) -> None:
    verdict = grade(question, typed)
    assert (verdict.outcome, verdict.say) == (outcome, say or verdict.say)


LETTERS = (
    "guan shui lü nü lüe xue ju quan yan wen er a o e ai xi an hang zhang zhuang wei you yuan ying"
    " zi ci shi ri ne de fo po miu jiong ng weng yong cuo shuang"
)
SYLLABLES = st.sampled_from(LETTERS.split())
READINGS = st.lists(st.tuples(SYLLABLES, st.integers(1, 5)), min_size=1, max_size=4).filter(
    lambda word: any(tone < 5 for _, tone in word)
)


def _numbered(word: list[tuple[str, int]]) -> str:
    return " ".join(f"{letters.replace('ü', 'u:')}{tone}" for letters, tone in word)


@st.composite
def renderings(draw: st.DrawFn) -> tuple[str, str]:
    """A reading, and one of the ways that people write it."""
    word = draw(READINGS)
    numbered = _numbered(word)
    way = draw(st.sampled_from(["numbered", "marked", "apart", "mixed", "zhuyin"]))
    if way == "zhuyin":
        return numbered, bopomofo(numbered)
    pieces = [_piece(draw, letters, tone, way) for letters, tone in word]
    joint = draw(st.sampled_from(["", " ", "'", "-", "  "])) if way != "marked" else draw(st.sampled_from(["'", " "]))
    # a neutral tone left out must not let its syllable run into the next one's
    text = joint.join(pieces)
    case = draw(st.sampled_from([str, str.upper, str.title]))
    return numbered, case(text)


def _piece(draw: st.DrawFn, letters: str, tone: int, way: str) -> str:
    ü = draw(st.sampled_from(["ü", "v", "u:"]))
    with_mark = way in ("marked", "apart") or (way == "mixed" and draw(st.booleans()))
    if with_mark:
        return marked(f"{letters.replace('ü', 'u:')}{tone}")
    said = draw(st.sampled_from(["5", "0", ""])) if tone == 5 else str(tone)
    return letters.replace("ü", ü) + said


@given(renderings())
@settings(max_examples=400, deadline=None)
def test_every_rendering_of_a_reading_is_right(pair: tuple[str, str]) -> None:
    numbered, typed = pair
    assert grade_reading(typed, [numbered], "").outcome is Outcome.RIGHT, (numbered, typed)


@given(renderings(), st.data())
@settings(max_examples=400, deadline=None)
def test_a_changed_tone_is_never_right(pair: tuple[str, str], data: st.DataObject) -> None:
    numbered, typed = pair
    word = numbered.split()
    at = data.draw(st.integers(0, len(word) - 1))
    other = data.draw(st.integers(1, 5).filter(lambda tone: str(tone) != word[at][-1]))
    changed = [*word[:at], f"{word[at][:-1]}{other}", *word[at + 1 :]]
    assert grade_reading(typed, [" ".join(changed)], "").outcome is not Outcome.RIGHT


FIGURES = "0123456789零一二三十百千万億半成年月日秒米小时百分之第至到.-/%ˇ ab"
TYPED = st.text(max_size=20) | st.text(FIGURES, max_size=12)


@given(TYPED, st.sampled_from(list(Wants)))
@settings(max_examples=600, deadline=None)
def test_whatever_is_typed_gets_a_verdict(typed: str, wants: Wants) -> None:
    fields = {"Hanzi": "關稅", "PinyinNum": "guan1 shui4", "Value": "20 %", "Evidence": "加徵20%關稅", "Reading": "x"}
    note = Note("word", "k", fields, (Mark("Evidence", 2, 5, "answer"),))
    for answer in ("20%", "9月9日", "何立峰"):
        question = Question(Card(note, "Ask", "多少？", answer, ()), Mode.TYPED, wants, answer)
        assert grade(question, typed).outcome in Outcome


@given(st.integers(1, 10**12 - 1))
@settings(max_examples=200, deadline=None)
def test_a_number_is_right_however_written_and_no_other_is(value: int) -> None:
    from quizgen.language.numerals import in_words

    said = in_words(f"{value}人", False)
    for typed in (f"{value}人", f"{value:,}人", said, f"{value}名"):
        assert grade_figure(typed, f"{value}人", f"{value} 人", "多少人？").outcome is Outcome.RIGHT, typed
    for other in (value + 1, value * 10, value - 1):
        assert grade_figure(f"{other}人", f"{value}人", f"{value} 人", "多少人？").outcome is not Outcome.RIGHT


@given(st.dates(date(1000, 1, 1)), st.dates(date(1000, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_a_date_is_right_however_written_and_no_other_is(day: date, other: date) -> None:
    from quizgen.language.numerals import in_words

    shown = f"{day.year:04}年{day.month}月{day.day}日"
    for typed in (shown, day.isoformat(), in_words(shown), f"{day:%Y%m%d}", f"{day.year:04}/{day.month}/{day.day}"):
        assert grade_date(typed, shown, day.isoformat(), "哪一天？").outcome is Outcome.RIGHT, typed
    if other != day:
        assert grade_date(other.isoformat(), shown, day.isoformat(), "哪一天？").outcome is Outcome.WRONG
