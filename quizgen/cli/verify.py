"""`quizgen verify`: a deck held against its article."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import click

from quizgen.cli import inputs


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
    text = inputs.read_source(article).text
    faults = check.verify(read, text)
    by_key = {note.key: note for note in read.notes}
    for fault in faults:
        fields = by_key[fault.key].fields
        click.echo(f"{fields.get('Question') or fields.get('Hanzi', '')}: {fault.rule}")
    counts = Counter(fault.rule for fault in faults)
    good = len(read.notes) - len({fault.key for fault in faults})
    click.echo(f"{good} of {len(read.notes)} notes hold." + "".join(f" {n} × {rule}." for rule, n in counts.items()))
    sys.exit(1 if faults else 0)
