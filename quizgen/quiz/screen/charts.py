"""Draws the statistics: bars and columns of characters, right in width for Chinese too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from quizgen.quiz.screen.pen import Pen
from quizgen.quiz.statistics import Group, Kept, Statistics

_COLUMNS = " ▁▂▃▄▅▆▇█"
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def show(console: Console, found: Statistics, today: date, standard: str) -> None:
    """All the statistics, a part each."""
    pen = Pen(console)
    _title(pen, "Due")
    days = [(_day(day, today), count) for day, count in found.due.items()]
    most = max(count for _, count in days)
    _bars(pen, [(name, count, most, str(count)) for name, count in days])
    _reviews(pen, found, today)
    if found.kinds:
        _title(pen, "By kind: learned, and remembered when asked again")
        _groups(pen, found.kinds)
    if found.levels:
        _title(pen, "By level")
        _groups(pen, found.levels)
    if any(level.learned for level in found.coverage):
        _title(pen, f"Learned words of the {standard}")
        _bars(pen, [(f"level {c.level}", c.learned, c.words, f"{c.learned} of {c.words}") for c in found.coverage])
    if found.hardest:
        _title(pen, "Hardest")
        for card in found.hardest:
            pen.line(Text(f"{card.question}  ") + Text(card.answer, "bold"), lead=f"{card.forgotten:>2}× ")
    _listed(pen, "No longer in the deck, or retired; their progress is kept", [row.question for row in found.orphans])
    _listed(pen, "Suspended; quiz --wake asks them again", [row.question for row in found.suspended])


def _title(pen: Pen, text: str) -> None:
    pen.line()
    pen.line(text, "bold")


def _day(day: date, today: date) -> str:
    return {0: "today", 1: "tomorrow"}.get((day - today).days, f"{_WEEKDAYS[day.weekday()]} {day.day}")


def _bars(pen: Pen, rows: Sequence[tuple[str, int, int, str]]) -> None:
    """Name, part, whole, and what is written behind the bar."""
    names = max(cell_len(name) for name, *_ in rows)
    room = pen.width - names - max(cell_len(said) for *_, said in rows) - 2
    for name, part, whole, said in rows:
        filled = _filled(part, whole, min(room, 40))
        bar = Text("█" * filled + " " * (filled > 0), "cyan")
        pen.line(Text(name + " " * (names - cell_len(name) + 1)) + bar + Text(said))


def _filled(part: int, whole: int, room: int) -> int:
    """Cells of a bar; what is not nothing is seen."""
    return max(round(part / whole * room), 1) if part and whole else 0


def _reviews(pen: Pen, found: Statistics, today: date) -> None:
    _title(pen, f"Answers, the last {len(found.reviews)} days")
    most = max(found.reviews.values())
    columns = "".join(_COLUMNS[_filled(count, most, len(_COLUMNS) - 1)] for count in found.reviews.values())
    pen.line(Text(columns.replace(" ", "·"), "cyan"))
    active = sum(count > 0 for count in found.reviews.values())
    answers = sum(found.reviews.values())
    told = f"{answers} answer{'s' * (answers != 1)} on {active} day{'s' * (active != 1)}"
    pen.line(f"{told}, at most {most} a day" if active > 1 else told, "dim")
    pen.line(f"Remembered: {_share(found.kept)}", "dim")


def _share(kept: Kept) -> str:
    if not kept.asked:
        return "nothing was asked again yet"
    return f"{kept.remembered} of {kept.asked} asked again, {_percent(kept)}"


def _percent(kept: Kept) -> str:
    return f"{round(100 * kept.remembered / kept.asked)}%" if kept.asked else "–"


def _groups(pen: Pen, groups: Sequence[Group]) -> None:
    """How many are learned, and what share of those was remembered when asked again."""
    said = max(len(f"{g.learned} of {g.cards}") for g in groups)
    shares = (f"{f'{g.learned} of {g.cards}':<{said}}  {_percent(g.kept):>4}" for g in groups)
    _bars(pen, [(g.name, g.learned, g.cards, share) for g, share in zip(groups, shares, strict=True)])


def _listed(pen: Pen, title: str, questions: Sequence[str]) -> None:
    if questions:
        _title(pen, title)
        for question in questions:
            pen.line(question, lead="· ")
