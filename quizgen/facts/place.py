"""Countries, cities, regions, waters, venues: known by name, or told by how the name ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.items import Fact, Line, Part, Source
from quizgen.naming import foreign, gazetteer
from quizgen.naming.boundaries import crossing, cuts, is_common
from quizgen.naming.spans import Found, longest

KIND = "place"

#: 伊利诺伊|州, 花莲|县, 秀林|乡: a kind of place behind its name
_SUFFIX = re.compile(
    r"[东西南北][一二三四五]?路|大街|大道|特别行政区|自治区|自治州|自治县|地区|群岛|半岛|海峡|山脉|高原|盆地|平原|沙漠|三角洲|国际机场|机场|车站|火车站|大桥|大坝|水库|核电站|"
    r"体育场|体育馆|体育中心|球场|竞技场|广场|大厦|大厅|酒店|饭店|宾馆|大饭店|会议中心|会展中心|国际会议中心|展览馆|博物馆|公园|公路|高速公路|航天发射场|发射场|发射中心|基地|港|省|市|县|州|郡|区|镇|乡|村|岛|山|河|江|湖|海|湾|街|路|宫|寺"
)
_LATIN = re.compile(r"[（(]\s*[A-ZÀ-Þ][\w.’' -]*[)）]")
_LONGEST_HEAD = 10


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Every place; `value` is its Simplified name. Part: `country`, where that stands right before a place in it."""
    out: list[Fact] = []
    for line in lines:
        if line.role == "credit":
            continue
        for start, end, rule in longest(_in_line(line.simplified)):
            before = out[-1] if out and out[-1].end == line.start + start else None
            country = (Part("country", before.text, before.start, before.end, before.value),) if before else ()
            value = line.simplified[start:end]
            out.append(Fact(KIND, line.text[start:end], line.start + start, line.start + end, value, rule, country))
    return out


def _in_line(text: str) -> Iterator[Found]:
    known = [k for k in gazetteer.known(text) if k.kind == KIND]
    yield from ((k.start, k.end, "known") for k in known)
    for match in _SUFFIX.finditer(text):
        start = _head(text, match.start(), len(match.group()), known)
        if start < match.start() and (match.end() in cuts(text) or not crossing(text, match.start() - 1, match.end())):
            yield start, match.end(), "suffix"
    yield from _by_latin(text, known)


def _by_latin(text: str, known: Sequence[gazetteer.Known]) -> Iterator[Found]:
    """苏格兰坦伯利（Turnberry）: a transliteration between 在 or a known place and a bracket with its original."""
    for match in _LATIN.finditer(text):
        end = match.start()
        least = foreign.start_of(text, end)
        behind = [k.end for k in known if least < k.end < end - 1]
        start = max(behind, default=least if text[least - 1 : least] in ("在", "于") else end)
        if end - start > 1:
            yield start, end, "latin"


def _head(text: str, end: int, suffix: int, known: Sequence[gazetteer.Known]) -> int:
    """Where the name before a suffix begins: a known place, a transliteration; `end` if neither stands there."""
    for place in known:
        if place.end == end:
            return place.start
    if suffix > 2 and gazetteer.kind_of(text[end - 2 : end]) == KIND:
        return end - 2  # 从文昌|航天发射场: a long suffix vouches for what the words around would tear
    start = foreign.start_of(text, end)
    while start < end and start not in cuts(text):
        start += 1
    name = text[start:end]
    if 2 <= len(name) <= _LONGEST_HEAD and foreign.looks_foreign(name) and not is_common(name):
        return start
    return end
