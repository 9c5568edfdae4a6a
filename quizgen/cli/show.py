"""`quizgen show`: what is found in an article, with the rule and the sentence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from quizgen.cli import inputs


@click.command(short_help="Show the facts and words found in an article.")
@click.argument("article")
@inputs.learner_options
@inputs.known_option
@inputs.style_options
@inputs.article_options
@click.option("--json", "as_json", is_flag=True, help="For scripts: everything found, as JSON on standard output.")
def command(
    article: str, level: str | None, standard: str, known: tuple[Path, ...], title: str, date: str, id_: str, url: str,
    as_json: bool, **style: Any,
) -> None:  # fmt: skip
    """Show the facts and words of ARTICLE, each with the rule that found it and its sentence."""
    from quizgen.cli import report

    source = inputs.read_source(article, title=title, date=date, id_=id_, url=url)
    who = inputs.learner(level, standard, known, **style)
    told = inputs.understood(source)
    if as_json:
        report.found_json(told, who)
    else:
        report.found(told, who)
