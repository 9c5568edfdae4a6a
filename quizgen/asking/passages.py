"""Which passages of a sentence to leave a gap in: the whole of it if it is short, else clauses that hold together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.asking import deixis
from quizgen.asking.grammar import Clause, clauses
from quizgen.asking.holes import BRACKET
from quizgen.asking.leaning import gone_on, is_light, is_open, says
from quizgen.asking.stretch import Range, Refused
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.verbs import SAYS
from quizgen.items import Fact, Sentence

PASSAGE_MOST = 72
"""characters, the gap's included: more is no card any more"""
_TERM_LEAST = 4
_EASY = 56
"""up to so many all of a sentence stays"""
#: a clause that opens like this leans on the next one
LEANS = re.compile(
    r"由于|因为|因(?![此而])|虽然?|尽管|固然|不仅|不但|如果|当(?![局地选年月天日时事中家])|随着|为了|及至|直到|待|等到|除了?|鉴于|按照?|根据|据|作为"
)
#: what follows the comma belongs to the clause before it
GOES_ON = re.compile(
    r"[，、](?:将(?!于|在|会)|把|使|令|让|以便|方|才|则|却|其中|以及|及|和|或(?![许将会者])|包括|乃至|即|而(?!且)|"
    r"并(?:由|将|把)?|是(?!否)|(?:更|实|尚|均|殊|也)?属)"
)
#: what was said, decided, entered in: only the next clause tells
UNFINISHED = re.compile(
    r"(?:宣布|宣佈|表示|指出|透露|强调|同意|决定|承诺|列入|纳入|写入|归入|加入|成为|作为|称为|名为|形容|认为|称|说|显示|裁定|"
    r"判决|发现|预计|直言|是|为|将|看来|来看|来说|而言|方面|为例|(?<![手戒五十屈])指|相比|相较|测算)$|靠着|凭借|凭着|加上"
)
#: 不到十天|，…: what happened in it comes next
TIME_ONLY = re.compile(
    r"[^，]{0,4}?[\d一二两三四五六七八九十百数几]+(?:多|余)?个?(?:天|日|年|月|周|小时|分钟)(?:之?[内后来间])?"
)
#: 中国|由125%降至10%, 高收入家庭|则为10.5%: of what stands in the clause before
_ELLIPTIC = re.compile(r"(?:则|由|从|亦|也|为|约|仅|达)*\d")
_SHOWS = re.compile("(?:图|资料图|上图|下图|左图|右图)(?:为|：|片)")
_MEANS = re.compile("靠着?|凭借?|利用|通过|透过")
#: what is told besides: 并感谢…, 但…
_ANEW = re.compile("并(?!由|将|把)|並|且|同时|不过|但|惟|另|也(?!属)|还|又|而(?!且)|亦|更(?!属)|随后|其后|此外")
_LIKEWISE = frozenset("更 则 也 亦 又 还 同样".split())
_CAUSED = frozenset(["因此", "由此"])
#: why, and not what: 由于38名候选人中无人过半
BECAUSE = re.compile(r"(?:由于|因为|(?<![原起病])因(?![此而应]))[^，]*$")
#: what may be so or not; a plan or a forecast stays told as one
_DOUBTFUL = re.compile(
    r"可能|或许|也许|恐(?!怖|慌|吓|龙|袭|攻)|据传|传闻|疑似|似乎|好像|大概|能否|是否|应该|应当|或将|或会"
)


def check_own(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the clause of the gap rules out: denials, doubts, questions."""
    told = clauses(sentence)
    own = next((c for c in reversed(told) if c.start <= gap[0]), None)
    if own is None:
        raise Refused("runs over clauses")
    text = sentence.simplified[own.start : own.end]
    if _SHOWS.search(sentence.simplified):
        raise Refused("what a picture shows")
    if "？" in sentence.text[own.start : own.end + 1] or deixis.QUESTION.search(text):
        raise Refused("in a question")
    before = tokens_in(sentence, own.start, gap[0])
    if fact.kind != "reason" and any(t.word in deixis.NEGATED and tag(sentence, t) in ("d", "v") for t in before):
        raise Refused("negated")
    if _DOUBTFUL.search(text):
        raise Refused("uncertain or wished for")


def passages(sentence: Sentence, gap: Range) -> Iterator[tuple[Range, ...]]:
    """Ranges to try, best first: from the sentence's start, whole if it is short; else from where a clause can open.

    Raises `Refused` when no clause holds the gap.
    """
    told = clauses(sentence)
    first = next((i for i, c in enumerate(told) if c.start <= gap[0] < c.end), None)
    last = next((i for i, c in enumerate(told) if gap[1] <= c.end), None)
    if first is None or last is None:
        raise Refused("runs over clauses")
    for alone in (True, False):
        for i in (i for i in range(first + 1) if _may_open(sentence, told, i)):
            ends = (j for j in range(last, len(told)) if _may_close(sentence, told, j, alone=alone))
            fitting = [j for j in ends if _size(sentence, told[i].start, told[j].end) <= PASSAGE_MOST]
            easy = [j for j in fitting if _size(sentence, told[i].start, told[j].end) <= _EASY]
            for j in [*(easy or fitting)[-1:], *reversed(fitting)]:
                yield ((told[i].start, told[j].end),)


def _size(sentence: Sentence, start: int, end: int) -> int:
    """Characters, without those in brackets, which a passage leaves out."""
    return len(BRACKET.sub("", sentence.text[start:end]))


def _may_open(sentence: Sentence, told: Sequence[Clause], i: int) -> bool:
    """The sentence's own start, or a clause with a subject of its own that nobody before it reports."""
    if i == 0:
        return True
    clause = told[i]
    chain = next((k for k in range(i, 0, -1) if not told[k].is_joined), 0)
    reported = any(says(sentence, c) for c in told[chain:i]) or sentence.simplified[clause.start - 1] == "："
    leans = any(is_open(c) for c in told[i - 1 : i] if clause.is_joined)
    opening = next(iter(tokens_in(sentence, clause.start, clause.end)), None)
    if opening is None or tag(sentence, opening) == "v":
        return False  # 裁定其上诉得直，|指政府未有…
    torn = {t.word for t in tokens_in(sentence, clause.start, clause.end)} & (deixis.TORN | deixis.FOLLOWS | _CAUSED)
    if any(t.word in _LIKEWISE for t in tokens_in(sentence, clause.start, clause.end)):
        return False  # 大埔滘|更录得4.71米: of what was told before
    return clause.is_whole and _tells_who(sentence, clause) and not (reported or leans or torn)


def _tells_who(sentence: Sentence, clause: Clause) -> bool:
    """Its subject names somebody, or is a term of some length: not 终场, 公元10世纪, 气温."""
    start, end = clause.subject or (0, 0)
    inside = [f for f in sentence.facts if start <= f.start - sentence.start and f.end - sentence.start <= end]
    if _ELLIPTIC.match(sentence.simplified, end):
        return False
    named = any(f.kind in ("person", "organisation", "place", "thing") for f in inside)
    return named or (end - start >= _TERM_LEAST and not inside)


def _may_close(sentence: Sentence, told: Sequence[Clause], j: int, *, alone: bool) -> bool:
    """The sentence's own end, or a clause that tells all it begins to tell; with `alone` only before another statement.

    What its subject did next may be what it is all about.
    """
    clause = told[j]
    if j == len(told) - 1:
        return not says(sentence, clause) and "？" not in sentence.text[clause.start :]
    text, mark = sentence.simplified[clause.start : clause.end], sentence.simplified[clause.end]
    if sentence.simplified.count("——", 0, clause.end) % 2 and "——" in sentence.simplified[clause.end :]:
        return False
    if mark not in "，,":
        return mark in "；;"
    unfinished = any(rule.search(text) for rule in (UNFINISHED, BECAUSE, deixis.CONDITIONAL)) or LEANS.match(text)
    unfinished = unfinished or TIME_ONLY.fullmatch(text) or GOES_ON.match(sentence.simplified, clause.end)
    whole = clause.has_predicate and not is_open(clause) and not is_light(sentence, clause)
    open_ = says(sentence, clause) or SAYS.search(_verb_at(sentence, clause.end + 1)) or ends_in_name(sentence, clause)
    following = told[j + 1].topic or told[j + 1].subject
    new = following is not None or bool(_ANEW.match(sentence.simplified, clause.end + 1))
    new = new or (not alone and clause.is_whole and not _MEANS.search(text))
    return whole and new and not unfinished and not open_ and gone_on(sentence, told, j) == j


def _verb_at(sentence: Sentence, at: int) -> str:
    """The word that the next clause begins with: 撰文，|指出…"""
    return next((t.word for t in sentence.tokens if t.start - sentence.start == at), "")


def ends_in_name(sentence: Sentence, clause: Clause) -> bool:
    """热那亚14日发生的|桥梁坍塌惨剧: all its verbs qualify the noun that it ends in."""
    tokens = tokens_in(sentence, clause.start, clause.end)
    of = max((i for i, t in enumerate(tokens) if t.word == "的"), default=0)
    if not of or any(tag(sentence, t) == "v" for t in tokens[of + 1 :]):
        return False
    names = [f for f in sentence.facts if f.kind in ("person", "organisation", "place")]
    if any(f.start == tokens[of + 1].start and f.end == tokens[-1].end for f in names if of + 1 < len(tokens)):
        return True  # 与美国签有贸易协定的|新加坡
    if tag(sentence, tokens[0]) in ("r", "v") and tokens[0].word != "这":
        return True  # 这个位于东南亚最东端的|岛国
    verbs = [i for i, t in enumerate(tokens) if tag(sentence, t) == "v"]
    return of - 1 in verbs
