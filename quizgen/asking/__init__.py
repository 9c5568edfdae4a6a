"""Article -> questions whose answers are certain: records first, clause second, gap last."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.asking import clause, record
from quizgen.asking.clauses import clauses
from quizgen.asking.deixis import POINTS
from quizgen.asking.draft import Draft
from quizgen.asking.frame import Refused
from quizgen.asking.words import phrase
from quizgen.asking.worth import ranked, worth
from quizgen.items import Article, Fact, Sentence, Withheld
from quizgen.language import simplify

__all__ = ["Draft", "drafts"]

#: kinds that a clause is asked for; the others speak through records
_ASKED = ("date", "person", "organisation", "place", "figure", "reason")
#: what an interview's answers are asked for: the rest is opinion
_SPOKEN_OF = ("date", "figure", "reason")


def drafts(article: Article) -> tuple[list[Draft], list[Withheld]]:
    """The best question for each fact of the article, best first, and the facts that none could be asked for.

    One fact, one question, however often it is told: facts of one kind and value are one.
    """
    made: dict[tuple[str, str], list[Draft]] = {}
    refused: dict[tuple[str, str], Withheld] = {}
    for draft in _all(article, refused):
        made.setdefault((draft.fact.kind, draft.fact.value), []).append(draft)
    best = [max(of, key=lambda d: worth(article, d)) for of in made.values()]
    kept = ranked(article, best)
    return kept, [w for key, w in refused.items() if key not in made]


def _all(article: Article, refused: dict[tuple[str, str], Withheld]) -> Iterator[Draft]:
    for asked in record.ask(article):
        yield Draft(asked.fact, asked.sentence, asked.question, "record")
    before: Sentence | None = None
    for sentence in article.sentences:
        for fact in sentence.facts:
            if fact.kind in _ASKED:
                try:
                    context = _context(fact, sentence, before, article.lang)
                    yield _from_clause(article, sentence, fact, context)
                except Refused as why:
                    refused.setdefault((fact.kind, fact.value), Withheld(fact.text, str(why), sentence.text))
        before = sentence


def _from_clause(article: Article, sentence: Sentence, fact: Fact, context: str) -> Draft:
    if fact.doubt:
        raise Refused(fact.doubt)
    if _spoken(sentence, article.lang) and fact.kind not in _SPOKEN_OF:
        raise Refused("only talked about")
    if sentence.line.role == "heading":
        raise Refused("only in a heading")
    question, form = clause.ask(sentence, fact, article.lang, context)
    question = _spoken(sentence, article.lang) + question
    if fact.text in question or (fact.kind != "date" and POINTS.search(simplify(fact.text))):
        raise Refused("the question would show the answer")
    return Draft(fact, sentence, question, form)


def _spoken(sentence: Sentence, lang: str) -> str:
    """據吳心伯說，: who speaks, when the article labels the turn with a name."""
    speaker = sentence.line.speaker
    if not speaker or len(simplify(speaker)) < 2 or simplify(speaker) in ("记者", "主持人", "问答"):
        return ""
    return phrase("according_to", lang).format(speaker=speaker)


def _context(fact: Fact, sentence: Sentence, before: Sentence | None, lang: str) -> str:
    """The month or year that sets the scene: named before the fact in its sentence, else at the head of the one before."""
    days = [f for f in sentence.facts if f.end <= fact.start and _is_day(f)]
    if not days and before and before.line.start == sentence.line.start:
        head = before.start + clauses(before)[0].end
        days = [f for f in before.facts if _is_day(f) and f.end <= head]
    return _month(days[-1], lang) if days else ""


def _is_day(fact: Fact) -> bool:
    """A day, month or year that is certain and stands for itself (not 自2014年以来)."""
    return fact.kind == "date" and fact.value[:4].isdecimal() and not fact.doubt and not fact.part("bound")


def _month(date: Fact, lang: str) -> str:
    value = date.value
    if value[5:7].isdecimal() and int(value[5:7]) <= 12:
        return phrase("in_month", lang).format(year=value[:4], month=int(value[5:7]))
    return phrase("in_year", lang).format(year=value[:4])
