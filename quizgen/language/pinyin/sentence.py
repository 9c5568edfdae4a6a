"""The readings of the words of a sentence, each where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.language.pinyin.library import read


class Reading(NamedTuple):
    """How a span is read."""

    pinyin: str
    """numbered, one syllable a Han character (`guan1 shui4`); empty for what is not read"""
    doubt: str = ""
    """the losing alternative in words, when the voices disagree"""


def readings(
    simplified: str, spans: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]] = (), original: str = ""
) -> list[Reading]:
    """One reading for each half-open span, in the context of the whole sentence.

    `names` are spans of Chinese persons; `original` is the same text in the article's script, of the same length.
    """
    sounds = read(simplified)
    return [Reading(" ".join(filter(None, sounds[start:end]))) for start, end in spans]
