"""The tones of 一 and 不 as they are said; dictionaries write yī and bù."""

from __future__ import annotations

_NUMBERS = frozenset("〇零一二三四五六七八九十百千万亿第初0123456789")
_UNITS = frozenset("月日号楼")
"""behind these 一 is an ordinal: 一月, 一楼"""


def sandhi(numbered: str, text: str) -> str:
    """`bu4 shi4`, 不是 -> `bu2 shi4`; `yi1 yang4`, 一样 -> `yi2 yang4`; `yi1 qi3`, 一起 -> `yi4 qi3`.

    `text` has one Han character a syllable. 一 keeps its tone in numbers and ordinals (第一, 十一, 一月) and at the
    end. What follows the word is not known, so a word of 一 or 不 alone stays. Third tones are not changed: pinyin
    never writes that.
    """
    sounds = numbered.split()
    return " ".join(_said(sounds, text, i) for i in range(len(sounds)))


def _said(sounds: list[str], text: str, place: int) -> str:
    sound, char = sounds[place], text[place : place + 1]
    follows = sounds[place + 1][-1] if place + 1 < len(sounds) else ""
    if char == "不" and sound == "bu4" and follows == "4":
        return "bu2"
    if char != "一" or sound != "yi1" or not follows or _counts(text, place):
        return sound
    return "yi2" if follows in "45" else "yi4"


def _counts(text: str, place: int) -> bool:
    return text[place - 1 : place] in _NUMBERS or text[place + 1] in _NUMBERS | _UNITS if place else text[1] in _UNITS
