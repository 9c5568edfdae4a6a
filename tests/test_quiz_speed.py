"""A thousand cards: the first question comes at once, the next without a pause."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest

from quizgen.formats import read, write
from tests.quiz_deck import DECK

pytest.importorskip("pyte", reason="the screens are read by pyte")
pytest.importorskip("termios", reason="there are no pseudo-terminals here")

from tests.quiz_terminal import Terminal

TRIES, MOST, PAUSE = 12, 4.0, 0.1
"""at most so many times the bare imports, in the best of some tries: the machine may be busy with others"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    small = read(DECK)
    notes = [replace(note, key=f"{note.key}|{i}") for i, note in enumerate(islice(cycle(small.notes), 1000))]
    path = tmp_path_factory.mktemp("speed") / "thousand.json"
    write(replace(small, notes=tuple(notes)), path)
    return path


def _bare() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import click, rich.console, sqlite3"], check=True)
    return time.perf_counter() - begun


def _session(deck: Path, progress: Path) -> tuple[float, float]:
    """Seconds to the first question, and from an answer to the next one."""
    begun = time.perf_counter()
    with Terminal(["quiz", str(deck), "--progress", str(progress)], 80, 30) as terminal:
        terminal.read_until(lambda text: "? keys" in text)
        first = time.perf_counter() - begun
        terminal.press("1")
        terminal.read_until(lambda text: "next" in text)
        begun = time.perf_counter()
        terminal.press("Enter")
        terminal.read_until(lambda text: "1-4" in text)
        following = time.perf_counter() - begun
        terminal.press("q")
    return first, following


def test_the_first_question_and_the_next(deck: Path, tmp_path: Path) -> None:
    seen = []
    for i in range(TRIES):
        bare = _bare()
        first, following = _session(deck, tmp_path / f"{i}.sqlite")
        seen.append((first / bare, following))
        if min(ratio for ratio, _ in seen) <= MOST and min(pause for _, pause in seen) <= PAUSE:
            return
    pytest.fail(f"times the bare imports, and seconds to the next question: {seen}")
