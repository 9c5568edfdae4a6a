"""One sitting at the terminal: shows a question, takes keys, shows what became of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.console import Console

from quizgen.errors import QuizgenError
from quizgen.items import Card
from quizgen.quiz.question import RATED, Mode, Outcome, Question, Rating, Verdict
from quizgen.quiz.screen import draw, words
from quizgen.quiz.screen.keys import END, ENTER, REDRAW, Keys
from quizgen.quiz.screen.pen import INDENT, Pen
from quizgen.quiz.session import Answered, Session

_GRADES = {"1": Rating.AGAIN, "2": Rating.HARD, "3": Rating.GOOD, "4": Rating.EASY}
_NAMES = tuple((key, rating.name.lower()) for key, rating in _GRADES.items())
_TYPING = (("Enter", "I do not know"), ("? Enter", "keys"), ("q Enter", "leave"))
"""what one may press beside an answer that is typed"""
STARTLE = 0.3
"""seconds in which Enter does not answer a page that has just come: it was meant for the one before"""


class Left(Exception):
    """The learner leaves."""


class Reply(NamedTuple):
    """What the learner answered."""

    given: str
    verdict: Verdict
    rating: Rating | None = None
    """the learner's own, for a flipped card"""


def sit(session: Session, console: Console, flag: Callable[[Card, str], None], notices: Sequence[str] = ()) -> None:
    """Ask until the session is done or the learner leaves; `flag` writes down a bad card with its reason.

    `notices` are told before the first question.
    """
    with Keys() as keys:
        sitting = _Sitting(session, Pen(console), keys, flag)
        try:
            sitting.tell(notices)
            while question := session.question():
                sitting.one(question)
        except (Left, KeyboardInterrupt):
            pass
        sitting.pen.turn()


class _Sitting:
    def __init__(self, session: Session, pen: Pen, keys: Keys, flag: Callable[[Card, str], None]) -> None:
        self.session, self.pen, self.keys, self.flag = session, pen, keys, flag
        self.note = ""
        """one line on what the last key did, shown on the next page"""
        self.page: Callable[[], None] = lambda: None
        """draws what the screen shows, from the top"""
        self.hinted = False
        self.shown = 0.0
        """when the page came"""

    def tell(self, notices: Sequence[str]) -> None:
        """What should be known before the first question."""
        if not notices:
            return
        with self.pen.page():
            for notice in notices:
                self.pen.line(notice)
                self.pen.line()
            draw.keys(self.pen, ("any key", "goes on"))
        while not self.pen.show(1, self._more):
            pass
        self.keys.key()

    def one(self, question: Question) -> None:
        """A question from its first sight to the key that leaves it."""
        self.pen.turn()
        self.hinted = False
        begun = time.monotonic()
        reply = {Mode.CHOICE: self._choose, Mode.TYPED: self._type, Mode.FLIP: self._flip}[question.mode](question)
        if reply is None:
            return
        self.note = ""
        took = round((time.monotonic() - begun) * 1000)
        answered = self.session.answer(question, *reply, took)
        if question.mode is not Mode.FLIP:
            self._tell(answered)

    def _choose(self, question: Question) -> Reply | None:
        self._show(question, (f"1-{len(question.options)}", "choose"), ("Enter", "I do not know"))
        while True:
            key = self._pressed()
            if key == ENTER:
                return Reply("", Verdict(Outcome.WRONG))
            if key.isdecimal() and 0 < int(key) <= len(question.options):
                chosen = question.options[int(key) - 1]
                return Reply(chosen, Verdict(Outcome.RIGHT if chosen == question.answer else Outcome.WRONG))
            if self._command(key, question):
                return None

    def _type(self, question: Question) -> Reply | None:
        from quizgen.quiz.grader import grade

        self._turn_page(question, None, lambda: draw.keys(self.pen, *_TYPING))
        while True:
            typed = self.keys.line(" " * INDENT + draw.PROMPT)
            if typed is None:
                raise Left
            if command := words.command(typed):
                if self._command(command, question):
                    return None
                continue
            if not typed.strip() and self._is_startled():
                self.page()
                continue
            verdict = grade(question, typed)
            if verdict.outcome is not Outcome.UNCLEAR:
                return Reply(typed.strip(), verdict)
            self.pen.line(verdict.say)

    def _flip(self, question: Question) -> Reply | None:
        self._show(question, ("Enter", "show"))
        while (key := self.keys.key()) != ENTER:
            if self._command(key, question):
                return None
        ahead = self.session.preview(question.card)
        grades = [(key, f"{name} {words.interval(ahead[_GRADES[key]])}") for key, name in _NAMES]
        self._turn_page(question, "", lambda: draw.back(self.pen, question.card), *grades)
        while True:
            key = self._pressed()
            if rating := _GRADES.get("3" if key == ENTER else key):
                return Reply("", Verdict(Outcome.WRONG if rating is Rating.AGAIN else Outcome.RIGHT), rating)
            if self._command(key, question):
                return None

    def _tell(self, answered: Answered) -> None:
        question = answered.question

        def told() -> None:
            draw.verdict(self.pen, answered, self.session.deck_cards)
            draw.back(self.pen, question.card)
            self.pen.line(words.comes_back(answered, self.session.day), "dim")
            self.pen.line()

        self._turn_page(question, answered.given, told, ("Enter", "next"), *_NAMES, ("u", "undo"))
        while (key := self.keys.key()) != ENTER and key not in _GRADES:
            if self._command(key, question):
                return
        self.note = ""
        rating = _GRADES.get(key)
        if rating and rating is not RATED[answered.verdict.outcome]:
            self.session.regrade(rating)

    def _pressed(self) -> str:
        while (key := self.keys.key()) == ENTER and self._is_startled():
            pass
        return key

    def _is_startled(self) -> bool:
        return time.monotonic() - self.shown < STARTLE

    def _command(self, key: str, question: Question) -> bool:
        """Do what a key says; whether the question is left."""
        if key in ("q", END):
            raise Left
        if key == "u":
            card = self.session.undo()
            self.note = "Taken back." if card else "There is nothing to take back."
            if card:
                return True
        if key == "s":
            self.session.suspend(question.card)
            self.note = f"Not asked again: {question.card.question}. u takes that back."
            return True
        if key == "f":
            self._flag(question.card)
        elif key == "?":
            self._help()
        elif key == "h":
            self.hinted = True
        if key in ("u", "f", "?", "h", REDRAW):
            self.page()
        return False

    def _help(self) -> None:
        with self.pen.page():
            draw.help(self.pen)
        if self.pen.show(1, self._more):
            self.keys.key()

    def _flag(self, card: Card) -> None:
        reason = self.keys.line(" " * INDENT + "What is wrong with this card? ")
        if reason is None:
            raise Left
        if not reason.strip():
            self.note = "Not flagged: no reason was given."
            return
        try:
            self.flag(card, reason.strip())
            self.note = "Noted for the next build."
        except QuizgenError as error:
            self.note = str(error)

    def _show(self, question: Question, *keys: tuple[str, str]) -> None:
        """The page that asks, and what one may press."""
        more = [("h", "hint")] if words.hint(question) else []
        self._turn_page(question, None, lambda: None, *keys, *more)

    def _turn_page(
        self, question: Question, given: str | None, rest: Callable[[], None], *keys: tuple[str, str]
    ) -> None:
        """Draw a page, and remember how: header, question, what follows it, the keys."""

        def page() -> None:
            with self.pen.page():
                draw.header(self.pen, self.session, self.note)
                draw.asked(self.pen, question, given, self.hinted)
                rest()
                if keys:
                    draw.keys(self.pen, *keys, ("?", "keys"))
            self.shown = time.monotonic()
            if not self.pen.show(1 if keys else 2, self._more):
                page()
            self.shown = time.monotonic()

        self.page = page
        page()

    def _more(self) -> bool:
        """Wait for the key that goes on to the rest of a page; whether the window is still as it was."""
        draw.keys(self.pen, ("any key", "more"))
        key = self._pressed()
        if key in ("q", END):
            raise Left
        return key != REDRAW
