"""The clauses of a sentence: where each begins, what is its subject, what it lacks to stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.asking import deixis
from quizgen.asking.phrases import is_nominal, subject_of
from quizgen.asking.predicates import amounts, is_predicate, is_scene, only_names
from quizgen.asking.tagged import fact_at, tag, tokens_in
from quizgen.items import Sentence, Token

#: in a headline a space or a bar parts the news
_CUT = re.compile(
    r"[，；：。！？!?;｜|]|,(?![\dA-Z])|——|─+|(?<=[\u3400-\u9fff」』”》%\d])[\s　]+(?=[\u3400-\u9fff「『“《\d])"
    r"|(?<=[\u3400-\u9fff])[／/](?=[\u3400-\u9fff])"
    r"|(?<=[死亡难伤生踪])、(?=(?:另有|另|并有|有)?(?:约|近|逾|超过|至少|超)?[\d一二两三四五六七八九十百千万数]+[余多]?[人名]?[^、，。]{0,2}"
    r"(?:受伤|死|轻伤|重伤|失踪|遇难|罹难|丧生|获救|送医|住院))"
)
_OPEN, _CLOSE = "（(「『“‘《〈【[", "）)」』”’》〉】]"
#: a noun phrase of fewer characters is no topic
_TOPIC_LEAST = 3
#: 6时23分, 上午9点, 19:30 behind a date: part of the day, no predicate
CLOCK = re.compile(
    r"\s*(?:凌晨|清晨|早上|早晨|上午|(?:中午|正午)(?:过后)?|下午|傍晚|晚上|晚间|深夜|夜间|当晚|晚|晨)?"
    r"(?:\d{1,2}\s*(?:时|点|[：:])\s*(?:\d{1,2}\s*分?|半|整)?(?:\d{1,2}秒)?(?:许|左右)?)?"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between commas; offsets count into the sentence."""

    start: int
    end: int
    subject: tuple[int, int] | None
    """its noun phrase before the predicate, or None"""
    has_predicate: bool
    is_scene: bool
    """a time, a place, a circumstance: it goes with the next clause"""
    is_joined: bool
    """only a comma stands before it, no ； or ："""
    topic: tuple[int, int] | None = None
    """the name that it ends in and that the next clauses speak of (甫结束访美行程的董事长|魏哲家，…), or None"""

    @property
    def is_whole(self) -> bool:
        """It has a subject and a predicate of its own."""
        return self.subject is not None and self.has_predicate


@lru_cache(maxsize=512)
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, without the marks between them."""
    return tuple(between(sentence, i, j) for i, j in edges(sentence.simplified))


def clause_at(sentence: Sentence, at: int) -> Clause | None:
    """The clause that holds an offset of the sentence; None for one between clauses."""
    return next((c for c in clauses(sentence) if c.start <= at < c.end), None)


def edges(text: str, cut: re.Pattern[str] = _CUT) -> Iterator[tuple[int, int]]:
    """What lies between cuts, by default commas and stronger marks; brackets and quotations stay whole."""
    depth, start = 0, 0
    cut_ends = {m.start(): m.end() for m in cut.finditer(text)}
    for i, char in enumerate(text):
        depth += (char in _OPEN) - (char in _CLOSE)
        if i in cut_ends and depth <= 0:
            if i > start:
                yield start, i
            start = cut_ends[i]
    if start < len(text):
        yield start, len(text)


def between(sentence: Sentence, start: int, end: int) -> Clause:
    """What lies between two offsets of the sentence, read as one clause."""
    clocks = _clocks(sentence)
    opens = _behind_link(sentence.simplified, start, end)
    tokens = [t for t in tokens_in(sentence, opens, end) if t.start not in clocks]
    subject = subject_of(sentence, tokens)
    says = any(is_predicate(sentence, tokens, i) for i in range(len(tokens)))
    has_predicate = not only_names(sentence, tokens) and (says or amounts(sentence, tokens))
    joined = start > 0 and sentence.simplified[start - 1] in "，,、"
    scene = is_scene(sentence, tokens, sentence.simplified[start:end])
    opens = not joined and (subject is None or not _names(sentence, tokens, subject))
    topic = None if scene else _topic(sentence, tokens, has_predicate, opens)
    return Clause(start, end, subject, has_predicate and not topic, scene, joined, topic)


def _topic(sentence: Sentence, tokens: list[Token], says: bool, opens: bool) -> tuple[int, int] | None:
    """The name at the end of a clause that is one noun phrase; its verbs stand before 的 (甫结束…返台的|魏哲家)."""
    tokens = [t for t in tokens if not _in_bracket(sentence, t)]
    last = max((i for i, t in enumerate(tokens) if t.word == "的"), default=-1)
    head = tokens[last + 1 :]
    if not head or not all(is_nominal(sentence, t, fact_at(sentence, t)) for t in head):
        return None
    fact = fact_at(sentence, head[-1])
    named = fact is not None and fact.kind in ("person", "organisation")
    if says and not (opens and last >= 0):
        return None
    if named and fact:
        return fact.start - sentence.start, fact.end - sentence.start
    long = head[-1].end - head[0].start >= _TOPIC_LEAST and tag(sentence, head[-1]) == "n"
    return (head[0].start - sentence.start, head[-1].end - sentence.start) if opens and last >= 0 and long else None


def _names(sentence: Sentence, tokens: list[Token], span: tuple[int, int]) -> bool:
    """Somebody acts in it: 王毅|会见了来访的贝森特."""
    facts = (fact_at(sentence, t) for t in tokens if span[0] <= t.start - sentence.start < span[1])
    return any(f is not None and f.kind in ("person", "organisation", "place") for f in facts)


def _in_bracket(sentence: Sentence, token: Token) -> bool:
    before = sentence.simplified[: token.start - sentence.start]
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")


def _behind_link(text: str, start: int, end: int) -> int:
    """Where a clause begins behind what joins it to the one before: 而|房地产开发投资."""
    link = deixis.LEAD.match(text[start:end])
    return start + link.end() if link and link.end() < end - start else start


def _clocks(sentence: Sentence) -> frozenset[int]:
    """Every offset of the article that a time of day behind a date covers."""
    spans = (CLOCK.match(sentence.simplified, f.end - sentence.start) for f in sentence.facts if f.kind == "date")
    return frozenset(sentence.start + i for match in spans if match for i in range(*match.span()))
