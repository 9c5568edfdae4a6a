"""Runs tests/cases/asking: what is asked of a short article, word for word, and what must not be asked.

In question.txt a line is an article, an answer and the question that must ask for it; in refused.txt an answer that
must not be asked, and why it is withheld:

    港珠澳大橋2018年10月24日正式通車。 => 2018年10月24日 | 港珠澳大橋是哪一天正式通車的？
    如果談判破裂，美國將加徵30%的關稅。 => 30% | in a condition

`\\n` ends a line of the article. A leading `?` is a known failure (strict), a head line `# date: 2025-09-19` gives the
articles that follow it their date, other lines that begin with # are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from quizgen import article, source
from quizgen.asking import drafts, record
from quizgen.items import Article

CASES = Path(__file__).parent / "cases" / "asking"
_HEAD = re.compile(r"# date:\s*([\d-]*)\s*$")


class Case(NamedTuple):
    """An article, an answer in it, and the question for it or the reason why there is none."""

    number: int
    text: str
    date: str
    answer: str
    expected: str
    fails: bool


def read_cases(name: str) -> Iterator[Case]:
    """The cases of a file; the number is that of the line."""
    date = ""
    for number, line in enumerate((CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines(), 1):
        if head := _HEAD.match(line):
            date = head[1]
        if line.strip() and not line.startswith("#"):
            text, told = line.removeprefix("?").split(" => ")
            answer, expected = told.split(" | ", 1)
            yield Case(number, text.replace("\\n", "\n"), date, answer, expected.strip(), line.startswith("?"))


def params(name: str) -> Iterator[object]:
    """The cases as pytest takes them, known failures marked."""
    for case in read_cases(name):
        known = pytest.mark.xfail(strict=True, raises=AssertionError, reason="known to fail")
        yield pytest.param(case, id=f"{name}:{case.number}", marks=[known] if case.fails else [])


def read(case: Case) -> Article:
    """The article of a case."""
    return article.read(source.read(case.text.encode(), "case.txt", date=case.date))


@pytest.mark.parametrize("case", list(params("question")))
def test_question(case: Case) -> None:
    """The answer is asked for in these words, by a record or as the best that clauses give; and in no second way."""
    told = read(case)
    best = [draft.question for draft in drafts(told)[0] if draft.answer == case.answer]
    records = [asked.question for asked in record.ask(told) if asked.fact.text == case.answer]
    assert len(best) <= 1
    assert case.expected in {*best, *records}


@pytest.mark.parametrize("case", list(params("refused")))
def test_refused(case: Case) -> None:
    """The answer stands in the article and is not asked for, for this reason."""
    kept, withheld = drafts(read(case))
    assert [draft.question for draft in kept if draft.fact.text == case.answer] == []
    assert case.expected in {w.reason for w in withheld if w.what == case.answer}
