"""The only door to pypinyin: what it makes of a character and of a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_UNKNOWN = "xx5"  # as CC-CEDICT writes a syllable that it does not know
_CITED = {"一": "yi1", "不": "bu4"}  # pypinyin changes their tones in some phrases and not in others
HAN = re.compile(r"[㐀-䶿一-鿿豈-﫿〇𠀀-𲎯]")


@cache
def usual(char: str) -> str:
    """The usual reading of a Simplified character: 行 -> `xing2`; the character itself when it has none."""
    return read(char)[0] or char


def read(simplified: str) -> list[str]:
    """One numbered syllable a character, read in its sentence; empty for what is not Han."""
    from pypinyin import Style, pinyin

    said = pinyin(simplified, style=Style.TONE3, neutral_tone_with_five=True, errors=_unread)
    return [_CITED.get(char) or _dictionary_form(sound) or _UNKNOWN if HAN.match(char) else ""
            for (sound,), char in zip(said, simplified, strict=True)]  # fmt: skip


def _dictionary_form(sound: str) -> str:
    return sound.replace("ü", "u:").replace("v", "u:")


def _unread(other: str) -> Any:
    return [""] * len(other)
