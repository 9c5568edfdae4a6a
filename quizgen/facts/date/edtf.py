"""A point in the calendar as far as it is known, and its EDTF (ISO 8601-2)."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple


class Point(NamedTuple):
    """A year, month or day; None is what the text does not say."""

    year: int | None = None
    unit: int | None = None
    """month 1-12, or EDTF's seasons 21-24, quarters 33-36, half-years 40-41"""
    day: int | None = None
    decade: bool = False
    """the whole decade that begins with `year`"""

    def __str__(self) -> str:
        if self.decade and self.year is not None:
            return f"{self.year // 10:03d}X"
        year = "XXXX" if self.year is None else f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        if self.day:
            return f"{year}-{'XX' if self.unit is None else f'{self.unit:02d}'}-{self.day:02d}"
        return year if self.unit is None else f"{year}-{self.unit:02d}"

    @property
    def blank(self) -> bool:
        """Nothing of it is known."""
        return self.year is None and self.unit is None and self.day is None

    @property
    def key(self) -> tuple[int, int, int]:
        """To tell the earlier of two points; what is not known counts as the first."""
        return self.year or 0, self.unit or 0, self.day or 0

    def exists(self) -> bool:
        """Whether the calendar has such a day; 29 February of an unknown year does."""
        if not self.day or not self.unit:
            return self.day is None or self.day <= 31
        return self.day <= calendar.monthrange(self.year or 2000, self.unit)[1]


def of(day: date) -> Point:
    """A day of the calendar as a point."""
    return Point(day.year, day.month, day.day)


def month(of_day: date, shift: int) -> Point:
    """The month so many months from a day's own."""
    index = of_day.year * 12 + of_day.month - 1 + shift
    return Point(index // 12, index % 12 + 1)


def week(of_day: date, shift: int, first: int = 0, last: int = 6) -> tuple[Point, Point]:
    """From one weekday to another (Monday is 0) of the week so many weeks from a day's own."""
    monday = of_day - timedelta(of_day.weekday()) + timedelta(weeks=shift)
    return of(monday + timedelta(first)), of(monday + timedelta(last))
