"""`quizgen why`: what is known of a word or fact of an article, and why it is a card or is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from quizgen.cli import inputs

if TYPE_CHECKING:
    from quizgen.items import Article, Deck
    from quizgen.notes.word import Learner


@click.command(short_help="Tell why a word or fact is a card or is not.")
@click.argument("what")
@click.argument("article")
@inputs.learner_options
@inputs.article_options
def command(what: str, article: str, level: str | None, standard: str, title: str, date: str, id_: str, url: str) -> None:
    """Tell of WHAT (a word or a fact's words, 關稅 or 20%) in ARTICLE: the rule, the sentences, card or not and why."""
    from quizgen import deck

    told = inputs.read_article(article, title=title, date=date, id_=id_, url=url)
    who = inputs.learner(level, standard)
    made = deck.make(told, who, deck.budget_for(len(told.text)))
    lines = [*_facts(what, told), *_word(what, told, who), *_cards(what, made), *_withheld(what, made)]
    click.echo("\n".join(lines) if lines else f"{what} is not in the article.")


def _facts(what: str, article: Article) -> list[str]:
    """Each fact with these words: kind, value, rule, sentence."""
    out = []
    for sentence in article.sentences:
        for fact in sentence.facts:
            if what in (fact.text, fact.value):
                doubt = f", doubtful: {fact.doubt}" if fact.doubt else ""
                out.append(f"{fact.kind} {fact.text} = {fact.value or '?'}, found by rule {fact.rule}{doubt}\n    {sentence.text}")
    return out


def _word(what: str, article: Article, learner: Learner) -> list[str]:
    """The word's level in each standard, how often it stands in the article, whether the learner knows it."""
    from quizgen.language import simplify, standard
    from quizgen.language.pinyin import marked

    word = simplify(what)
    tokens = [t for s in article.sentences for t in s.tokens if word in (t.word, simplify(t.text))]
    if not tokens:
        return []
    read = ", ".join(dict.fromkeys(marked(t.reading) for t in tokens if t.reading))
    levels = "; ".join(
        f"{measure.short} {measure.label(measure.level(word)) or 'not listed'}"
        for measure in map(standard, ("hsk2025", "hsk2021", "hsk2010"))
    )
    known = "known at your level" if learner.knows(word) else "above your level or in no list"
    return [f"word {what} ({read}): {len(tokens)} times; {levels}; {known}"]


def _cards(what: str, deck: Deck) -> list[str]:
    out = []
    for note in deck.notes:
        get = note.fields.get
        if note.type == "fact" and what in (get("Answer"), get("Value")):
            out.append(f"card: {get('Question')} → {get('Answer')}")
        elif note.type == "word" and what in (get("Hanzi"), get("Simplified"), get("Traditional")):
            out.append(f"card: {get('Hanzi')} {get('Pinyin')} {get('English')}")
    return out


def _withheld(what: str, deck: Deck) -> list[str]:
    return [
        f"no card: {w.reason}" + (f"\n    {w.sentence}" if w.sentence else "") for w in deck.withheld if w.what == what
    ]
