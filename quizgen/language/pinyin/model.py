"""The only door to g2pM, the extra `readings`: a small neural model that reads a character in its sentence.

Where it is not installed it says nothing. It knows Simplified only, and writes full tones where dictionaries have
neutral ones; so it is one voice among others, for what no rule and no word of the dictionary decides: see `sentence`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

Voice = Callable[[str, int], str]
_SURE = 0.9
"""share of the likeliest reading; under it the model was wrong as often as right (tests/cases/reading.txt)"""
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；\n]?")


def voice() -> Voice:
    """What the model says of the character at a place of a Simplified text; empty if it is not sure."""
    try:
        from g2pM import G2pM
    except ImportError:
        return _silence
    return _voice_of(G2pM())


def _silence(text: str, place: int) -> str:
    return ""


def _voice_of(model: Any) -> Voice:
    read = lru_cache(maxsize=64)(_reader_of(model))

    def said(text: str, place: int) -> str:
        for sentence in _SENTENCE.finditer(text):
            if place < sentence.end():
                return read(sentence[0]).get(place - sentence.start(), "")
        return ""

    return said


def _reader_of(model: Any) -> Callable[[str], dict[int, str]]:
    """Reads a sentence: the readings that the model is sure of, by place.

    The model tells which reading is likeliest, not how likely; its last layer is listened to for that.
    """
    last_layer, heard = model.fc_layer, []
    column = {reading: number for number, reading in model.idx2class.items()}

    def fc_layer(states: Any) -> Any:
        heard.append(last_layer(states))
        return heard[-1]

    def read(sentence: str) -> dict[int, str]:
        options = {i: model.cedict[char] for i, char in enumerate(sentence) if len(model.cedict.get(char, ())) > 1}
        if not options:
            return {}
        model(sentence, char_split=True)
        rows = zip(options.items(), heard.pop(), strict=True)
        sure = {i: _sure({o: float(row[column[o]]) for o in known if o in column}) for (i, known), row in rows}
        return {i: reading for i, reading in sure.items() if reading}

    model.fc_layer = fc_layer
    return read


def _sure(weights: dict[str, float]) -> str:
    """The likeliest reading, by a softmax over those the character has, if it is likely enough."""
    best = max(weights, key=weights.__getitem__, default="")
    return best if best and sum(math.exp(w - weights[best]) for w in weights.values()) <= 1 / _SURE else ""
