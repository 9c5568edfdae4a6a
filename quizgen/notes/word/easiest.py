"""The order in which each card's clause brings one new word, where the article allows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizgen.items import Article
from quizgen.notes.word import clauses
from quizgen.notes.word.clauses import Clause
from quizgen.notes.word.terms import Place, Term

_AS_GOOD = 3.0  # how far below a word's best clause, in the terms of clauses.worth, another still shows it well

Shown = tuple[Clause, Place] | None
_Choice = tuple[frozenset[str], float, Shown]


def easiest(article: Article, terms: Sequence[Term], new: Mapping[int, str]) -> dict[Term, Shown]:
    """The terms, given best first, in the order of the easiest clause, each with that clause.

    `new` are the words of the article that the learner does not know, by where they start. Each term is taken with
    the clause in which the fewest of them are neither itself nor taught before it; of equals the clause that no card
    has, and the better term, go first.
    """
    left = {term: _choices(article, term, new) for term in terms}
    order: dict[Term, Shown] = {}
    taught: set[str] = set()
    used: set[str] = set()
    while left:
        best = min(
            ((len(unknown - taught - {term.word}), _is_used(shown, used), rank, -worth, term, shown)
             for rank, (term, choices) in enumerate(left.items()) for unknown, worth, shown in choices),
            key=lambda found: found[:4],
        )  # fmt: skip
        order[best[4]] = shown = best[5]
        taught.add(best[4].word)
        used |= {shown[0].text} if shown else set()
        del left[best[4]]
    return order


def _choices(article: Article, term: Term, new: Mapping[int, str]) -> list[_Choice]:
    """The clauses that show the term well, each with its new words and its worth; one without any if there is none."""
    rated = [
        (clauses.worth(clause, place, lambda word: True, frozenset()), clause, place)
        for clause, place in clauses.choices(article, term)
    ]
    best = max((worth for worth, _, _ in rated), default=0.0)
    return [
        (frozenset(new[t.start] for t in clause.tokens if t.start in new), worth, (clause, place))
        for worth, clause, place in rated
        if worth >= best - _AS_GOOD
    ] or [(frozenset(), 0.0, None)]


def _is_used(shown: Shown, used: set[str]) -> bool:
    return bool(shown and shown[0].text in used)
