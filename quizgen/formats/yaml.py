"""The YAML of a deck, for people: readable, diffable, editable. The only door to PyYAML.

Every scalar is a text, whatever it looks like (2025-09-14, no, 1:30). A mark is one line:
`[Sentence, 4-6, target, 關稅]` or, with a value, `[Pinyin, 0-4, tone 1, guān]`.
"""

from __future__ import annotations

from typing import Any

import yaml

from quizgen.errors import QuizgenError

_HEAD = """\
# A deck of quizgen. Edit it freely; a mark is [field, from-to, kind and value, the text it covers].
# The table at the end is what the article made: leave it, and your edits win when the deck is built --over this one.
"""
_STR, _SEQ, _MAP = (f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))


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
        text = data.decode("utf-8-sig")
        node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        lines: dict[int, int] = {}
        return _value(node, lines, where), lines
    except UnicodeDecodeError as error:
        raise QuizgenError("this is not UTF-8 text.", where, "Save the deck as UTF-8.") from error
    except yaml.MarkedYAMLError as error:
        line = f":{error.problem_mark.line + 1}" if error.problem_mark else ""
        raise QuizgenError(f"this is no YAML: {error.problem}.", where + line, "Mend that line.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise QuizgenError("this is no YAML that can be read.", where, "Build the deck anew.") from error


def _value(node: yaml.Node | None, lines: dict[int, int], where: str) -> object:
    value: object
    if isinstance(node, yaml.MappingNode):
        value = _mapping(node, lines, where)
    elif isinstance(node, yaml.SequenceNode):
        value = [_value(item, lines, where) for item in node.value]
    else:
        return node.value if node else ""
    lines[id(value)] = node.start_mark.line + 1
    return value


def _mapping(node: yaml.MappingNode, lines: dict[int, int], where: str) -> dict[object, object]:
    pairs: dict[object, object] = {}
    for name, part in node.value:
        line = f"{where}:{name.start_mark.line + 1}"
        if not isinstance(name, yaml.ScalarNode) or name.value in pairs:
            raise QuizgenError(f"{name.value!r} cannot stand here a second time.", line, "Keep one of them.")
        marks = name.value == "marks" and isinstance(part, yaml.SequenceNode)
        pairs[name.value] = [_mark(row, lines, where) for row in part.value] if marks else _value(part, lines, where)
    return pairs


def _mark(row: yaml.Node, lines: dict[int, int], where: str) -> dict[str, str]:
    """A mark's line as the record that the JSON has."""
    line = row.start_mark.line + 1
    parts = [part.value for part in row.value] if isinstance(row, yaml.SequenceNode) else []
    start, dash, end = parts[1].partition("-") if len(parts) == 4 else ("", "", "")
    if not (dash and start.isdecimal() and end.isdecimal()):
        what = "a mark is [field, from-to, kind and value, the text it covers]."
        raise QuizgenError(what, f"{where}:{line}", "Mend it or remove it.")
    kind, _, value = parts[2].partition(" ")
    mark = {"field": parts[0], "start": start, "end": end, "kind": kind, "value": value, "text": parts[3]}
    lines[id(mark)] = line
    return mark
