"""A piece of a sentence with a hole in it: what a question is cut from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from quizgen.asking.tagged import tokens_in
from quizgen.items import Fact, Sentence, Token

Range = tuple[int, int]


def touches(one: Range, other: Range) -> bool:
    """They share a character."""
    return one[0] < other[1] and other[0] < one[1]


class Refused(Exception):
    """Why a fact cannot be asked from its sentence: no error, a reason that the report counts."""


@dataclass(frozen=True)
class Stretch:
    """Ranges of a sentence, in order, and the hole in them; all offsets count into the sentence."""

    sentence: Sentence
    fact: Fact
    hole: Range
    ranges: tuple[Range, ...]

    @cached_property
    def simplified(self) -> str:
        """The ranges' Simplified text, the hole's included."""
        return "".join(self.sentence.simplified[a:b] for a, b in self.ranges)

    @cached_property
    def around(self) -> str:
        """The ranges' Simplified text without the hole."""
        return "".join(self.sentence.simplified[a:b] for side in self.sides() for a, b in side)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words in the ranges."""
        return tuple(t for a, b in self.ranges for t in tokens_in(self.sentence, a, b))

    @cached_property
    def others(self) -> tuple[Fact, ...]:
        """The facts in the ranges that do not touch the hole, by position."""
        base = self.sentence.start
        inside = (f for f in self.sentence.facts for a, b in self.ranges if a <= f.start - base and f.end - base <= b)
        apart = (f for f in inside if not touches(self.at(f), self.hole))
        return tuple(sorted(apart, key=lambda f: f.start))

    def at(self, fact: Fact) -> Range:
        """A fact's span in the sentence."""
        return fact.start - self.sentence.start, fact.end - self.sentence.start

    @property
    def covers_hole(self) -> bool:
        """The hole lies inside one of the ranges."""
        return any(a <= self.hole[0] and self.hole[1] <= b for a, b in self.ranges)

    def sides(self) -> tuple[list[Range], list[Range]]:
        """The ranges before the hole and those behind it."""
        before = [(a, min(b, self.hole[0])) for a, b in self.ranges if a < self.hole[0]]
        after = [(max(a, self.hole[1]), b) for a, b in self.ranges if b > self.hole[1]]
        return before, after
