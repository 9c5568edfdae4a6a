"""What a date says, and what the text around it says about the year and month it leaves out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from . import edtf
from .edtf import Point

NO_DATE = "the article's date is not known"
_TWO_YEARS = "the year may be the article's or that of the date before it"
_TWO_MONTHS = "the month may be the article's or that of the date before it"
#: 將於17日, 17日將公布; but 17日宣布將… speaks of what the day brought
_AHEAD_BEFORE = re.compile(
    "(?:将|拟|预计|预期|预定|计划|订|定|即将|有望|可望|料|准备|最快|最迟|最晚)[会要]?[于在从自到至]?$"
)
_AHEAD_AFTER = re.compile("[上下]?午?(?:晚间?|早上|凌晨)?[起前]?(?:将|即将|才会)")
_SENTENCE_END = re.compile("[。！？!?]")
_DATE_TEXT = re.compile(r"(?:[\d 年月日号一二三四五六七八九十周星期礼拜天末（）()]|[至到-](?=\d))*")
#: a year that only bounds or compares (自2019年以来, 比2019年) is not the year of what follows
_BOUND_BEFORE = re.compile(r"(?:自从?|从|由|比|较|距|截至|直到|早在|继|不同于|相较|相对|到) ?$")
_BOUND_AFTER = re.compile(r" ?(?:以来|以后|之后|之前|以前|前|起|同期|的(?!\d)|版|至今|开始)")
_HALF_A_YEAR = 183
_LATELY = 10


class Reading(NamedTuple):
    """What a date says and what it means."""

    said: Point
    """only what the text itself tells, relative words resolved"""
    low: Point
    high: Point | None = None
    """the last point of a period, or None"""
    doubt: str = ""
    relative: bool = False


class _Seen(NamedTuple):
    at: int
    point: Point
    year_said: bool


@dataclass(slots=True)
class Context:
    """One line: its text, the article's date, and the dates read so far, in their order."""

    text: str
    article: date | None
    exact: bool
    """the article's date is given, so that it resolves 昨天; an inferred one lends only its year"""
    years: Mapping[int, int] = field(default_factory=dict)
    """month -> the one year that the article names it with"""
    seen: list[_Seen] = field(default_factory=list)

    @property
    def today(self) -> date | None:
        """The day that relative words count from, where it is certain."""
        return self.article if self.exact else None

    def note(self, start: int, end: int, reading: Reading) -> None:
        """Remembers a date that has been read, unless it only bounds or compares."""
        if not _BOUND_BEFORE.search(self.text[:start]) and not _BOUND_AFTER.match(self.text, end):
            self.seen.append(_Seen(start, reading.low, reading.said.year is not None))

    def year_before(self, at: int) -> int | None:
        """The year last named before a place in the line."""
        return next((s.point.year for s in reversed(self.seen) if s.at < at and s.point.year is not None), None)

    def year_for(self, month: int | None, day: int | None, at: int) -> tuple[int | None, str]:
        """The year of a date that names none, and a doubt: of the sentence, of the paragraph, of the article.

        The year is chosen so that the date does not lie far after the article's, unless the text looks ahead.
        """
        guess = self._year_by_article(month, day, at)
        sentence = self._sentence_start(at)
        for seen in reversed(self.seen):
            year, unit, *_ = seen.point
            if year is None or seen.at >= at or not seen.year_said:
                continue
            if seen.at >= sentence:
                if self.article and unit is None and year > self.article.year:
                    continue
                return year, ""
            if unit is not None and unit <= 12:
                return year, _TWO_YEARS if guess is not None and guess != year else ""
        return guess, ""

    def month_for(self, day: int, at: int) -> tuple[Point, str]:
        """The month of a day that stands alone (5日), with its year, and a doubt."""
        near = [s for s in self.seen if s.at < at and s.point.unit and s.point.unit <= 12]
        before = near[-1].point._replace(day=day) if near else Point(day=day)
        if near and (self.today is None or near[-1].at >= self._sentence_start(at)):
            return before, ""
        if self.today is None:
            return before, "month not known"
        ahead, shift = self.looks_ahead(at), 0
        if day - self.today.day > _LATELY and not ahead:
            shift = -1
        elif day < self.today.day and ahead:
            shift = 1
        point = edtf.month(self.today, shift)._replace(day=day)
        return point, _TWO_MONTHS if near and before[:2] != point[:2] else ""

    def looks_ahead(self, at: int) -> bool:
        """Whether the words beside a date that begins at `at` speak of what is to come (將於, 預計, 定於)."""
        after = _DATE_TEXT.match(self.text, at)
        return bool(_AHEAD_BEFORE.search(self.text[:at]) or (after and _AHEAD_AFTER.match(self.text, after.end())))

    def _year_by_article(self, month: int | None, day: int | None, at: int) -> int | None:
        if self.article is None or month is None or month > 12:
            return self.article.year if self.article else None
        year = self.article.year
        if (month, day) == (2, 29):
            return year - year % 4
        away = (month - self.article.month) * 30.4 + ((day or 15) - self.article.day)
        told = self.years.get(month, year)
        if away > 0 and told < year and not self.looks_ahead(at):
            return told  # 7月19日 in an article of January that tells of 2021年7月
        if away > _HALF_A_YEAR and not self.looks_ahead(at):
            return year - 1
        return year + 1 if away < -_HALF_A_YEAR and self.looks_ahead(at) else year

    def _sentence_start(self, at: int) -> int:
        return max((m.end() for m in _SENTENCE_END.finditer(self.text, 0, at)), default=0)


#: the groups of a match that are not empty
Groups = Mapping[str, str]
Reader = Callable[[Groups, Context, int], Reading | None]


class Rule(NamedTuple):
    """How a date is written, and the reader of the pattern's groups; the third argument is where the match begins."""

    hint: str
    """characters of which a line that it matches holds one; such lines alone compile and run it"""
    pattern: str
    read: Reader
