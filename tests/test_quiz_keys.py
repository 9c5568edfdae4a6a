"""The console of Windows, by a msvcrt of our own; keys of other terminals are typed in test_quiz_screens.py."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import StringIO
from types import SimpleNamespace

import pytest
from rich.console import Console

from quizgen.quiz.screen.keys import END, ENTER, ESCAPE, Keys
from quizgen.quiz.screen.pen import Pen

Read = Callable[..., list[str]]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Read:
    """The names of the keys that send those characters."""

    def read(sent: str, ahead: bool = False) -> list[str]:
        units = sent.encode("utf-16-le", "surrogatepass")
        waiting = [units[i : i + 2].decode("utf-16-le", "surrogatepass") for i in range(0, len(units), 2)]
        typed = [*"1q"] if ahead else []
        console = SimpleNamespace(getwch=lambda: (typed or waiting).pop(0), kbhit=lambda: bool(typed))
        monkeypatch.setitem(sys.modules, "termios", None)
        monkeypatch.setitem(sys.modules, "msvcrt", console)
        with Keys() as keys:
            found = []
            while waiting:
                found.append(keys.key())
        return found

    return read


@pytest.mark.parametrize(
    ("sent", "keys"),
    [
        ("1Q", ["1", "q"]),
        ("\r \u3000", [ENTER, ENTER, ENTER]),
        ("？?", ["?", "?"]),
        ("\xe0H2", [ESCAPE, "2"]),  # the arrow up must not ask for a hint
        ("\x00;s", [ESCAPE, "s"]),  # nor F1 say anything
        ("中𠮷1", ["中", "𠮷", "1"]),
        ("\ud842x", ["\ufffdx"]),
        ("\x1b", [ESCAPE]),
        ("\x1a", [END]),
        ("\x04", [END]),
    ],
)
def test_keys_of_a_windows_console(read: Read, sent: str, keys: list[str]) -> None:
    assert read(sent) == keys


def test_ctrl_c_leaves(read: Read) -> None:
    with pytest.raises(KeyboardInterrupt):
        read("\x03")


@pytest.mark.parametrize("old", [True, False])
def test_an_old_windows_console_gets_no_codes(old: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    cleared: list[bool] = []
    monkeypatch.setattr("click.clear", lambda: cleared.append(True))
    out = StringIO()
    Pen(Console(file=out, legacy_windows=old, force_terminal=True)).turn()
    assert bool(cleared) == old and ("\x1b" in out.getvalue()) != old


def test_what_is_typed_before_the_first_question_answers_none(read: Read) -> None:
    assert read("2", ahead=True) == ["2"]
