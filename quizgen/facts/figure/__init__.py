"""Figures: shares, money, counts, durations, ordinals, scores, sizes; with what they measure.

grammar (the pieces of patterns) -> shares, money, counts, sizes (rules: a pattern and its reader) -> surroundings
(modifiers, what is measured, the other end of a change) -> facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quizgen.items import Fact, Line, Part, Source
from quizgen.language.numerals import NUMERAL, fold, numeral_words

from . import counts, money, shares, sizes, surroundings
from .grammar import Home, Rule, Value, units

KIND = "figure"

#: hours and addresses hold numerals too
_NO_FIGURE = re.compile(
    r"(?:上午|下午|凌晨|晚上|晚间|早上|早晨|中午|傍晚|清晨|深夜|午夜|今晚|昨晚|今早) ?"
    rf"{NUMERAL} ?[时点:](?: ?{NUMERAL} ?分?)?"
    rf"|{NUMERAL} ?时(?![间代期候尚速刻长差装政局机常任隔事空钟])(?: ?{NUMERAL} ?分)?(?: ?{NUMERAL} ?秒)?"
    rf"|{NUMERAL} ?点(?:[整半钟许]|{NUMERAL} ?分)"
    r"|(?:https?://|www\.)[^\s，。；、）)]+"
)


class _Found(NamedTuple):
    start: int
    end: int
    rule: str
    value: Value
    kind: str
    """the kind of its unit, or empty"""


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """The figures of an article outside its dates: `value` is `number unit`, or `low/high unit` for a range.

    高達[100%] -> `100 %`, [3000億元] -> `3e11 CNY`, [第四輪] -> `第4 轮`, [21比15] -> `21:15`, [300多人] -> `300 人`.
    Parts: modifier (beside the figure, or 多 and 餘 in it), measured, and from or to: the other end of a change
    (從145%降至30%). The rule `trivial_count` is a pair that hardly makes a question (兩種).
    """
    home = money.home(lines)
    dates = [(f.start, f.end) for f in found if f.kind == "date"]
    return [fact for line in lines for fact in _in_line(line, home, dates)]


def _in_line(line: Line, home: Home, dates: Sequence[tuple[int, int]]) -> Iterator[Fact]:
    text = fold(line.simplified)
    taken = [(a - line.start, b - line.start) for a, b in dates]
    taken += [m.span() for pattern in (numeral_words(), _NO_FIGURE) for m in pattern.finditer(text)]
    figures = list(_figures(text, home, taken))
    for i, figure in enumerate(figures):
        beside = surroundings.modifiers(text, figure.start, figure.end, time=figure.kind == "time")
        if figure.value.vague:
            at = text.index(figure.value.vague, figure.start, figure.end)
            beside.append(surroundings.Beside("modifier", at, at + 1, "over"))
        if noun := _noun(text, figures, i):
            beside.append(noun)
        yield _fact(line, figure, [*beside, *_other_end(text, figures, i)])


def _figures(text: str, home: Home, taken: Sequence[tuple[int, int]]) -> Iterator[_Found]:
    """The figures from left to right; of those that begin together the longest, then the earlier rule's."""
    letters = set(text)
    here = (name for name, rule in _rules().items() if not rule.hint or letters & set(rule.hint))
    every = [(name, m) for name in here for m in _pattern(name).finditer(text)]
    end = 0
    for name, match in sorted(every, key=lambda found: (found[1].start(), -found[1].end())):
        start = match.end() - len(match[0].lstrip())
        if start < end or any(a < match.end() and start < b for a, b in taken):
            continue
        groups = {key: value for key, value in match.groupdict().items() if value}
        value = _rules()[name].read(groups, match, home)
        if value is not None:
            end = match.end()
            unit = units().get(groups.get("unit", ""))
            yield _Found(start, end, name, value, unit.kind if unit else "")


def _noun(text: str, figures: Sequence[_Found], i: int) -> surroundings.Beside | None:
    """What a figure measures; the end of a change measures what its beginning does."""
    figure = figures[i]
    if figure.rule in ("score", "score_sign", "rank"):
        return None
    start, counted = figure.start, figure.kind in ("count", "time", "days", "second") or figure.rule == "ordinal"
    if i and surroundings.changes(text, figures[i - 1].end, start):
        start = figures[i - 1].start
    return surroundings.measured(text, start, figure.end, counted=counted)


def _other_end(text: str, figures: Sequence[_Found], i: int) -> Iterator[surroundings.Beside]:
    """The other figure of a change, where 从 or 由 stands before the first and a verb with 至 between the two."""
    for first, other, name in ((i, i + 1, "to"), (i - 1, i - 1, "from")):
        if first < 0 or first + 1 >= len(figures):
            continue
        low, high, end = figures[first], figures[first + 1], figures[other]
        if surroundings.starts_change(text, low.start) and surroundings.changes(text, low.end, high.start):
            yield surroundings.Beside(name, end.start, end.end, end.value.value)


def _fact(line: Line, figure: _Found, beside: Sequence[surroundings.Beside]) -> Fact:
    start, end, rule, value, _ = figure
    parts = (Part(name, line.text[a:b], line.start + a, line.start + b, told) for name, a, b, told in beside)
    rule = "trivial_count" if value.trivial else rule
    text, at = line.text[start:end], line.start
    return Fact(KIND, text, at + start, at + end, value.value, rule, tuple(parts), value.doubt)


@cache
def _rules() -> dict[str, Rule]:
    return shares.rules() | money.rules() | sizes.rules() | counts.rules()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_rules()[name].pattern)
