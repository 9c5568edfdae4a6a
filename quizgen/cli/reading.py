"""How much of an article its reader can read: drawn by rich, for the reports of several commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from quizgen.notes.word import coverage, survey

if TYPE_CHECKING:
    from quizgen.items import Article, Note
    from quizgen.notes.word import Coverage, Learner

_BAR, _BESIDES = 28, 28  # columns of a whole bar, and of what stands beside it
_WORTH_SAYING = 0.01
_TOO_HARD = 0.5  # with every second word unknown, even a clause cannot be read


def gained(console: Console, article: Article, learner: Learner, words: Sequence[Note], verbose: bool = False) -> None:
    """What the learner knows and gains, what each level covers, and what is new; everything of it when verbose."""
    share = coverage(article, learner, words)
    console.print(_gain(share, len(words)))
    if share.known < _TOO_HARD:
        console.print(f"[yellow]{_hard(share, learner)}[/]")
    console.print(
        f"[dim]{measure(learner)}[/]\n\n[dim]What the words of each level cover (with names counted as unknown):[/]"
    )
    console.print(_curve(share, learner, min(_BAR, console.width - _BESIDES)))
    if besides := _besides(share, learner):
        console.print(f"[dim]{besides}[/]")
    found = survey(article, learner)
    console.print(f"\n[dim]{_new(found.above, found.unlisted)}[/]")
    if verbose:
        console.print(f"[dim]Counting names as unknown, you know {share.with_names:.0%}.[/]\n")
        for name, forms in (*((f"Level {label}", forms) for label, forms in found.above), *found.unlisted):
            console.print(f"[bold]{name[:1].upper()}{name[1:]}[/] ({len(forms)}): {escape('　'.join(forms))}")
        console.print("\nWhat the levels of the other standards cover:")
        for short, levels in found.others:
            console.print(f"{short}:  {'  '.join(f'[dim]{label}[/] {part:.0%}' for label, part in levels)}")


def measure(learner: Learner) -> str:
    """The level in words, how many words it holds, and how many are known besides."""
    standard = learner.standard
    by_level = learner._replace(known=frozenset())
    besides = sum(not by_level.knows(word) for word in learner.known)
    more = f" You know {besides:,} more." if besides else ""
    held = standard.held(learner.level)
    return f"Level {standard.label(learner.level)} of the {standard.title}: {held:,} words.{more}"


def _gain(share: Coverage, words: int) -> str:
    known, learned = f"{share.known:.0%}", f"{share.learned:.0%}"
    if not words:
        return f"You know {known} of this article."
    gain = "this word makes" if words == 1 else f"these {words} words make"
    return f"You know {known} of this article; {gain} it {learned}."


def _hard(share: Coverage, learner: Learner) -> str:
    """Says so, and for whom the article is not too hard."""
    fit = next((label for label, part in share.levels if part >= _TOO_HARD), "")
    whom = f" Level {fit} is the first that knows half of it." if fit else ""
    level = learner.standard.label(learner.level)
    return f"That is too hard to read at level {level}: more than every second word is new.{whom}"


def _new(above: Sequence[tuple[str, Sequence[str]]], unlisted: Sequence[tuple[str, Sequence[str]]]) -> str:
    """New to you: 176 different words of level 5, 89 of 6; in no list 108 rare, 51 names, 58 sums of known words."""
    levels = ", ".join(f"{len(forms)} of {label}" for label, forms in above)
    others = ", ".join(f"{len(forms)} {_plural(reason, len(forms))}" for reason, forms in unlisted)
    parts = [f"new to you: {levels.replace(' of ', ' words of level ', 1)}"] if levels else []
    parts += [f"in no list: {others}"] if others else []
    told = "; ".join(parts)
    return f"{told[:1].upper()}{told[1:]}." if told else "No word in it is new to you."


def _plural(reason: str, count: int) -> str:
    head, _, rest = reason.partition(" ")
    return reason if count == 1 or head not in ("name", "sum") else f"{head}s {rest}".strip()


def _besides(share: Coverage, learner: Learner) -> str:
    """Why the learner's level covers less than they know: 看到 and 人们 are in no list."""
    if share.known - share.listed < _WORTH_SAYING:
        return ""
    listed, more = f"{share.listed:.0%}", f"{share.known:.0%}"
    own = "level and list" if learner.known else "level"
    return f"Your {own} cover{'s' * (not learner.known)} {listed}; what you know from its parts (看到) makes it {more}."


def _curve(share: Coverage, learner: Learner, width: int) -> Table:
    """A bar a level: the share of running words that someone at it knows, without names, then with them."""
    table = Table.grid(padding=(0, 1))
    mine = learner.standard.label(learner.level)
    for (label, part), (_, with_names) in zip(share.levels, share.levels_with_names, strict=True):
        bar = "█" * round(part * width)
        style = "bold green" if label == mine else "dim"
        mark = "← you" if label == mine else ""
        shares = f"{part:>4.0%}", f"[dim]({with_names:.0%})[/]"
        table.add_row(f"[{style}]level {label}[/]", f"[{style}]{bar:<{width}}[/]", *shares, f"[dim]{mark}[/]")
    return table
