"""The command line as a fixture: arguments and standard input in, what it said and its exit status out."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import settings

from quizgen.cli import main

#: the same examples each time, so that a change alone can turn a test red; `--hypothesis-seed=random` draws others
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`run("build", "a.txt", stdin=b"…")`: the program as the shell runs it, without a terminal."""

    def ran(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["quizgen", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = 0
        try:
            main()
        except SystemExit as left:
            status = int(left.code or 0)
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return ran
