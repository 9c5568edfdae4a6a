"""`quizgen diff`: what changed between two articles or decks, note by note."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli import changed, inputs

if TYPE_CHECKING:
    from quizgen.items import Deck
    from quizgen.notes.word import Learner


@click.command(short_help="Show what changed between two articles or decks.")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@inputs.learner_options
@inputs.known_option
@inputs.style_options
def command(old: str, new: str, level: str | None, standard: str, known: tuple[Path, ...], **style: object) -> None:
    """Show the notes that are new in NEW, gone from OLD, and those that changed, field by field.

    Each is an article (.txt or .md) or a deck (.apkg, .yaml or .json). Exit 0 when nothing differs, else 1.
    """
    learner = None
    if not (_is_deck(old) and _is_deck(new)):
        learner = inputs.learner(level, standard, known, **style)
    before, after = (_notes(path, learner) for path in (old, new))
    sys.exit(1 if changed.difference(*_under_one_key(before, after)) else 0)


def _is_deck(path: str) -> bool:
    from quizgen.formats import FORMATS

    return Path(path).suffix.lower() in FORMATS


def _notes(path: str, learner: Learner | None) -> Deck:
    from quizgen import deck, formats

    if learner is None or _is_deck(path):
        return formats.read(Path(path))
    told = inputs.read_article(path)
    return formats.tidied(deck.make(told, learner, deck.budget_for(len(told.text))))


def _under_one_key(old: Deck, new: Deck) -> tuple[Deck, Deck]:
    """Both decks, a fact that only its value or its article's name tells from an old one under the old key."""
    from quizgen import update

    pairs = update.paired(old.notes, new.notes)
    notes = (replace(note, key=pairs[note.key].key) if note.key in pairs else note for note in new.notes)
    return old, replace(new, notes=tuple(notes))
