"""The tables, as the steps that make them: a new file takes them all, an older one those it lacks.

A step that was released is never edited; a later one is added, and a file of its schema to the tests.
"""

from __future__ import annotations

import sqlite3

from quizgen.errors import QuizgenError

_REVIEWS = """
    CREATE TABLE reviews (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,             -- the note's
        template TEXT NOT NULL,
        at INTEGER NOT NULL,           -- seconds since 1970
        day TEXT NOT NULL,             -- the learner's, 2025-09-19
        rating INTEGER,                -- 1 again, 2 hard, 3 good, 4 easy; NULL where the row undoes another
        undoes INTEGER REFERENCES reviews (id),
        mode TEXT NOT NULL DEFAULT '',
        given TEXT NOT NULL DEFAULT '',
        took INTEGER NOT NULL DEFAULT 0,  -- milliseconds
        state INTEGER, step INTEGER, stability REAL, difficulty REAL, due TEXT  -- what FSRS made of it
    )
"""
_CARDS = """
    CREATE TABLE cards (
        key TEXT NOT NULL,
        template TEXT NOT NULL,
        deck TEXT NOT NULL,            -- where it was last met
        question TEXT NOT NULL,        -- as it was last shown, for lists and for orphans
        answer TEXT NOT NULL,
        kind TEXT NOT NULL,            -- word, or the fact's kind
        level TEXT NOT NULL DEFAULT '',
        suspended INTEGER NOT NULL DEFAULT 0,
        state INTEGER, step INTEGER, stability REAL, difficulty REAL, last TEXT, due TEXT,
        PRIMARY KEY (key, template)
    ) WITHOUT ROWID
"""
MIGRATIONS: tuple[tuple[str, ...], ...] = (
    # 1: a card's state is what its last review left; reviews are only ever added to
    (
        _REVIEWS,
        "CREATE INDEX reviews_of ON reviews (key, template, id)",
        "CREATE INDEX reviews_on ON reviews (day)",
        _CARDS,
    ),
)


def migrate(base: sqlite3.Connection, where: str) -> None:
    """Bring a file to the newest schema, each step whole or not at all; a newer one than ours is a QuizgenError."""
    if (version := _version(base)) > len(MIGRATIONS):
        raise QuizgenError(
            f"this progress was written by a newer quizgen (schema {version}, this one knows {len(MIGRATIONS)}).",
            where,
            "Update quizgen; the file is untouched.",
        )
    if version == len(MIGRATIONS):
        return
    base.execute("BEGIN IMMEDIATE")
    try:
        # another session may have been faster
        for number, step in enumerate(MIGRATIONS[_version(base) :], _version(base) + 1):
            for statement in step:
                base.execute(statement)
            base.execute(f"PRAGMA user_version = {number}")
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise


def _version(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])
