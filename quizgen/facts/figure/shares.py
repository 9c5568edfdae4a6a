"""Shares of a whole: 20%, 百分之二十五, 兩成半, 三分之二, 千分之六, 75折, 0.25個百分點."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from quizgen.language.numerals import NUMERAL, canonical, number

from .grammar import AMOUNT, COUNT, NUMBER, TO, Groups, Home, Rule, Value, with_unit

#: 三成员, 三成功: no tenths
_NO_TENTH = "败为功立员长本果绩交都就熟分效份人品语了千年型见"


def _percent(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    return with_unit(groups, "%")


def _per_mille(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    sign = "‱" if groups.get("base") == "万" else "‰"
    return with_unit({"low": groups.get("low") or groups["low2"]}, sign)


def _points(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    return with_unit(groups, "bp" if groups["unit"] == "基点" else "pp")


def _tenths(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """三成 -> 30 %, 兩成半 -> 25 %, 四成五 -> 45 %."""
    extra = groups.get("half", "")
    more = Decimal(5) if extra == "半" else Decimal(number(extra) or 0)
    ends = [Decimal(value) for key in ("low", "high") if (value := number(groups.get(key, ""))) is not None]
    if not ends or len(ends) != ("low" in groups) + ("high" in groups) or not all(0 < end <= 10 for end in ends):
        return None
    ends[-1] += more / 10
    return Value("/".join(canonical(end * 10) for end in ends) + " %")


def _fraction(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    part, whole = number(groups["part"]), number(re.sub("^(?=[百千万亿])", "一", groups["whole"]))
    if not isinstance(whole, int) or not isinstance(part, int) or not 0 < part < whole:
        return None
    return Value(f"{part}/{whole}")


def _discount(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """八折, 75折, 九九折: tenths of the price, in 折."""
    low = groups.get("low", "")
    if not low:
        return Value("5 折")
    value = number(low)
    if value is None:
        value = number(f"{low[0]}点{low[-1]}")
    if value is None or not 0 < value < 100:
        return None
    return Value(f"{canonical(Decimal(value) / (10 if value > 10 else 1))} 折")


@cache
def rules() -> dict[str, Rule]:
    """The rules of this file, by name."""
    return {
        "percent": Rule("%", rf"{AMOUNT} *%(?!\d)", _percent),
        "percent_words": Rule(
            "百",
            rf"(?<!几)百 *分 *之 *(?P<low>{NUMBER})(?:{TO}(?:百分之)?(?P<high>{COUNT}))?",
            _percent,
        ),
        "per_mille": Rule(
            "‰分", rf"(?P<low>{NUMBER}) ?‰|(?<![十百千万\d])(?P<base>[千万])分之(?P<low2>{NUMBER})", _per_mille
        ),
        "points": Rule("点", rf"{AMOUNT} *个? ?(?P<unit>百 ?分点|基点)", _points),
        "tenths": Rule(
            "成",
            rf"{AMOUNT} ?成(?P<half>[半一二三四五六七八九](?![个名人万家成]))?(?![{_NO_TENTH}])",
            _tenths,
        ),
        "fraction": Rule("分", rf"(?<![几十百])(?P<whole>{NUMERAL})分之(?P<part>{NUMERAL})", _fraction),
        "discount": Rule(
            "折",
            rf"(?:(?P<low>{NUMBER}|[一二三四五六七八九] ?[一二三四五六七八九])|(?<=打)对|半) ?"
            "折(?![叠旧射磨扣中损返算断现])",
            _discount,
        ),
    }
