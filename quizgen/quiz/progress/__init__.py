"""What the learner has answered and when each card comes back: one SQLite file. The only door to sqlite3."""

from quizgen.quiz.progress.records import Given, Review, Row
from quizgen.quiz.progress.rescue import Rescued, open_progress
from quizgen.quiz.progress.store import Progress

__all__ = ["Given", "Progress", "Rescued", "Review", "Row", "open_progress"]
