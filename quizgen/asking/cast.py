"""Who the people of an article are: their walk of life, their country, and whether they are people at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from quizgen import tables
from quizgen.asking import peers
from quizgen.items import Article, Fact
from quizgen.naming import gazetteer

_CALLINGS = {"athlete": "sport", "scientist": "scholar"} | dict.fromkeys(("politician", "royal", "military"), "office")
#: mentions that make a person of a name that the dictionary has otherwise: 兰特 may be a currency
_SURE = 2
_HEAD = re.compile("(?:前?总统|国家主席|总理|首相|国王|女王|最高领袖|行政长官|特首):")
#: houses that stand for a country: 白宫幕僚长, 在白宫发表讲话
SEATS = {"美国": "白宫|五角大楼", "俄罗斯": "克里姆林宫", "韩国": "青瓦台", "英国": "唐宁街", "法国": "爱丽舍宫"}


class Known(NamedTuple):
    """What an article and our tables tell of a person."""

    calling: str
    """office, business, sport, scholar, artist, law, media, private; or empty"""
    countries: frozenset[str]
    """the countries and bodies that they speak for, as `data/peers.tsv` names them"""
    leads: bool
    """a head of state or government, whom nobody would take for a minister or an adviser"""
    vouched: bool
    """an office, an original in Latin letters, a rendering we know, or told more than once"""


NOBODY = Known("", frozenset(), False, False)


@lru_cache(maxsize=8)
def cast(article: Article) -> dict[str, Known]:
    """Each person of the article by value."""
    facts = [f for s in article.sentences for f in s.facts if not f.doubt]
    roles: dict[str, list[Fact]] = {}
    for fact in facts:
        if fact.kind == "role" and (person := fact.part("person")):
            roles.setdefault(person.value, []).append(fact)
    people = [f for f in facts if f.kind == "person"]
    return {f.value: _known(f.value, [p for p in people if p.value == f.value], roles.get(f.value, [])) for f in people}


def _known(name: str, told: list[Fact], roles: list[Fact]) -> Known:
    callings = filter(None, [*(calling(role.value.split(":")[0]) for role in roles), _famed().get(name, "")])
    countries = filter(None, [*map(_country, roles), *(row.of for row in peers.of_name("person", name))])
    latin = gazetteer.latin(name) or any(f.part("latin") for f in told)
    leads = any(_HEAD.match(role.value) for role in roles)
    return Known(next(callings, ""), frozenset(countries), leads, bool(roles or latin or len(told) >= _SURE))


@cache
def calling(title: str) -> str:
    """The walk of life that a title tells, by its longest ending: 首席经济学家 scholar, 副部长 office."""
    endings = tables.mapping("callings")
    return next((endings[title[i:]] for i in range(len(title)) if title[i:] in endings), "")


def _country(role: Fact) -> str:
    """Of what a role is, as the table of peers names it, else its country."""
    body, country = role.part("organisation"), role.part("country")
    rows = {row.of for row in peers.rows("person")}
    value = gazetteer.canonical(body.value) if body else ""
    if value in rows or country:
        return value if value in rows else country.value if country else ""
    seat = next((of for of, houses in SEATS.items() if re.match(houses, value or role.value)), "")
    return seat or next((of for of in sorted(rows) if value.startswith(of)), "")


@cache
def _famed() -> dict[str, str]:
    famed = ((names, _CALLINGS.get(role, role)) for _, names, role in tables.rows("renderings"))
    return {name: told for names, told in famed for name in names.split("、")}
