"""Well-known names of the answer's kind, country or field, from our own table, for articles that have too few."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from quizgen import tables
from quizgen.language import simplify, to_traditional
from quizgen.naming import gazetteer

_KEPT = frozenset("里范于台干岳")
_LANGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")


class Peers(NamedTuple):
    """Names that are options for each other."""

    of: str
    """the country, region or field they belong to, in Simplified"""
    names: tuple[tuple[str, str, str], ...]
    """each as the mainland, Taiwan and Hong Kong write it"""

    def has(self, name: str) -> bool:
        """Whether a Simplified name is among them, in any of its renderings."""
        return gazetteer.canonical(name) in _known(self)

    def others(self, name: str, lang: str) -> Iterator[str]:
        """The names in the article's script and forms, without that of the answer in any of its renderings."""
        own = gazetteer.canonical(name)
        return (f[_LANGS.index(lang)] for f in self.names if own not in {gazetteer.canonical(simplify(n)) for n in f})


@cache
def rows(kind: str) -> tuple[Peers, ...]:
    """The rows of a kind: person, city, country or body."""
    found = (row for row in tables.rows("peers") if row[0] == kind)
    return tuple(Peers(of, tuple(map(_forms, names.split("、")))) for _, of, names in found)


def of_name(kind: str, name: str) -> list[Peers]:
    """The rows that have a name."""
    return [row for row in rows(kind) if row.has(name)]


def of_country(country: str) -> list[Peers]:
    """The people of a country or body."""
    return [row for row in rows("person") if row.of == country]


def _forms(told: str) -> tuple[str, str, str]:
    mainland, *others = told.split("/")
    taiwan = others[0] if others else mainland
    return mainland, _traditional(taiwan), _traditional(others[1] if len(others) > 1 else mainland)


def _traditional(name: str) -> str:
    """In names 里 renders a sound and 范 is a surname: 扎里夫, 范德賴恩."""
    return "".join(a if a in _KEPT else b for a, b in zip(name, to_traditional(name), strict=True))


@cache
def _known(row: Peers) -> frozenset[str]:
    return frozenset(gazetteer.canonical(name) for forms in row.names for name in (forms[0], *map(simplify, forms)))
