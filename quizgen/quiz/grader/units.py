"""What stands around a figure's number: units under one name, words that say how near it is."""

from __future__ import annotations

import re
from functools import cache

from quizgen import tables
from quizgen.quiz.grader.fold import plain

BASES = {
    "年": (12, "月"), "个月": (1, "月"), "月": (1, "月"),
    "小时": (3600, "秒"), "分钟": (60, "秒"), "分": (60, "秒"), "秒": (1, "秒"),
    "公里": (1000, "米"), "米": (1, "米"), "吨": (1000, "公斤"), "公斤": (1, "公斤"),
}  # fmt: skip
"""a unit -> how many of the least one of its family it is"""
_OVER, _UNDER = ("over", "more than", "at least"), ("under", "less than", "at most", "nearly", "almost")
_SIDES = dict.fromkeys(_OVER, ">") | dict.fromkeys(_UNDER, "<") | dict.fromkeys(("about", "around"), "")
_TOTALS = ("共计", "总共", "一共", "总计", "共", "总额", "整")


@cache
def units() -> dict[str, str]:
    """How a unit may be written, folded -> its one name."""
    names = {plain(row[0]): row[1] for row in (*tables.rows("currencies"), *tables.rows("units"))}
    for name, unit, *_, one, many in (row for row in tables.rows("units") if len(row) > 5):
        names |= {english: unit for english in (one, many) if english}
        names.setdefault(plain(name), unit)
    own = {plain(row[0]): row[1] for row in tables.rows("answer_units")}
    return {name: own.get(plain(unit), unit) for name, unit in (names | own).items()}


@cache
def sides() -> dict[str, str]:
    """A word that says how near a figure is -> > for more, < for less, nothing for about."""
    listed = {row[0]: _SIDES.get(row[1], "") for row in tables.rows("modifiers")}
    return {**listed, **_SIDES, **dict.fromkeys(_TOTALS, ""), "多": ">", "余": ">", "+": ">"}


@cache
def modifier() -> re.Pattern[str]:
    """Finds such a word in a folded figure; 多 and 餘 only behind a number."""
    words = sorted(sides(), key=len, reverse=True)
    inside = r"(?<=[\d十百千万亿])[多余+]"
    return re.compile("|".join([*(re.escape(w) for w in words if w not in "多余+"), inside]))
