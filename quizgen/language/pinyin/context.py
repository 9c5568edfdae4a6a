"""What stands around a word and tells how it is read: the table of contexts, as a voice."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quizgen import tables

_NUMERAL = r"\d０-９〇零一二两三四五六七八九十百千万亿几数多半"
_REACH = 12
"""characters of the text before a word that a row may look at"""


class Row(NamedTuple):
    """One row of the table: a reading and when it holds."""

    reading: str
    insists: bool
    """holds even where the dictionary reads a longer word: 会谈中将讨论 has no 中将, lieutenant general"""
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the row holds for the word that stands there."""
        return (not self.before or bool(self.before.search(text[max(0, start - _REACH) : start]))) and (
            not self.after or bool(self.after.match(text, end))
        )

    @property
    def is_default(self) -> bool:
        """The row asks for no context."""
        return not self.before and not self.after


def in_context(text: str, start: int, end: int, insisting: bool = False) -> str:
    """The reading that the context tells, or empty: 率 in 率团访问 -> `shuai4`, in 失业率 -> `lu:4`."""
    rows = (row for row in _rows().get(text[start:end], ()) if not row.is_default and row.insists >= insisting)
    return next((row.reading for row in rows if row.fits(text, start, end)), "")


def by_default(word: str) -> str:
    """The reading when the context tells nothing, or empty for a word that the table does not have."""
    return next((row.reading for row in _rows().get(word, ()) if row.is_default), "")


@cache
def _rows() -> dict[str, list[Row]]:
    rows: dict[str, list[Row]] = {}
    for word, reading, *around in tables.rows("readings_in_context"):
        before, after = (*around, "", "")[:2]
        row = Row(reading.rstrip("!"), reading.endswith("!"), _pattern(before, "(?:{})$"), _pattern(after, "(?:{})"))
        rows.setdefault(word, []).append(row)
    return rows


def _pattern(written: str, frame: str) -> re.Pattern[str] | None:
    if not written:
        return None
    edge = "(?<![㐀-鿿])" if frame.endswith("$") else "(?![㐀-鿿])"
    spelt = written.replace("{B}", edge).replace("{N}", f"[{_NUMERAL}]").replace("{n}", _NUMERAL)
    return re.compile(frame.format(spelt))
