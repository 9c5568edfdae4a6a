"""`quizgen why`: what is known of a word or fact, in an article or at large, and why it is a card or is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli import inputs

if TYPE_CHECKING:
    from quizgen.items import Article, Deck
    from quizgen.notes.word import Learner
    from quizgen.notes.word.terms import Term

_SENTENCES = 5
_AFTER = 3  # words


@click.command(short_help="Tell why a word or fact is a card or is not.")
@click.argument("what")
@click.argument("article", required=False)
@inputs.learner_options
@inputs.known_option
@inputs.article_options
@click.option("--all", "everything", is_flag=True, help=f"Every sentence, not only the first {_SENTENCES}.")
def command(
    what: str, article: str | None, level: str | None, standard: str, known: tuple[Path, ...],
    title: str, date: str, id_: str, url: str, everything: bool,
) -> None:  # fmt: skip
    """Tell of WHAT (a word or a fact's words, 關稅 or 20%): its level, and the dictionary's readings and senses.

    With ARTICLE also the rule, whose reading won, the sentences, and why it is a card or is not.
    """
    who = inputs.learner(level, standard, known)
    told = inputs.read_article(article, title=title, date=date, id_=id_, url=url) if article is not None else None
    lines = list(_at_large(what, who, _beside(what, told) if told else ()))
    if told:
        here = [*_facts(what, told), *_in_article(what, told, None if everything else _SENTENCES)]
        lines += [*here, *_outcome(what, told, who)] if here else [_absent(what, told)]
    click.echo("\n".join(lines) if lines else f"{what} is in no list and not in the dictionary.")


def _at_large(what: str, learner: Learner, beside: Sequence[str]) -> Iterator[str]:
    """Levels, frequency, known or not, and what the dictionary has: nothing for what is in no list.

    A word without an entry shows its parts; `beside` are the words that follow it in the article: 加徵 beside 關稅.
    """
    from quizgen.language import entries, frequency, marked, simplified_word, standard
    from quizgen.language.senses import readable

    word = simplified_word(what)
    ranks = [(one.short, one.label(one.level(word))) for one in map(standard, ("hsk2025", "hsk2021", "hsk2010"))]
    found = entries(word)
    made_of = "" if found else _parts(what, word, beside)
    if not found and not made_of and not any(label for _, label in ranks):
        return
    yield f"{what}: {'; '.join(f'{short} {label}' if label else f'not in {short}' for short, label in ranks)}"
    yield f"{_often(frequency(word))}; {_known(word, learner)}"
    for entry in found:
        senses = readable(entry.senses, what != word, marked)
        yield f"    {entry.traditional} {marked(entry.pinyin)}  {'; '.join((*senses.shown, *senses.more))}"
    if made_of:
        yield f"    The dictionary does not have it. Its parts: {made_of}"


def _parts(what: str, word: str, beside: Sequence[str]) -> str:
    """What a word without an entry is made of, in the script that tells more: 徵 levies where 征 is an expedition."""
    from quizgen.language import to_traditional
    from quizgen.notes.word.parts import parts_of
    from quizgen.notes.word.terms import Term

    form = to_traditional(word) if what == word else what
    return parts_of(Term(word, "", form, (), "word"), beside).translate(str.maketrans(form, what))


def _beside(what: str, article: Article) -> list[str]:
    """The words that follow where it stands: the object, if it is a verb."""
    places = [place for term in _terms(what, article) for place in term.places]
    after = ([t.word for t in article.sentences[p.sentence].tokens if t.start >= p.end][:_AFTER] for p in places)
    return [word for words in after for word in words if len(word) > 1]


def _often(rate: float) -> str:
    return f"met {rate:.3g} times in a million words" if rate else "so rare that no count is known"


def _known(word: str, learner: Learner) -> str:
    from quizgen.notes.word.choice import explained

    standard = learner.standard
    if word in learner.known:
        return "known: it is in your list"
    if learner.knows(word):
        return f"known: {standard.short} {standard.label(standard.level(word))} is within your level"
    if standard.level(word):
        return f"new: above your level {standard.label(learner.level)}"
    reason = explained(word, learner)
    return f"known as {reason}" if reason else f"new: not in {standard.short}"


def _absent(what: str, article: Article) -> str:
    """Why the article has no such word: it is not there, or its characters are cut otherwise (受養人: 受 養 人)."""
    at = article.text.find(what)
    cut = [t.text for s in article.sentences for t in s.tokens if t.start < at + len(what) and at < t.end]
    if at < 0 or not cut:
        return f"{what} is not in the article."
    return f"{what} is no word in the article, which has it as {' '.join(cut)}: quizgen why {max(cut, key=len)}"


def _facts(what: str, article: Article) -> Iterator[str]:
    """Each fact with these words: kind, value, rule, sentence."""
    for sentence in article.sentences:
        for fact in sentence.facts:
            if what in (fact.text, fact.value):
                doubt = f", doubtful: {fact.doubt}" if fact.doubt else ""
                yield f"{fact.kind} {fact.text} = {fact.value or '?'}, found by rule {fact.rule}{doubt}"
                yield f"    {sentence.text}"


def _in_article(what: str, article: Article, most: int | None) -> Iterator[str]:
    """How often the word stands in the article, how it is read and who says so, and the sentences."""
    from quizgen.language import marked, simplified_word
    from quizgen.notes.word.voice import voice

    for term in _terms(what, article):
        if simplified_word(what) not in (term.word, simplified_word(term.form)):
            yield f"{what} is counted under its base {term.form}: quizgen why {term.form}"
        count = len(term.places)
        form = "" if term.form == what else f", written {term.form}"
        times = f"{count} time{'s' * (count != 1)}"
        yield f"in the article {times}{form}, read {marked(term.reading)}: {voice(article, term)}"
        for place in term.places[:most]:
            sentence = article.sentences[place.sentence]
            start, end = place.start - sentence.start, place.end - sentence.start
            yield f"    {sentence.text[:start]}【{sentence.text[start:end]}】{sentence.text[end:]}"
        if most is not None and count > most:
            yield f"    and {count - most} more; --all shows them."


def _terms(what: str, article: Article) -> list[Term]:
    """The words of the article that are meant, in whatever script they were typed (加徵, 加征), or as it has them."""
    from quizgen.language import simplified_word
    from quizgen.notes.word.vocabulary import terms

    word = simplified_word(what)
    return [t for t in terms(article) if word in (t.word, simplified_word(t.form)) or what in _written(t, article)]


def _written(term: Term, article: Article) -> set[str]:
    """How the article writes the word at its places: 高高興興 for 高興, 見了面 for 見面."""
    return {article.text[place.start : place.end] for place in term.places}


def _outcome(what: str, article: Article, learner: Learner) -> Iterator[str]:
    """The card, or what kept it out of the deck that the article makes at the usual budget."""
    from quizgen import deck
    from quizgen.notes.word.choice import standing

    made = deck.make(article, learner, deck.budget_for(len(article.text)))
    met = _terms(what, article)
    forms = {what, *(form for term in met for form in (term.form, term.word))}
    told = [*_cards(forms, made), *_withheld(forms, made)]
    if not told and any(standing(term, learner).is_known for term in met):
        told = ["no card: you know the word"]
    if not told and any(term.kind == "number" for term in met):
        told = ["no card: a number"]
    yield from told or ["no card: a part of other words here"] * bool(met)


def _cards(forms: set[str], made: Deck) -> Iterator[str]:
    for note in made.notes:
        get = note.fields.get
        if note.type == "fact" and forms & {get("Answer"), get("Value")}:
            yield f"card: {get('Question')} → {get('Answer')}"
        elif note.type == "word" and forms & {get("Hanzi"), get("Simplified"), get("Traditional")}:
            yield f"card: {get('Hanzi')} {get('Pinyin')} {get('English')}"
            yield f"    {get('Sentence', '')}"


def _withheld(forms: set[str], made: Deck) -> Iterator[str]:
    for left in made.withheld:
        if left.what in forms:
            yield f"no card: {left.reason}" + (f"\n    {left.sentence}" if left.sentence else "")
