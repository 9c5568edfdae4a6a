"""Names that are known before the article is read: our tables first, the dictionary's proper nouns second."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quizgen import tables
from quizgen.language import entries, gloss_of_name, is_word, part_of_speech, proper
from quizgen.naming import foreign
from quizgen.naming.boundaries import FUNCTION, crossing, cuts, is_common, is_han, pos

_LONGEST_ENTRY = 8  # names that only the dictionary has are not looked for beyond this length
_LEAST = 2
_STORM = re.compile(r"(?:台风|飓风|热带风暴|气旋)[「“『]?([\u4e00-\u9fff]?)$")
NAMED = ("person", "place", "organisation")


class Known(NamedTuple):
    """A known name where it stands in a line."""

    start: int
    end: int
    kind: str
    """person, place or organisation"""


@lru_cache(maxsize=4096)
def known(simplified: str) -> tuple[Known, ...]:
    """The known names of a line, longest first from the left, none torn out of a longer word."""
    out, at = [], 0
    while at < len(simplified):
        name = _at(simplified, at)
        if name:
            out.append(name)
        at = name.end if name else at + 1
    return tuple(out)


@cache
def kind_of(name: str) -> str:
    """person, place, organisation, or empty for what is no known name or an ordinary word as well."""
    if name.endswith("氏"):
        return ""  # 芮氏规模, 朱氏: a family or a scale, no person
    listed = _listed().get(name, "")
    if listed:
        return listed
    if len(name) < _LEAST or not is_word(name):
        return ""
    kind = proper(name)
    return kind if kind in NAMED and not is_common(name) and not _is_thing(name, kind) else ""


def _is_thing(name: str, kind: str) -> bool:
    """The dictionary's capitals mislead: 山上 says where, 长江后浪推前浪 is a saying, 平安时代 is no person."""
    tag = part_of_speech(name)
    if kind == "place" and tag == "s":
        return True
    if len(name) < 4 or all(map(foreign.is_transliteration, name)):
        return False
    return tag in ("i", "l") or "，" in name or any(map(name.endswith, tables.words("thing_endings")))


@cache
def is_surname(name: str) -> bool:
    """A rendered family name that the dictionary has as nothing else: 亚当斯 (Adams), 史密斯."""
    return proper(name) in ("surname", "person", "other") and any(map(foreign.is_strong, name)) and not is_common(name)


@cache
def canonical(name: str) -> str:
    """The first rendering of a person or body known under several: 川普 -> 特朗普; others come back as they are."""
    return _canonical().get(name, name)


@cache
def latin(name: str) -> str:
    """The Latin original of a person that the table of renderings knows, or empty."""
    return _latin().get(name, "")


def _at(simplified: str, start: int) -> Known | None:
    if not is_han(simplified[start]) and not simplified[start].isupper():
        return None
    longest = _longest_listed().get(simplified[start : start + _LEAST], _LONGEST_ENTRY)
    for end in range(min(len(simplified), start + longest), start + _LEAST - 1, -1):
        name = simplified[start:end]
        if not (name in _listed() or is_word(name)):
            continue  # most of what is tried is no word at all
        kind = kind_of(name)
        if kind and _is_whole(simplified, start, end):
            return Known(start, end, kind)
    return None


def _is_whole(simplified: str, start: int, end: int) -> bool:
    """The name is not torn out of a longer word, office, Latin word or foreign name."""
    if simplified[start].isascii() or simplified[end - 1].isascii():
        edges = simplified[start - 1 : start] + simplified[end : end + 1]
        return not any(c.isascii() and c.isalnum() for c in edges)
    if simplified[end - 1 : end + 1] in tables.words("titles") or _names_storm(simplified, start):
        return False
    if _inside_rendering(simplified, start, end):
        return False
    boundary = cuts(simplified)
    left = start in boundary or not _torn_left(simplified, start, end)
    right = end in boundary or not (crossing(simplified, start, end) or _goes_on(simplified, start, end))
    return left and right


def _inside_rendering(simplified: str, start: int, end: int) -> bool:
    """阿斯|卡尼|奥: the run of transliteration goes on, so the known name is only a part of an unknown one.

    阿拉斯加|安克拉治 goes on with another known name, and is whole.
    """
    if not all(map(foreign.is_transliteration, simplified[start:end])):
        return False
    run = foreign.end_of(simplified, start)
    if run > end:
        return not any(kind_of(simplified[end:stop]) for stop in range(end + _LEAST + 1, run + 1))
    before = simplified[start - 1 : start]
    return foreign.is_strong(before) and not is_common(simplified[max(0, start - 2) : start])


def _names_storm(simplified: str, start: int) -> bool:
    """台风|桦|加沙: what follows the word for a storm, with one character at most between, is its name."""
    match = _STORM.search(simplified[:start])
    return match is not None and match[1] not in FUNCTION and pos(match[1]) not in ("v", "vn", "p", "d")


def _goes_on(simplified: str, start: int, end: int) -> bool:
    """The name is the head of a set phrase: 大同|小异."""
    return is_common(simplified[start : start + 4]) and end - start < 4


def _torn_left(simplified: str, start: int, end: int) -> bool:
    """A common word reaches over the left edge: 四川|普通 for 川普."""
    return any(
        is_common(simplified[a:b]) or proper(simplified[a:b])
        for a in range(max(0, start - 3), start)
        for b in range(start + 1, min(len(simplified), a + 4, end) + 1)
    )


@cache
def _longest_listed() -> dict[str, int]:
    """First two characters of our tables' names -> the longest of them, so that few lengths need be tried."""
    longest: dict[str, int] = {}
    for name in _listed():
        longest[name[:_LEAST]] = max(longest.get(name[:_LEAST], _LONGEST_ENTRY), len(name))
    return longest


@cache
def _listed() -> dict[str, str]:
    """Names of our tables; those marked `?` are ordinary words too and need the text to speak for them."""
    listed = {name: "person" for names in _renderings() for name in names}
    for name, _, kind, aliases in tables.rows("organisations"):
        if not kind.endswith("?"):
            listed.update(dict.fromkeys([name, *filter(None, aliases.split("、"))], "organisation"))
    listed.update((row[0], "place") for row in tables.rows("places"))
    return listed


@cache
def _renderings() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(names.split("、")) for _, names, _ in tables.rows("renderings"))


@cache
def _canonical() -> dict[str, str]:
    same = {name: names[0] for names in _renderings() for name in names}
    for name, _, _, aliases in tables.rows("organisations"):
        same.update(dict.fromkeys(filter(None, aliases.split("、")), name))
    return same


@cache
def _latin() -> dict[str, str]:
    return {name: latin for latin, names, _ in tables.rows("renderings") for name in names.split("、")}


@cache
def english(name: str) -> str:
    """A short English name: from our tables, else the dictionary's sense of a proper noun; empty if neither has one."""
    return _english().get(name) or (gloss_of_name(name) if any(e.is_proper for e in entries(name)) else "")


@cache
def _english() -> dict[str, str]:
    told = dict(_latin())
    told.update((row[0], row[1]) for row in tables.rows("places"))
    for name, english_name, _, aliases in tables.rows("organisations"):
        told.update(dict.fromkeys([name, *filter(None, aliases.split("、"))], english_name))
    return told
