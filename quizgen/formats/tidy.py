"""A deck as it can be written: clean text, fields in their order, marks that fit, nothing twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from unicodedata import is_normalized, normalize

from quizgen import tables
from quizgen.errors import QuizgenError
from quizgen.items import Deck, Mark, Note, Source, Withheld

MARKS = {"answer": r"", "target": r"", "madeup": r"", "tone": r"[1-5]", "ruby": r".+"}
"""kind of mark -> what its value looks like"""

_BREAK = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNFIT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SUSPECT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


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
    fields = {name: value for name, text in _in_order(note) if (value := clean(text)).strip()}
    mended = {name for name, text in note.fields.items() if fields.get(name) != text}
    marks = (_mark(mark, note.fields[mark.field] if mark.field in mended else "") for mark in note.marks)
    tags, key, source = tuple(map(clean, note.tags)), clean(note.key), clean(note.source)
    note = replace(note, key=key, fields=fields, marks=tuple(sorted(marks)), tags=tags, source=source)
    if what := fault(note):
        raise QuizgenError(f"note {note.key!r}: {what}.", place, "Mend it or remove the note.")
    return note


@cache
def _roles(kind: str) -> dict[str, str]:
    """Field name to its role in data/fields.tsv, in the order of the note type."""
    return {row[1]: row[2] for row in tables.rows("fields") if row[0] == kind}


def _in_order(note: Note) -> Iterable[tuple[str, str]]:
    """The fields as the note type orders them; what it does not know comes last."""
    names = [*(name for name in _roles(note.type) if name in note.fields)]
    names += [name for name in note.fields if name not in _roles(note.type)]
    return ((name, note.fields[name]) for name in names)


def _mark(mark: Mark, text: str) -> Mark:
    """The mark over the cleaned `text` (empty: it was clean): what goes before it may have become shorter."""
    if text:
        mark = mark._replace(start=len(clean(text[: mark.start])), end=len(clean(text[: mark.end])))
    return mark._replace(value=clean(mark.value)) if mark.value else mark


def fault(note: Note) -> str:
    """Why this note cannot be kept, or nothing."""
    roles = _roles(note.type)
    if not roles:
        return f"there is no note type {note.type!r}, only fact and word"
    if not note.key.strip():
        return "its key is empty"
    if not 0 <= note.mod < 1 << 40:
        return f"its mod {note.mod} is no time in seconds since 1970"
    for name in note.fields:
        if roles.get(name) not in ("needed", "text"):
            return f"a {note.type} has no field {name!r} to fill"
    for name, role in roles.items():
        if role == "needed" and name not in note.fields:
            return f"its {name} is empty"
    for tag in note.tags:
        if not tag or re.search(r'[\s"]', tag):
            return f"the tag {tag!r} has a space or a quote in it, which Anki forbids"
    return _mark_fault(note)


def _mark_fault(note: Note) -> str:
    for mark in note.marks:
        text = note.fields.get(mark.field, "")
        if mark.kind not in MARKS:
            return f"there is no mark {mark.kind!r}"
        if not 0 <= mark.start < mark.end <= len(text):
            return f"its mark {mark.kind} {mark.start}-{mark.end} does not fit {mark.field} ({len(text)} characters)"
        if not re.fullmatch(MARKS[mark.kind], mark.value, re.DOTALL):
            return f"a mark {mark.kind} cannot have the value {mark.value!r}"
    by_kind = sorted(note.marks, key=lambda m: (m.field, m.kind, m.start, m.end))
    for one, two in pairwise(by_kind):
        if (one.field, one.kind) == (two.field, two.kind) and two.start < one.end:
            return f"two marks {one.kind} overlap in {one.field} at {two.start}"
    return ""
