"""Folding: what two ways of writing the same answer have in common."""

from __future__ import annotations

import unicodedata
from functools import cache

from quizgen.language.script import simplify


def plain(text: str) -> str:
    """Full width to half width, Traditional to Simplified character by character, lower case, no outer space.

    >>> plain("２０％關稅 ")
    '20%关税'
    """
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return "".join(_simple(c) for c in folded)


def bare(text: str) -> str:
    """The same without spaces, punctuation and Latin accents: what a name is, however it is set.

    >>> bare("José · 馬蒂")
    'jose马蒂'
    """
    parts = unicodedata.normalize("NFD", plain(text))
    return unicodedata.normalize("NFC", "".join(c for c in parts if unicodedata.category(c)[0] in "LN"))


@cache
def _simple(char: str) -> str:
    # alone, 裏 and 著 pass for Simplified and would stay as they are
    return simplify(f"國{char}")[1]
