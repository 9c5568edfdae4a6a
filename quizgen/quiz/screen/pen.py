"""Writes lines onto a terminal: margins, Chinese line breaks, pages that fit the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click
from rich.console import Console
from rich.text import Text

from quizgen.quiz.screen.wrap import wrap

INDENT = 2
WIDEST = 76
BAR = "│ "
"""what evidence stands behind"""


class Pen:
    """Writes lines onto a console, two cells in from the left."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._page: list[Text] | None = None

    @property
    def width(self) -> int:
        """Cells between the margins: long lines tire, narrow screens are used whole."""
        return max(8, min(self.console.width - 2 * INDENT, WIDEST))

    def line(self, text: str | Text = "", style: str = "", lead: str = "") -> None:
        """A paragraph; `lead` opens its first line and indents the rest (`1  `, `│ `)."""
        body = text if isinstance(text, Text) else Text(text, style)
        for i, part in enumerate(wrap(body, self.width - len(lead)) or [Text()]):
            opening = lead if i == 0 or lead == BAR else " " * len(lead)
            margin = Text(" " * INDENT if part or lead else "")
            self._put(margin + Text(opening, "dim" if lead == BAR else "") + part)

    def row(self, parts: Sequence[Text], between: str, lead: str = "") -> None:
        """Parts that stay whole, as many on a line as it takes."""
        lines: list[Text] = []
        for part in parts:
            if lines and lines[-1].cell_len + len(between) + part.cell_len <= self.width - len(lead):
                lines[-1] += Text(between, "dim") + part
            else:
                lines.append(part.copy())
        for line in lines:
            self.line(line, lead=lead)

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
    def page(self, spare: int) -> Iterator[None]:
        """Lines from the top of the window; in a low one they close up, so that the first still shows.

        `spare` lines are left free below, for what is typed.
        """
        lines: list[Text] = []
        self._page = lines
        yield
        self._page = None
        self.clear()
        for line in _closed_up(lines, self.console.height - spare):
            self._put(line)

    def _put(self, line: Text) -> None:
        if self._page is not None:
            self._page.append(line)
        else:
            self.console.print(line, no_wrap=True, overflow="ignore", crop=False)


def _closed_up(lines: list[Text], room: int) -> list[Text]:
    """Without as many blank lines as must go, the first ones first."""
    extra = len(lines) - room
    kept = []
    for line in lines:
        if line or extra <= 0:
            kept.append(line)
        else:
            extra -= 1
    return kept
