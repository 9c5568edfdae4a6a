"""Money: 3000億元人民幣, 人民幣1億元, US$3000, 五元三毛; and what 元 alone is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from quizgen import tables
from quizgen.items import Line
from quizgen.language.numerals import NUMERAL, canonical, number

from .grammar import Groups, Home, Rule, Value, amount, any_of, with_unit

_YUAN = ("元", "块钱")
#: 元首, 元月, 元素: no money
_NO_YUAN = "首月旦素朝老宵件帅代气凶宇勋培初音"
_BEFORE = {"$": "USD", "¥": "CNY", "美元": "USD"}
#: what tells whose money 元 is: the money named, else places that only one of them has
_NAMED = {"TWD": "新?台币", "HKD": "港元|港币", "CNY": "人民币"}
_PLACES = {
    "TWD": "行政院|立法院|台股|全台|台积电|卫福部|新北|高雄|台中",
    "HKD": "港府|特区政府|立法会|港股|全港|恒指|港铁",
}


def home(lines: Sequence[Line]) -> Home:
    """What an article means by 元 alone; in Traditional text without a trace of whose, a doubt."""
    text = "".join(line.simplified for line in lines)
    named = [code for code, words in _NAMED.items() if re.search(words, text)]
    if len(named) == 1:
        return Home(named[0], "")
    if all(line.text == line.simplified for line in lines):
        return Home("CNY", "")
    placed = [code for code, words in _PLACES.items() if re.search(words, text)]
    return Home(placed[0], "") if len(placed) == 1 else Home("CNY", "元 of which country is not said")


def _money(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    name, before = groups.get("currency", ""), groups.get("before", "")
    codes, doubt = tables.mapping("currencies") | _BEFORE, ""
    if name and name not in _YUAN:
        code = codes[name]
    elif before:
        code = codes[before]
    elif re.fullmatch("[一二两三四五六七八九十]", groups["low"]) and "dimes" not in groups:
        return None  # 二元, 三元 are hardly ever money
    else:
        code, doubt = home
    if "dimes" in groups:
        whole, dimes = number(groups["low"]), number(groups["dimes"])
        return Value(f"{canonical(Decimal(whole or 0) + Decimal(dimes or 0) / 10)} {code}", doubt=doubt)
    return with_unit(groups, code, doubt)


@cache
def rules() -> dict[str, Rule]:
    """The rules of this file, by name."""
    names = tables.words("currencies")
    currency = any_of([*map(re.escape, names), f"元(?![{_NO_YUAN}])", "块钱"])
    before = any_of(map(re.escape, {n for n in names if not n.endswith("元")} | set(_BEFORE)))
    return {
        "money": Rule(
            rf"(?:(?P<before>{before}) ?)?{amount(r' ?[^\W\d]{0,5}')}(?P<more> ?[多余])? ?(?P<currency>{currency})"
            rf"(?:(?P<dimes>{NUMERAL})[角毛](?!钱))?",
            _money,
        ),
        "money_sign": Rule(rf"(?P<before>{before}) ?{amount('')}(?! ?[\d人名个家年月日天倍%])", _money),
    }
