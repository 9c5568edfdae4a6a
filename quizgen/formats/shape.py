"""A deck as plain data: the public shape of the JSON, and the tree under the YAML."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from quizgen.errors import QuizgenError
from quizgen.items import Deck, Mark, Note, Source, Withheld

Place = Callable[[object], str]
"""where a part of the tree stands: `deck.yaml:12`, or `deck.json` where lines are not known"""


class Loaded(NamedTuple):
    """A deck just read, and where each of its notes stands."""

    deck: Deck
    places: list[str]


def tree(deck: Deck) -> dict[str, Any]:
    """`{"name", "sources": […], "notes": […], "withheld": […], "made": {…}}`; every key is always there."""
    return {
        "name": deck.name,
        "sources": [_source_tree(source) for source in deck.sources],
        "notes": [_note_tree(note) for note in deck.notes],
        "withheld": [withheld._asdict() for withheld in deck.withheld],
        "made": dict(deck.made),
    }


def _source_tree(source: Source) -> dict[str, Any]:
    known = {"id": source.id, "title": source.title, "date": source.date, "url": source.url}
    return {**known, "inferred": True} if source.inferred else known


def _note_tree(note: Note) -> dict[str, Any]:
    """`text` repeats what a mark covers, so that a mark can be found again when its field is edited."""
    marks = [{**mark._asdict(), "text": note.fields[mark.field][mark.start : mark.end]} for mark in note.marks]
    return {
        "type": note.type,
        "key": note.key,
        "source": note.source,
        "mod": note.mod,
        "fields": note.fields,
        "marks": marks,
        "tags": list(note.tags),
    }


def deck(root: object, place: Place) -> Loaded:
    """The deck in a tree that came from a file; whatever does not fit is a QuizgenError that says where."""
    top = _record(root, root, place)
    notes = [(_note(part, place), place(part)) for part in _parts(top, "notes", place)]
    sources = tuple(_source(part, place) for part in _parts(top, "sources", place))
    withheld = tuple(
        Withheld(*(_text(part, name, place) for name in Withheld._fields)) for part in _parts(top, "withheld", place)
    )
    if "notes" not in top:
        raise QuizgenError("this is no deck: it has no notes.", place(root), "Build one with: quizgen build ARTICLE")
    made = _record(top.get("made") or {}, root, place)
    made = {key: _text(made, key, place, top) for key in made}
    read = Deck(_text(top, "name", place), sources, tuple(note for note, _ in notes), withheld, made)
    return Loaded(read, [where for _, where in notes])


def _source(part: dict[str, Any], place: Place) -> Source:
    known = {name: _text(part, name, place) for name in ("id", "title", "date", "url")}
    return Source(**known, text="", inferred=part.get("inferred") in (True, "yes"))


def _note(part: dict[str, Any], place: Place) -> Note:
    fields = _record(part.get("fields", {}), part, place)
    fields = {name: _text(fields, name, place, part) for name in fields}
    tags = part.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise _odd("tags should be a list of words", part, place)
    marks = tuple(_mark(mark, fields, part, place) for mark in _parts(part, "marks", place))
    kind, key, source = (_text(part, name, place) for name in ("type", "key", "source"))
    return Note(kind, key, fields, marks, tuple(tags), source, _number(part, "mod", place))


def _mark(part: dict[str, Any], fields: dict[str, str], note: dict[str, Any], place: Place) -> Mark:
    """The mark, moved along if its text now stands elsewhere in the field, and only there."""
    name, kind, value, covered = (_text(part, key, place) for key in ("field", "kind", "value", "text"))
    start, end, text = _number(part, "start", place), _number(part, "end", place), fields.get(name, "")
    if covered and text[start:end] != covered:
        if text.count(covered) != 1:
            what = f"note {note.get('key')!r}: the mark {kind} on {covered!r} does not fit its {name}."
            raise QuizgenError(what, place(part), "Mend the mark or remove it.")
        start = text.index(covered)
        end = start + len(covered)
    return Mark(name, start, end, kind, value)


def flags(root: object, place: Place) -> dict[str, str]:
    """Key -> reason, of a list of both; QuizgenError for anything else."""
    parts = _parts({"a review": root}, "a review", place)
    return {_text(part, "key", place): _text(part, "reason", place) for part in parts}


def _record(value: object, near: object, place: Place) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _odd("this is no deck: names with values were expected here", near, place)
    return value


def _parts(parent: dict[str, Any], name: str, place: Place) -> list[dict[str, Any]]:
    parts = parent.get(name) or []
    if not isinstance(parts, list):
        raise _odd(f"{name} should be a list", parent, place)
    return [_record(part, parent, place) for part in parts]


def _text(parent: dict[str, Any], name: str, place: Place, near: object = None) -> str:
    value = parent.get(name, "")
    if not isinstance(value, str):
        raise _odd(f"{name} should be a text", near or parent, place)
    return value


def _number(parent: dict[str, Any], name: str, place: Place) -> int:
    value = parent.get(name, 0)
    if type(value) is int and value >= 0:
        return value
    if not str(value).isdecimal():
        raise _odd(f"{name} should be a whole number", parent, place)
    return int(value)


def _odd(what: str, near: object, place: Place) -> QuizgenError:
    return QuizgenError(f"{what}.", place(near), "See the README for what a deck holds.")
