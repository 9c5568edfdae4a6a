"""Names to fill the options with where the article has too few: peers of the answer, in the article's forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking import peers
from quizgen.asking.cast import NOBODY, cast
from quizgen.asking.draft import Draft
from quizgen.asking.like_places import is_told_apart
from quizgen.asking.words import place_kind
from quizgen.items import Article, Fact
from quizgen.language import simplify
from quizgen.naming import gazetteer

#: teams and governments are told by their country: 日本女足, 美國政府
_OF_COUNTRY = re.compile(r"^(?P<country>.+?)(?P<tail>代表队|国家队|[女男][足篮排]|队|政府|軍|军)$")


def named(article: Article, draft: Draft) -> Iterator[str]:
    """Well-known names of the answer's kind, country or field, in no order that would tell."""
    fact, lang = draft.fact, article.lang
    if fact.kind == "person":
        rows = _people(article, draft)
    elif fact.kind == "place":
        rows = peers.of_name(place_kind(fact.value), fact.value)
    elif fact.kind == "organisation":
        rows = peers.of_name("body", fact.value) or _teams(fact)
    else:
        return
    rows = [row for row in rows if row.of in simplify(draft.question)] or rows
    heads = {name for name, who in cast(article).items() if who.leads} if fact.rule.startswith("role") else set()
    for name in rows[0].others(fact.value, lang) if rows else ():
        if gazetteer.canonical(simplify(name)) in heads:
            continue
        if fact.kind == "organisation":
            name += _tail(fact)
            if _of_its_own(simplify(name)) != _of_its_own(fact.value):
                continue
        if fact.kind != "place" or is_told_apart(simplify(name), draft.question):
            yield name


def _people(article: Article, draft: Draft) -> list[peers.Peers]:
    """Those who hold or held office where the answer does, as far as it is told."""
    who = cast(article).get(draft.fact.value, NOBODY)
    found = peers.of_name("person", draft.fact.value)
    told = [row for country in sorted(who.countries) for row in peers.of_country(country)]
    office = draft.fact.rule.startswith("role") and who.calling == "office"
    return found or (told if office and len(told) == 1 else [])  # of several fields, which is the answer's?


def _teams(body: Fact) -> list[peers.Peers]:
    """The countries beside the one whose team or government it is."""
    shape = _OF_COUNTRY.match(body.value)
    found = [row for row in peers.rows("country") if shape and row.has(shape["country"])]
    return [row._replace(names=tuple(f for f in row.names if f[0] != shape["country"])) for row in found if shape]


def _tail(body: Fact) -> str:
    shape = _OF_COUNTRY.match(body.value) if not peers.of_name("body", body.value) else None
    return body.text[-len(shape["tail"]) :] if shape else ""


def _of_its_own(name: str) -> str:
    """What is asked for by a word of its own: 哪个法院, 哪家银行."""
    return next((end for end in ("法院", "银行", "央行", "大学") if name.endswith(end)), "")
