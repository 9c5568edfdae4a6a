"""The README's commands run as it writes them, in its order; what it shows of cards stands in a reviewed deck."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.samples import DECKS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
COMMANDS = [line for block in BLOCKS for line in block.splitlines()]
SHOWN = DECKS / "us-china-talks-2025"


def test_every_command_runs_as_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    shutil.copy(SHOWN.with_suffix(".txt"), "article.txt")
    ours = [line for line in COMMANDS if line.startswith("quizgen ")]
    assert len(ours) > 8
    for line in ours:
        ran = run(*shlex.split(line)[1:], stdin=b"1\n" * 60)
        differs = line.startswith("quizgen diff ") and ran.status == 1  # as diff itself says it
        assert (ran.status == 0 or differs) and not ran.err, line
        assert ran.out, line
    assert {"article.apkg", "article.yaml", "everything.apkg"} <= {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("line", [line for line in COMMANDS if not line.startswith("quizgen ")])
def test_what_is_not_quizgen_is_there(line: str) -> None:
    program, argument = line.split()
    if program == "make":
        assert re.search(rf"^{argument}:.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    else:
        assert (program, argument) == ("source", ".venv/bin/activate")


def test_two_commands_do_all_set_up() -> None:
    assert COMMANDS[:2] == ["make demo", "make test"]
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_cards_it_shows_are_in_a_reviewed_deck() -> None:
    deck = SHOWN.with_suffix(".yaml").read_text(encoding="utf-8")
    facts = re.findall(r"^ +問 (.+)\n +(\S+)", README, re.MULTILINE)
    words = re.findall(r"^ +詞 (\S+)  (\S+)  (.+)\n +(.+)", README, re.MULTILINE)
    assert len(facts) == 2 and len(words) == 1
    told = [pair for fact in facts for pair in zip(("Question", "Answer"), fact, strict=True)]
    told += zip(("Hanzi", "Pinyin", "English", "Sentence"), words[0], strict=True)
    for field, text in told:
        assert re.search(rf"^    {field}: '?{re.escape(text)}'?$", deck, re.MULTILINE), (field, text)


def test_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!http)([^)]+)\)", README):
        assert (ROOT / target).exists(), target
