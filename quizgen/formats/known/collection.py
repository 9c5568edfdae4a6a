"""Anki's own packages, old and new -> the fields of their notes and how long each is remembered.

The only door to zstandard: since 2.1.50 Anki packs the collection with it and leaves a stub with one note beside.
"""

from __future__ import annotations

import io
import sqlite3
import zipfile
import zlib
from typing import NamedTuple

from quizgen.errors import QuizgenError

#: what a package may hold, the newest first: of the later two formats the older file is a stub
_MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
_NOTES = (
    "SELECT flds, max(ivl), max(reps) > 0 FROM notes JOIN cards ON nid = notes.id GROUP BY notes.id ORDER BY notes.id"
)


class Learned(NamedTuple):
    """A note and its progress."""

    fields: list[str]
    """HTML, in the order of the note type"""
    interval: int
    """days between the last answer and the next, the longest of its cards; 0 or less while new or being learned"""
    is_begun: bool
    """answered, or given an interval"""


def notes(data: bytes, where: str) -> list[Learned]:
    """The notes of an .apkg or .colpkg; QuizgenError for what is neither."""
    try:
        base = sqlite3.connect(":memory:")
        base.deserialize(_without_journal(_database(data)))
        return [
            Learned(fields.split("\x1f"), interval, bool(interval > 0 or answered))
            for fields, interval, answered in base.execute(_NOTES)
        ]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise QuizgenError("this is no package of Anki's, or a damaged one.", where, "Export it anew.") from error
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise QuizgenError("the collection in it cannot be read.", where, "Export it anew from Anki.") from error


def _database(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        name = next((name for name in _MEMBERS if name in archive.namelist()), None)
        if name is None:
            raise ValueError("no collection")
        packed = archive.read(name)
    return _unpacked(packed) if name == _MEMBERS[0] else packed


def _without_journal(database: bytes) -> bytes:
    """Anki's newer files say in two bytes of their head that a journal stands beside them: not so in memory."""
    return database[:18] + b"\x01\x01" + database[20:]


def _unpacked(packed: bytes) -> bytes:
    """The frame does not tell its size, so it is read as a stream."""
    from zstandard import ZstdDecompressor, ZstdError

    try:
        with ZstdDecompressor().stream_reader(packed) as stream:
            return bytes(stream.read())
    except ZstdError as error:
        raise ValueError("damaged") from error
