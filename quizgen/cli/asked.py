"""The cards that the quiz asks: those of decks, or of the decks that articles make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from quizgen.cli import inputs
from quizgen.errors import UsageError
from quizgen.items import RETIRED, Card, Deck, Source

if TYPE_CHECKING:
    from quizgen.notes.word import Learner

DECKS = (".apkg", ".yaml", ".json")


class Asked(NamedTuple):
    """All cards of some decks and articles."""

    decks: dict[str, list[Card]]
    """by the deck's name; decks of one name are one"""
    homes: dict[str, Path]
    """a note's key -> the deck or article it is from"""
    retired: int
    """facts that are left out"""

    @property
    def title(self) -> str:
        """The names of the decks."""
        return " + ".join(self.decks)

    @property
    def cards(self) -> list[Card]:
        """One deck after the other."""
        return [card for cards in self.decks.values() for card in cards]

    @property
    def left_out(self) -> str:
        """One line on the facts that are not asked, or nothing."""
        if not self.retired:
            return ""
        are = "fact is" if self.retired == 1 else "facts are"
        return f"{self.retired} retired {are} not asked: the article no longer says so."


def cards_of(
    paths: Sequence[str], about: dict[str, str], *, facts: int | None, words: int | None, everything: bool,
    **learner: Any,
) -> Asked:  # fmt: skip
    """The cards at those paths; what two of them have is asked once, as the first has it.

    `about` are the options of `inputs.article_options`, then come those of `inputs.budget_options`, `learner` is what
    `inputs.learner` takes: a deck is asked as it stands, whatever they say.
    """
    from quizgen.deck import cards

    found = Asked({}, {}, 0)
    amount = {"facts": facts, "words": words, "everything": everything}
    for path, deck in _decks(list(dict.fromkeys(paths)), about, amount, learner):
        held = [card for card in cards(deck) if card.note.key not in found.homes]
        found.decks.setdefault(deck.name, []).extend(held)
        found.homes.update((card.note.key, Path(path)) for card in held)
        found = found._replace(retired=found.retired + sum(RETIRED in note.tags for note in deck.notes))
    return found


def _decks(
    paths: Sequence[str], about: dict[str, str], amount: dict[str, Any], learner: dict[str, Any]
) -> Iterator[tuple[str, Deck]]:
    """The decks at the paths, and those that the articles there make; what cannot be read is told before it asks."""
    from quizgen import formats

    texts = [path for path in paths if Path(path).suffix.lower() not in DECKS]
    if len(texts) > 1 and any(about.values()):
        raise UsageError("--title, --date, --id and --url tell of one article.", do="Ask one article at a time.")
    decks = {path: formats.read(Path(path)) for path in paths if path not in texts}
    sources = {path: inputs.read_source(path, **about) for path in texts}
    who = inputs.learner(**learner) if sources else None
    for path in paths:
        yield path, _made(sources[path], who, amount) if who and path in sources else decks[path]


def _made(source: Source, learner: Learner, amount: dict[str, Any]) -> Deck:
    """The deck that an article makes for a learner."""
    from quizgen import deck

    article = inputs.understood(source)
    with inputs.patience("Making cards", len(article.text)):
        return deck.make(article, learner, inputs.budget(len(article.text), **amount))
