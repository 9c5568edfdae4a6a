"""Fact -> the hole in its sentence: all that an interrogative must replace for the clause to stay grammatical."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.asking.grammar import CLOCK, clause_at, clauses
from quizgen.asking.phrases import phrase_start
from quizgen.asking.stretch import Range
from quizgen.asking.tagged import fact_at, tag, tokens_in
from quizgen.asking.venue import venue
from quizgen.items import Fact, Sentence

#: 鲁比奥|（Marco Rubio）|: goes with the name that it stands behind
BRACKET = re.compile(r"\s*(?:[（(][^（）()]*[）)]|〔[^〔〕]*〕)\s*")
_OPENS, _CLOSES = tuple("“「『‘"), tuple("”」』’")
#: 推出|一项|“清洁工业协议”
_ONE = re.compile(r"(?:名为|叫做)?一[项份部个艘颗款种次场](?:名为|叫做|题为)?$")
#: the words that tie a reason to its clause
_LINKS = {
    "because_last": ("是因为", "是因", "因为", "因"),
    "purpose_last": ("是为了", "是要"),
    "owing": ("由于", "因为"),
    "because_and": ("因",),
}


def hole(sentence: Sentence, fact: Fact) -> Range:
    """What an interrogative must replace for the clause to stay grammatical, in offsets of the sentence.

    A person or body with all that leans on the name (美国财政部长|贝森特), a city with its country,
    a day with its hour, 因 with the reason it gives.
    """
    start, end = _OF_KIND.get(fact.kind, _span)(sentence, fact)
    bracket = BRACKET.match(sentence.text, end)
    end = bracket.end() if bracket else end
    return start, _end_of_day(sentence, fact, end) if fact.kind == "date" else end


def own_clause(sentence: Sentence, gap: Range) -> str:
    """The Simplified text of the clause that a hole begins in; empty for one between clauses."""
    own = clause_at(sentence, gap[0])
    return sentence.simplified[own.start : own.end] if own else ""


def _span(sentence: Sentence, fact: Fact) -> Range:
    return fact.start - sentence.start, fact.end - sentence.start


def _name(sentence: Sentence, fact: Fact) -> Range:
    """All that leans on the name: 美国财政部长|贝森特; and the office behind it: 董|部长."""
    start, end = _span(sentence, fact)
    own = next((c.start for c in reversed(clauses(sentence)) if c.start <= start), 0)
    office = next((f for f in sentence.facts if f.kind == "role" and f.start == fact.end), None)
    if fact.kind == "person" and office:
        end = office.end - sentence.start
    return phrase_start(sentence, start, own), end


def _list(sentence: Sentence, fact: Fact) -> Range:
    return _name(sentence, fact) if fact.rule == "joined_person" else _span(sentence, fact)


def _reason(sentence: Sentence, fact: Fact) -> Range:
    """The reason with what ties it to its clause: 是因为, 是为了; 由于 takes the comma behind it as well."""
    start, end = _span(sentence, fact)
    links = _LINKS.get(fact.rule, ())
    start = min((start - len(w) for w in links if sentence.simplified.endswith(w, 0, start)), default=start)
    return start, end + len("，") * (fact.rule in ("owing", "influence"))


def _end_of_day(sentence: Sentence, fact: Fact, end: int) -> int:
    """Behind the hour of a day, and behind 1986年至1999年|间."""
    if "/" in fact.value:
        end += len("间") * sentence.simplified.startswith("间", end)
    clock = CLOCK.match(sentence.simplified, end)
    return clock.end() if clock else end


def named_with_class(sentence: Sentence, fact: Fact) -> Range:
    """The name with its marks and with the noun beside it that says what it is: 颱風「山陀兒」, “鹊桥二号”中继星."""
    text, (start, end) = sentence.text, _span(sentence, fact)
    start -= text[start - 1 : start] in _OPENS
    end += text[end : end + 1] in _CLOSES
    if noun := fact.part("class"):
        start, end = min(start, noun.start - sentence.start), max(end, noun.end - sentence.start)
    return start, end


def _thing(sentence: Sentence, fact: Fact) -> Range:
    """The named thing with all that leans on it, so that 哪颗卫星 stands for 一颗中继卫星“鹊桥二号”."""
    start, end = named_with_class(sentence, fact)
    for token in reversed(tokens_in(sentence, 0, start)):  # 中继|卫星“鹊桥二号”
        touches = token.end - sentence.start == start
        if not touches or tag(sentence, token) not in ("n", "vn", "a") or fact_at(sentence, token):
            break
        start = token.start - sentence.start
    counted = _ONE.search(sentence.simplified, 0, start)
    return counted.start() if counted else start, end


_OF_KIND: dict[str, Callable[[Sentence, Fact], Range]] = {
    "person": _name,
    "organisation": _name,
    "list": _list,
    "reason": _reason,
    "thing": _thing,
    "place": venue,
}
