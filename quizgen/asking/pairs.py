"""Each key of a list asked for its own item: 第二轮会谈是哪几天展开的？ 出口增长百分之多少？"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.asking import days
from quizgen.asking.asked import Asked
from quizgen.asking.words import phrase, word_for
from quizgen.items import Article, Fact, Sentence

_PAIRED = ("date", "place", "figure")


def ask(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    """A question for each pair of key and item, where the item is a certain day, place or figure."""
    keys = [p for p in event.parts if p.name == "key"]
    members = [p for p in event.parts if p.name == "member"]
    link, verb, noun = event.part("link"), event.part("verb"), event.part("noun")
    if not link or not verb:
        return
    for key, member in zip(keys, members, strict=True):
        fact = next((f for f in sentence.facts if f.start == member.start and f.kind in _PAIRED), None)
        if fact and not fact.doubt:
            of = key.text + (noun.text if noun else "")
            if fact.kind == "figure":
                question = _figure(sentence, fact, of + link.text, verb.text, article.lang)
            else:
                question = _day_or_place(fact, of, verb.text, article.lang)
            if question:
                yield Asked(fact, question, sentence)


def _figure(sentence: Sentence, fact: Fact, said: str, verb: str, lang: str) -> str:
    """2025年上半年，出口增长百分之多少？; empty where no day is told or no word asks for it."""
    scene, word = _scene(sentence, fact), word_for(fact, lang)
    return f"{scene}{said}{word}{verb}？" if scene and word else ""


def _day_or_place(fact: Fact, of: str, verb: str, lang: str) -> str:
    """2025年，第二轮会谈是哪几天展开的？"""
    if not verb:
        return ""
    if fact.kind == "place":
        return f"{of}是{phrase('at_place', lang).format(place=word_for(fact, lang))}{verb}的？"
    lead = days.lead(fact)
    return f"{lead and lead + '，'}{of}是{days.word(fact, lang)}{verb}的？"


def _scene(sentence: Sentence, fact: Fact) -> str:
    """2025年上半年，: the last day, month or half-year told before a figure in its sentence."""
    told = [
        f.value
        for f in sentence.facts
        if f.kind == "date"
        and f.end <= fact.start
        and not f.doubt
        and not days.COMPARED.search(sentence.simplified[: f.start - sentence.start])
    ]
    day = days.absolute(told[-1]) if told else None
    return f"{day}，" if day else ""
