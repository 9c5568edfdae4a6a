"""`quizgen verify`: a deck held against its article."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from quizgen.cli import inputs
from quizgen.items import RETIRED


@click.command(short_help="Check a deck against its article.")
@click.argument("deck", type=click.Path(path_type=Path))
@click.argument("article")
def command(deck: Path, article: str) -> None:
    """Check that every answer of DECK stands in its evidence, and the evidence in ARTICLE, word for word.

    Also: no question shows its answer, no two ask the same and want different answers, wrong options are wrong.
    Exit 0 when all hold, 1 when a card breaks a rule.
    """
    from quizgen import check, formats

    read = formats.read(deck)
    held = [note for note in read.notes if RETIRED not in note.tags]  # the article says those no longer
    text = inputs.read_source(article).text
    faults = check.verify(replace(read, notes=tuple(held)), text)
    by_key = {note.key: note for note in read.notes}
    for fault in faults:
        fields = by_key[fault.key].fields
        click.echo(f"{fields.get('Question') or fields.get('Hanzi', '')}: {fault.rule}")
    counts = Counter(fault.rule for fault in faults)
    good = len(held) - len({fault.key for fault in faults})
    retired = f" {len(read.notes) - len(held)} retired, not looked at." if len(held) < len(read.notes) else ""
    told = "".join(f" {n} × {rule}." for rule, n in counts.items())
    click.echo(f"{good} of {len(held)} notes hold.{told}{retired}")
    sys.exit(1 if faults else 0)
