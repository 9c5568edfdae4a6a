"""The pieces that figure patterns are made of, over folded Simplified text; and a rule's shape."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from quizgen import tables
from quizgen.language.numerals import LARGE, NUMERAL, canonical, number

TO = r" ?(?:至|到|-|–|—{1,2}|~) ?"
#: a numeral that may hold 多 or 余 before its 万 (500余万)
COUNT = rf"{NUMERAL}(?: ?[多余] ?[万亿兆]+)?(?!\.\d)"
#: the same where it may begin a figure: not 几十, 数百, 第三, 每3, F-16, 4×100
NUMBER = (
    r"(?<![几数第每×])(?<!\d:)(?:(?<![\w%])-|(?<=[为至到约达是于在报由从降升近])-|(?<!正)负)?(?<![A-Za-z]-)" + COUNT
)  # fmt: skip
#: a number, or two of them as a range, where the first may bear the unit of the second: 300到500, 3人至5人
AMOUNT = (
    rf"(?P<low>{NUMBER})"
    rf"(?: *(?P<between>[^\W\d]{{0,5}}|%|℃|°C){TO}(?P<high>(?:-|负)?{COUNT})(?= *[多余]? *(?P=between)))?"
)
_LARGE_END = re.compile("[万亿兆]+$")
_VAGUE = re.compile(" ?([多余]) ?([万亿兆]+)$")


class Value(NamedTuple):
    """A figure's canonical value."""

    value: str
    vague: str = ""
    """多, 余 or 来 in its text"""
    doubt: str = ""
    trivial: bool = False
    """a pair that hardly makes a question: 兩種"""


class Home(NamedTuple):
    """The money that an article means by 元 alone."""

    code: str
    doubt: str


#: the groups of a match that are not empty
Groups = Mapping[str, str]
Reader = Callable[[Groups, re.Match[str], Home], Value | None]


class Rule(NamedTuple):
    """How a figure is written, and the reader of the pattern's groups: low, high, more (多), unit …"""

    hint: str
    """characters of which a line that it matches holds one, or empty; such lines alone compile and run it"""
    pattern: str
    read: Reader


class Unit(NamedTuple):
    """A measure word or unit as the table has it."""

    word: str
    canonical: str
    kind: str
    """as data/units.tsv has it, without its +"""
    ordinal: bool
    not_before: str

    @property
    def pattern(self) -> str:
        """The word where it is one."""
        return re.escape(self.word) + (f"(?![{self.not_before}])" if self.not_before else "")


@cache
def units() -> dict[str, Unit]:
    """Each unit by its Simplified word."""
    found = {}
    for word, unit, kind, not_before, *_ in tables.rows("units"):
        ordinal = kind.endswith("+") or kind in ("ordinal", "rank")
        found[word] = Unit(word, unit, kind.rstrip("+"), ordinal, not_before)
    return found


def any_of(patterns: Iterable[str]) -> str:
    """Alternatives, the longest first."""
    return "(?:" + "|".join(sorted(patterns, key=lambda p: (-len(p.partition("(?!")[0]), p))) + ")"


def with_unit(groups: Groups, unit: str, doubt: str = "") -> Value | None:
    """`low unit` or `low/high unit`; a first end without 万 or 亿 takes the second's (30至40亿)."""
    low, vague = _value(groups["low"])
    if low is None or groups["low"] in ("零", "〇"):  # 零件, 零下
        return None
    if "high" not in groups:
        return Value(f"{canonical(low)} {unit}", vague or _more(groups), doubt)
    high, vague_high = _value(groups["high"])
    if high is None:
        return None
    large = _LARGE_END.search(groups["high"])
    if large and not _LARGE_END.search(groups["low"]) and low < 10**4:
        low *= _times(large[0])
    if low >= high:
        return None
    vague = vague or vague_high or _more(groups)
    return Value(f"{canonical(low)}/{canonical(high)} {unit}", vague, doubt)


def _more(groups: Groups) -> str:
    """多 or 余, before the unit or behind it: 三十多年, 三年多."""
    return groups.get("more", "").strip() or groups.get("over", "")


def _value(text: str) -> tuple[Decimal | None, str]:
    vague = _VAGUE.search(text)
    value = number(text[: vague.start()] if vague else text)
    if value is None:
        return None, ""
    return Decimal(value) * (_times(vague[2]) if vague else 1), vague[1] if vague else ""


def _times(large: str) -> int:
    product = 1
    for unit in large:
        product *= LARGE[unit]
    return product
