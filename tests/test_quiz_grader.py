"""The grader, by tests/cases/answers.txt and by properties: every rendering is accepted, a changed tone never."""

from __future__ import annotations

import random
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


def _cases():
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


@pytest.mark.parametrize(("question", "typed", "outcome", "say"), _cases())
def test_the_table(question: Question, typed: str, outcome: Outcome, say: str) -> None:
    verdict = grade(question, typed)
    assert (verdict.outcome, verdict.say) == (outcome, say or verdict.say)
