"""Numerals: read (`number`), written in one form (`canonical`), said aloud (`in_words`), glossed (`in_english`)."""

from __future__ import annotations

from .english import in_english
from .reading import LARGE, NUMERAL, canonical, fold, number, numeral_words
from .spoken import in_words

__all__ = ["LARGE", "NUMERAL", "canonical", "fold", "in_english", "in_words", "number", "numeral_words"]
