"""Sessions driven through a pseudo-terminal as a person types; the screens are kept in tests/cases/quiz/screens.

A file opens with `$ quizgen quiz …` and the size of the window; a line `>>> keys` is typed, and under it stands the
screen that follows. To add one, write the lines that are typed, run `GOLDEN=1 pytest tests/test_quiz_screens.py`, and
read what it wrote.
"""

from __future__ import annotations

import os
import re
import time
from pathlib import Path
from random import Random

import pytest

from quizgen.quiz.modes import ask
from quizgen.quiz.question import Outcome, Verdict
from quizgen.quiz.screen.sitting import STARTLE
from tests.quiz_deck import DECK, Clock, opened, session, talks

pytest.importorskip("termios", reason="there are no pseudo-terminals here")

from tests.quiz_terminal import Terminal

SCREENS = sorted((Path(__file__).parent / "cases" / "quiz" / "screens").glob("*.txt"))
HEAD = re.compile(r"\$ quizgen (?P<arguments>.*?)  \((?P<columns>\d+)x(?P<rows>\d+)\)")


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: path.stem)
def test_the_screens(path: Path, tmp_path: Path) -> None:
    head, *blocks = path.read_text(encoding="utf-8").split("\n>>>")
    match = HEAD.match(head)
    assert match, head
    arguments = [a.replace("DECK", str(DECK)).replace("TMP", str(tmp_path)) for a in match["arguments"].split()]
    written = [head]
    with Terminal(arguments, int(match["columns"]), int(match["rows"])) as terminal:
        for block in blocks:
            keys, _, expected = block.partition("\n")
            time.sleep(STARTLE * keys.strip().startswith(("Enter", "Space")))
            terminal.press(keys)
            golden = "GOLDEN" in os.environ
            seen = terminal.read_until_quiet(1.5) if golden else terminal.read_until(expected.rstrip("\n").__eq__)
            written.append(f"{keys}\n{seen}\n" if seen else f"{keys}\n")
            if not golden:
                assert seen == expected.rstrip("\n"), f"after {keys}"
    if "GOLDEN" in os.environ:
        path.write_text("\n>>>".join(written), encoding="utf-8")


def _session(tmp_path: Path, keys: str, columns: int = 80, **environment: str) -> Terminal:
    arguments = ["quiz", str(DECK), "--seed", "1", "--mode", "choice", "--progress", str(tmp_path / "p.sqlite")]
    with Terminal(arguments, columns, 40, **environment) as terminal:
        terminal.read_until(lambda text: "? keys" in text)
        terminal.press(keys)
        terminal.read_until(lambda text: "next" in text)
    return terminal


def _styles(sent: bytes) -> set[str]:
    return {code for codes in re.findall(rb"\x1b\[([0-9;]*)m", sent) for code in codes.decode().split(";")}


def test_colours_are_the_terminals_own_and_backgrounds_are_left_alone(tmp_path: Path) -> None:
    """Only bold, dim, underline and the eight named colours, as text: right on light and dark alike."""
    styles = _styles(_session(tmp_path, "1").sent)
    assert {"32", "1"} <= styles
    assert styles <= {"", "0", "1", "2", "4", *map(str, range(31, 37))}


def test_nothing_is_bold_and_dim_at_once(tmp_path: Path) -> None:
    """Each terminal shows it otherwise: the keys could not be told from what they do."""
    sent = _session(tmp_path, "1").sent
    assert b"\x1b[1mEnter\x1b[0m\x1b[2m next" in sent and not re.search(rb"\x1b\[[0-9;]*1;2[;m]", sent)


def test_without_colour_marks_remain(tmp_path: Path) -> None:
    sitting = _session(tmp_path, "1", NO_COLOR="1")
    assert not _styles(sitting.sent) & set(map(str, range(30, 50)))
    assert "4" in _styles(sitting.sent) and re.search("[✓✗]", sitting.text)


@pytest.mark.parametrize("columns", [80, 40, 24])
def test_no_line_is_wider_than_the_window(columns: int, tmp_path: Path) -> None:
    """What the terminal would wrap by itself would end in the last column."""
    sitting = _session(tmp_path, "1", columns)
    assert all(not line[-1].strip() for line in sitting.screen.display if "━" not in line and "─" not in line)


def test_the_terminal_is_given_back_after_ctrl_c(tmp_path: Path) -> None:
    import termios

    arguments = ["quiz", str(DECK), "--progress", str(tmp_path / "p.sqlite")]
    with Terminal(arguments, 80, 30) as terminal:
        before = termios.tcgetattr(terminal.master)[3] & (termios.ECHO | termios.ICANON)
        terminal.read_until(lambda text: "? keys" in text)
        terminal.press("Ctrl-C")
        assert "nothing has changed" in terminal.read_until(lambda text: "nothing has changed" in text)
        assert termios.tcgetattr(terminal.master)[3] & (termios.ECHO | termios.ICANON) == before
        assert terminal.wait() == 0


def test_keys_before_the_first_question_answer_none(tmp_path: Path) -> None:
    with Terminal(["quiz", str(DECK), "--progress", str(tmp_path / "p.sqlite")], 80, 30) as terminal:
        terminal.press("1 Enter 2")
        terminal.read_until(lambda text: "? keys" in text)
        assert "14 to go" in terminal.read_until_quiet(0.4) and "of 1 right" not in terminal.text
        terminal.press("q")


FULL = """
import quizgen.quiz.progress.store as store
from quizgen.errors import QuizgenError
def answer(self, *_, **__):
    raise QuizgenError("the answer could not be kept: the disk is full.", "p.sqlite", "Make room, then go on.")
store.Progress.answer = answer
"""


def test_a_full_disk_ends_the_session_with_a_letter_and_a_sane_terminal(tmp_path: Path) -> None:
    import termios

    arguments = ["quiz", str(DECK), "--progress", str(tmp_path / "p.sqlite")]
    with Terminal(arguments, 80, 30, before=FULL) as terminal:
        terminal.read_until(lambda text: "? keys" in text)
        terminal.press("1")
        assert "the disk is full. Make room" in terminal.read_until(lambda text: "the disk is full" in text)
        assert "Traceback" not in terminal.text
        assert termios.tcgetattr(terminal.master)[3] & termios.ECHO
        assert terminal.wait() == 1


def test_a_rescue_is_told_before_the_first_question(tmp_path: Path) -> None:
    path = tmp_path / "p.sqlite"
    path.write_bytes(b"no database" * 100)
    with Terminal(["quiz", str(DECK), "--progress", str(path)], 80, 30) as terminal:
        told = terminal.read_until(lambda text: "any key" in text)
        assert "The progress file was damaged; it is kept as" in " ".join(told.split())
        terminal.press("Enter")
        terminal.read_until(lambda text: "? keys" in text)
        assert "關稅" in terminal.text
        terminal.press("q")


def test_answers_dated_ahead_are_told(tmp_path: Path) -> None:
    clock = Clock()
    clock.days(4000)
    path = tmp_path / "p.sqlite"
    session(talks(), opened(path, clock), clock, "flip").answer(
        ask(talks()[0], "flip", 0, [], Random(1)), "", Verdict(Outcome.RIGHT)
    )
    with Terminal(["quiz", str(DECK), "--progress", str(path)], 80, 30) as terminal:
        told = " ".join(terminal.read_until(lambda text: "any key" in text).split())
        assert "Was the clock wrong, or is it now? Those cards are asked again." in told
        terminal.press("q Enter q")


def test_a_done_day_says_when_to_come_back(tmp_path: Path) -> None:
    clock, path = Clock(), tmp_path / "p.sqlite"
    sitting = session(talks(), opened(path, clock), clock, "flip")
    while question := sitting.question():
        sitting.answer(question, "", Verdict(Outcome.RIGHT))
    with Terminal(["quiz", str(DECK), "--progress", str(path)], 80, 30) as terminal:
        terminal.read_until(lambda text: "Next:" in text)
        assert "Done for today." in terminal.text
        assert terminal.wait() == 0
