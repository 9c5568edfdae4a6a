"""Writes lines onto a terminal: margins, Chinese line breaks, pages that fit the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import click
from rich.console import Console
from rich.text import Text

from quizgen.quiz.screen.wrap import wrap

INDENT = 2
WIDEST = 76
BAR = "│ "
"""what evidence stands behind"""
FRAME = 3
"""how little a line of the frame matters, at least: the first to go, and not missed on a page of several parts"""


LOWEST = 4
"""lines that a part of a page has at least, whatever the window says of itself"""


class _Line(NamedTuple):
    text: Text
    minor: int


class Pen:
    """Writes lines onto a console, two cells in from the left."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._page: list[_Line] | None = None
        self._shown: list[_Line] = []

    @property
    def width(self) -> int:
        """Cells between the margins: long lines tire, narrow screens are used whole."""
        return max(8, min(self.console.width - 2 * INDENT, WIDEST))

    def line(self, text: str | Text = "", style: str = "", lead: str = "", minor: int = 0) -> None:
        """A paragraph; `lead` opens its first line and indents the rest (`1  `, `│ `).

        In a window that is too low for the page, what is most `minor` is left out first; what is 0 never is.
        """
        body = text if isinstance(text, Text) else Text(text, style)
        for i, part in enumerate(wrap(body, self.width - len(lead)) or [Text()]):
            opening = lead if i == 0 or lead == BAR else " " * len(lead)
            margin = Text(" " * INDENT if part or lead else "")
            self._put(margin + Text(opening, "dim" if lead == BAR else "") + part, minor)

    def row(self, parts: Sequence[Text], between: str, lead: str = "", minor: int = 0) -> None:
        """Parts that stay whole, as many on a line as it takes."""
        lines: list[Text] = []
        for part in parts:
            if lines and lines[-1].cell_len + len(between) + part.cell_len <= self.width - len(lead):
                lines[-1] = Text.assemble(lines[-1], (between, "dim"), part)  # a + b gives a's style to b
            else:
                lines.append(part.copy())
        for line in lines:
            self.line(line, lead=lead, minor=minor)

    def turn(self) -> None:
        """Make room for a new page; the old one goes up, where it can be read again."""
        self.console.file.write("\n" * self.console.height)
        self.clear()

    def clear(self) -> None:
        """Start at the top of an empty window."""
        if self.console.legacy_windows:  # it would print the codes as they are
            click.clear()
        else:  # no click.clear(): its 2J has some terminals push the page up, each time it is drawn anew
            self.console.file.write("\x1b[H\x1b[J")

    @contextmanager
    def page(self) -> Iterator[None]:
        """Collects the lines of a page, for `show`."""
        self._page = []
        try:
            yield
        finally:
            self._shown, self._page = self._page, None

    def show(self, spare: int, more: Callable[[], bool]) -> bool:
        """The page from the top of the window; `spare` lines are left free below, for what is typed.

        In a low window it closes up and loses what is minor. Were it still too long, its top would scroll away unseen:
        it comes in parts, and `more` waits after each but the last, or says that the window has changed. Whether the
        whole page was shown.
        """
        *parts, last = _parts(self._shown, max(self.console.height - spare, LOWEST))
        for part in parts:
            self._draw(part)
            if not more():
                return False
        self._draw(last)
        return True

    def _draw(self, lines: Sequence[_Line]) -> None:
        self.clear()
        for line in lines:
            self._put(line.text)

    def _put(self, line: Text, minor: int = 0) -> None:
        if self._page is not None:
            self._page.append(_Line(line, minor))
        else:
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _parts(lines: list[_Line], room: int) -> list[list[_Line]]:
    """The page whole, or shortened, or cut: the last part is full, the others a line short for `more`."""
    for least in sorted({line.minor for line in lines}, reverse=True):
        shorter = _closed_up([line for line in lines if line.minor <= least], room)
        if len(shorter) <= room:
            return [shorter]
    lines = [line for line in lines if line.minor < FRAME and line.text]
    starts = range(0, len(lines) - room, room - 1)
    return [*(lines[start : start + room - 1] for start in starts), lines[-room:]]


def _closed_up(lines: list[_Line], room: int) -> list[_Line]:
    """Without as many blank lines as must go, the first ones first."""
    extra = len(lines) - room
    kept = []
    for line in lines:
        if line.text or extra <= 0:
            kept.append(line)
        else:
            extra -= 1
    return kept
