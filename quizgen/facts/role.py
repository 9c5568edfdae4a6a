"""Offices: what stands beside a name (财政部长, 国际贸易谈判代表兼副部长), with who holds it and of what."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.items import Fact, Line, Part, Source
from quizgen.naming import offices

KIND = "role"

_NEVER_ASKED = frozenset(
    ["先生", "女士", "小姐", "太太", "记者", "代表", "同志", "选手", "球员", "博士", "老师", "医生"]
)


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """The office before or behind each person; `value` is office and holder in Simplified (总统:特朗普).

    Parts: `person` (who), `country` and `organisation` (of what), where they stand right before it.
    A bare form of address (先生) is doubtful as a fact.
    """
    at = {line.start: line for line in lines}
    starts = sorted(at)
    out: list[Fact] = []
    for person in (f for f in found if f.kind == "person"):
        line = at[max(s for s in starts if s <= person.start)]
        i, j = person.start - line.start, person.end - line.start
        office = offices.before(line.simplified, i) or offices.after(
            line.simplified, _behind_latin(person, line) if person.parts else j
        )
        if office:
            out.append(_fact(line, office, person, found))
    return out


def _behind_latin(person: Fact, line: Line) -> int:
    return person.parts[-1].end - line.start + 1


def _fact(line: Line, office: offices.Office, person: Fact, found: Sequence[Fact]) -> Fact:
    end = line.start + office.end
    bodies = [f.end for f in found if f.kind == "organisation" and f.start <= line.start + office.start < f.end < end]
    start = max([line.start + office.start, *bodies])  # 中国人民银行|行长: a body's words are the body's
    title = line.simplified[start - line.start : office.end]
    holder = Part("person", person.text, person.start, person.end, person.value)
    doubt = "a form of address, no office" if office.title in _NEVER_ASKED and title == office.title else ""
    parts = (holder, *_of_what(line, start - line.start, found))
    return Fact(
        KIND,
        line.text[start - line.start : office.end],
        start,
        end,
        f"{title}:{person.value}",
        "beside_name",
        parts,
        doubt,
    )


def _of_what(line: Line, start: int, found: Sequence[Fact]) -> tuple[Part, ...]:
    """The body and the country that stand before an office, read from right to left."""
    parts: list[Part] = []
    edge = line.start + start
    kinds = {"organisation": "organisation", "place": "country"}
    while fact := next((f for f in found if f.end == edge and f.kind in kinds and f.start >= line.start), None):
        parts.append(Part(kinds[fact.kind], fact.text, fact.start, fact.end, fact.value))
        edge = fact.start
    return tuple(parts)
