"""How figures are written: patterns over folded Simplified text; the key becomes the fact's rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from quizgen import tables
from quizgen.language.numerals import NUMERAL

CN = "零〇一二两三四五六七八九"
TO = r" ?(?:至|到|-|–|—{1,2}|~) ?"
#: 三成 is 30 %, 三成员 is not
_NO_TENTH = "败为功立员长本果绩交都就熟分效份人品语了千年语型见"
_NO_YUAN = "首月旦素朝老宵件帅代气凶宇勋培初音"


class Unit(NamedTuple):
    """A measure word or unit as the table has it."""

    word: str
    canonical: str
    kind: str
    """count, size, time, points, level, degree, point, pair, medal, record, age, ordinal or rank"""
    ordinal: bool
    not_before: str


@cache
def units() -> dict[str, Unit]:
    """Each unit by its Simplified word."""
    rows = tables.rows("units")
    return {w: Unit(w, c, kind.rstrip("+"), kind[-1] == "+" or kind in ("ordinal", "rank"), no) for w, c, kind, no, *_ in rows}


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Rule to pattern; groups: low, high, unit, currency before and behind, half, tail."""
    return {rule: re.compile(pattern) for rule, pattern in _patterns().items()}


def _patterns() -> dict[str, str]:
    plain = [u for u in units().values() if u.kind not in ("ordinal", "rank")]
    unit, ordinal = _any_unit(plain), _any_unit(u for u in units().values() if u.ordinal)
    time = _any_unit(u for u in plain if u.kind == "time")
    names = tables.words("currencies")
    currency = f"(?:{_any(names)}|元(?![{_NO_YUAN}])|块钱)"
    before = f"(?:{_any({n for n in names if not n.endswith('元')} | {'$', '¥', '美元'})})"
    return {
        "percent": rf"{_amount(' ?%')} *%(?!\d)",
        "percent_words": rf"(?<!几)百 *分 *之 *(?P<low>{_number()})(?:{TO}(?:百分之)?(?P<high>{_number()}))?",
        "per_mille": rf"(?P<low>{_number()}) ?‰|(?<![{CN}十百千万])(?P<base>[千万])分之(?P<low2>{_number()})",
        "tenths": rf"(?<![几数])(?P<low>{_number()})(?:{TO}(?P<high>{_number()}))? ?成(?P<half>[半一二三四五六七八九](?![个名人万家成]))?"
        rf"(?![{_NO_TENTH}])",
        "fraction": rf"(?<![几十百])(?P<whole>{NUMERAL})分之(?P<part>{NUMERAL})",
        "money": rf"(?:(?P<before>{before}) ?)?{_amount(f' ?{currency}')}(?P<more> ?[多余])? ?(?P<currency>{currency})"
        rf"(?P<tail>(?P<jiao>{NUMERAL})[角毛](?!钱))?",
        "money_sign": rf"(?P<before>{before}) ?{_amount('')}(?! ?(?:{unit}|年))",
        "ordinal": rf"第 ?(?P<low>{NUMERAL}) ?(?P<unit>{ordinal})",
        "rank": rf"第 ?(?P<low>{NUMERAL})(?=[，。、；）)的]|$)",
        "score": rf"(?<![\d.比])(?P<low>{NUMERAL}) ?比 ?(?P<high>{NUMERAL})(?![例重值分])",
        "score_sign": r"(?<![\d.:/-])(?P<low>\d{1,3}) ?(?P<mark>[:-]) ?(?P<high>\d{1,3})(?![\d:.%/万亿-])",
        "magnitude": r"(?:(?<=规模)|(?<=规模为)|(?<=规模达)) ?(?P<low>\d(?:\.\d)?)(?![\d.万亿个人家])",
        "temperature": rf"(?:(?P<scale>摄氏|华氏) ?)?(?P<minus>零下)? ?{_amount(' ?度')} ?(?P<degree>摄氏度|华氏度|℃|°C|℉|°F|度)(?![假过量日数上电])",
        "duration": rf"(?P<low>{_number()}) ?(?P<unit>{time})(?:零|又)?(?P<low2>{NUMERAL}) ?(?P<unit2>{time}|分)"
        rf"(?:(?P<low3>{NUMERAL}) ?秒)?",
        "discount": rf"(?<![几数])(?:(?P<low>{_number()}|[一二三四五六七八九]{{2}})|(?<=打)对|半) ?折(?![叠旧射磨扣中损返算断现])",
        "split": r"(?P<low>(?<![\d.])\d{1,3}) ?(?P<unit>秒|米|公尺)(?P<decimals>\d{2})(?![\d.])",
        "half": rf"(?P<low>{_number()}) ?(?:(?P<unit>年|天|小时|倍)半|个半(?P<unit2>月|小时|世纪|星期))",
        "quantity": rf"{_amount(f' ?(?:{unit})')}(?P<more> ?[多余来])? ?(?P<unit>{unit})",
    }


def _amount(unit: str) -> str:
    """A number, or two of them as a range, where the first may bear its unit too: 3%至5%, 300到500."""
    return rf"(?P<low>{_number()})(?:(?:{unit})?{TO}(?P<high>(?:-|负)?{_big()}))?"


def _number() -> str:
    return rf"(?<![几数第每×])(?:(?<![\w%])-|(?<=[为至到约达是于报由从降升近])-|负)?(?<![A-Za-z]-){_big()}"


def _big() -> str:
    return rf"{NUMERAL}(?: ?[多余] ?[万亿兆]+)?(?!\.\d)"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


def _any_unit(some: Iterable[Unit]) -> str:
    ordered = sorted(some, key=lambda u: (-len(u.word), u.word))
    return "(?:" + "|".join(re.escape(u.word) + (f"(?![{u.not_before}])" if u.not_before else "") for u in ordered) + ")"
