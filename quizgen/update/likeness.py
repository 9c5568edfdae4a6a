"""Whether two facts are one fact told anew: 關稅已達[145%] and 關稅已經達到[150%], but not 關稅降至[30%].

A wrong match gives a learner's progress to another question, a missed one only retires a card and makes a new one:
so whatever differs, but for the answer itself, must be an adverb, a particle, or a synonym by the dictionary.
"""

from __future__ import annotations

import re
from functools import cache

from quizgen import tables
from quizgen.items import Note
from quizgen.language import entries, part_of_speech, segment, simplify

_SLOT = "＿"
_CLAUSE_END = re.compile(r"[，。；：！？,;!?\n]")
_LEAST = 3
"""words beside the answer that tell what is spoken of; a clause with fewer is read with the whole sentence"""
_AKIN = 3
_ASIDE = re.compile(r"\([^()]*\)")
_DENIES = frozenset("不没未非无勿莫否别")


def alike(old: Note, new: Note) -> bool:
    """Whether a fact that is gone and a fact that is new ask for the same thing: same kind, unit and frame."""
    if old.fields.get("Kind") != new.fields.get("Kind") or _unit(old) != _unit(new):
        return False
    if old.fields.get("Question") == new.fields.get("Question"):
        return True
    one, two = (_frame(simplify(note.fields.get("Evidence", "")), *_answer(note)) for note in (old, new))
    return len(one) == len(two) and all(a == b or _synonyms(a, b) for a, b in zip(one, two, strict=True))


def akin(old: Note, new: Note) -> bool:
    """Whether two facts of one value may be one: their questions or sentences share a third of what they say.

    The answer is the same here, so that a rewritten sentence may go on; only what has nothing in common is parted.
    """
    pairs = ((_bigrams(old, name), _bigrams(new, name)) for name in ("Question", "Evidence"))
    return any(_AKIN * len(one & two) >= min(len(one), len(two)) for one, two in pairs)


def _bigrams(note: Note, name: str) -> set[str]:
    text = note.fields.get(name, "").replace(note.fields.get("Answer", ""), _SLOT)
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _unit(note: Note) -> str:
    """`%` of `145 %`, the holder of `副总理:何立峰`: what stays when the value changes."""
    value, kind = note.fields.get("Value", ""), note.fields.get("Kind")
    if kind == "role":
        return value.partition(":")[2]
    return value.partition(" ")[2] if kind == "figure" else ""


def _answer(note: Note) -> tuple[int, int]:
    """Where the answer stands in the evidence; nowhere is (-1, -1)."""
    marked = (m for m in note.marks if (m.field, m.kind) == ("Evidence", "answer"))
    return next(((m.start, m.end) for m in marked), (-1, -1))


@cache
def _frame(text: str, start: int, end: int) -> list[str]:
    """The words that bear meaning in the answer's clause, with a slot where the answer stands."""
    edges = [m.end() for m in _CLAUSE_END.finditer(text)]
    first = max((edge for edge in edges if edge <= start), default=0)
    last = min((edge for edge in edges if edge > end), default=len(text))
    spans = segment(text, [(start, end)] if end > 0 else [])
    clause = _meaning(text, [s for s in spans if first <= s[0] and s[1] <= last], start)
    return clause if len(clause) > _LEAST else _meaning(text, spans, start)


def _meaning(text: str, spans: list[tuple[int, int]], slot: int) -> list[str]:
    words = (_SLOT if start == slot else text[start:end] for start, end in spans)
    return [word for word in words if not _is_free(word)]


@cache
def _is_free(word: str) -> bool:
    """Adverbs and particles may come and go; what denies may not."""
    if word == _SLOT or _DENIES & set(word):
        return False
    return (word, "d") in _closed() or part_of_speech(word)[:1] in ("d", "u", "y")


@cache
def _closed() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in tables.rows("closed_classes"))


@cache
def _synonyms(one: str, two: str) -> bool:
    """Whether the dictionary gives both a sense in common, or one verb is in the other: 达 and 达到."""
    if _SLOT in (one, two):
        return False
    if _senses(one) & _senses(two):
        return True
    verbs = part_of_speech(one)[:1] == part_of_speech(two)[:1] == "v"
    return verbs and not (_DENIES & {*one, *two}) and (one.startswith(two) or two.startswith(one))


def _senses(word: str) -> frozenset[str]:
    senses = (part for entry in entries(word) for sense in entry.senses for part in sense.split(";"))
    plain = (_ASIDE.sub("", part).strip() for part in senses)
    return frozenset(sense for sense in plain if sense and not sense.startswith(("CL:", "variant", "see ", "abbr")))
