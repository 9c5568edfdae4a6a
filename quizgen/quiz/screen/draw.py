"""Draws the parts of the screen. Colours are the terminal's own, and never the only sign."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from quizgen.items import Card, Note
from quizgen.quiz.question import Mode, Outcome, Question, Wants
from quizgen.quiz.screen import words
from quizgen.quiz.screen.wrap import wrap
from quizgen.quiz.session import Answered, Session

INDENT = 2
PROMPT = "› "
"""what a typed answer is written behind"""
_GAP = "   "
WIDEST = 76
_SIGNS = {Outcome.RIGHT: ("✓", "green"), Outcome.NEAR: ("≈", "yellow"), Outcome.WRONG: ("✗", "red")}
_TITLES = {Outcome.RIGHT: "Right", Outcome.NEAR: "Almost", Outcome.WRONG: "Not right"}


class Pen:
    """Writes lines onto a console, two cells in from the left."""

    def __init__(self, console: Console) -> None:
        self.console = console

    @property
    def width(self) -> int:
        """Cells between the margins: long lines tire, narrow screens are used whole."""
        return max(8, min(self.console.width - 2 * INDENT, WIDEST))

    def line(self, text: str | Text = "", style: str = "", lead: str = "") -> None:
        """A paragraph; `lead` opens its first line and indents the rest (`1  `, `│ `)."""
        body = text if isinstance(text, Text) else Text(text, style)
        bar = lead if lead.startswith("│") else " " * len(lead)
        for i, part in enumerate(wrap(body, self.width - len(lead)) or [Text()]):
            opening = Text(" " * INDENT) + Text(lead if i == 0 else bar, "dim" if bar.strip() else "")
            self.console.print(opening + part, no_wrap=True, overflow="ignore", crop=False)

    def turn(self) -> None:
        """A new page; the old one goes up, where it can be read again."""
        self.console.file.write("\n" * self.console.height)
        self.clear()

    def clear(self) -> None:
        """The same page, to be drawn anew."""
        self.console.file.write("\x1b[H\x1b[J")


def header(pen: Pen, session: Session) -> None:
    """The deck's name, how far the session is, and the score."""
    done = len({(a.question.card.note.key, a.question.card.template) for a in session.answers})
    right = sum(a.verdict.outcome is Outcome.RIGHT for a in session.firsts)
    left, total = session.left, session.total
    count = f"{total - left} of {total}"
    score = f"{right} right" if done else ""
    name = Text(session.settings.title, "bold", no_wrap=True)
    side = Text(" · ".join(filter(None, (count, score))), "dim")
    name.truncate(max(4, pen.width - side.cell_len - 2), overflow="ellipsis")
    gap = " " * (pen.width - name.cell_len - side.cell_len)
    pen.line(name + Text(gap) + side)
    filled = round(pen.width * (total - left) / total) if total else 0
    pen.line(Text("━" * filled, "cyan") + Text("─" * (pen.width - filled), "dim"))
    pen.line()


def asked(pen: Pen, question: Question, hinted: bool = False, given: str | None = None) -> None:
    """The question, and what there is to choose among; `given` is the answer chosen, once there is one."""
    card = question.card
    pen.line(words.badge(card), "dim")
    pen.line()
    pen.line(_prompt(card), "bold")
    if task := words.task(question):
        pen.line(task, "dim")
    if (hinted or question.wants is Wants.READING) and words.hint(question):
        for line in words.hint(question).splitlines():
            pen.line(_marked(card.note, "Sentence", line) if card.note.type == "word" else line)
    pen.line()
    for number, option in enumerate(question.options, 1):
        _option(pen, number, option, question.answer, given)
    if question.options:
        pen.line()
    elif given:
        pen.line(given, lead=PROMPT)
        pen.line()


def _option(pen: Pen, number: int, option: str, right: str, given: str | None) -> None:
    if given is None:
        pen.line(option, lead=f"{number}  ")
    elif option == right:
        pen.line(option, "bold green", lead=f"{number} ✓ ")
    else:
        pen.line(option, "red" if option == given else "dim", lead=f"{number} {'✗' if option == given else ' '} ")


def _prompt(card: Card) -> str:
    if card.note.type == "word" and card.template != "Recall":
        return card.note.fields["Hanzi"]
    return card.question


def verdict(pen: Pen, answered: Answered, cards: Sequence[Card], today: date) -> None:
    """Right or wrong, what was chosen instead, and all that the card tells."""
    question, outcome = answered.question, answered.verdict.outcome
    if question.mode is not Mode.FLIP:
        sign, colour = _SIGNS[outcome]
        pen.line(Text(f"{sign} {_TITLES[outcome]}", f"bold {colour}"))
        if answered.verdict.say:
            pen.line(answered.verdict.say)
        if outcome is Outcome.WRONG and question.mode is Mode.CHOICE and answered.given:
            pen.line(words.chosen_instead(question, answered.given, cards))
        pen.line()
    back(pen, question.card)
    pen.line(words.comes_back(answered, today), "dim")


def back(pen: Pen, card: Card) -> None:
    """The answer in full, its evidence, the hard words in it, where it is from."""
    first, *rest = words.told(card.note, card.template)
    pen.line(first, "bold green")
    for line in rest:
        pen.line(line)
    field = "Sentence" if card.note.type == "word" else "Evidence"
    if field in card.note.fields:
        pen.line()
        pen.line(_marked(card.note, field), lead="│ ")
    if hard := words.hard_words(card.note, field):
        pen.line(" · ".join(hard), lead="│ ")
    if source := words.source(card.note):
        pen.line(source, "dim", lead="│ ")
    for name in ("Remark",):
        if name in card.note.fields:
            pen.line(card.note.fields[name], "dim")
    pen.line()


def _marked(note: Note, field: str, text: str = "") -> Text:
    """The evidence with the answer marked, the clause with its word."""
    body = Text(text or note.fields[field])
    for mark in note.marks:
        if mark.field == field and mark.kind in ("answer", "target"):
            body.stylize("bold underline", mark.start, mark.end)
    return body


def keys(pen: Pen, *pairs: tuple[str, str]) -> None:
    """What one can press now; a key and what it does stay on one line."""
    line = Text()
    for key, does in pairs:
        pair = Text(key, "bold") + Text(f" {does}", "dim")
        if line and line.cell_len + len(_GAP) + pair.cell_len > pen.width:
            pen.line(line)
            line = Text()
        line += Text(_GAP if line else "") + pair
    pen.line(line)
