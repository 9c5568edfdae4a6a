"""What an update did, note by note."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from quizgen.items import RETIRED, Deck, Note
from quizgen.update.status import REVISED


class Changes(NamedTuple):
    """Keys of a deck's notes, by what became of them; every note is in one of the lists."""

    new: tuple[str, ...]
    revised: tuple[str, ...]
    """facts whose value or sentence is another now"""
    changed: tuple[str, ...]
    """anything else about them is another: a reading, a sense, wrong options, tags"""
    unchanged: tuple[str, ...]
    retired: tuple[str, ...]
    """facts that the article no longer makes, since now or earlier"""

    def __str__(self) -> str:
        """`2 new, 1 revised, 35 unchanged, 1 retired`; what is none is left out."""
        return ", ".join(f"{len(keys)} {name}" for name, keys in self._asdict().items() if keys) or "no notes"


class Difference(NamedTuple):
    """A field that two versions of a note tell differently."""

    field: str
    old: str
    new: str


def changes(old: Deck, new: Deck) -> Changes:
    """What became of the notes of `new`, which were once those of `old`, under the same keys."""
    before = {note.key: note for note in old.notes}
    found: dict[str, list[str]] = {name: [] for name in Changes._fields}
    for note in new.notes:
        found[_became(before.get(note.key), note)].append(note.key)
    return Changes(*(tuple(keys) for keys in found.values()))


def _became(was: Note | None, note: Note) -> str:
    if RETIRED in note.tags:
        return "retired"
    if was is None:
        return "new"
    fields = {found.field for found in differences(was, note)}
    if REVISED in note.tags and fields & {"Value", "Answer", "Evidence"}:
        return "revised"
    return "changed" if fields else "unchanged"


def differences(old: Note, new: Note) -> list[Difference]:
    """Field by field, then marks and tags where they alone differ."""
    names = [*new.fields, *(name for name in old.fields if name not in new.fields)]
    found = [Difference(name, old.fields.get(name, ""), new.fields.get(name, "")) for name in names]
    found = [one for one in found if one.old != one.new]
    moved = {one.field for one in found}
    if {m for m in old.marks if m.field not in moved} != {m for m in new.marks if m.field not in moved}:
        found.append(Difference("marks", *(" ".join(_marks(note)) for note in (old, new))))
    if old.tags != new.tags:
        found.append(Difference("tags", " ".join(old.tags), " ".join(new.tags)))
    return found


def _marks(note: Note) -> Iterator[str]:
    for mark in note.marks:
        yield f"{note.fields[mark.field][mark.start : mark.end]}={mark.value or mark.kind}"
