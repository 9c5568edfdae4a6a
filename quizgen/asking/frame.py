"""The clause around an answer, made to stand alone: what is before the hole, what is behind it, or why it cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.asking.context import Context
from quizgen.asking.grammar import clauses
from quizgen.asking.holes import hole
from quizgen.asking.lead import lead
from quizgen.asking.refusals import check_sentence
from quizgen.asking.sparing import SPARE_MOST
from quizgen.asking.stretch import Range, Refused, Stretch
from quizgen.asking.tagged import tag
from quizgen.asking.torn import check_stretch, is_vague
from quizgen.asking.windows import windows
from quizgen.asking.wording import wording
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
    scene = lead(stretch, said.has_date, context)
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
    if len(said.before) + len(said.after) + len(scene) > most:
        raise Refused("too long to ask")
    words = frozenset(t.word for t in stretch.tokens)
    vague = is_vague(stretch, context.meant) or (said_at_all < WORDS_LEAST and not why)
    only = any(c.subject and c.subject[1] == stretch.hole[0] for c in clauses(stretch.sentence))
    return Frame(said.before, said.after, scene, stretch.hole, subject, words, acts, only, vague)


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
