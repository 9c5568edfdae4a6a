"""The pieces that date patterns are made of; over folded Simplified text."""

from __future__ import annotations

import re

from quizgen import tables
from quizgen.language.numerals import number

CN = "〇零一二三四五六七八九"
#: between the ends of a range
TO = r" ?(?:至|到|-|–|—{1,2}|~) ?"

_NUMBER = rf"\d{{1,3}}|[{CN}十百]{{1,5}}|元"
_ERAS = "|".join(sorted(tables.words("eras"), key=len, reverse=True))
#: 近2000年, 2000年历史: a round number of years is no year; of three digits only where it can be nothing else
Y4 = (
    r"(?:(?<!\d)(?:1\d|20|21)(?!00)\d\d|(?<=[在于自从（(])[1-9]\d[1-9](?=年)"
    r"|(?<![\d近约逾达过])(?:1[5-9]|20|21)00(?! ?年(?:来|的?历史|文明|前的))"
    rf"|[一二][{CN}]{{3}})"
)
_DEICTIC = (
    r"(?:(?<![如当现至迄])今|(?<!过)去|(?<![目以之此三两几\d年])大?前|(?<![声说表证文发])明|(?<![之以今此])后|本)年"
    r"(?![级轻纪龄])"
)
#: a year in all its writings, each a group of its own: see years.read
YEAR = (
    rf"(?:(?P<year>(?:(?:公元|西元)?{Y4}|(?:公元|西元)(?P<bc>前)?\d{{1,4}}) ?年(?![级轻龄]))"
    rf"|(?P<era>(?:{_ERAS}) ?(?:{_NUMBER}) ?年)"
    r"|(?P<noted>[今去明前][（(]\d{2,4}[）)]年)"
    rf"|(?P<deictic>{_DEICTIC})"
    r"|(?P<same>(?<![以晚半])上年(?![级轻纪龄])|(?:[同当]年|次年|翌年)(?=\d|[一二三四五六七八九十][月十]))"
    r"|(?<![\d第])(?P<roc>1[01]\d ?年(?= ?\d{1,2} ?月))"
    rf"|(?<!\d)(?P<short>[0-3]\d ?年(?= ?\d{{1,2}} ?月 ?\d)|0\d ?年|(?<![{CN}十])零[{CN}]年))"
)
#: a year or none; in 28年6月有期徒刑 the 6月 is no month of the calendar
MAYBE_YEAR = rf"(?:{YEAR} ?|(?<![\d一二三四五六七八九十]年))"
MONTH_NUMBER = r"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|(?<![一二三四五六七八九十几数])(?:十[一二]|[一二三四五六七八九十])|元)"
MONTH = (
    rf"(?:(?P<month>{MONTH_NUMBER} ?月)"
    r"|(?P<month_word>(?:上上|下下|(?<!日)本|上|下|这)个?月(?![球台亮饼光])|[本上下][（(]\d{1,2}[）)]月))"
)
DAY_NUMBER = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]十[{CN}]?|十[{CN}]?|廿[{CN}]?|卅一?|[一二三四五六七八九])"
WEEKDAY_BRACKET = r"(?P<weekday> ?[（(](?:星期|周|礼拜)?[一二三四五六日天][）)])?"

_START = r"初(?![中一二三步级次选审赛始期])"  # 初步, 初选 are words of their own
_MIDDLE = r"中(?=[，。、至到以的后]|$)"  # 9月中国 holds no 9月中
_LATER = "稍晚|稍后|稍早|晚些时候|早些时候"
YEAR_END = rf"年?(?:[底末](?!班)|{_START}|{_MIDDLE})|{_LATER}"
MONTH_END = rf"[底末](?!班)|{_START}|[上中下]旬|[上下]半月|{_MIDDLE}|{_LATER}"
DECADE_END = "[初末]期?|[中后早]期"


def count(text: str) -> int | None:
    """A small number as dates write it, its 年月日 still on: 二〇二五年, 一一四, 廿日, 元月."""
    text = re.sub(r"公元|西元|前|[ 年月日号度份]", "", text)
    if text == "元":
        return 1
    value = number(text)
    if value is None and re.fullmatch(f"[{CN}]+", text):
        value = int("".join(str(max(0, CN.index(c) - 1)) for c in text))
    return int(value) if value is not None else None
