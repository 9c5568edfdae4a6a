"""Article -> questions whose answers are certain: records, headlines, and passages with a gap under the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking import clause, gap, offices, record, title
from quizgen.asking.antecedents import antecedents
from quizgen.asking.context import Context
from quizgen.asking.deixis import POINTS
from quizgen.asking.draft import Draft
from quizgen.asking.frame import QUESTION_MOST
from quizgen.asking.headline import WEIGHTS, is_headline
from quizgen.asking.scenes import scene_of
from quizgen.asking.stretch import Refused
from quizgen.asking.topic import anchored, day_of, month_of
from quizgen.asking.words import phrase
from quizgen.asking.worth import Scale, ranked
from quizgen.items import Article, Fact, Sentence, Withheld
from quizgen.language import simplify

__all__ = ["Draft", "drafts"]

#: kinds that a clause is asked for; the others speak through records
_ASKED = ("date", "person", "organisation", "place", "thing", "figure", "reason", "list")
#: what is worth less is no card, budget or not
WORTH_LEAST = 0.8
#: 我国 in a paper of Singapore or Malaysia is not the reader's
_OUR_COUNTRY = re.compile("我[国國]")
_ABROAD = re.compile("新加坡|[马馬][来來]西[亚亞]|大[马馬]|隆市")
#: 熱那亞哪一天發生的高架橋坍塌慘劇？ is a noun, and no question
_NOUN = re.compile("^[^是]*的[^，的]{2,10}？$")
_AS_MUCH = 0.9
"""a question that says nearly all that the passage says is worded as one"""
_QUESTION_MOST = QUESTION_MOST + 8
"""what a question may have with its interrogative"""
#: 瑞士央行, 法国外交部: who reads the country knows the body
_STATE = re.compile(r".{2,5}(?:央行|政府|外交部|国防部|财政部|军方|海军|国会|议会|内阁|警方|总统府)")
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
    told = [title.led(found, month_of(article)) for draft in of if (found := anchored(article, draft))]
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
    now, today = month_of(article), day_of(article)
    headline = simplify(article.source.title) if is_headline(article) else ""
    held = offices.held(article)
    for sentence, fact in title.told(article):
        try:
            yield title.ask(article, sentence, fact)
        except Refused as why:
            refused[(fact.kind, fact.value)] = Withheld(fact.text, str(why), sentence.text)
    before: Sentence | None = None
    for sentence in article.sentences:
        for fact in sentence.facts:
            if fact.kind in _ASKED:
                try:
                    date = scene_of(fact, sentence, None if headline else before, article.lang, now)
                    context = Context(article.lang, date, meant.get(sentence.start, {}), now, today, headline, held)
                    yield _from_text(article, sentence, fact, context)
                except Refused as why:
                    of = (fact.kind, fact.value)
                    if of not in refused or refused[of].reason == title.ONLY_IN_HEADING:
                        refused[of] = Withheld(fact.text, str(why), sentence.text)
        before = sentence


def _from_text(article: Article, sentence: Sentence, fact: Fact, context: Context) -> Draft:
    """The passage around a fact with a gap; where one clause says as much, that as a question."""
    if fact.doubt:
        raise Refused(fact.doubt)
    if _spoken(sentence, article.lang) and fact.kind not in _SPOKEN_OF:
        raise Refused("only talked about")
    if sentence.line.role == "heading":
        raise Refused(title.ONLY_IN_HEADING)
    question, form = _worded(sentence, fact, context)
    question = _spoken(sentence, article.lang) + question
    if _OUR_COUNTRY.search(question) and _ABROAD.search(article.text):
        raise Refused("points at something outside the question")
    if _shows(fact, question):
        raise Refused("the question would show the answer")
    return Draft(fact, sentence, question, form)


def _worded(sentence: Sentence, fact: Fact, context: Context) -> tuple[str, str]:
    try:
        passage, shape = gap.ask(sentence, fact, context)
    except Refused:
        if fact.rule != "influence":
            raise
        return clause.ask(sentence, fact, context)
    if _AS_MUCH * len(passage) > _QUESTION_MOST:
        return passage, shape  # no clause says as much
    try:
        question, form = clause.ask(sentence, fact, context)
    except Refused:
        return passage, shape
    as_much = len(question) >= _AS_MUCH * len(passage) and not (fact.kind == "date" and _NOUN.search(question))
    return (question, form) if as_much else (passage, shape)


def _shows(fact: Fact, question: str) -> bool:
    """The answer stands in the question, or a name that begins as it does (鴻海陣營 for 鴻海集團)."""
    if fact.text in question or (fact.kind not in ("date", "reason") and POINTS.search(simplify(fact.text))):
        return True
    said = re.sub("［.*?］", "", question)
    begins = fact.kind in (*WEIGHTS, "thing") and len(fact.text) > 2 and fact.text[:2] in said
    return begins or (fact.kind == "organisation" and _STATE.fullmatch(fact.value) is not None and fact.text[0] in said)


def _spoken(sentence: Sentence, lang: str) -> str:
    """據吳心伯說，: who speaks, when the article labels the turn with a name."""
    speaker = sentence.line.speaker
    if not speaker or len(simplify(speaker)) < 2 or simplify(speaker) in ("记者", "主持人", "问答"):
        return ""
    return phrase("according_to", lang).format(speaker=speaker)
