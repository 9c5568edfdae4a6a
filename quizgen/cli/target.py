"""The deck that is written, and the one that stands there already."""

from __future__ import annotations

import os
import time
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.errors import QuizgenError, UsageError

if TYPE_CHECKING:
    from quizgen.items import Article, Deck
    from quizgen.notes.word import Learner
    from quizgen.update import Followed


#: the suffix of a teacher's page, which is made but never read
SHEET = ".html"
_ELSEWHERE = "Choose another name with -o."


def now() -> int:
    """The moment that notes are stamped with: SOURCE_DATE_EPOCH where it is set, else the clock."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isdecimal() and len(epoch) < 12):
        raise UsageError(
            f"SOURCE_DATE_EPOCH={epoch} is no number of seconds.", do="Set it to seconds since 1970, or unset it."
        )
    return max(1, int(epoch)) if epoch else int(time.time())  # at 0 Anki's check panics


def check_output(output: Path | None) -> None:
    """Tells a wrong suffix or a missing folder before any work is done."""
    if output is None:
        return
    from quizgen.formats import FORMATS

    if output.suffix.lower() not in (*FORMATS, SHEET):
        raise UsageError(
            f"{output.suffix or 'no suffix'} is no kind of deck.", str(output), f"Use {', '.join((*FORMATS, SHEET))}."
        )
    if not output.resolve().parent.is_dir():
        raise QuizgenError(f"the folder {output.parent} is not there.", str(output), "Make it first.")


def standing(target: Path) -> Deck | None:
    """The deck of ours that stands there; QuizgenError for anything else, so that it is never replaced."""
    from quizgen import formats

    if not target.exists() or formats.is_patch(target) or _is_sheet(target):
        return None
    try:
        return formats.read(target)
    except QuizgenError as error:
        what = "this is no deck of ours, so it stays as it is."
        raise QuizgenError(what, str(target), _ELSEWHERE) from error


def _is_sheet(target: Path) -> bool:
    from quizgen import formats
    from quizgen.quiz.page import is_page

    return target.suffix.lower() == SHEET and is_page(formats.content(target).decode(errors="replace"))


def write_sheet(article: Article, deck: Deck, learner: Learner, target: Path, seed: int) -> None:
    """The deck as a page to print, with the article's own text."""
    from random import Random

    from quizgen import deck as decks
    from quizgen import formats
    from quizgen.notes.word import known_to
    from quizgen.quiz.page import page

    told = page(article, decks.cards(deck), known_to(learner), Random(seed))
    formats.put(target, told.encode())


def followed(new: Deck, old: Deck, path: Path, reviewed: bool) -> Followed:
    """The old deck at `path` as its article now makes it; flagged cards are left out where it is `reviewed`."""
    from quizgen import formats, update
    from quizgen.quiz.flags import review_file

    _check_article(new, old, path, "Give --over the deck of this article." if reviewed else _ELSEWHERE)
    return update.follow(formats.tidied(new), old, formats.flags(review_file(path)) if reviewed else {})


def write(deck: Deck, target: Path, cards: Collection[str], was: Deck | None, left: Collection[str] = ()) -> Deck:
    """Stamps the deck against the one that stands at `target`, and writes it with the cards that were ever woken."""
    from quizgen import formats, update

    if was:
        _check_article(deck, was, target)
    before = formats.woken(target) if was else frozenset()
    wakes = {kind for card in set(cards) - before for kind in formats.dormant()[card]}
    stamped = update.stamped(formats.tidied(deck), now(), was, left=left, wakes=wakes)
    formats.write(stamped, target, sorted(before | set(cards)))
    return stamped


def _check_article(new: Deck, old: Deck, path: Path, do: str = _ELSEWHERE) -> None:
    from quizgen.update import continues

    if not continues(new, old):
        what = f"this is the deck of another article, {old.name}, so it stays as it is."
        raise QuizgenError(what, str(path), do)


def dormant(ctx: click.Context, param: click.Parameter, told: str | None) -> tuple[str, ...]:
    """--cards recall,typed: the names between commas."""
    from quizgen import formats

    names = tuple(name.strip().lower() for name in (told or "").split(",") if name.strip())
    if unknown := [name for name in names if name not in formats.dormant()]:
        known = ", ".join(formats.dormant())
        raise click.BadParameter(f"there are no {unknown[0]!r} cards; choose among {known}.", ctx, param)
    return names
