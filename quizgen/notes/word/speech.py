"""What a word is where it stands, verb, noun or measure word, by its neighbours: jieba's own tags are often wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from quizgen import tables
from quizgen.items import Token
from quizgen.language import entries, part_of_speech

_AFTER_VERBS = frozenset("了着过到出他她它")
_BEFORE_VERBS = frozenset("不没未已将会可能应须再又仍曾") | {
    "已经",
    "正在",
    "没有",
    "必须",
    "应该",
    "可以",
    "不会",
    "无法",
}
_AFTER_NOUNS = frozenset("和与及等")
_NOMINAL = ("n", "vn")  # jieba's nouns, and verbs that it met as nouns
_QUALIFIERS = ("n", "a", "b", "j", "vn")  # and what stands before a noun
_DETERMINERS = frozenset({"的", "个", "有", "没有", "一个", "这个"})
_NUMERAL = re.compile(r"第?[一二三四五六七八九十百千万亿两几数多每各某这那\d.]+")

Neighbours = Sequence[tuple[Token | None, Token | None]]


def speech_here(word: str, neighbours: Neighbours) -> str:
    """`noun`, `verb` or `measure`, as the words before and after tell it in most places, else empty.

    `neighbours` are the words that touch it before and after, at each of its places.
    """
    votes = Counter(vote for before, after in neighbours if (vote := _votes(word, before, after)))
    if votes:
        return votes.most_common(1)[0][0]
    return "noun" if _ends_phrase(word, neighbours) else ""


def _votes(word: str, before: Token | None, after: Token | None) -> str:
    """What one place says: a numeral before a measure word, a verb before a noun, 了 after a verb, 将 before one."""
    if before and _NUMERAL.fullmatch(before.word):
        return "measure"
    if after and after.word in _AFTER_VERBS:
        return "verb"
    if before and before.word in _BEFORE_VERBS and part_of_speech(word) == "v":
        return "verb"  # 再盖11条生产线
    if before and (before.word in tables.words("support_verbs") or before.word in _DETERMINERS):
        return "noun"
    return ""


def _ends_phrase(word: str, neighbours: Neighbours) -> bool:
    """Whether a word that jieba calls a noun ends a phrase of nouns somewhere: 重要|贡献，; 文物|建筑|和."""
    return part_of_speech(word) in _NOMINAL and any(
        before and _qualifies(before.word) and (after is None or after.word in _AFTER_NOUNS)
        for before, after in neighbours
    )


def _qualifies(word: str) -> bool:
    """A noun or an adjective that is no verb to the dictionary: not the 出面 of 出面背书."""
    is_verb = any(entry.senses[0].startswith("to ") for entry in entries(word))
    return part_of_speech(word).startswith(_QUALIFIERS) and not is_verb
