"""A session: asks, keeps each answer, brings back what was wrong, takes back the last one. It draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import NamedTuple

from quizgen.items import Card
from quizgen.quiz.modes import ask
from quizgen.quiz.progress import Given, Progress
from quizgen.quiz.question import RATED, Outcome, Question, Rating, Verdict
from quizgen.quiz.scheduling import RETENTION, Memory, day_of, review

APART = 4
"""how many other cards come before a wrong one is asked again"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the learner chose for a session."""

    title: str
    """what the screen is headed with"""
    mode: str = "mixed"
    """choice, typed, flip or mixed"""
    retention: float = RETENTION
    spread: bool = True
    """cards learned together come back on neighbouring days"""
    again: bool = True
    """a card that was not right comes again in the session"""


class Answered(NamedTuple):
    """An answer of this session."""

    question: Question
    given: str
    verdict: Verdict
    rating: Rating
    memory: Memory
    took: int
    """milliseconds"""
    first: bool
    """it was the card's first answer of the session: only these are scored"""


class _Moment(NamedTuple):
    """What `undo` goes back to."""

    queue: tuple[Card, ...]
    answers: tuple[Answered, ...]
    review: int
    """the number of the review to take back, 0 where the card was suspended"""


class Session:
    """The cards still to be asked and the answers so far."""

    def __init__(
        self, queue: Sequence[Card], decks: Mapping[str, Sequence[Card]], progress: Progress, settings: Settings,
        clock: Callable[[], datetime], chance: Random,
    ) -> None:  # fmt: skip
        """`decks` holds all cards by the name of their deck; `clock` tells local time."""
        self.queue, self.progress, self.settings = list(queue), progress, settings
        self.clock, self.chance = clock, chance
        self.deck_cards = [card for cards in decks.values() for card in cards]
        self.begun = clock()
        self.answers: list[Answered] = []
        self._home = {card.note.key: name for name, cards in decks.items() for card in cards}
        self._past: list[_Moment] = []
        rows = progress.rows()
        self._memories = {id_: row.memory for id_, row in rows.items()}
        self._suspended = {id_ for id_, row in rows.items() if row.suspended}

    @property
    def day(self) -> date:
        """The learner's day it is now."""
        return day_of(self.clock())

    @property
    def left(self) -> int:
        """Cards still to be asked."""
        return len(self.queue)

    @property
    def new_left(self) -> int:
        """How many of them were never answered."""
        return sum(self.memory(card) is None for card in self.queue)

    @property
    def total(self) -> int:
        """Cards of the session, answered or still to come."""
        return len({_id(a.question.card) for a in self.answers} | set(map(_id, self.queue)))

    @property
    def firsts(self) -> list[Answered]:
        """The first answer to each card: what is scored."""
        return [a for a in self.answers if a.first]

    def memory(self, card: Card) -> Memory | None:
        """What is known of a card, None for a new one."""
        return self._memories.get(_id(card))

    def is_suspended(self, card: Card) -> bool:
        """Whether a card is asked no more."""
        return _id(card) in self._suspended

    def question(self) -> Question | None:
        """The next question, or None when the session is done."""
        if not self.queue:
            return None
        memory = self.memory(self.queue[0])
        stability = memory.stability if memory and memory.learned else 0.0
        return ask(self.queue[0], self.settings.mode, stability, self.deck_cards, self.chance)

    def preview(self, card: Card) -> dict[Rating, int]:
        """Days until the card comes back, for each way to rate it now; 0 is in this session."""
        return {r: review(self.memory(card), r, self.day, self.settings.retention).interval for r in Rating}

    def answer(
        self, question: Question, given: str, verdict: Verdict, rating: Rating | None = None, took: int = 0
    ) -> Answered:
        """Keep an answer at once; `rating` is the learner's own, else the verdict's; `took` in milliseconds."""
        rating = rating or RATED[verdict.outcome]
        return self._keep(question, given, verdict, rating, took, _Moment(tuple(self.queue), tuple(self.answers), 0))

    def regrade(self, rating: Rating) -> Answered:
        """The last answer counts as the learner says, whatever the grader said."""
        last, moment = self.answers[-1], self._past.pop()
        self.queue, self.answers = list(moment.queue), list(moment.answers)
        verdict = Verdict(Outcome.WRONG if rating is Rating.AGAIN else Outcome.RIGHT, last.verdict.say)
        return self._keep(last.question, last.given, verdict, rating, last.took, moment)

    def _keep(
        self, question: Question, given: str, verdict: Verdict, rating: Rating, took: int, moment: _Moment
    ) -> Answered:
        card, now = question.card, self.clock()
        given = given.encode("utf-8", "replace").decode()  # a terminal may send what is no text
        number, memory = self.progress.answer(
            card, self._home[card.note.key], rating, now, day_of(now), Given(question.mode.value, given, took),
            self.settings.retention, self.settings.spread, moment.review,
        )  # fmt: skip
        self._past.append(moment._replace(review=number))
        first = all(_id(a.question.card) != _id(card) for a in self.answers)
        self.answers.append(Answered(question, given, verdict, rating, memory, took, first))
        self._memories[_id(card)] = memory
        self.queue = [c for c in self.queue if _id(c) != _id(card)]
        if self.settings.again and (not memory.learned or verdict.outcome is Outcome.NEAR):
            self.queue.insert(APART, card)
        return self.answers[-1]

    def suspend(self, card: Card) -> None:
        """Ask a card no more, in this session and later."""
        self.progress.suspend(card, self._home[card.note.key])
        self._past.append(_Moment((card, *(c for c in self.queue if _id(c) != _id(card))), tuple(self.answers), 0))
        self._suspended.add(_id(card))
        self.queue = [c for c in self.queue if _id(c) != _id(card)]

    def undo(self) -> Card | None:
        """Take back the last answer or suspension; its card is asked next. None when there is nothing to take back."""
        if not self._past:
            return None
        moment = self._past[-1]
        card = moment.queue[0]
        now = self.clock()
        if moment.review:
            self._memories[_id(card)] = self.progress.undo(moment.review, now, day_of(now))
        else:
            self.progress.suspend(card, self._home[card.note.key], False)
            self._suspended.discard(_id(card))
        self._past.pop()
        self.queue, self.answers = list(moment.queue), list(moment.answers)
        return card


def _id(card: Card) -> tuple[str, str]:
    return card.note.key, card.template
