"""Every way out of the quiz leaves at once, keeps what was answered, and gives the terminal back as it was."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.quiz_deck import DECK, Clock, opened

pytest.importorskip("termios", reason="there are no pseudo-terminals here")

from tests.quiz_terminal import Terminal

PROMPTS = {"choice": "? keys", "typed": "›"}
"""mode -> what stands on the screen once it waits"""
ANSWERS = {"choice": "1", "typed": "x Enter"}


def _quiz(folder: Path, mode: str, before: str = "") -> Terminal:
    arguments = ["quiz", str(DECK), "--seed", "1", "--mode", mode, "--progress", str(folder / "p.sqlite")]
    return Terminal(arguments, 80, 30, before)


def _left(terminal: Terminal, mode: str, way: str = "") -> tuple[int, str]:
    """The exit status and the screen, after leaving that way; the terminal must be as it was."""
    modes = terminal.modes()
    terminal.read_until(lambda text: PROMPTS[mode] in text or "has changed" in text)
    if way.startswith("SIG"):
        os.kill(terminal.child, getattr(signal, way))
    else:
        terminal.press(way)
    status = terminal.wait()
    assert terminal.modes() == modes
    assert not terminal.screen.cursor.hidden
    return status, terminal.text


@pytest.mark.parametrize("mode", PROMPTS)
@pytest.mark.parametrize(
    ("way", "status"), [("Ctrl-C", 0), ("Ctrl-D", 0), ("q Enter", 0), ("Ctrl-\\", 131), ("SIGTERM", 143), ("SIGINT", 0)]
)
def test_the_terminal_is_given_back(way: str, status: int, mode: str, tmp_path: Path) -> None:
    with _quiz(tmp_path, mode) as terminal:
        left, told = _left(terminal, mode, way)
    assert left == status, told
    assert ("nothing has changed" in told) == (not status) and "Traceback" not in told


BUG = """
import quizgen.quiz.session as session
def answer(self, *_, **__):
    raise RuntimeError("a bug")
session.Session.answer = answer
"""


@pytest.mark.parametrize("mode", PROMPTS)
def test_the_terminal_is_given_back_after_a_bug(mode: str, tmp_path: Path) -> None:
    with _quiz(tmp_path, mode, BUG) as terminal:
        status, told = _left(terminal, mode, ANSWERS[mode])
    assert status == 1 and "RuntimeError: a bug" in told


IGNORED = """
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
"""


@pytest.mark.parametrize("mode", PROMPTS)
def test_ctrl_c_leaves_where_it_was_ignored_before(mode: str, tmp_path: Path) -> None:
    """What a shell's `&` and some scripts start has it so: there the quiz could not be left by Ctrl-C."""
    with _quiz(tmp_path, mode, IGNORED) as terminal:
        assert _left(terminal, mode, "Ctrl-C")[0] == 0


# Ctrl-C between the look that Python takes and the call that waits: C calls C, so no bytecode stands between
LATE = """
import ctypes, operator, readline, select
from functools import partial
interrupt = partial(getattr(ctypes.CDLL(None), "raise"), 2)
def late(*waited, wait=select.select):
    if waited[3:]:
        return wait(*waited)
    return [*map(operator.call, (interrupt, partial(wait, *waited)))][1]
select.select = late
readline.set_startup_hook(interrupt)
"""


@pytest.mark.parametrize("mode", PROMPTS)
def test_ctrl_c_is_not_lost_before_the_quiz_waits(mode: str, tmp_path: Path) -> None:
    pytest.importorskip("readline")
    with _quiz(tmp_path, mode, LATE) as terminal:
        status, told = _left(terminal, mode)
    assert status == 0 and "nothing has changed" in told


QUIETED = """
import os, signal, termios
calls = []
def set_and_interrupt(*given, set=termios.tcsetattr):
    set(*given)
    calls.append(given)
    if len(calls) == 3:  # the first two are for what was typed ahead
        os.kill(os.getpid(), signal.SIGINT)
termios.tcsetattr = set_and_interrupt
"""


def test_ctrl_c_while_the_terminal_is_made_quiet_gives_it_back(tmp_path: Path) -> None:
    with _quiz(tmp_path, "choice", QUIETED) as terminal:
        assert _left(terminal, "choice")[0] == 0


KEEPING = """
import os, signal
import quizgen.quiz.progress.store as store
def review(*given, made=store.review):
    os.kill(os.getpid(), signal.SIGINT)
    return made(*given)
store.review = review
"""


@pytest.mark.parametrize("mode", PROMPTS)
def test_ctrl_c_while_an_answer_is_kept_keeps_it(mode: str, tmp_path: Path) -> None:
    with _quiz(tmp_path, mode, KEEPING) as terminal:
        status, told = _left(terminal, mode, ANSWERS[mode])
    assert status == 0 and "of 1 right" in told
    assert len(opened(tmp_path / "p.sqlite", Clock()).reviews()) == 1


def test_sigterm_while_the_level_is_asked_gives_the_terminal_back(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("會談\n\n雙方在日內瓦舉行會談。", encoding="utf-8")
    with Terminal(["quiz", str(article), "--progress", str(tmp_path / "p.sqlite")], 80, 30) as terminal:
        modes = terminal.modes()
        terminal.read_until(lambda text: "[4]:" in text)
        time.sleep(0.3)  # readline sleeps over what comes just before it waits, and click's prompt does not ring
        os.kill(terminal.child, signal.SIGTERM)
        assert terminal.wait() == 143
        assert terminal.modes() == modes
