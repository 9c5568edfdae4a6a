"""Numbered pinyin to Zhuyin (Bopomofo), as Taiwan's Ministry of Education writes it."""

from __future__ import annotations

import re
from functools import cache

from quizgen import tables
from quizgen.language.pinyin.notation import SYLLABLE

MARKS = {"1": "", "2": "ˊ", "3": "ˇ", "4": "ˋ", "5": ""}
NEUTRAL = "˙"


def bopomofo(numbered: str) -> str:
    """`guan1 shui4` -> `ㄍㄨㄢ ㄕㄨㄟˋ`, `ma1 ma5` -> `ㄇㄚ ˙ㄇㄚ`, `wan2 r5` -> `ㄨㄢˊ ㄦ`; `O K` stays."""
    return " ".join(_symbols(piece) for piece in numbered.split())


def _symbols(piece: str) -> str:
    match = SYLLABLE.fullmatch(piece)
    if not match:
        return piece
    symbols, tone = _spell(re.sub("u:|v", "ü", match["letters"].lower())), match["tone"]
    return NEUTRAL + symbols if tone == "5" and match["letters"] != "r" else symbols + MARKS[tone]


@cache
def _spell(letters: str) -> str:
    """What is no syllable of Mandarin (xx, the dictionary's unknown) stays as it is."""
    initials, finals, whole = (_table(role) for role in ("initial", "final", "whole"))
    initial = next((i for i in initials if letters.startswith(i)), "")
    final = letters.removeprefix(initial)
    if letters in whole or final not in finals:
        return whole.get(letters, letters)
    return initials.get(initial, "") + finals[final]


def _table(role: str) -> dict[str, str]:
    return {pinyin: symbols for kind, pinyin, symbols in tables.rows("zhuyin") if kind == role}
