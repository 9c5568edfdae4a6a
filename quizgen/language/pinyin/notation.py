"""Numbered pinyin, as the dictionary writes it, to pinyin with marks over the vowels."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

SYLLABLE = re.compile(r"(?P<letters>[A-Za-zÜüÊê:]+)(?P<tone>[1-5])")
MARKS = {1: "\u0304", 2: "\u0301", 3: "\u030c", 4: "\u0300", 5: ""}


class Syllable(NamedTuple):
    """One syllable as it is shown."""

    text: str
    """with its tone mark, `guān`; r for erhua; what is no syllable as it stands, `OK`"""
    tone: int
    """1 to 5, 5 for neutral and for what is no syllable"""


def syllables(numbered: str) -> list[Syllable]:
    """The syllables of `guan1 shui4`: [("guān", 1), ("shuì", 4)].

    Takes `u:`, `v` and `ü` for ü; capitals are kept. Letters without a tone (`ka3 la1 O K`) stand as they are.
    """
    return [_syllable(piece) for piece in numbered.split()]


def marked(numbered: str) -> str:
    """`guan1 shui4` -> `guānshuì`, `xi1 an1` -> `xī'ān`, `wan2 r5` -> `wánr`, `Bei3 jing1 Da4 xue2` -> `Běijīng Dàxué`.

    A capital opens a word, as in the dictionary's names; the apostrophe stands before a, o, e inside a word
    (GB/T 16159-2012, 6.5). Letters without a tone are a word apart (`T xu4` -> `T xù`).
    """
    out, before = "", ""
    for piece in numbered.split():
        shown = _syllable(piece).text
        out += _joint(before, piece) + shown
        before = piece
    return out


def _joint(before: str, piece: str) -> str:
    """What stands between two neighbours."""
    if not before or "·" in (before, piece) or piece == ",":
        return ""
    sounds = bool(SYLLABLE.fullmatch(before)), bool(SYLLABLE.fullmatch(piece))
    if not any(sounds):
        return "" if before != "," else " "
    if not all(sounds) or piece[0].isupper():
        return " "
    return "'" if piece[0] in "aoe" else ""


def _syllable(piece: str) -> Syllable:
    match = SYLLABLE.fullmatch(piece)
    if not match:
        return Syllable(piece, 5)
    letters = re.sub("u:|v", "ü", re.sub("U:|V", "Ü", match["letters"]))
    tone = int(match["tone"])
    seat = _seat(letters.lower())
    text = letters[: seat + 1] + MARKS[tone] + letters[seat + 1 :]
    return Syllable(unicodedata.normalize("NFC", text), tone)


def _seat(letters: str) -> int:
    """Which letter bears the mark: a or e, the o of ou, else the last vowel (the nasal of ng, m, n)."""
    for open_vowel in ("a", "e", "ê", "ou"):
        if open_vowel in letters:
            return letters.index(open_vowel)
    return max((i for i, letter in enumerate(letters) if letter in "iouü"), default=0)
