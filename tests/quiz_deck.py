"""What the quiz's tests share: a deck, as many word cards as wanted, a clock that can be set."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from quizgen.deck import cards as deck_cards
from quizgen.formats import read
from quizgen.items import Card, Note
from quizgen.quiz.progress import Progress, open_progress
from quizgen.quiz.session import Session, Settings

DECK = Path(__file__).parent / "cases" / "quiz" / "deck.json"


def talks() -> list[Card]:
    """The cards of the sample deck."""
    return deck_cards(read(DECK))


def words(count: int) -> list[Card]:
    """Cards of made-up words, each with a meaning of its own."""
    return [
        Card(Note("word", f"w{i}", {"Hanzi": f"字{i}", "English": f"meaning {i}"}), "Recognition", f"字{i}", "", ())
        for i in range(count)
    ]


class Clock:
    """Tells the time it is set to: noon of 1 March 2025 at first."""

    def __init__(self) -> None:
        self.now = datetime(2025, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def days(self, count: float) -> None:
        """Move on, or back."""
        self.now += timedelta(days=count)


def opened(path: Path, clock: Clock) -> Progress:
    """The progress in a file that is known to be good."""
    progress, rescued = open_progress(path, clock())
    assert rescued is None
    return progress


def session(cards: list[Card], progress: Progress, clock: Clock, mode: str = "mixed", spread: bool = True) -> Session:
    """A session over all of the cards, in their order."""
    return Session(cards, {"talks": cards}, progress, Settings("talks", mode, spread=spread), clock, Random(1))
