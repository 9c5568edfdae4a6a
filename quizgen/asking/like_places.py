"""Which places of an article may stand for one: a city for a city, of the country that the question names."""

from __future__ import annotations

from functools import cache

from quizgen import tables
from quizgen.asking import peers
from quizgen.asking.draft import Draft
from quizgen.asking.words import place_kind
from quizgen.items import Article, Fact
from quizgen.language import simplify

#: asked for a country, these may be disputed
_NO_COUNTRY = frozenset(["台湾", "香港", "澳门", "巴勒斯坦", "科索沃"])


def fits(article: Article, other: Fact, draft: Draft) -> bool:
    kind = place_kind(draft.fact.value)
    if place_kind(other.value) != kind or not _listed(other.value):
        return False
    if kind == "country" and not is_told_apart(other.value, draft.question):
        return False
    if kind == "other":
        return _listed(other.value) == _listed(draft.fact.value) and other.value[-1] == draft.fact.value[-1]
    rows = peers.of_name(kind, draft.fact.value)
    return not any(row.of in simplify(draft.question) for row in rows) or any(row.has(other.value) for row in rows)


def is_told_apart(country: str, question: str) -> bool:
    """A country that the question does not speak for by one of its people (拜登政府 … 哪个国家), and is one to all."""
    names = [name for row in peers.of_country(country) for forms in row.names for name in forms]
    return country not in _NO_COUNTRY and not any(name in question for name in names)


@cache
def _places() -> dict[str, str]:
    return {row[0]: row[2] for row in tables.rows("places")}


def _listed(name: str) -> str:
    return _places().get(name, "")
