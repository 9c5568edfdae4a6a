"""A deck that is built again: it follows its article, a person's edits win, `mod` tells Anki what changed."""

from __future__ import annotations

from quizgen.update.changes import Changes, Difference, changes, differences
from quizgen.update.follow import Beneath, Followed, continues, follow
from quizgen.update.pairs import paired
from quizgen.update.stamp import WORD_MOD, stamped
from quizgen.update.status import REVISED

__all__ = [
    "REVISED",
    "WORD_MOD",
    "Beneath",
    "Changes",
    "Difference",
    "Followed",
    "changes",
    "continues",
    "differences",
    "follow",
    "paired",
    "stamped",
]
