"""Numerals: read (`number`, `numbers`), written in one form (`canonical`), said aloud (`in_words`), in English."""

from __future__ import annotations

from .english import in_english
from .reading import LARGE, NUMERAL, Number, canonical, fold, number, numbers, numeral_words
from .spoken import in_words

__all__ = ["LARGE", "NUMERAL", "Number", "canonical", "fold", "in_english", "in_words", "number", "numbers", "numeral_words"]
