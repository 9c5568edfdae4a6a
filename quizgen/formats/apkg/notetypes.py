"""The two note types as Anki is told of them: fields, templates, their constant ids, looks."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

from quizgen import tables

# Frozen at v1. Anki knows note types, fields and templates by these numbers: changed ones would refuse the old notes.
# A field's id is its note type's + 100 + its place, a template's is + 10 + its place: the order is as constant.
FACT_ID, WORD_ID = 1_763_800_000_000, 1_763_800_001_000
CHANGED = 1_763_840_000
"""when fields, templates or looks last changed, in seconds: Anki takes a note type over only if this has grown"""


class Template(NamedTuple):
    """One kind of card that a note type makes."""

    name: str
    needs: tuple[str, ...]
    """fields that must be filled for the card to be; its front is wrapped in them, so Anki decides alike"""
    front: str
    """pieces of data/cards, in order"""
    back: str


class NoteType(NamedTuple):
    """Fields and templates under one id."""

    kind: str
    """fact or word, as in `Note.type`"""
    id: int
    name: str
    templates: tuple[Template, ...]

    @property
    def fields(self) -> list[str]:
        """Names, in the order that is never changed."""
        return [row[1] for row in tables.rows("fields") if row[0] == self.kind]

    def html(self, template: Template) -> tuple[str, str]:
        """Front and back."""
        front = _page(self.kind, "front", template.front)
        for name in reversed(template.needs):
            front = f"{{{{#{name}}}}}\n{front}{{{{/{name}}}}}\n"
        return front, _page(self.kind, "back", template.back)


TYPES = {
    "fact": NoteType(
        "fact",
        FACT_ID,
        "quizgen Fact",
        (
            Template("Ask", ("Question",), "ask help", "answer evidence"),
            Template("Reverse", ("QuestionReverse",), "reverse", "reverse-answer evidence"),
            Template("Typed", ("HasTyped", "Answer"), "ask type", "type answer evidence"),
            Template("Listening", ("HasListening", "Question"), "listen", "answer evidence"),
        ),
    ),
    "word": NoteType(
        "word",
        WORD_ID,
        "quizgen Word",
        (
            Template("Recognition", ("Hanzi",), "hanzi", "word sense clause"),
            Template("Recall", ("HasRecall", "English"), "recall", "word sense clause"),
            Template("Typed", ("HasTyped", "PinyinNum"), "hanzi type", "type word sense clause"),
            Template("Listening", ("HasListening", "Hanzi"), "listen", "word sense clause"),
            Template("Writing", ("HasWriting", "Pinyin"), "write", "word sense clause"),
        ),
    ),
}


def css() -> str:
    """The looks of every card."""
    return _piece("style.css")


def _page(kind: str, side: str, names: str) -> str:
    pieces = "".join(_piece(f"{kind}.{name}.html") for name in names.split())
    return f'<article class="{kind} {side}" lang="{{{{Lang}}}}">\n{pieces}</article>\n'


@cache
def _piece(name: str) -> str:
    return files("quizgen").joinpath("data", "cards", name).read_text(encoding="utf-8")
