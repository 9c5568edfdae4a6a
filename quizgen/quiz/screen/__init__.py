"""The session on a terminal: keys in, lines out."""

from quizgen.quiz.screen.sitting import sit

__all__ = ["sit"]
