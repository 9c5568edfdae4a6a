"""The decks in the real Anki: everything arrives, nothing is doubled, nothing of the learner's is lost."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.formats import read, write
from quizgen.formats.apkg import DORMANT, guid
from quizgen.items import Deck, Mark, Note

pytest.importorskip("anki", reason="Anki is not installed here")

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

SAMPLE = Path(__file__).parent / "cards.yaml"
DECK = "開幕與啟用"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    found = Collection(str(tmp_path / "collection.anki2"))
    yield found
    found.close()


@pytest.fixture
def deck() -> Deck:
    return read(SAMPLE)


def imported(collection: Any, deck: Deck, cards: tuple[str, ...] = ()) -> Any:
    """What Anki's import with the dialog's own defaults says of the deck."""
    path = Path(collection.path).parent / "deck.apkg"
    write(deck, path, cards)
    log = collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(path), options=ImportAnkiPackageOptions())
    ).log
    collection._clear_caches()
    return log


def note_of(collection: Any, key: str) -> Any:
    return collection.get_note(collection.db.scalar("select id from notes where guid = ?", guid(key)))


def templates(collection: Any) -> dict[str, int]:
    """`Fact Ask` -> how many cards."""
    found: dict[str, int] = {}
    for card in map(collection.get_card, collection.find_cards("")):
        name = f"{card.note_type()['name'].split()[1]} {card.template()['name']}"
        found[name] = found.get(name, 0) + 1
    return found


def sound(collection: Any) -> None:
    """Anki finds no card empty, none missing, and its database in order."""
    assert not collection.get_empty_cards().notes
    before = collection.card_count()
    collection.after_note_updates(list(collection.find_notes("")), mark_modified=False, generate_cards=True)
    assert collection.card_count() == before
    problems, fine = collection.fix_integrity()
    assert fine, problems
    assert collection.card_count() == before


# ---------------------------------------------------------------- arriving


def test_every_note_and_card_arrives(collection: Any, deck: Deck) -> None:
    log = imported(collection, deck)
    assert (len(log.new), collection.note_count()) == (len(deck.notes), len(deck.notes))
    assert not (log.updated or log.duplicate or log.conflicting or log.missing_notetype or log.missing_deck)
    assert templates(collection) == {"Word Recognition": 2, "Fact Ask": 3, "Fact Reverse": 1}
    sound(collection)


def test_every_dormant_card_can_be_woken(collection: Any, deck: Deck) -> None:
    imported(collection, deck, DORMANT)
    words = dict.fromkeys(("Word Recognition", "Word Recall", "Word Typed", "Word Listening", "Word Writing"), 2)
    assert templates(collection) == words | {"Fact Ask": 3, "Fact Reverse": 1, "Fact Typed": 3, "Fact Listening": 3}
    sound(collection)


def test_cards_woken_later_join_the_old_ones(collection: Any, deck: Deck) -> None:
    imported(collection, deck)
    later = replace(deck, notes=tuple(replace(note, mod=note.mod + 1) for note in deck.notes))
    log = imported(collection, later, ("recall",))
    assert (len(log.new), len(log.updated)) == (0, len(deck.notes))
    assert templates(collection)["Word Recall"] == 2
    sound(collection)


def test_a_second_import_adds_nothing(collection: Any, deck: Deck) -> None:
    imported(collection, deck)
    cards = collection.card_count()
    log = imported(collection, deck)
    assert not (log.new or log.updated or log.conflicting)
    assert (collection.note_count(), collection.card_count()) == (len(deck.notes), cards)


def test_words_and_facts_have_their_subdecks_and_say_whose_the_definitions_are(collection: Any, deck: Deck) -> None:
    imported(collection, deck)
    names = {found.name: found.id for found in collection.decks.all_names_and_ids()}
    assert set(names) == {"Default", DECK, f"{DECK}::1 Words", f"{DECK}::2 Facts"}
    for name in set(names) - {"Default"}:
        text = collection.decks.get(names[name])["desc"]
        assert "CC-CEDICT" in text and "CC BY-SA 4.0" in text and "changed" in text
        assert 'href="https://example.org/opening?a=1&amp;b=2"' in text
    assert {card.did for card in map(collection.get_card, collection.find_cards("note:*Word*"))} == {
        names[f"{DECK}::1 Words"]
    }


def test_new_cards_come_in_the_order_of_the_deck(collection: Any, deck: Deck) -> None:
    notes = tuple(replace(note, key=f"{note.key} {i}") for i in range(30) for note in deck.notes[::-1])
    imported(collection, replace(deck, notes=notes), ("recall",))
    rows = collection.db.all("select guid, ord from cards c join notes n on n.id = nid order by c.due")
    asked = [key for key, ord_ in map(tuple, rows) if ord_ == 0]
    assert asked == [guid(note.key) for note in notes]
    assert [ord_ for _, ord_ in rows] == sorted((ord_ for _, ord_ in rows), key=bool)


def test_two_decks_of_one_day_both_arrive(collection: Any, deck: Deck) -> None:
    imported(collection, deck)
    other = replace(deck, name="別的", notes=tuple(replace(n, key=f"other {n.key}") for n in deck.notes))
    assert len(imported(collection, other).new) == len(deck.notes)
    assert collection.note_count() == 2 * len(deck.notes)
    sound(collection)


# ---------------------------------------------------------------- updating


def test_an_update_changes_what_changed_and_keeps_the_rest(collection: Any, deck: Deck) -> None:
    imported(collection, deck)
    edited, mended = deck.notes[0], deck.notes[3]
    mine = note_of(collection, edited.key)
    mine["English"], mine["My Notes"] = "mine", "see lesson 3"
    mine.add_tag("marked")
    collection.update_note(mine)
    new = replace(mended, fields={**mended.fields, "Gloss": "508 metres"}, mod=mended.mod + 1)
    log = imported(collection, replace(deck, notes=(*deck.notes[:3], new, *deck.notes[4:])))
    assert (len(log.new), len(log.updated)) == (0, 1)
    assert note_of(collection, mended.key)["Gloss"] == "508 metres"
    kept = note_of(collection, edited.key)
    assert (kept["English"], kept["My Notes"], kept.has_tag("marked")) == ("mine", "see lesson 3", True)


def test_an_update_keeps_what_was_learned(collection: Any, deck: Deck) -> None:
    imported(collection, deck)
    collection.decks.set_current(collection.decks.id(DECK))
    card = collection.sched.getCard()
    card.start_timer()
    collection.sched.answerCard(card, 4)
    before = collection.db.all("select id, type, queue, due, ivl, reps from cards order by id")
    notes = tuple(replace(n, fields={**n.fields, "Remark": "new"}, mod=n.mod + 1) for n in reversed(deck.notes))
    assert len(imported(collection, replace(deck, notes=notes)).updated) == len(deck.notes)
    studied = [row for row in before if row[-1]]
    assert len(studied) == 1
    assert studied[0] in collection.db.all("select id, type, queue, due, ivl, reps from cards")
    assert len(before) == collection.card_count()


# ---------------------------------------------------------------- escaping

HOSTILE = json.loads((Path(__file__).parent / "hostile.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", HOSTILE, ids=ascii)
def test_any_text_arrives_as_text(text: str, collection: Any, tmp_path: Path) -> None:
    marks = (Mark("Evidence", 2, 2 + len(text), "answer"), Mark("Evidence", 0, 1, "ruby", text))
    fields = dict.fromkeys(("Question", "Answer", "Glossary", "Kind", "Speaker", "Source", "SourceURL"), text)
    fields |= {"Evidence": f"他說{text}。", "Options": f"{text}\n不", "Lang": "zh-Hans"}
    deck = Deck(f"甲{text}", (), (Note("fact", f"k{text}", fields, marks, (), "", 1_735_689_600),))
    assert len(imported(collection, deck).new) == 1
    write(deck, tmp_path / "deck.json")
    (expected,) = read(tmp_path / "deck.json").notes
    (card,) = map(collection.get_card, collection.find_cards(""))
    shown = card.render_output()
    assert not [tag for tag in shown.question_av_tags if "tts" not in type(tag).__name__.lower()]
    assert "<script" not in shown.question_text + shown.answer_text
    assert not re.search(r"\{\{|\[\[type:|\[sound:|\[latex", shown.question_text + shown.answer_text)
    answer = re.search(r'<p class="big">(.*?)</p>', shown.answer_text, re.DOTALL)
    assert answer and plain(answer[1]) == expected.fields["Answer"]
    assert shown.answer_text.count("</article>") == 1
    sound(collection)


def plain(source: str) -> str:
    return html.unescape(source.replace("<br>", "\n"))
