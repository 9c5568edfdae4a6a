"""What is drawn when there is nothing more to ask: the score, what to see again, when to come back."""

from __future__ import annotations

from datetime import date

from rich.console import Console
from rich.text import Text

from quizgen.quiz.screen.pen import Pen
from quizgen.quiz.screen.words import when
from quizgen.quiz.summary import Summary

_AGAIN = 10


def tell_summary(console: Console, found: Summary, today: date, waiting: int) -> None:
    """The session's end; `waiting` is how many new cards are still to come."""
    pen = Pen(console)
    if not found.asked:
        pen.line("Nothing was answered, nothing has changed.")
        return
    near = f" · {found.near} almost" if found.near else ""
    score = f"{found.right} of {found.asked} right{near}"
    pen.line(Text.assemble((score, "bold"), (f"   {_time(found.seconds)}", "dim")))
    if found.again:
        pen.line()
        pen.line("To see again", "dim")
        for card in found.again[:_AGAIN]:
            pen.line(Text(card.question) + Text(f"  {card.answer}", "bold"), lead="· ")
        if len(found.again) > _AGAIN:
            pen.line(f"and {len(found.again) - _AGAIN} more", "dim", lead="  ")
    pen.line()
    pen.line(coming(found.next_days, today, waiting))


def tell_nothing(console: Console, dues: dict[date, int], today: date, waiting: int) -> None:
    """Nothing to ask today: when to come back, and how not to wait."""
    pen = Pen(console)
    pen.line("Done for today." if dues or waiting else "There is nothing to ask.")
    if said := coming(dues, today, waiting):
        pen.line(said)
    if waiting:
        pen.line("To begin some of them today: --new 40, say, without --due.", "dim")


def tell_aside(console: Console, said: str) -> None:
    """What is good to know beside it, if anything."""
    if said:
        Pen(console).line(said, "dim")


def coming(dues: dict[date, int], today: date, waiting: int) -> str:
    """`Next: 3 cards tomorrow, 5 on Monday. 12 new cards are still to come.`"""
    nearest = list(dues.items())[:3]
    cards = [f" card{'s' * (nearest[0][1] > 1)}", "", ""] if nearest else []
    days = [f"{count}{noun} {when(day, today)}" for (day, count), noun in zip(nearest, cards, strict=False)]
    said = [f"Next: {', '.join(days)}."] if days else []
    if waiting:
        said.append(f"{waiting} new {'cards are' if waiting > 1 else 'card is'} still to come.")
    return " ".join(said)


def _time(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
