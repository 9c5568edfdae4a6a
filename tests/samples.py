"""What several tests share: articles of our own, read and built."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quizgen import article, deck, source
from quizgen.deck import Budget, budget_for
from quizgen.formats import FORMATS
from quizgen.items import Article, Deck
from quizgen.language import standard
from quizgen.notes.word import Learner

DECKS = Path(__file__).parents[1] / "decks"
#: a .tsv is a patch for Anki, which is not read back
KEPT = tuple(suffix for suffix in FORMATS if suffix != ".tsv")
SAMPLES = tuple(sorted(path.stem for path in DECKS.glob("*.txt")))


def learner(level: str = "4", name: str = "hsk2025") -> Learner:
    """Who learns, as the options tell."""
    measure = standard(name)
    return Learner(measure, measure.parse(level))


def read(text: str, **given: str) -> Article:
    """The article that a text makes."""
    return article.read(source.read(text.encode(), "-", **given))


@cache
def sample(name: str) -> Article:
    """An article of decks/."""
    path = DECKS / f"{name}.txt"
    return article.read(source.read(path.read_bytes(), path.name))


def made(read_: Article, budget: Budget | None = None, level: str = "4", seed: int = 0) -> Deck:
    """The deck that an article makes, at the default budget if no other is given."""
    return deck.make(read_, learner(level), budget or budget_for(len(read_.text)), seed=seed)


@cache
def sample_deck(name: str) -> Deck:
    """The deck of an article of decks/."""
    return made(sample(name))
