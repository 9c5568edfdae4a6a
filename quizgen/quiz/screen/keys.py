"""Reads one key, or one line that edits well, from a terminal."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

ENTER, ESCAPE, END = "\r", "\x1b", "\x04"
_CODEPOINT = {0b110: 2, 0b1110: 3, 0b11110: 4}


def read_key() -> str:
    """One key: a character, or ENTER (space counts too), ESCAPE, END when the input is closed.

    What a key sends beyond its first character (arrows, function keys) counts as ESCAPE. Ctrl-C raises
    KeyboardInterrupt.
    """
    try:
        import termios  # noqa: F401
    except ImportError:
        return _console_key()
    descriptor = sys.stdin.fileno()
    with _cbreak(descriptor):
        return _plain(_read(descriptor))


def read_line(prompt: str) -> str | None:
    """A typed line, or None when the input is closed; wide characters edit well where readline is."""
    with suppress(ImportError):
        import readline

        if hasattr(readline, "set_auto_history"):
            readline.set_auto_history(False)
    try:
        return input(prompt)
    except EOFError:
        return None


def _read(descriptor: int) -> bytes:
    first = os.read(descriptor, 1)
    if first == b"\x1b":
        while select.select([descriptor], [], [], 0.02)[0]:
            os.read(descriptor, 64)
        return first
    if first and first[0] >= 0b11000000:
        length = next(n for bits, n in _CODEPOINT.items() if first[0] >> (8 - bits.bit_length()) == bits)
        while len(first) < length:
            first += os.read(descriptor, 1)
    return first


def _plain(sent: bytes) -> str:
    if not sent:
        return END
    char = sent.decode("utf-8", "replace")
    return ENTER if char in "\r\n " else char.lower()


@contextmanager
def _cbreak(descriptor: int) -> Iterator[None]:
    """Keys at once and unseen; what was typed ahead is kept, and the terminal is given back as it was."""
    import termios

    before = termios.tcgetattr(descriptor)
    quiet = termios.tcgetattr(descriptor)
    quiet[3] &= ~(termios.ICANON | termios.ECHO)
    quiet[6][termios.VMIN], quiet[6][termios.VTIME] = 1, 0
    termios.tcsetattr(descriptor, termios.TCSADRAIN, quiet)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _console_key() -> str:
    """The same on Windows."""
    from importlib import import_module

    char = str(import_module("msvcrt").getwch())
    if char == "\x03":
        raise KeyboardInterrupt
    return _plain(char.encode("utf-8", "replace"))
