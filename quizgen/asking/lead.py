"""What sets the scene in front of a clause: the silent part of a date, the day the text lends, since when it is so."""

from __future__ import annotations

import re

from quizgen.asking import days, deixis
from quizgen.asking.context import Context
from quizgen.asking.stretch import Refused, Stretch
from quizgen.asking.tagged import tag
from quizgen.asking.words import phrase

_FUTURE = frozenset("将 会 将要 即将 拟 料 计划 准备".split())
#: 宣布 bears the day of what it announces
_ANNOUNCED = frozenset(["宣布", "表示", "公布", "承诺", "决定", "说", "称", "指出"])
#: what is always so has no day: 月背始终背对地球
_ALWAYS = frozenset("始终 一直 总是 向来 历来 通常 一向 永远".split())
#: 将…提高到: here 将 is 把
_TURNS_INTO = re.compile(
    r"将[^，。]{2,}(?:提高|降低|上调|下调|调整|定|列|视|改|增加|减少|推迟|延长|缩短)(?:到|至|为|成)"
)
_FORESEEN = frozenset("预计 预期 预测 估计 料 有望".split())
#: lengths and areas stay as they are
_FIXED = re.compile(r" (?:公里|米|公尺|千米|海里|平方公里|平方米|公顷|亩|层|吨|公斤)$")
#: totals and states that a later day may change
_GROWING = frozenset(["已", "已经", "累计", "总额", "总数", "仍", "仍有"])


def lead(stretch: Stretch, has_date: bool, context: Context) -> str:
    """What sets the scene in front: the silent part of a date asked for, else the day the text lends.

    What is to come, and totals that grow, are told as of the article's month.
    """
    if stretch.fact.kind == "date":
        if _lost_scene(stretch):
            raise Refused("its circumstance is not told")
        return days.lead(stretch.fact)
    # 将 may be 把: 将物价高企归咎于…
    words = {t.word for t in stretch.tokens if tag(stretch.sentence, t) != "p"}
    announced = words & _ANNOUNCED
    grows = words & _GROWING and not words & _FORESEEN and not _FIXED.search(stretch.fact.value)
    if stretch.fact.kind == "figure" and grows and not announced and not words & _FUTURE:
        return _as_of(stretch, context)
    if has_date or deixis.NOW.search(stretch.simplified):
        return ""
    if words & _FUTURE and not announced and not _TURNS_INTO.search(stretch.simplified):
        return phrase("reported", context.lang).format(month=context.now) if context.now else ""
    if words & _ALWAYS:
        return ""
    timed = any(tag(stretch.sentence, t) == "t" for t in stretch.tokens)
    return "" if timed else context.date  # a clause with a time of its own (当时, 傍晚) takes no other


def _as_of(stretch: Stretch, context: Context) -> str:
    """截至2025年9月 for a total or state that a later day may change; one told of a year alone is told of no day."""
    told = [f.value for f in stretch.others if f.kind == "date"]
    if any(len(value) > len("2025") for value in told):
        return ""
    if context.date and not told:
        return context.date
    begins = stretch.sentence.start + stretch.ranges[0][0]
    before = any(f.kind == "date" and f.end <= begins for f in stretch.sentence.facts)  # 从前三季度看，…累计
    if told or before or not context.now:
        raise Refused("true at a day that the article does not name")
    return phrase("as_of", context.lang).format(month=context.today or context.now)


def _lost_scene(stretch: Stretch) -> bool:
    """一季度|…失业率平均值为5.3%，3月份回落: the day before the stretch that what it tells belongs to."""
    begins = stretch.sentence.start + stretch.ranges[0][0]
    return any(f.kind == "date" and f.end <= begins and not f.part("bound") for f in stretch.sentence.facts)
