"""Anki's .apkg: notes to rows and back. Anki matches notes by GUID, and their `mod` decides on updates."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from quizgen import tables
from quizgen.errors import QuizgenError
from quizgen.formats.apkg import derived, markup, notetypes
from quizgen.formats.apkg.contents import Found, contents
from quizgen.items import Deck, Mark, Note, Source, Withheld

SUBDECKS = {"word": "1 Words", "fact": "2 Facts"}
"""Anki studies subdecks in the order of their names, and words open the questions"""
_FLAGS = [(row[1].removeprefix("Has").lower(), row[0]) for row in tables.rows("fields") if row[2] == "flag"]
_FLAGS.sort(key=lambda flag: flag[1] != "word")
DORMANT = {card: tuple(kind for name, kind in _FLAGS if name == card) for card, _ in _FLAGS}
"""cards that are made only on request -> the types of note that make them"""

_LICENCE = (
    "Readings and senses of words are from CC-CEDICT (https://cc-cedict.org), CC BY-SA 4.0, and are shared alike; "
    "changed: senses selected and shortened."
)


def guid(key: str) -> str:
    """What Anki matches a note by: 20 hex digits, of the key alone."""
    return sha256(f"quizgen\x1f{key}".encode()).hexdigest()[:20]


def dump(deck: Deck, cards: Collection[str] = ()) -> bytes:
    """The package. `cards` wakes templates of DORMANT. ValueError for another name, and for a note without `mod`.

    Same deck, same bytes: nothing here knows the clock.
    """
    from quizgen.formats.apkg import package

    if unknown := set(cards) - set(DORMANT):
        raise ValueError(f"no such cards: {', '.join(sorted(unknown))}")

    types = {kind: _row_type(known, package) for kind, known in notetypes.TYPES.items()}
    rows = []
    for note in deck.notes:
        if note.mod <= 0:
            raise ValueError(f"note {note.key!r} has no mod: a deck is stamped before it becomes an .apkg")
        fields = _in_order(note, cards)
        rows.append(package.Row(guid(note.key), types[note.type], _deck_of(deck, note), fields, note.tags, note.mod))
    text, names = _description(deck), [_top(deck), *dict.fromkeys(row.deck for row in rows)]
    decks = {name: (int(sha256(name.encode()).hexdigest()[:13], 16) | 2, text) for name in names}
    return package.pack(rows, decks, {"quizgen": _beside(deck)})


def patch(deck: Deck) -> list[list[str]]:
    """The notes as rows of guid, note type, deck and fields up to the learner's own: what a text import may change."""
    rows = []
    for note in deck.notes:
        known = notetypes.TYPES[note.type]
        ours = _in_order(note, ())[: known.fields.index("My Notes")]
        rows.append([guid(note.key), known.name, _deck_of(deck, note), *ours])
    return rows


def _in_order(note: Note, cards: Collection[str]) -> list[str]:
    """HTML of every field, as the note type orders them."""
    fields = derived.fields(note, guid(note.key), cards, markup.render)
    return [fields.get(name, "") for name in notetypes.TYPES[note.type].fields]


def _top(deck: Deck) -> str:
    return " ".join(deck.name.split()) or "quizgen"


def _deck_of(deck: Deck, note: Note) -> str:
    return f"{_top(deck)}::{SUBDECKS[note.type]}"


def _row_type(known: notetypes.NoteType, package: Any) -> Any:
    fields = [{"name": name, "id": known.id + 100 + i, "font": "Arial"} for i, name in enumerate(known.fields)]
    templates = []
    for i, template in enumerate(known.templates):
        front, back = known.html(template)
        templates.append({"name": template.name, "id": known.id + 10 + i, "qfmt": front, "afmt": back})
    needs = [[known.fields.index(name) for name in template.needs] for template in known.templates]
    return package.RowType(known.id, known.name, notetypes.CHANGED, notetypes.css(), fields, templates, needs)


def _description(deck: Deck) -> str:
    """HTML for the deck's page in Anki: where the articles are, whose the definitions are."""
    lines = []
    for source in deck.sources:
        title = markup.escape(source.title or source.id)
        link = f'<a href="{markup.escape(source.url)}">{title}</a>' if source.url else title
        lines.append(f"Source: {link}{' · ' + markup.escape(source.date) if source.date else ''}")
    return "<br>".join([*lines, "Made with quizgen.", _LICENCE])


def _beside(deck: Deck) -> dict[str, Any]:
    """What is known of a deck and stands in no note: Anki does not import it, and `load` reads it."""
    return {
        "name": deck.name,
        "sources": [asdict(source) for source in deck.sources],
        "withheld": deck.withheld,
        "made": dict(deck.made),
        "stands_in": {guid(note.key): note.source for note in deck.notes if note.source},
    }


def load(data: bytes, where: str) -> Deck:
    """The deck as it was written; QuizgenError for what is not ours."""
    found = contents(data, where)
    try:
        beside = found.conf["quizgen"]
        notes = tuple(_note(row, beside["stands_in"]) for row in found.notes)
        sources = tuple(Source(**source) for source in beside["sources"])
        withheld = tuple(Withheld(*what) for what in beside["withheld"])
        return Deck(beside["name"], sources, notes, withheld, beside.get("made", {}))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise QuizgenError("this .apkg is not from quizgen.", where, "Give it a deck that quizgen built.") from error


def woken(data: bytes, where: str) -> frozenset[str]:
    """The dormant cards that were woken when the package was written."""
    notes = contents(data, where).notes
    return frozenset(card for card in DORMANT if any(row.fields.get(f"Has{card.capitalize()}") for row in notes))


def _note(row: Found, stands_in: dict[str, str]) -> Note:
    kind = next(known.kind for known in notetypes.TYPES.values() if known.id == row.type)
    fields: dict[str, str] = {}
    marks: list[Mark] = []
    for name, source in derived.plain(kind, row.fields).items():
        fields[name], found = markup.parse(source, name)
        marks += found
    key, _ = markup.parse(row.fields["Key"], "Key")
    return Note(kind, key, fields, tuple(sorted(marks)), row.tags, stands_in.get(row.guid, ""), row.mod)
