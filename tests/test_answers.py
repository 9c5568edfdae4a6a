"""Runs tests/cases/asking: in answer.txt how answers are shown, read aloud and glossed, whatever asks for them; in
option.txt which wrong options stand beside them.
"""

from __future__ import annotations

import pytest

from quizgen.asking.aloud import reading
from quizgen.asking.draft import Draft
from quizgen.asking.gloss import gloss
from quizgen.asking.options import OPTIONS, options
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


@pytest.mark.parametrize("case", list(params("option")))
def test_option(case: Case) -> None:
    """Three or none; what the case names is among them for some seed, made up or not, or is so for none."""
    question, told = case.expected.split(" | ")
    article, draft = read(case), draft_of(case, question)
    drawn = [options(article, draft, seed) for seed in range(9)]
    assert drawn[0] == options(article, draft, 0)
    assert {len(offer) for offer in drawn} <= {0, OPTIONS}
    if told == "none":
        assert drawn == [[]] * 9
        return
    for sign, name in ((word[0], word[1:]) for word in told.split()):
        offered = {made_up for offer in drawn for text, made_up in offer if text == name}
        assert offered == {"+": {False}, "~": {True}, "-": set()}[sign], (name, drawn[0])
