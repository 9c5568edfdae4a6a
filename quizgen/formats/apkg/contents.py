"""The bytes of an .apkg to its rows."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
import zlib
from typing import Any, NamedTuple

from quizgen.errors import QuizgenError


class Found(NamedTuple):
    """A note as it stands in the package."""

    guid: str
    type: int
    """the note type's id"""
    fields: dict[str, str]
    """HTML by field name"""
    tags: tuple[str, ...]
    mod: int


class Contents(NamedTuple):
    """What a package holds."""

    conf: dict[str, Any]
    notes: list[Found]
    """in the order of their first cards"""


_ORDER = "SELECT nid, min(due) AS due FROM cards GROUP BY nid"
_NOTES = f"SELECT guid, mid, flds, tags, mod FROM notes JOIN ({_ORDER}) ON nid = notes.id ORDER BY due"


def contents(data: bytes, where: str) -> Contents:
    """QuizgenError for what is no package, or one that Anki itself exported."""
    try:
        return _rows(_database(data, where))
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:  # RuntimeError: it is encrypted
        raise QuizgenError("this is no .apkg, or a damaged one.", where, "Build it anew.") from error
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise QuizgenError("the collection in this .apkg cannot be read.", where, "Build it anew.") from error


def _database(data: bytes, where: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "collection.anki21b" in names or "collection.anki21" in names:
            what = "this .apkg was exported by Anki; quizgen reads those it wrote itself."
            raise QuizgenError(what, where, "Give it the deck that quizgen built.")
        return archive.read("collection.anki2")


def _rows(database: bytes) -> Contents:
    base = sqlite3.connect(":memory:")
    base.deserialize(database)
    conf, models = (json.loads(text) for text in base.execute("SELECT conf, models FROM col").fetchone())
    names = {int(model): [field["name"] for field in known["flds"]] for model, known in models.items()}
    notes = [
        Found(guid, model, dict(zip(names[model], fields.split("\x1f"), strict=True)), tuple(tags.split()), mod)
        for guid, model, fields, tags, mod in base.execute(_NOTES)
    ]
    return Contents(conf, notes)
