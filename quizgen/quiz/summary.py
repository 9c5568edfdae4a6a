"""What a session came to: score, time, what to see again, when the deck's cards come back."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from quizgen.items import Card
from quizgen.quiz.question import Outcome
from quizgen.quiz.scheduling import is_due
from quizgen.quiz.session import Session


class Summary(NamedTuple):
    """A session, told in figures."""

    asked: int
    """cards answered"""
    right: int
    """of them, at the first answer"""
    near: int
    seconds: int
    again: tuple[Card, ...]
    """cards that were not right at once"""
    next_days: dict[date, int]
    """learner's day -> cards of the deck due on it, those due now under the session's own day"""


def summary(session: Session) -> Summary:
    """The session so far."""
    firsts = session.firsts
    outcomes = Counter(a.verdict.outcome for a in firsts)
    again = tuple(a.question.card for a in firsts if a.verdict.outcome is not Outcome.RIGHT)
    day = session.day
    dues = Counter(
        day if is_due(memory, day) else memory.due
        for card in session.deck_cards
        if (memory := session.memory(card)) and not session.is_suspended(card)
    )
    seconds = max(0, round((session.clock() - session.begun).total_seconds()))
    right, near = outcomes[Outcome.RIGHT], outcomes[Outcome.NEAR]
    return Summary(len(firsts), right, near, seconds, again, dict(sorted(dues.items())))
