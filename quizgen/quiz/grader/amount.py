"""Reads a figure as anyone may write it: 20%, 百分之二十, 兩成, 3,000億美元, $300bn, 第四輪, 從145%降至30%."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from quizgen.language.numerals import NUMERAL, fold, number
from quizgen.quiz.grader.fold import plain
from quizgen.quiz.grader.units import BASES, modifier, sides, units

_ENGLISH = {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
_SCALED = re.compile(rf"(\d[\d,]*(?:\.\d+)?)\s*({'|'.join(_ENGLISH)})\b|(\d+(?:\.\d+)?)e(\d+)")
_TO = re.compile("(?<=.)(?:[降升增减提涨跌缩扩][低高加少升]?)?(?:至|到|为|比|:|->|--?|–|—|~|/)(?=.)")


_DIGITS = str.maketrans("零〇一二三四五六七八九", "00123456789")
_STEP = re.compile(f"({NUMERAL})(年|个?月|个?小时|分钟?|秒)")


class Amount(NamedTuple):
    """What a figure comes to."""

    values: tuple[Decimal, ...]
    """one, or the two ends of a range, a change or a score"""
    unit: str = ""
    """%, CNY, 轮 …; empty where none was written"""
    side: str = ""
    """> for more than it, < for less"""
    ordinal: bool = False

    @property
    def base(self) -> tuple[tuple[Decimal, ...], str]:
        """Values and unit in the least unit of its family: 18 months for a year and a half."""
        factor, unit = BASES.get(self.unit, (1, self.unit))
        return tuple(value * factor for value in self.values), unit


def amount(text: str) -> Amount | None:
    """The value of a figure, or None where the text is none.

    兩成半 -> 25 %; 從145%降至30% -> 145, 30 %; 三千億美元 -> 3e11 USD; 第四輪 -> 4 轮, an ordinal.
    """
    rest = _SCALED.sub(_in_full, fold(plain(text)).replace("个百分点", "百分点"))
    rest = re.sub("^[从由自]", "", rest)
    rest = re.sub("(摄氏|华氏)([^度]+)度", r"\2\1度", rest).replace("零下", "-")
    said = [sides()[found] for found in modifier().findall(rest)]
    rest = modifier().sub("", rest)
    ends = [_single(end.strip()) for end in _TO.split(rest)]
    found = [end for end in ends if end]
    units = {end.unit for end in found if end.unit}
    if not 0 < len(found) == len(ends) < 3 or len(units) > 1:
        return None
    return Amount(tuple(end.values[0] for end in found), "".join(units), "".join(said)[:1], found[0].ordinal)


def _in_full(match: re.Match[str]) -> str:
    """3e11 and 300 billion with all their zeros."""
    digits, power = (match[3], int(match[4])) if match[3] else (match[1].replace(",", ""), _ENGLISH[match[2]])
    return format(Decimal(digits).scaleb(power), "f")


def _single(text: str) -> Amount | None:
    """One number with what stands around it."""
    for pattern, read in _SHAPES:
        if match := pattern.fullmatch(text):
            return read(match)
    found = list(_numerals(text))
    if len(found) != 1:
        return None
    start, end, value = found[0]
    before, after = text[:start].strip(), text[end:].strip()
    if before.endswith(("-", "负")):
        before, value = before[:-1], -value
    return _with_unit(value, before.removeprefix("第"), after, before.startswith("第"))


def _numerals(text: str) -> Iterator[tuple[int, int, Decimal]]:
    for match in re.finditer(NUMERAL, text):
        if (value := number(match[0])) is not None:
            yield match.start(), match.end(), Decimal(value)


def _share(match: re.Match[str]) -> Amount | None:
    """百分之二十, 百分之百, 千分之三."""
    inner = Amount((Decimal(100),)) if match[3] == "百" else _single(match[3])
    size = Decimal(-1 if match[1] else 1) / (1 if match[2] == "百" else 10)
    return Amount((inner.values[0] * size,), "%") if inner and not inner.unit else None


def _tenths(match: re.Match[str]) -> Amount | None:
    """兩成五, 三成半."""
    return Amount((_digit(match[1]) * 10 + (5 if match[2] == "半" else _digit(match[2])),), "%")


def _split(match: re.Match[str]) -> Amount | None:
    """9秒58, 一米八五: the unit stands for the point."""
    whole, spelled = number(match[1]), match[3].translate(_DIGITS)
    part = spelled if spelled.isdecimal() else str(number(match[3]))
    if not isinstance(whole, int) or not part.isdecimal():
        return None
    return Amount((Decimal(f"{whole}.{part}"),), units()[match[2]])


def _and_half(match: re.Match[str]) -> Amount | None:
    """兩個半小時."""
    value = number(match[1])
    return Amount((value + Decimal("0.5"),), units()[match[2]].removeprefix("个")) if value is not None else None


def _clock(match: re.Match[str]) -> Amount | None:
    """3年6個月, 2小時3分5秒."""
    total, unit = Decimal(0), ""
    for said, name in _STEP.findall(match[0]):
        value, (factor, unit) = number(said), BASES[name]
        if value is None:
            return None
        total += value * factor
    return Amount((total,), unit)


def _digit(char: str) -> Decimal:
    return Decimal(number(char) or 0)


def _with_unit(value: Decimal, before: str, after: str, ordinal: bool) -> Amount | None:
    if after.endswith("半"):
        after, value = after[:-1], value + Decimal("0.5")
    names = units()
    if before and before not in names:
        return None
    if before and after == "元":
        after = ""  # 新台幣500萬元 names its money in front
    said = {names.get(part, part) for part in (before, after) if part}
    if len(said) > 1:
        return None
    unit = said.pop() if said else ""
    if unit[:1] in ("几", "来", "多"):
        return None  # 二十幾 names no one number
    if unit in ("成", "‰"):
        return Amount((value * 10 if unit == "成" else value / 10,), "%")
    return Amount((value,), unit.removeprefix("个") or unit, "", ordinal)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Amount | None]], ...] = (
    (re.compile("(负?)(百|千)分之(.+)"), _share),
    (re.compile("一半|半数"), lambda match: Amount((Decimal(50),), "%")),
    (re.compile("([一二两三四五六七八九])成([一二三四五六七八九半])"), _tenths),
    (re.compile(f"({NUMERAL})(秒|米)({NUMERAL})"), _split),
    (re.compile(f"({NUMERAL})个半(小时|钟头|月|星期|世纪)"), _and_half),
    (re.compile(f"(?:{_STEP.pattern}){{2,}}"), _clock),
)
