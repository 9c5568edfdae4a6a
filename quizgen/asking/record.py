"""From records: meetings, rounds, offices, pairs of names. Asked first: they carry their own antecedents."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.asking import meetings, occasions, offices, pairs, rounds
from quizgen.asking.asked import Asked
from quizgen.asking.words import phrase
from quizgen.items import Article, Fact, Sentence

_EVENTS = {"met": meetings.ask, "talked": meetings.ask, "rounds": rounds.ask, "pairs": pairs.ask}


def ask(article: Article) -> Iterator[Asked]:
    """Every question that the article's records answer, in the order of the text."""
    for sentence in article.sentences:
        for fact in sentence.facts:
            if fact.kind == "event":
                yield from _EVENTS.get(fact.rule, meetings.ask)(article, sentence, fact)
            elif fact.kind == "name":
                yield from _original(article, sentence, fact)
            elif fact.kind == "role" and not fact.doubt:
                yield from offices.ask(article, sentence, fact)
            elif fact.kind == "place":
                yield from occasions.ask(article, sentence, fact)


def _original(article: Article, sentence: Sentence, fact: Fact) -> Iterator[Asked]:
    """「鲁比奥」的英文名字是什么？; of a body only its initials, for what Apple is called in English is no news."""
    name, person = fact.part("name"), fact.rule.startswith("person")
    if name and (person or (fact.text.isupper() and fact.text.isalpha())):
        question = phrase("latin_ask" if person else "short_ask", article.lang).format(name=name.text)
        yield Asked(fact, question, sentence)
