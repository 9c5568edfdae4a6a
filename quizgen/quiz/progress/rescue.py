"""Opens the progress file: checks it, keeps a backup of it, and finds a way back when it is damaged."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from quizgen.errors import QuizgenError
from quizgen.quiz.progress.schema import migrate
from quizgen.quiz.progress.store import Progress

WAIT = 10
"""seconds that one session waits for another's answer to be written"""


class Rescued(NamedTuple):
    """What was done about a damaged or missing file."""

    aside: Path | None
    """where the damaged file is kept, or None where the file was missing"""
    reviews: int
    """answers that came back with the backup, 0 without one"""
    since: str
    """when the backup was made: 2025-09-19 18:30"""

    def letter(self, path: Path) -> str:
        """The same, told to the learner."""
        if not self.aside:
            return (
                f"There was no progress at {path}, but a backup of {self.reviews} answers from {self.since} stands "
                f"beside it. To go back to it, copy {backup_of(path)} to {path}."
            )
        lost = f"The progress file was damaged. It is kept as {self.aside}."
        if not self.reviews:
            return f"{lost} There was no good backup, so this is a fresh start."
        return f"{lost} You go on from the backup of {self.since}: {self.reviews} answers."


def open_progress(path: Path, now: datetime) -> tuple[Progress, Rescued | None]:
    """The progress in a file, made if there is none.

    A damaged file is set aside under another name and the last good backup takes its place: see `Rescued`. A file
    that is no progress of ours is a QuizgenError and stays as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        seen = path.stat().st_ino if path.exists() else 0
        rescued = None
        try:
            base = _open(path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            rescued = _rescue(path, seen, now)
            base = _open(path)
        _back_up(base, path, now)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise QuizgenError(
            f"the progress cannot be opened ({reason}).", str(path), "Name another file with --progress."
        ) from error
    return Progress(base, path), rescued


def _open(path: Path) -> sqlite3.Connection:
    """Raises DatabaseError when what is there is damaged."""
    base = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        verdict = base.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        base.execute("PRAGMA journal_mode = WAL")
        base.execute("PRAGMA synchronous = FULL")
        tables = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and not {"cards", "reviews"} <= tables:
            raise QuizgenError("this is a database, but no progress of quizgen.", str(path), "Name another --progress.")
        migrate(base, str(path))
    except BaseException:
        base.close()
        raise
    return base


def _rescue(path: Path, seen: int, now: datetime) -> Rescued | None:
    """Set the damaged file aside with its journal, and put the backup in its place."""
    if not path.exists() or path.stat().st_ino != seen:
        return None  # another session was faster
    aside = path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}{path.suffix}")
    for tail in ("", "-wal", "-shm"):
        if (file := Path(f"{path}{tail}")).exists():
            file.rename(f"{aside}{tail}")
    backup = backup_of(path)
    count = _count(backup)
    if not count:
        return Rescued(aside, 0, "")
    made = datetime.fromtimestamp(backup.stat().st_mtime).strftime("%Y-%m-%d %H:%M")
    with sqlite3.connect(backup) as good, sqlite3.connect(path) as fresh:
        good.backup(fresh)
    good.close()
    fresh.close()
    return Rescued(aside, count, made)


def backup_of(path: Path) -> Path:
    """Where the backup stands: progress.backup.sqlite."""
    return path.with_name(f"{path.stem}.backup{path.suffix}")


def _back_up(base: sqlite3.Connection, path: Path, now: datetime) -> None:
    """Copy what is now known to be good; a backup with more answers than the file is kept under its day's name."""
    backup = backup_of(path)
    count = base.execute("SELECT count(*) FROM reviews").fetchone()[0]
    kept = _count(backup)
    if count == kept:
        return
    if kept > count:
        backup.rename(backup.with_name(f"{backup.stem}-{now:%Y%m%d-%H%M%S}{backup.suffix}"))
    if not count:
        return
    fresh = backup.with_name(f"{backup.name}.{os.getpid()}")
    with sqlite3.connect(fresh) as copy:
        base.backup(copy)
    copy.close()
    fresh.replace(backup)


def _count(path: Path) -> int:
    """How many answers a backup holds; 0 where there is none or it is damaged."""
    if not path.exists():
        return 0
    try:
        with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as base:
            return int(base.execute("SELECT count(*) FROM reviews").fetchone()[0])
    except sqlite3.DatabaseError:
        return 0
    finally:
        base.close()
