"""Article -> questions whose answers are certain: records first, clause second, gap last."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking import clause, days, record
from quizgen.asking.antecedents import antecedents
from quizgen.asking.deixis import POINTS
from quizgen.asking.draft import Draft
from quizgen.asking.grammar import clauses
from quizgen.asking.stretch import Refused
from quizgen.asking.tagged import tag
from quizgen.asking.topic import anchored
from quizgen.asking.wording import Context
from quizgen.asking.words import phrase
from quizgen.asking.worth import Scale, ranked
from quizgen.items import Article, Fact, Sentence, Withheld
from quizgen.language import simplify

__all__ = ["Draft", "drafts"]

#: kinds that a clause is asked for; the others speak through records
_ASKED = ("date", "person", "organisation", "place", "figure", "reason", "list")
#: what is worth less is no card, budget or not
WORTH_LEAST = 0.8
_HEADING = "only in a heading"
_NOW = re.compile(r"如今|目前|现时|现在|当前|至今|现年|迄今")
#: 此后，6架试飞机…: no day of the sentence is its own
_LATER = re.compile(
    r"(?:此后|此後|其后|其後|随后|隨後|之后|之後|后来|後來|翌年|次年|次日|翌日|隔日|隔天|同年|当时|自此|至此)"
)
_SAME_DAY = re.compile(r"当天|当日|当晚|同日")
_AND = re.compile(r"[和与與及、]")
_IN = ("在", "于", "至", "到")
#: 2月底|提出的每股118日元
_QUALIFIED = re.compile(r"[^，。]{0,6}的(?!$)")
#: what an interview's answers are asked for: the rest is opinion
_SPOKEN_OF = ("date", "figure", "reason")


def drafts(article: Article) -> tuple[list[Draft], list[Withheld]]:
    """The best question for each fact of the article, best first, and the facts that none could be asked for.

    One fact, one question, however often it is told: facts of one kind and value are one.
    """
    made: dict[tuple[str, str], list[Draft]] = {}
    refused: dict[tuple[str, str], Withheld] = {}
    for draft in _all(article, refused):
        made.setdefault(_about(draft.fact), []).append(draft)
    made = {about: anchors for about, of in made.items() if (anchors := _anchored(article, of, refused))}
    scale = Scale(article)
    best = [max(of, key=scale.worth) for of in made.values()]
    held = {d.fact.value for d in best if d.fact.rule.startswith("role_")}
    best = [d for d in best if d.fact.kind != "role" or d.fact.value.split(":")[-1] not in held]
    order = ranked(best, scale)
    kept = [d for d in order if scale.worth(d) >= WORTH_LEAST]
    for draft in best:
        if draft not in kept:
            why = "worth too little" if draft in order else "its sentence has cards enough"
            refused[_about(draft.fact)] = Withheld(draft.answer, why, draft.sentence.text)
            made.pop(_about(draft.fact), None)
    return kept, [w for key, w in refused.items() if key not in made]


def _anchored(article: Article, of: list[Draft], refused: dict[tuple[str, str], Withheld]) -> list[Draft]:
    """The drafts of one fact that tell what they are about, by themselves or under the article's headline."""
    told = [found for draft in of if (found := anchored(article, draft))]
    if not told:
        refused[_about(of[0].fact)] = Withheld(of[0].answer, "tells too little to have one answer", of[0].sentence.text)
    return told


def _about(fact: Fact) -> tuple[str, str]:
    """What a fact is, apart from how it is told; of one person one office is asked."""
    return fact.kind, fact.value.split(":")[-1] if fact.kind == "role" else fact.value


def _all(article: Article, refused: dict[tuple[str, str], Withheld]) -> Iterator[Draft]:
    for asked in record.ask(article):
        yield Draft(asked.fact, asked.sentence, asked.question, "record")
    meant = antecedents(article.sentences)
    now = _now(article)
    before: Sentence | None = None
    for sentence in article.sentences:
        for fact in sentence.facts:
            if fact.kind in _ASKED:
                try:
                    date = _context(fact, sentence, before, article.lang, now)
                    context = Context(article.lang, date, meant.get(sentence.start, {}), now)
                    yield _from_clause(article, sentence, fact, context)
                except Refused as why:
                    of = (fact.kind, fact.value)
                    if of not in refused or refused[of].reason == _HEADING:
                        refused[of] = Withheld(fact.text, str(why), sentence.text)
        before = sentence


def _from_clause(article: Article, sentence: Sentence, fact: Fact, context: Context) -> Draft:
    if fact.doubt:
        raise Refused(fact.doubt)
    if _spoken(sentence, article.lang) and fact.kind not in _SPOKEN_OF:
        raise Refused("only talked about")
    if sentence.line.role == "heading":
        raise Refused(_HEADING)
    question, form = clause.ask(sentence, fact, context)
    question = _spoken(sentence, article.lang) + question
    if fact.text in question or (fact.kind not in ("date", "reason") and POINTS.search(simplify(fact.text))):
        raise Refused("the question would show the answer")
    return Draft(fact, sentence, question, form)


def _spoken(sentence: Sentence, lang: str) -> str:
    """據吳心伯說，: who speaks, when the article labels the turn with a name."""
    speaker = sentence.line.speaker
    if not speaker or len(simplify(speaker)) < 2 or simplify(speaker) in ("记者", "主持人", "问答"):
        return ""
    return phrase("according_to", lang).format(speaker=speaker)


def _context(fact: Fact, sentence: Sentence, before: Sentence | None, lang: str, now: str) -> str:
    """The month or year that sets the scene: in the first clause of its sentence, else of the one before.

    None where the clause itself says that it speaks of now (如今, 目前).
    """
    own = next(c for c in reversed(clauses(sentence)) if c.start <= fact.start - sentence.start)
    if _NOW.search(sentence.simplified, own.start, own.end):
        return ""
    told = [f for f in sentence.facts if f.end <= fact.start and _sets_scene(sentence, f)]
    since = told[-1].end - sentence.start if told else 0
    if _LATER.search(sentence.simplified, since, fact.start - sentence.start):
        return ""
    if len(told) > 1 and _AND.fullmatch(sentence.text[told[-2].end - sentence.start : told[-1].start - sentence.start]):
        return phrase("in_year", lang).format(year=told[-1].value[:4])
    if told:
        return _month(told[-1], lang)
    if before is None or before.line.start != sentence.line.start:
        return ""
    told = [f for f in before.facts if f.end <= before.start + clauses(before)[0].end and _sets_scene(before, f)]
    if not told:
        return ""
    # behind a look back to another year the next sentence may speak of now
    same = _SAME_DAY.match(sentence.simplified) or not now or told[-1].value[:4] == now[:4]
    return _month(told[-1], lang) if same else ""


def _sets_scene(sentence: Sentence, date: Fact) -> bool:
    """A day that what follows belongs to: none that something is measured against or that qualifies a noun."""
    start, end = date.start - sentence.start, date.end - sentence.start
    if not _is_day(date) or days.COMPARED.search(sentence.simplified[:start]):
        return False
    own = next((c for c in clauses(sentence) if c.start <= start < c.end), None)
    free = own is not None and not _QUALIFIED.match(sentence.simplified[end : own.end])
    return free and not _governed(sentence, date)


def _governed(sentence: Sentence, date: Fact) -> bool:
    """取消|今年4月8日|的两份行政令: a verb takes it, and what it belongs to follows."""
    before = next((t for t in sentence.tokens if t.end == date.start), None)
    after = next((t for t in sentence.tokens if t.start == date.end), None)
    if before is None or after is None or before.word.endswith(_IN):
        return False
    return tag(sentence, before) in ("v", "u") and tag(sentence, after) in ("n", "c", "m", "u", "q", "a")


def _now(article: Article) -> str:
    """The article's own month, where its day is given and not inferred."""
    day = article.source.date
    if not day or article.source.inferred:
        return ""
    return days.month(day, article.lang)


def _is_day(fact: Fact) -> bool:
    """A day, month or year that is certain and stands for itself (not 自2014年以来)."""
    return fact.kind == "date" and fact.value[:4].isdecimal() and not fact.doubt and not fact.part("bound")


def _month(date: Fact, lang: str) -> str:
    """2025年9月 of a day in it; a quarter, half-year or year as it is."""
    value = date.value
    return days.month(value, lang) or days.absolute(value) or phrase("in_year", lang).format(year=value[:4])
