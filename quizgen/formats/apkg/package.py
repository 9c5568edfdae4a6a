"""Rows to the bytes of an .apkg. The only door to genanki; it knows nothing of what the notes say.

genanki has one time for all, its own idea of when a card is, one due for all cards of a note, and leaves temporary
files behind: so notes and models are subclassed here, the database stays in memory, and the zip is ours.
"""

from __future__ import annotations

import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Sequence
from typing import Any, NamedTuple

import genanki

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_FIRST_ID = 10**12
"""Anki takes the id of a note for the millisecond it was made in, and doubts one before 2001"""


class RowType(NamedTuple):
    """A note type."""

    id: int
    name: str
    changed: int
    css: str
    fields: list[dict[str, Any]]
    templates: list[dict[str, Any]]
    needs: list[list[int]]
    """for each template, the fields that must be filled for its card to be"""


class Row(NamedTuple):
    """A note and its cards."""

    guid: str
    type: RowType
    deck: str
    fields: list[str]
    """HTML, in the order of the note type"""
    tags: tuple[str, ...]
    mod: int

    @property
    def ords(self) -> list[int]:
        """The templates that make a card of it."""
        return [ord_ for ord_, needs in enumerate(self.type.needs) if all(self.fields[i] for i in needs)]


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type that says itself when it changed and which fields each card needs."""

    def __init__(self, row: RowType) -> None:
        super().__init__(row.id, row.name, row.fields, row.templates, row.css)
        self.row = row

    @property
    def _req(self) -> list[list[Any]]:
        return [[ord_, "all", needs] for ord_, needs in enumerate(self.row.needs)]

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        return dict(super().to_json(self.row.changed, deck_id))


class _Card(genanki.Card):  # type: ignore[misc]
    """A card with a due of its own."""

    def __init__(self, ord_: int, due: int) -> None:
        super().__init__(ord_)
        self.due = due

    def write_to_db(self, *args: Any, **kwargs: Any) -> None:
        super().write_to_db(*args[:-1], due=self.due)


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with its own time of change."""

    def __init__(self, row: Row, model: _Model, dues: list[int]) -> None:
        super().__init__(model, row.fields, tags=row.tags, guid=row.guid)
        self.mod = row.mod
        self.cards = [_Card(ord_, due) for ord_, due in zip(row.ords, dues, strict=True)]

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
        super().write_to_db(cursor, self.mod, deck_id, id_gen)


def pack(rows: Sequence[Row], decks: dict[str, tuple[int, str]], conf: dict[str, object]) -> bytes:
    """The .apkg; `decks` has for each name id and description, `conf` is kept in the collection's own table.

    New cards are due in the order of the rows; a second card of a note comes after every first one.
    """
    package = genanki.Package([genanki.Deck(id_, name, text) for name, (id_, text) in decks.items()])
    by_name = {deck.name: deck for deck in package.decks}
    models: dict[int, _Model] = {}
    for place, row in enumerate(rows):
        model = models.setdefault(row.type.id, _Model(row.type))
        dues = [place + nth * len(rows) for nth in range(len(row.ords))]
        by_name[row.deck].add_note(_Note(row, model, dues))
    count = sum(1 + len(row.ords) for row in rows)
    first = max([_FIRST_ID, *(row.mod * 1000 - count for row in rows)])
    return _zipped(_database(package, first, conf))


def _database(package: Any, first: int, conf: dict[str, object]) -> bytes:
    base = sqlite3.connect(":memory:")
    cursor = base.cursor()
    package.write_to_db(cursor, 0, itertools.count(first))
    known = json.loads(cursor.execute("SELECT conf FROM col").fetchone()[0])
    cursor.execute("UPDATE col SET conf = ?", (json.dumps({**known, **conf}, ensure_ascii=False),))
    base.commit()
    return base.serialize()


def _zipped(database: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("collection.anki2", database), ("media", b"{}")):
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.create_system, member.external_attr = 3, 0o644 << 16  # the same on every system
            archive.writestr(member, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()
