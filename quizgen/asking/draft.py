"""A question before it is a note."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.items import Fact, Sentence


class Draft(NamedTuple):
    """A question, the fact that answers it, and the sentence that proves it."""

    fact: Fact
    sentence: Sentence
    question: str
    form: str
    """record, clause or gap"""

    @property
    def answer(self) -> str:
        """The answer as the article writes it."""
        return self.fact.text
