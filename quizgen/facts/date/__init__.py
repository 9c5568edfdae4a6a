"""Dates: days, months, periods and ranges, as EDTF; relative ones by the article's own date.

grammar (the pieces of patterns) -> years, days, periods, relative (rules: a pattern and its reader), with the context
for what a date leaves out -> ranges -> facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from quizgen import tables
from quizgen.items import Fact, Line, Part, Source
from quizgen.language.numerals import fold

from . import days, periods, relative, years
from .context import Context
from .ranges import Dated, joined

KIND = "date"

RULES = years.RULES | days.RULES | periods.RULES | relative.RULES
#: the parts of a date, by the pattern's groups
_PARTS = dict.fromkeys(("year", "era", "noted", "deictic", "same", "roc", "short"), "year") | {
    "month": "month",
    "month_word": "month",
    "day": "day",
    "weekday": "weekday",
    "modifier": "modifier",
}
_BOUND_BEFORE = re.compile("(?P<since>自从?|从)$|(?P<until>截至|直到)$")
_BOUND_AFTER = re.compile(
    " ?(?:(?P<since>以来|起(?![诉飞身草火到来源])|开始)|(?P<after>(?:及|或)?[之以]后|后(?![者来续方勤卫台果期备援天]))"
    "|(?P<before>(?:及|或)?[之以]前|前(?![任往方后者期途锋线沿夕卫总首外不些])))"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s，。；、）)]+")

_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)年(1[0-2]|0?[1-9])月")


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """The dates of an article: `value` is EDTF, or empty with a doubt where a relative word cannot be resolved.

    今年3月 -> 2025-03, 9月14日至15日 -> 2025-09-14/2025-09-15 in an article of 2025; without a date XXXX-09-14/….
    A rule that begins with `relative` counts from the article's day. Parts: year, month, day, weekday, modifier
    (初, 底, 中旬), from and to of a range; bound is what stands beside the span: its value since, after, before, until.
    """
    article = date.fromisoformat(source.date) if re.fullmatch(r"\d{4}-\d\d-\d\d", source.date) else None
    years = _years("\n".join(fold(line.simplified) for line in lines))
    return [fact for line in lines for fact in _in_line(line, article, years, exact=not source.inferred)]


def _years(text: str) -> dict[int, int]:
    """Month -> its year, of the months that the article names with one year only."""
    told: dict[int, set[int]] = {}
    for match in _YEAR_MONTH.finditer(text):
        told.setdefault(int(match[2]), set()).add(int(match[1]))
    return {month: years.pop() for month, years in told.items() if len(years) == 1}


def _in_line(line: Line, article: date | None, years: dict[int, int], *, exact: bool) -> Iterator[Fact]:
    text = fold(line.simplified)
    context = Context(text, article, exact, years)
    dates = []
    for rule, match in _matches(text):
        reading = RULES[rule].read({k: v for k, v in match.groupdict().items() if v}, context, match.start())
        if reading is not None:
            context.note(match.start(), match.end(), reading)
            dates.append(Dated(match.start(), match.end(), rule, reading, (match,)))
    return (_fact(dated, line, text) for dated in joined(dates, text))


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The rules' matches from left to right; of those that begin together the longest, then the earlier rule's."""
    words = [m.span() for pattern in (_date_words(), _URL) for m in pattern.finditer(text)]
    letters = set(text)
    every = [(name, m) for name in RULES if letters & set(RULES[name].hint) for m in _pattern(name).finditer(text)]
    end = 0
    for rule, match in sorted(every, key=lambda found: (found[1].start(), -found[1].end())):
        start = match.start()
        if start >= end and not any(a < match.end() and start < b for a, b in words):
            end = match.end()
            yield rule, match


def _fact(dated: Dated, line: Line, text: str) -> Fact:
    reading = dated.reading
    value = "" if reading.low.blank else str(reading.low) + (f"/{reading.high}" if reading.high else "")
    rule = dated.rule
    if reading.relative and not rule.startswith("relative"):
        rule = f"relative_{rule}"
    parts = tuple(
        Part(name, line.text[start:end], line.start + start, line.start + end, told)
        for name, (start, end), told in _parts(dated, text)
    )
    start, end = dated.start, dated.end
    return Fact(KIND, line.text[start:end], line.start + start, line.start + end, value, rule, parts, reading.doubt)


def _parts(dated: Dated, text: str) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Name, span in the line and value of each part."""
    low, high = dated.reading.low, dated.reading.high
    if high and len(dated.matches) > 1:
        yield "from", dated.matches[0].span(), str(low)
        yield "to", dated.matches[-1].span(), str(high)
    else:
        values = {"year": low.year, "month": low.unit, "day": low.day}
        for match in dated.matches:
            for group in match.groupdict():
                if group in _PARTS and match[group]:
                    value = values.get(_PARTS[group])
                    yield _PARTS[group], match.span(group), "" if value is None else str(value)
    for bound in (_BOUND_BEFORE.search(text[: dated.start]), _BOUND_AFTER.match(text, dated.end)):
        if bound and bound.lastgroup:
            yield "bound", bound.span(bound.lastgroup), bound.lastgroup


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(RULES[name].pattern)


@cache
def _date_words() -> re.Pattern[str]:
    words = sorted(tables.words("date_words"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
