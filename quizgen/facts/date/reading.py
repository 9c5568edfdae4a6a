"""From what a pattern matched to points in the calendar: one reader a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from quizgen import tables
from quizgen.language.numerals import number

from . import edtf
from .context import Context
from .edtf import Point

NO_DATE = "the article's date is not known"
_YEARS = {"今": 0, "本": 0, "去": -1, "前": -2, "大前": -3, "明": 1, "后": 2}
_DAYS = {"今": 0, "昨": -1, "前": -2, "大前": -3, "明": 1, "后": 2, "大后": 3}
_SHIFTS = {"本": 0, "这": 0, "上": -1, "下": 1, "上上": -2, "下下": 2}
_SEASONS, _WEEKDAYS = "春夏秋冬", "一二三四五六日"
_ORDER = {c: i for i, c in enumerate("一二三四", 1)} | {c: i for i, c in enumerate("1234", 1)} | {"首": 1}
_ROC = 1911


class Reading(NamedTuple):
    """What a date says and what it means."""

    said: Point
    """only what the text itself tells, relative words resolved"""
    low: Point
    high: Point | None = None
    """the last point of a period, or None"""
    doubt: str = ""
    relative: bool = False


def read(rule: str, match: re.Match[str], context: Context) -> Reading | None:
    """The date a match of `PATTERNS[rule]` names, or None where it names none."""
    groups = {k: v for k, v in match.groupdict().items() if v}
    return _READERS[rule](groups, context, match.start())


Groups = Mapping[str, str]
_Reader = Callable[[Groups, Context, int], Reading | None]


def _day(groups: Groups, context: Context, at: int) -> Reading | None:
    """Month and day, with or without their year; also the month or the day alone."""
    year, doubt, relative = _year(groups, context, at)
    day = _count(groups["day"]) if "day" in groups else None
    if "rmonth" in groups:
        said = _relative_month(groups["rmonth"], context)
        if said is None:
            return Reading(Point(day=day), Point(day=day), None, NO_DATE, True)
        point = said._replace(day=day)
        return Reading(point, point, None, "" if point.exists() else "no such day", True)
    month = _count(groups["month"])
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    said = Point(year, month, day)
    if year is None and not doubt:
        year, doubt = context.year_for(month, day, at)
    point = Point(year, month, day)
    return Reading(said, point, None, doubt if point.exists() else "no such day", relative)


def _unsaid_day(groups: Groups, context: Context, at: int) -> Reading | None:
    """二零零四年八月十五, without 日."""
    found = _day(groups, context, at)
    return found and found._replace(doubt=found.doubt or "a day without 日 may be one of the lunar calendar")


def _bare_day(groups: Groups, context: Context, at: int) -> Reading | None:
    day = _count(groups["day"])
    if day is None or not 1 <= day <= 31:
        return None
    point, doubt = context.month_for(day, at)
    if not point.exists() and point.unit and point.year:
        before = edtf.month(date(point.year, point.unit, 1), -1)
        point, doubt = before._replace(day=day), "the month of the article has no such day"
    return Reading(Point(day=day), point, None, doubt)


def _noted_day(groups: Groups, context: Context, at: int) -> Reading | None:
    """今（19）日: the relative word and the day confirm each other."""
    if context.today:
        there = context.today + timedelta(_DAYS[groups["rday"]])
        if there.day == _count(groups["day"]):
            return Reading(edtf.of(there), edtf.of(there), relative=True)
    return _bare_day(groups, context, at)


def _relative_day(groups: Groups, context: Context, at: int) -> Reading | None:
    if context.today is None:
        return Reading(Point(), Point(), None, NO_DATE, True)
    word = re.match("大?.", groups["rday"])
    point = edtf.of(context.today + timedelta(_DAYS[word[0] if word else "今"]))
    return Reading(point, point, relative=True)


def _week(groups: Groups, context: Context, at: int) -> Reading | None:
    if context.today is None:
        return Reading(Point(), Point(), None, NO_DATE, True)
    shift = _SHIFTS[groups["shift"].rstrip("个")]
    if "wday" in groups:
        at_day = _weekday_index(groups["wday"])
        point, _ = edtf.week(context.today, shift, at_day, at_day)
        return Reading(point, point, relative=True)
    low, high = edtf.week(context.today, shift, *((5, 6) if "end" in groups else (0, 6)))
    return Reading(low, low, high, relative=True)


def _weekday(groups: Groups, context: Context, at: int) -> Reading | None:
    """周五 alone: the next one where the clause looks ahead, else the last one up to the article's day."""
    if context.today is None:
        return Reading(Point(), Point(), None, NO_DATE, True)
    away = (context.today.weekday() - _weekday_index(groups["wday"])) % 7
    back = away if not context.looks_ahead(at) or not away else away - 7
    point = edtf.of(context.today - timedelta(back))
    return Reading(point, point, relative=True)


def _quarter(groups: Groups, context: Context, at: int) -> Reading | None:
    text = groups.get("quarter") or groups["alone"]
    found = re.search("[一二三四首1-4]", text)
    return _part_of_year(groups, context, at, 32 + _ORDER[found[0]] if found else 33)


def _half_year(groups: Groups, context: Context, at: int) -> Reading | None:
    return _part_of_year(groups, context, at, 40 if groups["half"][0] in "上前" else 41)


def _season(groups: Groups, context: Context, at: int) -> Reading | None:
    return _part_of_year(groups, context, at, 21 + _SEASONS.index(groups["season"][0]))


def _part_of_year(groups: Groups, context: Context, at: int, unit: int) -> Reading:
    year, doubt, relative = _year(groups, context, at)
    said = Point(year, unit)
    if year is None and not doubt:
        year, doubt = context.year_for(None, None, at)
    return Reading(said, Point(year, unit), None, doubt, relative)


def _months(groups: Groups, context: Context, at: int) -> Reading | None:
    """今年前8個月, 前三季度: from January on."""
    last = 9 if "quarters" in groups else _count(groups["months"].lstrip("前首头").rstrip("个月"))
    year, doubt, relative = _year(groups, context, at)
    if year is None and not doubt:
        year, doubt = context.year_for(None, None, at)
    return Reading(Point(year, 1), Point(year, 1), Point(year, last), doubt, relative)


def _decade(groups: Groups, context: Context, at: int) -> Reading | None:
    if "year" in groups:
        year = _count(groups["year"])
        point = Point(year, decade=True)
        return Reading(point, point)
    tens = _tens(groups.get("decade") or groups["decade2"])
    last = _tens(groups["decade2"]) if "decade" in groups and "decade2" in groups else None
    century, doubt = _century(groups.get("century", ""), last or tens, context)
    low = Point(century * 100 + tens, decade=True)
    high = Point(century * 100 + last, decade=True) if last else None
    return Reading(low, low, high, doubt)


def _year_alone(groups: Groups, context: Context, at: int) -> Reading | None:
    if "fiscal" in groups:
        point = Point(int(groups["fiscal"]))
        return Reading(point, point)
    year, doubt, relative = _year(groups, context, at)
    point = Point(year)
    if year is None and not doubt:
        return None
    return Reading(point, point, None, doubt, relative)


def _year_pair(groups: Groups, context: Context, at: int) -> Reading | None:
    first, second = groups["year"], groups["year2"]
    last = int(first[: 4 - len(second)] + second)
    return Reading(Point(int(first)), Point(int(first)), Point(last)) if last == int(first) + 1 else None


def _year_end(groups: Groups, context: Context, at: int) -> Reading | None:
    if context.today is None:
        return Reading(Point(), Point(), None, NO_DATE, True)
    point = Point(context.today.year)
    return Reading(point, point, relative=True)


def _lunar(groups: Groups, context: Context, at: int) -> Reading | None:
    return Reading(Point(), Point(), None, "a day of the lunar calendar")


def _year(groups: Groups, context: Context, at: int) -> tuple[int | None, str, bool]:
    """The year a match says, a doubt, and whether it is relative; None and no doubt where it says none."""
    if "year" in groups:
        year = _count(groups["year"])
        return (1 - year if "bc" in groups else year) if year is not None else None, "", False
    if "era" in groups:
        return *_era(groups["era"], month="month" in groups), False
    if "noted" in groups:
        year = int(re.sub(r"\D", "", groups["noted"]))
        return year + _ROC if year < 200 else year, "", True
    if "roc" in groups:
        return int(groups["roc"].rstrip("年 ")) + _ROC, "", False
    if "short" in groups:
        year = _count(groups["short"].replace("零", ""))
        return 2000 + (year or 0), "a year of two digits", False
    if "ryear" in groups:
        if context.today is None:
            return None, NO_DATE, True
        return context.today.year + _YEARS[groups["ryear"].rstrip("年")], "", True
    if "same" in groups:
        before = [s.point.year for s in context.seen if s.point.year is not None and s.at < at]
        if not before and groups["same"] == "上年" and context.today:
            before = [context.today.year]
        shift = {"上": -1, "次": 1, "翌": 1}.get(groups["same"][0], 0)
        return (before[-1] + shift, "", True) if before else (None, "the year before it is not known", True)
    return None, "", False


def _era(text: str, *, month: bool) -> tuple[int | None, str]:
    """民國114年 -> 2025; the months of 康熙二十年 are of the lunar calendar."""
    name, before, calendar = next(row for row in tables.rows("eras") if text.startswith(row[0]))
    regnal = text.removeprefix(name).strip("年 ")
    count = 1 if regnal == "元" else _count(regnal)
    doubt = "a month of the lunar calendar" if month and calendar == "lunar" else ""
    return None if count is None else int(before) + count, doubt


def _relative_month(text: str, context: Context) -> Point | None:
    noted = re.search(r"\d+", text)
    if context.today is None:
        return Point(None, int(noted[0])) if noted else None
    shift = _SHIFTS[text.rstrip("月").rstrip("个")] if not noted else _SHIFTS[text[0]]
    return edtf.month(context.today, shift)


def _century(text: str, tens: int, context: Context) -> tuple[int, str]:
    """The hundreds of a decade and a doubt: 20世纪, 上世纪, or none (90年代)."""
    if match := re.match(r"\d+|[一二十九]+", text):
        return (_count(match[0]) or 20) - 1, ""
    now = context.article.year // 100 if context.article else 20
    if text:
        return (now if text.startswith("本") else now - 1), ""
    return (19, "") if tens >= 30 else (20, "the century is not said")


def _tens(text: str) -> int:
    value = _count(text) or 0
    return value * 10 if value < 10 else value


def _weekday_index(text: str) -> int:
    return 6 if text == "天" else _WEEKDAYS.index(text)


def _count(text: str) -> int | None:
    """A small number as dates write it: 二〇二五, 一一四, 廿, 元(月), with its 年月日 still on."""
    text = re.sub(r"公元|西元|前|[ 年月日号度份]", "", text)
    if text == "元":
        return 1
    value = number(text)
    if value is None and re.fullmatch("[〇零一二三四五六七八九]+", text):
        value = int("".join(str("〇一二三四五六七八九".find(c.replace("零", "〇"))) for c in text))
    return int(value) if value is not None else None


_READERS: dict[str, _Reader] = {
    "iso": _day, "day": _day, "half_day": _day, "half_month": _day, "month": _day,
    "bare_day": _bare_day, "half_bare_day": _bare_day, "noted_day": _noted_day,
    "months": _months, "quarters": _months, "quarter": _quarter, "half_year": _half_year, "season": _season,
    "decade": _decade, "decades": _decade,
    "year": _year_alone, "half_years": _year_alone, "year_pair": _year_pair,
    "lunar": _lunar, "unsaid_day": _unsaid_day,
    "relative_day": _relative_day, "relative_week": _week, "relative_weekday": _weekday,
    "relative_year_end": _year_end,
}  # fmt: skip
