"""From what a pattern matched to a canonical value: one reader a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple

from quizgen import tables
from quizgen.language.numerals import LARGE, canonical, number

from .patterns import units

_VAGUE = re.compile(r" ?([多余]) ?([万亿兆]+)$")
_LARGE_END = re.compile("[万亿兆]+$")
#: 一 with a unit is a figure only where the clause measures: 為期一年, 延長一個月, 增加一倍
_MEASURES = re.compile("(?:为期|延长|延期|推迟|延后|长达|历时|耗时|暂停|休战|停火|展期|时隔|缩短|相隔|提前|判处|判|徒刑|有效期)[^，。；]{0,4}$")
_CASUALTIES = re.compile("[^，。；]{0,4}(?:死|伤|遇难|失踪|身亡|丧生|获救|被捕|罹难|落网|丧命|遇害|轻伤|重伤|生还)")
#: pairs that news speaks of as one: 兩國, 兩人
_PAIRS = frozenset("国 人 位 个 方 地 军 省 市 州 家 种 队 支 项 条 次".split())
_BARE_PAIRS = frozenset("国 人 位 省 市 州 家 队".split())
_COUNTS_DAYS = re.compile("(?:为期|历时|连续|连|近|约|逾|达|共|短短|长达|过去|未来|超过|停留|至少|满|期限|头|前|后|首) ?$")
_SPORT = re.compile("比分|[战险大完惨小]胜|击败|不敌|胜|负|赢|输|打败|战平|逼平|领先|落后|横扫|逆转|力克|局|盘|踢|球|票")
_RANKS = re.compile("(?:排名?|名次|排行榜?|积分榜|[位列高居]居|[名位并]列|排在|全球|世界|全国|[亚欧非]洲|小组|总分|夺得?|名)[^，。；、]{0,5}$")
_CLOCK = re.compile("(?:上午|下午|凌晨|晚上|晚间|早上|中午|傍晚|清晨|深夜|今晚|昨晚|时间|[日时]) ?$")
_MOVES = re.compile("(?:涨|跌|升|降|报|收|至|达|逾|破|挫|扬|点|共|指数|约|近|超过|仅|高|低|为)了? ?$")
_SECONDS = {"天": 86400, "小时": 3600, "分钟": 60, "分": 60, "秒": 1}
_MONTHS = {"年": 12, "个月": 1}
_SIGNED = {"$": "USD", "¥": "CNY", "美元": "USD"}


class Value(NamedTuple):
    """A figure's value and how it was found."""

    value: str
    vague: str = ""
    """多, 余 or 来 in its text"""
    doubt: str = ""
    trivial: bool = False


class Home(NamedTuple):
    """The money an article means by 元 alone."""

    code: str
    doubt: str


def read(rule: str, match: re.Match[str], home: Home) -> Value | None:
    """The value of a match of `patterns()[rule]`, or None where it is no figure."""
    groups = {k: v for k, v in match.groupdict().items() if v}
    return _READERS[rule](groups, match, home)


Groups = Mapping[str, str]
_Reader = Callable[[Groups, "re.Match[str]", Home], Value | None]


def _percent(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    return _with_unit(groups, "%")


def _per_mille(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    return _with_unit({"low": groups.get("low") or groups["low2"]}, "‱" if groups.get("base") == "万" else "‰")


def _tenths(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """三成 -> 30 %, 兩成半 -> 25 %."""
    ends = [number(groups[k]) for k in ("low", "high") if k in groups]
    extra = groups.get("half", "")
    more = Decimal(5) if extra == "半" else Decimal(number(extra) or 0)
    if any(e is None or not 0 < e <= 10 for e in ends):
        return None
    shown = [canonical(Decimal(e) * 10 + (more if i == len(ends) - 1 else 0)) for i, e in enumerate(ends) if e is not None]
    return Value("/".join(shown) + " %")


def _fraction(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    whole, part = number(groups["whole"]), number(groups["part"])
    if not isinstance(whole, int) or not isinstance(part, int) or not 0 < part < whole:
        return None
    return Value(f"{part}/{whole}")


def _money(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    name, before = groups.get("currency", ""), groups.get("before", "")
    codes = tables.mapping("currencies") | _SIGNED
    doubt = ""
    if name in ("元", "块钱", "") and before:
        code = codes[before]
    elif name in ("元", "块钱"):
        code, doubt = home
        if re.fullmatch("[一二两三四五六七八九十]", groups["low"]) and "tail" not in groups:
            return None  # 二元, 三元 are hardly ever money
    else:
        code = codes[name]
    found = _with_unit(groups, code, doubt)
    if found and "tail" in groups:
        low, jiao = number(groups["low"]), number(groups["jiao"])
        return Value(f"{canonical(Decimal(low or 0) + Decimal(jiao or 0) / 10)} {code}", doubt=doubt)
    return found


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
    if not _RANKS.search(match.string[: match.start()]):
        return None
    return Value(f"第{value}") if isinstance(value, int) and value > 0 else None


def _score(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    low, high = number(groups["low"]), number(groups["high"])
    if not isinstance(low, int) or not isinstance(high, int):
        return None
    return Value(f"{low}:{high}")


def _score_sign(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """3:1 and 21-15, where the clause speaks of a match; 9:30 and 3-5人 are none."""
    clause = re.split("[。！？；]", match.string[: match.start()])[-1][-30:] + match.string[match.end() :][:12]
    short = groups["mark"] == ":" and len(groups["high"]) == 1
    if _CLOCK.search(match.string[: match.start()]) or not (short or _SPORT.search(clause)):
        return None
    if groups["mark"] == "-" and re.match(r" ?[\w%]", match.string[match.end() :]):
        after = match.string[match.end() :].lstrip()
        if not re.match("[击战不大险完惨小的逆横力打获取胜负赢输领落逼告轻再拿淘]", after):
            return None
    return Value(f"{int(groups['low'])}:{int(groups['high'])}")


def _magnitude(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    return _with_unit(groups, "级")


def _temperature(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    sign = groups["degree"] + groups.get("scale", "")
    scale = "°C" if re.search("摄氏|℃|°C", sign) else "°F" if re.search("华氏|℉|°F", sign) else ""
    if not scale and "minus" in groups:
        scale = "°C"
    if not scale:
        return None  # 35度 alone may be an angle, a latitude, a time more
    if "minus" in groups:
        groups = {**groups, "low": f"-{groups['low']}"} | ({"high": f"-{groups['high']}"} if "high" in groups else {})
    return _with_unit(groups, scale)


def _duration(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """2小時30分 -> 150 分钟, 3年6個月 -> 42 个月: counted in the smaller unit."""
    first = units()[groups["unit"]].canonical
    second = "分" if groups["unit2"] == "分" else units()[groups["unit2"]].canonical
    for scale in (_SECONDS, _MONTHS):
        if first in scale and second in scale and scale[first] > scale[second]:
            amounts = [number(groups[k]) for k in ("low", "low2", "low3") if k in groups]
            if any(a is None for a in amounts) or (amounts[1] or 0) * scale[second] >= scale[first]:
                return None
            last = "秒" if "low3" in groups else second
            sizes = [scale[first], scale[second], 1]
            total = sum(Decimal(a) * s for a, s in zip(amounts, sizes, strict=False) if a is not None)
            return Value(f"{canonical(total / scale[last])} {'分钟' if last == '分' else last}")
    return None


def _split(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """9秒58 -> 9.58 秒, 1米85 -> 1.85 米."""
    return Value(f"{canonical(Decimal(groups['low'] + '.' + groups['decimals']))} {units()[groups['unit']].canonical}")


def _discount(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """八折, 75折, 九九折: tenths of the price, in 折."""
    low = groups.get("low", "")
    if not low:
        return Value("5 折")
    value = number(low)
    if value is None:
        value = number(f"{low[0]}点{low[1]}") if len(low) == 2 else None
    if value is None or not 0 < value < 100:
        return None
    return Value(f"{canonical(Decimal(value) / 10 if value > 10 else Decimal(value))} 折")


def _half(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """兩年半 -> 2.5 年, 一個半小時 -> 1.5 小时."""
    value = number(groups["low"])
    unit = groups.get("unit") or groups["unit2"].replace("月", "个月")
    return None if value is None else Value(f"{canonical(Decimal(value) + Decimal('0.5'))} {unit}")


def _quantity(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    unit, low = units()[groups["unit"]], groups["low"]
    before, after = match.string[: match.start()], match.string[match.end() :]
    chinese = not re.search(r"\d", low)
    found = _with_unit(groups, unit.canonical)
    if found is None or not _plausible(unit.kind, groups, before, after, chinese):
        return None
    if low == "一" and not (unit.kind == "time" and _MEASURES.search(before)) and unit.word != "倍":
        return None
    pair = low in ("两", "二") and unit.kind == "count" and unit.word in _PAIRS
    harmed = _CASUALTIES.match(after)
    if pair and (unit.word in _BARE_PAIRS or low == "二") and not harmed:
        return None
    return found._replace(trivial=pair and not harmed)


def _plausible(kind: str, groups: Groups, before: str, after: str, chinese: bool) -> bool:
    """Whether a unit that is also something else means a unit here."""
    unit = groups["unit"]
    if kind == "point":
        moved = _MOVES.search(before) is not None
        return not chinese and (moved or "." in groups["low"] or len(groups["low"]) > 2)
    if kind == "level":
        return "." in groups["low"] or bool(re.search("地震|强震|台风|风力|烈度|阵风", before[-12:] + after[:6]))
    if kind in ("medal", "record"):
        return not chinese and bool(re.search(r"\d ?[金银铜胜负平]", before[-6:] + after[:6]))
    if kind == "degree":
        return not chinese and bool(re.match("角|的?高温|以上高温|低温", after))
    if kind == "pair":
        return not chinese
    if unit == "日":  # 5日 is a day of the month but where its neighbours count days
        cue = _COUNTS_DAYS.search(before) or re.match("[内间后游]|以内|之内|之久", after)
        return bool(cue) and not re.match("[前电讯]", after)
    return not (unit in ("分", "秒") and re.search(r"[时点分] ?$", before))


def _with_unit(groups: Groups, unit: str, doubt: str = "") -> Value | None:
    """`low unit` or `low/high unit`; a first end without 万 or 亿 takes the second's (30至40亿)."""
    low_text, high_text = groups["low"], groups.get("high", "")
    low, vague = _value(low_text)
    if low is None:
        return None
    vague = vague or groups.get("more", "").strip()
    if not high_text:
        return Value(f"{canonical(low)} {unit}", vague, doubt)
    high, vague_high = _value(high_text)
    if high is None:
        return None
    large = _LARGE_END.search(high_text)
    if large and not _LARGE_END.search(low_text) and low < high / _times(large[0]) * 10 and low < 10**4:
        low *= _times(large[0])
    if low >= high:
        return None
    return Value(f"{canonical(low)}/{canonical(high)} {unit}", vague or vague_high, doubt)


def _value(text: str) -> tuple[Decimal | None, str]:
    """A number that may hold 多 or 余 before its 万: 500余万."""
    vague = _VAGUE.search(text)
    value = number(text[: vague.start()] if vague else text)
    if value is None:
        return None, ""
    return Decimal(value) * (_times(vague[2]) if vague else 1), vague[1] if vague else ""


def _times(large: str) -> int:
    product = 1
    for unit in large:
        product *= LARGE[unit]
    return product


_READERS: dict[str, _Reader] = {
    "percent": _percent, "percent_words": _percent, "per_mille": _per_mille, "tenths": _tenths, "fraction": _fraction,
    "money": _money, "money_sign": _money, "ordinal": _ordinal, "rank": _rank,
    "score": _score, "score_sign": _score_sign, "magnitude": _magnitude, "temperature": _temperature,
    "discount": _discount, "split": _split, "duration": _duration, "half": _half, "quantity": _quantity,
}  # fmt: skip
