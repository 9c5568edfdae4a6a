"""Which names and figures of an article may stand for the answer: of its kind, its country, its size."""

from __future__ import annotations

import re
from math import log

from quizgen.article import is_chinese
from quizgen.asking import like_bodies, like_places, misses, near_days, peers
from quizgen.asking.cast import NOBODY, SEATS, cast
from quizgen.asking.draft import Draft
from quizgen.asking.words import place_kind
from quizgen.items import Article, Fact
from quizgen.language import simplify

FAR = 2
"""people of another country than the answer's"""
_FACTOR = 3.0
"""how many times the answer a figure may be, or the answer it"""
_WHOLE = 100
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e\d+)?")


def fits(article: Article, other: Fact, draft: Draft) -> bool:
    """Whether a fact of the article is of the answer's kind in all that a reader would notice."""
    answer = draft.fact
    if other.kind != answer.kind or other.doubt or other.text.isascii() != answer.text.isascii():
        return False
    if other.kind == "date":
        return near_days.fits(other, answer, article.source.date, draft.question)
    same = {
        "figure": _figure,
        "person": _person,
        "organisation": like_bodies.fits,
        "place": like_places.fits,
        "name": _name,
    }
    return same[other.kind](article, other, draft) if other.kind in same else False


def _figure(article: Article, other: Fact, draft: Draft) -> bool:
    answer = draft.fact
    same_form = _shape(other.text) == _shape(answer.text)
    if ":" in answer.value:
        scores = [re.fullmatch(r"(\d+):(\d+)", fact.value) for fact in (other, answer)]
        pairs = [(int(m[1]), int(m[2])) for m in scores if m]
        return len(pairs) == 2 and same_form and misses.allowed(pairs[0], pairs[1], draft.question)
    if not same_form or _places_of(other.text) != _places_of(answer.text):
        return False
    mine, right = number(other.value), number(answer.value)
    if answer.value.endswith(" %") and mine > _WHOLE >= right:
        return False
    return mine * right > 0 and 1 / _FACTOR <= mine / right <= _FACTOR


def number(value: str) -> float:
    """The first number of a canonical value; 0 where there is none."""
    match = _NUMBER.search(value)
    return float(match.group()) if match else 0.0


def _places_of(text: str) -> int:
    """Digits behind the first point: 1.5 beside 1.55 would be as true."""
    match = re.search(r"\d\.(\d+)", text)
    return len(match[1]) if match else 0


def _shape(text: str) -> str:
    """20% -> 0%, 3.5万亿元 -> 0万亿元: what a figure looks like without its number."""
    return re.sub(r"[\d.,，]+", "0", re.sub(r"[零〇一二两兩三四五六七八九十百千]+", "一", text))


def _person(article: Article, other: Fact, draft: Draft) -> bool:
    who, right = (cast(article).get(fact.value, NOBODY) for fact in (other, draft.fact))
    if not who.vouched:
        return False
    if not (who.countries and right.countries) and is_chinese(other) != is_chinese(draft.fact):
        return False
    office = draft.fact.rule.startswith("role")
    if who.calling != right.calling or (who.leads and not right.leads):
        return False
    if who.countries & _others(article, draft) - right.countries:
        return False
    pointed = {country for country in right.countries if points_to(country, draft.question)}
    if pointed or office:
        return bool(who.countries & (pointed or right.countries)) or who.countries == right.countries
    return True


def _others(article: Article, draft: Draft) -> frozenset[str]:
    """The countries of those whom the question names: whom Trump met is no American."""
    facts = (f for f in draft.sentence.facts if f.kind == "person" and f.text in draft.question)
    return frozenset().union(*(cast(article).get(f.value, NOBODY).countries for f in facts))


def points_to(country: str, question: str) -> bool:
    """Whether a question names a country, or a house that stands for it."""
    return bool(re.search(f"{country}|{SEATS.get(country, country)}", simplify(question)))


def distance(article: Article, other: Fact, draft: Draft) -> float:
    """For figures how far they are apart; else 0 for the answer's country or field, 1 where nothing tells, FAR."""
    if other.kind == "figure":
        return abs(log(number(other.value) / number(draft.fact.value))) if ":" not in other.value else 0
    if other.kind == "person":
        mine, right = (cast(article).get(fact.value, NOBODY).countries for fact in (other, draft.fact))
        return 0 if mine & right else FAR if mine and right else 1
    kind = {"organisation": "body", "place": place_kind(other.value)}.get(other.kind, "")
    rows = peers.of_name(kind, draft.fact.value)
    return 0 if not rows or any(row.has(other.value) for row in rows) else 1


def _name(article: Article, other: Fact, draft: Draft) -> bool:
    return other.rule == draft.fact.rule and other.text.isupper() == draft.fact.text.isupper()
