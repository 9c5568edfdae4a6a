"""`quizgen quiz`: ask the cards of a deck or an article in the terminal."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli import inputs, learned
from quizgen.cli.asked import Asked, cards_of
from quizgen.errors import UsageError
from quizgen.items import Card

if TYPE_CHECKING:
    from quizgen.quiz.agenda import Agenda
    from quizgen.quiz.progress import Row
    from quizgen.quiz.session import Session


@click.command(name="quiz", short_help="Ask the cards of a deck or an article in the terminal.")
@click.argument("decks", metavar="DECK|ARTICLE...", nargs=-1, required=True)
@click.option(
    "--mode",
    type=click.Choice(["choice", "typed", "flip", "mixed"]),
    default="mixed",
    help="Choose among four, type the answer, or flip and grade yourself; mixed: choose while new, type when known.",
)
@click.option("--new", type=click.IntRange(0), default=20, show_default=True, help="New cards a day.")
@click.option("--due", is_flag=True, help="Only cards that are due, no new ones.")
@click.option("--limit", type=click.IntRange(1), help="At most this many cards.")
@click.option("--wake", is_flag=True, help="Ask suspended cards again.")
@click.option("--shuffle", is_flag=True, help="In any order.")
@click.option("--seed", type=int, help="Makes what is left to chance the same each time.")
@click.option(
    "--retention", type=click.FloatRange(0.7, 0.98), default=0.9, show_default=True, help="The share to remember."
)
@learned.progress_option
@click.option(
    "--answers",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="Take the answers from this file, one a line; - is standard input.",
)
@click.option("--json", "as_json", is_flag=True, help="Print questions and results as JSON, one record a line.")
@click.option("--print", "on_paper", is_flag=True, help="Print the questions with a key that quotes the evidence.")
@inputs.learner_options
@inputs.known_option
@inputs.budget_options
@inputs.style_options
@inputs.article_options
def command(
    decks: tuple[str, ...], mode: str, new: int, due: bool, limit: int | None, wake: bool, shuffle: bool,
    seed: int | None, retention: float, progress: Path | None, answers: str | None, as_json: bool, on_paper: bool,
    title: str, date: str, id_: str, url: str, **fitted: Any,
) -> None:  # fmt: skip
    """Ask the cards of a deck (.apkg, .yaml, .json) or of an article, and bring each back when it is due.

    --level, --known, --facts and what follows them say which cards an article makes; a deck is asked as it stands.

    \b
    quizgen quiz deck.apkg
    quizgen quiz deck.apkg --mode typed --new 10
    quizgen quiz deck.apkg --print > sheet.txt
    """
    from quizgen.quiz.agenda import agenda
    from quizgen.quiz.progress import open_progress
    from quizgen.quiz.scheduling import day_of
    from quizgen.quiz.session import Session, Settings

    if "-" in decks and answers in (None, "-") and not on_paper:
        raise UsageError("standard input gives the article, so it cannot give the answers.", do="Use --answers FILE.")
    asked = cards_of(decks, {"title": title, "date": date, "id_": id_, "url": url}, **fitted)
    chance = Random(seed)
    if on_paper:
        _print(asked, mode, limit, chance if shuffle else None, Random(seed), as_json)
        return
    kept, rescued = open_progress(progress or learned.progress_file(), learned.clock())
    if wake:
        kept.wake((card.note.key, card.template) for card in asked.cards)
    rows, today = kept.rows(), day_of(learned.clock())
    plan = agenda(asked.cards, rows, today, new - kept.begun_on(today), due, limit, chance if shuffle else None)
    attended = answers is None and not as_json and _on_terminal()
    settings = Settings(asked.title, mode, retention, again=attended)
    session = Session(plan.cards, asked.decks, kept, settings, learned.clock, chance)
    notices = [*([rescued.letter(kept.path)] if rescued else []), *_ahead(rows, today)]
    if attended:
        _attended(session, plan, notices, asked)
    else:
        _unattended(session, _lines(answers), notices, asked, as_json)
    kept.close()


def _attended(session: Session, plan: Agenda, notices: Sequence[str], asked: Asked) -> None:
    from rich.console import Console

    from quizgen.quiz import screen
    from quizgen.quiz.summary import summary

    console = Console(highlight=False)
    if not plan.cards:
        for notice in notices:
            click.echo(notice)
        screen.tell_nothing(console, summary(session).next_days, session.day, plan.new_left)
    else:
        screen.sit(session, console, _flag(asked), notices)
        screen.tell_summary(console, summary(session), session.day, plan.new_left + session.new_left)
    screen.tell_aside(console, asked.left_out)


def _unattended(session: Session, lines: Iterable[str], notices: Sequence[str], asked: Asked, as_json: bool) -> None:
    from quizgen.quiz import unattended
    from quizgen.quiz.summary import summary

    for notice in filter(None, [*notices, asked.left_out]):
        click.echo(notice, err=True)
    for record in unattended.run(session, lines, _flag(asked)):
        click.echo(json.dumps(record, ensure_ascii=False) if as_json else unattended.told(record))
    end = summary(session)
    if as_json:
        click.echo(json.dumps(unattended.ended(end), ensure_ascii=False))
    else:
        click.echo(f"{end.right} of {end.asked} right")


def _print(asked: Asked, mode: str, limit: int | None, shuffling: Random | None, chance: Random, as_json: bool) -> None:
    from quizgen.quiz import sheet

    chosen = asked.cards
    if shuffling:
        shuffling.shuffle(chosen)
    if asked.left_out:
        click.echo(asked.left_out, err=True)
    questions = sheet.questions(chosen[:limit], asked.cards, mode, chance)
    if as_json:
        click.echo(json.dumps(sheet.records(questions), ensure_ascii=False, indent=1))
    else:
        click.echo(sheet.sheet(asked.title, questions))


def _on_terminal() -> bool:
    """Whether someone sits there and the screen can be drawn."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _lines(answers: str | None) -> Iterable[str]:
    """The answers, one a line, as they come."""
    with click.open_file(answers or "-", encoding="utf-8-sig", errors="replace") as file:
        yield from file


def _flag(asked: Asked) -> Callable[[Card, str], None]:
    """Writes a flagged card beside the deck it is from."""
    from quizgen.quiz import flags

    def flag(card: Card, reason: str) -> None:
        flags.flag(flags.review_file(asked.homes[card.note.key]), card.note.key, reason)

    return flag


def _ahead(rows: Mapping[tuple[str, str], Row], today: date) -> list[str]:
    """What to tell of answers that a wrong clock has dated ahead."""
    latest = max((row.memory.last for row in rows.values() if row.memory), default=today)
    if latest <= today + timedelta(days=1):
        return []
    return [
        f"Some answers are dated {latest}, which is still to come. Was the clock wrong, or is it now? Those cards are "
        "asked again."
    ]
