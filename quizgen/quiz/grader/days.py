"""Reads a date as anyone may write it: 9月9日, 九月九號, 2025-09-09, 9/9, 9 September, 民國114年, 第三季度."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.language.numerals import fold, number
from quizgen.quiz.grader.fold import plain

_N = "[0-9零〇一二三四五六七八九十廿卅]+"
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = rf"(?P<name>{'|'.join(_NAMES)})[a-z]*\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_MONTH = rf"(?P<m>{_N}) ?月(?:份|(?: ?(?P<d>{_N}) ?[日号]?))?"
_YEAR = r"[0-9零〇一二三四五六七八九十百千两]+"
_FORMS = tuple(
    map(
        re.compile,
        (
            rf"(?P<era>公元前|公元|(?:中华)?民国)?(?P<y>{_YEAR}) ?年(?!代)(?: ?{_MONTH})?",
            _MONTH,
            r"(?P<y>\d{4})[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)",
            r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?!\d)",
            r"(?P<m>\d{1,2})[/.-](?P<d>\d{1,2})(?!\d| ?[月日号])",
            rf"{_DAY} {_NAME}(?:,? (?P<y>\d{{4}}))?",
            rf"{_NAME} {_DAY}(?:,? (?P<y>\d{{4}}))?",
            rf"{_NAME}(?: (?P<y>\d{{4}}))?",
            rf"(?P<d>{_N}) ?[日号]",
            r"(?P<y>\d{4}|[零〇一二三四五六七八九]{4})(?![\ds年])",
        ),
    )
)
_EDTF = re.compile(r"(?P<y>-?\d{4}|XXXX)(?:-(?P<m>0\d|1[0-2]|XX)(?:-(?P<d>\d\d))?)?")
_BARE = re.compile(_N)
_MONTHS = re.compile(rf"(?<![0-9月])({_N})(至|到|--?|–|—|~)({_N}) ?月(?! ?{_N})")  # 7至9月
_WEEKDAY = re.compile(r"[(（]?(?:星期|周|礼拜)[一二三四五六日天][)）]?|[(（][一二三四五六日天][)）]")
_TO = re.compile(r" ?(?:至|到|--?|–|—|~|/|、|和|及|to|until|and) ?")
_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_QUARTER = re.compile("第?([一二三四1-4])季度?|q([1-4])")
_DECADE = re.compile("(?:上世纪|二十世纪|20世纪)?(?:19)?([1-9]|[一二三四五六七八九])[0十]年代|19([1-9])0s")
_PERIOD = re.compile("Q[1-4]|[1-9]0s.?|[上下]半[年月]|[上中下]旬|[春夏秋冬](?=$)|年?[初中底]")


class Day(NamedTuple):
    """A date as far as it was told."""

    year: int | None
    month: int | None
    day: int | None
    rest: str = ""
    """what else was said: 初, 上半年, Q3, 上午"""


def days(text: str) -> tuple[Day, ...]:
    """One day, or the two ends of a range; nothing where the text opens with no date.

    A second end takes from the first what it leaves out: 9月14日至15日 -> ((None, 9, 14), (None, 9, 15)).
    """
    whole = re.sub("^[从由自]?(?:[今同本当]年)?", "", _WEEKDAY.sub("", fold(plain(text))).strip(" 。."))
    whole = _MONTHS.sub(r"\1月\2\3月", whole)
    found = _one(whole) or _bare(whole)
    if not found:
        period = _rest(whole)
        return (Day(None, None, None, period),) if _PERIOD.fullmatch(period) else ()
    begin, left = found
    to = _TO.match(left)
    second = (_one(left[to.end() :]) or _bare(left[to.end() :], begin)) if to else None
    if not second:
        return () if begin.rest == "?" else (begin._replace(rest=_rest(left)),)
    end, over = second
    return _ends(begin._replace(rest=""), end._replace(rest=_rest(over)))


def edtf(value: str) -> tuple[Day, ...]:
    """The days of a canonical value; nothing for what is no day, month or year (199X, 2024-36)."""
    found = [_EDTF.fullmatch(part) for part in value.split("/")]
    if not all(found):
        return ()
    return tuple(Day(_told(match["y"]), _told(match["m"]), _told(match["d"])) for match in found if match)


def _told(said: str | None) -> int | None:
    return None if said is None or "X" in said else int(said)


def _one(text: str) -> tuple[Day, str] | None:
    """The date a text opens with, and what is left."""
    for form in _FORMS:
        if match := form.match(text):
            told = match.groupdict()
            month = _NAMES.index(told["name"]) + 1 if told.get("name") else _value(told.get("m"))
            day = Day(_year(told), month, _value(told.get("d")))
            if _possible(day):
                return day, text[match.end() :]
    return None


def _bare(text: str, begin: Day | None = None) -> tuple[Day, str] | None:
    """A number that only its neighbour explains: the 15 of 9月14-15日, the 14 of 14-15 September, the 25 of 2024/25."""
    match = _BARE.match(text)
    value = _value(match[0]) if match else None
    if not match or value is None:
        return None
    left = text[match.end() :]
    if begin is None:
        day = Day(None, None, value, "?")
        return (day, left) if _TO.match(left) and _possible(day) else None
    if begin.day:
        day = Day(None, None, value)
    elif begin.month:
        day = Day(None, value, None)
    else:
        day = Day(value if value > 99 else (begin.year or 0) // 100 * 100 + value, None, None)
    return (day, left) if _possible(day) else None


def _ends(begin: Day, end: Day) -> tuple[Day, ...]:
    """What one end leaves out, from the other: 14-15 September, 2025年9月9日至10日."""
    if begin[:2] == (None, None) and end.month is not None:
        begin = begin._replace(month=end.month)
    if end.month is None and end.day is not None:
        end = end._replace(month=begin.month)
    if end.year is None and end.month is not None:
        end = end._replace(year=begin.year)
    return () if begin[:2] == (None, None) else (begin, end)


def _rest(text: str) -> str:
    """What stands behind a date, in one form: 第三季度 and Q3, 末 and 底, 九十年代 and 90年代."""
    rest = re.sub(r"[\s，,的]", "", text)
    rest = _QUARTER.sub(lambda m: f"Q{(m[1] or m[2]).translate(_DIGITS)}", rest)
    rest = _DECADE.sub(lambda m: f"{(m[1] or m[2]).translate(_DIGITS)}0s", rest)
    return re.sub("(?<=[春夏秋冬])[季天]", "", rest.replace("末", "底"))


def _possible(day: Day) -> bool:
    return 1 <= (1 if day.month is None else day.month) <= 12 and 1 <= (1 if day.day is None else day.day) <= 31


def _year(told: dict[str, str | None]) -> int | None:
    """二〇二五, 2025, 25; 民國 counts from 1912; 公元前221年 is -220."""
    said, era = told.get("y"), told.get("era") or ""
    if not said:
        return None
    spelled = said.translate(_DIGITS)
    year = int(spelled) if spelled.isdecimal() else _value(said)
    if year is None:
        return None
    if era.endswith("民国"):
        return year + 1911
    return 1 - year if era == "公元前" else year + 2000 if year < 100 else year


def _value(said: str | None) -> int | None:
    value = number(said) if said else None
    return int(value) if value is not None else None
