"""Months and days of the month: 9月14日（週日）, 九月十五日, 2025-09-14, 5日, 今（19）日, 9月初."""

from __future__ import annotations

import re
from datetime import date, timedelta

from . import edtf, years
from .context import NO_DATE, Context, Groups, Reading, Rule
from .edtf import Point
from .grammar import CN, DAY_NUMBER, MAYBE_YEAR, MONTH, MONTH_END, MONTH_NUMBER, TO, WEEKDAY_BRACKET, YEAR, count

_MONTHS = {"本": 0, "这": 0, "上": -1, "下": 1, "上上": -2, "下下": 2}
_DAYS = {"今": 0, "昨": -1, "前": -2, "明": 1, "后": 2}
_LUNAR = "a day of the lunar calendar"


def _day(groups: Groups, context: Context, at: int) -> Reading | None:
    """Month and day, with or without their year; also a month alone."""
    day = count(groups["day"]) if "day" in groups else None
    if day is not None and not 1 <= day <= 31:
        return None
    if "month_word" in groups:
        return _in_month_word(groups["month_word"], day, context)
    month = count(groups["month"])
    if month is None or not 1 <= month <= 12:
        return None
    year, doubt, relative = years.read(groups, context, at)
    said = Point(year, month, day)
    if year is None and not doubt:
        year, doubt = context.year_for(month, day, at)
    point = Point(year, month, day)
    return Reading(said, point, None, doubt if point.exists() else "no such day", relative)


def _in_month_word(text: str, day: int | None, context: Context) -> Reading:
    """本月, 上個月, 下月5日, 本（9）月15日."""
    noted = re.search(r"\d+", text)
    if context.today is None:
        point = Point(None, int(noted[0]) if noted else None, day)
        return Reading(point, point, None, NO_DATE, True)
    word = text[0] if noted else text.rstrip("月").rstrip("个")
    point = edtf.month(context.today, _MONTHS[word])._replace(day=day)
    return Reading(point, point, None, "" if point.exists() else "no such day", True)


def _unsaid_day(groups: Groups, context: Context, at: int) -> Reading | None:
    """二零零四年八月十五, without 日."""
    found = _day(groups, context, at)
    return found and found._replace(doubt=found.doubt or "a day without 日 may be one of the lunar calendar")


def _bare_day(groups: Groups, context: Context, at: int) -> Reading | None:
    """5日 alone, of the month that the sentence or the article is about."""
    day = count(groups["day"])
    if day is None or not 1 <= day <= 31:
        return None
    point, doubt = context.month_for(day, at)
    if not point.exists() and point.unit and point.year:
        point = edtf.month(date(point.year, point.unit, 1), -1)._replace(day=day)
        doubt = "the month of the article has no such day"
    return Reading(Point(day=day), point, None, doubt)


def _noted_day(groups: Groups, context: Context, at: int) -> Reading | None:
    """今（19）日, 昨（9/18）: the relative word and the day confirm each other."""
    if "month" in groups:
        return _day(groups, context, at)
    if context.today:
        there = context.today + timedelta(_DAYS[groups["word"]])
        if there.day == count(groups["day"]):
            return Reading(edtf.of(there), edtf.of(there), relative=True)
    return _bare_day(groups, context, at)


def _lunar(groups: Groups, context: Context, at: int) -> Reading | None:
    return Reading(Point(), Point(), None, _LUNAR)


RULES = {
    "iso": Rule(
        "-/.",
        r"(?<![\d./])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
        r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|(?P=mark)\d)" + WEEKDAY_BRACKET,
        _day,
    ),
    "lunar": Rule(
        "农阴旧正腊初闰大",
        rf"(?:农历|阴历|旧历)?(?:{YEAR})?(?:农历|阴历|旧历)?"
        rf"(?:(?:正|腊)月(?:初?[{CN}十廿]{{1,3}})?|闰?{MONTH_NUMBER}月初[{CN}十]|大年(?:初[一二三四五六七]|三十)"
        rf"|(?<=历)闰?{MONTH_NUMBER}月[{CN}十廿]{{0,3}})日?",
        _lunar,
    ),
    "day": Rule("月", rf"{MAYBE_YEAR}{MONTH} ?(?P<day>{DAY_NUMBER} ?[日号]){WEEKDAY_BRACKET}", _day),
    "unsaid_day": Rule(
        "月", rf"{YEAR} ?{MONTH}(?P<day>[十二三廿卅][{CN}十]{{1,2}})(?![个名次人年万亿日号])", _unsaid_day
    ),
    "half_day": Rule(
        "至到-–—~、", rf"{MAYBE_YEAR}{MONTH} ?(?P<day>{DAY_NUMBER})(?=(?:{TO}|、){DAY_NUMBER} ?[日号])", _day
    ),
    "half_bare_day": Rule(
        "至到-–—~",
        rf"(?<![\d.第走需要期时留住经约短休共])(?P<day>3[01]|[12]?\d)(?={TO}{DAY_NUMBER} ?日)",
        _bare_day,
    ),
    "bare_day": Rule(
        "日",
        r"(?<![\d.第近约逾期共续整满短长每隔余多后前来了])(?<![长已多可将间工]达)"
        rf"(?P<day>3[01]|[12]\d|0?[1-9]|十[{CN}]|二十[{CN}]?|廿[{CN}]?) ?日"
        r"(?![内游间后前圆元本常益之均行程票报]|以[内上]|为[期限])",
        _bare_day,
    ),
    "noted_day": Rule(
        "（(",
        r"(?P<word>[今昨明前后])[天日]?[（(](?:(?P<month>1[0-2]|0?[1-9])[/月])?(?P<day>3[01]|[12]\d|0?[1-9])日?[）)]"
        "[天日晚早晨]?",
        _noted_day,
    ),
    # 9/14 is a date only where nothing else can be: alone in brackets, or with its weekday
    "slash": Rule(
        "/",
        r"(?:(?<=[（(])|(?<![\d/.]))(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])"
        r"(?:(?<=[（(]\d/\d)(?=[）)])|(?<=[（(]\d/\d\d)(?=[）)])|(?<=[（(]\d\d/\d\d)(?=[）)])"
        r"|(?P<weekday>[（(](?:星期|周|礼拜)?[一二三四五六日天][）)]))",
        _day,
    ),
    "half_month": Rule("至到-–—~", rf"{MAYBE_YEAR}(?P<month>{MONTH_NUMBER})(?={TO}{MONTH_NUMBER} ?月)", _day),
    "month": Rule("月", rf"{MAYBE_YEAR}{MONTH}(?![球台]|天(?![气津]))份?(?P<modifier>{MONTH_END})?", _day),
}
