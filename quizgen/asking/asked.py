"""A question made from a record, and the fact that a record's part is asked as."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.items import Fact, Part, Sentence


class Asked(NamedTuple):
    """A question made from a record."""

    fact: Fact
    """what is asked for; its text is the answer"""
    question: str
    sentence: Sentence


def as_fact(kind: str, part: Part, record: Fact) -> Fact:
    """A part of a record as a fact of its own; its rule tells which record."""
    return Fact(kind, part.text, part.start, part.end, part.value, f"{record.kind}_{record.rule}")
