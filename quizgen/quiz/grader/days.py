"""Reads a date as anyone may write it: 9月9日, 九月九號, 2025-09-09, 9/9, 9 September, 民國114年."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.language.numerals import fold, number
from quizgen.quiz.grader.fold import plain

_N = "[0-9零〇一二三四五六七八九十廿卅]+"
_MONTHS = {name: i for i, name in enumerate(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1)}  # fmt: skip  # noqa: E501
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_MONTH = rf"(?P<m>{_N}) ?月(?:份|(?: ?(?P<d>{_N}) ?[日号]?))?"
_FORMS = tuple(
    map(
        re.compile,
        (
            rf"(?P<era>公元|民国)?(?P<y>{_N}) ?年(?: ?{_MONTH})?",
            _MONTH,
            r"(?P<y>\d{4}|xxxx)[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)",
            r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
            r"(?P<m>\d{1,2})[/.-](?P<d>\d{1,2})(?!\d)",
            rf"{_DAY} {_NAME}(?:,? (?P<y>\d{{4}}))?",
            rf"{_NAME} {_DAY}(?:,? (?P<y>\d{{4}}))?",
            rf"{_NAME}(?: (?P<y>\d{{4}}))?",
            rf"(?P<d>{_N}) ?[日号]",
            r"(?P<y>\d{4}|[零〇一二三四五六七八九]{4})(?!\d)",
        ),
    )
)
_BARE = re.compile(_N)
_WEEKDAY = re.compile(r"[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?")
_TO = re.compile(r" ?(?:至|到|--?|–|—|~|/|to|until) ?")
_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")


class Day(NamedTuple):
    """A date as far as it was told."""

    year: int | None
    month: int | None
    day: int | None
    rest: str = ""
    """what else was said, folded: 初, 上半年, 上午"""


def days(text: str) -> tuple[Day, ...]:
    """One day, or the two ends of a range; nothing where the text opens with no date.

    A second end takes from the first what it leaves out: 9月14日至15日 -> ((None, 9, 14), (None, 9, 15)).
    """
    rest = re.sub("^[从由自]", "", _WEEKDAY.sub("", fold(plain(text))).strip(" 。."))
    found = _one(rest) or _bare(rest)
    if not found:
        return ()
    begin, left = found
    to = _TO.match(left)
    second = (_one(left[to.end() :]) or _bare(left[to.end() :], begin)) if to else None
    if not second:
        return () if begin == Day(None, None, None) else (begin._replace(rest=left.strip()),)
    end, over = second
    return _ends(begin, end._replace(rest=over.strip()))


def _one(text: str) -> tuple[Day, str] | None:
    """The date a text opens with, and what is left."""
    for form in _FORMS:
        if match := form.match(text):
            told = match.groupdict()
            month = _MONTHS[told["name"]] if told.get("name") else _value(told.get("m"))
            day = Day(_year(told), month, _value(told.get("d")))
            if _possible(day):
                return day, text[match.end() :]
    return None


def _bare(text: str, begin: Day | None = None) -> tuple[Day, str] | None:
    """A number that only its neighbour explains: the 15 of 9月14-15日, the 14 of 14-15 September."""
    match = _BARE.match(text)
    value = _value(match[0]) if match else None
    if not match or value is None:
        return None
    left = text[match.end() :]
    if begin is None:
        # alone it is no date; before a range's end it may be one
        day = Day(None, None, value)
        return (day, left) if _TO.match(left) and _possible(day) else None
    day = Day(None, None, value) if begin.day else Day(None, value, None) if begin.month else Day(value, None, None)
    return (day, left) if _possible(day) else None


def _ends(begin: Day, end: Day) -> tuple[Day, ...]:
    if end.month is None and end.day is not None:
        end = end._replace(month=begin.month)
    if begin.month is None and begin.day is not None:
        begin = begin._replace(month=end.month)
    if end.year is None and end.month is not None:
        end = end._replace(year=begin.year)
    if begin.month is None and begin.day is not None:
        return ()  # 14-15, of no month
    return begin, end


def _possible(day: Day) -> bool:
    return 1 <= (day.month or 1) <= 12 and 1 <= (day.day or 1) <= 31 and day.month != 0 and day.day != 0


def _year(told: dict[str, str | None]) -> int | None:
    """二〇二五, 2025, 25; 民國 counts from 1912."""
    said = told.get("y")
    if not said or said == "xxxx":
        return None
    spelled = said.translate(_DIGITS)
    year = int(spelled) if spelled.isdecimal() else _value(said)
    if told.get("era") == "民国" and year is not None:
        return year + 1911
    return year + 2000 if year is not None and year < 100 else year


def _value(said: str | None) -> int | None:
    value = number(said) if said else None
    return int(value) if value is not None else None
