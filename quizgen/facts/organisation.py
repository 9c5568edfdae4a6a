"""Institutions, companies, teams, courts, universities, media."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.items import Fact, Line, Part, Source
from quizgen.naming import bodies, gazetteer
from quizgen.naming.spans import longest

KIND = "organisation"

_ABBREVIATION = re.compile(
    r"\s*[（(]\s*(?:简称|下称|以下简称|英文缩写)?[「“『]?([A-Z][A-Za-z&.-]{1,11}|[\u4e00-\u9fff]{2,6})[」”』]?\s*[)）]"
)


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Every institution; `value` is its Simplified name, aliases joined (脸书 = Meta). Part: `abbreviation`."""
    told = [line for line in lines if line.role != "credit"]
    vouched = bodies.vouched("\n".join(line.simplified for line in told))
    return [
        _fact(line, start, end, rule)
        for line in told
        for start, end, rule in longest([*bodies.in_line(line.simplified), *bodies.ambiguous(line.simplified, vouched)])
    ]


def _fact(line: Line, start: int, end: int, rule: str) -> Fact:
    name = line.simplified[start:end].strip()
    value = gazetteer.canonical(bodies.INCORPORATED.sub("", name) if rule == "known_in_full" else name)
    return Fact(KIND, line.text[start:end], line.start + start, line.start + end, value, rule, _parts(line, end))


def _parts(line: Line, end: int) -> tuple[Part, ...]:
    short = _ABBREVIATION.match(line.text, end)
    if not short:
        return ()
    return (Part("abbreviation", short[1], line.start + short.start(1), line.start + short.end(1)),)
