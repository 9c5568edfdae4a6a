"""The session on a terminal: keys in, lines out."""

from quizgen.quiz.screen.ending import tell_aside, tell_nothing, tell_summary
from quizgen.quiz.screen.sitting import sit

__all__ = ["sit", "tell_aside", "tell_nothing", "tell_summary"]
