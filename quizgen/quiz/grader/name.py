"""Grades names and other words of the article: either script, with or without title, by any accepted rendering."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quizgen import tables
from quizgen.language.dictionary import entries
from quizgen.language.pinyin import readings, syllables
from quizgen.quiz.grader.fold import bare
from quizgen.quiz.grader.spelling import spell
from quizgen.quiz.question import Outcome, Verdict


def grade_name(typed: str, rights: Sequence[str], reading: str, evidence: str) -> Verdict:
    """Whether a name is one of `rights` (the shown one first); `reading` is its pinyin as shown, or empty.

    A longer form is right where the article itself has it (美國財政部長貝森特). The right sound in a wrong
    character (何立鋒 for 何立峰) is near, and told apart from another name.
    """
    given = bare(typed)
    if not given:
        return Verdict(Outcome.UNCLEAR, "Type the answer, or Enter alone for “I do not know”.")
    if given in map(bare, rights) or _titled(given, rights, evidence):
        return Verdict(Outcome.RIGHT)
    sounds = next((right for right in rights if _sounds_alike(given, bare(right))), "")
    if sounds:
        return Verdict(Outcome.NEAR, f"Same pinyin, wrong character: {sounds}, not {typed.strip()}.")
    if given.isascii() and reading and spell(typed).letters == spell(reading).letters:
        return Verdict(Outcome.NEAR, f"That is how it is read; in characters: {rights[0]}.")
    return Verdict(Outcome.WRONG)


def _titled(given: str, rights: Sequence[str], evidence: str) -> bool:
    """Whether the article has the name with what stands before it, and behind it nothing but a title."""
    for name in filter(None, map(bare, rights)):
        before, found, after = given.rpartition(name)
        if found and (not after or after in _titles()) and f"{before}{name}{after}" in bare(evidence):
            return True
    return False


@cache
def _titles() -> frozenset[str]:
    return frozenset(map(bare, tables.words("titles")))


def _sounds_alike(given: str, right: str) -> bool:
    """Each character is the same or may be read with the same letters: people type by input method."""
    if len(given) != len(right) or not any(c > "\u2e7f" for c in given):
        return False
    return all(a == b or _letters(a) & _letters(b) for a, b in zip(given, right, strict=True))


@cache
def _letters(char: str) -> frozenset[str]:
    """All the readings of a character, without tones."""
    said = [entry.pinyin for entry in entries(char)] + [r.pinyin for r in readings(char, [(0, 1)])]
    return frozenset(spell(s.text).letters for numbered in said for s in syllables(numbered)) - {""}
