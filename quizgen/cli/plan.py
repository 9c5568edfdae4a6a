"""`quizgen plan`: the fewest words that make an article readable."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli import inputs

if TYPE_CHECKING:
    from rich.console import Console

    from quizgen.notes.word import Learner, Plan
    from quizgen.notes.word.terms import Term

_LISTED = 40


@click.command(short_help="Tell the fewest words that make an article readable.")
@click.argument("article")
@inputs.learner_options
@inputs.known_option
@click.option("--all", "everything", is_flag=True, help=f"List every word, not only the first {_LISTED}.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: the words in order, and how many reach each goal.")
def command(
    article: str, level: str | None, standard: str, known: tuple[Path, ...], everything: bool, as_json: bool
) -> None:
    """Tell the fewest words that lift ARTICLE to 95 % and to 98 % known: there reading gets on.

    The words that stand there most often come first.
    """
    from quizgen.notes.word import plan

    who = inputs.learner(level, standard, known)
    found = plan(inputs.read_article(article), who)
    if as_json:
        click.echo(json.dumps(_tree(found, who), ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    _show(Console(highlight=False), found, who, everything)


def _tree(found: Plan, who: Learner) -> dict[str, object]:
    label = who.standard.label
    return {
        "known": round(found.known, 4),
        "needed": {f"{goal:.0%}": count for goal, count in found.needed.items()},
        "most": round(found.most, 4),
        "words": [
            {"word": t.form, "simplified": t.word, "count": len(t.places), "level": label(who.standard.level(t.word))}
            for t in found.words
        ],
    }


def _show(console: Console, found: Plan, who: Learner, everything: bool) -> None:
    from quizgen.cli import reading

    console.print(f"You know {found.known:.0%} of this article. [dim]{reading.measure(who)}[/]")
    for goal, count in found.needed.items():
        console.print(_reaches(goal, count, found))
    words = found.words[: max((n or 0 for n in found.needed.values()), default=0) or None]
    shown = words if everything else words[:_LISTED]
    if shown:
        console.print(f"\n{_table(shown)}")
    if len(words) > len(shown):
        console.print(f"[dim]and {len(words) - len(shown)} more; --all lists them.[/]")


def _reaches(goal: float, count: int | None, found: Plan) -> str:
    if count is None:
        return f"{goal:.0%} is out of reach: all {len(found.words)} words that can be learned make it {found.most:.1%}."
    if not count:
        return f"{goal:.0%}: you are there."
    return f"{goal:.0%}: [bold]{count}[/] word{'s' * (count != 1)}."


def _table(words: Sequence[Term]) -> str:
    """Words that stand there equally often share a line's beginning: ×30 雙方 經貿."""
    lines: dict[int, list[str]] = {}
    for term in words:
        lines.setdefault(len(term.places), []).append(term.form)
    return "\n".join(f"[dim]×{count:<3}[/] {'　'.join(forms)}" for count, forms in lines.items())
