"""Counts and ordinals: 32人, 300多名, 四輪, 90天, 400公里, 第四輪, 排名第三."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from quizgen.language.numerals import NUMERAL, number

from .grammar import AMOUNT, Groups, Home, Rule, Unit, Value, any_of, units, with_unit

#: 一 with a unit is a figure only where the clause measures: 為期一年, 延長一個月
_MEASURES = re.compile(
    "(?:为期|延长|延期|推迟|延后|长达|历时|耗时|暂停|休战|停火|展期|时隔|缩短|相隔|提前|判处|判|徒刑|有效期)[^，。；]{0,4}$"
)
_CASUALTIES = re.compile("[^，。；]{0,4}(?:死|伤|遇难|失踪|身亡|丧生|获救|被捕|罹难|落网|丧命|遇害|轻伤|重伤|生还)")
#: units whose pairs news speaks of as one (兩種), and those that are no figure at all then (兩國)
_PAIRS = frozenset("个方地军种支项条次")
_NO_PAIRS = frozenset("国人位省市州家队")
_COUNTS_DAYS = re.compile(
    "(?:为期|历时|连续|连|近|约|逾|达|共|短短|长达|过去|未来|超过|停留|至少|满|期限|头|前|后|首) ?$"
)
_RANKS = re.compile(
    "(?:排名?|名次|排行榜?|积分榜|[位列高居]居|[名位并]列|排在|全球|世界|全国|[亚欧非]洲|小组|总分|夺得?|名)[^，。；、]{0,5}$"
)
_MOVES = re.compile("(?:涨|跌|升|降|报|收|至|达|逾|破|挫|扬|点|共|指数|约|近|超过|仅|高|低|为)了? ?$")
_LEVELS = re.compile("地震|强震|台风|风力|烈度|阵风")


def _quantity(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    unit, low = units()[groups["unit"]], groups["low"]
    before, after = match.string[: match.start()], match.string[match.end() :]
    found = with_unit(groups, unit.canonical)
    if found is None or _is_idle(low, unit, before):
        return None
    if unit.kind in _MEANS_A_UNIT and not _MEANS_A_UNIT[unit.kind](low, before, after):
        return None
    pair = low in ("两", "二") and not _CASUALTIES.match(after)
    if pair and (unit.word in _NO_PAIRS or (low == "二" and unit.kind == "count")):
        return None
    return found._replace(trivial=pair and unit.word in _PAIRS)


def _is_idle(low: str, unit: Unit, before: str) -> bool:
    """一個, 前兩天, 四周: words that count nothing."""
    if low == "一":
        return unit.word != "倍" and not (unit.kind == "time" and _MEASURES.search(before))
    if low == "两":
        return unit.word in ("天", "年") and bool(re.search("[前这过头]$", before))
    return low + unit.word == "四周"


def _arabic(low: str) -> bool:
    return bool(re.search(r"\d", low))


def _is_point(low: str, before: str, after: str) -> bool:
    """下跌120點; 3點 is an hour."""
    return _arabic(low) and (bool(_MOVES.search(before)) or "." in low or len(low) > 2)


def _is_level(low: str, before: str, after: str) -> bool:
    """7.4級強震; 三級 may be a rating."""
    return "." in low or bool(_LEVELS.search(before[-12:] + after[:6]))


def _is_tally(low: str, before: str, after: str) -> bool:
    """40金27銀, 5勝3負: side by side."""
    return _arabic(low) and bool(re.search(r"\d ?[金银铜胜负平]", before[-6:] + after[:6]))


def _is_degree(low: str, before: str, after: str) -> bool:
    return _arabic(low) and bool(re.match("角|的?高温|以上高温|低温", after))


def _is_mark(low: str, before: str, after: str) -> bool:
    """425.60分, 36對; 8點30分 is a time."""
    return _arabic(low) and not re.search("[时点] ?$", before)


def _is_days(low: str, before: str, after: str) -> bool:
    """為期5日, 3日內; else 5日 is a day of the month."""
    counted = _COUNTS_DAYS.search(before) or re.match("[内间后游]|以内|之内|之久", after)
    return bool(counted) and not re.match("[前电讯]", after)


def _is_second(low: str, before: str, after: str) -> bool:
    return not re.search("[时点分] ?$", before)


#: kinds of units that are other words too, and what tells that a unit is meant
_MEANS_A_UNIT: dict[str, Callable[[str, str, str], bool]] = {
    "point": _is_point,
    "level": _is_level,
    "tally": _is_tally,
    "degree": _is_degree,
    "mark": _is_mark,
    "days": _is_days,
    "second": _is_second,
}


def _ordinal(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    value, unit = number(groups["low"]), units()[groups["unit"]].canonical
    if not isinstance(value, int) or value < 1:
        return None
    if (value == 1 and unit in ("次", "个", "步")) or (value == 2 and unit in ("天", "年", "次")):
        return None  # 第一次, 第二天: the first time, the next day
    return Value(f"第{value} {unit}")


def _rank(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """排名升至第三 -> 第3; 第三， that counts arguments is none."""
    value = number(groups["low"])
    if not isinstance(value, int) or value < 1 or not _RANKS.search(match.string[: match.start()]):
        return None
    return Value(f"第{value}")


#: 三年|多: the span takes it in, as it does 三十多年
_AND_MORE = r"(?P<over>(?<=[年月周天时])多(?=[的，。；、来前后以时间里内未没]|$))?"


@cache
def rules() -> dict[str, Rule]:
    """The rules of this file, by name."""
    unit = any_of(u.pattern for u in units().values() if u.kind not in ("ordinal", "rank"))
    ordinal = any_of(u.pattern for u in units().values() if u.ordinal)
    return {
        "quantity": Rule("", rf"{AMOUNT}(?P<more> ?[多余来])? ?(?P<unit>{unit}){_AND_MORE}", _quantity),
        "ordinal": Rule("第", rf"第 ?(?P<low>{NUMERAL}) ?(?P<unit>{ordinal})", _ordinal),
        "rank": Rule("第", rf"第 ?(?P<low>{NUMERAL})(?=[，。、；）)的]|$)", _rank),
    }
