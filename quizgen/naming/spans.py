"""Spans of one line with the rule that found each, and which of them stay."""

from __future__ import annotations

from collections.abc import Iterable

Found = tuple[int, int, str]


def longest(spans: Iterable[Found]) -> list[Found]:
    """The longest first, of equals the earlier, each kept that overlaps none kept before; from left to right."""
    kept: list[Found] = []
    for span in sorted(spans, key=lambda s: s[0] - s[1]):
        if all(span[1] <= k[0] or span[0] >= k[1] for k in kept):
            kept.append(span)
    return sorted(kept)
