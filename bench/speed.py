"""Times a cold build against what its three libraries must do, and the start against click's: `make bench`.

Runs are interleaved, so that whatever else the machine does falls on both sides; medians are compared.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
ARTICLES = (ROOT / "decks" / "us-china-talks-2025.txt", ROOT.parent / "shared" / "articles" / "us-china-interview.txt")
BUILD_TARGET, START_TARGET = 1.5, 2.5
Command = Sequence[str]


def main() -> None:
    """Prints one line for each comparison: seconds, seconds, ratio, target."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="how often each side runs")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        for article in ARTICLES:
            if article.is_file():
                build, bare = _build(article, Path(folder))
                _compare(f"build {article.name}", build, "bare libraries", bare, runs, BUILD_TARGET)
            else:
                print(f"{article.name} is not here: skipped")
    click = [sys.executable, "-c", "import click"]
    for option in ("--version", "--help"):
        _compare(f"quizgen {option}", _quizgen(option), "import click", click, 2 * runs, START_TARGET)


def _build(article: Path, folder: Path) -> tuple[Command, Command]:
    """The build, and the bare script on the same text in Simplified characters with as many notes."""
    from quizgen.language import simplify

    build = _quizgen("build", str(article), "--level", "4", "-o", str(folder / f"{article.stem}.apkg"))
    told = subprocess.run(build, check=True, capture_output=True, encoding="utf-8").stdout
    notes = re.search(r"written, (\d+) notes", told)
    text = folder / f"{article.stem}.txt"
    text.write_text(simplify(article.read_text(encoding="utf-8-sig")), encoding="utf-8")
    count = notes[1] if notes else "0"
    return build, [sys.executable, str(ROOT / "bench" / "bare.py"), str(text), count, str(folder / "bare.apkg")]


def _quizgen(*arguments: str) -> Command:
    return [sys.executable, "-m", "quizgen", *arguments]


def _compare(name: str, ours: Command, theirs_name: str, theirs: Command, runs: int, target: float) -> None:
    """Medians over the runs after one that warms the disk."""
    pairs = [(_timed(ours), _timed(theirs)) for _ in range(runs + 1)][1:]
    mine, bare = (median(side) for side in zip(*pairs, strict=True))
    times = f"{name}: {mine:.3f} s; {theirs_name}: {bare:.3f} s"
    told = "met" if mine / bare <= target else "missed"
    print(f"{times}; ratio {mine / bare:.2f} (target {target}: {told})", flush=True)


def _timed(command: Command) -> float:
    """Seconds of one run; a deck of the run before goes first, or it would be read as the old one."""
    if command[-1].endswith(".apkg"):
        Path(command[-1]).unlink(missing_ok=True)
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
