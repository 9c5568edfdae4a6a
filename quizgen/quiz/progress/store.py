"""Reads and writes the progress: every answer is one transaction, reviews are only added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.items import Card
from quizgen.quiz.progress import records
from quizgen.quiz.progress.records import COUNTS, REVIEW, ROW, Given, Review, Row
from quizgen.quiz.question import Rating
from quizgen.quiz.scheduling import RETENTION, Memory, review

_THIS = "key = ? AND template = ?"


class Progress:
    """An open progress file."""

    def __init__(self, base: sqlite3.Connection, path: Path) -> None:
        self._base, self.path = base, path

    def rows(self) -> dict[tuple[str, str], Row]:
        """Every card ever answered or suspended, by key and template."""
        with self._told():
            found = [records.row(columns) for columns in self._base.execute(f"SELECT {ROW} FROM cards")]
        return {(row.key, row.template): row for row in found}

    def reviews(self) -> list[Review]:
        """Every answer that counts, oldest first."""
        with self._told():
            found = self._base.execute(f"SELECT {REVIEW} FROM reviews WHERE {COUNTS} ORDER BY id")
            return [records.reviewed(columns) for columns in found]

    def begun_on(self, day: date) -> int:
        """How many cards were answered for the first time on a learner's day."""
        firsts = f"SELECT min(day) AS first FROM reviews WHERE {COUNTS} GROUP BY key, template"
        with self._told():
            found = self._base.execute(f"SELECT count(*) FROM ({firsts}) WHERE first = ?", (str(day),)).fetchone()
        return int(found[0])

    def answer(
        self, card: Card, deck: str, rating: Rating, now: datetime, day: date, given: Given | None = None,
        retention: float = RETENTION, spread: bool = True, instead_of: int = 0,
    ) -> tuple[int, Memory]:  # fmt: skip
        """Keep an answer; gives the review's number, for `undo`, and what FSRS makes of it.

        `instead_of` is the number of a review that this one replaces. FSRS starts from what the file holds now, so
        that an answer from another session counts too.
        """
        this = card.note.key, card.template
        with self._transaction() as base:
            self._meet(card, deck)
            if instead_of:
                self._take_back(instead_of, now, day)
            before = records.row(base.execute(f"SELECT {ROW} FROM cards WHERE {_THIS}", this).fetchone()).memory
            count = base.execute(f"SELECT count(*) FROM reviews WHERE {COUNTS} AND {_THIS}", this).fetchone()[0]
            after = review(before, rating, day, retention, f"{card.note.key} {card.template} {count}" if spread else "")
            number = base.execute(
                "INSERT INTO reviews (key, template, at, day, rating, mode, given, took, state, step, stability,"
                " difficulty, due) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*this, int(now.timestamp()), str(day), int(rating), *(given or Given()), *after[:4], str(after.due)),
            ).lastrowid
            self._remember(this, after)
        return int(number or 0), after

    def undo(self, number: int, now: datetime, day: date) -> Memory | None:
        """Take an answer back: the record says so, and the card is again what the answer before left."""
        with self._transaction():
            return self._take_back(number, now, day)

    def suspend(self, card: Card, deck: str, suspended: bool = True) -> None:
        """A suspended card is not asked until it is woken."""
        with self._transaction() as base:
            self._meet(card, deck)
            base.execute(f"UPDATE cards SET suspended = ? WHERE {_THIS}", (suspended, card.note.key, card.template))

    def wake(self, cards: Iterable[tuple[str, str]]) -> None:
        """The cards, by key and template, are suspended no more."""
        with self._transaction() as base:
            base.executemany(f"UPDATE cards SET suspended = 0 WHERE {_THIS}", cards)

    def close(self) -> None:
        """Fold the journal into the file."""
        self._base.close()

    def _meet(self, card: Card, deck: str) -> None:
        """The card as it is asked today; what is known of it stays."""
        self._base.execute(
            "INSERT INTO cards (key, template, deck, question, answer, kind, level) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET deck = excluded.deck, question = excluded.question,"
            " answer = excluded.answer, kind = excluded.kind, level = excluded.level",
            Row.of(card, deck)[:7],
        )

    def _take_back(self, number: int, now: datetime, day: date) -> Memory | None:
        this = self._base.execute("SELECT key, template FROM reviews WHERE id = ?", (number,)).fetchone()
        self._base.execute(
            "INSERT INTO reviews (key, template, at, day, undoes) VALUES (?, ?, ?, ?, ?)",
            (*this, int(now.timestamp()), str(day), number),
        )
        last = self._base.execute(
            f"SELECT {REVIEW} FROM reviews WHERE {COUNTS} AND {_THIS} ORDER BY id DESC LIMIT 1", this
        ).fetchone()
        memory = records.reviewed(last).memory if last else None
        self._remember(this, memory)
        return memory

    def _remember(self, this: tuple[str, str], memory: Memory | None) -> None:
        values = (*memory[:4], str(memory.last), str(memory.due)) if memory else (None,) * 6
        self._base.execute(
            f"UPDATE cards SET state = ?, step = ?, stability = ?, difficulty = ?, last = ?, due = ? WHERE {_THIS}",
            (*values, *this),
        )

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; sessions at once wait for each other."""
        with self._told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield self._base
                self._base.execute("COMMIT")
            finally:
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")

    @contextmanager
    def _told(self) -> Iterator[None]:
        """A failure of the file becomes a letter to the learner."""
        try:
            yield
        except sqlite3.Error as error:
            usual = f"the progress cannot be used ({error}).", "Start the quiz anew."
            what, do = _LETTERS.get(_primary(error), usual)
            raise QuizgenError(what, str(self.path), f"Every answer before this one is kept. {do}") from error


_LETTERS = {
    sqlite3.SQLITE_FULL: ("the answer could not be kept: the disk is full.", "Make room, then go on."),
    sqlite3.SQLITE_IOERR: ("the answer could not be kept: the disk refused it.", "See that it is there and has room."),
    sqlite3.SQLITE_READONLY: ("the answer could not be kept: the file is read-only.", "Make it writable, then go on."),
    sqlite3.SQLITE_BUSY: ("another program holds the progress.", "Close it, then go on."),
    sqlite3.SQLITE_CORRUPT: ("the progress file is damaged.", "Start the quiz anew: it will find a way back."),
    sqlite3.SQLITE_NOTADB: ("the progress file is damaged.", "Start the quiz anew: it will find a way back."),
}


def _primary(error: sqlite3.Error) -> int:
    """SQLite's own code, without its extension; 0 where it gave none."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF
