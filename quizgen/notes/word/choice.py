"""Which terms become cards, in what order, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable
from math import log2
from typing import NamedTuple

from quizgen.language import entries, gloss_of_name, proper
from quizgen.notes.word.sums import sum_of
from quizgen.notes.word.terms import Learner, Term

_NEXT = 2  # bands above the learner's that a beginner gets
_BEGINNER = 3  # and up to which level one is
_NEAR, _CARDED, _NAME = 1.5, 0.5, 0.6
_NAMES_AMONG = 5  # one name in five cards at most


class Standing(NamedTuple):
    """What a term is to the learner."""

    status: str
    """known, sum, word, name, far, or none for what cannot be a card"""
    reason: str = ""
    """why it is no card, in words"""


def standing(term: Term, learner: Learner) -> Standing:
    """Whether the learner knows the term, may learn it, or why not."""
    if learner.knows(term.word):
        return Standing("known")
    if term.kind == "name":
        return _of_name(term.word)
    level = learner.standard.level(term.word)
    if level is None and (parts := sum_of(term.word, learner.knows)):
        return Standing("sum", f"the sum of known words: {' + '.join(parts)}")
    if learner.level <= _BEGINNER and (level is None or level > learner.level + _NEXT):
        return Standing("far", f"far above level {learner.standard.label(learner.level)}")
    if level is None and len(term.word) == 1:
        return Standing("none", "a single character in no list")
    if not entries(term.word):
        return Standing("none", "no entry in the dictionary")
    return Standing("word")


def in_order(terms: Iterable[Term], learner: Learner, carded: frozenset[str]) -> list[Term]:
    """The best first: often in the article, near the learner's level, in the text of a carded fact."""
    ranked = sorted(terms, key=lambda t: (-_worth(t, learner, carded), t.places[0]))
    words = [t for t in ranked if t.kind != "name"]
    names = [t for t in ranked if t.kind == "name"]
    out: list[Term] = []
    while words or names:
        turn = names and (not words or len(out) % _NAMES_AMONG == _NAMES_AMONG - 1)
        out.append(names.pop(0) if turn else words.pop(0))
    return out


def _worth(term: Term, learner: Learner, carded: frozenset[str]) -> float:
    level = learner.standard.level(term.word) or len(learner.standard.labels) + 1
    near = _NEAR / max(1, level - learner.level)
    asked = any(term.form in text for text in carded)
    return log2(1 + len(term.places)) + near + _CARDED * asked


def _of_name(word: str) -> Standing:
    """A name worth a card is a place or a body whose English is not its pinyin: 斯德哥爾摩, 歐盟, but not 武漢."""
    kind, english = proper(word), gloss_of_name(word)
    if not kind or not english:
        return Standing("none", "a name without an entry")
    if kind not in ("place", "organisation"):
        return Standing("none", f"the name of a {kind}" if kind == "person" else "a name")
    said = {"".join(c for c in e.pinyin.lower() if c.isalpha()) for e in entries(word)}
    if any(letters.startswith("".join(c for c in english.lower() if c.isalpha())[:5]) for letters in said):
        return Standing("none", "a name that is read as it is written in English")
    return Standing("name")
