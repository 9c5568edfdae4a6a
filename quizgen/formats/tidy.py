"""A deck as it can be written: clean text, fields in their order, marks that fit, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from unicodedata import is_normalized, normalize

from quizgen import tables
from quizgen.errors import QuizgenError
from quizgen.items import Deck, Mark, Note, Source, Withheld

MARKS = {
    kind: re.compile(value, re.DOTALL)
    for kind, value in {"answer": "", "target": "", "madeup": "", "tone": "[1-5]", "ruby": ".+"}.items()
}
"""kind of mark -> what its value looks like"""

_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNFIT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SUSPECT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_TEARS = re.compile(r'[\s"]')


def clean(text: str) -> str:
    """NFC, one kind of newline, no tab, no control character (U+001F parts Anki's fields), no lone surrogate."""
    if not _SUSPECT.search(text) and is_normalized("NFC", text):
        return text  # nearly always: a deck of ours is clean
    text = _BREAK.sub("\n", text).replace("\t", " ")
    return normalize("NFC", _UNFIT.sub("", text))


def tidy(deck: Deck, places: Sequence[str]) -> Deck:
    """The deck as every format keeps it; `places` says where each note stands (`deck.yaml:12`).

    Blank fields are left out, marks come sorted. A note that no format can keep is a QuizgenError.
    """
    notes = tuple(_note(note, place) for note, place in zip(deck.notes, places, strict=True))
    seen: dict[str, str] = {}
    for note, place in zip(notes, places, strict=True):
        if note.key in seen:
            raise QuizgenError(f"two notes have the key {note.key!r}.", place, "Remove one of them.")
        seen[note.key] = place
    sources = tuple(
        Source(clean(s.id), clean(s.title), clean(s.date), clean(s.url), "", s.inferred) for s in deck.sources
    )
    withheld = tuple(Withheld(*map(clean, w)) for w in deck.withheld)
    made = {clean(key): clean(told) for key, told in deck.made.items()}
    return Deck(clean(deck.name), sources, notes, withheld, made)


def _note(note: Note, place: str) -> Note:
    if not _is_clean(note):
        note = _cleaned(note)
    fields, marks = _in_order(note), tuple(sorted(note.marks))
    if marks != note.marks or [*fields] != [*note.fields]:
        note = replace(note, fields=fields, marks=marks)
    if what := fault(note):
        raise QuizgenError(f"note {note.key!r}: {what}.", place, "Mend it or remove the note.")
    return note


def _is_clean(note: Note) -> bool:
    """All of a note at once, which is much faster than piece by piece."""
    values = (mark.value for mark in note.marks if mark.value)
    whole = "\n".join((note.key, note.source, *note.tags, *note.fields.values(), *values))
    return not _SUSPECT.search(whole) and is_normalized("NFC", whole)


def _cleaned(note: Note) -> Note:
    fields = {name: clean(text) for name, text in note.fields.items()}
    mended = {name for name, text in note.fields.items() if fields[name] != text}
    marks = tuple(_mark(mark, note.fields[mark.field] if mark.field in mended else "") for mark in note.marks)
    tags, key, source = tuple(map(clean, note.tags)), clean(note.key), clean(note.source)
    return replace(note, key=key, fields=fields, marks=marks, tags=tags, source=source)


@cache
def _roles(kind: str) -> dict[str, str]:
    """Field name to its role in data/fields.tsv, in the order of the note type."""
    return {row[1]: row[2] for row in tables.rows("fields") if row[0] == kind}


@cache
def _needed(kind: str) -> tuple[str, ...]:
    return tuple(name for name, role in _roles(kind).items() if role == "needed")


def _in_order(note: Note) -> dict[str, str]:
    """The fields as the note type orders them, without blank ones; what it does not know comes last."""
    roles = _roles(note.type)
    names = [name for name in roles if name in note.fields]
    names += [name for name in note.fields if name not in roles] if len(names) < len(note.fields) else []
    return {name: text for name in names if (text := note.fields[name]) and not text.isspace()}


def _mark(mark: Mark, text: str) -> Mark:
    """The mark over the cleaned `text` (empty: it was clean): what goes before it may have become shorter."""
    if text:
        mark = mark._replace(start=len(clean(text[: mark.start])), end=len(clean(text[: mark.end])))
    return mark._replace(value=clean(mark.value)) if mark.value else mark


def fault(note: Note) -> str:
    """Why this note, its marks in order, cannot be kept, or nothing."""
    roles = _roles(note.type)
    if not roles:
        return f"there is no note type {note.type!r}, only fact and word"
    if not note.key.strip():
        return "its key is empty"
    if not 0 <= note.mod < 1 << 40:
        return f"its mod {note.mod} is no time in seconds since 1970"
    if odd := [name for name in note.fields if roles.get(name) not in ("needed", "text")]:
        return f"a {note.type} has no field {odd[0]!r} to fill"
    if empty := [name for name in _needed(note.type) if name not in note.fields]:
        return f"its {empty[0]} is empty"
    if torn := [tag for tag in note.tags if not tag or _TEARS.search(tag)]:
        return f"the tag {torn[0]!r} has a space or a quote in it, which Anki forbids"
    return _mark_fault(note)


def _mark_fault(note: Note) -> str:
    ends: dict[tuple[str, str], int] = {}
    for mark in note.marks:
        field, start, end, kind, value = mark
        text = note.fields.get(field, "")
        if kind not in MARKS:
            return f"there is no mark {kind!r}"
        if not 0 <= start < end <= len(text):
            return f"its mark {kind} {start}-{end} does not fit {field} ({len(text)} characters)"
        if not MARKS[kind].fullmatch(value):
            return f"a mark {kind} cannot have the value {value!r}"
        if start < ends.get((field, kind), 0):
            return f"two marks {kind} overlap in {field} at {start}"
        ends[field, kind] = end
    return ""
