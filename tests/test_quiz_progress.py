"""Progress that is not lost: two sessions, kill -9, a full disk, damage, older files, undo."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from quizgen.errors import QuizgenError
from quizgen.quiz.progress import Progress, open_progress, schema
from quizgen.quiz.question import Rating
from quizgen.quiz.scheduling import review
from tests.quiz_deck import DECK, Clock, opened, words

OLDER = sorted((Path(__file__).parent / "cases" / "quiz").glob("progress-*.sql"))


def _answer(progress: Progress, clock: Clock, count: int = 1, rating: Rating = Rating.GOOD) -> None:
    for card in words(count):
        progress.answer(card, "deck", rating, clock(), clock().date())


def _check(path: Path) -> list[tuple[object, ...]]:
    """The file is whole, and every card is what its reviews make of it."""
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    cards = base.execute("SELECT key, template, state, stability, due FROM cards ORDER BY key").fetchall()
    last = base.execute(
        "SELECT key, template, state, stability, due FROM reviews"
        " WHERE id IN (SELECT max(id) FROM reviews GROUP BY key) ORDER BY key"
    ).fetchall()
    assert cards == last
    reviews = base.execute("SELECT * FROM reviews").fetchall()
    base.close()
    return reviews


def test_what_is_answered_is_kept(tmp_path: Path) -> None:
    clock = Clock()
    progress = opened(tmp_path / "new" / "folder" / "progress.sqlite", clock)
    _answer(progress, clock, 3)
    progress.close()
    again = opened(progress.path, clock)
    assert [row.memory for row in again.rows().values()] == [r.memory for r in again.reviews()]
    assert again.begun_on(clock().date()) == 3 and again.begun_on(clock().date() + timedelta(1)) == 0


def test_undo_is_written_down_and_takes_the_card_back(tmp_path: Path) -> None:
    clock = Clock()
    progress = opened(tmp_path / "p.sqlite", clock)
    card = words(1)[0]
    first, memory = progress.answer(card, "deck", Rating.GOOD, clock(), clock().date())
    clock.days(3)
    second, _ = progress.answer(card, "deck", Rating.AGAIN, clock(), clock().date())
    assert progress.undo(second, clock(), clock().date()) == memory
    assert [r.id for r in progress.reviews()] == [first]
    assert progress.undo(first, clock(), clock().date()) is None
    assert progress.rows()[card.note.key, card.template].memory is None
    assert progress.begun_on(clock().date()) == 0
    kept = sqlite3.connect(progress.path).execute("SELECT id, rating, undoes FROM reviews").fetchall()
    assert kept == [(1, 3, None), (2, 1, None), (3, None, 2), (4, None, 1)]


def test_an_answer_instead_of_another_is_one_transaction(tmp_path: Path) -> None:
    clock = Clock()
    progress = opened(tmp_path / "p.sqlite", clock)
    card, day = words(1)[0], clock().date()
    number, _ = progress.answer(card, "deck", Rating.AGAIN, clock(), day)
    _, memory = progress.answer(card, "deck", Rating.EASY, clock(), day, instead_of=number)
    assert memory == review(None, Rating.EASY, day, seed=f"{card.note.key} {card.template} 0")
    assert [r.rating for r in progress.reviews()] == [Rating.EASY]


SITTING = """
    import sys, time
    from pathlib import Path
    from quizgen.quiz.question import Rating
    from tests.quiz_deck import Clock, words
    from quizgen.quiz.progress import open_progress
    path, count, name = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    clock = Clock()
    progress, _ = open_progress(path, clock())
    cards = words(7)
    for i in range(count):
        number, _ = progress.answer(cards[i % 7], name, Rating(1 + i % 4), clock(), clock().date())
        print(number, flush=True)
"""


def _sitting(path: Path, count: int, name: str) -> subprocess.Popen[str]:
    code = textwrap.dedent(SITTING)
    root = Path(__file__).parent.parent
    env = os.environ | {"PYTHONPATH": str(root)}
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path), str(count), name], stdout=subprocess.PIPE, text=True, env=env
    )


def test_two_sessions_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    both = [_sitting(path, 60, name) for name in ("one", "two")]
    told = [line for sitting in both for line in sitting.communicate(timeout=60)[0].split()]
    assert len(told) == len(set(told)) == 120
    assert len(_check(path)) == 120


def test_kill_9_loses_no_answer_that_was_told(tmp_path: Path) -> None:
    path, told, chance = tmp_path / "p.sqlite", 0, random.Random(2)
    for _ in range(8):
        sitting = _sitting(path, 100_000, "killed")
        assert sitting.stdout
        told += len(sitting.stdout.readline().split())
        time.sleep(chance.uniform(0, 0.08))
        os.kill(sitting.pid, signal.SIGKILL)
        told += len(sitting.communicate()[0].splitlines())
        kept = len(_check(path))
        assert told <= kept <= told + 1
        told = kept
    assert told > 8
    assert opened(path, Clock()).reviews()


def test_kill_9_of_the_command_itself(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    command = [sys.executable, "-c", "from quizgen.cli import main; main()", "quiz", str(DECK), "--progress", str(path)]
    sitting = subprocess.Popen([*command, "--json"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert sitting.stdin and sitting.stdout
    sitting.stdin.write("1\n2\n3\n")
    sitting.stdin.flush()
    results = 0
    while results < 3:
        results += '"type": "result"' in sitting.stdout.readline()
    os.kill(sitting.pid, signal.SIGKILL)
    sitting.communicate()
    assert len(_check(path)) == 3


def test_a_full_disk_is_told_and_keeps_what_was_there(tmp_path: Path) -> None:
    clock = Clock()
    progress = opened(tmp_path / "p.sqlite", clock)
    _answer(progress, clock, 5)
    pages = progress._base.execute("PRAGMA page_count").fetchone()[0]
    progress._base.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(QuizgenError, match=r"disk is full.*Every answer before this one is kept"):
        for _ in range(500):
            _answer(progress, clock, 5, Rating.HARD)
    before = len(progress.reviews())
    progress._base.execute("PRAGMA max_page_count = 100000")
    _answer(progress, clock, 1)
    assert len(progress.reviews()) == before + 1
    progress.close()
    _check(progress.path)


def test_a_write_that_fails_below_sqlite_is_told(tmp_path: Path) -> None:
    """The kernel refuses to let any file grow, as a quota does."""
    path = tmp_path / "p.sqlite"
    _answer(opened(path, Clock()), Clock(), 2)
    code = textwrap.dedent(
        f"""
        import resource, signal
        from pathlib import Path
        from quizgen.errors import QuizgenError
        from tests.quiz_deck import Clock, opened
        from tests.test_quiz_progress import _answer
        clock = Clock()
        progress = opened(Path({str(path)!r}), clock)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
        try:
            _answer(progress, clock, 7)
        except QuizgenError as error:
            print(error)
        """
    )
    root = Path(__file__).parent.parent
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert "Every answer before this one is kept." in told.stdout, told.stdout
    assert len(_check(path)) == 2


def test_a_progress_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizgenError, match="cannot be opened"):
        open_progress(tmp_path / "file" / "p.sqlite", Clock()())
    with pytest.raises(QuizgenError, match="cannot be opened"):
        open_progress(tmp_path, Clock()())


DAMAGE = {
    "garbage": lambda data: random.Random(1).randbytes(len(data)),
    "truncated": lambda data: data[: len(data) // 3],
    "emptied": lambda data: b"",
    "header": lambda data: b"SQLite format 9" + data[15:],
    "text": lambda data: "這不是資料庫".encode() * 200,
    "a page": lambda data: data[:4096] + random.Random(1).randbytes(4096) + data[8192:],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_set_aside_and_the_backup_takes_its_place(damage: str, tmp_path: Path) -> None:
    path, clock = tmp_path / "progress.sqlite", Clock()
    progress = opened(path, clock)
    _answer(progress, clock, 40)
    progress.close()
    opened(path, clock).close()  # makes the backup
    spoilt = DAMAGE[damage](path.read_bytes())
    path.write_bytes(spoilt)
    progress, rescued = open_progress(path, clock())
    assert rescued and rescued.aside and rescued.reviews == 40
    assert rescued.aside.read_bytes() == spoilt
    assert len(progress.reviews()) == 40
    letter = rescued.letter(path)
    assert "damaged" in letter and str(rescued.aside) in letter and "40 answers" in letter
    _answer(progress, clock, 1)
    progress.close()
    assert len(_check(path)) == 41
    assert opened(path, clock).reviews()


def test_damage_without_a_backup_is_told_and_nothing_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    path.write_bytes(b"not a database at all, but long enough to be looked at" * 10)
    _, rescued = open_progress(path, Clock()())
    assert rescued and rescued.aside and rescued.aside.read_bytes().startswith(b"not a database")
    assert "no backup" in rescued.letter(path)


def test_damage_twice_in_a_second_keeps_both(tmp_path: Path) -> None:
    path = tmp_path / "progress.sqlite"
    asides = set()
    for i in range(3):
        path.write_bytes(b"damaged %d " % i * 100)
        progress, rescued = open_progress(path, Clock()())
        progress.close()
        assert rescued
        asides.add(rescued.aside)
    assert len(asides) == 3


def test_a_lost_file_is_told_and_its_backup_is_never_overwritten(tmp_path: Path) -> None:
    path, clock = tmp_path / "progress.sqlite", Clock()
    _answer(opened(path, clock), clock, 5)
    opened(path, clock).close()
    for file in tmp_path.glob("progress.sqlite*"):
        file.unlink()
    progress, rescued = open_progress(path, clock())
    assert rescued and rescued.backup and not progress.reviews()
    assert f"copy {rescued.backup} to {path}" in rescued.letter(path)
    _answer(progress, clock, 1)
    progress.close()
    opened(path, clock).close()
    for file in tmp_path.glob("progress.sqlite*"):
        file.unlink()
    shutil.copy(rescued.backup, path)  # the way back, as told
    assert len(open_progress(path, clock())[0].reviews()) == 5


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "collection.anki2"
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE notes (id)")
    base.close()
    before = path.read_bytes()
    with pytest.raises(QuizgenError, match="no progress of quizgen"):
        open_progress(path, Clock()())
    assert path.read_bytes() == before


def test_a_newer_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    opened(path, Clock()).close()
    with sqlite3.connect(path) as base:
        base.execute("PRAGMA user_version = 99")
    base.close()
    with pytest.raises(QuizgenError, match="newer quizgen"):
        open_progress(path, Clock()())


def test_there_is_a_file_of_each_schema() -> None:
    assert len(OLDER) == len(schema.MIGRATIONS)


@pytest.mark.parametrize("dump", OLDER, ids=lambda dump: dump.stem)
def test_a_file_of_each_schema_opens_with_its_history(dump: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    with sqlite3.connect(path) as base:
        base.executescript(dump.read_text(encoding="utf-8"))
    base.close()
    progress, rescued = open_progress(path, Clock()())
    assert rescued is None
    assert Counter(r.key for r in progress.reviews()) == {"w0": 2, "w1": 1}
    assert {key: row.suspended for (key, _), row in progress.rows().items()} == {"w0": False, "w1": False, "w2": True}
    _answer(progress, Clock(), 3)


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.sqlite"
    _answer(opened(path, Clock()), Clock(), 2)
    steps = (*schema.MIGRATIONS, ("ALTER TABLE cards ADD COLUMN colour TEXT", "INSERT INTO nowhere VALUES (1)"))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with pytest.raises(QuizgenError, match="cannot be opened"):
        open_progress(path, Clock()())
    monkeypatch.undo()
    assert "colour" not in sqlite3.connect(path).execute("SELECT sql FROM sqlite_master").fetchall()[0][0]
    assert len(opened(path, Clock()).reviews()) == 2


def test_a_migration_brings_an_older_file_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "p.sqlite"
    _answer(opened(path, Clock()), Clock(), 2)
    step = ("ALTER TABLE cards ADD COLUMN colour TEXT NOT NULL DEFAULT ''", "CREATE INDEX by_colour ON cards (colour)")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, step))
    assert len(opened(path, Clock()).reviews()) == 2
    assert sqlite3.connect(path).execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS),)
