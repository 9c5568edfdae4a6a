"""Which terms become cards, in what order, and why the others do not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import log2
from typing import NamedTuple

from quizgen.language import Standard, entries, frequency, gloss_of_name, part_of_speech, proper
from quizgen.notes.word.sums import sum_of
from quizgen.notes.word.terms import Learner, Term

_NEXT = 2  # bands above the learner's that a beginner gets
_BEGINNER = 3  # and up to which level one is
_NEAR, _CARDED = 1.5, 0.5  # what the next level and a carded fact weigh against a word's doubling in the article
_NAMING = ("n", "m", "j", "")  # jieba's nouns, numerals, short forms, and what it does not have
_NAMES_AMONG = 8  # one name in eight cards at most
_EVERYBODYS = 30  # a name met more often than this in a million words is known to who is no beginner: 美国, 欧洲


class Standing(NamedTuple):
    """What a term is to the learner."""

    status: str
    """known, sum, word, name, far, seldom, misprint, or none for what cannot be a card"""
    reason: str = ""
    """why it is no card, in words"""

    @property
    def is_known(self) -> bool:
        """By level, by list, or as the sum of known words."""
        return self.status in ("known", "sum")


def standing(term: Term, learner: Learner) -> Standing:
    """Whether the learner knows the term, may learn it, or why not."""
    if learner.knows(term.word):
        return Standing("known")
    if term.kind == "name":
        return _of_name(term.word, learner)
    level = learner.standard.level(term.word)
    if level is None and (reason := explained(term.word, learner)):
        return Standing("sum", reason)
    if learner.level <= _BEGINNER and (level is None or level > learner.level + _NEXT):
        return Standing("far", f"far above level {learner.standard.label(learner.level)}")
    if len(term.word) == 1 and (level is None or part_of_speech(term.word)[:1] in _NAMING):
        return Standing("none", "a single character, which may be part of a name")
    if not entries(term.word) and not _is_attested(term):
        return Standing("none", "no entry in the dictionary")
    return Standing("word")


def _is_attested(term: Term) -> bool:
    """A word without an entry that its parts explain: a verb of two characters, twice in the article.

    Nouns without an entry are mostly names: 岸信, 布兰.
    """
    parts = [entries(character) for character in term.word]
    is_verb = part_of_speech(term.word).startswith("v")
    return len(parts) == 2 and all(parts) and is_verb and len(term.places) > 1


def is_everybodys(word: str, learner: Learner) -> bool:
    """A name that who is no beginner has met: 美国, 欧洲."""
    return learner.level > _BEGINNER and bool(proper(word)) and frequency(word) > _EVERYBODYS


def explained(word: str, learner: Learner) -> str:
    """Why a word in no list counts as known: it is a sum of known words, or a character of one; else empty."""
    if len(word) == 1:
        return "a character of known words" if word in _characters(learner.standard, learner.level) else ""
    parts = sum_of(word, learner.knows)
    return f"the sum of known words: {' + '.join(parts)}" if parts else ""


def in_order(terms: Iterable[Term], learner: Learner, carded: frozenset[str], running: int) -> list[Term]:
    """The best first: more often here than elsewhere, near the learner's level, in the text of a carded fact.

    `running` is the number of words of the article.
    """
    ranked = sorted(terms, key=lambda t: (-_worth(t, learner, carded, running), t.places[0]))
    words = [t for t in ranked if t.kind != "name"]
    names = [t for t in ranked if t.kind == "name"]
    out: list[Term] = []
    while words or names:
        turn = names and (not words or len(out) % _NAMES_AMONG == _NAMES_AMONG - 1)
        out.append(names.pop(0) if turn else words.pop(0))
    return out


def _worth(term: Term, learner: Learner, carded: frozenset[str], running: int) -> float:
    level = learner.standard.level(term.word) or len(learner.standard.labels) + 1
    expected = frequency(term.word) / 1e6 * running
    here = log2((len(term.places) + 0.5) / (expected + 0.5))
    near = _NEAR / max(1, level - learner.level)
    return here + near + _CARDED * any(term.form in text for text in carded)


@cache
def _characters(standard: Standard, level: int) -> frozenset[str]:
    return standard.characters(level)


def _of_name(word: str, learner: Learner) -> Standing:
    """A name worth a card is a place or a body whose English is not its pinyin: 斯德哥爾摩, 歐盟, but not 武漢."""
    kind, english = proper(word), gloss_of_name(word)
    if not kind or not english or len(word) == 1:
        return Standing("none", "a name without an entry")
    if kind not in ("place", "organisation"):
        return Standing("none", "the name of a person" if kind in ("person", "surname") else "a name")
    said = {"".join(c for c in e.pinyin.lower() if c.isalpha()) for e in entries(word)}
    if any(letters.startswith("".join(c for c in english.lower() if c.isalpha())[:5]) for letters in said):
        return Standing("none", "a name that is read as it is written in English")
    if is_everybodys(word, learner):
        return Standing("none", "a name that everybody knows")
    return Standing("name")
