"""One sitting at the terminal: shows a question, takes keys, shows what became of it."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console

from quizgen.items import Card
from quizgen.quiz.grader import grade
from quizgen.quiz.question import RATED, Mode, Outcome, Question, Rating, Verdict
from quizgen.quiz.scheduling import day_of
from quizgen.quiz.screen import draw, words
from quizgen.quiz.screen.keys import END, ENTER, read_key, read_line
from quizgen.quiz.session import Answered, Session

_HELP = (
    ("1-4", "choose an answer; after it, say how well you knew it"),
    ("Enter", "show the answer, go on; instead of an answer: I do not know"),
    ("h", "a hint, where there is one"),
    ("u", "undo the last answer"),
    ("s", "suspend: this card is not asked again"),
    ("f", "flag a bad card, with a reason; the next build reads it"),
    ("q", "leave; every answer is kept. Ctrl-C does the same"),
)
_GRADES = (("1", "again"), ("2", "hard"), ("3", "good"), ("4", "easy"))


class Left(Exception):
    """The learner leaves."""


def sit(session: Session, console: Console, flag: Callable[[Card, str], None]) -> None:
    """Ask until the session is done or the learner leaves; `flag` writes down a bad card with its reason."""
    sitting = _Sitting(session, draw.Pen(console), flag)
    try:
        while question := session.question():
            sitting.one(question)
    except (Left, KeyboardInterrupt):
        console.print()


class _Sitting:
    def __init__(self, session: Session, pen: draw.Pen, flag: Callable[[Card, str], None]) -> None:
        self.session, self.pen, self.flag = session, pen, flag

    def one(self, question: Question) -> None:
        """A question from its first sight to the key that leaves it."""
        self.pen.turn()
        self._show(question)
        begun = time.monotonic()
        reply = {Mode.CHOICE: self._choose, Mode.TYPED: self._type, Mode.FLIP: self._flip}[question.mode](question)
        if reply is None:
            return
        given, verdict, rating = reply
        took = round((time.monotonic() - begun) * 1000)
        answered = self.session.answer(question, given, verdict, rating, took)
        if question.mode is not Mode.FLIP:
            self._tell(answered)

    def _choose(self, question: Question) -> tuple[str, Verdict, Rating | None] | None:
        draw.keys(self.pen, (f"1-{len(question.options)}", "choose"), ("Enter", "I do not know"), ("?", "keys"))
        while True:
            key = read_key()
            if key == ENTER:
                return "", Verdict(Outcome.WRONG), None
            if key.isdecimal() and 0 < int(key) <= len(question.options):
                chosen = question.options[int(key) - 1]
                return chosen, Verdict(Outcome.RIGHT if chosen == question.answer else Outcome.WRONG), None
            if self._command(key, question):
                return None

    def _type(self, question: Question) -> tuple[str, Verdict, Rating | None] | None:
        while True:
            typed = read_line(" " * draw.INDENT + draw.PROMPT)
            if typed is None:
                raise Left
            command = typed.strip().casefold()
            if command and command in "usfhq?？":
                if self._command(command, question):
                    return None
                continue
            verdict = grade(question, typed)
            if verdict.outcome is not Outcome.UNCLEAR:
                return typed.strip(), verdict, None
            self.pen.line(verdict.say)

    def _flip(self, question: Question) -> tuple[str, Verdict, Rating | None] | None:
        draw.keys(self.pen, ("Enter", "show"), ("?", "keys"))
        while (key := read_key()) != ENTER:
            if self._command(key, question):
                return None
        self.pen.line()
        draw.back(self.pen, question.card)
        ahead = self.session.preview(question.card)
        draw.keys(self.pen, *((key, f"{name} ({words.interval(ahead[Rating(int(key))])})") for key, name in _GRADES))
        while True:
            key = read_key()
            if key in ("1", "2", "3", "4", ENTER):
                rating = Rating.GOOD if key == ENTER else Rating(int(key))
                return "", Verdict(Outcome.WRONG if rating is Rating.AGAIN else Outcome.RIGHT), rating
            if self._command(key, question):
                return None

    def _tell(self, answered: Answered) -> None:
        self._show(answered.question, given=answered.given)
        draw.verdict(self.pen, answered, self.session.deck_cards, day_of(self.session.clock()))
        self.pen.line()
        usual = str(int(RATED[answered.verdict.outcome]))
        draw.keys(self.pen, ("Enter", "next"), *_GRADES, ("u", "undo"), ("?", "keys"))
        while (key := read_key()) != ENTER:
            if key in ("1", "2", "3", "4"):
                if key != usual:
                    self.session.regrade(Rating(int(key)))
                return
            if self._command(key, answered.question, after=True):
                return

    def _command(self, key: str, question: Question, after: bool = False) -> bool:
        """Do what a key says; whether the question is left."""
        if key in ("q", END):
            raise Left
        if key == "u":
            if self.session.undo():
                return True
            self.pen.line("There is nothing to take back yet.", "dim")
        elif key == "s":
            self.session.suspend(question.card)
            return True
        elif key == "f":
            self._flag(question.card)
        elif key in ("?", "？"):
            self.pen.line()
            for name, does in _HELP:
                self.pen.line(does, lead=f"{name:<7}")
            self.pen.line()
        elif key == "h" and not after:
            self.pen.line(words.hint(question) or "There is no hint for this one.")
        return False

    def _flag(self, card: Card) -> None:
        reason = read_line(" " * draw.INDENT + "What is wrong with this card? ")
        if reason is None:
            raise Left
        self.flag(card, reason.strip())
        self.pen.line("Noted for the next build.", "dim")

    def _show(self, question: Question, hinted: bool = False, given: str | None = None) -> None:
        self.pen.clear()
        draw.header(self.pen, self.session)
        draw.asked(self.pen, question, hinted, given)
