"""Signals that wait until a key is read: none breaks off a page, an answer that is kept, or the terminal's state.

A Ctrl-C that Python alone sees to is lost where it comes between Python's last look and the system call that waits:
about once in 150 times when it was sent as soon as the screen stood, and then the quiz slept on.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

LEAVING = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT", "SIGTERM") if hasattr(signal, name)]
CHANGED = [getattr(signal, name) for name in ("SIGWINCH", "SIGCONT") if hasattr(signal, name)]
"""the window has another size, or was left and is come back to"""
TICK = 0.2
"""seconds until a signal is seen that came just before readline began to wait"""


class Signals:
    """The signals of a sitting, for as long as the `with` lasts."""

    def __enter__(self) -> Signals:
        self._told: set[int] = set()
        self._is_typing = False
        self.woken, self._wake = os.pipe()
        """`woken` can be read once a signal has come"""
        self._before = {}
        if os.name == "posix":  # elsewhere Ctrl-C is a key
            os.set_blocking(self.woken, False)
            os.set_blocking(self._wake, False)
            with suppress(ValueError):  # not outside the main thread
                self._woke = signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
                # someone sits here, so Ctrl-C leaves even where a script or a shell's & had it ignored
                for number in (*LEAVING, *CHANGED):
                    self._before[number] = signal.signal(number, self._tell)
                self._before[signal.SIGALRM] = signal.signal(signal.SIGALRM, lambda *_: None)
        return self

    def __exit__(self, *_: object) -> None:
        if self._before:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.set_wakeup_fd(self._woke)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self.woken)
        os.close(self._wake)

    def take(self) -> bool:
        """Whether the window has changed since this was last asked; a signal that leaves raises."""
        with suppress(BlockingIOError):
            while os.read(self.woken, 4096):
                pass
        for number in LEAVING:
            if number in self._told:
                self._leave(number)
        changed = self._told & {*CHANGED}
        self._told -= changed  # no more than that: another may come just now
        return bool(changed)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Meanwhile a signal that leaves does not wait: readline has the keyboard, and cannot be woken.

        It sleeps over a signal that comes just before it waits, but looks at all of them when the next one comes:
        hence an alarm that rings again and again and does nothing.
        """
        self._is_typing = True
        try:
            self.take()
            if self._before:
                signal.setitimer(signal.ITIMER_REAL, TICK, TICK)
            yield
        finally:
            self._is_typing = False
            if self._before:
                signal.setitimer(signal.ITIMER_REAL, 0)

    def _tell(self, number: int, frame: FrameType | None) -> None:
        # whoever asks twice shall not wait for a key that is never read
        if number in LEAVING and (self._is_typing or number in self._told):
            self._leave(number)
        self._told.add(number)

    def _leave(self, number: int) -> None:
        """Unwind the stack, so that all is put back, to end as the signal would."""
        self._told.discard(number)
        raise KeyboardInterrupt if number == signal.SIGINT else SystemExit(128 + number)
