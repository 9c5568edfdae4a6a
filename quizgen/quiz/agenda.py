"""Which cards are asked today, and in what order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from quizgen.items import Card
from quizgen.quiz.progress import Row
from quizgen.quiz.scheduling import is_due, retrievability

NEW_A_DAY = 20


class Agenda(NamedTuple):
    """The cards of a session and what waits behind them."""

    cards: tuple[Card, ...]
    due: int
    """how many of them were learned before"""
    new_left: int
    """new cards that wait for another day"""
    next_day: date | None
    """the next day on which a card of the deck is due, if any is known"""


def agenda(
    cards: Sequence[Card], rows: Mapping[tuple[str, str], Row], day: date, new: int = NEW_A_DAY,
    due_only: bool = False, limit: int | None = None, chance: Random | None = None,
) -> Agenda:  # fmt: skip
    """Due cards first, those most likely forgotten before the rest; then at most `new` new ones in the deck's order.

    Of the cards of one note only the first is asked in a session: they give each other away. So do facts of one
    sentence: its second one is begun after the first ones of the others. `chance` shuffles.
    """
    awake = [c for c in cards if not ((row := rows.get(_id(c))) and row.suspended)]
    known = {_id(c): row.memory for c in awake if (row := rows.get(_id(c))) and row.memory}
    due = sorted(
        (c for c in awake if (m := known.get(_id(c))) and is_due(m, day)),
        key=lambda c: retrievability(known[_id(c)], day),
    )
    fresh = [c for c in awake if _id(c) not in known]
    answered_today = {key for (key, _), m in known.items() if m.last == day}
    due, fresh = _apart(due, set()), _apart(fresh, {c.note.key for c in due} | answered_today)
    begun = [] if due_only else _by_turns(fresh)[: max(new, 0)]
    chosen = [*due, *begun][:limit]
    if chance:
        chance.shuffle(chosen)
    later = [m.due for m in known.values() if m.due > day]
    count = sum(_id(c) in known for c in chosen)
    return Agenda(tuple(chosen), count, len(fresh) - (len(chosen) - count), min(later, default=None))


def _apart(cards: Sequence[Card], taken: set[str]) -> list[Card]:
    """One card a note."""
    first: dict[str, Card] = {}
    for card in cards:
        if card.note.key not in taken:
            first.setdefault(card.note.key, card)
    return list(first.values())


def _by_turns(cards: Sequence[Card]) -> list[Card]:
    """The first fact of each sentence in its place, then each second one: what was just read is no question."""
    met: Counter[str] = Counter()
    turns = []
    for card in cards:
        sentence = card.note.fields.get("Evidence", "")
        turns.append(met[sentence])
        met[sentence] += bool(sentence)
    return [card for _, card in sorted(zip(turns, cards, strict=True), key=lambda pair: pair[0])]


def _id(card: Card) -> tuple[str, str]:
    return card.note.key, card.template
