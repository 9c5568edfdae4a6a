"""Named things: laws, treaties, works, plans, craft, storms, products, where the text says what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from quizgen import tables
from quizgen.items import Fact, Line, Part, Source
from quizgen.naming import foreign
from quizgen.naming.spans import Found, longest

KIND = "thing"

_TITLE = re.compile(r"《[^《》，。；：！？]{2,24}》")
_QUOTED = re.compile(r"[“「『‘]([^“”「」『』‘’，。；：！？、]{2,14})[”」』’](号)?")
_LAW = re.compile(r"[^》]{2,}法》$")
#: 六号, 十八号, 5号 behind a family of craft; a bare 号 too (毅力号)
_NUMBER = r"(?:[一二三四五六七八九十百\d]+(?:号[甲乙丙丁]?|[甲乙丙丁])?(?:改|遥[一二三四五六七八九十\d]+|Y\d+)?|号)"
#: C919, H20, MQ-9, RTS,S: a maker's sign
_CODE = r"[A-Z][A-Za-z]{0,9}-?\d[A-Za-z\d.+-]{0,6}|[A-Z]{2,6}[,-][A-Z\d]{1,3}"
_NAMED_AS = re.compile(r"(?:命名为|取名为?|定名为|更名为|改名为|代号(?:为|是)?|名为|名叫)$")
_MARKS = "“”「」『』‘’《》"
#: what cites or comments rather than names: 所谓“和平计划”
_SO_CALLED = re.compile(r"(?:所谓|所謂|俗称|被称为|称为|称作|誉为|形容为|这是|是)的?$")
#: 「閹割版」晶片: a sort of them, no name
_KINDS_OF = ("版", "型", "级", "式", "类", "性")


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Every named thing that is told what it is; `value` is its Simplified name without marks.

    Part: `class`, the noun that says what it is (颱風, 小说), beside the name or the end of it, in Simplified as its
    value; one that is only said to be named so (命名为“…”) has none.
    """
    told = (line for line in lines if line.role != "credit")
    return [_fact(line, *span) for line in told for span in longest(_in_line(line.simplified))]


def _in_line(text: str) -> Iterator[Found]:
    for match in _TITLE.finditer(text):
        if _class_of(text, *match.span(), "t"):
            yield *match.span(), "titled"
    for match in _QUOTED.finditer(text):
        named = _NAMED_AS.search(text, 0, match.start())
        if "的" in match[1] or match[1].endswith(_KINDS_OF):
            continue
        if named or (_class_of(text, *match.span(), "q") and not _SO_CALLED.search(text, 0, match.start())):
            yield *match.span(), "named_as" if named else "quoted"
    for match in _craft().finditer(text):
        yield *match.span(), "craft"
    yield from _storms(text)
    for match in re.finditer(_CODE, text):
        if _class_of(text, *match.span(), ""):
            yield *match.span(), "coded"


def _storms(text: str) -> Iterator[Found]:
    """颱風|山陀兒, 飓风|米尔顿, 賽洛瑪|颱風: a name of the lists, or one from another language."""
    for match in re.finditer("台风|飓风|热带风暴|气旋", text):
        i, j = match.span()
        names = tables.words("storms")
        end = next((j + n for n in (4, 3, 2) if text[j : j + n] in names), foreign.end_of(text, j))
        start = next((i - n for n in (4, 3, 2) if text[max(0, i - n) : i] in names), i)
        if end > j:
            yield j, end, "storm"
        elif start < i:
            yield start, i, "storm"


@cache
def _craft() -> re.Pattern[str]:
    families = sorted(tables.words("craft"), key=len, reverse=True)
    return re.compile(f"[“「]?(?:{'|'.join(families)})[”」]?{_NUMBER}[”」]?(?!线|楼|院|公路|文件|馆)")


def _fact(line: Line, start: int, end: int, rule: str) -> Fact:
    text = line.text[start:end]
    bare = re.sub(f"[{_MARKS}]", "", line.simplified[start:end])
    parts = () if rule == "named_as" else _parts(line, start, end, rule)
    if rule != "titled" and text[0] in _MARKS and text[-1] in _MARKS:  # “沃尔夫条款”: the marks are no part of the name
        start, end = start + 1, end - 1
    return Fact(KIND, line.text[start:end], line.start + start, line.start + end, bare, rule, parts)


def _parts(line: Line, start: int, end: int, rule: str) -> tuple[Part, ...]:
    told = _class_of(line.simplified, start, end, {"titled": "t", "quoted": "q"}.get(rule, ""))
    if not told and rule == "craft":
        family = next(row for row in tables.rows("craft") if row[0] in line.simplified[start:end])
        return (Part("class", "", line.start + end, line.start + end, family[1]),)
    if not told:
        return ()
    noun, i, j = told
    return (Part("class", line.text[i:j], line.start + i, line.start + j, noun),)


def _class_of(text: str, start: int, end: int, inside: str) -> tuple[str, int, int] | None:
    """(noun, start, end) of what says what the name is: before it, behind it, or its own ending; None without."""
    for length in range(7, 1, -1):
        if _may(text[start - length : start] if start >= length else "", "b"):
            return text[start - length : start], start - length, start
    for length in range(7, 1, -1):
        if _may(text[end : end + length], "a"):
            return text[end : end + length], end, end + length
    close = end - (text[end - 1] in _MARKS)
    for length in range(7, 0, -1) if inside else ():
        if _may(text[close - length : close], inside) and close - length > start + 2:
            return text[close - length : close], close - length, close
    return ("法律", end, end) if inside == "t" and _LAW.search(text[start:end]) else None


def _may(noun: str, where: str) -> bool:
    return noun in _places() and where in _places()[noun]


@cache
def _places() -> dict[str, str]:
    return {row[0]: row[2] for row in tables.rows("things")}
