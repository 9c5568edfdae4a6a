"""A short English of an answer: a day or figure in full, a person's original, the name of a place or body."""

from __future__ import annotations

import re

from quizgen import tables
from quizgen.items import Article, Fact
from quizgen.language import entries, proper, simplify
from quizgen.language.numerals import in_english
from quizgen.naming import gazetteer

#: 3萬8000多名, 两百余条: the numeral says that it is more
_MORE = re.compile(r"[十百千萬万億亿\d][多余餘]")
#: 四局 of baseball are innings
_BASEBALL = re.compile(r"棒球|安打|投手|全垒打|主投|[先后中]发|打席")
#: the country that a dictionary's sense is of: State Council (China); Department of State (US)
_ASIDE = re.compile(r"^(?P<name>.*) \((?P<country>[^()]*)\)$")
_SECONDS = re.compile(r"([\d,.]+) seconds")
_LIVED = re.compile(r"\(.{0,12}\d{3,4}-(\d{4})\)")
_LONGEST = 8  # characters of a country's name
_SHORT = {"United States": "US", "United Kingdom": "UK"}


def gloss(article: Article, fact: Fact) -> str:
    """The English of a fact as its card shows it, or empty."""
    if fact.kind in ("date", "figure") or fact.rule == "joined_score":
        return _counted(article, fact)
    if fact.kind == "person":
        return _person(article, fact)
    if fact.kind == "list":
        members = [gazetteer.english(p.value) for p in fact.parts if p.name == "member"]
        return ", ".join(members) if all(members) else ""  # one of two would pass for both
    if fact.kind == "name":
        named = fact.part("name")
        return gazetteer.english(simplify(named.text)) if named and fact.text.isupper() else ""
    if fact.kind == "organisation":
        return _body(article, fact)
    return gazetteer.english(fact.value) if fact.kind == "place" else ""


def _counted(article: Article, fact: Fact) -> str:
    english = in_english(fact.value)
    if re.search(r" sets?$", english) and _BASEBALL.search(simplify(article.text)):
        english = re.sub(r" set(s?)$", r" inning\1", english)
    english = re.sub(r"^(the \d+\w+) person$", r"\1", english)  # 第7位 is a rank
    if seconds := _SECONDS.fullmatch(english):
        english = _on_the_clock(seconds)
    more = fact.kind == "figure" and english and english[0].isdigit() and _MORE.search(fact.text)
    return f"over {english}" if more else english


def _on_the_clock(seconds: re.Match[str]) -> str:
    """7235 seconds -> 2 h 0 min 35 s; under a minute as they are."""
    whole, _, rest = seconds[1].replace(",", "").partition(".")
    minutes, left = divmod(int(whole), 60)
    if not minutes:
        return seconds[0]
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h " * bool(hours) + f"{minutes} min {left}{'.' * bool(rest)}{rest} s"


def _person(article: Article, fact: Fact) -> str:
    same = (f for s in article.sentences for f in s.facts if (f.kind, f.value) == (fact.kind, fact.value))
    if latin := next(filter(None, (f.part("latin") for f in same)), None):
        return latin.text
    if _died(fact.value) and _died(fact.value) < article.source.date[:4]:
        return ""  # 纳赛尔 of a later day is another one
    return gazetteer.english(fact.value) if proper(fact.value) == "person" or gazetteer.latin(fact.value) else ""


def _died(name: str) -> str:
    """The year in which the dictionary says that a bearer of the name died, or empty."""
    senses = " ".join(sense for entry in entries(name) if entry.is_proper for sense in entry.senses)
    years = _LIVED.search(senses)
    return years[1] if years else ""


def _body(article: Article, fact: Fact) -> str:
    """A body's name; of several countries' bodies the article's: 最高法院 in an article that tells of 美国最高法院."""
    country = _country(article, fact)
    if country and (whole := gazetteer.english(country + simplify(fact.text))):
        return whole
    senses = gazetteer.english(fact.value).split("; ")
    place = gazetteer.english(country) if country else ""
    for aside in filter(None, map(_ASIDE.match, senses)):
        if place and aside["country"] in (place, _SHORT.get(place)):
            return aside["name"]
    return senses[0]


def _country(article: Article, fact: Fact) -> str:
    """The country whose name stands right before it somewhere in the article, as a fact or inside of a longer name."""
    text, name = simplify(article.text), simplify(fact.text)
    before = {text[max(0, m.start() - _LONGEST) : m.start()] for m in re.finditer(re.escape(name), text)}
    countries = (row[0] for row in tables.rows("places") if row[2] == "country")
    return next((country for country in countries if any(b.endswith(country) for b in before)), "")
