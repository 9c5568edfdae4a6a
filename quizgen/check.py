"""What makes a card refusable: `build` leaves such a card out and counts it, `verify` names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.items import Deck, Mark, Note


class Fault(NamedTuple):
    """A rule that a note breaks."""

    key: str
    rule: str
    """in words, as the report counts it"""


def faults(notes: Sequence[Note], text: str | None = None) -> list[Fault]:
    """Every rule broken by these notes; in `text`, the cleaned article, evidence must stand (None: not looked at)."""
    return [*_each(notes, text), *_contradictions(notes)]


def verify(deck: Deck, text: str) -> list[Fault]:
    """The faults of a deck against its article's cleaned text."""
    return faults(deck.notes, text)


def sound(notes: Sequence[Note], text: str) -> tuple[list[Note], list[Fault]]:
    """The notes that break no rule, in their order, and the faults of the others."""
    found = faults(notes, text)
    bad = {fault.key for fault in found}
    return [note for note in notes if note.key not in bad], found


def _each(notes: Sequence[Note], text: str | None) -> Iterator[Fault]:
    for note in notes:
        rules = _fact_rules(note) if note.type == "fact" else _word_rules(note)
        yield from (Fault(note.key, rule) for rule in rules)
        shown = note.fields.get("Evidence" if note.type == "fact" else "Sentence", "")
        if text is not None and shown and shown not in text:
            yield Fault(note.key, "the sentence is not in the article word for word")


def _fact_rules(note: Note) -> Iterator[str]:
    question, answer, evidence = (note.fields.get(name, "") for name in ("Question", "Answer", "Evidence"))
    if not (question and answer and evidence):
        yield "a question, answer or evidence is missing"
        return
    spans = [evidence[m.start : m.end] for m in _marked(note, "Evidence", "answer")]
    if len(spans) != 1 or not (answer == spans[0] or _is_told(answer, spans[0], note.fields.get("Kind", ""))):
        yield "the answer is not where the evidence marks it"
    if answer in question:
        yield "the question shows the answer"
    wrong = note.fields.get("Options", "").split("\n") if note.fields.get("Options") else []
    if answer in wrong or len(set(wrong)) < len(wrong):
        yield "a wrong option is right or stands twice"
    if any(option in question for option in wrong):
        yield "a wrong option stands in the question"


def _is_told(answer: str, span: str, kind: str) -> bool:
    """A relative day is shown behind the day it means: 2024年9月10日（昨日）, 2024年3月6日（周三） for 周三（6日）."""
    shown = re.fullmatch(r"\d[^（）]*（(?:原文：)?(.+)）", answer)
    words = shown[1] if shown and kind == "date" else ""
    return bool(words) and bool(re.fullmatch(re.escape(words) + "(?:[（(].*[）)])?", span))


def _word_rules(note: Note) -> Iterator[str]:
    hanzi, sentence = note.fields.get("Hanzi", ""), note.fields.get("Sentence", "")
    if not hanzi or not note.fields.get("Pinyin"):
        yield "a word without characters or reading"
    if sentence and not _marked(note, "Sentence", "target"):
        yield "the word is not marked in its sentence"


def _marked(note: Note, field: str, kind: str) -> list[Mark]:
    return [m for m in note.marks if m.field == field and m.kind == kind]


def _contradictions(notes: Sequence[Note]) -> Iterator[Fault]:
    """Notes that ask the same and want different answers: none of them is certain; or one key stands twice."""
    answers: dict[str, set[str]] = {}
    keys: set[str] = set()
    for note in notes:
        answers.setdefault(_asks(note), set()).add(note.fields.get("Answer", ""))
    for note in notes:
        if len(answers[_asks(note)]) > 1:
            yield Fault(note.key, "another card asks the same and wants another answer")
        if note.key in keys:
            yield Fault(note.key, "another card has the same key")
        keys.add(note.key)


def _asks(note: Note) -> str:
    return note.fields.get("Question", note.key)
