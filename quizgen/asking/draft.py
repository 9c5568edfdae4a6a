"""A question before it is a note."""

from __future__ import annotations

from typing import NamedTuple

from quizgen.asking import days
from quizgen.items import Fact, Sentence


class Draft(NamedTuple):
    """A question, the fact that answers it, and the sentence that proves it."""

    fact: Fact
    sentence: Sentence
    question: str
    form: str
    """record, title, gap, clause, or headed: one that can be asked under the headline only"""

    @property
    def answer(self) -> str:
        """The answer as the article writes it; a relative day behind the day that it means: 2024年9月10日（昨日）."""
        return days.told(self.fact) if self.fact.kind == "date" else self.fact.text
