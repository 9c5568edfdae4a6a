"""What the rooms of the quiz hand each other: a question, a verdict, a rating."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NamedTuple

from quizgen.items import Card


class Mode(StrEnum):
    """How a card is asked."""

    CHOICE = "choice"
    TYPED = "typed"
    FLIP = "flip"


class Rating(IntEnum):
    """How well it was known, in FSRS's four steps."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Outcome(StrEnum):
    """What became of an answer."""

    RIGHT = "right"
    NEAR = "near"
    """known, but not as it stands: the right sound in a wrong character"""
    WRONG = "wrong"
    UNCLEAR = "unclear"
    """not yet an answer (the year is missing): ask once more"""


class Verdict(NamedTuple):
    """What the grader says of an answer."""

    outcome: Outcome
    say: str = ""
    """one sentence to the learner, or empty"""


class Wants(StrEnum):
    """What the answer to a question is made of."""

    MEANING = "meaning"
    READING = "reading"
    HANZI = "hanzi"
    NAME = "name"
    DATE = "date"
    FIGURE = "figure"
    TEXT = "text"
    """words that only a person can judge: reasons, events"""


@dataclass(frozen=True, slots=True)
class Question:
    """A card on its way to the learner."""

    card: Card
    mode: Mode
    wants: Wants
    answer: str
    """what is right, as it is shown"""
    options: tuple[str, ...] = ()
    """what to choose among, in the order shown, the right one included; only where the mode is choice"""


RATED = {Outcome.RIGHT: Rating.GOOD, Outcome.NEAR: Rating.HARD, Outcome.WRONG: Rating.AGAIN}
"""what an outcome counts as, until the learner says otherwise"""
