"""Offices beside names: 财政部长, 国际贸易谈判代表兼副部长, 首席执行官."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from quizgen import tables
from quizgen.naming import gazetteer

PREFIXES = (
    "副",
    "前",
    "原",
    "代",
    "代理",
    "候任",
    "时任",
    "首席",
    "助理",
    "常务",
    "高级",
    "资深",
    "执行",
    "联席",
    "名誉",
    "荣誉",
    "终身",
    "现任",
    "新任",
    "总",
    "署理",
    "驻华",
    "专职",
    "第一副",
    "非执行",
    "副总",
    "常驻",
    "候任",
)
_PARTY = ("省委", "市委", "县委", "区委", "党委", "纪委", "党组", "党总支")
_JOINS = ("兼", "、", "暨", "兼任")
_LONGEST = 8


class Office(NamedTuple):
    """A span of text that names an office; `title` is its last bare title."""

    start: int
    end: int
    title: str


@cache
def _titles(place: str) -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("titles") if row[2] in (place, "both"))


@cache
def _last_characters(place: str) -> frozenset[str]:
    """What a title beside a name ends in: most positions are no title's end, and need no search."""
    return frozenset(title[-1] for title in _titles(place))


def before(simplified: str, end: int) -> Office | None:
    """The office that ends at `end`, right before a name, taken as far left as words of offices reach."""
    if simplified[end - 1 : end] not in _last_characters("before"):
        return None
    title = _ending(simplified, end, _titles("before"))
    if not title:
        return None
    start = _modified(simplified, end - len(title))
    while (join := _join_before(simplified, start)) and (
        more := _ending(simplified, start - len(join), _titles("before"))
    ):
        start = _modified(simplified, start - len(join) - len(more))
    return Office(start, end, title)


def after(simplified: str, start: int) -> Office | None:
    """The office that begins at `start`, right behind a name: 董部长, 特朗普总统."""
    for length in range(_LONGEST, 0, -1):
        word = simplified[start : start + length]
        if word[-1:] not in _last_characters("after"):
            continue
        for prefix in ("", *PREFIXES):
            if word.startswith(prefix) and word[len(prefix) :] in _titles("after"):
                return Office(start, start + len(word), word[len(prefix) :])
    return None


def _ending(simplified: str, end: int, titles: frozenset[str]) -> str:
    lengths = range(min(_LONGEST, end), 0, -1)
    return next((simplified[end - n : end] for n in lengths if simplified[end - n : end] in titles), "")


def _modified(simplified: str, start: int) -> int:
    """Left over 副, 首席 … and over the bodies' words: 国际贸易|谈判代表, 国家安全|顾问."""
    while word := _modifier(simplified, start):
        start -= len(word)
    return start


def _modifier(simplified: str, end: int) -> str:
    bodies = tables.words("bodies")
    for length in range(min(_LONGEST, end), 0, -1):
        word = simplified[end - length : end]
        if word in PREFIXES or word in bodies or word in _PARTY:
            return word
        if word[0] == "驻" and _is_country(word[1:]):
            return word
    return ""


def _is_country(word: str) -> bool:
    """印尼 or 美: the post's country, in full or in one character."""
    return word in tables.words("country_characters") or word == "华" or gazetteer.kind_of(word) == "place"


def _join_before(simplified: str, start: int) -> str:
    return next((join for join in _JOINS if simplified[:start].endswith(join)), "")
