"""Figures (stub)."""
from __future__ import annotations

from collections.abc import Sequence

from quizgen.items import Fact, Line, Source

KIND = "figure"


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Nothing yet."""
    return []
