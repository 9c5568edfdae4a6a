"""分别 pairs its items in order: 四轮谈判分别在日内瓦、伦敦、斯德哥尔摩和马德里举行."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.items import Fact, Line, Part, Source

KIND = "list"

_RESPECTIVELY = re.compile(r"分别(?:是|为|在|于|由|达|达到|来自|位于|增长|下降|上升)?")
_JOIN = re.compile(r"\s*(?:[、和与及]|以及|，)\s*")
_ITEM_KINDS = ("place", "person", "date", "figure", "organisation")
_LEAST = 2


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Items of one kind listed behind 分别, each a part `member`; `value` joins their values by 、."""
    out: list[Fact] = []
    for line in lines:
        for match in _RESPECTIVELY.finditer(line.simplified):
            members = _members(line, match.end(), found)
            if len(members) >= _LEAST:
                out.append(_fact(line, members))
    return out


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


def _fact(line: Line, members: Sequence[Fact]) -> Fact:
    start, end = members[0].start, members[-1].end
    parts = tuple(Part("member", m.text, m.start, m.end, m.value) for m in members)
    text = line.text[start - line.start : end - line.start]
    return Fact(KIND, text, start, end, "、".join(m.value for m in members), f"respectively_{members[0].kind}", parts)
