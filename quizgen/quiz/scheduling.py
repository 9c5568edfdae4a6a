"""When a card comes back, by FSRS. The only door to fsrs.

FSRS is given the learner's days, not moments: a card learned at 21:00 and asked at 8:00 has been remembered for a day.
A day starts at 4:00. A wrong card stays due on its day until it is answered right.
"""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from quizgen.quiz.question import Rating

if TYPE_CHECKING:
    from fsrs import Card, Scheduler

RETENTION = 0.9
DAY_STARTS = timedelta(hours=4)
_STEP = timedelta(minutes=10)


class Memory(NamedTuple):
    """What FSRS knows of a card after an answer."""

    state: int
    """1 learning, 2 review, 3 relearning"""
    step: int | None
    stability: float
    """days until the chance to remember has fallen to 90 %"""
    difficulty: float
    """1 to 10"""
    last: date
    due: date

    @property
    def learned(self) -> bool:
        """It was answered right and comes back another day."""
        return self.state == 2

    @property
    def interval(self) -> int:
        """Days from the last answer to the next."""
        return (self.due - self.last).days


def day_of(now: datetime) -> date:
    """The learner's day a local time belongs to: 3:59 is still yesterday."""
    return (now - DAY_STARTS).date()


def review(memory: Memory | None, rating: Rating, day: date, retention: float = RETENTION, seed: str = "") -> Memory:
    """What FSRS knows after an answer on a learner's day; `memory` is None for a new card.

    `seed` spreads cards learned together over neighbouring days (FSRS's fuzz); without it intervals are exact. A day
    before the last one (a clock set back) counts as that same day, so that no interval is negative.
    """
    from fsrs import Rating as Grade

    scheduler = _scheduler(retention, bool(seed))
    before = random.getstate()
    random.seed(seed)
    try:
        card, _ = scheduler.review_card(_card(memory, day), Grade(int(rating)), _midnight(day))
    finally:
        random.setstate(before)
    assert card.stability is not None and card.difficulty is not None
    return Memory(card.state.value, card.step, card.stability, card.difficulty, day, card.due.date())


def retrievability(memory: Memory, day: date) -> float:
    """The chance, from 0 to 1, that the card is remembered on a day."""
    return _scheduler(RETENTION, False).get_card_retrievability(_card(memory, day), _midnight(day))


def is_due(memory: Memory, day: date) -> bool:
    """Whether a card is to be asked on a day; one answered in the future, by a clock gone wrong, is."""
    return memory.due <= day or memory.last > day + timedelta(days=1)


def _scheduler(retention: float, fuzz: bool) -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(
        desired_retention=retention, learning_steps=(_STEP,), relearning_steps=(_STEP,), enable_fuzzing=fuzz
    )


def _card(memory: Memory | None, day: date) -> Card:
    from fsrs import Card, State

    if memory is None:
        return Card(card_id=0)
    last = _midnight(min(memory.last, day))
    return Card(0, State(memory.state), memory.step, memory.stability, memory.difficulty, _midnight(memory.due), last)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
