"""What the progress holds, as values: a card's row, a review, how an answer was given."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from quizgen.items import Card
from quizgen.quiz.question import Rating
from quizgen.quiz.scheduling import Memory


class Row(NamedTuple):
    """A card as the progress knows it."""

    key: str
    template: str
    deck: str
    """where it was last met"""
    question: str
    answer: str
    kind: str
    """word, or the fact's kind"""
    level: str
    suspended: bool
    memory: Memory | None

    @classmethod
    def of(cls, card: Card, deck: str) -> Row:
        """A card that was never answered."""
        fields = card.note.fields
        kind = "word" if card.note.type == "word" else fields.get("Kind", "fact")
        level = fields.get("Level", "")
        return cls(card.note.key, card.template, deck, card.question, card.answer, kind, level, False, None)


class Given(NamedTuple):
    """How an answer was given, for the record."""

    mode: str = ""
    text: str = ""
    took: int = 0
    """milliseconds"""


class Review(NamedTuple):
    """An answer that counts: undone ones are left out."""

    id: int
    key: str
    template: str
    at: int
    """seconds since 1970"""
    day: date
    """the learner's"""
    rating: Rating
    given: Given
    memory: Memory
    """what FSRS made of it"""


ROW = "key, template, deck, question, answer, kind, level, suspended, state, step, stability, difficulty, last, due"
REVIEW = "id, key, template, at, day, rating, mode, given, took, state, step, stability, difficulty, day, due"
COUNTS = "rating IS NOT NULL AND id NOT IN (SELECT undoes FROM reviews WHERE undoes IS NOT NULL)"
"""what tells a review that counts"""


def row(columns: Sequence[Any]) -> Row:
    """The columns of ROW as a value."""
    key, template, deck, question, answer, kind, level, suspended, *known = columns
    return Row(key, template, deck, question, answer, kind, level, bool(suspended), memory(known))


def reviewed(columns: Sequence[Any]) -> Review:
    """The columns of REVIEW as a value."""
    number, key, template, at, day, rating, mode, given, took, *known = columns
    after = memory(known)
    assert after
    return Review(number, key, template, at, date.fromisoformat(day), Rating(rating), Given(mode, given, took), after)


def memory(columns: Sequence[Any]) -> Memory | None:
    """state, step, stability, difficulty, last, due; None for a card never answered."""
    state, step, stability, difficulty, last, due = columns
    if state is None:
        return None
    return Memory(state, step, stability, difficulty, date.fromisoformat(last), date.fromisoformat(due))
