"""Word lists and Anki's exports as text -> rows of fields."""

from __future__ import annotations

import csv
import re

_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "colon": ":", "space": " "}
_HEAD = re.compile(r"#(?P<name>[a-z ]+):(?P<value>.*)")
#: a word and nothing else
HANZI = re.compile(r"[\u3400-\u9fff〇\U00020000-\U0003ffff]+")
_ASIDE = ("guid column", "notetype column", "deck column", "tags column")


def rows(text: str) -> list[list[str]]:
    """The fields of each line; what Anki's head calls guid, note type, deck or tags is left out.

    Without such a head (`#separator:tab`) a line is one word, or fields with tabs, commas or blanks between.
    """
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    head = {m["name"]: m["value"].strip() for line in lines if (m := _HEAD.match(line))}
    body = [line for line in lines if not line.startswith("#")]
    if "separator" not in head:
        return [row for line in body for row in _parted(line)]
    aside = {int(head[name]) - 1 for name in _ASIDE if head.get(name, "").isdecimal()}
    separator = head["separator"]
    parted = csv.reader(body, delimiter=_SEPARATORS.get(separator.lower(), separator[:1] or "\t"))
    return [[field for i, field in enumerate(row) if i not in aside] for row in parted]


def _parted(line: str) -> list[list[str]]:
    """經貿 trade is a word and its sense; 關稅 談判 are two words, and make two rows."""
    fields = re.split(r"[\t,;]", line)
    if len(fields) > 1:
        return [fields]
    pieces = re.sub(r"\[[^\]]*\]", "", line).split()
    return [[piece] for piece in pieces] if all(map(HANZI.fullmatch, pieces)) else [pieces]
