"""What the words of an article are to a learner: known, above the level, in no list and why; and by other standards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.items import Article
from quizgen.language import Standard, frequency, standard
from quizgen.notes.word.choice import Standing, standing
from quizgen.notes.word.coverage import curve
from quizgen.notes.word.terms import Learner, Term
from quizgen.notes.word.vocabulary import terms

#: the standards that an article is also held against
STANDARDS = ("hsk2025", "hsk2021", "hsk2010")
SUM, OLDER, NAME, NO_ENTRY = "sum of known words", "in an older list", "name", "not in the dictionary"
RARE, COMMON = "rare", "common"
_OFTEN = 5  # times in a million words


class Survey(NamedTuple):
    """The different words of an article, numbers left aside."""

    above: tuple[tuple[str, tuple[str, ...]], ...]
    """each level above the learner's with its words that are not known, as the article writes them, most met first"""
    unlisted: tuple[tuple[str, tuple[str, ...]], ...]
    """words in no list by reason: sum of known words, in an older list, name, rare, common, not in the dictionary"""
    others: tuple[tuple[str, tuple[tuple[str, float], ...]], ...]
    """the other standards' short names, with what the words of each of their levels cover"""


def survey(article: Article, learner: Learner) -> Survey:
    """What the words of the article are to the learner."""
    found = sorted((t for t in terms(article) if t.kind != "number"), key=lambda t: -len(t.places))
    above: dict[int, list[str]] = defaultdict(list)
    unlisted: dict[str, list[str]] = {reason: [] for reason in (RARE, COMMON, NAME, SUM, OLDER, NO_ENTRY)}
    for term in found:
        stands, level = standing(term, learner), learner.standard.level(term.word)
        if term.kind == "word" and level is not None and not stands.is_known:
            above[level].append(term.form)
        elif stands.status != "known" and (term.kind == "name" or level is None):
            unlisted[_reason(term, stands)].append(term.form)
    return Survey(
        tuple((learner.standard.label(level), tuple(above[level])) for level in sorted(above)),
        tuple((reason, tuple(words)) for reason, words in unlisted.items() if words),
        tuple(_others(found, learner.standard)),
    )


def _reason(term: Term, stands: Standing) -> str:
    if term.kind == "name":
        return NAME
    if stands.status == "sum":
        return OLDER if stands.reason.startswith("a word of") else SUM
    if stands.reason.startswith("no entry"):
        return NO_ENTRY
    return COMMON if frequency(term.word) >= _OFTEN else RARE


def _others(found: Sequence[Term], own: Standard) -> list[tuple[str, tuple[tuple[str, float], ...]]]:
    words = [term for term in found if term.kind == "word"]
    return [(other.short, curve(words, other)) for other in map(standard, STANDARDS) if other.name != own.name]
