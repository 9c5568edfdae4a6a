"""What one says aloud for a date or figure: 20% -> 百分之二十."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from quizgen import tables

_DIGITS = "零一二三四五六七八九"
_ASCII = str.maketrans(
    {chr(0xFF10 + i): str(i) for i in range(10)} | {"％": "%", "．": ".", "：": ":", "－": "-", "／": "/", "〇": "零"}
)
_TRADITIONAL = str.maketrans("点两万亿负欧镑币湾韩摄华", "點兩萬億負歐鎊幣灣韓攝華")
_SIMPLIFIED_ONLY = re.compile("[万亿点两负欧镑币个辆轮场岁时间县项条张]")
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
_TO = r" ?(?:--|[-–—~～至到]+) ?"
# only a count takes 兩: not the day, the month, the ordinal, the share, the score, nor a range's open end
_NO_COUNT = re.compile(r" ?(?:[日号號月至到比分/,、]|$)")
_Rule = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def in_words(text: str, traditional: bool | None = None) -> str:
    """The Chinese characters said aloud for a date or figure as written; characters already there stay.

    20% -> 百分之二十, 2019年 -> 二零一九年, 9月14日至15日 -> 九月十四日至十五日, 2億 -> 兩億, 3.5 -> 三點五.
    `traditional` is the article's script; without it the text tells, and where it does not, Traditional is written.
    """
    if traditional is None:
        traditional = not _SIMPLIFIED_ONLY.search(text)
    spoken = text.translate(_ASCII)
    for pattern, say in _rules():
        spoken = pattern.sub(say, spoken)
    return spoken.translate(_TRADITIONAL) if traditional else spoken


@cache
def _rules() -> tuple[_Rule, ...]:
    before, after = ({s: w for s, w, place in tables.rows("signs") if place == p} for p in ("before", "after"))
    multiple = r"(?: ?[十百千萬万億亿兆]+)?"
    return (
        (re.compile(rf"({_any(before)}) ?({_ARABIC}{multiple})"), lambda m: m[2] + before[m[1]]),
        (re.compile(rf"(?<=\d) ?({_any(after)})"), lambda m: after[m[1]]),
        (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), _calendar),
        (re.compile(r"(?<!\d)(\d{4})(?:[-–—~～/]|至|到)(\d{4}|\d{2})(?= ?[年賽赛學学財财])"), _years),
        (re.compile(r"(?<!\d)(\d{4})(?= ?[年賽赛財财])"), lambda m: _one_by_one(m[1])),
        (re.compile(rf"(-?)({_ARABIC})(?:{_TO}({_ARABIC}))? ?([%‰])"), _share),
        (re.compile(rf"({_ARABIC}):(?=\d)"), r"\1比"),
        (re.compile(rf"(?<=[\d十百千萬万億亿兆日月年号號季]){_TO}(?=\d)"), "至"),
        (re.compile(r"(\d+)/(\d+)"), r"\2分之\1"),
        (re.compile(rf"(?<![\d.])((?<!\w)-)?({_ARABIC})"), _cardinal),
        (re.compile(r" +"), ""),
    )


def _any(signs: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(signs, key=len, reverse=True)))


def _one_by_one(digits: str) -> str:
    return "".join(_DIGITS[int(d)] for d in digits)


def _calendar(match: re.Match[str]) -> str:
    return f"{match[1]}年{int(match[2])}月{int(match[3])}日"


def _years(match: re.Match[str]) -> str:
    return f"{_one_by_one(match[1])}至{_one_by_one(match[2])}"


def _share(match: re.Match[str]) -> str:
    minus, low, high, sign = match.groups()
    said = {"%": "百分之", "‰": "千分之"}[sign] + ("百" if low == "100" and sign == "%" else _plain(low))
    end = f"至{_plain(high)}" if high else ""
    return ("负" if minus else "") + said + end


def _cardinal(match: re.Match[str]) -> str:
    ordinal = match.string[: match.start()].rstrip().endswith("第")
    said = _plain(match[2])
    if said == "二" and not ordinal and not _NO_COUNT.match(match.string, match.end()):
        said = "两"
    return ("负" if match[1] else "") + said


def _plain(digits: str) -> str:
    """1,050.5 -> 一千零五十点五."""
    whole, _, decimals = digits.replace(",", "").partition(".")
    said = _one_by_one(whole) if whole[0] == "0" else _whole(int(whole))
    return f"{said}点{_one_by_one(decimals)}" if decimals else said


def _whole(value: int) -> str:
    """The cardinal: 110 -> 一百一十, 12345 -> 一万两千三百四十五, 15 -> 十五."""
    if value < 10:
        return _DIGITS[value]
    units = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
    unit, name = next(u for u in units if value >= u[0])
    head, rest = divmod(value, unit)
    said = "" if value < 20 else "两" if head == 2 and unit > 10 else _whole(head)
    if not rest:
        return said + name
    gap = "零" if rest < unit // 10 else ""
    one = "一" if 10 <= rest < 20 else ""
    return said + name + gap + one + _whole(rest)
