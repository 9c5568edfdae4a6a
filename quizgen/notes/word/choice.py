"""Which terms may become cards, and why the others do not."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quizgen.language import Standard, entries, frequency, gloss_of_name, part_of_speech, proper, standard
from quizgen.notes.word.sums import sum_of
from quizgen.notes.word.terms import BEGINNER, Learner, Term

_NEXT = 2  # bands above the learner's that a beginner gets
_NAMING = ("n", "m", "j", "")  # jieba's nouns, numerals, short forms, and what it does not have
_SERVING = tuple("pqhkfut")  # jieba's prepositions, measure words, affixes, places, particles, and times (清)
_EVERYBODYS = 30  # a name met more often than this in a million words is known to who is no beginner: 美国, 欧洲
_HSK = ("hsk2025", "hsk2021", "hsk2010")  # the newest first


class Standing(NamedTuple):
    """What a term is to the learner."""

    status: str
    """known, sum, word, name, far, serving, seldom, misprint, or none for what cannot be a card"""
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
    if term.is_piece:
        return Standing("none", "a piece of a longer word that the dictionary does not have")
    level = learner.standard.level(term.word)
    if level is None and (reason := explained(term.word, learner)):
        return Standing("sum", reason)
    if learner.level <= BEGINNER and (level is None or level > learner.level + _NEXT):
        return Standing("far", f"far above level {learner.standard.label(learner.level)}")
    if len(term.word) == 1 and (level is None or part_of_speech(term.word)[:1] in _NAMING):
        return Standing("none", "a single character, which may be part of a name")
    if len(term.word) == 1 and learner.level > BEGINNER and part_of_speech(term.word).startswith(_SERVING):
        return Standing("serving", "a single character that serves other words, and is learned with them")
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
    return learner.level > BEGINNER and bool(proper(word)) and frequency(word) > _EVERYBODYS


def explained(word: str, learner: Learner) -> str:
    """Why a word in no list counts as known: it is in an older one, a sum of known words, or a character of one."""
    if len(word) == 1:
        return "a character of known words" if word in _characters(learner.standard, learner.level) else ""
    parts = sum_of(word, learner.knows)
    return f"the sum of known words: {' + '.join(parts)}" if parts else _in_older(word, learner)


def _in_older(word: str, learner: Learner) -> str:
    """What the syllabus of 2025 left out as too plain to list, 人们 and 吃饭, older ones have at the same level."""
    if learner.standard.name not in _HSK or learner.standard.level(word) is not None:
        return ""
    for older in map(standard, _HSK[_HSK.index(learner.standard.name) + 1 :]):
        level = older.level(word)
        if level is not None and level <= learner.level:
            return f"a word of level {older.label(level)} in {older.short}"
    return ""


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
