"""From the title: a headline is written to stand alone, so that what it tells can be asked in its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quizgen.asking.draft import Draft
from quizgen.asking.gap import gap_of
from quizgen.asking.headline import NOW, head_of
from quizgen.asking.refusals import check_gap
from quizgen.asking.standing import NAMES
from quizgen.asking.stretch import Refused
from quizgen.asking.tagged import tag
from quizgen.asking.unasked_titles import check_title
from quizgen.asking.words import in_gap, word_for
from quizgen.items import Article, Fact, Sentence

ONLY_IN_HEADING = "only in a heading"
_ASKED = ("figure", "person", "organisation", "place")
_SIGN = re.compile(r"\w")
_SAID_LEAST = (6, 4)
"""characters that a headline must have beside the gap: for a name, for a figure"""
_SUM = re.compile(r" (?:[A-Z]{3}|票)$|:")
#: between two pieces of news
_SPACES = re.compile(r"[\s　｜|／/]+")


def told(article: Article) -> Iterator[tuple[Sentence, Fact]]:
    """The names and figures of the title, with its sentences."""
    return ((s, f) for s in head_of(article) for f in s.facts if f.kind in _ASKED)


def ask(article: Article, sentence: Sentence, fact: Fact) -> Draft:
    """The whole headline with a gap for one of its names or figures.

    Raises `Refused` with the reason when it cannot be asked there.
    """
    if fact.doubt:
        raise Refused(fact.doubt)
    if fact.kind != "figure" and not _comes_back(article, fact):
        raise Refused(ONLY_IN_HEADING)
    gap = gap_of(sentence, fact)
    check_gap(sentence, fact, gap)
    check_title(sentence, fact, gap)
    word = word_for(fact, article.lang)
    if not word:
        raise Refused("no question word fits it")
    means = _means(sentence)
    before, after = (_with(sentence.text, means, *side) for side in ((0, gap[0]), (gap[1], len(sentence.text))))
    before += "以" * (gap[0] in means)
    if len(_SIGN.findall(before + after)) < _SAID_LEAST[fact.kind == "figure"]:
        raise Refused("too little said to ask")
    before, after = (NOW.sub("", part) for part in (before, after))
    before, gapped = in_gap(word, before)
    passage = _SPACES.sub("，", f"{before}{gapped}{after}".strip())
    return Draft(fact, sentence, passage if passage.endswith(("。", "！")) else passage + "。", "title")


def _with(text: str, means: list[int], start: int, end: int) -> str:
    cuts = [start, *(i for i in means if start < i < end), end]
    return "以".join(text[i:j] for i, j in pairwise(cuts))


def _means(sentence: Sentence) -> list[int]:
    """Where 以 is to stand before the sum, score or votes that somebody did something with, as headlines leave it out.

    終院|3比2|裁定, 賴清德|558萬票|當選.
    """
    base = sentence.start
    doers = {f.end - base for f in sentence.facts if f.kind in NAMES}
    sums = [f for f in sentence.facts if f.kind == "figure" and _SUM.search(f.value) and f.start - base in doers]
    acts = {t.start for t in sentence.tokens if tag(sentence, t) in ("v", "d", "p")}
    return [f.start - base for f in sums if f.end in acts]


def _comes_back(article: Article, fact: Fact) -> bool:
    """The text names it too: what stands in the title only may have been read wrongly there."""
    return any((f.kind, f.value) == (fact.kind, fact.value) for s in article.sentences[1:] for f in s.facts)


def led(draft: Draft, now: str) -> Draft:
    """The draft with the article's month in front, where neither its words nor a headline tell the time."""
    days = (f for f in draft.sentence.facts if f.kind == "date" and re.search(r"\d{4}|日", f.text))
    dated = any(f.text in draft.question for f in days)
    if draft.form != "title" or draft.question.startswith("【") or dated or not now:
        return draft
    return draft if re.search(r"\d{4}", draft.question) else draft._replace(question=f"{now}，{draft.question}")
