"""Runs tests/cases/update/likeness.txt: which new fact goes on as an old one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgen.items import Mark, Note
from quizgen.update import paired

CASES = Path(__file__).parent / "cases" / "update" / "likeness.txt"
_ANSWER = re.compile(r"\[(?P<text>[^=\]]+)=(?P<value>[^\]]+)\]")


class Case(NamedTuple):
    """One old sentence and what the new article has."""

    number: int
    same: bool
    kind: str
    old: str
    new: list[str]


def cases() -> Iterator[tuple[Case, bool]]:
    """Each case, and whether it is known to fail."""
    for number, line in enumerate(CASES.read_text(encoding="utf-8").splitlines(), 1):
        fails, line = line.startswith("?"), line.removeprefix("?")
        if line[:1] in ("=", "!"):
            kind, old, *new = (part.strip() for part in line[1:].split("|"))
            yield Case(number, line[0] == "=", kind, old, new), fails


def params() -> Iterator[object]:
    for case, fails in cases():
        marks = [pytest.mark.xfail(strict=True, raises=AssertionError, reason="known to fail")] if fails else []
        yield pytest.param(case, id=f"likeness:{case.number}", marks=marks)


def fact(kind: str, marked: str, key: str) -> Note:
    """A fact whose evidence is the sentence; its question differs from every other's."""
    answer = _ANSWER.search(marked)
    assert answer, marked
    fields = {
        "Question": f"{key}？",
        "Answer": answer["text"],
        "Kind": kind,
        "Value": answer["value"],
        "Evidence": _ANSWER.sub(lambda m: m["text"], marked),
    }
    mark = Mark("Evidence", answer.start(), answer.start() + len(answer["text"]), "answer")
    return Note("fact", key, fields, (mark,))


@pytest.mark.parametrize("case", list(params()))
def test_likeness(case: Case) -> None:
    old = fact(case.kind, case.old, "old")
    new = [fact(case.kind, text, f"new {i}") for i, text in enumerate(case.new)]
    assert paired([old], new) == ({"new 0": old} if case.same else {})
    assert bool(paired(new[:1], [old])) == case.same or len(new) > 1, "likeness holds both ways"


def test_one_question_is_one_fact_whatever_its_sentence() -> None:
    old, new = fact("figure", "長[55公里=55 km]。", "old"), fact("figure", "橋的長度為[54.7公里=54.7 km]。", "new")
    asked = {**new.fields, "Question": old.fields["Question"]}
    assert paired([old], [Note("fact", "new", asked, new.marks)]) == {"new": old}
    metres = {**asked, "Value": "54700 m"}
    assert paired([old], [Note("fact", "new", metres, new.marks)]) == {}


def test_two_kinds_are_never_one_fact() -> None:
    day, place = fact("date", "會議定於[9月=2025-09]召開。", "old"), fact("place", "會議定於[北京=北京]召開。", "new")
    assert paired([day], [place]) == {}


def test_the_cases_hold_as_much_of_what_must_not_match() -> None:
    held = [case.same for case, _ in cases()]
    assert held.count(True) >= 10 and held.count(False) >= 15
