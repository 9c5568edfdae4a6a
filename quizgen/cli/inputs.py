"""What several commands ask for: an article or a deck, and who learns."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.errors import QuizgenError, UsageError

if TYPE_CHECKING:
    from quizgen.deck import Budget
    from quizgen.items import Article, Source
    from quizgen.language import Standard
    from quizgen.notes.word import Learner

DEFAULT_LEVEL = "4"
STANDARDS = "hsk2025, hsk2021, hsk2010, or a CSV file of word,level"
_LONG = 20_000  # characters, which take several seconds


def article_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--title, --date, --id, --url: what the article is, where its text does not tell."""
    for option in (
        click.option("--url", default="", help="Where the article stands; shown on every card."),
        click.option("--id", "id_", default="", help="Names the article for good; else its URL or first title does."),
        click.option("--date", default="", help="The article's day, as 2025-09-19; else read from a dateline."),
        click.option("--title", default="", help="Its title; else the first line."),
    ):
        command = option(command)
    return command


def learner_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--level and --standard: what the learner knows already."""
    for option in (
        click.option("--standard", default="hsk2025", show_default=True, help=f"What --level counts in: {STANDARDS}."),
        click.option("--level", default=None, help="Your level: words above it become cards. Asked for if left out."),
    ):
        command = option(command)
    return command


def known_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """--known: files of words that the learner knows beyond the level."""
    kinds = "a word list, a deck of ours, or an export of Anki (.apkg, .colpkg, .txt)"
    option = click.option(
        "--known", multiple=True, type=click.Path(path_type=Path), help=f"Words you know besides: {kinds}. Repeatable."
    )
    return option(command)


def budget_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--facts, --words, --all: how much of an article becomes cards; what `budget` takes."""
    for option in (
        click.option("--all", "everything", is_flag=True, help="Every fact and word that makes a good card."),
        click.option(
            "--words", type=click.IntRange(0), help="At most this many word cards; else one for 200 characters."
        ),
        click.option(
            "--facts", type=click.IntRange(0), help="At most this many fact cards; else one for 250 characters."
        ),
    ):
        command = option(command)
    return command


def style_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--order, --min-count, --script, --pinyin, --sandhi: the fields of notes.word.Style."""
    choice = click.Choice
    for option in (
        click.option("--sandhi", is_flag=True, help="Pinyin with 不 and 一 as they are said: bú shì, yí yàng."),
        click.option("--pinyin", type=choice(["mainland", "tw"]), default="mainland", help="Whose readings: tw: qìyè."),
        click.option("--script", type=choice(["article", "trad", "simp"]), default="article", help="Of the headwords."),
        click.option("--min-count", type=click.IntRange(1), default=1, help="Only words met so often in the article."),
        click.option(
            "--order",
            type=choice(["article", "frequency", "easiest"]),
            default="article",
            help="Of the words: as they come, the commonest first, or one new word a clause.",
        ),
    ):
        command = option(command)
    return command


def read_article(path: str, *, title: str = "", date: str = "", id_: str = "", url: str = "") -> Article:
    """The article at a path, or on standard input for `-`, read to its words and facts."""
    return understood(read_source(path, title=title, date=date, id_=id_, url=url))


def read_source(path: str, *, title: str = "", date: str = "", id_: str = "", url: str = "") -> Source:
    """The text at a path, or on standard input for `-`: whatever is wrong with it is told here, at once."""
    from quizgen import source

    return source.read(_bytes(path), path, title=title, date=date, id=id_, url=url)


def understood(source: Source) -> Article:
    """The article of a source; a long one shows on a terminal that work goes on."""
    from quizgen import article

    with patience(f"Reading {len(source.text):,} characters", len(source.text)):
        return article.read(source)


def budget(characters: int, facts: int | None, words: int | None, everything: bool) -> Budget:
    """How many cards of each type an article of so many characters makes, where the options do not say."""
    from quizgen import deck

    if everything:
        return deck.Budget(None, None)
    usual = deck.budget_for(characters)
    return deck.Budget(usual.facts if facts is None else facts, usual.words if words is None else words)


def patience(doing: str, characters: int) -> AbstractContextManager[object]:
    """Something that moves on a terminal while long work is done; nothing elsewhere."""
    if characters < _LONG or not sys.stderr.isatty():
        return nullcontext()
    from rich.console import Console

    return Console(stderr=True).status(f"{doing} …")


def learner(level: str | None, standard: str, known: Sequence[Path] = (), **style: Any) -> Learner:
    """The learner that the options tell; without --level asks on a terminal, else takes 4 and says so.

    `style` are the options of `style_options`.
    """
    from quizgen.language import standard as find
    from quizgen.notes.word import Learner, Style

    measure = find(standard)
    rank = _asked(measure) if level is None else measure.parse(level)
    return Learner(measure, rank, _known(known), Style(**style))


def _known(paths: Sequence[Path]) -> frozenset[str]:
    if not paths:
        return frozenset()
    from quizgen.formats.known import known_words

    return known_words(paths)


def _asked(measure: Standard) -> int:
    labels = measure.labels
    default = DEFAULT_LEVEL if DEFAULT_LEVEL in labels else labels[len(labels) // 2]
    if _on_terminal():
        text = f"Your level in the {measure.title} ({', '.join(labels)})"
        rank: int = click.prompt(text, default=default, err=True, value_proc=lambda said: _rank(measure, said))
        return rank
    click.echo(f"quizgen: no --level given, so level {default} is taken.", err=True)
    return measure.parse(default)


def _on_terminal() -> bool:
    """Whether someone is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def _rank(measure: Standard, said: str) -> int:
    """A level that was typed; click asks again for one that the standard does not have."""
    try:
        return measure.parse(said)
    except UsageError as error:
        raise click.UsageError(str(error)) from error


def _bytes(path: str) -> bytes:
    if path == "-":
        if sys.stdin.isatty():
            click.echo("Paste the article, then press Ctrl-D on a line of its own.", err=True)
        return sys.stdin.buffer.read()
    try:
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise QuizgenError(
            "there is no such file.", path, "Check the path, or give - to read standard input."
        ) from error
    except IsADirectoryError as error:
        raise QuizgenError("this is a folder.", path, "Give the article in it.") from error
    except OSError as error:
        raise QuizgenError(f"cannot be read: {error.strerror}.", path, "Check the path.") from error
