"""`quizgen build`: an article in, a deck out."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli import inputs
from quizgen.errors import QuizgenError, UsageError

if TYPE_CHECKING:
    from quizgen.items import Deck

_DECKS = (".apkg", ".yaml", ".json")


@click.command(short_help="Make a deck from an article.")
@click.argument("article", metavar="ARTICLE|DECK")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The deck: .apkg (for Anki), .yaml or .json.")
@inputs.learner_options
@inputs.known_option
@click.option("--facts", type=click.IntRange(0), help="At most this many fact cards; else one for 250 characters.")
@click.option("--words", type=click.IntRange(0), help="At most this many word cards; else one for 200 characters.")
@click.option("--all", "everything", is_flag=True, help="Every fact and word that makes a good card.")
@inputs.style_options
@inputs.article_options
@click.option("--seed", type=int, default=0, help="Chooses among wrong answers; the same seed gives the same deck.")
def command(
    article: str, output: Path | None, level: str | None, standard: str, known: tuple[Path, ...], facts: int | None,
    words: int | None, everything: bool, title: str, date: str, id_: str, url: str, seed: int, **style: Any,
) -> None:  # fmt: skip
    """Make a deck from ARTICLE (.txt or .md; - reads standard input), or from a deck you edited (.yaml).

    \b
    quizgen build article.txt --level 4
    quizgen build article.txt --level 4 -o deck.yaml     to read and edit
    quizgen build deck.yaml -o deck.apkg                 for Anki
    """
    if Path(article).suffix.lower() in _DECKS:
        _convert(Path(article), output)
        return
    from quizgen import deck, update
    from quizgen.source import slug

    _check_output(output)
    source = inputs.read_source(article, title=title, date=date, id_=id_, url=url)
    target = output or Path(slug(article, source.title) + ".apkg")
    _check_replaced(target)
    who = inputs.learner(level, standard, known, **style)
    told = inputs.understood(source)
    usual = deck.budget_for(len(told.text))
    budget = deck.Budget(None, None) if everything else deck.Budget(_or(facts, usual.facts), _or(words, usual.words))
    with inputs.patience("Making cards", len(told.text)):
        made = update.stamped(deck.make(told, who, budget, seed=seed), now())
    if not made.notes:
        what = "nothing in it makes a card for you, so no deck was written."
        raise QuizgenError(what, article, "Try a lower --level, or a longer article.")
    _write(made, target)
    from quizgen.cli import report

    report.built(told, made, who, target)


def now() -> int:
    """The moment that notes are stamped with: SOURCE_DATE_EPOCH where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isdecimal() and len(epoch) < 12):
        raise UsageError(
            f"SOURCE_DATE_EPOCH={epoch} is no number of seconds.", do="Set it to seconds since 1970, or unset it."
        )
    return int(epoch) if epoch else int(time.time())


def _or(given: int | None, usual: int | None) -> int | None:
    return usual if given is None else given


def _convert(path: Path, output: Path | None) -> None:
    """A deck in another format; it is taken as it stands, whatever the level."""
    from quizgen import formats, update

    target = output or Path(path.stem + ".apkg")
    if target.resolve() == path.resolve():
        raise UsageError("the deck would be written over itself.", str(path), "Name another file with -o.")
    _check_output(output)
    _check_replaced(target)
    deck = formats.read(path)
    _write(update.stamped(deck, now()), target)
    click.echo(f"{target}: {len(deck.notes)} notes from {path}.")


def _check_output(output: Path | None) -> None:
    """Tells a wrong suffix or a missing folder before any work is done."""
    if output is None:
        return
    from quizgen.formats import FORMATS

    if output.suffix.lower() not in FORMATS:
        raise UsageError(
            f"{output.suffix or 'no suffix'} is no kind of deck.", str(output), f"Use {', '.join(FORMATS)}."
        )
    if not output.resolve().parent.is_dir():
        raise QuizgenError(f"the folder {output.parent} is not there.", str(output), "Make it first.")


def _check_replaced(target: Path) -> None:
    """Only a deck of ours or a free name is written to: what is not ours is never replaced."""
    from quizgen import formats

    if target.exists():
        try:
            formats.read(target)
        except QuizgenError as error:
            raise QuizgenError(
                "this is no deck of ours, so it stays as it is.", str(target), "Choose another name with -o."
            ) from error


def _write(deck: Deck, target: Path) -> None:
    from quizgen import formats

    formats.write(deck, target)
