"""`quizgen quiz`: ask the cards of a deck or an article in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import click

from quizgen.errors import QuizgenError
from quizgen.items import Card

if TYPE_CHECKING:
    from quizgen.quiz.session import Session


@click.command(name="quiz", short_help="Ask the cards of a deck or an article in the terminal.")
@click.argument("decks", metavar="DECK|ARTICLE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--mode",
    type=click.Choice(["choice", "typed", "flip", "mixed"]),
    default="mixed",
    help="Choose among four, type the answer, or flip and grade yourself; mixed: choose while new, type when known.",
)
@click.option("--new", type=click.IntRange(0), default=20, show_default=True, help="New cards a day.")
@click.option("--due", is_flag=True, help="Only cards that are due, no new ones.")
@click.option("--limit", type=click.IntRange(1), help="At most this many cards.")
@click.option("--shuffle", is_flag=True, help="In any order.")
@click.option("--seed", type=int, help="Makes shuffling and options repeatable.")
@click.option(
    "--retention",
    type=click.FloatRange(0.7, 0.98),
    default=0.9,
    show_default=True,
    help="The share to remember; more means more reviews.",
)
@click.option("--progress", type=click.Path(path_type=Path, dir_okay=False), help="Where progress is kept.")
def command(
    decks: tuple[Path, ...], mode: str, new: int, due: bool, limit: int | None, shuffle: bool, seed: int | None,
    retention: float, progress: Path | None,
) -> None:  # fmt: skip
    """Ask the cards of DECK (.apkg, .yaml, .json) or of an article, and bring each back when it is due."""
    from quizgen.deck import cards
    from quizgen.formats import read
    from quizgen.quiz.agenda import agenda
    from quizgen.quiz.progress import open_progress
    from quizgen.quiz.scheduling import day_of
    from quizgen.quiz.session import Session, Settings

    read_decks = [read(path) for path in decks]
    all_cards = [card for deck in read_decks for card in cards(deck)]
    now = clock()
    kept, rescued = open_progress(progress or progress_file(), now)
    today = agenda(all_cards, kept.rows(), day_of(now), new, due, limit, Random(seed) if shuffle else None)
    settings = Settings(read_decks[0].name, mode, retention)
    session = Session(settings, list(today.cards), all_cards, kept, clock, Random(seed))
    from rich.console import Console

    from quizgen.quiz.screen import sit

    sit(session, Console(), _flag(decks[0]))


def clock() -> datetime:
    """Local time."""
    return datetime.now().astimezone()


def progress_file() -> Path:
    """The learner's progress, in the platform's data folder."""
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False) / "progress.sqlite"


def _flag(deck: Path) -> Callable[[Card, str], None]:
    def flag(card: Card, reason: str) -> None: ...

    return flag
