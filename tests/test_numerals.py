"""Numerals: read, written in one form, said aloud, glossed in English."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.language.numerals import canonical, fold, in_english, in_words, number

READ = """
3.6萬億 3600000000000 | 兩千億 200000000000 | 1萬2千 12000 | 1亿2000万 120000000 | 二〇二五 2025 | 一萬三 13000
二百五 250 | 一千零五 1005 | ２．５ 2.5 | 三點五 3.5 | 二点五亿 250000000 | 廿三 23 | 1,234,567 1234567
９，９９９ 9999 | 壹佰伍拾 150 | 拾万零五十六 100056 | 负三十二 -32 | 3e11 300000000000 | 四万万 400000000 | 零 0
55兆12億4万5千2 55001200045200 | 7 万5 千 75000
"""
UNREAD = ["三五", "七八十", "千万", "百", "几十", "二十三十", "", "大陸", "隊伍", "一二三", "點", "3,4,5,6人"]
SPOKEN = """
20% 百分之二十 | 100% 百分之百 | 3-5% 百分之三至五 | -5% 負百分之五 | 0.25個百分點 零點二五個百分點
2019年 二零一九年 | 9月14日至15日 九月十四日至十五日 | 1995-1997年 一九九五至一九九七年 | 2月2日 二月二日
2025-09-14 二零二五年九月十四日 | 2024/25賽季 二零二四至二五賽季 | 民國114年9月 民國一百一十四年九月
3000億 三千億 | 2億 兩億 | 2.5億美元 二點五億美元 | 1.2万亿元 一点二万亿元 | US$3000 三千美元 | 22000 兩萬兩千
3.5 三點五 | 21比15 二十一比十五 | 21:15 二十一比十五 | 2:1 二比一 | 2/3 三分之二 | 第4輪 第四輪 | 第2輪 第二輪
2人 兩人 | 2个月 两个月 | 12人 十二人 | 300多人 三百多人 | 35℃ 三十五攝氏度 | 10,005 一萬零五 | 1015 一千零一十五
"""
ENGLISH = """
20 % = 20 percent | 0.25 pp = 0.25 percentage points | 3/5 % = 3 to 5 percent | 2/3 = two thirds | 21:15 = 21 to 15
3e11 CNY = 300 billion yuan | 2.5e8 USD = 250 million US dollars | 1 USD = 1 US dollar | 32 人 = 32 people
1 年 = 1 year | 第4 轮 = the 4th round | 第3 = 3rd | 7.4 级 = magnitude 7.4 | 35 °C = 35 degrees Celsius | 3 家 = 
2025-09-14 = 14 September 2025 | 2025-09-14/2025-09-15 = 14-15 September 2025 | XXXX-09-09 = 9 September
2025-09-30/2025-10-02 = 30 September - 2 October 2025 | 2025-12-30/2026-01-02 = 30 December 2025 - 2 January 2026
2025-35 = the third quarter of 2025 | 2025-40 = the first half of 2025 | 199X = the 1990s | 1995/1997 = 1995-1997
2025-03/2025-05 = March-May 2025 | XXXX-XX-05 = the 5th | -0220 = 221 BC | 2025-22 = summer 2025 | ? = 
"""


def _pairs(table: str, between: str) -> list[tuple[str, str]]:
    cells = [cell for line in table.strip().splitlines() for cell in line.split(" | ")]
    return [(key.strip(), value.strip()) for key, _, value in (cell.rpartition(between) for cell in cells)]


@pytest.mark.parametrize(("text", "value"), _pairs(READ, " "))
def test_number(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", UNREAD)
def test_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize(("text", "said"), _pairs(SPOKEN, " "))
def test_in_words(text: str, said: str) -> None:
    assert in_words(text) == said


@pytest.mark.parametrize(("value", "gloss"), _pairs(ENGLISH, " ="))
def test_in_english(value: str, gloss: str) -> None:
    assert in_english(value) == gloss


def test_in_words_follows_the_script_asked_for() -> None:
    assert in_words("3.5", traditional=False) == "三点五"
    assert in_words("2億", traditional=True) == "兩億"


@given(st.integers(min_value=0, max_value=10**14))
def test_what_is_said_is_read_again(value: int) -> None:
    assert number(in_words(str(value), traditional=False)) == value
    assert number(in_words(str(value), traditional=True)) == value


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=3))
def test_canonical_is_exact(value: Decimal) -> None:
    assert Decimal(canonical(value)) == value
    assert canonical(Decimal(canonical(value))) == canonical(value)


@given(st.text())
def test_any_text_is_folded_at_its_length_and_never_raises(text: str) -> None:
    assert len(fold(text)) == len(text)
    number(text)
    in_words(text)
    in_english(text)
