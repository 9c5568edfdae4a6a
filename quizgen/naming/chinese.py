"""Names of the Chinese form: a surname and one or two characters (王毅, 李成钢, 欧阳自远)."""

from __future__ import annotations

from functools import cache
from math import log

from quizgen import tables
from quizgen.language import frequency, part_of_speech, proper
from quizgen.naming.boundaries import FUNCTION, cuts, is_common, is_han, pos

#: a two-character given name is the rule; one character needs the text to speak for it
_PRIOR_TWO = 3.0
_CUT_BONUS = 1.5
_RARE = 3.0  # times in a million words
#: how much (log odds) a given name must speak against a rendering; 史诺登 0.8, 朱立伦 2.9, 岑子杰 4.8
_LIKELIER = 1.5
#: a surname of one of these parts of speech may be a word that serves the next (jieba's prepositions, adverbs, verbs …)
_SERVING = ("p", "c", "d", "r", "v", "u")
_LONGEST_WORD = 4
_NO_WORDS = ("", "x", "g", "zg", "nr")  # jieba's tags of characters that are no words
#: surnames that are nearly always a function word: 代表|都证实, 金英哲|和外务相
_NO_SURNAME = FUNCTION - frozenset("于向曾") | {"国"}  # 轮值主席|国后


def surname_at(simplified: str, start: int) -> str:
    """The surname that begins there, a compound one first; empty when there is none."""
    for length in (2, 1):
        word = simplified[start : start + length]
        if len(word) == length and word in tables.words("surnames") and word not in _NO_SURNAME:
            return word
    return ""


def end_of(simplified: str, start: int) -> int:
    """Where a Chinese name that begins at `start` ends, or `start` when none can stand there."""
    surname = surname_at(simplified, start)
    given = start + len(surname)
    first, second = simplified[given : given + 1], simplified[given + 1 : given + 2]
    if not surname or not first or not is_han(first) or first in FUNCTION:
        return start
    if _governs(simplified, start, given):
        return start
    one, two = _score_one(simplified, given), _score_two(simplified, given, second)
    if second and second not in FUNCTION and simplified[given + 2 : given + 3] == "、":
        two += _PRIOR_TWO  # 张举能、李义: what stands before 、 belongs to the name
    if max(one, two) <= 0:
        return start
    return given + (2 if two >= one else 1)


def _governs(simplified: str, start: int, given: int) -> bool:
    """The surname is a preposition, an adverb or a verb, for what follows it is a word: 部长|向|记者, 总理|于|周二."""
    if simplified[start:given] == "曾" and part_of_speech(simplified[given])[:1] in _SERVING:
        return True  # 部长|曾|获奖, but 立委|曾铭宗
    return serves(simplified[start:given]) and any(
        is_common(word) or proper(word) in ("place", "organisation")
        for stop in range(given + 2, min(len(simplified), given + _LONGEST_WORD) + 1)
        if (word := simplified[given:stop])
    )


@cache
def serves(surname: str) -> bool:
    """Whether a surname is met more often as a word that serves others: 向, 于, 任, 解, but not 王 nor 方."""
    tag = tables.mapping("closed_classes").get(surname) or part_of_speech(surname)
    return is_weak(surname) and tag[:1] in _SERVING


def is_weak(surname: str) -> bool:
    """A surname that is an everyday word as well: 向, 官."""
    return surname in _weak()


@cache
def _weak() -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("surnames") if row[2] == "weak")


def likely(name: str) -> bool:
    """Whether a whole string has the form of a Chinese name: 王毅 yes, 高层 and 金融 no."""
    return end_of(name, 0) == len(name) and not is_common(name)


def is_given(name: str) -> bool:
    """Whether a name that may be a rendering is none: 岑子杰, by a surname that renders nothing and its given name.

    The characters behind the surname are far rather those of given names than those of renderings.
    """
    surname, renders = surname_at(name, 0), _renders()
    if not surname or surname in renders:
        return False
    given = enumerate(name[len(surname) :])
    odds = (log((_times(char, i) + 0.5) / _total(i) / (renders.get(char, 0) + 0.5)) for i, char in given if i < 2)
    return sum(odds) + len(name[len(surname) :]) * log(sum(renders.values())) > _LIKELIER


def odds_of_given(given: str) -> list[float]:
    """Of each character the log odds that it is part of a given name against a word of its own: 霁 1.5, 翔 4.5."""
    return [
        log((_times(char, i) + 0.3) / _total(i)) - log((frequency(char) + 0.5) / 1e6) for i, char in enumerate(given)
    ]


@cache
def _renders() -> dict[str, int]:
    return {char: int(times) for char, times in tables.rows("rendering_characters")}


@cache
def _total(position: int) -> int:
    return sum(times[position] for times in _counts().values())


def _score_one(simplified: str, given: int) -> float:
    times = max(_times(simplified[given], 0), _times(simplified[given], 1))
    return (
        log(1 + times) + _CUT_BONUS * (given + 1 in cuts(simplified)) - _CUT_BONUS * _torn(simplified, given, given + 1)
    )


def _score_two(simplified: str, given: int, second: str) -> float:
    if not second or not is_han(second):
        return 0.0
    if second in FUNCTION or _starts_predicate(simplified, given + 1):
        return 0.0
    likelihood = (log(1 + _times(simplified[given], 0)) + log(1 + _times(second, 1))) / 2
    if not _times(second, 1):
        if not (_only_in_names(second) or _doubled(simplified[given], second)):
            return 0.0
        likelihood = log(1 + _times(simplified[given], 0))
    return (
        _PRIOR_TWO
        + likelihood
        + _CUT_BONUS * (given + 2 in cuts(simplified))
        - _CUT_BONUS * _torn(simplified, given, given + 2)
    )


@cache
def _only_in_names(char: str) -> bool:
    """A character that is met in names alone may end one: 宁吉喆, 林文瀚, 王珊珊."""
    return frequency(char) <= _RARE or part_of_speech(char) in _NO_WORDS


def _doubled(first: str, second: str) -> bool:
    """王珊珊, but not 李|刚刚."""
    return first == second and not is_common(first + second)


def _starts_predicate(simplified: str, at: int) -> bool:
    """The character opens a verb, preposition or adverb of two or more: 指出, 表示, 应约."""
    return any(
        pos(simplified[at : at + n]) in {"v", "vn", "p", "d", "c"} and at + n <= len(simplified) for n in (2, 3, 4)
    )


def _torn(simplified: str, given: int, end: int) -> bool:
    return any(
        is_common(simplified[end - 1 : end + n]) for n in (1, 2) if end + n <= len(simplified) and end - 1 >= given
    )


@cache
def _counts() -> dict[str, tuple[int, int]]:
    return {char: (int(first), int(second)) for char, first, second in tables.rows("given_names")}


def _times(char: str, position: int) -> int:
    return _counts().get(char, (0, 0))[position]
