"""What a stretch of a sentence lacks to be read alone: a predicate, its end, its other quotation mark."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quizgen.asking import deixis
from quizgen.asking.grammar import Clause, between
from quizgen.asking.leaning import is_open, says
from quizgen.asking.passages import BECAUSE, GOES_ON, LEANS, UNFINISHED, ends_in_name
from quizgen.asking.tagged import tag, tokens_in
from quizgen.items import Sentence

OPENS, CLOSES = "「『“‘（(【《〈", "」』”’）)】》〉"
_MARKS = "，。；：！？、,;:!?…—"
_BROKEN, _LEFT_OUT, _NO_SUBJECT = 3.0, 2.0, 1.4
#: what names parts of what stands before, or a time, and says nothing by itself
_NO_STATEMENT = re.compile(
    r"(?:包括|包含|亦即|也就是|即(?![将使便刻可])|例如|比如|诸如|以及|尤其是|特别是|甚至是?|由于|除了?(?!夕)|因为)"
)
#: what ties a clause to the one before it
_TIED = re.compile(
    r"(?:和(?![平谐解])|与(?!会)|及(?!时)|并(?!购)|则|却|也(?!许)|亦|还(?!款)|更(?![换新改])|就(?![业职任读])|又|才(?!能)|便|且|而|或(?!许)|"
    r"均|都(?!市)|其中|从而|进而|同时|反而|因此|所以|使得?(?![用命馆])|令|让|导致|造成|即(?![将使便刻可]))"
)
#: what leans on what follows: 和4月9日两份…的, …以来
_TAIL = re.compile(
    r"(?:[的后时等]|(?<![目此之])前|的[他她它]|以[来及]|[共合]计|之[际高多大快]|期间|为止|来看|看来|来说|而言|方面|为例|之外|以外|[如于]下|[包分]括)$"
)
_DESCRIBING = ("a", "i", "l", "z")
_LISTED = re.compile(r"[、和与及或]$")


@lru_cache(maxsize=8192)
def _read(sentence: Sentence, start: int, end: int) -> Clause:
    while start < end and sentence.text[end - 1] in _MARKS + CLOSES:
        end -= 1
    while start < end and sentence.text[start] in OPENS:
        start += 1
    return between(sentence, start, end)


def is_ragged(text: str) -> bool:
    """It opens a bracket or quotation that it does not close, or the other way round."""
    depth = 0
    for char in text:
        depth += (char in OPENS) - (char in CLOSES)
        if depth < 0:
            return True
    return any(text.count(o) != text.count(c) for o, c in zip(OPENS, CLOSES, strict=True))


def faults(sentence: Sentence, parts: Sequence[tuple[int, int]], start: int, end: int) -> float:
    """0 for what can be read alone; `parts` are the pieces between commas of what lies between `start` and `end`."""
    told = [_read(sentence, *part) for part in parts if part[1] > part[0]]
    told = [clause for clause in told if clause.end > clause.start]
    if not told:
        return 2 * _BROKEN
    lacks = _BROKEN * is_ragged(sentence.text[start:end])
    lacks += _BROKEN * (not any(_states(sentence, clause) for clause in told))
    lacks += _opening(sentence, told[0], start)
    return lacks + _closing(sentence, told, end)


def _states(sentence: Sentence, clause: Clause) -> bool:
    """It says something of somebody, and does not only lead up to it."""
    text = sentence.simplified[clause.start : clause.end]
    return not _leads(sentence, clause) and not says(sentence, clause) and not _NO_STATEMENT.match(text)


def _leads(sentence: Sentence, clause: Clause) -> bool:
    """A scene or a bare noun phrase; but 訂單|火爆 and 很|重要 say something without a verb."""
    tokens = tokens_in(sentence, clause.start, clause.end)
    if clause.is_scene or clause.has_predicate or len(tokens) < 2:
        return is_open(clause)
    return tag(sentence, tokens[-1]) not in _DESCRIBING or tag(sentence, tokens[-2]) not in ("n", "vn", "r", "d")


def _opening(sentence: Sentence, clause: Clause, start: int) -> float:
    """What it leans on in front: a link whose other end is left out, a subject told before."""
    text = sentence.simplified[clause.start : clause.end]
    before = sentence.simplified[:start].rstrip("「『“‘（( 　")
    if re.match("包括|以及|也是|还有|亦即", text):
        return _LEFT_OUT
    if not before or before[-1] in "。！？：:\n；":
        return 0
    if _TIED.match(text) or deixis.TORN & {t.word for t in tokens_in(sentence, clause.start, clause.end)[:2]}:
        return _LEFT_OUT
    if clause.subject or clause.is_scene:
        return 0
    first = next(iter(tokens_in(sentence, clause.start, clause.end)), None)
    return _NO_SUBJECT * (first is not None and tag(sentence, first) in ("v", "d", "p", "a", "c"))


def _closing(sentence: Sentence, told: Sequence[Clause], end: int) -> float:
    """What it leaves off behind: what was said, what happened then."""
    last = told[-1]
    text = sentence.simplified[last.start : last.end]
    after = sentence.simplified[end:].lstrip("」』”’）) 　")
    ends = not after or after[0] in "。！？；\n" or sentence.simplified[end - 1] in "。！？；!?"
    if says(sentence, last) and (not ends or len(told) == 1):
        return _BROKEN
    if ends:
        return _LEFT_OUT * bool(len(told) == 1 and LEANS.match(text) and _leads(sentence, last))
    open_ = _leads(sentence, last) or UNFINISHED.search(text) or BECAUSE.search(text) or _TAIL.search(text)
    open_ = open_ or _LISTED.search(text) or ends_in_name(sentence, last) or deixis.CONDITIONAL.search(text)
    if open_ or after[0] in "：:、":
        return _BROKEN
    if LEANS.match(text) or _is_topic(sentence, last, end):
        return _LEFT_OUT
    return 1.0 * bool(GOES_ON.match(sentence.simplified, end))


def _is_topic(sentence: Sentence, last: Clause, end: int) -> bool:
    """逢雨必坍的|路段，也多半改由隧道通過: a noun that its verbs qualify, and that the next clause tells of."""
    tokens = tokens_in(sentence, last.start, last.end)
    of = max((i for i, token in enumerate(tokens) if token.word == "的"), default=0)
    following = next((t for t in sentence.tokens if t.start - sentence.start >= end), None)
    if not of or last.subject or following is None or tag(sentence, following) not in ("v", "d", "p"):
        return False
    return not any(tag(sentence, token) in ("v", "d", "p") for token in tokens[of + 1 :])
