"""How much of the article the learner knows, before the cards and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from quizgen.items import Article, Note
from quizgen.language import Standard
from quizgen.notes.word.choice import standing
from quizgen.notes.word.terms import Learner, Term
from quizgen.notes.word.vocabulary import terms


class Coverage(NamedTuple):
    """Shares of the running words, from 0 to 1; numbers, digits and Latin letters are no words."""

    known: float
    """without names; what is the sum of known words is known"""
    learned: float
    """the same after the notes are learned"""
    with_names: float
    """known among all running words, a name counting as unknown"""
    listed: float
    """known by level alone, without names and without sums"""
    levels: tuple[tuple[str, float], ...]
    """each level's label and what would be known at it, sums left aside; without names"""
    levels_with_names: tuple[tuple[str, float], ...]
    """the same among all running words, a name counting as unknown"""


def coverage(article: Article, learner: Learner, notes: Sequence[Note]) -> Coverage:
    """What the learner knows of the article's running words, and will know with the notes."""
    found = [t for t in terms(article) if t.kind != "number"]
    words = [t for t in found if t.kind == "word"]
    all_words, named = _running(words), _running(found)
    status = {t: standing(t, learner).status for t in words}
    known = [t for t in words if status[t] in ("known", "sum")]
    taught = {note.fields.get("Simplified") for note in notes}
    learned = [t for t in words if t in known or t.word in taught]
    listed = sum(len(t.places) for t in words if learner.knows(t.word))
    return Coverage(
        known=_running(known, 0) / all_words,
        learned=_running(learned, 0) / all_words,
        with_names=_running(known, 0) / named,
        listed=listed / all_words,
        levels=curve(words, learner.standard),
        levels_with_names=curve(words, learner.standard, named),
    )


def curve(words: Sequence[Term], standard: Standard, among: int = 0) -> tuple[tuple[str, float], ...]:
    """Each level's label and the share of the running words, or of so many, that someone at it knows."""
    by_level: Counter[int] = Counter()
    for term in words:
        by_level[standard.level(term.word) or 0] += len(term.places)
    known = accumulate(by_level[rank] for rank in range(1, len(standard.labels) + 1))
    return tuple((label, met / (among or _running(words))) for label, met in zip(standard.labels, known, strict=True))


def _running(terms: Sequence[Term], least: int = 1) -> int:
    return max(least, sum(len(term.places) for term in terms))
