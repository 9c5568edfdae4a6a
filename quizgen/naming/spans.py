"""Spans of one line with the rule that found each, and which of them stay; the facts line by line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from quizgen.items import Fact, Line

Found = tuple[int, int, str]


def longest(spans: Iterable[Found]) -> list[Found]:
    """The longest first, of equals the earlier, each kept that overlaps none kept before; from left to right."""
    kept: list[Found] = []
    for span in sorted(spans, key=lambda s: s[0] - s[1]):
        if all(span[1] <= k[0] or span[0] >= k[1] for k in kept):
            kept.append(span)
    return sorted(kept)


def by_line(lines: Iterable[Line], found: Iterable[Fact]) -> Iterator[tuple[Line, Sequence[Fact]]]:
    """Each line with the facts that begin in it, by position."""
    facts = sorted(found, key=lambda f: f.start)
    starts = [f.start for f in facts]
    for line in lines:
        yield line, facts[bisect_left(starts, line.start) : bisect_left(starts, line.start + len(line.text))]
