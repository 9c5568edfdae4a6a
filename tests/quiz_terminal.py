"""A person at a terminal: types keys into a pseudo-terminal and reads the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence
from types import TracebackType

import pyte

KEYS = {
    "Enter": "\r",
    "Space": " ",
    "Backspace": "\x7f",
    "Left": "\x1b[D",
    "Right": "\x1b[C",
    "Up": "\x1b[A",
    "Home": "\x01",
    "Ctrl-C": "\x03",
    "Ctrl-D": "\x04",
    "Ctrl-U": "\x15",
    "Ctrl-\\": "\x1c",
}
COMMAND = """
import sys
from datetime import UTC, datetime
import quizgen.cli.learned as learned
learned.clock = lambda: datetime(2025, 3, 1, 12, tzinfo=UTC)
from quizgen.cli import main
sys.argv[0] = "quizgen"
main()
"""


class Terminal:
    """`quizgen ARGUMENTS` on a terminal of so many columns and rows, at noon of 1 March 2025.

    `before` is code that runs first.
    """

    def __init__(self, arguments: Sequence[str], columns: int, rows: int, before: str = "", **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.sent = b""
        self.status: int | None = None
        self.child, self.master = pty.fork()
        if not self.child:
            given = {"TERM": "xterm-256color", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
            command = [sys.executable, "-c", before + COMMAND, *arguments]
            os.execvpe(sys.executable, command, given | {"HOME": os.environ.get("HOME", "/")} | environment)
        self.resize(columns, rows)
        modes = termios.tcgetattr(self.master)
        modes[0] |= 0x4000  # IUTF8, as terminals have it: type-ahead is edited by characters
        termios.tcsetattr(self.master, termios.TCSANOW, modes)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self.master)
        if self.status is None:
            os.waitpid(self.child, 0)

    def resize(self, columns: int, rows: int) -> None:
        """What dragging the window's corner does."""
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)

    def press(self, keys: str) -> None:
        """Keys by name, text as it is: `何立鋒 Backspace 峰 Enter`, `resize:40x20`."""
        for key in keys.split():
            if key.startswith("resize:"):
                self.resize(*map(int, key.removeprefix("resize:").split("x")))
            else:
                os.write(self.master, KEYS.get(key, key).encode())

    def read_until(self, wanted: Callable[[str], bool], patience: float = 15.0) -> str:
        """The screen, once it is as wanted or patience is at its end."""
        end = time.monotonic() + patience
        while not wanted(self.text) and time.monotonic() < end and self._read(0.05):
            pass
        return self.text

    def read_until_quiet(self, pause: float = 0.7) -> str:
        """The screen, once nothing more is drawn."""
        last, quiet_since = self.text, time.monotonic()
        while time.monotonic() - quiet_since < pause and self._read(0.05):
            if self.text != last:
                last, quiet_since = self.text, time.monotonic()
        return self.text

    def modes(self) -> list[object]:
        """The terminal's: echo, whole lines, control characters."""
        return termios.tcgetattr(self.master)

    def wait(self, patience: float = 15.0) -> int:
        """The exit status; whoever does not leave is killed (-9)."""
        end = time.monotonic() + patience
        while self._read(0.2):
            if time.monotonic() > end:
                os.kill(self.child, signal.SIGKILL)
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.child, 0)[1])
        return self.status

    @property
    def text(self) -> str:
        """What stands on the screen, without trailing blanks."""
        return "\n".join(line.rstrip() for line in self.screen.display).rstrip("\n")

    def _read(self, patience: float) -> bool:
        """Whether the command still runs."""
        if not select.select([self.master], [], [], patience)[0]:
            return True
        try:
            data = os.read(self.master, 65536)
        except OSError:
            return False
        self.sent += data
        self.stream.feed(data)
        return bool(data)
