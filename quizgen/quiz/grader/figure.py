"""Grades a figure by its value: 20% = 百分之二十 = 20％, 3000億 = 3,000億; never by likeness."""

from __future__ import annotations

import re

from quizgen.quiz.grader.amount import Amount, amount
from quizgen.quiz.grader.fold import plain
from quizgen.quiz.grader.units import units
from quizgen.quiz.question import Outcome, Verdict

_ASKED = re.compile("(?:多少|几)([百千万亿兆]*)")
_POWERS = {"百": 2, "千": 3, "万": 4, "亿": 8, "兆": 12}
_BEST_FIRST = (Outcome.RIGHT, Outcome.UNCLEAR, Outcome.NEAR, Outcome.WRONG)


def grade_figure(typed: str, answer: str, value: str, question: str) -> Verdict:
    """Whether a figure comes to `answer` (as in the article) or `value` (`20 %`, `3e11 CNY`, ranges `a/b`).

    A unit may be left out where the question names it (百分之多少, 多少億美元).
    """
    if _squeezed(typed) == _squeezed(answer):
        return Verdict(Outcome.RIGHT)
    given = amount(typed)
    rights = [found for found in (amount(answer), amount(value)) if found]
    if not rights:
        return Verdict(Outcome.WRONG)
    if not given:
        return Verdict(Outcome.UNCLEAR, "That is no figure. Write it as 20% or 百分之二十, 3000億 or 三千億.")
    each = [_compare(given, right, plain(question)) for right in rights]
    return min(each, key=lambda verdict: _BEST_FIRST.index(verdict.outcome))


def _compare(given: Amount, right: Amount, question: str) -> Verdict:
    scaled = tuple(v.scaleb(_power(question)) for v in given.values)
    if given.unit and given.base == right.base:
        given = given._replace(values=right.values, unit=right.unit)
    if given.values != right.values and (given.unit or scaled != right.values):
        return Verdict(Outcome.WRONG)
    if not given.unit and right.unit and not _names(question, right.unit):
        return Verdict(Outcome.UNCLEAR, "The number is right. Of what? Write the unit too.")
    if given.unit and given.unit != right.unit:
        return Verdict(Outcome.WRONG, "The number is right, what it counts is not.")
    if given.ordinal and not right.ordinal:
        return Verdict(Outcome.WRONG, "The number is right, but it says how many, not which.")
    if given.side and given.side != right.side:
        return Verdict(Outcome.NEAR, "The number is right; the article does not say more or less than it.")
    return Verdict(Outcome.RIGHT)


def _power(question: str) -> int:
    """The measure a question asks in: 8 for 多少億美元, where 3000 is 300000000000."""
    asked = _ASKED.search(question)
    return sum(_POWERS[unit] for unit in asked[1]) if asked else 0


def _names(question: str, unit: str) -> bool:
    """Whether the question says what is counted."""
    said = [word for word, name in units().items() if name == unit] or [unit]
    return any(word in question for word in said) or (unit == "%" and "百分之" in question)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s,]", "", plain(text))
