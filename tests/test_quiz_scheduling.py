"""FSRS against the library's own results, the learner's day, and a learner simulated over 200 days."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random
from statistics import mean, median

import fsrs
import pytest

from quizgen.quiz.agenda import agenda
from quizgen.quiz.question import Mode, Outcome, Rating, Verdict
from quizgen.quiz.scheduling import Memory, day_of, is_due, retrievability, review
from tests.quiz_deck import Clock, opened, session, words

DAY = date(2025, 3, 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def test_a_thousand_days_are_the_librarys_own(tmp_path: Path) -> None:
    """Through the file and back at every answer, against a card that the library keeps in memory."""
    clock, chance = Clock(), Random(7)
    progress = opened(tmp_path / "progress.sqlite", clock)
    step = (timedelta(minutes=10),)
    library = fsrs.Scheduler(learning_steps=step, relearning_steps=step, enable_fuzzing=False)
    cards = words(24)
    theirs = {card.note.key: fsrs.Card(card_id=1) for card in cards}
    dues = {card.note.key: DAY for card in cards}
    answers = 0
    for _ in range(1000):
        today = clock().date()
        for card in cards:
            key = card.note.key
            while dues[key] <= today:
                rating = chance.choices(list(Rating), (1, 1, 7, 1))[0]
                _, ours = progress.answer(card, "", rating, clock(), today, spread=False)
                their, _ = library.review_card(theirs[key], fsrs.Rating(int(rating)), _midnight(today))
                theirs[key], dues[key] = their, their.due.date()
                assert ours == (their.state, their.step, their.stability, their.difficulty, today, dues[key])
                answers += 1
                if rating is not Rating.AGAIN:
                    break
        clock.days(1)
    assert answers > 300


def test_cards_learned_together_spread_within_the_librarys_range() -> None:
    memory = Memory(2, None, 30.0, 5.0, DAY, DAY + timedelta(days=30))
    day = memory.due
    exact = review(memory, Rating.GOOD, day).interval
    spread = {review(memory, Rating.GOOD, day, seed=f"card {i}").interval for i in range(60)}
    assert len(spread) > 5
    assert max(spread) <= exact * 1.1 + 3 and min(spread) >= exact * 0.9 - 3
    assert review(memory, Rating.GOOD, day, seed="a") == review(memory, Rating.GOOD, day, seed="a")


def test_scheduling_leaves_the_worlds_chance_alone() -> None:
    import random

    random.seed(5)
    first = random.random()
    random.seed(5)
    review(None, Rating.GOOD, DAY, seed="x")
    assert random.random() == first


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(3, 59, date(2025, 2, 28)), (4, 0, DAY), (12, 0, DAY), (23, 59, DAY)]
)
def test_the_learners_day_starts_at_four(hour: int, minute: int, day: date) -> None:
    assert day_of(datetime(2025, 3, 1, hour, minute)) == day


def test_an_evening_and_the_next_morning_are_a_day_apart() -> None:
    evening, morning = datetime(2025, 3, 1, 21), datetime(2025, 3, 2, 8)
    first = review(None, Rating.EASY, day_of(evening))
    kept = review(first, Rating.GOOD, day_of(morning))
    same_day = review(first, Rating.GOOD, day_of(evening))
    assert kept.stability > same_day.stability


def test_a_wrong_card_stays_due_on_its_day_until_it_is_right() -> None:
    wrong = review(None, Rating.AGAIN, DAY)
    assert is_due(wrong, DAY) and not wrong.learned
    right = review(wrong, Rating.GOOD, DAY)
    assert right.learned and not is_due(right, DAY)


def test_more_retention_means_shorter_intervals() -> None:
    memory = Memory(2, None, 30.0, 5.0, DAY, DAY + timedelta(days=30))
    careful, usual, bold = (review(memory, Rating.GOOD, memory.due, r).interval for r in (0.97, 0.9, 0.8))
    assert careful < usual < bold


def test_a_clock_set_back_makes_no_negative_interval() -> None:
    memory = review(None, Rating.EASY, DAY)
    for rating in Rating:
        after = review(memory, rating, DAY - timedelta(days=400))
        assert after.last == DAY - timedelta(days=400)
        assert after.interval >= 0 and after.stability > 0
    assert retrievability(memory, DAY - timedelta(days=400)) == 1.0


def test_an_answer_from_the_future_is_asked_again_at_once() -> None:
    memory = review(None, Rating.EASY, DAY + timedelta(days=3650))
    assert is_due(memory, DAY)
    assert not is_due(review(memory, Rating.GOOD, DAY), DAY)


def test_a_learner_of_200_days(tmp_path: Path) -> None:
    """Who forgets as FSRS says: intervals grow, the load stays bearable, nine of ten are remembered."""
    clock, chance = Clock(), Random(3)
    progress = opened(tmp_path / "progress.sqlite", clock)
    progress._base.execute("PRAGMA synchronous = OFF")
    cards = words(400)
    load: list[int] = []
    remembered: list[bool] = []
    for _ in range(200):
        today = clock().date()
        plan = agenda(cards, progress.rows(), today, new=4 - progress.begun_on(today))
        sitting = session(list(plan.cards), progress, clock, "flip")
        while question := sitting.question():
            memory = sitting.memory(question.card)
            knows = chance.random() < (retrievability(memory, today) if memory else 0.5)
            if memory and memory.learned:
                remembered.append(knows)
            verdict = Verdict(Outcome.RIGHT if knows else Outcome.WRONG)
            assert question.mode is Mode.FLIP
            sitting.answer(question, "", verdict)
        load.append(len(sitting.answers))
        assert not agenda(cards, progress.rows(), today, new=0).cards, "nothing due is left at the day's end"
        clock.days(1)
    early = [r.memory.interval for r in progress.reviews() if r.day < DAY + timedelta(days=30) and r.memory.learned]
    late = [r.memory.interval for r in progress.reviews() if r.day > DAY + timedelta(days=170) and r.memory.learned]
    assert median(late) > 3 * median(early)
    assert max(load) < 60 and mean(load[-30:]) < 45
    assert 0.85 < mean(remembered) < 0.95
