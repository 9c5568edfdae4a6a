"""Runs tests/cases/asking/answer.txt: how answers are shown, read aloud and glossed, whatever asks for them."""

from __future__ import annotations

import pytest

from quizgen.asking.aloud import reading
from quizgen.asking.draft import Draft
from quizgen.asking.gloss import gloss
from tests.test_asking import Case, params, read


def draft_of(case: Case, question: str = "") -> Draft:
    """The last fact of the article with the case's words, as the answer of a question."""
    found = [(f, s) for s in read(case).sentences for f in s.facts if f.text == case.answer and f.kind != "role"]
    assert found, f"{case.answer} is no fact"
    return Draft(*found[-1], question, "clause")


@pytest.mark.parametrize("case", list(params("answer")))
def test_answer(case: Case) -> None:
    """What the back of the card shows."""
    article, draft = read(case), draft_of(case)
    said, meant = reading(article, draft.fact, draft.answer), gloss(article, draft.fact)
    assert " | ".join((draft.answer, said or "-", meant or "-")) == case.expected
