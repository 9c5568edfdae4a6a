"""A thousand cards: the first question comes at once, the next without a pause."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

pytest.importorskip("termios", reason="there are no pseudo-terminals here")

from bench.quiz import TARGET, Timed, first_question, thousand
from tests.quiz_terminal import Terminal

YAML = 6.0
"""times the bare imports: its texts are for people, and take a parser longer"""
PAUSE = 0.1
"""seconds that nobody notices"""
RUNS, TRIES = 5, 4
"""the least of so many runs counts, and once more so many while the machine is busy with others"""


@pytest.mark.parametrize(("suffix", "most"), [(".json", TARGET), (".apkg", TARGET), (".yaml", YAML)])
def test_the_first_question_comes_in_time(suffix: str, most: float, tmp_path: Path) -> None:
    deck = thousand(tmp_path / f"thousand{suffix}")
    seen: list[Timed] = []
    while len(seen) < TRIES:
        seen.append(first_question(deck, RUNS))
        best = Timed(*map(min, zip(*seen, strict=True)))
        if best.ratio <= most:
            return
    pytest.fail(f"times the bare imports: {[timed.ratio for timed in seen]}")


def test_the_next_question_comes_without_a_pause(tmp_path: Path) -> None:
    deck = thousand(tmp_path / "thousand.json")
    with Terminal(["quiz", str(deck), "--progress", str(tmp_path / "p.sqlite")], 80, 30) as terminal:
        terminal.read_until(lambda text: "? keys" in text)
        pauses = [_pause(terminal) for _ in range(6)]
        terminal.press("q")
    assert min(pauses) <= PAUSE, pauses


def _pause(terminal: Terminal) -> float:
    """Seconds from leaving an answer to the next question; what it was does not matter."""
    terminal.press("4")
    terminal.read_until(lambda text: "next" in text)
    begun = time.perf_counter()
    terminal.press("Enter")
    terminal.read_until(lambda text: "next" not in text and "? keys" in text)
    return time.perf_counter() - begun
