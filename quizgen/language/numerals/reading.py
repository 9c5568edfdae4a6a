"""Numerals in running text: Arabic, full-width, Chinese and mixed (3.6萬億, 兩千億, 1萬2千)."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from quizgen import tables

_WIDE = {chr(0xFF01 + i): chr(0x21 + i) for i in range(94) if chr(0x21 + i) not in ",!?;()"}
_FORMS = dict(zip("兩萬億點負○壹餘馀佰仟", "两万亿点负〇一余余百千", strict=True))
_FOLD = str.maketrans({**_WIDE, **_FORMS, "−": "-", "\u3000": " ", "\u00a0": " "})
_FORMAL = dict(zip("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千", strict=True))

_FORMAL_RUN = re.compile(
    r"[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]{2,}|拾(?=[万萬亿億一二三四五六七八九零])|(?<=[一二三四五六七八九])拾"
    r"|(?<=[零百千万亿萬億之])[贰貳叁參肆柒捌玖]|[贰貳叁參肆柒捌玖](?=[百千万亿萬億成折])"
)

DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_UNITS = {"十": 10, "廿": 20, "卅": 30, "百": 100, "千": 1000, **LARGE}

_CN = "".join(DIGIT)
_ARABIC = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE]-?\d+)?"
_ALL = rf"\d{_CN}{''.join(_UNITS)}"
_SIGNS = _CN.replace("两", "")
NUMERAL = (
    rf"(?<![\dA-Za-z])(?<!\d\.)[{_ALL}]+"
    rf"(?:(?:,(?=\d\d\d(?!\d))|\.(?=\d)| ?点 ?(?=[{_SIGNS}])| (?=[十百千万亿])|(?<=[十百千万亿]) )[{_ALL}]+)*"
    # 千瓦 and 兆瓦 are units of their own, not thousands and billions of watts; 百分点 is no hundred
    r"(?:[eE]-?\d+(?!\w))?(?!(?<=[千兆])[瓦克卡赫伏焦帕字比欧]|(?<=百)分[点位])"
)
"""What a numeral may look like in folded Simplified text; `number` decides whether it is one."""


def fold(text: str) -> str:
    """Full-width signs and the numerals' many forms as one, at the same length: `３．６萬億` -> `3.6万亿`.

    A full-width comma is kept but between full-width digits (９，９９９), where it groups thousands; 拾, 陸 and the
    other formal numerals are read only beside each other, since 大陸 and 隊伍 are none.
    """
    text = re.sub(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))", ",", text)
    text = _FORMAL_RUN.sub(lambda m: "".join(map(_FORMAL.__getitem__, m[0])), text)
    return text.translate(_FOLD)


def number(text: str) -> Decimal | int | None:
    """What a numeral amounts to, or None where it is none or names no one number (三五, 千万, 几十).

    `3.6萬億` -> 3600000000000, `1萬2千` -> 12000, `二〇二五` -> 2025, `一万三` -> 13000, `２．５` -> Decimal("2.5");
    `3e11` too, as values have it.
    """
    found = _amount(fold(text).replace(" ", ""))
    return int(found) if found is not None and found == int(found) else found


def canonical(value: Decimal | int) -> str:
    """The one way a number is written in a fact's value: plain below a million, else the shorter of plain and e-form.

    32, 0.25, 250000, 3e11, 1.5e9, 1234567.
    """
    amount = Decimal(value)
    plain = f"{amount:f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    if abs(amount) < 10**6 or "." in plain:
        return plain
    sign, digits = plain[: amount < 0], plain.lstrip("-")
    head, tail = digits[0], digits[1:].rstrip("0")
    return min(plain, f"{sign}{head}{'.' if tail else ''}{tail}e{len(digits) - 1}", key=len)


@cache
def numeral_words() -> re.Pattern[str]:
    """Words that hold a numeral but name no number, the longest first; Simplified."""
    words = sorted(tables.words("numeral_words"), key=len, reverse=True)
    # 三十分钟 holds no 十分, 第一代 no 一代
    return re.compile(rf"(?<![第\d{_CN}十百千万亿点])(?:{'|'.join(map(re.escape, words))})")


def _amount(text: str) -> Decimal | None:
    if text[:1] in ("负", "-"):
        found = _amount(text[1:])
        return None if found is None else -found
    if re.fullmatch(_ARABIC, text):
        return Decimal(text.replace(",", ""))
    units = [c for c in text if c in _UNITS]
    return _compound(text, max(units, key=_UNITS.__getitem__)) if units else _digits(text)


def _digits(text: str) -> Decimal | None:
    """二, 二〇二五, 三点五; but 三五 and 七八 mean "three to five", "seven or eight"."""
    whole, point, decimals = text.partition("点")
    if set(text) - set(_CN + "点") or (point and (len(whole) > 1 or not decimals)):
        return None
    if not point and (not whole or (1 < len(whole) < 4 and not set(whole) & {"零", "〇"})):
        return None
    spelled = "".join(str(DIGIT[c]) for c in whole + decimals)
    return Decimal(spelled).scaleb(-len(decimals))


def _compound(text: str, unit: str) -> Decimal | None:
    """What stands before the greatest unit, times it, and what stands behind: 55兆12亿, 3.6万亿, 四万万."""
    left, _, right = text.rpartition(unit)
    size = _UNITS[unit]
    factor = Decimal(1) if not left and unit in "十廿卅" else _amount(left)
    if factor is None or (unit not in LARGE and factor >= 10) or (left and unit in "廿卅"):
        return None
    rest = _amount(right.lstrip("零〇")) if right.strip("零〇") else Decimal(0)
    if rest is None or rest >= size:
        return None
    if rest < 10 and len(right) == 1 and unit not in "廿卅":
        rest *= size // 10  # 一万三 is 13000, 二百五 is 250; 一千零五 is not 1500
    return factor * size + rest
