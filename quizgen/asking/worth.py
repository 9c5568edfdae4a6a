"""How much an article turns on a fact: what is chosen when not everything can be carded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log

from quizgen.asking.draft import Draft
from quizgen.items import Article, Fact, Sentence
from quizgen.naming.boundaries import pos

_KIND = {
    "figure": 1.0,
    "person": 0.95,
    "date": 0.95,
    "place": 0.9,
    "reason": 1.0,
    "list": 1.0,
    "organisation": 0.85,
    "role": 0.0,
    "name": -1.0,
}
_FORM = {"record": 0.4, "clause": 0.4, "gap": 0.0}
_ROLE = {"prose": 0.0, "caption": -0.6, "heading": -1.5}
#: taken off for each card that already stands on the same sentence, and on the same kind
_SAME_SENTENCE, _SAME_KIND = 0.35, 0.05
#: a sentence gives at most so many cards, or they answer each other
SENTENCE_MOST = 3
#: papers tell the most important first: taken from the place in the text, and given to title and first paragraph
_EARLY, _LEAD = 1.5, 0.7
_TRIFLE = 1.3
_SAYS = re.compile(r"(?:[誰谁]|哪[^，]{2,4})(?:表示|認為|认为|說|说|稱|称|指出|強調|强调)")


def ranked(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, best first, each chosen for its worth and for what it adds to those before it."""
    worth = {id(d): _worth(article, d) for d in drafts}
    left, out = list(drafts), []
    sentences: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    while left:
        best = max(
            left,
            key=lambda d: worth[id(d)] - _SAME_SENTENCE * sentences[d.sentence.start] - _SAME_KIND * kinds[d.fact.kind],
        )
        left.remove(best)
        if sentences[best.sentence.start] < SENTENCE_MOST:
            out.append(best)
        sentences[best.sentence.start] += 1
        kinds[best.fact.kind] += 1
    return out


def worth(article: Article, draft: Draft) -> float:
    """A number without a unit: above 2 the article turns on it, below 1 it hardly matters."""
    return _worth(article, draft)


def _worth(article: Article, draft: Draft) -> float:
    fact, sentence = draft.fact, draft.sentence
    place = sentence.start / max(1, len(article.text))
    score = _KIND.get(fact.kind, 0.5) + _FORM[draft.form] + _ROLE.get(sentence.line.role, 0.0)
    score += _EARLY * (1 - place) + _LEAD * (sentence.line.start <= _lead(article)) + 0.8 * _salience(article, sentence)
    score += 0.4 * (fact.value in _title_values(article)) + 0.3 * log(max(1, _mentions(article)[fact.kind, fact.value]))
    if fact.kind in ("person", "organisation") and _SAYS.search(draft.question):
        score -= 0.5  # who said so is less than what was done
    return score - _TRIFLE * _trifle(fact) - _plain_subject(draft)


@lru_cache(maxsize=8)
def _lead(article: Article) -> int:
    """Where the first paragraph behind the title begins."""
    starts = sorted({s.line.start for s in article.sentences})
    return starts[min(1, len(starts) - 1)]


def _plain_subject(draft: Draft) -> float:
    """Who holds an office, or which country did something, is seldom what an article is about."""
    if draft.form == "record":
        return 0.5 * draft.fact.rule.startswith("role_")
    return 0.6 * (
        draft.fact.kind == "place"
        and draft.question.find("國家") + draft.question.find("国家") > -2
        and "在" not in draft.question
    )


def _trifle(fact: Fact) -> float:
    """Small counts, ordinals, ages, bare years and relative days are seldom what an article is about."""
    number, _, unit = fact.value.partition(" ")
    if fact.kind == "figure":
        if fact.part("to"):
            return 0.4
        if fact.value.startswith("第") or unit in ("岁", "小时", "分钟"):
            return 0.8
        if number.isdecimal() and int(number) <= 5 and unit not in ("%", "pp"):
            return 0.45
    if fact.kind == "date":
        loose = len(fact.value) == 4 or fact.part("bound") is not None
        return 0.3 * fact.rule.startswith("relative") + 0.35 * loose
    return 0.0


@lru_cache(maxsize=8)
def _mentions(article: Article) -> Counter[tuple[str, str]]:
    return Counter((f.kind, f.value) for s in article.sentences for f in s.facts)


@lru_cache(maxsize=8)
def _title_values(article: Article) -> frozenset[str]:
    return frozenset(f.value for s in article.sentences if s.line.start == 0 for f in s.facts)


@lru_cache(maxsize=1024)
def _salience(article: Article, sentence: Sentence) -> float:
    """0 to 1: how much of a sentence is made of the words that the article keeps coming back to."""
    counts = _content(article)
    words = [t.word for t in sentence.tokens if t.word in counts]
    if not words:
        return 0.0
    top = max(counts.values())
    return sum(counts[w] for w in set(words)) / (top * (3 + len(set(words)) ** 0.5) ** 1.0) if top > 1 else 0.0


@lru_cache(maxsize=8)
def _content(article: Article) -> Counter[str]:
    words = (t.word for s in article.sentences for t in s.tokens)
    return Counter(w for w in words if len(w) > 1 and pos(w) in ("n", "vn"))
