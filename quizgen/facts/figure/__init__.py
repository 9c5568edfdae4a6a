"""Figures: shares, money, counts, durations, ordinals, scores, sizes; with what they measure.

patterns (how figures are written) -> values (what they amount to) -> surroundings (modifiers, what is measured).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.items import Fact, Line, Part, Source
from quizgen.language.numerals import NUMERAL, fold, numeral_words

from . import surroundings
from .patterns import patterns, units
from .values import Home, Value, read

KIND = "figure"

_CLOCK = re.compile(
    rf"(?:上午|下午|凌晨|晚上|晚间|早上|早晨|中午|傍晚|清晨|深夜|午夜|今晚|昨晚|今早) ?{NUMERAL} ?[时点:](?: ?{NUMERAL} ?分?)?"
    rf"|{NUMERAL} ?时(?!间|代|期|候|尚|速|刻|长|差|装|政|局|机|常|任|隔|事|空|钟)(?: ?{NUMERAL} ?分)?(?: ?{NUMERAL} ?秒)?"
    rf"|{NUMERAL} ?点(?:整|半|钟|许|{NUMERAL} ?分)"
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
    home = _home(lines)
    dates = [(f.start, f.end) for f in found if f.kind == "date"]
    return [fact for line in lines for fact in _in_line(line, home, dates)]


def _in_line(line: Line, home: Home, dates: Sequence[tuple[int, int]]) -> Iterator[Fact]:
    text = fold(line.simplified)
    taken = [(a - line.start, b - line.start) for a, b in dates]
    taken += [m.span() for m in numeral_words().finditer(text)] + [m.span() for m in _CLOCK.finditer(text)]
    figures = list(_figures(text, home, taken))
    for i, figure in enumerate(figures):
        beside = surroundings.modifiers(text, figure.start, figure.end, time=figure.kind == "time")
        if noun := _noun(text, figures, i):
            beside.append(noun)
        beside += _other_end(text, figures, i)
        yield _fact(line, text, figure, beside)


def _figures(text: str, home: Home, taken: Sequence[tuple[int, int]]) -> Iterator[_Found]:
    """The figures from left to right; of those that begin together the longest, then the earlier rule's."""
    every = [(rule, m) for rule, pattern in patterns().items() for m in pattern.finditer(text)]
    end = 0
    for rule, match in sorted(every, key=lambda found: (found[1].start(), -found[1].end())):
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if start < end or any(a < match.end() and start < b for a, b in taken):
            continue
        value = read(rule, match, home)
        if value is None:
            continue
        end = match.end()
        unit = units().get(match.groupdict().get("unit") or "")
        yield _Found(start, end, rule, value, unit.kind if unit else "")


def _noun(text: str, figures: Sequence[_Found], i: int) -> surroundings.Beside | None:
    """What a figure measures; the end of a change measures what its beginning does."""
    figure = figures[i]
    if figure.rule in ("score", "score_sign", "rank"):
        return None
    start, counted = figure.start, figure.kind == "count" or figure.rule == "ordinal"
    if i and surroundings.changes(text, figures[i - 1].end, start):
        start = figures[i - 1].start
    return surroundings.measured(text, start, figure.end, counted=counted)


def _other_end(text: str, figures: Sequence[_Found], i: int) -> Iterator[surroundings.Beside]:
    """The other figure of a change, where 从 or 由 stands before the first and a verb with 至 between the two."""
    for first, second, other, name in ((i, i + 1, i + 1, "to"), (i - 1, i, i - 1, "from")):
        if first < 0 or second >= len(figures):
            continue
        a, b = figures[first], figures[second]
        if surroundings.starts_change(text, a.start) and surroundings.changes(text, a.end, b.start):
            end = figures[other]
            yield surroundings.Beside(name, end.start, end.end, end.value.value)


def _fact(line: Line, text: str, figure: _Found, beside: Sequence[surroundings.Beside]) -> Fact:
    start, end, rule, value, _ = figure
    if value.vague:
        at = text.index(value.vague, start, end)
        beside = [surroundings.Beside("modifier", at, at + 1, "over"), *beside]
    parts = tuple(Part(b.name, line.text[b.start : b.end], line.start + b.start, line.start + b.end, b.value) for b in beside)
    rule = "trivial_count" if value.trivial else rule
    return Fact(KIND, line.text[start:end], line.start + start, line.start + end, value.value, rule, parts, value.doubt)


def _home(lines: Sequence[Line]) -> Home:
    """What 元 alone means: by the money the article names, else by script and the places it speaks of."""
    text = "".join(line.simplified for line in lines)
    named = {code for words, code in (("新?台币", "TWD"), ("港元|港币", "HKD"), ("人民币", "CNY")) if re.search(words, text)}
    if len(named) == 1:
        return Home(named.pop(), "")
    if all(line.text == line.simplified for line in lines):
        return Home("CNY", "")
    if re.search("行政院|立法院|台股|全台|台积电|卫福部|新北|高雄|台中", text):
        return Home("TWD", "")
    if re.search("港府|特区政府|立法会|港股|全港|恒指|港铁", text):
        return Home("HKD", "")
    return Home("CNY", "元 of which country is not said")
