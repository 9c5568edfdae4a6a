"""Grades a figure by its value: 20% = 百分之二十 = 20％, 3000億 = 3,000億; never by likeness."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from quizgen import tables
from quizgen.language.numerals import fold, numbers
from quizgen.quiz.question import Outcome, Verdict
from quizgen.quiz.grader.fold import plain

_ENGLISH = {"thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
_SCALED = re.compile(rf"(\d[\d,]*(?:\.\d+)?)\s*({'|'.join(_ENGLISH)})\b|(\d+(?:\.\d+)?)e(\d+)")
_SIDES = {
    ">": re.compile("超过|超|逾|多于|至少|最少|不少于|不低于|以上|多|余|\\+|over|more than|at least"),
    "<": re.compile("不足|不到|不超过|接近|将近|近|最多|以下|少于|under|less than|at most|nearly"),
    "": re.compile("高达|多达|达到|达|大约|约|大概|左右|上下|共计|共|总计|整|的|about|around|some"),
}
_TO = r"(?:[降升增减提涨跌缩扩][低高加少升]?)?(?:至|到|为|比|:|--?|–|—|~|/)"
_ASKED = re.compile("多少(百|千)?([万亿兆]*)|几(百|千)?([万亿兆]*)")
_SCALE = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}


class Figure(NamedTuple):
    """What a figure amounts to."""

    values: tuple[Decimal, ...]
    """one, or the two ends of a range or a score"""
    unit: str
    """%, CNY, 轮 …; empty where none was written"""
    side: str = ""
    """> for more than, < for less than"""
    ordinal: bool = False


def grade_figure(typed: str, answer: str, value: str, question: str) -> Verdict:
    """Whether a figure amounts to `answer` (as in the article) or `value` (`20 %`, `3e11 CNY`, ranges `a/b`).

    A unit may be left out where the question names it (百分之多少, 多少億美元).
    """
    if _squeeze(typed) == _squeeze(answer):
        return Verdict(Outcome.RIGHT)
    given = figure(typed)
    rights = [f for f in (figure(answer), figure(value)) if f]
    if not given or not rights:
        return Verdict(Outcome.WRONG if given or not rights else Outcome.UNCLEAR, "" if rights else "")
    verdicts = [_compare(given, right, plain(question)) for right in rights]
    order = [Outcome.RIGHT, Outcome.UNCLEAR, Outcome.NEAR, Outcome.WRONG]
    return min(verdicts, key=lambda v: order.index(v.outcome))


def _compare(given: Figure, right: Figure, question: str) -> Verdict:
    if given.values != right.values and not (not given.unit and _scaled(given, question) == right.values):
        return Verdict(Outcome.WRONG)
    if not given.unit and right.unit and not _names(question, right.unit):
        return Verdict(Outcome.UNCLEAR, "The number is right. Of what? Write the unit too.")
    if given.unit and given.unit != right.unit:
        return Verdict(Outcome.WRONG, f"The number is right, the unit is not{f': {right.unit}' if right.unit else ''}.")
    if given.ordinal and not right.ordinal:
        return Verdict(Outcome.WRONG, "The number is right, but it is a count, not an order.")
    if given.side and given.side != right.side:
        return Verdict(Outcome.NEAR, "The number is right; the article does not say more or less than it.")
    return Verdict(Outcome.RIGHT)


def _scaled(given: Figure, question: str) -> tuple[Decimal, ...]:
    """A bare number, by the measure the question asks in: 3000 for 多少億美元 is 300000000000."""
    asked = _ASKED.search(question)
    factor = 1
    for part in (p for p in (asked.groups() if asked else ()) if p):
        for unit in part:
            factor *= _SCALE[unit]
    return tuple(v * factor for v in given.values)


def _names(question: str, unit: str) -> bool:
    """Whether the question says what is counted."""
    said = [word for word, name in _units() if name == unit] or [unit]
    return any(word in question for word in said) or (unit == "%" and "百分之" in question)


def figure(text: str) -> Figure | None:
    """The value of a figure as anyone may write it, or None.

    兩成半 -> (25, %); 從145%降至30% -> (145, 30; %); 三千億美元 -> (3e11, USD); 第四輪 -> (4, 轮, ordinal).
    """
    rest = _SCALED.sub(_spell_out, fold(plain(text)).replace("个百分点", "百分点"))
    rest = re.sub("^[从由自]", "", rest)
    sides = [side for side in "><" for found in [_SIDES[side].search(rest)] if found]
    for pattern in (_SIDES["<"], _SIDES[">"], _SIDES[""]):
        rest = pattern.sub("", rest) if pattern is not _SIDES[""] else pattern.sub("", rest)
    ends = re.split(f"(?<=.){_TO}(?=.)", rest)
    if len(ends) > 2 or not rest:
        return None
    found = [_single(end) for end in ends]
    if None in found:
        return None
    singles = [f for f in found if f]
    units = {f.unit for f in singles if f.unit}
    if len(units) > 1:
        return None
    return Figure(
        tuple(v for f in _shared(singles, ends) for v in f.values),
        units.pop() if units else "",
        sides[0] if sides else "",
        singles[0].ordinal,
    )


def _shared(singles: list[Figure], ends: list[str]) -> list[Figure]:
    """10至15億: the first end takes the multiple of the second."""
    return singles


def _spell_out(match: re.Match[str]) -> str:
    if match[3]:
        return format(Decimal(match[3]).scaleb(int(match[4])), "f")
    return format(Decimal(match[1].replace(",", "")).scaleb(_ENGLISH[match[2]]), "f")


def _single(text: str) -> Figure | None:
    """One number with what stands around it."""
    text = text.strip()
    if share := re.fullmatch("(负?)(百|千)分之(.+)", text):
        inner = _single(share[3])
        size = {"百": 1, "千": 10}[share[2]] * (-1 if share[1] else 1)
        return Figure((inner.values[0] / size,), "%") if inner and not inner.unit else None
    found = list(numbers(text))
    if len(found) != 1:
        return _tenths(text)
    number = found[0]
    before, after = text[: number.start].strip(), text[number.end :].strip()
    ordinal = before.startswith("第")
    return _with_unit(number.value, before.removeprefix("第"), after, ordinal)


def _tenths(text: str) -> Figure | None:
    """两成五."""
    if match := re.fullmatch("(.)成(.)", text):
        whole, part = list(numbers(match[1])), list(numbers(match[2]))
        if whole and part:
            return Figure((whole[0].value * 10 + part[0].value,), "%")
    return None


def _with_unit(value: Decimal, before: str, after: str, ordinal: bool) -> Figure | None:
    if after.endswith("半"):
        after, value = after[:-1], value + Decimal("0.5")
    units = dict(_units())
    signs = [units.get(part, part) for part in (before, after) if part]
    if not signs:
        return Figure((value,), "", "", ordinal)
    if len(set(signs)) > 1 or (before and before not in units):
        return None
    if signs[0] == "成":
        return Figure((value * 10,), "%")
    if signs[0] == "‰":
        return Figure((value / 10,), "%")
    return Figure((value,), signs[0].removeprefix("个") or "个", "", ordinal)


@cache
def _units() -> tuple[tuple[str, str], ...]:
    """How a unit may be written, folded -> its one name."""
    return tuple((plain(row[0]), row[1]) for row in tables.rows("answer_units"))


def _squeeze(text: str) -> str:
    return re.sub(r"[\s,]", "", plain(text))
