"""Runs tests/cases: each line marks what must be found in it; the line is written anew from what was found.

    會議於[2024年5月3日|date=2024-05-03]舉行。
    他九死一生。
    ?他[大前天|date=?]到了。

A file's marks are of the kind it is named after. What is not marked must not be found. A mark without a value leaves
the value open, `?` is the empty value, a leading `?` a known failure (strict). A backslash escapes `[ ] | ? #`, and
`\\n` ends a line of the article. A head line `# date: 2025-09-19` gives the articles that follow it their date, with
`inferred` behind it as one read off the text; `# date:` takes it away. Other lines that begin with # are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgen.items import Fact, Line, Source
from quizgen.language.script import simplify

CASES = Path(__file__).parent / "cases"
#: files of other names in the folder are other tests' data
KINDS = frozenset("person organisation place date figure thing role reason event list name".split())
#: the order of the kinds that need no others than those before them
FIRST = ("date", "figure")
_HEAD = re.compile(r"# date:\s*(?P<date>[\d-]*)\s*(?P<inferred>inferred)?\s*$")
_COMMENT = re.compile(r"\s{2,}#\s.*$")
_MARK = re.compile(r"\[((?:\\.|[^\\\]|])+)\|(\w+)(?:=((?:\\.|[^\\\]])*))?\]")


class Case(NamedTuple):
    """A marked line and the date of its article."""

    kind: str
    number: int
    marked: str
    date: str
    inferred: bool
    fails: bool


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file; the number is that of the line."""
    date, inferred = "", False
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if head := _HEAD.match(raw):
            date, inferred = head["date"], bool(head["inferred"])
        line = _COMMENT.sub("", raw).strip()
        if line and not line.startswith("#"):
            fails = line.startswith("?")
            yield Case(path.stem, number, line.removeprefix("?") if fails else line, date, inferred, fails)


def unescaped(text: str) -> str:
    """The text behind the backslashes."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


def escaped(text: str) -> str:
    """The text as a case writes it."""
    return re.sub(r"([\[\]|\\])", r"\\\1", text).replace("\n", "\\n")


def plain(marked: str) -> tuple[str, set[tuple[int, int, str]], set[tuple[int, int]]]:
    """The text without its marks, the marked spans with kind, and those whose value is left open."""
    text, spans, opened, at = "", set(), set(), 0
    for mark in _MARK.finditer(marked):
        text += unescaped(marked[at : mark.start()])
        start, text = len(text), text + unescaped(mark[1])
        spans.add((start, len(text), mark[2]))
        if mark[3] is None:
            opened.add((start, len(text)))
        at = mark.end()
    return text + unescaped(marked[at:]), spans, opened


def written(text: str, facts: list[Fact], opened: set[tuple[int, int]]) -> str:
    """The text with what was found marked in it."""
    out, at = "", 0
    for fact in sorted(facts, key=lambda f: f.start):
        value = "" if (fact.start, fact.end) in opened else f"={fact.value or '?'}"
        out += f"{escaped(text[at : fact.start])}[{escaped(text[fact.start : fact.end])}|{fact.kind}{value}]"
        at = fact.end
    return out + escaped(text[at:])


def canonical(marked: str) -> str:
    """A case as `written` would write it, so that escapes that were not needed do not count."""
    out, at = "", 0
    for mark in _MARK.finditer(marked):
        value = "" if mark[3] is None else f"={mark[3]}"
        out += f"{escaped(unescaped(marked[at : mark.start()]))}[{escaped(unescaped(mark[1]))}|{mark[2]}{value}]"
        at = mark.end()
    return out + escaped(unescaped(marked[at:]))


def find(case: Case, text: str) -> list[Fact]:
    """The facts of the case's kind in the text, with the kinds before it found first."""
    simplified, start, lines = simplify(text), 0, []
    for line in text.split("\n"):
        lines.append(Line(line, simplified[start : start + len(line)], start, "prose", ""))
        start += len(line) + 1
    source = Source("case", "", case.date, "", text, case.inferred)
    if case.kind not in FIRST:
        return [f for f in import_module("quizgen.facts").find(lines, source) if f.kind == case.kind]
    found: list[Fact] = []
    for kind in FIRST[: FIRST.index(case.kind) + 1]:
        found += import_module(f"quizgen.facts.{kind}").find(lines, source, found)
    return [f for f in found if f.kind == case.kind]


def _known(kind: str) -> bool:
    if kind in FIRST:
        return find_spec(f"quizgen.facts.{kind}") is not None
    return any(find_spec(f"quizgen.facts.{name}") is not None for name in (kind, f"{kind}_"))


def _params() -> Iterator[object]:
    for path in sorted(p for p in CASES.glob("*.txt") if p.stem in KINDS):
        for case in read_cases(path):
            marks = (
                [pytest.mark.xfail(strict=True, raises=AssertionError, reason="known to fail")] if case.fails else []
            )
            yield pytest.param(case, id=f"{case.kind}:{case.number}", marks=marks)


@pytest.mark.parametrize("case", list(_params()))
def test_case(case: Case) -> None:
    """The line, written anew from what was found in it, is the line."""
    if not _known(case.kind):
        pytest.skip(f"no facts of kind {case.kind} yet")
    text, spans, opened = plain(case.marked)
    assert {kind for _, _, kind in spans} <= {case.kind}, "a case file marks its own kind only"
    facts = find(case, text)
    assert all(text[f.start : f.end] == f.text for f in facts)
    assert written(text, facts, opened) == canonical(case.marked)
