"""`quizgen build`: an article in, a deck out."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from quizgen.cli import inputs, target
from quizgen.errors import QuizgenError, UsageError

_DECKS = (".apkg", ".yaml", ".json")


@click.command(short_help="Make a deck from an article.")
@click.argument("article", metavar="ARTICLE|DECK")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="A deck: .apkg, .yaml, .json, .tsv; a page: .html."
)
@inputs.learner_options
@inputs.known_option
@click.option("--over", type=click.Path(path_type=Path), help="A deck you edited (.yaml): your edits and flags win.")
@click.option("--cards", callback=target.dormant, help="More cards: recall, typed, listening, writing; with commas.")
@inputs.budget_options
@inputs.style_options
@inputs.article_options
@click.option("--seed", type=int, default=0, help="Chooses among wrong answers; the same seed gives the same deck.")
@click.option("-v", "--verbose", is_flag=True, help="Report every word by level and reason, and other standards.")
def command(
    article: str, output: Path | None, level: str | None, standard: str, known: tuple[Path, ...],
    over: Path | None, cards: tuple[str, ...], facts: int | None, words: int | None, everything: bool,
    title: str, date: str, id_: str, url: str, seed: int, verbose: bool, **style: Any,
) -> None:  # fmt: skip
    """Make a deck from ARTICLE (.txt or .md; - reads standard input), or from a deck you edited (.yaml).

    \b
    quizgen build article.txt --level 4
    quizgen build article.txt --level 4 -o deck.yaml     to read and edit
    quizgen build deck.yaml -o deck.apkg                 for Anki
    """
    if Path(article).suffix.lower() in _DECKS:
        if over:
            raise UsageError("--over takes a person's edits into a deck that is built from its article.", article)
        _convert(Path(article), output, cards)
        return
    from quizgen import deck, formats, update
    from quizgen.cli import changed, report
    from quizgen.source import slug

    target.check_output(output)
    source = inputs.read_source(article, title=title, date=date, id_=id_, url=url)
    place = output or Path(slug(article, source.title) + ".apkg")
    was = target.standing(place)
    edited = formats.read(over) if over else was
    who = inputs.learner(level, standard, known, **style)
    told = inputs.understood(source)
    budget = inputs.budget(len(told.text), facts, words, everything)
    with inputs.patience("Making cards", len(told.text)):
        made = deck.make(told, who, budget, seed=seed)
    if not made.notes:
        what = "nothing in it makes a card for you, so no deck was written."
        raise QuizgenError(what, article, "Try a lower --level, or a longer article.")
    kept = target.followed(made, edited, over or place, reviewed=bool(over)) if edited else None
    left = [*kept.flagged, *kept.dropped] if kept else ()
    made = update.stamped(kept.deck, target.now(), edited, left=left) if kept else made
    if place.suffix.lower() == target.SHEET:
        target.write_sheet(told, made, who, place, seed)
    else:
        made = target.write(made, place, cards, was, left)
    report.built(told, made, who, place, verbose)
    if kept and edited:
        changed.updated(update.changes(edited, made), kept)


def _convert(path: Path, output: Path | None, cards: Collection[str]) -> None:
    """A deck in another format; it is taken as it stands, whatever the level."""
    from quizgen import formats, update

    place = output or Path(path.stem + ".apkg")
    if place.suffix.lower() == target.SHEET:
        raise UsageError("a sheet prints the article, and a deck does not hold it.", str(path), "Give the article.")
    if place.resolve() == path.resolve():
        raise UsageError("the deck would be written over itself.", str(path), "Name another file with -o.")
    target.check_output(output)
    was, deck = target.standing(place), formats.read(path)
    deck = target.write(deck, place, cards, was)
    told = f": {update.changes(was, deck)}" if was else ""
    click.echo(f"{place}: {len(deck.notes)} notes from {path}{told}.")
