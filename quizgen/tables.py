"""Reads the tables in data/: tab-separated lines, with their source and licence at the head."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `data/<name>.tsv`; blank lines and lines that open with # are left out."""
    return tuple(tuple(line.split("\t")) for line in _lines(name))


@cache
def words(name: str) -> frozenset[str]:
    """The first column of a table, as a set."""
    return frozenset(row[0] for row in rows(name))


@cache
def mapping(name: str) -> dict[str, str]:
    """First column to second column."""
    return dict(line.split("\t", 2)[:2] for line in _lines(name))  # no tuples between: the learnt tables are long


def _lines(name: str) -> list[str]:
    text = files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
