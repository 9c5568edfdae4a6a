"""The clause around an answer, made to stand alone: what is before the hole, what is behind it, or why it cannot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.asking.grammar import clauses
from quizgen.asking.refusals import check_sentence, check_stretch
from quizgen.asking.stretch import Range, Refused, Stretch, hole
from quizgen.asking.windows import windows
from quizgen.asking.wording import SPARE_MOST, Context, wording
from quizgen.items import Fact, Sentence

QUESTION_MOST = 40
_WORD_MOST = 5  # what the interrogative itself may take: 百分之多少
ANCHORS_MOST = 3
#: a question with fewer characters of its own than this tells too little to have one answer
WORDS_LEAST = 8
#: what reads at a glance: up to this length nothing need be spared
_EASY = 34
_HAN = re.compile("[\u3400-\u9fff]")


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


def frame(sentence: Sentence, fact: Fact, context: Context) -> Frame:
    """The frame of a fact in its sentence, the fullest that reads easily, else a sparer one.

    Raises `Refused` with the reason when no clause around it stands alone as a certain statement.
    """
    gap = hole(sentence, fact)
    check_sentence(sentence, fact, gap)
    reasons: list[str] = []
    for ranges in windows(sentence, fact, gap):
        for spare, most in ((0, _EASY), *((s, QUESTION_MOST) for s in range(1, SPARE_MOST + 1)), (0, QUESTION_MOST)):
            try:
                return _fit(Stretch(sentence, fact, gap, ranges), context, spare, most - _WORD_MOST)
            except Refused as refused:
                reasons.append(str(refused))
    raise Refused(reasons[0] if reasons else "no clause that stands alone")


def _fit(stretch: Stretch, context: Context, spare: int, most: int) -> Frame:
    if not stretch.covers_hole:
        raise Refused("runs over clauses")
    check_stretch(stretch)
    said = wording(stretch, context, spare)
    lead = _silent_part(stretch.fact) if stretch.fact.kind == "date" else "" if said.has_date else context.date
    if len(_HAN.findall(said.before + said.after)) < WORDS_LEAST:
        raise Refused("too little said to ask")
    if said.anchors > ANCHORS_MOST:
        raise Refused("names too many other facts")
    if len(said.before) + len(said.after) + len(lead) > most:
        raise Refused("too long to ask")
    words = frozenset(t.word for t in stretch.tokens)
    return Frame(said.before, said.after, lead, stretch.hole, _subject(stretch), words)


def _silent_part(date: Fact) -> str:
    """2025年 for 9月9日, 2025年9月 for 14日: what of a date the answer's words leave out."""
    year, month = date.value[:4], date.value[5:7]
    if not year.isdecimal() or re.search(r"\d{4}|[〇零一二三四五六七八九]{4}年|[前去今明]年", date.text):
        return ""
    if "月" in date.text or not month.isdecimal() or int(month) > 12:
        return f"{year}年"
    return f"{year}年{int(month)}月"


def _subject(stretch: Stretch) -> str:
    for clause in clauses(stretch.sentence):
        if clause.subject and any(a <= clause.subject[0] and clause.subject[1] <= b for a, b in stretch.ranges):
            overlaps = clause.subject[0] < stretch.hole[1] and stretch.hole[0] < clause.subject[1]
            return "" if overlaps else stretch.sentence.text[slice(*clause.subject)]
    return ""
