"""A name and its original: 贝森特（Scott Bessent）, 移民和海关执法局（ICE）."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.items import Fact, Line, Part, Source

KIND = "name"

_ORIGINALS = {"latin": "person_in_brackets", "abbreviation": "body_in_brackets"}


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """The Latin original in the bracket behind a person's or body's name; `value` is it, part `name` the Chinese."""
    out: list[Fact] = []
    for fact in found:
        for part in fact.parts:
            if part.name in _ORIGINALS and part.text[0].isascii():
                named = Part("name", fact.text, fact.start, fact.end, fact.value)
                out.append(Fact(KIND, part.text, part.start, part.end, part.text, _ORIGINALS[part.name], (named,)))
    return out
