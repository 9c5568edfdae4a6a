"""Chinese names with nothing beside them that tells: 單霽翔走進展廳, by a surname and a given name that is no word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from quizgen import tables
from quizgen.language import is_word
from quizgen.naming import chinese, foreign
from quizgen.naming.boundaries import FUNCTION, cuts, is_common, is_han, pos
from quizgen.naming.spans import Found

#: log odds of the given name against its characters as words, by how often the surname is an everyday word:
#: in Wikipedia's history four of five are names from there on (朱厚照 3.7, 單霽翔 6.0; 林密線 3.8, 利嘉溪 7.5)
_STRONG, _WEAK_FIRST, _WEAK = 4.5, 5.9, 8.0
_EACH = 0.5  # of each of the two characters
_ENDS = "宫寺岛县郡城村乡河溪江湾坝峰岭坡滩港塔园府州王帝后宗祖侯公氏族人者家军线式制派系"
_GOES_ON = ("v", "vn", "p", "d", "c", "r", "t")


def in_line(text: str) -> Iterator[Found]:
    """Surname and two characters between words, both far rather those of given names than words."""
    edges = sorted(cuts(text))
    for at, start in enumerate(edges):
        surname = chinese.surname_at(text, start)
        end = start + len(surname) + 2
        if not surname or end not in cuts(text) or not _is_name(text, start, end, surname):
            continue
        before = text[edges[at - 1] : start] if at else ""
        after = text[end : edges[bisect_right(edges, end)]] if end < len(text) else ""
        odds = chinese.odds_of_given(text[end - 2 : end])
        if min(odds) >= _EACH and sum(odds) >= _least(surname, before) and _opens(before) and _closes(after):
            yield start, end, "form"


def _is_name(text: str, start: int, end: int, surname: str) -> bool:
    """No word, no place, no rendering: not 林|城西, 黃尾嶼, 史瑞克."""
    name, given = text[start:end], text[end - 2 : end]
    if not all(map(is_han, given)) or FUNCTION & set(given) or given[1] in _suffixes():
        return False
    words = (name, given) if len(surname) > 1 else (name, given, name[:2])
    if any(is_word(word) or is_common(word) for word in words):
        return False
    is_rendered = any(map(foreign.is_strong, given)) or all(map(foreign.is_transliteration, name))
    return end == chinese.end_of(text, start) and (not is_rendered or chinese.is_given(name))


@cache
def _suffixes() -> frozenset[str]:
    """What ends the names of places, bodies, things and holders of a rank, in one character."""
    bodies = (word for word in tables.words("body_suffixes") if len(word) == 1)
    return frozenset(bodies) | frozenset(_ENDS)


def _least(surname: str, before: str) -> float:
    if not chinese.is_weak(surname):
        return _STRONG
    return _WEAK if before and is_han(before[-1]) else _WEAK_FIRST


def _opens(before: str) -> bool:
    """What stands before is a word or a mark, and no lone character that may belong to the name."""
    is_lone = len(before) == 1 and is_han(before) and before not in FUNCTION
    return not is_lone or pos(before) in _GOES_ON


def _closes(after: str) -> bool:
    """What follows is a mark, or a word that a subject or an owner has behind it."""
    return not after or not is_han(after[0]) or after[0] in FUNCTION or pos(after) in _GOES_ON
