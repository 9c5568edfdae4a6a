"""What an update says of a note, beside what the article says: retired, revised, and what it was before.

A fingerprint leaves that out, so that it changes only with what the article says or a person wrote.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

from quizgen.items import RETIRED, Note

REVISED = "quizgen::revised"
_WAS = "was "
_READABLE = re.compile(r"[\d.,/-]+( [!-~°]+)?")
"""a value that says itself: 145 %, 2025-09-19, not 3e11 CNY, 7 类 or XXXX-09"""


def retired(note: Note) -> Note:
    """The note, tagged as one that its article no longer makes."""
    return note if RETIRED in note.tags else replace(note, tags=(*note.tags, RETIRED))


def revised(note: Note, old: Note) -> Note:
    """A fact as the article now tells it; of an `old` one that told otherwise it says so, then and ever after.

    >>> revised(after, before).fields["Remark"]     # 145% became 150%
    'was 145 %'
    """
    if note.fields.get("Value") != old.fields.get("Value"):
        was = _WAS + _shown(old)
    else:
        was = next((line for line in _remark(old) if line.startswith(_WAS)), "")
    if not (was or REVISED in old.tags or note.fields.get("Evidence") != old.fields.get("Evidence")):
        return note
    fields = {**note.fields, "Remark": "\n".join(filter(None, (note.fields.get("Remark"), was)))}
    return replace(note, fields={k: v for k, v in fields.items() if v}, tags=(*note.tags, REVISED))


def fingerprint(note: Note) -> str:
    """12 hex digits of what a note says: its fields, marks and tags, without what an update says of it."""
    remark = "\n".join(line for line in _remark(note) if not line.startswith(_WAS))
    fields = {name: text for name, text in {**note.fields, "Remark": remark}.items() if text}
    tags = sorted({*note.tags} - {RETIRED, REVISED})
    told = json.dumps([note.type, sorted(fields.items()), sorted(note.marks), tags], ensure_ascii=False)
    return sha256(told.encode()).hexdigest()[:12]


def is_edited(note: Note, made: Mapping[str, str]) -> bool:
    """Whether a person wrote or changed it; in a deck without a table nothing is known to be a person's."""
    return bool(made) and made.get(note.key) != fingerprint(note)


def _remark(note: Note) -> list[str]:
    return note.fields.get("Remark", "").split("\n")


def _shown(note: Note) -> str:
    """What a learner reads of its value: 145 %, and the answer where the value is for programs."""
    value = note.fields.get("Value", "")
    return value if _READABLE.fullmatch(value) else note.fields.get("Answer", "")
