"""Names rendered from other languages: runs of the characters that newspapers transliterate with."""

from __future__ import annotations

import re
from functools import cache

from quizgen import tables
from quizgen.naming.boundaries import crossing

DOT = "·‧・•．"
_LEAST = 2
#: prepositions and adverbs that render names as well, but do not end them: 奥尼尔|于|2001年, 贝森特|曾|表示
_NO_END = frozenset("于曾都令其因")


@cache
def _strong() -> frozenset[str]:
    return frozenset(row[0] for row in tables.rows("transliteration") if row[1] == "strong")


def is_strong(char: str) -> bool:
    """A character that does little else than render foreign names: 尔, 斯, 姆."""
    return char in _strong()


def is_transliteration(char: str) -> bool:
    """A character used to render foreign names."""
    return char in tables.words("transliteration")


def end_of(simplified: str, start: int) -> int:
    """Where a run of transliteration that begins at `start` ends, no word torn; `start` when there is none.

    Dots join its parts (唐纳德·特朗普); a run needs two characters and one that does little else than transliterate.
    """
    end = run_end(simplified, start)
    return end if looks_foreign(simplified[start:end]) else start


def run_end(simplified: str, start: int) -> int:
    """Where the characters that may render a foreign name end, whatever else they do; no word torn."""
    end = start
    while end < len(simplified) and (is_transliteration(simplified[end]) or _joins(simplified, end, start)):
        end += 1
    dotted = max(simplified.rfind(dot, start, end) for dot in DOT) + 1 or start
    least = max(dotted, start + _LEAST - 1)
    while end > least and (simplified[end - 1] in _NO_END or crossing(simplified, dotted + 1, end)):
        end -= 1
    return end


def start_of(simplified: str, end: int) -> int:
    """Where the run that ends at `end` begins, going left; `end` when there is none."""
    start = end
    while start > 0 and (is_transliteration(simplified[start - 1]) or (simplified[start - 1] in DOT and start < end)):
        start -= 1
    while start < end and simplified[start] in DOT:
        start += 1
    return start if end - start >= _LEAST else end


def looks_foreign(run: str) -> bool:
    """Two characters or more, one of them a strong sign of transliteration, or a dot inside."""
    plain = re.sub(f"[{DOT}]", "", run)
    return len(plain) >= _LEAST and (len(plain) < len(run) or any(char in _strong() for char in plain))


def is_rendered(name: str) -> bool:
    """A name from another language by its characters: 贝森特 yes, 黄仁勋 no."""
    return looks_foreign(name) and all(is_transliteration(c) or c in DOT for c in name)


def last_name(name: str) -> str:
    """The part behind the last dot: 唐纳德·特朗普 -> 特朗普."""
    return re.split(f"[{DOT}]", name)[-1]


def _joins(simplified: str, at: int, start: int) -> bool:
    """A dot between two characters of a name; one that is no transliteration character may follow it (凯文·沃什)."""
    if simplified[at] in DOT:
        return start < at < len(simplified) - 1
    return simplified[at - 1 : at] in tuple(DOT) and at > start and "\u4e00" <= simplified[at] <= "\u9fff"
