"""What one stage hands the next: small immutable values, and nothing else.

Offsets are in characters, half-open, and count into `Article.text` unless a docstring says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it came: text and where it is from."""

    id: str
    """what the facts' keys are made from: --id, else the URL, else the first title"""
    title: str
    date: str
    """the article's own day, `2025-09-19`, or empty when nothing tells it; never the clock"""
    url: str
    text: str
    inferred: bool = False
    """the date was read off the text's latest day: it lends its year, but does not resolve 昨天"""


class Line(NamedTuple):
    """One line of the cleaned text."""

    text: str
    simplified: str
    """the same line in Simplified characters, of the same length"""
    start: int
    role: str
    """prose, caption, heading or credit"""
    speaker: str
    """who speaks, as the article labels the turn (問, 吳心伯), or empty"""


class Part(NamedTuple):
    """A named span inside a fact, or another fact that belongs to it."""

    name: str
    """title, name, latin, modifier, measured, place, date, member …"""
    text: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A span of the article that can be asked for."""

    kind: str
    """person, organisation, place, thing, date, figure, role, reason, event, list or name"""
    text: str
    start: int
    end: int
    value: str
    """canonical: EDTF, `20 %`, `3e11 CNY`, ranges `a/b`; a person's Simplified name without title"""
    rule: str
    """the rule that found it"""
    parts: tuple[Part, ...] = ()
    doubt: str = ""
    """why it is not certain, in words, or empty"""

    def part(self, name: str) -> Part | None:
        """The first part of that name."""
        return next((p for p in self.parts if p.name == name), None)


class Token(NamedTuple):
    """A word where it stands."""

    text: str
    """in the article's script"""
    start: int
    end: int
    word: str
    """its Simplified form"""
    reading: str
    """numbered pinyin, one syllable a character (`guan1 shui4`), or empty for what is not read"""


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """From one 。！？ or line end to the next, closing marks included; equal only to itself."""

    line: Line
    text: str
    simplified: str
    start: int
    tokens: tuple[Token, ...]
    facts: tuple[Fact, ...]

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """A cleaned article, read: sentences with their words and facts; equal only to itself, as a sentence is."""

    source: Source
    text: str
    """NFC, no control characters, no lone surrogates; lines end in newline"""
    sentences: tuple[Sentence, ...]
    lang: str
    """zh-Hant-TW, zh-Hant-HK or zh-Hans"""


class Mark(NamedTuple):
    """A span of a note's field; offsets count into that field."""

    field: str
    start: int
    end: int
    kind: str
    """answer, target, ruby, tone, madeup"""
    value: str = ""
    """ruby: the reading; tone: 1 to 5"""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as Anki has it: what is known once and asked by one or more cards."""

    type: str
    """fact or word"""
    key: str
    """what the note is about; makes the GUID, and nothing else does"""
    fields: dict[str, str]
    """plain text by field name; empty fields are left out"""
    marks: tuple[Mark, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = ""
    """id of the source its sentence stands in"""
    mod: int = 0
    """when it last changed, in seconds since 1970; 0 before a deck is stamped"""


#: why a sound note is not in a deck
OVER_BUDGET = "over the budget"
#: the tag of a fact that its article no longer makes
RETIRED = "quizgen::retired"


class Withheld(NamedTuple):
    """What is not in the deck, and why."""

    what: str
    reason: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Notes in the order they are learned, and what was left out."""

    name: str
    sources: tuple[Source, ...]
    """without their text"""
    notes: tuple[Note, ...]
    withheld: tuple[Withheld, ...] = field(default=())
    made: Mapping[str, str] = field(default_factory=dict)
    """key -> fingerprint of every note that was ever generated: a note that differs from it was edited by a person,
    a key without a note was dropped by one"""


class Card(NamedTuple):
    """One question that a note asks."""

    note: Note
    template: str
    """Ask, Reverse, Recognition, Recall …"""
    question: str
    answer: str
    options: tuple[str, ...]
    """wrong answers to choose among, without the right one; may be empty"""
