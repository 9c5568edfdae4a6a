"""Draws the parts of the screen. Colours are the terminal's own, and never the only sign."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from quizgen.items import Card, Note
from quizgen.quiz.instead import instead
from quizgen.quiz.question import Mode, Outcome, Question, Wants
from quizgen.quiz.screen import words
from quizgen.quiz.screen.pen import BAR, FRAME, Pen
from quizgen.quiz.session import Answered, Session

PROMPT = "› "
"""what a typed answer is written behind"""
_BAR, _NAME, _BADGE, _TASK, _SOURCE = range(FRAME + 4, FRAME - 1, -1)
_OPTION, _ASIDE = 2, 1
"""what a low window leaves out, the first one first"""
_TITLES = {
    Outcome.RIGHT: ("✓", "Right", "green"),
    Outcome.NEAR: ("≈", "Almost", "yellow"),
    Outcome.WRONG: ("✗", "Not right", "red"),
}
_HELP = (
    ("1-4", "choose; after the answer: how well you knew it, again, hard, good, easy"),
    ("Enter", "show the answer, go on; before it: I do not know. Space does the same"),
    ("h", "a hint, where there is one"),
    ("u", "undo the last answer"),
    ("s", "suspend: this card is not asked again"),
    ("f", "flag a bad card and say why; the next build reads it"),
    ("q", "leave; every answer is kept. Ctrl-C does the same"),
    ("", "While you type an answer, press Enter behind the key."),
    ("", "Any key goes back to the card."),
)


def header(pen: Pen, session: Session, note: str = "") -> None:
    """The deck's name, how far the session is, the score, and what the last key did."""
    right = sum(a.verdict.outcome is Outcome.RIGHT for a in session.firsts)
    score = f"{right} of {len(session.firsts)} right · " if session.answers else ""
    side = Text(f"{score}{session.left} to go", "dim")
    name = Text(session.settings.title, "bold")
    name.truncate(max(4, pen.width - side.cell_len - 2), overflow="ellipsis")
    name.plain = name.plain.replace(" …", "…")  # half of a wide character is left as a blank
    pen.line(Text.assemble(name, " " * (pen.width - name.cell_len - side.cell_len), side), minor=_NAME)
    filled = round(pen.width * (session.total - session.left) / session.total) if session.total else 0
    pen.line(Text.assemble(("━" * filled, "cyan"), ("─" * (pen.width - filled), "dim")), minor=_BAR)
    pen.line()
    if note:
        pen.line(note, "dim")
        pen.line()


def asked(pen: Pen, question: Question, given: str | None = None, hinted: bool = False) -> None:
    """The question, and what there is to choose among; `given` is the answer, once there is one."""
    pen.line(words.badge(question.card), "dim", minor=_BADGE)
    pen.line()
    pen.line(_prompt(words.prompt(question.card)))
    if task := words.task(question):
        pen.line(task, "dim", minor=_TASK if given else 0)
    # a word may have several readings; its clause tells which
    if hinted or (question.wants is Wants.READING and given is None):
        _hint(pen, question)
    pen.line()
    for number, option in enumerate(question.options, 1):
        _option(pen, number, option, question.answer, given)
    if given and not question.options:
        pen.line(given, lead=PROMPT)
    if given or question.options:
        pen.line()


def _prompt(text: str) -> Text:
    """A headline faint, a gap in colour, the rest bold."""
    shown = Text(text, "bold")
    shown.highlight_regex("^【[^】]*】", "not bold dim")
    shown.highlight_regex("［[^］]*］", "cyan")
    return shown


def _option(pen: Pen, number: int, option: str, right: str, given: str | None) -> None:
    if given is None:
        pen.line(option, lead=f"{number}  ")
    elif option == right:
        pen.line(option, "bold green", lead=f"{number} ✓ ")
    else:
        chosen = option == given
        minor = 0 if chosen else _OPTION
        pen.line(option, "red" if chosen else "dim", lead=f"{number} {'✗' if chosen else ' '} ", minor=minor)


def _hint(pen: Pen, question: Question) -> None:
    """A word's clause, a fact's glossary."""
    note = question.card.note
    if note.type == "word" and "Sentence" in note.fields:
        pen.line(_marked(note, "Sentence"))
    else:
        for line in words.hint(question).splitlines() or ["There is no hint for this one."]:
            pen.line(line)


def verdict(pen: Pen, answered: Answered, cards: Sequence[Card]) -> None:
    """Right or wrong, why, and what was chosen instead."""
    outcome = answered.verdict.outcome
    sign, title, colour = _TITLES[outcome]
    title = title if answered.given else "Not known"
    pen.line(Text(f"{sign} {title}", f"bold {colour}"))
    if answered.verdict.say:
        pen.line(answered.verdict.say)
    chosen = answered.given if outcome is Outcome.WRONG and answered.question.mode is Mode.CHOICE else ""
    if chosen and (was := instead(answered.question, chosen, cards)):
        pen.line(was)
    pen.line()


def back(pen: Pen, card: Card) -> None:
    """The answer in full, its evidence, the hard words in it, where it is from."""
    first, *rest = words.told(card.note, card.template)
    pen.line(first, "bold green")
    for line in rest:
        pen.line(line)
    for line in (words.aside(card.note), card.note.fields.get("Remark", "")):
        if line:
            pen.line(line, "dim", minor=_ASIDE)
    pen.line()
    field = "Sentence" if card.note.type == "word" else "Evidence"
    if field in card.note.fields:
        pen.line(_marked(card.note, field), lead=BAR)
    pen.row([Text(word, "dim") for word in words.hard_words(card.note, field)], " · ", lead=BAR, minor=_ASIDE)
    if source := words.source(card.note):
        pen.line(source, "dim", lead=BAR, minor=_SOURCE)
    pen.line()


def _marked(note: Note, field: str) -> Text:
    """The evidence with the answer marked, the clause with its word."""
    body = Text(note.fields[field])
    for mark in note.marks:
        if mark.field == field and mark.kind in ("answer", "target"):
            body.stylize("bold underline", mark.start, mark.end)
    return body


def keys(pen: Pen, *pairs: tuple[str, str]) -> None:
    """What one can press now; a key and what it does stay on one line."""
    pen.row([Text.assemble((key, "bold"), (f" {does}", "dim")) for key, does in pairs], "   ")


def help(pen: Pen) -> None:
    """All the keys."""
    for name, does in _HELP:
        pen.line(does, lead=f"{name:<7}")
