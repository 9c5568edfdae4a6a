"""The reviewed decks of decks/: each beside its article, sound against it, and built as `make decks` builds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.check import verify
from quizgen.formats import read
from tests.conftest import Run
from tests.samples import DECKS, SAMPLES, sample


def test_every_article_has_its_deck() -> None:
    assert {path.stem for path in DECKS.glob("*.yaml")} == set(SAMPLES)
    assert {path.suffix for path in DECKS.iterdir()} == {".txt", ".yaml"}


@pytest.mark.parametrize("name", SAMPLES)
def test_its_cards_hold_against_the_article(name: str) -> None:
    deck = read(DECKS / f"{name}.yaml")
    assert verify(deck, sample(name).text) == []
    assert {note.type for note in deck.notes} == {"fact", "word"}
    assert deck.sources[0].title == sample(name).source.title


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_built(name: str, run: Run, tmp_path: Path) -> None:
    path = DECKS / f"{name}.yaml"
    before = path.read_bytes()
    ran = run("build", path, "-o", tmp_path / f"{name}.apkg")
    assert (ran.status, ran.err) == (0, "")
    assert [note.key for note in read(tmp_path / f"{name}.apkg").notes] == [note.key for note in read(path).notes]
    assert path.read_bytes() == before
