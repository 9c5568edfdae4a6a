"""Dates: days, months, periods and ranges, as EDTF; relative ones by the article's own date.

patterns (how dates are written) -> reading (what they say, with context for what they leave out) -> ranges -> facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from quizgen import tables
from quizgen.items import Fact, Line, Part, Source
from quizgen.language.numerals import fold

from .context import Context
from .patterns import PATTERNS
from .ranges import Dated, joined
from .reading import read

KIND = "date"

_PARTS = {
    "year": "year", "ryear": "year", "era": "year", "noted": "year", "roc": "year", "short": "year", "same": "year",
    "month": "month", "rmonth": "month", "day": "day", "weekday": "weekday", "modifier": "modifier",
}  # fmt: skip
_BOUND_BEFORE = re.compile("(?P<since>自从?|从)$|(?P<until>截至|直到)$")
_BOUND_AFTER = re.compile(
    " ?(?:(?P<since>以来|起|开始)|(?P<after>(?:及|或)?[之以]后|后(?![者来续方勤卫台果期备援天]))"
    "|(?P<before>(?:及|或)?[之以]前|前(?![任往方后者期途锋线沿夕卫总首外不些])))"
)


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """The dates of an article: `value` is EDTF, or empty with a doubt where a relative word cannot be resolved.

    今年3月 -> 2025-03, 9月14日至15日 -> 2025-09-14/2025-09-15 in an article of 2025; without a date XXXX-09-14/….
    A rule that begins with `relative` counts from the article's day. Parts: year, month, day, weekday, modifier
    (初, 底, 中旬), from and to of a range; bound is what stands beside the span: its value since, after, before, until.
    """
    article = date.fromisoformat(source.date) if re.fullmatch(r"\d{4}-\d\d-\d\d", source.date) else None
    return [fact for line in lines for fact in _in_line(line, article, not source.inferred)]


def _in_line(line: Line, article: date | None, exact: bool) -> Iterator[Fact]:
    text = fold(line.simplified)
    context = Context(text, article, exact)
    dates = []
    for rule, match in _matches(text):
        reading = read(rule, match, context)
        if reading is None:
            continue
        context.note(match.start(), match.end(), reading.low, reading.said.year is not None)
        dates.append(Dated(match.start(), match.end(), rule, reading, (match,)))
    return (_fact(dated, line, text) for dated in joined(dates, text))


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The rules' matches from left to right; of those that begin together the longest, then the earlier rule's."""
    words = [m.span() for m in _date_words().finditer(text)]
    every = [(rule, m) for rule, pattern in _compiled().items() for m in pattern.finditer(text)]
    end = 0
    for rule, match in sorted(every, key=lambda found: (found[1].start(), -found[1].end())):
        start = match.start()
        if start < end or any(a < match.end() and start < b for a, b in words):
            continue
        end = match.end()
        yield rule, match


def _fact(dated: Dated, line: Line, text: str) -> Fact:
    reading = dated.reading
    value = "" if reading.low.blank else str(reading.low) + (f"/{reading.high}" if reading.high else "")
    relative = "relative_" if reading.relative and not dated.rule.startswith("relative") else ""
    return Fact(
        KIND,
        line.text[dated.start : dated.end],
        line.start + dated.start,
        line.start + dated.end,
        value,
        relative + dated.rule,
        tuple(_parts(dated, line, text)),
        reading.doubt,
    )


def _parts(dated: Dated, line: Line, text: str) -> Iterator[Part]:
    def part(name: str, start: int, end: int, value: str = "") -> Part:
        return Part(name, line.text[start:end], line.start + start, line.start + end, value)

    ends = dated.matches if len(dated.matches) > 1 and dated.reading.high else ()
    for name, match, point in zip(("from", "to"), ends, (dated.reading.low, dated.reading.high), strict=False):
        yield part(name, *match.span(), str(point))
    if not ends:
        point = dated.reading.low
        values = {"year": point.year, "month": point.unit, "day": point.day}
        for group, name in _PARTS.items():
            match = next((m for m in dated.matches if m.groupdict().get(group)), None)
            if match:
                value = values.get(name)
                yield part(name, *match.span(group), "" if value is None else str(value))
    for bound in (_BOUND_BEFORE.search(text[: dated.start]), _BOUND_AFTER.match(text, dated.end)):
        if bound and bound.lastgroup:
            yield part("bound", *bound.span(bound.lastgroup), bound.lastgroup)


@cache
def _compiled() -> dict[str, re.Pattern[str]]:
    return {rule: re.compile(pattern) for rule, pattern in PATTERNS.items()}


@cache
def _date_words() -> re.Pattern[str]:
    words = sorted(tables.words("date_words"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
