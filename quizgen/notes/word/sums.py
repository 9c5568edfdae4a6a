"""Words that are the sum of words: 看到, 這次, 建設性 need no card of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from quizgen import tables
from quizgen.language import entries, part_of_speech

_STEM = 5  # letters that tell one English word from another: negotiate, negotiation
_FUNCTION = ("c", "p", "u", "r", "f")  # jieba's conjunctions, prepositions, particles, pronouns, places
_COUNTED = ("n", "q", "t")  # and nouns, measure words, times: jieba calls 家 and 天 measure words
_SMALL = re.compile(r"to|the|an?|of|in|on|for|with|and|or|at|by|be|as|etc|from|into|one|that|is|sb|sth")


def sum_of(word: str, known: Callable[[str], bool]) -> tuple[str, ...]:
    """The known words that the word is the plain sum of, or nothing.

    What has no entry is the sum of its parts (更好, 美方); so is a longer word made of a known word and
    another (比如说, 离不开), unless it is an idiom; of two characters the form or the meaning must tell.

    >>> sum_of("看到", {"看", "到"}.__contains__)
    ('看', '到')
    """
    for parts in splits(word):
        if all(_is_known(part, known) for part in parts) and (_is_plain(word) or is_transparent(*parts)):
            return parts
    return ()


def _is_plain(word: str) -> bool:
    found = entries(word)
    return not found or (len(word) > 2 and not any(e.is_proper or "idiom" in s for e in found for s in e.senses))


def splits(word: str) -> Iterator[tuple[str, str]]:
    """The ways to cut a word in two, the longest first part first."""
    return ((word[:i], word[i:]) for i in range(len(word) - 1, 0, -1))


@cache
def is_transparent(first: str, second: str) -> bool:
    """Whether two parts make the whole without a meaning of its own."""
    return _by_form(first, second) or _by_meaning(first, second)


def _is_known(part: str, known: Callable[[str], bool]) -> bool:
    """A word of the learner's, or an affix, which is learned with the first word that has it."""
    return known(part) or (len(part) == 1 and bool({"suffix", "prefix"} & _kinds(part)))


def _by_form(first: str, second: str) -> bool:
    head, tail = _kinds(first), _kinds(second)
    if ("suffix" in tail and len(first) > 1) or ("prefix" in head and len(second) > 1):
        return True
    if second == "们" or (first == second and part_of_speech(first).startswith(_COUNTED)):
        return True  # 人们, 人人, 天天
    if "degree" in head and part_of_speech(second).startswith("a"):
        return True  # 最高
    if part_of_speech(first + second)[:1] in _FUNCTION:
        return True
    if "complement" in tail:
        return part_of_speech(first).startswith("v")
    if "place" in tail:
        return part_of_speech(first).startswith(_COUNTED) or len(first) > 1
    if "negation" in head:
        return part_of_speech(second)[:1] in ("v", "a", "d", "c")
    return "pointer" in head and part_of_speech(second)[:1] in ("n", "q", "m", "t", "v")


def _by_meaning(first: str, second: str) -> bool:
    """Every word of the whole's first sense is a word of a part's senses, and each part gives one."""
    whole = [stems(e.senses[0]) for e in entries(first + second)]
    parts = [frozenset().union(*(stems(s) for e in entries(p) for s in e.senses)) for p in (first, second)]
    return any(w and w <= parts[0] | parts[1] and all(w & part for part in parts) for w in whole)


@cache
def stems(sense: str) -> frozenset[str]:
    """The words of an English gloss, cut so that negotiate and negotiation are one; asides and small words left out."""
    plain = re.sub(r"\([^)]*\)", "", sense).lower()
    return frozenset(w[:_STEM] for w in re.findall(r"[a-z]+", plain) if not _SMALL.fullmatch(w))


@cache
def _kinds(part: str) -> frozenset[str]:
    return frozenset(kind for form, kind in tables.rows("transparent_parts") if form == part)
