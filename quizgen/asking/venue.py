"""A city -> all that 在 takes with it: the country in front and the hall behind."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.asking.grammar import clauses
from quizgen.asking.stretch import Range
from quizgen.asking.tagged import fact_at, tag, tokens_in
from quizgen.asking.words import place_kind
from quizgen.items import Fact, Sentence, Token

#: how a hall behind a city may begin
_HALLS = ("国际", "市", "体育", "会议", "总部", "首都", "世纪", "国家", "中央", "人民")
_AT = ("在", "于")


def venue(sentence: Sentence, fact: Fact) -> Range:
    """All that 在 takes with a city: 在|哈萨克斯坦首都阿斯塔纳的独立宫|举行; elsewhere the place with its country."""
    base, country = sentence.start, fact.part("country")
    start, end = (country.start if country else fact.start) - base, fact.end - base
    own = next((c for c in reversed(clauses(sentence)) if c.start <= start), None)
    if own is None or place_kind(fact.value) != "city":
        return start, end
    tokens = tokens_in(sentence, own.start, own.end)
    before = [t for t in tokens if t.start - base < start]
    at = max((i for i, t in enumerate(before) if t.word in _AT), default=None)
    if at is None or not all(_names_place(sentence, t) for t in before[at + 1 :]):
        return start, end
    hall = _hall(sentence, [t for t in tokens if t.start - base >= end], end)
    return (start, end) if hall is None else (before[at].end - base, hall)


def _hall(sentence: Sentence, behind: Sequence[Token], city_end: int) -> int | None:
    """Where the venue ends that the words behind a city name, the city's own end if none; None if no verb follows."""
    verb = next((i for i, t in enumerate(behind) if not _names_place(sentence, t)), len(behind))
    if verb == len(behind) or tag(sentence, behind[verb]) not in ("v", "p"):
        return None
    if not verb:
        return city_end
    if behind[verb - 1].word == "的":
        return None
    opens = sentence.simplified.startswith(("的", *_HALLS), city_end) or fact_at(sentence, behind[0]) is not None
    return behind[verb - 1].end - sentence.start if opens else None


def _names_place(sentence: Sentence, token: Token) -> bool:
    """A country, 首都, 的, a hall: no day, no person, no verb."""
    fact = fact_at(sentence, token)
    if fact:
        return fact.kind in ("place", "organisation")
    return token.word == "的" or tag(sentence, token) in ("n", "vn", "a", "f")
