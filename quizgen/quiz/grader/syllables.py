"""What a reading may sound like, syllable by syllable: erhua joined, sandhi allowed."""

from __future__ import annotations

import re
from typing import NamedTuple

from quizgen.language.pinyin import bopomofo
from quizgen.quiz.grader.spelling import same_letters

_PIECE = re.compile(r"([a-zü]+)([1-5]?)")
_NO_SANDHI = re.compile("第一|十一|一(?=[月号]|$)")  # an ordinal, a date, a last syllable: 一 keeps its first tone


class Syllable(NamedTuple):
    """One syllable of the right answer."""

    letters: str
    tones: frozenset[int]
    """the tones that are right; the dictionary's and, for 不 and 一, the spoken one"""
    tone: int
    """the dictionary's"""
    erhua: bool = False
    """its last letter is the r of erhua, which may be typed apart"""


def syllables(numbered: str, hanzi: str, zhuyin: bool = False) -> list[Syllable]:
    """The syllables of `guan1 shui4` in pinyin letters, or in Zhuyin symbols; `hanzi` in Simplified.

    >>> [s.tones for s in syllables("bu4 shi4", "不是")]
    [frozenset({2, 4}), frozenset({4})]
    """
    pieces = _pieces(numbered)
    spoken = _spoken(hanzi, [tone for _, tone in pieces])
    out: list[Syllable] = []
    for (letters, tone), tones in zip(pieces, spoken, strict=True):
        shown = _symbols(letters, tone) if zhuyin else letters
        if letters == "r" and out:
            before = out[-1]
            out[-1] = Syllable(before.letters + shown, before.tones, before.tone, True)
        else:
            out.append(Syllable(shown, frozenset(tones), tone))
    return out


def _pieces(numbered: str) -> list[tuple[str, int]]:
    """Letters and tone; what has no tone (`O K`) counts as neutral, punctuation is left out."""
    text = re.sub("u:|v", "ü", numbered.casefold())
    found = (_PIECE.fullmatch(piece) for piece in text.split())
    return [(same_letters(m[1]), int(m[2] or 5)) for m in found if m]


def _symbols(letters: str, tone: int) -> str:
    return re.sub("[ˊˇˋ˙ ]", "", bopomofo(f"{letters}{tone}"))


def _spoken(hanzi: str, tones: list[int]) -> list[set[int]]:
    """The tones one may write: 不 is bú before a fourth tone, 一 is yí before a fourth and yì before the rest."""
    allowed = [{tone} for tone in tones]
    if len(hanzi) != len(tones):
        return allowed
    fixed = {i for m in _NO_SANDHI.finditer(hanzi) for i in range(m.start(), m.end())}
    for i, char in enumerate(hanzi[:-1]):
        follows = tones[i + 1]
        if char == "不":
            allowed[i] |= {4, 2} if follows == 4 else {4}
        elif char == "一" and i not in fixed:
            # before a neutral tone (一个) the second is heard, since most of these were a fourth
            allowed[i] |= {1, 2} if follows in (4, 5) else {1, 4}
    return allowed
