"""Reads and writes the progress: every answer is one transaction, reviews are only added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from quizgen.errors import QuizgenError
from quizgen.items import Card
from quizgen.quiz.question import Rating
from quizgen.quiz.scheduling import RETENTION, Memory, review

_MEMORY = "state, step, stability, difficulty, last, due"


class Row(NamedTuple):
    """A card as the progress knows it."""

    key: str
    template: str
    deck: str
    question: str
    answer: str
    kind: str
    level: str
    suspended: bool
    memory: Memory | None


class Review(NamedTuple):
    """An answer that counts: undone ones are left out."""

    id: int
    key: str
    template: str
    at: int
    day: date
    rating: Rating
    mode: str
    given: str
    took: int
    """milliseconds"""
    memory: Memory
    """what FSRS made of it"""


class Given(NamedTuple):
    """How an answer was given, for the record."""

    mode: str = ""
    text: str = ""
    took: int = 0
    """milliseconds"""


class Progress:
    """An open progress file."""

    def __init__(self, base: sqlite3.Connection, path: Path) -> None:
        self._base, self.path = base, path

    def rows(self) -> dict[tuple[str, str], Row]:
        """Every card ever answered or suspended, by key and template."""
        with self._told():
            found = self._base.execute(
                f"SELECT key, template, deck, question, answer, kind, level, suspended, {_MEMORY} FROM cards"
            )
            rows = [Row(*row[:7], bool(row[7]), _memory(row[8:])) for row in found]
        return {(row.key, row.template): row for row in rows}

    def answer(
        self, card: Card, deck: str, rating: Rating, now: datetime, day: date, given: Given = Given(),
        retention: float = RETENTION, fuzz: bool = True,
    ) -> tuple[int, Memory]:  # fmt: skip
        """Keep an answer and say when the card comes back; gives the review's number, for `undo`."""
        with self._transaction() as base:
            self._meet(card, deck)
            before = self._memory_of(card.note.key, card.template)
            count = base.execute("SELECT count(*) FROM reviews WHERE key = ? AND template = ?", _id(card)).fetchone()[0]
            seed = f"{card.note.key} {card.template} {count}" if fuzz else ""
            after = review(before, rating, day, retention, seed)
            number = base.execute(
                "INSERT INTO reviews (key, template, at, day, rating, mode, given, took, state, step, stability,"
                " difficulty, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*_id(card), int(now.timestamp()), str(day), int(rating), *given, *after[:4], str(after.due)),
            ).lastrowid
            self._remember(*_id(card), after)
        return int(number or 0), after

    def undo(self, number: int, now: datetime, day: date) -> Memory | None:
        """Take an answer back: the record says so, and the card is what the answer before left."""
        with self._transaction() as base:
            key, template = base.execute("SELECT key, template FROM reviews WHERE id = ?", (number,)).fetchone()
            base.execute(
                "INSERT INTO reviews (key, template, at, day, undoes) VALUES (?, ?, ?, ?, ?)",
                (key, template, int(now.timestamp()), str(day), number),
            )
            last = base.execute(
                f"SELECT state, step, stability, difficulty, day, due FROM reviews WHERE key = ? AND template = ?"
                f" AND {_COUNTS} ORDER BY id DESC LIMIT 1",
                (key, template),
            ).fetchone()
            memory = _memory(last) if last else None
            self._remember(key, template, memory)
        return memory

    def suspend(self, card: Card, deck: str, suspended: bool = True) -> None:
        """A suspended card is not asked until it is woken."""
        with self._transaction() as base:
            self._meet(card, deck)
            base.execute("UPDATE cards SET suspended = ? WHERE key = ? AND template = ?", (suspended, *_id(card)))

    def begun_on(self, day: date) -> int:
        """How many cards were answered for the first time on a learner's day."""
        with self._told():
            found = self._base.execute(
                f"SELECT count(*) FROM (SELECT min(day) AS first FROM reviews WHERE {_COUNTS} GROUP BY key, template)"
                " WHERE first = ?",
                (str(day),),
            ).fetchone()
        return int(found[0])

    def reviews(self) -> list[Review]:
        """Every answer that counts, oldest first."""
        with self._told():
            found = self._base.execute(
                "SELECT id, key, template, at, day, rating, mode, given, took, state, step, stability, difficulty,"
                f" day, due FROM reviews WHERE {_COUNTS} ORDER BY id"
            ).fetchall()
        return [_review(row) for row in found]

    def close(self) -> None:
        """Fold the journal into the file."""
        self._base.close()

    def _meet(self, card: Card, deck: str) -> None:
        """The card as it is asked today; what is known of it stays."""
        fields = card.note.fields
        kind = "word" if card.note.type == "word" else fields.get("Kind", "fact")
        self._base.execute(
            "INSERT INTO cards (key, template, deck, question, answer, kind, level) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET deck = excluded.deck, question = excluded.question,"
            " answer = excluded.answer, kind = excluded.kind, level = excluded.level",
            (*_id(card), deck, card.question, card.answer, kind, fields.get("Level", "")),
        )

    def _memory_of(self, key: str, template: str) -> Memory | None:
        row = self._base.execute(f"SELECT {_MEMORY} FROM cards WHERE key = ? AND template = ?", (key, template))
        return _memory(row.fetchone())

    def _remember(self, key: str, template: str, memory: Memory | None) -> None:
        values = (None,) * 6 if memory is None else (*memory[:4], str(memory.last), str(memory.due))
        self._base.execute(
            "UPDATE cards SET state = ?, step = ?, stability = ?, difficulty = ?, last = ?, due = ?"
            " WHERE key = ? AND template = ?",
            (*values, key, template),
        )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; sessions at once wait for each other."""
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base
                self._base.execute("COMMIT")
            except BaseException:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A failure of the file becomes a letter to the learner."""
        try:
            yield
        except sqlite3.Error as error:
            raise QuizgenError(
                f"the progress could not be kept ({error}).",
                str(self.path),
                "Every answer before this one is kept. See that the disk has room and is writable, then go on.",
            ) from error


_COUNTS = "rating IS NOT NULL AND id NOT IN (SELECT undoes FROM reviews WHERE undoes IS NOT NULL)"


def _id(card: Card) -> tuple[str, str]:
    return card.note.key, card.template


def _memory(row: tuple[int | None, int | None, float, float, str, str]) -> Memory | None:
    state, step, stability, difficulty, last, due = row
    if state is None:
        return None
    return Memory(state, step, stability, difficulty, date.fromisoformat(last), date.fromisoformat(due))


def _review(row: tuple[int, str, str, int, str, int, str, str, int, int, int | None, float, float, str, str]) -> Review:
    memory = _memory(row[9:])
    assert memory
    return Review(row[0], row[1], row[2], row[3], date.fromisoformat(row[4]), Rating(row[5]), *row[6:9], memory)
