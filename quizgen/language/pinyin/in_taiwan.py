"""How Taiwan reads a word: by the dictionary's notes, else character by character."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from quizgen import tables
from quizgen.language.pinyin.library import usual

_NOTE = re.compile(r"Taiwan pr\. \[([^\]]+)\]")
_WEAK = frozenset("的得地了着过们子头么吗呢吧啊呀啦嘛儿上里")
"""characters that are unstressed in Taiwan too, where most words keep their full tones (知識 zhīshì)"""
_UNSTRESSED = frozenset({"东西", "喜欢", "意思", "葡萄", "萝卜"})


class Noted(Protocol):
    """What is asked of a dictionary's entry."""

    @property
    def pinyin(self) -> str: ...
    @property
    def senses(self) -> Sequence[str]: ...


def in_taiwan(entries: Callable[[str], Sequence[Noted]], simplified: str, numbered: str) -> str:
    """The Taiwan reading of a word that is read `numbered` elsewhere: 企业 `qi3 ye4` -> `qi4 ye4`.

    The note of the dictionary's entry with that reading holds before the table of characters.
    """
    for entry in entries(simplified):
        note = next((found for sense in entry.senses if (found := _NOTE.search(sense))), None)
        if note and len(simplified) > 1 and entry.pinyin.lower() == numbered.lower():
            return note[1]
    sounds = numbered.split()
    if len(sounds) != len(simplified):
        return numbered
    return " ".join(_by_character(simplified, [_stressed(simplified, i, sound) for i, sound in enumerate(sounds)]))


def _by_character(word: str, sounds: list[str]) -> list[str]:
    """The syllables as the table has them; a capital stays."""
    said = list(sounds)
    for known, here, taiwan, *but in tables.rows("taiwan_readings"):
        place = word.find(known)
        span = slice(place, place + len(known))
        if place < 0 or [s.lower() for s in sounds[span]] != here.split() or any(w in word for w in _words(but)):
            continue
        said[span] = [
            t.capitalize() if s[0].isupper() else t for s, t in zip(sounds[span], taiwan.split(), strict=True)
        ]
    return said


def _words(fields: Sequence[str]) -> list[str]:
    return " ".join(fields).split()


def _stressed(word: str, place: int, sound: str) -> str:
    """The full tone of a syllable that is unstressed elsewhere."""
    char = word[place]
    kept = place == 0 or char in _WEAK or char == word[place - 1] or word in _UNSTRESSED
    full = usual(char)
    return full if sound.endswith("5") and not kept and full[:-1] == sound[:-1] else sound
