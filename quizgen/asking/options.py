"""Wrong answers to choose among: of the same kind, unit and form, from the article first, near misses second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from random import Random

from quizgen.asking import days, misses, near_days
from quizgen.asking.alike import FAR, distance, fits, number
from quizgen.asking.draft import Draft
from quizgen.asking.fill import named
from quizgen.items import Article, Fact

OPTIONS = 3
#: offices of other bodies, reasons and lists give themselves away
_NO_OPTIONS = frozenset({"role", "reason", "list"})
_LENGTH_RATIO = 2.5
_NEAR = 2
"""characters that a well-known name may be longer or shorter before others come first"""


def options(article: Article, draft: Draft, seed: int = 0) -> list[tuple[str, bool]]:
    """Three wrong answers, each with whether it is made up; none where three good ones are not to be had.

    None is equal to the answer in value, stands in the question, or stands out by its length or script. What the
    article does not have is a figure or day a step away, or a well-known name of the answer's kind and country.
    """
    if draft.fact.kind in _NO_OPTIONS or days.AS_WRITTEN in draft.answer:
        return []  # the article's own words beside the day would tell it from made-up days
    random = Random(f"{seed}|{draft.question}")
    met = dict(_from_article(article, draft))
    if sum(far == FAR for far in met.values()) < OPTIONS:
        met = {text: far for text, far in met.items() if far != FAR}  # the one American among Koreans
    order = random.sample(sorted(met), len(met))
    order.sort(key=lambda text: (met[text], abs(len(text) - len(draft.answer))))
    chosen: list[tuple[str, bool]] = []
    for text, made_up in chain(((t, False) for t in order), ((t, True) for t in _made_up(article, draft, random))):
        if len(chosen) < OPTIONS and _may_stand(text, draft, [t for t, _ in chosen]):
            chosen.append((text, made_up))
    return chosen if len(chosen) == OPTIONS else []


def _may_stand(text: str, draft: Draft, beside: list[str]) -> bool:
    """Unlike the answer and the other options, not in the question, of about the answer's length."""
    if text in (draft.answer, *beside) or text in draft.question:
        return False
    if not 1 / _LENGTH_RATIO <= len(text) / len(draft.answer) <= _LENGTH_RATIO:
        return False
    if draft.fact.kind in ("date", "figure"):
        return True
    if draft.fact.kind in ("person", "organisation", "place") and text in draft.sentence.text:
        return False  # it may answer as well
    return not any(_shortens(text, other) or _shortens(other, text) for other in (*beside, draft.answer))


def _shortens(short: str, long: str) -> bool:
    """Its characters stand in the other in this order: 欧委会 in 欧盟委员会, 气象署 in 中央气象署."""
    rest = iter(long)
    return all(char in rest for char in short)


def _from_article(article: Article, draft: Draft) -> Iterator[tuple[str, float]]:
    """What stands elsewhere in the article, each with how far it is from the answer."""
    answer = draft.fact
    if answer.rule == "event_rounds":  # the other rounds' places are what one would confuse it with
        event = next((f for f in draft.sentence.facts if f.rule == "rounds"), None)
        members = [p for p in (event.parts if event else ()) if p.name == "member"]
        yield from ((p.text, 0) for p in members if p.value != answer.value)
    for sentence in article.sentences:
        for fact in sentence.facts:
            if fact.value != answer.value and fits(article, fact, draft) and _right_side(fact.value, draft):
                yield days.told(fact) if fact.kind == "date" else fact.text, distance(article, fact, draft)


def _made_up(article: Article, draft: Draft, random: Random) -> Iterator[str]:
    fact = draft.fact
    if fact.kind == "date":
        yield from near_days.near(fact, article.source.date, draft.question)
    elif fact.kind == "figure":
        moved = misses.near(fact, article.lang != "zh-Hans", draft.question)
        yield from (text for text in moved if _right_side(_moved_value(text, fact), draft))
    else:
        names = list(named(article, draft))
        random.shuffle(names)
        yield from sorted(names, key=lambda name: abs(len(name) - len(draft.answer)) > _NEAR)


def _moved_value(text: str, fact: Fact) -> str:
    """The value of a near miss, so far as it is compared: its number, in the answer's scale."""
    texts = (number(text.replace(",", "")), number(fact.text.replace(",", "")))
    scale = number(fact.value) / texts[1] if all(texts) else 0.0
    return re.sub(r"^\S+", f"{texts[0] * scale}", fact.value, count=1) if scale else fact.value


def _right_side(value: str, draft: Draft) -> bool:
    """降至 leaves no higher figure: an option stands to the figures of the question as the answer does."""
    if draft.fact.kind != "figure" or ":" in draft.fact.value:
        return True
    start, unit = draft.fact.part("from"), draft.fact.value.partition(" ")[2]
    beside = [f.value for f in draft.sentence.facts if f.kind == "figure" and f.text in draft.question]
    told = [number(v) for v in beside if v.partition(" ")[2] == unit]
    told += [number(start.value or start.text)] if start else []
    mine, right = number(value), number(draft.fact.value)
    return all(mine != t and (mine > t) == (right > t) for t in told if t != right)
