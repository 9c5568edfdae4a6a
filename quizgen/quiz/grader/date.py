"""Grades a date by its value: 9月9日 = 九月九日 = 2025-09-09."""

from __future__ import annotations

import re

from quizgen.language.numerals import number
from quizgen.quiz.grader.days import Day, days, edtf
from quizgen.quiz.grader.fold import plain
from quizgen.quiz.question import Outcome, Verdict

_NUMERAL = re.compile("[0-9零〇一二三四五六七八九十廿卅]+")
_OPTIONAL = re.compile("(?:上午|下午|早上|早晨|清晨|中午|傍晚|晚[上间]?|深夜|夜间|凌晨|当[天日晚]|赛季|[学财]年|年度)?")
"""what need not be told of a date: the hour, and that a year was a season's"""
_WEEKDAY = re.compile("(?:星期|周|礼拜)?[一二三四五六日天]")
_WORST_FIRST = (Outcome.WRONG, Outcome.UNCLEAR, Outcome.RIGHT)


def grade_date(typed: str, answer: str, value: str, question: str) -> Verdict:
    """Whether a date is `answer` (as in the article) or `value` (EDTF; `a/b` from a to b; year unknown `XXXX-09-09`).

    What the article leaves out may be left out; a year that is given must be right.
    """
    day, words = _behind(answer)
    if _spelled(typed) in map(_spelled, (answer, day, words)):
        return Verdict(Outcome.RIGHT)
    given, shown, known = days(typed), days(words), edtf(value)
    true = known if known and len(known) == len(shown or known) else shown
    if not true:
        return Verdict(Outcome.WRONG)
    if not given:
        return Verdict(Outcome.UNCLEAR, "Write it as 9月9日, or as 2025-09-09.")
    if len(given) != len(true):
        told = "one day" if len(true) == 1 else "from when to when"
        return Verdict(Outcome.WRONG, f"The article tells {told}.")
    # the article says 昨天: whoever tells its day need not tell the year
    shown = shown or tuple(day._replace(year=None) if day.month else day for day in true)
    each = [_compare(*ends, plain(question)) for ends in zip(given, shown, true, strict=True)]
    return min(each, key=lambda verdict: _WORST_FIRST.index(verdict.outcome))


def _behind(answer: str) -> tuple[str, str]:
    """The day of 2024年9月10日（昨日） and the article's words, which need not be typed; else the answer twice."""
    shown = re.fullmatch(r"(\d[^()]*)\((?:原文:)?([^()]+)\)", plain(answer))
    told = shown if shown and not _WEEKDAY.fullmatch(shown[2]) else None
    return (told[1], told[2]) if told else (answer, answer)


def _compare(given: Day, shown: Day, true: Day, question: str) -> Verdict:
    """`shown` says how much must be told, `true` what is so."""
    parts = list(zip(Day._fields[:3], given, shown, true, strict=False))
    for name, told, must, so in parts:
        if told is not None and so is not None and told not in (so, must):
            return Verdict(Outcome.WRONG, _only_wrong(given, true, name))
        if told is not None and so is None and name != "year":
            return Verdict(Outcome.WRONG, f"The article does not tell the {name}.")
    for name, told, must, _ in parts:
        if told is None and must is not None and not (name == "year" and f"{must}年" in question):
            return Verdict(Outcome.UNCLEAR, f"Right so far. Which {name}?")
    if given.rest == shown.rest or (not given.rest and _OPTIONAL.fullmatch(shown.rest)):
        return Verdict(Outcome.RIGHT)
    missing = not given.rest
    return Verdict(Outcome.UNCLEAR if missing else Outcome.WRONG, "Right so far. When in it?" if missing else "")


def _only_wrong(given: Day, true: Day, wrong: str) -> str:
    """What may be said for a date that is wrong in one place."""
    others = [n for n in ("month", "day") if n != wrong and getattr(given, n) is not None]
    if not others or any(getattr(given, n) != getattr(true, n) for n in others):
        return ""
    return f"The {' and '.join(others)} {'are' if len(others) > 1 else 'is'} right, the {wrong} is not."


def _spelled(text: str) -> str:
    """Folded, with every numeral in digits: 九月初 -> 9月初."""
    bare = re.sub(r"\s", "", plain(text)).replace("号", "日")
    return _NUMERAL.sub(lambda m: m[0] if (value := number(m[0])) is None else str(value), bare)
