"""The YAML of a deck, for people: readable, diffable, editable. The only door to PyYAML.

Every scalar is a text, whatever it looks like (2025-09-14, no, 1:30). A mark is one line:
`[Sentence, 4-6, target, 關稅]` or, with a value, `[Pinyin, 0-4, tone 1, guān]`.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.events import MappingEndEvent, ScalarEvent, SequenceEndEvent

from quizgen.errors import QuizgenError

_HEAD = """\
# A deck of quizgen. Edit it freely; a mark is [field, from-to, kind and value, the text it covers].
# The table at the end is what the article made: leave it, and your edits win when the deck is built --over this one.
"""
_STR, _SEQ, _MAP = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")


def dump(tree: dict[str, Any]) -> bytes:
    """UTF-8; what is empty is left out; long texts on one line, texts of several lines as a block."""
    text: str = yaml.serialize(_node(tree), Dumper=yaml.SafeDumper, allow_unicode=True, width=float("inf"))
    return (_HEAD + text).encode()


def _node(value: Any) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(_node(k), _marks(v) if k == "marks" else _node(v)) for k, v in value.items() if v or k == "notes"]
        return yaml.MappingNode(_MAP, pairs, flow_style=False)
    if isinstance(value, list):
        return yaml.SequenceNode(_SEQ, [_node(item) for item in value], flow_style=False)
    text = "yes" if value is True else str(value)
    return yaml.ScalarNode(_STR, text, style="|" if "\n" in text else None)


def _marks(marks: list[dict[str, Any]]) -> yaml.Node:
    rows = []
    for mark in marks:
        span, kind = f"{mark['start']}-{mark['end']}", mark["kind"] + (mark["value"] and " " + mark["value"])
        row = [yaml.ScalarNode(_STR, text) for text in (mark["field"], span, kind, mark["text"])]
        rows.append(yaml.SequenceNode(_SEQ, row, flow_style=True))
    return yaml.SequenceNode(_SEQ, rows, flow_style=False)


def load(data: bytes, where: str) -> tuple[object, dict[int, int]]:
    """Whatever the file holds, and the line at which each of its containers (by `id`) stands."""
    try:
        reader = _Reader(data.decode("utf-8-sig"), where)
        root = reader.document()
    except UnicodeDecodeError as error:
        raise QuizgenError("this is not UTF-8 text.", where, "Save the deck as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise QuizgenError(f"this is no YAML: {error.problem}.", where + line, "Mend that line.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise QuizgenError("this is no YAML that can be read.", where, "Build the deck anew.") from error
    for note in _list(root, "notes"):
        if rows := _list(note, "marks"):
            note["marks"] = [_mark(row, reader.lines, where) for row in rows]
    return root, reader.lines


def _list(parent: Any, name: str) -> list[Any]:
    found = parent.get(name) if isinstance(parent, dict) else None
    return found if isinstance(found, list) else []


def _mark(row: Any, lines: dict[int, int], where: str) -> dict[str, object]:
    """A mark's line as the record that the JSON has."""
    span = _SPAN.fullmatch(row[1]) if isinstance(row, list) and [*map(type, row)] == [str] * 4 else None
    if not span:
        place = f"{where}:{lines[id(row)]}" if id(row) in lines else where
        what = "a mark is [field, from-to, kind and value, the text it covers]."
        raise QuizgenError(what, place, "Mend it or remove it.")
    kind, _, value = row[2].partition(" ")
    start, end = int(span[1]), int(span[2])
    mark = {"field": row[0], "start": start, "end": end, "kind": kind, "value": value, "text": row[3]}
    lines[id(mark)] = lines[id(row)]
    return mark


class _Reader:
    """Makes values of the parser's events as they come; PyYAML's own tree between the two takes three times as long."""

    def __init__(self, text: str, where: str) -> None:
        self.lines: dict[int, int] = {}
        self._where = where
        self._next = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(text).get_event
        self._anchors: dict[str, object] = {}

    def document(self) -> object:
        """The value of the one document; an empty text for none."""
        found: list[object] = []
        while (event := self._next()) is not None:
            if isinstance(event, yaml.DocumentStartEvent):
                if found:
                    raise self._odd("a second deck begins here.", event, "Keep one deck a file.")
                found.append(self._value(self._next()))
        return found[0] if found else ""

    def _value(self, event: Any) -> object:
        value: object
        if isinstance(event, ScalarEvent):
            value = event.value
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self._anchors:
                raise self._odd(f"*{event.anchor} stands for nothing.", event, "Write out what it should be.")
            value = self._anchors[event.anchor]
        else:
            value = self._mapping() if isinstance(event, yaml.MappingStartEvent) else self._sequence()
            self.lines[id(value)] = event.start_mark.line + 1
        if event.anchor:
            self._anchors[event.anchor] = value
        return value

    def _sequence(self) -> list[object]:
        items = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._value(event))
        return items

    def _mapping(self) -> dict[object, object]:
        pairs: dict[object, object] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            name = self._value(event)
            if not isinstance(name, str):
                raise self._odd("a name should be a text.", event, "Mend that line.")
            if name in pairs:
                raise self._odd(f"{name!r} cannot stand here a second time.", event, "Keep one of them.")
            pairs[name] = self._value(self._next())
        return pairs

    def _odd(self, what: str, event: Any, do: str) -> QuizgenError:
        return QuizgenError(what, f"{self._where}:{event.start_mark.line + 1}", do)
