"""Times the first question of a thousand cards against the start of the libraries it needs: part of `make bench`.

Both run on a pseudo-terminal, in turns, so that whatever else the machine does falls on both; the least of the runs
counts, since only the machine's other work makes one longer.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "decks" / "us-china-talks-2025.yaml"
CARDS, TARGET = 1000, 4.0
BARE = (sys.executable, "-c", "import click, rich.console, sqlite3")
ASKED = b"keys"
"""what stands at the end of the screen that asks"""
PATIENCE = 60
"""seconds after which a command that does nothing hangs"""


class Timed(NamedTuple):
    """Seconds: the least of the runs."""

    ours: float
    bare: float

    @property
    def ratio(self) -> float:
        """How many times the bare imports."""
        return self.ours / self.bare


def thousand(path: Path) -> Path:
    """A deck of a thousand notes at a path, in the format of its suffix."""
    from quizgen import formats, update
    from quizgen.items import Deck

    small = formats.read(SAMPLE)
    notes = tuple(replace(n, key=f"{n.key}|{i}") for i, n in enumerate(islice(cycle(small.notes), CARDS)))
    deck = Deck(small.name, small.sources, notes, small.withheld)
    formats.write(update.stamped(formats.tidied(deck), 1_760_000_000), path)
    return path


def first_question(deck: Path, runs: int) -> Timed:
    """From the start of `quizgen quiz` with no progress yet until its first question is drawn."""
    seen = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            bare = _until(BARE, b"")
            quiz = ("-m", "quizgen", "quiz", str(deck), "--progress", str(Path(folder) / "progress.sqlite"))
            seen.append((_until((sys.executable, *quiz), ASKED), bare))
    return Timed(*map(min, zip(*seen, strict=True)))


def _until(command: Sequence[str], awaited: bytes) -> float:
    """Seconds until a command on a terminal has written that, or where that is nothing, until it ends."""
    begun = time.perf_counter()
    child, master = pty.fork()
    if not child:
        os.chdir(ROOT)
        os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color"})
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 80, 0, 0))
    written = b""
    while (not awaited or awaited not in written) and (read := _read(master)):
        written += read
    took = time.perf_counter() - begun
    if awaited:
        assert awaited in written, written.decode(errors="replace")
        os.write(master, b"\x03")  # which every question takes
        while _read(master):
            pass
    os.close(master)
    os.waitpid(child, 0)
    return took


def _read(master: int) -> bytes:
    assert select.select([master], [], [], PATIENCE)[0], "the command neither writes nor ends"
    try:
        return os.read(master, 65536)
    except OSError:  # Linux says so when the command has ended
        return b""


def main() -> None:
    """Prints one line a format: seconds, seconds, ratio, target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9, help="how often each side runs")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".json", ".apkg", ".yaml"):
            timed = first_question(thousand(Path(folder) / f"thousand{suffix}"), runs)
            told = "met" if timed.ratio <= TARGET else "missed"
            print(
                f"quiz of {CARDS} cards, {suffix}: first question {timed.ours:.3f} s; bare imports {timed.bare:.3f} s; "
                f"ratio {timed.ratio:.2f} (target {TARGET}: {told})",
                flush=True,
            )


if __name__ == "__main__":
    main()
