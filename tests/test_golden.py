"""Articles and the decks they make: `make golden` writes tests/golden/*.yaml anew; read what changed before you commit.

Level 4, a fixed moment. What is compared is the deck; a difference names the first note that is another one.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen import article, source
from quizgen.formats import read, write
from quizgen.items import Deck, Note
from quizgen.update import stamped
from tests.samples import made

GOLDEN = Path(__file__).parent / "golden"
ARTICLES = sorted(GOLDEN.glob("*.txt"))
NOW = 1_763_800_000


def built(path: Path) -> Deck:
    """The deck of a golden article."""
    return stamped(made(article.read(source.read(path.read_bytes(), path.name))), NOW)


def told(note: Note) -> str:
    """A note as a reader of the difference wants it."""
    fields = "\n".join(f"  {name}: {text}" for name, text in note.fields.items())
    return f"{note.key}\n{fields}\n  {note.tags}\n  {[tuple(mark) for mark in note.marks]}"


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_article_makes_the_deck_that_was_read(path: Path) -> None:
    now, then = built(path), read(path.with_suffix(".yaml"))
    assert [note.key for note in now.notes] == [note.key for note in then.notes]
    assert [told(note) for note in now.notes] == [told(note) for note in then.notes]
    assert set(now.withheld) == set(then.withheld)
    assert now == then


def test_every_deck_has_its_article() -> None:
    assert {path.stem for path in GOLDEN.glob("*.yaml")} == {path.stem for path in ARTICLES}


if __name__ == "__main__":
    for each in ARTICLES:
        write(built(each), each.with_suffix(".yaml"))
        print(f"{each.with_suffix('.yaml').name}: {len(built(each).notes)} notes")
