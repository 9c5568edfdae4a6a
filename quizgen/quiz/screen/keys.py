"""Reads one key, or one line that edits well, from a terminal."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any

from quizgen.quiz.screen.signals import Signals

ENTER, ESCAPE, END, REDRAW = "\r", "\x1b", "\x04", "\x0c"
_LENGTHS = ((0xF0, 4), (0xE0, 3), (0xC0, 2))
_LEADS = ("\x00", "\xe0")
"""what Windows sends before the second half of an arrow or a function key"""


class Keys:
    """The keyboard, for as long as the `with` lasts. A window that changes its size counts as a key."""

    def __init__(self) -> None:
        self._signals = Signals()

    def __enter__(self) -> Keys:
        self._signals.__enter__()
        _drop_typed_ahead()
        return self

    def __exit__(self, *_: object) -> None:
        self._signals.__exit__()

    def key(self) -> str:
        """One key: a character in lower case, ENTER (space too), ESCAPE, END (the input is closed), or REDRAW.

        What a key sends beyond its first character (arrows, function keys) counts as ESCAPE. Ctrl-C raises
        KeyboardInterrupt.
        """
        try:
            import termios  # noqa: F401
        except ImportError:
            return _console_key()
        terminal = sys.stdin.fileno()
        with _at_once(terminal):
            while self._signals.woken in select.select([terminal, self._signals.woken], [], [])[0]:
                if self._signals.take():
                    return REDRAW
            return _named(_read(terminal).decode("utf-8", "replace"))

    def line(self, prompt: str) -> str | None:
        """A typed line, or None when the input is closed; wide characters edit well where readline is."""
        with suppress(ImportError):
            import readline

            with suppress(AttributeError):
                readline.set_auto_history(False)
        with self._signals.at_once():
            try:
                return input(prompt)
            except EOFError:
                return None


def _read(terminal: int) -> bytes:
    """One character, of as many bytes as it takes."""
    sent = os.read(terminal, 1)
    if sent == b"\x1b":
        while select.select([terminal], [], [], 0.02)[0]:
            os.read(terminal, 64)
        return sent
    length = next((n for least, n in _LENGTHS if sent and sent[0] >= least), 1)
    while 0 < len(sent) < length:
        sent += os.read(terminal, 1)
    return sent


def _named(char: str) -> str:
    """A key's name, of the character it sends; nothing at all is the end of the input."""
    if not char:
        return END
    # an input method left on sends full-width signs
    return ENTER if char in "\r\n \u3000" else {"？": "?"}.get(char, char.lower())


def _drop_typed_ahead() -> None:
    """What was typed before there was a question answers none."""
    try:
        import termios
    except ImportError:
        console: Any = import_module("msvcrt")
        while console.kbhit():
            console.getwch()
        return
    terminal = sys.stdin.fileno()
    # read, not flushed: tcflush also drops a Ctrl-C that is on its way to become a signal
    with suppress(termios.error, OSError), _at_once(terminal):
        while select.select([terminal], [], [], 0)[0] and os.read(terminal, 4096):
            pass


@contextmanager
def _at_once(terminal: int) -> Iterator[None]:
    """Keys at once and unseen; what was typed ahead is kept, and the terminal is given back as it was."""
    import termios

    before = termios.tcgetattr(terminal)
    quiet = termios.tcgetattr(terminal)
    quiet[3] &= ~(termios.ICANON | termios.ECHO)
    quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
    try:
        # within the try: a Ctrl-C between the two left the terminal without its echo. NOW, for a wait can be broken off
        termios.tcsetattr(terminal, termios.TCSANOW, quiet)
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSANOW, before)


def _console_key() -> str:
    """The same on Windows, whose console gives UTF-16, and an arrow as two characters."""
    console: Any = import_module("msvcrt")
    char = console.getwch()
    if char == "\x03":
        raise KeyboardInterrupt
    if char in _LEADS:  # à is taken for one too: no key of ours, and its kbhit is not to be trusted here
        console.getwch()
        return ESCAPE
    if "\ud800" <= char <= "\udbff":
        char += console.getwch()
    return END if char == "\x1a" else _named(char.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
