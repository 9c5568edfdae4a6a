"""Opens the progress file: checks it, keeps a backup of it, and finds a way back when it is damaged."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from time import monotonic, sleep
from typing import NamedTuple

from quizgen.errors import QuizgenError
from quizgen.quiz.progress.schema import migrate
from quizgen.quiz.progress.store import Progress

WAIT = 10
"""seconds that one session waits for another's answer to be written"""


class Rescued(NamedTuple):
    """What was done about a file that was damaged or gone."""

    aside: Path | None
    """where the damaged file is kept; None where the file was gone"""
    backup: Path | None
    """the backup there is, if any"""
    reviews: int
    """answers in it"""

    def letter(self, path: Path) -> str:
        """The same, told to the learner."""
        made = f"{datetime.fromtimestamp(self.backup.stat().st_mtime):%Y-%m-%d %H:%M}" if self.backup else ""
        if not self.aside:
            return (
                f"There is no progress at {path}, so this is a fresh start. A backup of {self.reviews} answers from "
                f"{made} is there: to go back to it, copy {self.backup} to {path}."
            )
        kept = f"The progress file was damaged; it is kept as {self.aside}."
        if not self.backup:
            return f"{kept} There is no backup yet, so this is a fresh start."
        return f"{kept} You go on from the backup of {made}, with {self.reviews} answers."


def open_progress(path: Path, now: datetime) -> tuple[Progress, Rescued | None]:
    """The progress in a file, made if there is none.

    A damaged file is set aside under another name and the last good backup takes its place. A file that is no
    progress of ours, or of a newer quizgen, is a QuizgenError and stays as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        base, rescued = _open_or_rescue(path, now)
        superseded = _back_up(base, path, now)
    except (OSError, sqlite3.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        do = "Name another file with --progress."
        raise QuizgenError(f"the progress cannot be opened ({reason}).", str(path), do) from error
    if superseded and not rescued:
        rescued = Rescued(None, superseded, _count(superseded))
    return Progress(base, path), rescued


def _open_or_rescue(path: Path, now: datetime) -> tuple[sqlite3.Connection, Rescued | None]:
    file = path.stat().st_ino if path.exists() else 0
    try:
        if file and not path.stat().st_size and _count(backup_of(path)):
            raise sqlite3.DatabaseError("the file is empty")
        return _open(path), None
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
    rescued = None
    # unless another session was faster
    if path.exists() and path.stat().st_ino == file:
        rescued = _rescue(path, now)
    return _open(path), rescued


def _open(path: Path) -> sqlite3.Connection:
    """Raises DatabaseError when what is there is damaged."""
    base = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        verdict = base.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)
        tables = {row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and not {"cards", "reviews"} <= tables:
            raise QuizgenError("this is a database, but no progress of quizgen.", str(path), "Name another --progress.")
        _keep_journal(base)
        base.execute("PRAGMA synchronous = FULL")
        migrate(base, str(path))
    except BaseException:
        base.close()
        raise
    return base


def _keep_journal(base: sqlite3.Connection) -> None:
    """Switch to WAL; SQLite does not wait by itself where another session is switching the same new file."""
    until = monotonic() + WAIT
    while True:
        try:
            base.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if monotonic() > until:
                raise
            sleep(0.02)


def _rescue(path: Path, now: datetime) -> Rescued:
    """Set the damaged file aside with its journal, and put the backup in its place."""
    aside = _free(path.with_name(f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}{path.suffix}"))
    for tail in ("-wal", "-shm", ""):
        if (file := Path(f"{path}{tail}")).exists():
            file.rename(f"{aside}{tail}")
    backup = backup_of(path)
    if not (count := _count(backup)):
        return Rescued(aside, None, 0)
    with closing(sqlite3.connect(backup)) as good, closing(sqlite3.connect(path)) as fresh:
        good.backup(fresh)
    return Rescued(aside, backup, count)


def backup_of(path: Path) -> Path:
    """Where the backup stands: progress.sqlite -> progress.backup.sqlite."""
    return path.with_name(f"{path.stem}.backup{path.suffix}")


def _back_up(base: sqlite3.Connection, path: Path, now: datetime) -> Path | None:
    """Copy what is now known to be good. A backup with more answers than the file is kept under another name, given."""
    backup = backup_of(path)
    count, kept = base.execute("SELECT count(*) FROM reviews").fetchone()[0], _count(backup)
    superseded = None
    if kept > count:
        superseded = _free(backup.with_name(f"{backup.stem}-{now:%Y%m%d-%H%M%S}{backup.suffix}"))
        backup.rename(superseded)
    if count and count != kept:
        fresh = backup.with_name(f".{backup.name}.{os.getpid()}.part")
        with closing(sqlite3.connect(fresh)) as copy:
            base.backup(copy)
        fresh.replace(backup)
    return superseded


def _free(path: Path) -> Path:
    """The path itself, or with a number where it is taken."""
    names = (path.with_name(f"{path.stem}-{i}{path.suffix}") for i in range(2, 1000))
    return path if not path.exists() else next(name for name in names if not name.exists())


def _count(path: Path) -> int:
    """How many answers a backup holds; 0 where there is none or it is damaged."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
        try:
            return int(base.execute("SELECT count(*) FROM reviews").fetchone()[0])
        except sqlite3.DatabaseError:
            return 0
