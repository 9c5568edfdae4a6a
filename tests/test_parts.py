"""The parts of dates and figures, and what holds for them in any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.facts import date, figure
from quizgen.items import Fact, Line, Source
from quizgen.language.script import simplify

#: a sentence, the figure's or date's text, the part's name, its text, its value
PARTS = """
對中國產品徵收高達100%的關稅 | 100% | modifier | 高達 | as much as
對中國產品徵收高達100%的關稅 | 100% | measured | 關稅 |
加徵了20%關稅 | 20% | measured | 關稅 |
雙方把關稅從145%降至30% | 145% | to | 30% | 30 %
雙方把關稅從145%降至30% | 30% | from | 145% | 145 %
雙方把關稅從145%降至30% | 30% | measured | 關稅 |
通胀率降至2.4% | 2.4% | measured | 通胀率 |
出口同比增长3.5% | 3.5% | measured | 出口 |
中美已經展開四輪經貿談判 | 四輪 | measured | 經貿談判 |
兩名士兵失蹤 | 兩名 | measured | 士兵 |
约有300多人 | 300多人 | modifier | 约 | about
约有300多人 | 300多人 | modifier | 多 | over
善款逾35億港元 | 35億港元 | modifier | 逾 | over
占員工的55%左右 | 55% | modifier | 左右 | about
月薪由三万元调高到四万元 | 三万元 | to | 四万元 | 40000 CNY
9月14日至15日舉行 | 9月14日至15日 | from | 9月14日 | 2025-09-14
9月14日至15日舉行 | 9月14日至15日 | to | 15日 | 2025-09-15
2025年9月初恢復 | 2025年9月初 | year | 2025年 | 2025
2025年9月初恢復 | 2025年9月初 | month | 9月 | 9
2025年9月初恢復 | 2025年9月初 | modifier | 初 |
去年12月5日宣布 | 去年12月5日 | year | 去年 | 2024
自2019年以來首次 | 2019年 | bound | 自 | since
自2019年以來首次 | 2019年 | bound | 以來 | since
10月1日之前完成 | 10月1日 | bound | 之前 | before
"""
#: sentences in which a noun that may be near is not what the figure measures
UNMEASURED = """
暫停24%的關稅90天 | 90天
北京的面积和天津的人口加起来有三倍 | 三倍
他三次訪問了這家公司 | 三次
"""


def _facts(text: str, day: str = "2025-09-19") -> list[Fact]:
    simplified, start, lines = simplify(text), 0, []
    for line in text.split("\n"):
        lines.append(Line(line, simplified[start : start + len(line)], start, "prose", ""))
        start += len(line) + 1
    source = Source("text", "", day, "", text)
    dates = date.find(lines, source, [])
    return dates + figure.find(lines, source, dates)


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]


@pytest.mark.parametrize(("text", "span", "name", "part", "value"), _rows(PARTS))
def test_parts(text: str, span: str, name: str, part: str, value: str) -> None:
    fact = next(f for f in _facts(text) if f.text == span)
    assert (part, value) in [(p.text, p.value) for p in fact.parts if p.name == name]
    assert all(text[p.start : p.end] == p.text for p in fact.parts)


@pytest.mark.parametrize(("text", "span"), _rows(UNMEASURED))
def test_unmeasured(text: str, span: str) -> None:
    fact = next(f for f in _facts(text) if f.text == span)
    assert fact.part("measured") is None


def test_relative_dates_say_so() -> None:
    rules = {f.text: f.rule for f in _facts("昨天、上周五、今年3月，以及9月9日。")}
    assert [text for text, rule in rules.items() if rule.startswith("relative")] == ["昨天", "上周五", "今年3月"]


def test_a_pair_is_a_trivial_count_unless_people_came_to_harm() -> None:
    assert [f.rule for f in _facts("这是两种观点。")] == ["trivial_count"]
    assert [f.rule for f in _facts("事故造成两名工人死亡。")] == ["quantity"]


@pytest.mark.parametrize(
    ("text", "value", "doubt"),
    [
        ("新台幣貶值，他賠了五千元。", "5000 TWD", False),
        ("港元走強，他賠了五千元。", "5000 HKD", False),
        ("他赔了五千元。", "5000 CNY", False),
        ("行政院說，他賠了五千元。", "5000 TWD", False),
        ("他賠了五千元。", "5000 CNY", True),
    ],
)
def test_whose_yuan(text: str, value: str, doubt: bool) -> None:
    fact = next(f for f in _facts(text) if f.text == "五千元")
    assert (fact.value, bool(fact.doubt)) == (value, doubt)


_NUMERIC = st.text(
    st.sampled_from(
        "0123456789年月日至到第三十百千万亿億兩多余人次轮%％.,，。：:-/(（）)今昨明周上下半初元成比分之度點点从降增 \n"
    )
)


@given(st.one_of(_NUMERIC, st.text()), st.sampled_from(["", "2025-09-19", "2024-02-29", "2025"]))
def test_in_any_text_facts_are_spans_and_do_not_overlap(text: str, day: str) -> None:
    facts = _facts(text, day)
    assert all(text[f.start : f.end] == f.text and f.text.strip() for f in facts)
    for kind in ("date", "figure"):
        own = sorted((f for f in facts if f.kind == kind), key=lambda f: f.start)
        assert all(a.end <= b.start for a, b in pairwise(own))
