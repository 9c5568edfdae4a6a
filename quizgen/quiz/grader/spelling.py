"""What was typed for a reading, taken apart: letters, tones where they stand, breaks between syllables."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

ZHUYIN = re.compile("[ㄅ-ㄯㆠ-ㆿ]")
_MARKS = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}  # a breve is a caron drawn round
_ZHUYIN_MARKS = {"ˉ": 1, "ˊ": 2, "ˇ": 3, "ˋ": 4, "´": 2, "`": 4, "ˆ": 3}
_DOTS = "˙‧·・"
_LOOKALIKES = str.maketrans("ɡɑɩ", "gai")


class Tone(NamedTuple):
    """A tone where it was typed."""

    at: int
    """index of the letter it stands on or behind"""
    tone: int
    """1 to 5"""
    over: bool
    """a mark over the letter; a digit, or a Zhuyin mark, closes the syllable instead"""


class Spelling(NamedTuple):
    """A reading as typed."""

    letters: str
    """pinyin letters in lower case, or Zhuyin symbols, without tones and breaks"""
    tones: tuple[Tone, ...]
    breaks: frozenset[int]
    """indexes of letters that a space, apostrophe or hyphen stands before"""
    zhuyin: bool = False
    other: str = ""
    """what belongs to no reading (Hanzi, punctuation)"""


def spell(typed: str) -> Spelling:
    """Take a typed reading apart: `GUAN1 shuì`, `lu:4`, `lv4`, `ㄍㄨㄢ ㄕㄨㄟˋ`.

    >>> spell("guān shui4").letters, spell("lv4se4").letters
    ('guanshui', 'lüse')
    """
    return _zhuyin(typed) if ZHUYIN.search(typed) else _pinyin(typed)


def same_letters(letters: str) -> str:
    """One spelling for ü, at the same length: u after j q x y, ü in lüe and nüe, for they have no other u."""
    letters = re.sub("(?<=[jqxy])ü", "u", letters)
    return re.sub("(?<=[ln])u(?=e)", "ü", letters)


def _pinyin(typed: str) -> Spelling:
    text = unicodedata.normalize("NFKC", typed).casefold().translate(_LOOKALIKES)
    text = unicodedata.normalize("NFD", text).replace("u:", "u\u0308")
    letters: list[str] = []
    tones: list[Tone] = []
    breaks: set[int] = set()
    other = ""
    for c in text:
        if c == "\u0308" and letters and letters[-1] == "u":
            letters[-1] = "ü"
        elif c in _MARKS and letters:
            tones.append(Tone(len(letters) - 1, _MARKS[c], True))
        elif c in "012345" and letters:
            tones.append(Tone(len(letters) - 1, int(c) or 5, False))
        elif "a" <= c <= "z":
            letters.append("ü" if c == "v" else c)
        elif c == "\u0302" and letters and letters[-1] == "e":
            pass  # ê is written for e in ê̄, ế: the interjection 誒
        elif c.isspace() or c in "'’‘`ʼ´-‐–·.‧・":
            breaks.add(len(letters))
        else:
            other += c
    return Spelling(same_letters("".join(letters)), tuple(tones), frozenset(breaks), False, other)


def _zhuyin(typed: str) -> Spelling:
    text = typed.strip().replace("一", "ㄧ").replace("\u3000", " ")
    letters: list[str] = []
    tones: list[Tone] = []
    breaks: set[int] = set()
    other = ""
    for i, c in enumerate(text):
        if ZHUYIN.match(c):
            letters.append(c)
        elif c in _DOTS:
            # ˙ opens its syllable, as printed, or closes it, as typed
            opens = bool(ZHUYIN.match(text[i + 1 : i + 2]))
            tones.append(Tone(len(letters) - (not opens), 5, opens))
        elif c in _ZHUYIN_MARKS and letters:
            tones.append(Tone(len(letters) - 1, _ZHUYIN_MARKS[c], False))
        elif c in "012345" and letters:
            tones.append(Tone(len(letters) - 1, int(c) or 5, False))
        elif c.isspace() or c in "'’-":
            breaks.add(len(letters))
        else:
            other += c
    return Spelling("".join(letters), tuple(tones), frozenset(breaks), True, other)
