"""People: their names without titles, renderings joined, short forms led back to the full name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgen.items import Fact, Line, Part, Source
from quizgen.naming import foreign, gazetteer, people

KIND = "person"


class Span(NamedTuple):
    """A name in a line, and the rule that found it."""

    line: Line
    start: int
    end: int
    rule: str

    @property
    def name(self) -> str:
        """In Simplified characters."""
        return self.line.simplified[self.start : self.end]


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Every person's name, without title; `value` is the name in Simplified, renderings joined (川普 = 特朗普).

    Parts: `latin` where a bracket gives the original.
    """
    told = [line for line in lines if line.role != "credit"]
    spans = [Span(line, *span) for line in told for span in people.in_line(line.simplified)]
    names = {span.name for span in spans}
    spans += [Span(line, *span) for line in told for span in people.again(line.simplified, names)]
    return _settled(spans, _full_names(names))


def _full_names(names: set[str]) -> dict[str, str]:
    """Short form to the one full name of the article that ends in it."""
    full: dict[str, str] = {}
    for name in names:
        short = foreign.last_name(name)
        if short != name:
            full[short] = name if short not in full else short  # two bearers of a name: left short
    return full


def _settled(spans: Sequence[Span], full: dict[str, str]) -> list[Fact]:
    """From left to right the longest at each place; the rule that came first names it."""
    out: list[Fact] = []
    for span in sorted(spans, key=lambda s: (s.line.start + s.start, -s.end)):
        start, end = span.line.start + span.start, span.line.start + span.end
        if not out or start >= out[-1].end:
            value = gazetteer.canonical(full.get(span.name, span.name))
            out.append(Fact(KIND, span.line.text[span.start : span.end], start, end, value, span.rule, _parts(span)))
    return out


def _parts(span: Span) -> tuple[Part, ...]:
    at = span.line.start
    latin = people.LATIN.match(span.line.text, span.end)
    return (Part("latin", latin[1], at + latin.start(1), at + latin.end(1)),) if latin else ()
