"""The fewest words that make an article readable."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.items import Article
from quizgen.language import frequency
from quizgen.notes.word.choice import standing
from quizgen.notes.word.terms import Learner, Term
from quizgen.notes.word.vocabulary import terms

#: shares of known running words at which reading gets on with help, and without (Laufer; Hu and Nation 2000)
GOALS = (0.95, 0.98)


class Plan(NamedTuple):
    """Words in the order in which they lift the article most."""

    known: float
    """share of the running words that the learner knows, without names"""
    words: tuple[Term, ...]
    """all that could be learned; what stands there most often first, of equals the lower level and the commoner"""
    needed: dict[float, int | None]
    """for each goal how many of the words, from the first, reach it; None where all of them do not"""
    most: float
    """the share known with all of them: the rest is not in the dictionary, or may be part of a name"""


def plan(article: Article, learner: Learner, goals: Sequence[float] = GOALS) -> Plan:
    """The fewest words that lift the article to each goal; words made of learned words come free (關稅 + 戰)."""
    found = [term for term in terms(article) if term.kind == "word"]
    running = max(1, sum(len(term.places) for term in found))
    wanted = sorted(
        (t for t in found if standing(t, learner).status in ("word", "far", "serving")),
        key=lambda t: _weight(t, learner),
    )

    def share(first: int) -> float:
        """Known once the first of the wanted words are learned."""
        able = learner._replace(known=learner.known | {term.word for term in wanted[:first]})
        return sum(len(term.places) for term in found if standing(term, able).is_known) / running

    steps = range(len(wanted) + 1)
    reached = {goal: bisect_left(steps, goal, key=share) for goal in goals}
    needed = {goal: first if first < len(steps) else None for goal, first in reached.items()}
    return Plan(share(0), tuple(wanted), needed, share(len(wanted)))


def _weight(term: Term, learner: Learner) -> tuple[int, int, float, int]:
    level = learner.standard.level(term.word) or len(learner.standard.labels) + 1
    return -len(term.places), level, -frequency(term.word), term.places[0].start
