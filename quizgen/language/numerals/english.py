"""A short English gloss of a fact's value: `3e11 CNY` -> 300 billion yuan."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal
from functools import cache

from quizgen import tables

_MONTHS = tuple(calendar.month_name)[1:]
_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("first", "second", "third", "fourth")
_SPANS = (
    {20 + i: f"{season} {{}}" for i, season in enumerate(("spring", "summer", "autumn", "winter"), 1)}
    | {33 + i: f"the {word} quarter of {{}}" for i, word in enumerate(_ORDINALS)}
    | {40 + i: f"the {word} half of {{}}" for i, word in enumerate(_ORDINALS[:2])}
)
_DATE = r"(?:-?\d{4}|\d{3}X|XXXX)(?:-(?:\d\d|XX)(?:-\d\d)?)?"
_SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (1, ""))


def in_english(value: str) -> str:
    """The English of a date's or figure's value, or empty where there is no short one.

    `20 %` -> 20 percent, `2025-09-14/2025-09-15` -> 14-15 September 2025, `XXXX-09-09` -> 9 September,
    `第4 轮` -> the 4th round, `21:15` -> 21 to 15, `3/5 %` -> 3 to 5 percent, `2/3` -> two thirds.
    """
    if re.fullmatch(rf"{_DATE}(?:/{_DATE})?", value):
        return _dates(*value.split("/"))
    if match := re.fullmatch(r"(\d+):(\d+)", value):
        return f"{match[1]} to {match[2]}"
    if match := re.fullmatch(r"(\d+)/(\d+)", value):
        return _fraction(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"第(\d+) ?(.*)", value):
        return _ordinal(int(match[1]), match[2])
    if match := re.fullmatch(r"(-?[\de.]+)(?:/(-?[\de.]+))? (\S+)", value):
        return _quantity(match[1], match[2], match[3])
    return ""


def _dates(first: str, last: str = "") -> str:
    if not last:
        return _date(first)
    a, b = first.split("-"), last.split("-")
    if len(a) == len(b) == 3 and a[:2] == b[:2]:
        return _date(last).replace(str(int(b[2])), f"{int(a[2])}-{int(b[2])}", 1)
    if len(a) == len(b) == 2 and a[0] == b[0] and max(int(a[1]), int(b[1])) <= 12:
        return f"{_MONTHS[int(a[1]) - 1]}-{_date(last)}"
    shared = f" {a[0]}" if len(a) == len(b) == 3 and a[0] == b[0] else ""
    return f"{_date(first).removesuffix(shared)}{' - ' if len(a) > 1 else '-'}{_date(last)}"


def _date(value: str) -> str:
    year, _, rest = value.partition("-") if value[0] != "-" else (f"{int(value[1:]) + 1} BC", "", "")
    if year.endswith("X") and year != "XXXX":
        return f"the {year[:3]}0s"
    month, _, day = rest.partition("-")
    shown = "" if year == "XXXX" else f" {year}"
    if not month:
        return shown.strip()
    if month == "XX":
        return f"the {_nth(int(day))}"
    if int(month) > 12:
        return _SPANS[int(month)].format(shown.strip()).removesuffix(" of ").strip()
    return (f"{int(day)} " if day else "") + _MONTHS[int(month) - 1] + shown


def _nth(n: int) -> str:
    suffix = "th" if n // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


def _fraction(part: int, whole: int) -> str:
    names = {2: "half", 3: "third", 4: "quarter"}
    if part >= whole or part > 9:
        return ""
    name = names.get(whole, _nth(whole))
    count = _SMALL[part - 1]
    return f"{count} {name}{'s' if part > 1 else ''}"


def _ordinal(n: int, unit: str) -> str:
    name = _units().get(unit, ("", ""))[0]
    if unit and not name:
        return ""
    return f"the {_nth(n)} {name}".strip() if unit else _nth(n)


def _quantity(low: str, high: str | None, unit: str) -> str:
    if unit == "级":
        return f"magnitude {low}" if "." in low and not high else ""
    one, many = _units().get(unit, ("", ""))
    name = one if low == "1" and not high else many
    if not name:
        return ""
    shown = _scaled(low) if not high else f"{_scaled(low)} to {_scaled(high)}"
    return f"{shown} {name}"


def _scaled(text: str) -> str:
    """3e11 -> 300 billion, 32 -> 32, 25000 -> 25,000."""
    value = Decimal(text)
    size, name = next((s for s in _SCALES if abs(value) >= s[0]), _SCALES[-1])
    return f"{(value / size).normalize():,f}{name}"


@cache
def _units() -> dict[str, tuple[str, str]]:
    """Canonical unit to its English for one and for many."""
    named = {"%": ("percent", "percent"), "‰": ("per mille", "per mille"), "bp": ("basis point", "basis points")}
    named |= {"pp": ("percentage point", "percentage points"), "折": ("tenth of the price", "tenths of the price")}
    named |= {"°C": ("degree Celsius", "degrees Celsius"), "°F": ("degree Fahrenheit", "degrees Fahrenheit")}
    named |= {code: (name.removesuffix("s"), name) for _, code, name, *_ in reversed(tables.rows("currencies"))}
    named |= {canonical: (one, many) for _, canonical, _, _, one, many in reversed(tables.rows("units"))}
    return named
