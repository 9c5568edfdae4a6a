"""Where and when two sides met or talked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking import days
from quizgen.asking.asked import Asked, as_fact
from quizgen.asking.words import phrase, word_for
from quizgen.items import Article, Fact, Sentence

_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")


def ask(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    """2025年9月，王毅和鲁比奥是在哪个城市会面的？, then 王毅和鲁比奥是哪一天在吉隆坡会面的？"""
    yield from _where(article, sentence, event)
    yield from _when(article, sentence, event)


def _where(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    place, date, (who, whom, verb) = event.part("place"), event.part("date"), _told(event)
    when = days.month(date.value, article.lang) if date else ""
    if place and when:
        fact = as_fact("place", place, event)
        where = word_for(fact, article.lang)
        question = phrase("where_met", article.lang).format(when=when, who=who, whom=whom, place=where, verb=verb)
        yield Asked(fact, question, sentence)


def _when(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    lang, place, date, (who, whom, verb) = article.lang, event.part("place"), event.part("date"), _told(event)
    if not date or not _DAYS.fullmatch(date.value):
        return
    day = next(f for f in sentence.facts if f.kind == "date" and f.start == date.start)
    if days.is_worth_asking(day):
        lead = days.lead(day)
        at = phrase("at_place", lang).format(place=place.text) if place else ""
        question = phrase("when_met", lang).format(
            when=lead and f"{lead}，", who=who, whom=whom, date=days.word(day, lang), at=at, verb=verb
        )
        yield Asked(day, question, sentence)


def _told(event: Fact) -> tuple[str, str, str]:
    """(who, whom, verb): each side's first name, and what they did without 了, which 是…的 takes the place of."""
    who, whom = (next(p.text for p in event.parts if p.name == name) for name in ("who", "whom"))
    verb = event.part("verb")
    return who, whom, verb.text.replace("了", "") if verb else ""
