"""What stands around a word and tells how it is read: two tables of contexts, written and learnt, as one voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, reduce
from typing import NamedTuple

from quizgen import tables

_TABLES: tuple[str, ...] = ("readings_in_context", "readings_learnt")
_NUMERAL = r"\d０-９〇零一二两三四五六七八九十百千万亿几"
_NUMBER = f"(?:[{_NUMERAL}]|(?<![人总次票指点分倍参级倡代])[数多半])"
_HAN = "[㐀-鿿]"
_MANY = 8
"""contexts of a character in the table written by hand, from which on what is not told there is the usual reading"""
_REACH = 14
"""characters of the text before a word that a row may look at"""


class Row(NamedTuple):
    """One row of a table: a reading and when it holds."""

    reading: str
    insists: bool
    """holds against the dictionary, and inside its words: 会谈中将讨论 has no 中将, lieutenant general"""
    before: str
    after: str
    """patterns as the table writes them, or empty; most are never asked for, and compiling them all took 0.1 s"""

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the row holds for the word that stands there."""
        if self.before and not _ending(self.before).search(text[max(0, start - _REACH) : start]):
            return False
        return not self.after or bool(_opening(self.after).match(text, end))


def insisted(text: str, start: int, end: int) -> str:
    """The reading of the first row that holds, if it holds whatever the dictionary says; else empty."""
    if not any(row.insists for row in _rows(text[start:end])):
        return ""
    row = _first(text, start, end)
    return row.reading if row and row.insists else ""


def in_context(text: str, start: int, end: int) -> Iterator[str]:
    """The readings that the context allows, best first: 率 in 率团访问 -> `shuai4`, in 失业率 -> `lu:4`.

    The last is the reading of the word when the context tells nothing, if a table has it.
    """
    return (row.reading for row in _rows(text[start:end]) if row.fits(text, start, end))


def is_told(text: str, start: int, end: int) -> bool:
    """Whether the first row that holds asked for a context."""
    row = _first(text, start, end)
    return bool(row and (row.before or row.after))


def has_rows(word: str) -> bool:
    """Whether a table has the word."""
    return any(word in _written(name) for name in _TABLES)


def is_written_out(char: str) -> bool:
    """Whether the table written by hand has so many contexts of a character that its usual reading is certain."""
    return sum(len(fields) > 1 for fields in _written(_TABLES[0]).get(char, ())) >= _MANY


def _first(text: str, start: int, end: int) -> Row | None:
    return next((row for row in _rows(text[start:end]) if row.fits(text, start, end)), None)


@cache
def _rows(word: str) -> tuple[Row, ...]:
    return tuple(_row(*fields) for name in _TABLES for fields in _written(name).get(word, ()))


@cache
def _written(name: str) -> dict[str, list[tuple[str, ...]]]:
    """The rows of a table by word."""
    written: dict[str, list[tuple[str, ...]]] = {}
    for word, *fields in tables.rows(name):
        written.setdefault(word, []).append(tuple(fields))
    return written


def _row(reading: str, before: str = "", after: str = "") -> Row:
    return Row(reading.rstrip("!"), reading.endswith("!"), before, after)


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{_spelt(pattern, f'(?<!{_HAN})')})$")


@cache
def _opening(pattern: str) -> re.Pattern[str]:
    return re.compile(_spelt(pattern, f"(?!{_HAN})"))


def _spelt(pattern: str, edge: str) -> str:
    """A pattern as the table writes it, without its short forms."""
    short = {"{B}": edge, "{N}": _NUMBER, "{n}": _NUMERAL}
    return reduce(lambda spelt, form: spelt.replace(form, short[form]), short, pattern)
