"""From the title: a headline is written to stand alone, so that what it tells can be asked in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking.draft import Draft
from quizgen.asking.grammar import edges
from quizgen.asking.headline import SIDES, head_of
from quizgen.asking.holes import hole
from quizgen.asking.phrases import subject_of
from quizgen.asking.refusals import check_sentence
from quizgen.asking.stretch import Range, Refused
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.unasked_titles import check_title, is_all_noun
from quizgen.asking.words import place_kind, word_for
from quizgen.items import Article, Fact, Sentence

ONLY_IN_HEADING = "only in a heading"
_ASKED = ("figure", "person", "organisation", "place")
#: one piece of news ends where the next begins
_NEWS = re.compile(r"(?:[\s；;：:！!？?｜|／/。]|——)+")
_CLAUSE = re.compile(r"[，、]|,(?!\d)")
_SIGN = re.compile(r"\w")
_SAID_LEAST = (6, 4)
"""characters that a question must have of its own, beside the interrogative: for a name, for a figure"""
_MONEY = re.compile(r" (?:[A-Z]{3}|票)$|:")
_ABOUT = re.compile(r"^(?:左右|上下|以上|以下)$")
#: 判囚12年|罰|2.1億令吉, 作價155元|溢價逾|三成
_MORE = re.compile(r"[\u4e00-\u9fff]{1,2}[逾近约共]?")
_TURN = re.compile(r"[但惟却]")
_AIMS = ("拟", "将", "斥")


def told(article: Article) -> Iterator[tuple[Sentence, Fact]]:
    """The names and figures of the title, with its sentences."""
    return ((s, f) for s in head_of(article) for f in s.facts if f.kind in _ASKED)


def ask(article: Article, sentence: Sentence, fact: Fact) -> Draft:
    """The draft for a name or figure of the title; raises `Refused` with the reason when it cannot be asked there."""
    if fact.doubt:
        raise Refused(fact.doubt)
    if fact.kind != "figure" and not _comes_back(article, fact):
        raise Refused(ONLY_IN_HEADING)
    gap = hole(sentence, fact)
    check_sentence(sentence, fact, gap)
    own, has_subject = _own(sentence, gap)
    has_subject = has_subject and not SIDES.search(sentence.simplified, *own)
    check_title(sentence, fact, own, gap)
    word = word_for(fact, article.lang)
    if not word:
        raise Refused("no question word fits it")
    own = _one_predicate(sentence, own, gap)
    means = _means(sentence, own)
    before, after = (_joined(sentence.text, *side, means) for side in ((own[0], gap[0]), (gap[1], own[1])))
    if fact.value.endswith(" %") and _object_follows(sentence, gap, own):
        word += "的"
    if len(_SIGN.findall(before + after)) < _SAID_LEAST[fact.kind == "figure"]:
        raise Refused("too little said to ask")
    if before and not _ABOUT.sub("", after) and is_all_noun(sentence, own, gap):
        before += "是"
    return Draft(fact, sentence, f"{before}{word}{after}？", "title" if has_subject else "headed")


def _comes_back(article: Article, fact: Fact) -> bool:
    """The text names it too: what stands in the title only may have been read wrongly there."""
    return any((f.kind, f.value) == (fact.kind, fact.value) for s in article.sentences[1:] for f in s.facts)


def _own(sentence: Sentence, gap: Range) -> tuple[Range, bool]:
    """The clause of the title that holds the gap, back to the one with its subject; whether it has one."""
    start, end = _piece(_NEWS, sentence.simplified, (0, len(sentence.text)), gap)
    own = _piece(_CLAUSE, sentence.simplified, (start, end), gap)
    if _has_subject(sentence, own):
        return own, True
    whole = (start, own[1])
    return (whole, True) if own[0] > start and _has_subject(sentence, whole) else (own, False)


def _piece(cut: re.Pattern[str], text: str, within: Range, gap: Range) -> Range:
    """What lies between the last cut before the gap and the first one behind it, quotations left whole."""
    pieces = [(within[0] + i, within[0] + j) for i, j in edges(text[slice(*within)], cut)]
    return max(i for i, _ in pieces if i <= gap[0]), min(j for _, j in pieces if j >= gap[1])


def _has_subject(sentence: Sentence, own: Range) -> bool:
    return subject_of(sentence, tokens_in(sentence, *own)) is not None


def _one_predicate(sentence: Sentence, own: Range, gap: Range) -> Range:
    """判囚12年|罰2.1億令吉: what is asked of one sentence leaves out the other."""
    text = sentence.simplified[gap[1] : own[1]]
    if turn := _TURN.search(text):
        return own[0], gap[1] + turn.start()
    behind = tokens_in(sentence, gap[1], own[1])
    counted = [f for f in sentence.facts if f.kind == "figure" and gap[1] < f.start - sentence.start < own[1]]
    again = behind and tag(sentence, behind[0]) in ("v", "vn", "n") and len(behind) > 1
    return (
        (own[0], gap[1])
        if again and any(_MORE.fullmatch(text, 0, f.start - sentence.start - gap[1]) for f in counted)
        else own
    )


def _means(sentence: Sentence, own: Range) -> int:
    """Where 以 is to stand before the sum, score or votes that something was done with, as headlines leave it out.

    終院|3比2|裁定, 滙控擬|1061億元|私有化; -1 where none is lacking.
    """
    base, text = sentence.start, sentence.simplified
    for fact in sentence.facts:
        start, end = fact.start - base, fact.end - base
        if not (own[0] < start and end < own[1] and _MONEY.search(fact.value)):
            continue
        acts = any(t.start - base == end and tag(sentence, t) in ("v", "d", "p") for t in sentence.tokens)
        doer = next((f for f in sentence.facts if f.end - base == start), None)
        before = tokens_in(sentence, own[0], start)
        who = (
            doer.kind in ("person", "organisation") or place_kind(doer.value) == "country"
            if doer
            else bool(before) and all(tag(sentence, t) == "n" for t in before)
        )
        if acts and (who or text[own[0] : start].endswith(_AIMS)):
            return start
        if acts and doer:
            raise Refused("no subject in its sentence")
    return -1


def _joined(text: str, start: int, end: int, means: int) -> str:
    return f"{text[start:means]}以{text[means:end]}" if start <= means <= end and means >= 0 else text[start:end]


def _object_follows(sentence: Sentence, gap: Range, own: Range) -> bool:
    """取消|91%|加征关税: the figure leans on what is cancelled."""
    before = next((t for t in sentence.tokens if t.end - sentence.start == gap[0]), None)
    rest = tokens_in(sentence, gap[1], own[1])
    return before is not None and tag(sentence, before) == "v" and bool(rest) and tag(sentence, rest[-1]) == "n"


def led(draft: Draft, now: str) -> Draft:
    """The draft with the article's month in front, where neither its words nor a headline tell the time."""
    dated = any(f.kind == "date" and f.text in draft.question for f in draft.sentence.facts)
    if draft.form != "title" or draft.question.startswith("【") or dated or not now:
        return draft
    return draft if re.search(r"\d{4}", draft.question) else draft._replace(question=f"{now}，{draft.question}")
