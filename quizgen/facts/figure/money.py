"""Money: 3000億元人民幣, 人民幣1億元, US$3000, 五元三毛; and what 元 alone is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from quizgen import tables
from quizgen.items import Line
from quizgen.language.numerals import NUMERAL, canonical, number

from .grammar import AMOUNT, Groups, Home, Rule, Value, any_of, with_unit

_YUAN = ("元", "块钱")
#: 元首, 元月, 元素: no money
_NO_YUAN = "首月旦素朝老宵件帅代气凶宇勋培初音"
_BEFORE = {"$": "USD", "¥": "CNY", "美元": "USD"}
#: what tells whose money 元 is: the money named, else places that only one of them has
_NAMED = {"TWD": "新?台币", "HKD": "港元|港币", "CNY": "人民币", "SGD": "新元|新加坡元"}
_PLACES = {
    "TWD": "台湾|台北|新北|台中|台南|高雄|花莲|行政院|立法院|立委|民进党|国民党|台股|全台|台积电|卫福部",
    "HKD": "香港|港府|特首|特区政府|立法会|港股|全港|恒指|港铁|港人",
}
_MUCH = 3


def home(lines: Sequence[Line]) -> Home:
    """What an article means by 元 alone; in Traditional text without a trace of whose, a doubt."""
    text = "".join(line.simplified for line in lines)
    named = [code for code, words in _NAMED.items() if re.search(words, text)]
    if len(named) == 1:
        return Home(named[0], "")
    if all(line.text == line.simplified for line in lines):
        return Home("CNY", "")
    told = sorted(((len(re.findall(words, text)), code) for code, words in _PLACES.items()), reverse=True)
    (most, code), (least, _) = told
    return Home(code if most else "CNY", "" if most > _MUCH * least else "元 of which country is not said")


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
            "",
            rf"(?:(?P<before>{before}) ?)?{AMOUNT}(?P<more> ?[多余])? ?(?P<currency>{currency})"
            rf"(?:(?P<dimes>{NUMERAL})[角毛](?!钱))?",
            _money,
        ),
        "money_sign": Rule("", rf"(?P<before>{before}) ?{AMOUNT}(?! ?[\d人名个家年月日天倍%])", _money),
    }
