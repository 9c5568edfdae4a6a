"""A session: asks, keeps each answer, brings back what was wrong, takes back the last one. It draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from typing import NamedTuple

from quizgen.items import Card
from quizgen.quiz.question import RATED, Outcome, Question, Rating, Verdict
from quizgen.quiz.modes import ask
from quizgen.quiz.progress import Progress
from quizgen.quiz.progress.store import Given
from quizgen.quiz.scheduling import RETENTION, Memory, day_of, review

APART = 4
"""how many other cards come before a wrong one is asked again"""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the learner chose for a session."""

    deck: str
    """the deck's name"""
    mode: str = "mixed"
    retention: float = RETENTION
    fuzz: bool = True


class Answered(NamedTuple):
    """An answer of this session."""

    question: Question
    given: str
    verdict: Verdict
    rating: Rating
    number: int
    """the review's, in the progress; 0 where none is kept"""
    memory: Memory | None
    took: int
    """milliseconds"""
    first: bool
    """it was the card's first answer of the session: only these are scored"""


class _Moment(NamedTuple):
    """What `undo` goes back to."""

    queue: tuple[Card, ...]
    answers: tuple[Answered, ...]
    suspended: Card | None
    number: int


@dataclass
class Session:
    """The cards still to be asked and the answers so far."""

    settings: Settings
    queue: list[Card]
    deck_cards: Sequence[Card]
    progress: Progress
    clock: Callable[[], datetime]
    """tells local time"""
    chance: Random
    answers: list[Answered] = field(default_factory=list)
    _past: list[_Moment] = field(default_factory=list)
    _memories: dict[tuple[str, str], Memory | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._memories = {id_: row.memory for id_, row in self.progress.rows().items()}

    def question(self) -> Question | None:
        """The next question, or None when the session is done."""
        if not self.queue:
            return None
        card = self.queue[0]
        memory = self._memories.get(_id(card))
        stability = memory.stability if memory and memory.learned else 0.0
        return ask(card, self.settings.mode, stability, self.deck_cards, self.chance)

    def answer(self, question: Question, given: str, verdict: Verdict, rating: Rating | None, took: int) -> Answered:
        """Keep an answer at once; `rating` is the learner's own, else the verdict's; `took` in milliseconds."""
        self._remember_moment()
        return self._keep(question, given, verdict, rating or RATED[verdict.outcome], took)

    def regrade(self, rating: Rating) -> Answered:
        """The last answer counts as the learner says."""
        last = self.answers[-1]
        moment = self._past[-1]
        self._take_back(moment)
        return self._keep(last.question, last.given, last.verdict, rating, last.took)

    def undo(self) -> Card | None:
        """Take back the last answer or suspension; its card is asked next. None when there is nothing to take back."""
        if not self._past:
            return None
        moment = self._past.pop()
        if moment.suspended:
            self.progress.suspend(moment.suspended, self.settings.deck, False)
            self.queue, self.answers = list(moment.queue), list(moment.answers)
        else:
            self._take_back(moment)
        return self.queue[0]

    def suspend(self, card: Card) -> None:
        """Ask a card no more, in this session and later."""
        self._remember_moment(card)
        self.progress.suspend(card, self.settings.deck)
        self.queue = [c for c in self.queue if _id(c) != _id(card)]

    def preview(self, card: Card) -> dict[Rating, int]:
        """Days until the card comes back, for each way to rate it now; without the spread."""
        memory, day = self._memories.get(_id(card)), day_of(self.clock())
        return {r: review(memory, r, day, self.settings.retention).interval for r in Rating}

    @property
    def left(self) -> int:
        """Cards still to be asked."""
        return len(self.queue)

    @property
    def total(self) -> int:
        """Cards of the session, answered or still to come."""
        return len({_id(a.question.card) for a in self.answers} | {_id(c) for c in self.queue})

    @property
    def firsts(self) -> list[Answered]:
        """The first answer to each card: what is scored."""
        return [a for a in self.answers if a.first]

    def _keep(self, question: Question, given: str, verdict: Verdict, rating: Rating, took: int) -> Answered:
        card, now = question.card, self.clock()
        record = Given(question.mode.value, given, took)
        number, memory = self.progress.answer(
            card, self.settings.deck, rating, now, day_of(now), record, self.settings.retention, self.settings.fuzz
        )
        first = all(_id(a.question.card) != _id(card) for a in self.answers)
        answered = Answered(question, given, verdict, rating, number, memory, took, first)
        self._past[-1] = self._past[-1]._replace(number=number)
        self._memories[_id(card)] = memory
        self.answers.append(answered)
        self.queue = [c for c in self.queue if _id(c) != _id(card)]
        if not memory.learned or rating is Rating.AGAIN or verdict.outcome is Outcome.NEAR:
            self.queue.insert(APART, card)
        return answered

    def _remember_moment(self, suspended: Card | None = None) -> None:
        self._past.append(_Moment(tuple(self.queue), tuple(self.answers), suspended, 0))

    def _take_back(self, moment: _Moment) -> None:
        now = self.clock()
        memory = self.progress.undo(moment.number, now, day_of(now))
        self._memories[_id(moment.queue[0])] = memory
        self.queue, self.answers = list(moment.queue), list(moment.answers)


def _id(card: Card) -> tuple[str, str]:
    return card.note.key, card.template
