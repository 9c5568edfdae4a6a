"""What the making of word notes hands from room to room."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language import Standard


class Style(NamedTuple):
    """How the learner wants the words."""

    order: str = "article"
    """article, frequency (in Chinese at large), or easiest: each clause brings one new word where it can"""
    min_count: int = 1
    """how often a word stands in the article at least"""
    script: str = "article"
    """of the headword: article, trad or simp"""
    pinyin: str = "mainland"
    """mainland or tw"""
    sandhi: bool = False
    """pinyin with the tones of 一 and 不 as they are said"""


#: up to which level one is a beginner
BEGINNER = 3


class Learner(NamedTuple):
    """Who the cards are for."""

    standard: Standard
    level: int
    """rank in the standard, from 1"""
    known: frozenset[str] = frozenset()
    """Simplified words known beyond the level"""
    style: Style = Style()

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
    is_piece: bool = False
    """part of a longer word that the dictionary lacks, at each of these places"""
