"""Grades a date by its value: 9月9日 = 九月九日 = 2025-09-09."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.language.numerals import fold, number
from quizgen.quiz.question import Outcome, Verdict
from quizgen.quiz.grader.fold import plain

_N = "[0-9零〇一二三四五六七八九十廿卅]+"
_MONTHS = {m: i for i, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
_WEEKDAY = re.compile(r"[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?")
_FORMS = (
    re.compile(rf"(?:公元|民国)?(?P<y>{_N}) ?年(?: ?(?P<m>{_N}) ?月(?:份|(?: ?(?P<d>{_N}) ?[日号]?))?)?"),
    re.compile(rf"(?P<m>{_N}) ?月(?:份|(?: ?(?P<d>{_N}) ?[日号]?))?"),
    re.compile(r"(?P<y>\d{4}|xxxx)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?"),
    re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)"),
    re.compile(r"(?P<m>\d{1,2})[/.-](?P<d>\d{1,2})(?!\d)"),
    re.compile(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<name>{_MONTH})(?:,? (?P<y>\d{{4}}))?"),
    re.compile(rf"(?P<name>{_MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<y>\d{{4}}))?"),
    re.compile(rf"(?P<name>{_MONTH})(?: (?P<y>\d{{4}}))?"),
    re.compile(rf"(?P<d>{_N}) ?[日号]"),
    re.compile(r"(?P<y>\d{4})(?!\d)"),
    re.compile(rf"(?P<n>{_N})"),
)
_TO = re.compile(r" ?(?:至|到|--?|–|—|~|/|and|to) ?")


class Day(NamedTuple):
    """A date as far as it was told."""

    year: int | None
    month: int | None
    day: int | None
    rest: str = ""
    """what else was said: 初, 上半年, 上午"""


def grade_date(typed: str, answer: str, value: str, question: str) -> Verdict:
    """Whether a date is `answer` (as in the article) or `value` (EDTF; `a/b` from a to b; year unknown `XXXX-09-09`).

    What the article leaves out may be left out; a year that is given must be right.
    """
    given, right, known = dates(typed), dates(answer), dates(value.replace("X", "x"))
    if _squeeze(typed) == _squeeze(answer):
        return Verdict(Outcome.RIGHT)
    if not given:
        return Verdict(Outcome.UNCLEAR if right else Outcome.WRONG, "Write it as 9月9日, or as 2025-09-09." if right else "")
    known = known if known and (not right or len(known) == len(right)) else right
    if not known:
        return Verdict(Outcome.WRONG)
    right = right or known
    if len(given) != len(known):
        return Verdict(Outcome.WRONG, "The article tells one day." if len(known) == 1 else "The article tells from when to when.")
    verdicts = [_compare(*three, plain(question)) for three in zip(given, right, known, strict=True)]
    order = [Outcome.WRONG, Outcome.UNCLEAR, Outcome.RIGHT]
    return min(verdicts, key=lambda v: order.index(v.outcome))


def _compare(given: Day, right: Day, known: Day, question: str) -> Verdict:
    """`right` says what must be told, `known` what is true of it."""
    for name in ("year", "month", "day"):
        told, must, true = (getattr(d, name) for d in (given, right, known))
        if told is not None and true is None and (must is None and name != "year"):
            return Verdict(Outcome.WRONG, f"The article does not tell the {name}.")
        if told is not None and true is not None and told != true:
            return Verdict(Outcome.WRONG, _what_is_right(given, known, name))
        if told is None and must is not None and not (name == "year" and f"{must}年" in question):
            return Verdict(Outcome.UNCLEAR, f"Right so far. Which {name}?")
    same = given.rest == right.rest or (not given.rest and right.rest in _HOURS)
    return Verdict(Outcome.RIGHT if same else Outcome.WRONG, "" if same else f"Not {given.rest or 'quite'}.")


_HOURS = ("上午", "下午", "晚", "晚上", "晚间", "凌晨", "早上", "清晨", "中午", "傍晚", "深夜", "夜间", "当天", "前后")


def _what_is_right(given: Day, known: Day, wrong: str) -> str:
    others = [n for n in ("month", "day") if n != wrong and getattr(given, n) is not None]
    same = [n for n in others if getattr(given, n) == getattr(known, n)]
    return f"The {' and '.join(same)} {'are' if len(same) > 1 else 'is'} right, the {wrong} is not." if same == others and same else ""


def dates(text: str) -> tuple[Day, ...]:
    """One day, or the two ends of a range, as anyone may write them; nothing where it is no date.

    9月14日至15日 -> ((None, 9, 14), (None, 9, 15)); 民國114年 -> ((2025, None, None),).
    """
    rest = _WEEKDAY.sub("", fold(plain(text))).strip(" 。.")
    rest = re.sub("^[从由自]", "", rest)
    first = _day(rest)
    if not first or not first[1]:
        return (first[0],) if first else ()
    begin, left = first
    to = _TO.match(left)
    if not to or to.end() == len(left):
        return (begin._replace(rest=left.strip()),)
    second = _day(left[to.end() :], begin)
    if not second:
        return ()
    end, over = second
    return (_complete(begin, end), end._replace(rest=over.strip()))


def _complete(begin: Day, end: Day) -> Day:
    """14-15 September: the month of the second is the first's."""
    if begin.month is None and end.day and begin.day:
        begin = begin._replace(month=end.month)
    return begin


def _day(text: str, before: Day | None = None) -> tuple[Day, str] | None:
    """The date a text opens with, and what is left; a second end takes month and year from the first."""
    for form in _FORMS:
        match = form.match(text)
        if not match:
            continue
        told = match.groupdict()
        if told.get("n"):
            return _bare(match, text, before)
        day = Day(_year(told.get("y"), text), _month(told), _int(told.get("d")))
        if not _possible(day):
            continue
        return (_after(day, before) if before else day), text[match.end() :]
    return None


def _bare(match: re.Match[str], text: str, before: Day | None) -> tuple[Day, str] | None:
    """The 15 of 9月14-15, the 10 of 2025年9-10月; alone it is no date."""
    value = _int(match["n"])
    if before is None or value is None:
        return None
    day = Day(None, None, value) if before.day else Day(None, value, None) if before.month else Day(value, None, None)
    return (_after(day, before), text[match.end() :]) if _possible(day) else None


def _after(day: Day, before: Day) -> Day:
    month = day.month if day.month or not day.day else before.month
    later = day.year is None and month is not None
    return Day(before.year if later else day.year, month, day.day)


def _possible(day: Day) -> bool:
    return not (day.month and not 1 <= day.month <= 12) and not (day.day and not 1 <= day.day <= 31)


def _year(told: str | None, text: str) -> int | None:
    if not told or told == "xxxx":
        return None
    year = _digits(told)
    if year is None:
        return None
    return year + 1911 if text.startswith("民国") else year + 2000 if year < 100 else year


def _month(told: dict[str, str | None]) -> int | None:
    name = told.get("name")
    return _MONTHS[name[:3]] if name else _int(told.get("m"))


def _digits(told: str) -> int | None:
    """二〇二五, 二五, 1990: digits in a row, or a number."""
    spelled = told.translate(str.maketrans("零〇一二三四五六七八九", "00123456789"))
    return int(spelled) if spelled.isdecimal() else _int(told)


def _int(told: str | None) -> int | None:
    value = number(told) if told else None
    return int(value) if value is not None else None


def _squeeze(text: str) -> str:
    numeral = re.compile(_N)
    return numeral.sub(lambda m: str(_int(m[0]) if _int(m[0]) is not None else m[0]), re.sub(r"\s", "", plain(text))).replace("号", "日")
