"""Grades a typed answer: readings by letters and tones, dates and figures by value, names by any rendering."""

from __future__ import annotations

from quizgen.quiz.grader.date import grade_date
from quizgen.quiz.grader.figure import grade_figure
from quizgen.quiz.grader.fold import bare, plain
from quizgen.quiz.grader.name import grade_name
from quizgen.quiz.grader.reading import grade_reading
from quizgen.quiz.grader.voices import readings_of
from quizgen.quiz.question import Outcome, Question, Verdict, Wants

__all__ = ["bare", "grade", "grade_date", "grade_figure", "grade_name", "grade_reading", "plain"]


def grade(question: Question, typed: str) -> Verdict:
    """What a typed or chosen answer is worth; an empty one means "I do not know"."""
    if not typed.strip():
        return Verdict(Outcome.WRONG)
    fields = question.card.note.fields
    value = "" if question.card.template == "Reverse" else fields.get("Value", "")
    if question.wants is Wants.READING:
        return grade_reading(typed, readings_of(fields["Hanzi"], fields["PinyinNum"]), plain(fields["Hanzi"]))
    if question.wants is Wants.DATE:
        return _or_accepted(grade_date(typed, question.answer, value, question.card.question), question, typed)
    if question.wants is Wants.FIGURE:
        return _or_accepted(grade_figure(typed, question.answer, value, question.card.question), question, typed)
    reading = "" if question.card.template == "Reverse" else fields.get("Reading", "")
    return grade_name(typed, _rights(question), reading, fields.get("Evidence", ""))


def _rights(question: Question) -> list[str]:
    fields = question.card.note.fields
    if question.card.template == "Reverse":
        return [question.answer]
    if question.wants is Wants.HANZI:
        return [question.answer, *(fields[f] for f in ("Traditional", "Simplified") if f in fields)]
    person = [fields["Value"]] if fields.get("Kind") == "person" and "Value" in fields else []
    return [question.answer, *fields.get("Accept", "").splitlines(), *person]


def _or_accepted(verdict: Verdict, question: Question, typed: str) -> Verdict:
    """An answer that the note lists is right, whatever its value."""
    listed = bare(typed) in map(bare, question.card.note.fields.get("Accept", "").splitlines())
    return Verdict(Outcome.RIGHT) if listed and question.card.template != "Reverse" else verdict
