"""Lines + date -> Facts. One file per kind; KINDS in order; one overlap policy.

To add a kind: write `facts/score.py` with `KIND` and `find`, and name it in KINDS.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quizgen.facts import date, event, figure, list_, name, organisation, person, place, reason, role, thing
from quizgen.items import Fact, Line, Source


class Kind(Protocol):
    """What a file of this folder offers."""

    KIND: str

    def find(self, lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
        """The facts of this kind in the article, none overlapping another of them.

        `found` are the facts of the kinds before it.
        """


#: a later kind may read what earlier kinds found
KINDS: tuple[Kind, ...] = (date, figure, person, organisation, place, role, thing, name, list_, reason, event)
#: kinds that join other facts, so that they lie over them
JOINING = frozenset({"list", "reason", "event"})


def find(lines: Sequence[Line], source: Source) -> tuple[Fact, ...]:
    """Every fact of the article by position; of two that overlap the longer stays, of two as long the earlier kind."""
    found: list[Fact] = []
    for kind in KINDS:
        new = list(kind.find(lines, source, found))
        found = new + found if kind.KIND in JOINING else settle([*found, *new])
    return tuple(sorted(found, key=lambda f: (f.start, -f.end)))


def settle(facts: Sequence[Fact]) -> list[Fact]:
    """The overlap policy: the longest first, ties in the order given, each kept that touches none kept before."""
    kept: list[Fact] = []
    taken: set[int] = set()
    for fact in sorted(facts, key=lambda f: f.start - f.end):
        span = range(fact.start, fact.end)
        if fact.kind in JOINING or not taken.intersection(span):
            kept.append(fact)
            taken.update(() if fact.kind in JOINING else span)
    return kept
