"""`quizgen stats`: what is due, learned and remembered."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizgen.cli import learned
from quizgen.cli.inputs import STANDARDS

if TYPE_CHECKING:
    from quizgen.quiz.progress import Row
    from quizgen.quiz.statistics import Id


@click.command(name="stats", short_help="Show what is due, learned and remembered.")
@click.argument("decks", metavar="[DECK]...", nargs=-1, type=click.Path(path_type=Path))
@click.option("--standard", default="hsk2025", show_default=True, help=f"Whose words are counted: {STANDARDS}.")
@learned.progress_option
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def command(decks: tuple[Path, ...], standard: str, progress: Path | None, as_json: bool) -> None:
    """Show what is due, learned and remembered; of DECK alone when one is given, else of every deck."""
    from quizgen.language import simplify
    from quizgen.language import standard as find
    from quizgen.quiz.progress import open_progress
    from quizgen.quiz.scheduling import day_of
    from quizgen.quiz.statistics import covered, statistics

    path = progress or learned.progress_file()
    if not path.exists():
        click.echo("{}" if as_json else "Nothing has been learned yet. Begin with: quizgen quiz DECK")
        return
    kept, rescued = open_progress(path, learned.clock())
    if rescued:
        click.echo(rescued.letter(path), err=True)
    rows, orphans = _of(decks, kept.rows()) if decks else (kept.rows(), set())
    measure, today = find(standard), day_of(learned.clock())
    coverage = covered(rows.values(), measure.ranks, measure.labels, simplify)
    found = statistics(rows, kept.reviews(), today, orphans, coverage)
    if as_json:
        click.echo(json.dumps(_plain(found), ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from quizgen.quiz.screen.charts import show

    show(Console(highlight=False), found, today, measure.title)


def _of(decks: Sequence[Path], rows: Mapping[Id, Row]) -> tuple[dict[Id, Row], set[Id]]:
    """The rows of these decks, begun or not, and which of them the decks have no more."""
    from quizgen.deck import cards
    from quizgen.formats import read
    from quizgen.quiz.progress import Row

    names: set[str] = set()
    held: dict[Id, Row] = {}
    for deck in map(read, decks):
        names.add(deck.name)
        held |= {(card.note.key, card.template): Row.of(card, deck.name) for card in cards(deck)}
    ours = {id_: row for id_, row in rows.items() if id_ in held or row.deck in names}
    return held | ours, ours.keys() - held.keys()


def _plain(value: Any) -> Any:
    """Named tuples as objects, days as texts."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, date) else value
