"""What an update does in the real Anki: each row of the table in a collection where a card was studied."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.formats import read, write
from quizgen.formats.apkg import guid, notetypes
from quizgen.items import RETIRED, Deck, Note
from quizgen.update import REVISED, follow, stamped
from tests.samples import made
from tests.samples import read as read_article

pytest.importorskip("anki", reason="Anki is not installed here")

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.import_export_pb2 import ImportCsvRequest

V1 = Path(__file__).parent / "golden" / "v1.apkg"
THEN, NOW = 1_750_000_000, 1_760_000_000
ARTICLE = """港珠澳大橋正式通車
2018年10月24日

全長55公里的港珠澳大橋24日正式通車。通車儀式前一天在珠海舉行，習近平出席。
"""
_SCHEDULE = "select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses from cards order by id"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    found = Collection(str(tmp_path / "collection.anki2"))
    yield found
    found.close()


def imported(collection: Any, deck: Deck | Path, cards: tuple[str, ...] = ()) -> Any:
    """What Anki's import with the dialog's own defaults says of the deck."""
    path = deck if isinstance(deck, Path) else Path(collection.path).parent / "deck.apkg"
    if isinstance(deck, Deck):
        write(deck, path, cards)
    log = collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    ).log
    collection._clear_caches()
    assert not (log.conflicting or log.missing_notetype or log.missing_deck or log.first_field_match)
    return log


def note_of(collection: Any, key: str) -> Any:
    return collection.get_note(collection.db.scalar("select id from notes where guid = ?", guid(key)))


def study(collection: Any, count: int = 3) -> list[Any]:
    """The schedule after some cards of the deck were answered."""
    top = next(d.id for d in collection.decks.all_names_and_ids() if d.name not in ("Default",) and "::" not in d.name)
    collection.decks.set_current(top)
    for ease in (4, 3, 1)[:count]:
        card = collection.sched.getCard()
        card.start_timer()
        collection.sched.answerCard(card, ease)
    # An answer given as the second turns leaves a review time that Anki itself mends at its next check.
    collection.fix_integrity()
    rows: list[Any] = collection.db.all(_SCHEDULE)
    assert sum(row[-2] > 0 for row in rows) >= 1
    return rows


def kept(collection: Any, before: list[Any]) -> None:
    """Every card that was there is as it was, no card is empty or missing, and the database is in order."""
    now = {row[0]: row for row in collection.db.all(_SCHEDULE)}
    assert [now.get(row[0]) for row in before] == before
    count = collection.card_count()
    assert not collection.get_empty_cards().notes
    collection.after_note_updates(list(collection.find_notes("")), mark_modified=False, generate_cards=True)
    problems, fine = collection.fix_integrity()
    assert fine and collection.card_count() == count, problems


@pytest.fixture(scope="module")
def first() -> Deck:
    return stamped(made(read_article(ARTICLE)), THEN)


def rebuilt(text: str, old: Deck, now: int = NOW) -> Deck:
    return stamped(follow(made(read_article(text)), old, {}).deck, now, old)


def length(deck: Deck) -> Note:
    return next(note for note in deck.notes if note.fields.get("Answer") == "55公里")


# ---------------------------------------------------------------- the table


def test_rebuilt_unchanged_nothing_is_updated(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    log = imported(collection, rebuilt(ARTICLE, first))
    assert not (log.new or log.updated)
    kept(collection, before)


def test_a_mended_text_updates_its_notes_alone(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    mended = rebuilt(ARTICLE.replace("在珠海舉行", "在廣東珠海舉行"), first)
    changed = [note for note in mended.notes if note.mod == NOW]
    log = imported(collection, mended)
    assert 0 < len(log.updated) == len(changed) < len(mended.notes)
    kept(collection, before)


def test_a_changed_figure_keeps_its_card_and_tells_what_it_was(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    assert not imported(collection, rebuilt(ARTICLE.replace("55公里", "54公里"), first)).new
    note = note_of(collection, length(first).key)
    assert (note["Answer"], note["Remark"], note.has_tag(REVISED)) == ("54公里", "was 55公里", True)
    kept(collection, before)


def test_a_removed_note_stays_with_its_schedule_and_is_tagged(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    less = rebuilt(ARTICLE.replace("全長55公里的", ""), first)
    imported(collection, less)
    assert note_of(collection, length(first).key).has_tag(RETIRED)
    assert collection.note_count() == len(less.notes) >= len(first.notes)
    kept(collection, before)
    imported(collection, rebuilt(ARTICLE, less))
    assert not note_of(collection, length(first).key).has_tag(RETIRED)
    kept(collection, before)


def test_an_added_note_comes_alone(collection: Any, first: Deck) -> None:
    fewer = replace(first, notes=first.notes[:-1], made={})
    imported(collection, fewer)
    before = study(collection)
    log = imported(collection, rebuilt(ARTICLE, fewer))
    assert (len(log.new), len(log.updated)) == (1, 0)
    kept(collection, before)


def test_another_order_updates_nothing(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    log = imported(collection, stamped(replace(first, notes=first.notes[::-1]), NOW, first))
    assert not (log.new or log.updated)
    kept(collection, before)


def test_a_learners_edit_and_tags_on_an_unchanged_note_stay(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    mine = note_of(collection, first.notes[0].key)
    mine["English"], mine["My Notes"] = "mine", "see lesson 3"
    mine.add_tag("marked")
    collection.update_note(mine)
    assert imported(collection, rebuilt(ARTICLE.replace("55公里", "54公里"), first)).updated
    note = note_of(collection, first.notes[0].key)
    assert (note["English"], note["My Notes"], note.has_tag("marked")) == ("mine", "see lesson 3", True)
    kept(collection, before)


def test_new_looks_come_with_a_rebuild(collection: Any, first: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(collection, first)
    before = study(collection)
    monkeypatch.setattr(notetypes, "css", lambda: ".card { color: red }")
    monkeypatch.setattr(notetypes, "CHANGED", notetypes.CHANGED + 1)
    log = imported(collection, rebuilt(ARTICLE, first))
    assert not (log.new or log.updated)
    types = [found for found in collection.models.all() if found["name"].startswith("quizgen")]
    assert [found["css"] for found in types] == [".card { color: red }"] * 2
    kept(collection, before)


def test_cards_woken_later_are_not_empty(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    imported(collection, stamped(first, NOW, first, wakes=("word",)), ("recall",))
    words = sum(note.type == "word" for note in first.notes)
    woken = [collection.get_card(id_).template()["name"] for id_ in collection.find_cards("")]
    assert woken.count("Recall") == words
    kept(collection, before)


def test_a_second_deck_with_a_word_neither_doubles_nor_replaces_it(collection: Any, first: Deck) -> None:
    imported(collection, first)
    before = study(collection)
    text = "青馬大橋定期檢修\n2019年3月5日\n\n全長2公里的青馬大橋5日檢修，隨後舉行的通車儀式有工程人員出席。\n"
    second = stamped(made(read_article(text)), NOW)
    shared = {n.key for n in first.notes} & {n.key for n in second.notes}
    assert shared
    log = imported(collection, second)
    assert len(log.new) == len(second.notes) - len(shared) and not log.updated
    for note in (note for note in first.notes if note.key in shared):
        assert collection.db.scalar("select count() from notes where guid = ?", guid(note.key)) == 1
        assert note.fields.get("Sentence", "") in note_of(collection, note.key)["SentenceGap"].replace(
            "＿" * len(note.fields["Hanzi"]), note.fields["Hanzi"]
        )
    kept(collection, before)


def test_scheduling_outlives_a_life_of_updates(collection: Any, first: Deck) -> None:
    deck = first
    imported(collection, deck)
    before = study(collection)
    texts = [ARTICLE.replace("55公里", "54公里"), ARTICLE.replace("全長55公里的", ""), "新標題\n" + ARTICLE, ARTICLE]
    for i, text in enumerate(texts):
        deck = rebuilt(text, deck, NOW + i)
        imported(collection, deck)
        kept(collection, before)


# ---------------------------------------------------------------- frozen at v1


def test_a_deck_of_v1_is_updated_for_ever(collection: Any) -> None:
    log = imported(collection, V1)
    before = study(collection)
    deck = read(V1)
    assert len(log.new) == len(deck.notes) == 5
    later = replace(deck, notes=tuple(replace(n, fields={**n.fields, "Remark": "new"}, mod=NOW) for n in deck.notes))
    log = imported(collection, later)
    assert (len(log.new), len(log.updated)) == (0, 5)
    names = sorted(found["name"] for found in collection.models.all() if "quizgen" in found["name"])
    assert names == ["quizgen Fact", "quizgen Word"]
    assert all(note_of(collection, note.key)["Remark"] == "new" for note in deck.notes)
    kept(collection, before)


def test_the_schema_is_that_of_v1(collection: Any) -> None:
    imported(collection, V1)
    for known in notetypes.TYPES.values():
        found = collection.models.get(known.id)
        fields = [(field["name"], field["id"]) for field in found["flds"]]
        assert fields == [(name, known.id + 100 + i) for i, name in enumerate(known.fields)]
        templates = [(one["name"], one["id"]) for one in found["tmpls"]]
        assert templates == [(one.name, known.id + 10 + i) for i, one in enumerate(known.templates)]
        assert found["name"] == known.name


# ---------------------------------------------------------------- other ways in


def test_a_patch_changes_the_text_and_nothing_of_the_learners(collection: Any, first: Deck, tmp_path: Path) -> None:
    imported(collection, first, ("recall",))
    before = study(collection)
    for note in first.notes:
        mine = note_of(collection, note.key)
        mine["My Notes"] = "mine"
        mine.add_tag("marked")
        collection.update_note(mine)
    path = tmp_path / "patch.tsv"
    write(rebuilt(ARTICLE.replace("55公里", "54公里"), first), path)
    log = collection.import_csv(
        ImportCsvRequest(path=str(path), metadata=collection.get_csv_metadata(str(path), None))
    ).log
    assert not (log.new or log.conflicting or log.missing_notetype or log.missing_deck)
    assert len(log.updated) + len(log.duplicate) == len(first.notes)  # what is the same is a duplicate to Anki
    for note in first.notes:
        found = note_of(collection, note.key)
        assert (found["My Notes"], found.has_tag("marked")) == ("mine", True)
        assert found["HasRecall"] == "1" if note.type == "word" else found["Lang"] == note.fields["Lang"]
    assert note_of(collection, length(first).key)["Answer"] == "54公里"
    kept(collection, before)


def test_ten_thousand_notes(collection: Any) -> None:
    fields = {"Hanzi": "大橋", "Pinyin": "dàqiáo", "Sentence": "大橋通車", "Lang": "zh-Hant-TW"}
    deck = Deck("萬", (), tuple(Note("word", f"word|{i}", fields, mod=THEN) for i in range(10_000)))
    started = time.monotonic()
    assert len(imported(collection, deck).new) == 10_000
    again = replace(deck, notes=(*deck.notes[:-1], replace(deck.notes[-1], mod=NOW)))
    assert len(imported(collection, again).updated) == 1
    assert time.monotonic() - started < 60
