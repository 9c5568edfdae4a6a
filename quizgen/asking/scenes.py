"""Which day, month or year lends itself to a clause that tells none."""

from __future__ import annotations

import re

from quizgen.asking import days
from quizgen.asking.grammar import clause_at, clauses
from quizgen.asking.tagged import tag
from quizgen.asking.words import phrase
from quizgen.items import Fact, Sentence

_NOW = re.compile(r"如今|目前|现时|现在|当前|至今|现年|迄今")
#: 此后，6架试飞机…: no day of the sentence is its own
_LATER = re.compile(
    r"(?:此后|此後|其后|其後|随后|隨後|之后|之後|后来|後來|翌年|次年|次日|翌日|隔日|隔天|同年|当时|自此|至此)"
)
#: words of another time than the article's, which its month must not stand over
ELSEWHEN = re.compile(
    rf"{_LATER.pattern}|当年|那时|起初|最初|之初|初期|早年|早期|曾(?!孙)|一度|原本|原定|此前|之前|[数几两一二三四五六七八九十\d]+个?[日天周月年](?:内|后|前)"
)
_SAME_DAY = re.compile(r"当天|当日|当晚|同日")
_AND = re.compile(r"[和与與及、]")
_IN = ("在", "于", "至", "到")
#: 2月底|提出的每股118日元
_QUALIFIED = re.compile(r"[^，。]{0,6}的(?!$)")


def scene_of(fact: Fact, sentence: Sentence, before: Sentence | None, lang: str, now: str) -> str:
    """The month or year that sets the scene: the nearest before it in its sentence, else in the one before.

    Empty where the clause says that it speaks of now (如今, 目前) or of a later day (此后).
    """
    own = next(c for c in reversed(clauses(sentence)) if c.start <= fact.start - sentence.start)
    if _NOW.search(sentence.simplified, own.start, own.end):
        return ""
    told = [f for f in sentence.facts if f.end <= fact.start and _sets_scene(sentence, f)]
    since = told[-1].end - sentence.start if told else 0
    if _LATER.search(sentence.simplified, since, fact.start - sentence.start):
        return ""
    if len(told) > 1 and _AND.fullmatch(sentence.text[told[-2].end - sentence.start : told[-1].start - sentence.start]):
        return phrase("in_year", lang).format(year=told[-1].value[:4])
    if told:
        return _month(told[-1], lang)
    if any(f.kind == "date" and f.end <= fact.start and not f.doubt for f in sentence.facts):
        return ""  # 按周四的收盘价计算: a time of its own, whatever the sentence before told
    if before is None or before.line.start != sentence.line.start:
        return ""
    told = [f for f in before.facts if f.end <= before.start + clauses(before)[0].end and _sets_scene(before, f)]
    if not told:
        return ""
    # behind a look back to another year the next sentence may speak of now
    same = _SAME_DAY.match(sentence.simplified) or not now or told[-1].value[:4] == now[:4]
    return _month(told[-1], lang) if same else ""


def _sets_scene(sentence: Sentence, date: Fact) -> bool:
    """A day that what follows belongs to: none that something is measured against or that qualifies a noun."""
    start, end = date.start - sentence.start, date.end - sentence.start
    if not _is_day(date) or days.COMPARED.search(sentence.simplified[:start]):
        return False
    own = clause_at(sentence, start)
    free = own is not None and not _QUALIFIED.match(sentence.simplified[end : own.end])
    return free and not _governed(sentence, date)


def _governed(sentence: Sentence, date: Fact) -> bool:
    """取消|今年4月8日|的两份行政令: a verb takes it, and what it belongs to follows."""
    before = next((t for t in sentence.tokens if t.end == date.start), None)
    after = next((t for t in sentence.tokens if t.start == date.end), None)
    if before is None or after is None or before.word.endswith(_IN):
        return False
    return tag(sentence, before) in ("v", "u") and tag(sentence, after) in ("n", "c", "m", "u", "q", "a")


def _is_day(fact: Fact) -> bool:
    """A day, month or year that is certain and stands for itself (not 自2014年以来)."""
    return fact.kind == "date" and fact.value[:4].isdecimal() and not fact.doubt and not fact.part("bound")


def _month(date: Fact, lang: str) -> str:
    """2025年9月 of a day in it; a quarter, half-year or year as it is."""
    value = date.value
    return days.month(value, lang) or days.absolute(value) or phrase("in_year", lang).format(year=value[:4])
