"""Measures dates, numbers, percentages and currency against the Recognizers-Text specifications, in both scripts.

    python -m tests.eval.recognizers [--misses] [FOLDER]

Their conventions are not ours, and are converted before anything is compared; nothing else is forgiven:

- dates: the types date and daterange; whatever else is found (in 昨晚, a datetimerange) counts as an error. Their span
  takes in 從, 之後 and the like, which is our part `bound`. The end of a period (2018年) is exclusive in theirs; the
  end of a range of two dates (3月到5月) is the second date's first day. Of a date without a year any of theirs will do.
- numbers are read with `numerals.NUMERAL` and `number`, as figures read them, and as fractions; a dozen (打) is part of
  the number there.
- percentages: 個百分點 and 折 are percentages there; ‰ is a tenth of one.
- currency: value and ISO code; a currency without a number is one there and none here.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from opencc import OpenCC

from quizgen.facts import date, figure
from quizgen.facts.date import edtf
from quizgen.items import Fact, Line, Source
from quizgen.language.numerals import LARGE, NUMERAL, fold, number, numeral_words
from quizgen.language.script import simplify

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "recognizers"
#: recognizers-text on the same data: Simplified, Traditional where it is known
BASELINES = {"datetime": "47.8, 32.2", "number": "95.6", "percent": "95.1", "currency": "72.3"}


class Found(NamedTuple):
    """A span and what it is said to be, comparable with `Expected`."""

    start: int
    end: int
    value: str


class Expected(NamedTuple):
    """A span and every value that is right for it."""

    start: int
    end: int
    values: frozenset[str]


class Score(NamedTuple):
    """Counts of right, wrong and missing finds."""

    right: int
    wrong: int
    missing: int

    def __str__(self) -> str:
        precision = self.right / (self.right + self.wrong or 1)
        recall = self.right / (self.right + self.missing or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        of = f"{self.right} of {self.right + self.missing}"
        return f"precision {precision:6.1%}  recall {recall:6.1%}  F1 {f1:6.1%}  ({of})"


def main(arguments: list[str]) -> int:
    """Prints a line for each kind and script; the misses too with --misses."""
    misses = "--misses" in arguments
    folders = [Path(a) for a in arguments if not a.startswith("-")]
    folder = folders[0] if folders else FOLDER
    if not folder.is_dir():
        print(f"skipped: {folder} is not there")
        return 0
    for name in KINDS:
        for script, convert in (("Simplified", OpenCC("t2s").convert), ("Traditional", OpenCC("s2t").convert)):
            score = measure(folder, name, convert, misses=misses)
            print(f"{name:9} {script:11} {score}   recognizers-text: F1 {BASELINES[name]}")
    return 0


def measure(folder: Path, name: str, convert: Callable[[str], str], *, misses: bool = False) -> Score:
    """Compares what is found in each case, in one script, with what the specification expects."""
    expect, find = KINDS[name]
    right = wrong = missing = 0
    for case in json.loads((folder / f"{name}.json").read_text(encoding="utf-8")):
        text = convert(case["Input"])
        expected, found = list(expect(case)), list(find(text, case))
        for one in found:
            hit = next((e for e in expected if (e.start, e.end) == one[:2] and one.value in e.values), None)
            right, wrong = (right + 1, wrong) if hit else (right, wrong + 1)
            if hit:
                expected.remove(hit)
            elif misses:
                print(f"  wrong   {text}: {text[one.start : one.end]} = {one.value}")
        missing += len(expected)
        if misses:
            for e in expected:
                print(f"  missing {text}: {text[e.start : e.end]} = {' or '.join(sorted(e.values))}")
    return Score(right, wrong, missing)


def _facts(kind: Any, text: str, day: str) -> list[Fact]:
    simplified, start, lines = simplify(text), 0, []
    for line in text.split("\n"):
        lines.append(Line(line, simplified[start : start + len(line)], start, "prose", ""))
        start += len(line) + 1
    source = Source("spec", "", day, "", text)
    dates = date.find(lines, source, [])
    return dates if kind is date else figure.find(lines, source, dates)


# dates


_SEASONS = {"-SP": "21", "-SU": "22", "-FA": "23", "-WI": "24"}


def _expected_dates(case: dict[str, Any]) -> Iterator[Expected]:
    for result in case["Results"]:
        kind = result["TypeName"].rpartition(".")[2]
        if kind in ("date", "daterange"):
            values = frozenset(v for value in result["Resolution"]["values"] for v in _their_dates(value))
            yield Expected(result["Start"], result["End"] + 1, values)


def _their_dates(value: dict[str, str]) -> Iterator[str]:
    """One of their values as `first day..last day`, `first day>` (from then on) or `<first day`."""
    timex = value["timex"]
    if value["type"] == "date" and value["value"] != "not resolved":
        yield f"{value['value']}..{value['value']}"
    elif "start" in value and "end" in value:
        yield f"{value['start']}..{value['end']}"
    elif "start" in value:
        yield f"{timex}>"
    elif "end" in value:
        yield f"<{timex}"
    elif timex[4:] in _SEASONS:
        yield timex[:5] + _SEASONS[timex[4:]]
    else:
        yield "not resolved"


def _found_dates(text: str, case: dict[str, Any]) -> Iterator[Found]:
    day = case.get("Context", {}).get("ReferenceDateTime", "")[:10]
    for fact in _facts(date, text, day):
        bounds = [p for p in fact.parts if p.name == "bound"]
        start = min([fact.start, *(p.start for p in bounds)])
        end = max([fact.end, *(p.end for p in bounds)])
        value = (
            "not resolved"
            if fact.doubt == "no such day"
            else _our_date(fact.value, {p.value for p in bounds}, fact.rule)
        )
        yield Found(start, end, value)


def _our_date(value: str, bounds: set[str], rule: str) -> str:
    first, _, last = value.partition("/")
    if not last and bounds & {"before", "until"}:
        return f"<{value}"
    if not last and bounds:
        return f"{value}>"
    if not last and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return f"{value}..{value}"
    low, high = _days(first), _days(last or first)
    if not low or not high:
        return value
    return f"{low[0]}..{high[0] if rule.endswith('range') else high[1]}"


def _days(value: str) -> tuple[str, str] | None:
    """First day and the day after the last of a year, month, quarter, half-year or decade."""
    if match := re.fullmatch(r"(\d{3})X", value):
        return f"{match[1]}0-01-01", f"{int(match[1]) + 1}0-01-01"
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if not match:
        return None
    year, unit = int(match[1]), int(match[2] or 0)
    if match[3]:
        return value, str(datetime.date.fromisoformat(value) + datetime.timedelta(1))
    if 20 < unit < 30:
        return None
    first, months = (
        (1, 12)
        if not unit
        else (unit, 1)
        if unit <= 12
        else ((unit - 33) * 3 + 1, 3)
        if unit < 40
        else (
            (unit - 40) * 6 + 1,
            6,
        )
    )
    end = edtf.Point(year + (first + months - 1) // 12, (first + months - 1) % 12 + 1)
    return f"{year:04d}-{first:02d}-01", f"{end}-01"


# numbers


_FRACTION = re.compile(rf"(?:(?P<whole>{NUMERAL}) *又 *)?(?P<below>{NUMERAL}) *分 *之 *(?P<above>{NUMERAL})")
_SLASH = re.compile(r"(?:(?<!\S)(?P<whole>\d+) )?(?P<above>\d+)/(?P<below>\d+)")
_SIGN = re.compile(r"(?:(?<![\w%-])-|负)$")
_VAGUE = re.compile(r" ?[多余几] ?([万亿兆]+)")


def _expected_numbers(case: dict[str, Any]) -> Iterator[Expected]:
    for result in case["Results"]:
        yield Expected(
            result["Start"], result["End"] + 1, frozenset({_rounded(Decimal(result["Resolution"]["value"]))})
        )


def _found_numbers(text: str, case: dict[str, Any]) -> Iterator[Found]:
    folded, end = fold(simplify(text)), 0
    words = [m.span() for m in numeral_words().finditer(folded)]
    every = [m for pattern in (_FRACTION, _SLASH, re.compile(NUMERAL)) for m in pattern.finditer(folded)]
    for match in sorted(every, key=lambda m: (m.start(), -m.end())):
        value = _number(match)
        if match.start() < end or value is None or any(a < match.end() and match.start() < b for a, b in words):
            continue
        end = match.end()
        if folded.startswith("打", end):
            end, value = end + 1, value * 12
        if vague := _VAGUE.match(folded, end):
            end = vague.end()
            for unit in vague[1]:
                value *= LARGE[unit]
        sign = _SIGN.search(folded[: match.start()])
        yield Found(sign.start() if sign else match.start(), end, _rounded(-value if sign else value))


def _number(match: re.Match[str]) -> Decimal | None:
    groups = match.groupdict()
    if "below" not in groups:
        value = number(match[0])
        return None if value is None else Decimal(value)
    whole, above, below = (number(groups.get(k) or "0") for k in ("whole", "above", "below"))
    if whole is None or above is None or not below:
        return None
    return Decimal(whole) + Decimal(above) / Decimal(below)


def _rounded(value: Decimal) -> str:
    return f"{float(value):.12g}"


# percentages and currency


def _expected_percent(case: dict[str, Any]) -> Iterator[Expected]:
    for result in case["Results"]:
        value = Decimal(result["Resolution"]["value"].rstrip("%"))
        yield Expected(result["Start"], result["End"] + 1, frozenset({_rounded(value)}))


def _found_percent(text: str, case: dict[str, Any]) -> Iterator[Found]:
    factors = {"%": Decimal(1), "pp": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01"), "折": Decimal(10)}
    for fact in _facts(figure, text, ""):
        amount, _, unit = fact.value.partition(" ")
        if tenfold := re.fullmatch(r"(\d+)/(10{5,})", fact.value):  # 千万分之六
            yield Found(fact.start, fact.end, _rounded(Decimal(tenfold[1]) * 100 / Decimal(tenfold[2])))
        if unit in factors and "/" not in amount:
            yield Found(fact.start, fact.end, _rounded(Decimal(amount) * factors[unit]))


def _expected_currency(case: dict[str, Any]) -> Iterator[Expected]:
    for result in case["Results"]:
        value = result["Resolution"]
        shown = f"{_rounded(Decimal(value['value']))} {value['isoCurrency']}" if value.get("value") else "none"
        yield Expected(result["Start"], result["End"] + 1, frozenset({shown}))


def _found_currency(text: str, case: dict[str, Any]) -> Iterator[Found]:
    for fact in _facts(figure, text, ""):
        amount, _, unit = fact.value.partition(" ")
        if re.fullmatch("[A-Z]{3}", unit) and "/" not in amount:
            yield Found(fact.start, fact.end, f"{_rounded(Decimal(amount))} {unit}")


KINDS: dict[
    str, tuple[Callable[[dict[str, Any]], Iterator[Expected]], Callable[[str, dict[str, Any]], Iterator[Found]]]
] = {
    "datetime": (_expected_dates, _found_dates),
    "number": (_expected_numbers, _found_numbers),
    "percent": (_expected_percent, _found_percent),
    "currency": (_expected_currency, _found_currency),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
