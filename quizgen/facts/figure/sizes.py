"""Scores, temperatures, magnitudes and lengths of time that two units make: 21比15, 攝氏35度, 3年6個月, 9秒58."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from quizgen.language.numerals import NUMERAL, canonical, number

from .grammar import AMOUNT, NUMBER, Groups, Home, Rule, Value, any_of, units, with_unit

_SPORT = re.compile(
    "比分|[战险大完惨小]胜|击败|不敌|胜|负|赢|输|打败|战平|逼平|领先|落后|横扫|逆转|力克|局|盘|踢|球|票"
)
#: what a score with a hyphen may stand before
_AFTER_SCORE = re.compile("[^\\w%]|$|[击战不大险完惨小的逆横力打获取胜负赢输领落逼告轻再拿淘]")
_CLOCK_BEFORE = re.compile("(?:上午|下午|凌晨|晚上|晚间|早上|中午|傍晚|清晨|深夜|今晚|昨晚|时间|[日时]) ?$")
_SECONDS = {"天": 86400, "小时": 3600, "分钟": 60, "秒": 1}
_MONTHS = {"年": 12, "个月": 1}
#: units that are short for others behind a longer one: 3小时25分; 28年6月 only of a prison term
_SHORT = {"分": "分钟", "月": "个月"}
_SENTENCE = re.compile("(?:[判处刑囚][^，。；]{0,6}$)|徒刑|监禁|定谳")


def _score(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    low, high = number(groups["low"]), number(groups["high"])
    return Value(f"{low}:{high}") if isinstance(low, int) and isinstance(high, int) else None


def _score_sign(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """3:1 and 21-15, where the clause speaks of a match; 9:30 and 3-5人 are none."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    clause = re.split("[。！？；]", before)[-1][-30:] + re.split("[。！？；]", after)[0][:30]
    plain = groups["mark"] == ":" and len(groups["high"]) == 1
    if _CLOCK_BEFORE.search(before) or not (plain or _SPORT.search(clause)):
        return None
    if groups["mark"] == "-" and not _AFTER_SCORE.match(after.lstrip()):
        return None
    return Value(f"{int(groups['low'])}:{int(groups['high'])}")


def _magnitude(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    return with_unit({"low": groups.get("low") or groups["shaken"]}, "级")


def _temperature(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """攝氏35度, 零下20度; 35度 alone may be an angle, a latitude, a time more."""
    sign = groups["degree"] + groups.get("scale", "")
    scale = "°F" if re.search("华氏|℉|°F", sign) else "°C" if re.search("摄氏|℃|°C", sign) or "minus" in groups else ""
    if not scale:
        return None
    if "minus" in groups:
        groups = {key: f"-{value}" if key in ("low", "high") else value for key, value in groups.items()}
    return with_unit(groups, scale)


def _duration(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """2小時30分 -> 150 分钟, 3年6個月 -> 42 个月: counted in the smallest unit."""
    names = [_SHORT.get(groups[k]) or units()[groups[k]].canonical for k in ("unit", "unit2")]
    beside = match.string[: match.start()], match.string[match.end() :][:6]
    if groups["unit2"] == "月" and not any(map(_SENTENCE.search, beside)):
        return None
    scale = next((s for s in (_SECONDS, _MONTHS) if names[0] in s and names[1] in s), None)
    amounts = [Decimal(n) for k in ("low", "low2", "low3") if (n := number(groups.get(k, ""))) is not None]
    if scale is None or len(amounts) < 2 or amounts[1] * scale[names[1]] >= scale[names[0]]:
        return None
    names = [*names, "秒"][: len(amounts)]
    total = sum(n * scale[name] for n, name in zip(amounts, names, strict=True)) / scale[names[-1]]
    return Value(f"{canonical(Decimal(total))} {names[-1]}")


def _race(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """1分53秒92 -> 113.92 秒."""
    seconds = 60 * int(groups["low"]) + int(groups["low2"])
    return Value(f"{seconds}.{groups['decimals']} 秒" if "decimals" in groups else f"{seconds} 秒")


def _half(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """兩年半 -> 2.5 年, 一個半小時 -> 1.5 小时."""
    value = number(groups["low"])
    unit = groups.get("unit") or groups["unit2"].replace("月", "个月")
    return None if value is None else Value(f"{canonical(Decimal(value) + Decimal('0.5'))} {unit}")


def _split(groups: Groups, match: re.Match[str], home: Home) -> Value | None:
    """9秒58 -> 9.58 秒, 1米85 -> 1.85 米."""
    return with_unit({"low": f"{groups['low']}.{groups['decimals']}"}, units()[groups["unit"]].canonical)


@cache
def rules() -> dict[str, Rule]:
    """The rules of this file, by name."""
    time = any_of(u.pattern for u in units().values() if u.kind in ("time", "second"))
    return {
        "score": Rule(
            "比", rf"(?<![\d.比])(?P<low>{NUMERAL}) ?比 ?(?P<high>{NUMERAL}(?=一致)|{NUMERAL})(?![例重值分])", _score
        ),
        "score_sign": Rule(
            ":-∶",
            r"(?<![\d.:/-])(?P<low>\d{1,3}) ?(?P<mark>[:∶-]) ?(?P<high>\d{1,3})(?![\d:.%/万亿-])",
            _score_sign,
        ),
        "magnitude": Rule(
            "规震",
            r"(?:(?<=规模)|(?<=规模[为达])) ?(?P<low>\d(?:\.\d)?)(?![\d.万亿个人家])"
            r"|(?<![\d.])(?P<shaken>\d\.\d)(?=[大强地]地?震)",
            _magnitude,
        ),
        "temperature": Rule(
            "度℃℉CF",
            rf"(?:(?P<scale>摄氏|华氏) ?)?(?P<minus>零下)? ?{AMOUNT} ?"
            r"(?P<degree>摄氏度|华氏度|℃|°C|℉|°F|度)(?![假过量日数上电])",
            _temperature,
        ),
        "duration": Rule(
            "年月天时日分",
            rf"(?P<low>{NUMBER}) ?(?P<unit>{time})[零又]?(?P<low2>{NUMERAL}) ?(?P<unit2>{time}|[分月])"
            rf"(?:(?P<low3>{NUMERAL}) ?秒)?",
            _duration,
        ),
        "race": Rule(
            "分", r"(?<![\d.])(?P<low>\d{1,2}) ?分 ?(?P<low2>\d{1,2}) ?秒(?:(?P<decimals>\d{2})(?!\d))?", _race
        ),
        "half": Rule(
            "半", rf"(?P<low>{NUMBER}) ?(?:(?P<unit>年|天|小时|倍)半|个半(?P<unit2>月|小时|世纪|星期))", _half
        ),
        "split": Rule(
            "秒米尺", r"(?<![\d.])(?P<low>\d{1,3}) ?(?P<unit>秒|米|公尺)(?P<decimals>\d{2})(?![\d.])", _split
        ),
    }
