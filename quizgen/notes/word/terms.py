"""What the making of word notes hands from room to room."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language import Standard


class Learner(NamedTuple):
    """Who the cards are for."""

    standard: Standard
    level: int
    """rank in the standard, from 1"""
    known: frozenset[str] = frozenset()
    """Simplified words known beyond the level"""

    def knows(self, word: str) -> bool:
        """By level or by list."""
        level = self.standard.level(word)
        return word in self.known or (level is not None and level <= self.level)


class Place(NamedTuple):
    """Where a word stands."""

    sentence: int
    """index in `Article.sentences`"""
    start: int
    """in the article"""
    end: int


class Term(NamedTuple):
    """A word of the article with all its places; what is read differently is another term."""

    word: str
    """Simplified, the base of 见了面 and 看看"""
    reading: str
    """numbered, as the tokens have it"""
    form: str
    """as the article writes it"""
    places: tuple[Place, ...]
    kind: str
    """word, name, or number"""
