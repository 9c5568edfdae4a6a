"""Items listed as one answer: 授予霍普菲尔德和欣顿, 以6比2、6比3战胜; and those that 分别 pairs in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from quizgen.items import Fact, Line, Part, Source
from quizgen.naming.spans import by_line

KIND = "list"

_RESPECTIVELY = re.compile(r"分别(?:是|为|在|于|由|达|达到|来自|位于|增长|下降|上升)?")
_JOIN = re.compile(r"\s*(?:[、和与及]|以及|，)\s*")
_AND = re.compile(r"\s*(?:[、和与及]|以及)\s*")
_ITEM_KINDS = ("place", "person", "date", "figure", "organisation")
_LEAST, _MOST = 2, 4


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Lists of one kind, each item a part `member`; `value` joins their values by 、.

    Rules: `respectively_<kind>` behind 分别; `joined_<kind>` for two to four persons, places or scores.
    """
    out: list[Fact] = []
    for line, inside in by_line(lines, found):
        for match in _RESPECTIVELY.finditer(line.simplified):
            members = _members(line, match.end(), inside)
            if len(members) >= _LEAST:
                out.append(_fact(line, members, f"respectively_{members[0].kind}", inside))
        paired = {p.start for f in out for p in f.parts}
        for members in _joined(line, inside):
            if _LEAST <= len(members) <= _MOST and members[0].start not in paired and not _split_by_with(line, members):
                out.append(_fact(line, members, f"joined_{_shape(members[0])}", inside))
    return out


def _joined(line: Line, inside: Sequence[Fact]) -> Iterator[list[Fact]]:
    """Runs of facts of one kind with nothing between them but 、 or 和, brackets, and the offices of the next one."""
    for kind in ("person", "place", "score"):
        run: list[Fact] = []
        for fact in (f for f in inside if _shape(f) == kind):
            if run and not _AND.fullmatch(_between(line, run[-1], fact, inside)):
                yield run
                run = []
            run.append(fact)
        yield run


def _split_by_with(line: Line, members: Sequence[Fact]) -> bool:
    """特朗普与金正恩…会谈: who met whom is an event, not a list."""
    return (
        members[0].kind == "person"
        and re.search("[与同]", line.simplified[members[0].end - line.start : members[-1].start - line.start])
        is not None
    )


def _shape(fact: Fact) -> str:
    return "score" if re.fullmatch(r"\d+:\d+", fact.value) else fact.kind


def _between(line: Line, first: Fact, second: Fact, inside: Sequence[Fact]) -> str:
    between = inside[bisect_left(inside, first.end, key=lambda f: f.start) :]
    leaning = [
        f
        for f in takewhile(lambda f: f.start < second.start, between)
        if f.kind in ("role", "organisation", "place") and f.end <= second.start
    ]
    if second.kind == "place":
        leaning = []
    told = line.simplified[first.end - line.start : second.start - line.start]
    text = "".join(c for i, c in enumerate(told, first.end) if not any(f.start <= i < f.end for f in leaning))
    return re.sub(r"[（(][^（）()]*[）)]", "", text)


def _members(line: Line, at: int, found: Sequence[Fact]) -> list[Fact]:
    """The facts of one kind that follow each other from `at`, only joined by 、 or 和."""
    starting = {f.start - line.start: f for f in found if f.kind in _ITEM_KINDS}
    members: list[Fact] = []
    while at in starting and (not members or starting[at].kind == members[0].kind):
        members.append(starting[at])
        at = starting[at].end - line.start
        join = _JOIN.match(line.simplified, at)
        if not join:
            break
        at = join.end()
    return members


def _leaning(line: Line, start: int, inside: Sequence[Fact]) -> int:
    """Left over country, body and office before the first person (the rest have theirs): 美国科学家|霍普菲尔德和…."""
    while fact := next((f for f in inside if f.end == start and f.kind in ("role", "organisation", "place")), None):
        start = fact.start
    return start


def _bracket_end(line: Line, end: int) -> int:
    bracket = re.compile(r"[（(][^（）()]*[）)]").match(line.text, end - line.start)
    return line.start + bracket.end() if bracket else end


def _fact(line: Line, members: Sequence[Fact], rule: str, inside: Sequence[Fact]) -> Fact:
    start, end = _leaning(line, members[0].start, inside), _bracket_end(line, members[-1].end)
    parts = tuple(Part("member", m.text, m.start, m.end, m.value) for m in members)
    text = line.text[start - line.start : end - line.start]
    return Fact(KIND, text, start, end, "、".join(m.value for m in members), rule, parts)
