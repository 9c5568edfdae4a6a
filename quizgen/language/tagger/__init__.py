"""Persons, places and organisations in running text, by a small model of our own.

A linear-chain conditional random field over characters, learnt by bench/train_tagger.py, whose figures are in
bench/tagger.md. Nothing but the standard library at run time.
"""

from __future__ import annotations

from typing import NamedTuple

from quizgen.language.tagger.features import features
from quizgen.language.tagger.lattice import names
from quizgen.language.tagger.model import learnt

_KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}


class Span(NamedTuple):
    """A name in a line."""

    start: int
    end: int
    kind: str
    """person, place or organisation"""
    margin: float
    """how probable the model holds it that just these characters are a name of this kind, 0 to 1; bench/tagger.md
    says how often that holds"""


def tag(simplified: str) -> list[Span]:
    """The names in one line of Simplified text, in order, none overlapping; offsets count into the line.

    >>> [(text[s.start:s.end], s.kind) for s in tag(text := "美国总统特朗普在北京表示")]
    [('美国', 'place'), ('特朗普', 'person'), ('北京', 'place')]
    """
    model = learnt()
    scores = [model.scores(row) for row in features(simplified, model.lexicon)]
    return [
        Span(a + (simplified[a] == " "), b, _KINDS[kind], margin)
        for a, b, kind, margin in names(scores, model.moves)
        if simplified[a:b].strip()
    ]
