"""What the progress tells of learning: what is due, how much is remembered, what is hard, what is covered."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from quizgen.quiz.progress import Review, Row
from quizgen.quiz.question import Rating
from quizgen.quiz.scheduling import is_due

COMING, PAST, HARDEST = 7, 30, 10

Id = tuple[str, str]
"""a card's note key and template"""


class Kept(NamedTuple):
    """How much of what was once learned was remembered when it was asked again."""

    remembered: int
    asked: int


class Group(NamedTuple):
    """The cards of one kind or level."""

    name: str
    cards: int
    learned: int
    """answered right, and coming back another day"""
    kept: Kept


class Hard(NamedTuple):
    """A card that keeps being forgotten."""

    question: str
    answer: str
    forgotten: int


class Coverage(NamedTuple):
    """How many words of a level are learned."""

    level: str
    learned: int
    words: int


class Statistics(NamedTuple):
    """All of it, for one learner's day."""

    due: dict[date, int]
    """today and the coming days -> cards; what is overdue counts for today"""
    reviews: dict[date, int]
    """the past days, today the last -> answers"""
    kept: Kept
    """in the past days"""
    kinds: tuple[Group, ...]
    levels: tuple[Group, ...]
    hardest: tuple[Hard, ...]
    coverage: tuple[Coverage, ...]
    orphans: tuple[Row, ...]
    """cards with progress that their deck has no more, or has retired; they keep it"""
    suspended: tuple[Row, ...]


def statistics(
    rows: Mapping[Id, Row], reviews: Sequence[Review], today: date, orphans: Collection[Id] = (),
    coverage: tuple[Coverage, ...] = (),
) -> Statistics:  # fmt: skip
    """The figures of the cards given; `orphans` are those among them that are asked no more."""
    awake = [row for id_, row in rows.items() if not row.suspended and id_ not in orphans]
    begun = today - timedelta(days=PAST - 1)
    recalls = [(review, id_) for id_, review in _recalls(reviews) if id_ in rows]
    late = [review for review, _ in recalls if review.day >= begun]
    by_day = Counter(review.day for review in reviews if (review.key, review.template) in rows)
    return Statistics(
        _due(awake, today),
        {(day := begun + timedelta(days=i)): by_day[day] for i in range(PAST)},
        _kept(late),
        _groups(rows, recalls, lambda row: row.kind),
        _groups(rows, recalls, lambda row: row.level),
        _hardest(rows, recalls),
        coverage,
        tuple(row for id_, row in rows.items() if id_ in orphans),
        tuple(row for row in rows.values() if row.suspended),
    )


def covered(
    rows: Iterable[Row], ranks: Mapping[str, int], labels: Sequence[str], simplify: Callable[[str], str]
) -> tuple[Coverage, ...]:
    """The learned words of a standard, level by level; `ranks` are Simplified words to ranks from 1."""
    learned = {simplify(row.question) for row in rows if row.kind == "word" and row.memory and row.memory.learned}
    held, known = Counter(ranks.values()), Counter(ranks[word] for word in learned if word in ranks)
    return tuple(Coverage(label, known[rank], held[rank]) for rank, label in enumerate(labels, 1))


def _due(rows: Iterable[Row], today: date) -> dict[date, int]:
    days = Counter(today if is_due(row.memory, today) else row.memory.due for row in rows if row.memory is not None)
    return {(day := today + timedelta(days=i)): days[day] for i in range(COMING)}


def _recalls(reviews: Iterable[Review]) -> Iterable[tuple[Id, Review]]:
    """The answers that show what was remembered: the first of a day, to a card learned on a day before."""
    before: dict[Id, Review] = {}
    for review in reviews:
        id_ = review.key, review.template
        last = before.get(id_)
        if last and last.memory.learned and last.day < review.day:
            yield id_, review
        before[id_] = review


def _kept(recalls: Collection[Review]) -> Kept:
    return Kept(sum(review.rating > Rating.AGAIN for review in recalls), len(recalls))


def _groups(
    rows: Mapping[Id, Row], recalls: Iterable[tuple[Review, Id]], name: Callable[[Row], str]
) -> tuple[Group, ...]:
    cards: dict[str, list[Row]] = defaultdict(list)
    asked: dict[str, list[Review]] = defaultdict(list)
    for row in rows.values():
        cards[name(row)].append(row)
    for review, id_ in recalls:
        asked[name(rows[id_])].append(review)
    learned = {group: sum(bool(row.memory and row.memory.learned) for row in held) for group, held in cards.items()}
    return tuple(Group(g, len(cards[g]), learned[g], _kept(asked[g])) for g in sorted(cards) if g)


def _hardest(rows: Mapping[Id, Row], recalls: Iterable[tuple[Review, Id]]) -> tuple[Hard, ...]:
    """The cards forgotten most often."""
    forgotten = Counter(id_ for review, id_ in recalls if review.rating is Rating.AGAIN)
    return tuple(Hard(rows[i].question, rows[i].answer, count) for i, count in forgotten.most_common(HARDEST))
