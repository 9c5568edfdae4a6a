"""Two dates that make one: a range (9月14日至15日), or a day told twice (週五（5日）)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from . import edtf
from .context import Reading
from .edtf import Point
from .grammar import TO

_TO = re.compile(rf"起?{TO}")
_TO_AFTER_NUMBER = re.compile(rf"[\d一二三四五六七八九十]{TO}$")
_OPEN, _CLOSE = "（(", "）)"


class Dated(NamedTuple):
    """A date in a line."""

    start: int
    end: int
    rule: str
    reading: Reading
    matches: tuple[re.Match[str], ...]

    @property
    def half(self) -> bool:
        """It is no date without its other end: the 14 of 14至15日."""
        return self.rule.startswith("half_") and self.rule != "half_year"


def joined(dates: Sequence[Dated], text: str) -> list[Dated]:
    """The dates of a line with ranges made one; halves that found no other end are left out (走2至3日)."""
    out: list[Dated] = []
    for right in dates:
        one = _join(out[-1], right, text) if out else None
        out[-1:] = [one] if one else [*out[-1:], right]
    return [d for d in out if not d.half and not (d.rule == "bare_day" and _TO_AFTER_NUMBER.search(text[: d.start]))]


def _join(left: Dated, right: Dated, text: str) -> Dated | None:
    between = text[left.end : right.start]
    matches = (*left.matches, *right.matches)
    if between and between in _OPEN and text[right.end : right.end + 1] in _CLOSE and _tell_one(left, right):
        told = left if left.reading.relative < right.reading.relative else right
        return Dated(left.start, right.end + 1, told.rule, told.reading, matches)
    reading = None
    if between == "、" and left.half:
        reading = _both(left.reading, right.reading)
    elif _TO.fullmatch(between):
        reading = _range(left.reading, _later(left, right))
    return Dated(left.start, right.end, "range", reading, matches) if reading else None


def _tell_one(left: Dated, right: Dated) -> bool:
    """週五（5日） and 9月5日（今天） tell one day; 2025年（民國114年） tells one year."""
    if left.half or right.half:
        return False
    a, b = left.reading.low, right.reading.low
    return a == b or (b.day is not None and left.reading.relative != right.reading.relative)


def _later(left: Dated, right: Dated) -> Reading:
    """明晚至週三: a weekday behind 至 is the next one after what stands before it."""
    low, high = left.reading.low, right.reading.low
    if right.rule != "relative_weekday" or not low.day or high.blank or low.key <= high.key:
        return right.reading
    point = edtf.of(date(*high.key) + timedelta(7))
    return right.reading._replace(said=point, low=point)


def _range(left: Reading, right: Reading) -> Reading | None:
    """From the one to the other, each lending what the other leaves out."""
    low, high = left.low, _filled(right.said, left.low)
    year_to_part = low.unit is None and low.day is None and right.said.year is None
    if left.high or right.high or low.blank or high.blank or year_to_part:
        return None
    if left.said.year is None and right.said.year is not None:
        wraps = low.unit is not None and high.unit is not None and low.unit > high.unit
        low = low._replace(year=right.said.year - wraps)
    if low.year is not None and high.year is not None and right.said.year is None and low.key > high.key:
        high = high._replace(year=high.year + 1)
    if (low.year is not None and low.key >= high.key) or not high.exists():
        return None
    return Reading(low, low, high, left.doubt or right.doubt, left.relative or right.relative)


def _both(left: Reading, right: Reading) -> Reading | None:
    """9月9、10日: two days side by side are a range of two."""
    high = _filled(right.said, left.low)
    if left.low.day is None or high.day != left.low.day + 1:
        return None
    return Reading(left.low, left.low, high, left.doubt, left.relative)


def _filled(said: Point, before: Point) -> Point:
    year = before.year if said.year is None else said.year
    unit = before.unit if said.unit is None and said.day is not None else said.unit
    return Point(year, unit, said.day, said.decade)
