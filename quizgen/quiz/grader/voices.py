"""Which readings of a word are right: the one taught, the dictionary's, Taiwan's."""

from __future__ import annotations

import re
from itertools import product

from quizgen.language.dictionary import entries

_ALSO = re.compile(r"(?:also|Taiwan|Tw) pr\. \[([^\]]+)\]")
_MOST = 32
"""readings tried at most: a long idiom has a Taiwan reading for half its characters"""


def readings_of(word: str, taught: str) -> list[str]:
    """The readings of a word that count as right, numbered, the one taught first.

    `taught` may be the mainland's or Taiwan's. The dictionary tells Taiwan's for few words; for the rest its entries
    on the characters do: 期間 qi1 jian1 and qi2 jian1.
    """
    found = [taught]
    for entry in entries(word):
        both = [entry.pinyin, *_also(entry.senses, entry.pinyin)]
        found += both if taught in both else []
    syllables = taught.split()
    if len(syllables) == len(word) > 1:
        choices = (_voices(char, syllable) for char, syllable in zip(word, syllables, strict=True))
        found += [" ".join(one) for one, _ in zip(product(*choices), range(_MOST), strict=False)]
    return list(dict.fromkeys(found))


def _voices(char: str, syllable: str) -> list[str]:
    """A syllable, and how the other side of the strait reads the character with it."""
    found = [syllable]
    for entry in entries(char) if char not in "不一" else ():
        both = [entry.pinyin, *_also(entry.senses, entry.pinyin)]
        found += both if syllable in both else []
    return list(dict.fromkeys(found))


def _also(senses: tuple[str, ...], reading: str) -> list[str]:
    """Other readings that the dictionary gives for the whole entry, in its own case."""
    said = _ALSO.findall(" ".join(senses))
    return [other for other in said if len(other.split()) == len(reading.split())]
