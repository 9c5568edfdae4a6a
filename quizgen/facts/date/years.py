"""Years and decades: 2019年, 民國114年, 去年, 翌年, 1990年代, 2024/25賽季."""

from __future__ import annotations

import re

from quizgen import tables

from .context import NO_DATE, Context, Groups, Reading, Rule
from .edtf import Point
from .grammar import CN, DECADE_END, TO, Y4, YEAR, YEAR_END, count

_ROC = 1911
_DEICTIC = {"今": 0, "本": 0, "去": -1, "前": -2, "大前": -3, "明": 1, "后": 2}
_FROM_LAST = {"上": -1, "同": 0, "当": 0, "次": 1, "翌": 1}
_CENTURY = r"(?P<century>(?:(?:1[5-9]|20|21|十九|二十|二十一) ?|上个?|本)世纪)"


def read(groups: Groups, context: Context, at: int) -> tuple[int | None, str, bool]:
    """The year a match of `grammar.YEAR` says, a doubt, and whether it is relative; no year and no doubt for none."""
    if "year" in groups:
        year = count(groups["year"])
        return (1 - year if "bc" in groups else year) if year is not None else None, "", False
    if "era" in groups:
        return *_era(groups["era"], month="month" in groups), False
    if "noted" in groups:
        year = int(re.sub(r"\D", "", groups["noted"]))
        return year + _ROC if year < 200 else year, "", True
    if "roc" in groups:
        return int(groups["roc"].rstrip("年 ")) + _ROC, "", False
    if "short" in groups:
        return 2000 + (count(groups["short"].replace("零", "")) or 0), "a year of two digits", False
    if "deictic" in groups:
        today = context.today
        return (today.year + _DEICTIC[groups["deictic"].rstrip("年")], "", True) if today else (None, NO_DATE, True)
    if "same" in groups:
        return _same(groups["same"], context, at)
    return None, "", False


def _same(text: str, context: Context, at: int) -> tuple[int | None, str, bool]:
    """同年, 翌年 count from the year named before; 上年 does so too, or from the article's."""
    before = context.year_before(at)
    if before is None and text == "上年" and context.today:
        before = context.today.year
    if before is None:
        return None, "the year before it is not known", True
    return before + _FROM_LAST[text[0]], "", True


def _era(text: str, *, month: bool) -> tuple[int | None, str]:
    """民國114年 -> 2025; the months of 康熙二十年 are of the lunar calendar."""
    name, before, kind = next(row for row in tables.rows("eras") if text.startswith(row[0]))
    regnal = count(text.removeprefix(name))
    doubt = "a month of the lunar calendar" if month and kind == "lunar" else ""
    return None if regnal is None else int(before) + regnal, doubt


def _year(groups: Groups, context: Context, at: int) -> Reading | None:
    if "fiscal" in groups:
        point = Point(int(groups["fiscal"]))
        return Reading(point, point)
    year, doubt, relative = read(groups, context, at)
    return None if year is None and not doubt else Reading(Point(year), Point(year), None, doubt, relative)


def _pair(groups: Groups, context: Context, at: int) -> Reading | None:
    """2024/25賽季: two years that follow each other."""
    first, second = groups["year"], groups["year2"]
    last = int(first[: 4 - len(second)] + second)
    return Reading(Point(int(first)), Point(int(first)), Point(last)) if last == int(first) + 1 else None


def _end(groups: Groups, context: Context, at: int) -> Reading | None:
    """年底 alone is that of the article's year."""
    point = Point(context.today.year) if context.today else Point()
    return Reading(point, point, None, "" if context.today else NO_DATE, True)


def _decade(groups: Groups, context: Context, at: int) -> Reading | None:
    if "year" in groups:
        point = Point(count(groups["year"]), decade=True)
        return Reading(point, point)
    first = _tens(groups.get("decade") or groups["decade2"])
    last = _tens(groups["decade2"]) if "decade" in groups and "decade2" in groups else None
    century, doubt = _century(groups.get("century", ""), last or first, context)
    low = Point(century * 100 + first, decade=True)
    return Reading(low, low, Point(century * 100 + last, decade=True) if last else None, doubt)


def _century(text: str, tens: int, context: Context) -> tuple[int, str]:
    """The hundreds of a decade and a doubt: 20世纪, 上世纪, or none (90年代)."""
    if match := re.match(r"\d+|[一二十九]+", text):
        return (count(match[0]) or 20) - 1, ""
    now = context.article.year // 100 if context.article else 20
    if text:
        return (now if text.startswith("本") else now - 1), ""
    return (19, "") if tens >= 30 else (20, "the century is not said")


def _tens(text: str) -> int:
    value = count(text) or 0
    return value * 10 if value < 10 else value


RULES = {
    "year": Rule("年赛财", rf"{YEAR}(?!代)度?(?P<modifier>{YEAR_END})?|(?<!\d)(?P<fiscal>20\d\d)(?:赛季|财年)", _year),
    "half_years": Rule("至到-–—~", rf"(?<![\d.-])(?P<year>{Y4})(?={TO}{Y4} ?年)", _year),
    "year_pair": Rule(
        "赛学财年",
        r"(?<!\d)(?P<year>20\d\d)[-/–](?P<year2>20\d\d|\d\d) ?(?:赛季|学年度?|财年|年度)",
        _pair,
    ),
    "relative_year_end": Rule(
        "年",
        r"(?:(?<=[，。、；于在到至前])|^|(?<![每历各当同次翌去今明前本\d年某])(?=年[底末]前))(?P<modifier>年[底初末])(?!班)",
        _end,
    ),
    "decade": Rule(
        "代",
        rf"(?:{_CENTURY} ?(?P<decade>\d0|[{CN}]十)|(?P<year>(?<!\d)(?:1[5-9]|20)\d0|[一二][{CN}]{{2}}[〇零])"
        rf"|(?<![\d{CN}])(?P<decade2>[1-9]0|[{CN}]十)) ?年代(?P<modifier>{DECADE_END})?",
        _decade,
    ),
    "decades": Rule(
        "代",
        rf"{_CENTURY}?(?P<decade>[二三四五六七八])(?P<decade2>[三四五六七八九])十年代(?P<modifier>{DECADE_END})?",
        _decade,
    ),
}
