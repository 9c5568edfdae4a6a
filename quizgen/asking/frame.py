"""The clause around an answer, made to stand alone: what is before the hole, what is behind it, or why it cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.asking import days, deixis
from quizgen.asking.context import Context
from quizgen.asking.grammar import clauses
from quizgen.asking.holes import hole
from quizgen.asking.refusals import check_sentence
from quizgen.asking.sparing import SPARE_MOST
from quizgen.asking.stretch import Range, Refused, Stretch
from quizgen.asking.tagged import tag
from quizgen.asking.torn import check_stretch, is_vague
from quizgen.asking.windows import windows
from quizgen.asking.wording import wording
from quizgen.asking.words import phrase
from quizgen.items import Fact, Sentence
from quizgen.naming.boundaries import pos

QUESTION_MOST = 40
_WORD_MOST = 5  # what the interrogative itself may take: 百分之多少
ANCHORS_MOST = 3
#: a question with fewer characters of its own than this tells too little to have one answer
WORDS_LEAST = 9
#: under a headline so many will do, if they have a subject: 苏花改全长多少公里？
BRIEF_LEAST = 4
#: what reads at a glance: up to this length nothing need be spared
_EASY = 34
#: (how much is spared, the longest question): first what reads at a glance in full, at last whatever still fits
_PATIENCE = ((0, _EASY), *((spare, QUESTION_MOST) for spare in range(1, SPARE_MOST + 1)), (0, QUESTION_MOST))
_FUTURE = frozenset("将 会 将要 即将 拟 料 计划 准备".split())
#: 宣布 bears the day of what it announces
_ANNOUNCED = frozenset(["宣布", "表示", "公布", "承诺", "决定", "说", "称", "指出"])
#: what is always so has no day: 月背始终背对地球
_ALWAYS = frozenset("始终 一直 总是 向来 历来 通常 一向 永远".split())
#: 将…提高到: here 将 is 把
_TURNS_INTO = re.compile(
    r"将[^，。]{2,}(?:提高|降低|上调|下调|调整|定|列|视|改|增加|减少|推迟|延长|缩短)(?:到|至|为|成)"
)
#: totals and states that a later day may change
_GROWING = frozenset(["已", "已经", "累计", "总额", "总计", "合计", "共计", "总数", "仍", "仍有"])
#: a clause of time alone says nothing yet
_NO_END = re.compile(
    r"(?<![小平同当臨临暫暂])[时時]$|[^今此目以之]后$|[^今此目以之]後$|之前$|之後$|期[间間]$|之[际際]$"
)
#: what was it entered in, what did it become: said behind a comma or not at all
_UNFINISHED = re.compile(
    r"(?:宣布|宣佈|簽署|签署|批准|表示|指出|透露|強調|强调|同意|決定|决定|承諾|承诺|列入|納入|纳入|寫入|写入|歸入|归入|加入|成為|成为|作為|作为|稱為|称为|改名為|改名为|名為|名为|達成|达成|進行|进行)$"
)
_SIGN = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause with a hole; `before` + answer + `after` reads as a sentence of its own."""

    before: str
    after: str
    lead: str
    """a date phrase that sets the scene, to put first, or empty"""
    hole: Range
    """what the interrogative replaces, in the sentence"""
    subject: str
    """the noun phrase that opens the clause, empty when it could not be told"""
    words: frozenset[str]
    """the Simplified words of the clause"""
    acts: bool
    """a verb, adverb or preposition follows the subject: it is the whole phrase"""
    subject_only: bool
    """nothing stands between the subject and the hole"""
    vague: bool
    """nothing in it tells what it is about: only under the article's headline can it be asked"""


def frame(sentence: Sentence, fact: Fact, context: Context) -> Frame:
    """The frame of a fact in its sentence, the fullest that reads easily, else a sparer one.

    Raises `Refused` with the reason when no clause around it stands alone as a certain statement.
    """
    gap = hole(sentence, fact)
    check_sentence(sentence, fact, gap)
    reasons: list[str] = []
    try:
        for ranges in windows(sentence, fact, gap):
            for spare, most in _PATIENCE:
                try:
                    return _fit(Stretch(sentence, fact, gap, ranges), context, spare, most - _WORD_MOST)
                except Refused as refused:
                    reasons.append(str(refused))
    except Refused as refused:
        reasons.append(str(refused))
    raise Refused(reasons[0] if reasons else "no clause that stands alone")


def _fit(stretch: Stretch, context: Context, spare: int, most: int) -> Frame:
    if not stretch.covers_hole:
        raise Refused("runs over clauses")
    check_stretch(stretch)
    said = wording(stretch, context, spare)
    lead = _lead(stretch, said.has_date, context)
    if _NO_END.search(said.after) or _UNFINISHED.search(said.after or said.before):
        raise Refused("no clause that stands alone")
    subject, acts = _subject(stretch)
    said_at_all = len(_SIGN.findall(said.before + said.after))
    why = stretch.fact.kind == "reason"
    classed = stretch.fact.kind == "thing" and stretch.fact.part("class") is not None  # 哪个台风重创澳门？
    if said_at_all < (BRIEF_LEAST if why or classed or (subject and stretch.fact.kind == "figure") else WORDS_LEAST):
        raise Refused("too little said to ask")
    if said.anchors > ANCHORS_MOST:
        raise Refused("names too many other facts")
    if len(said.before) + len(said.after) + len(lead) > most:
        raise Refused("too long to ask")
    words = frozenset(t.word for t in stretch.tokens)
    vague = is_vague(stretch, context.meant) or (said_at_all < WORDS_LEAST and not why)
    only = any(c.subject and c.subject[1] == stretch.hole[0] for c in clauses(stretch.sentence))
    return Frame(said.before, said.after, lead, stretch.hole, subject, words, acts, only, vague)


def _lost_scene(stretch: Stretch) -> bool:
    """一季度|…失业率平均值为5.3%，3月份回落: the day before the stretch that what it tells belongs to."""
    begins = stretch.sentence.start + stretch.ranges[0][0]
    return any(f.kind == "date" and f.end <= begins and not f.part("bound") for f in stretch.sentence.facts)


def _lead(stretch: Stretch, has_date: bool, context: Context) -> str:
    """What sets the scene in front: the silent part of a date asked for, else the day the text lends.

    What is to come, and totals that grow, are told as of the article's month.
    """
    if stretch.fact.kind == "date":
        if _lost_scene(stretch):
            raise Refused("its circumstance is not told")
        return days.lead(stretch.fact)
    words = {t.word for t in stretch.tokens}
    announced = words & _ANNOUNCED
    if stretch.fact.kind == "figure" and words & _GROWING and not announced and not words & _FUTURE:
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


def _subject(stretch: Stretch) -> tuple[str, bool]:
    """The noun phrase that opens the clause, and whether what follows it, the hole apart, is said of it."""
    base = stretch.sentence.start
    for clause in clauses(stretch.sentence):
        if clause.subject and any(a <= clause.subject[0] and clause.subject[1] <= b for a, b in stretch.ranges):
            if clause.subject[0] < stretch.hole[1] and stretch.hole[0] < clause.subject[1]:
                return "", False
            end = stretch.hole[1] if stretch.hole[0] == clause.subject[1] else clause.subject[1]
            after = next((t for t in stretch.tokens if t.start - base >= end), None)
            noun = after is not None and pos(after.word) == "n"  # 大型飞机重大|专项
            acts = after is not None and not noun and tag(stretch.sentence, after) in ("v", "vn", "d", "p")
            return stretch.sentence.text[slice(*clause.subject)], acts
    return "", False
