"""The articles of decks/, through the whole pipeline into the real Anki: everything arrives, once, and clean."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quizgen.deck import Budget, cards
from tests.conftest import Run
from tests.samples import DECKS, SAMPLES, made, sample

pytest.importorskip("anki", reason="Anki is not installed here")

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen.formats import read, write
from quizgen.update import stamped


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    found = Collection(str(tmp_path / "collection.anki2"))
    yield found
    found.close()


def imported(collection: Any, path: Path) -> Any:
    """What Anki's import says, as its dialog does it by default."""
    request = ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    log = collection.import_anki_package(request).log
    collection._clear_caches()
    return log


def assert_clean(collection: Any) -> None:
    """No card is empty, none is missing, nothing is broken."""
    count = collection.card_count()
    assert not collection.get_empty_cards().notes
    collection.after_note_updates(list(collection.find_notes("")), mark_modified=False, generate_cards=True)
    assert collection.card_count() == count
    problems, fine = collection.fix_integrity()
    assert fine, problems
    assert collection.card_count() == count


@pytest.mark.parametrize("name", SAMPLES)
def test_a_built_deck_arrives_whole_and_once(
    name: str, run: Run, collection: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1763800000")
    path = tmp_path / "deck.apkg"
    assert run("build", DECKS / f"{name}.txt", "--level", "4", "-o", path).status == 0
    deck = read(path)
    log = imported(collection, path)
    assert len(log.new) == collection.note_count() == len(deck.notes)
    assert not (log.updated or log.duplicate or log.conflicting or log.missing_notetype or log.missing_deck)
    assert collection.card_count() == len(cards(deck))
    assert_clean(collection)
    again = imported(collection, path)
    assert not (again.new or again.updated or again.conflicting)
    assert (collection.note_count(), collection.card_count()) == (len(deck.notes), len(cards(deck)))


def test_every_note_of_two_articles_shares_a_collection(collection: Any, tmp_path: Path) -> None:
    keys = set()
    for name in SAMPLES:
        deck = stamped(made(sample(name), Budget(None, None)), 1_763_800_000)
        write(deck, tmp_path / f"{name}.apkg")
        imported(collection, tmp_path / f"{name}.apkg")
        keys |= {note.key for note in deck.notes}
        assert collection.note_count() == len(keys)
    assert_clean(collection)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_rebuilt_deck_with_a_later_date_updates_facts_and_adds_nothing(
    name: str, collection: Any, tmp_path: Path
) -> None:
    deck = made(sample(name))
    for now in (1_763_800_000, 1_763_900_000):
        write(stamped(deck, now), tmp_path / "deck.apkg")
        log = imported(collection, tmp_path / "deck.apkg")
    facts = [note for note in deck.notes if note.type == "fact"]
    assert (len(log.new), len(log.updated)) == (0, len(facts))
    assert collection.note_count() == len(deck.notes)
