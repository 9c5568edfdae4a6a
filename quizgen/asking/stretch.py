"""A piece of a sentence with a hole in it: what a question is cut from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from quizgen.asking.grammar import CLOCK, clauses
from quizgen.asking.phrases import phrase_start
from quizgen.asking.tagged import fact_at, tag, tokens_in
from quizgen.asking.words import place_kind
from quizgen.items import Fact, Sentence, Token

Range = tuple[int, int]
BRACKET = re.compile(r"\s*[（(][^（）()]*[）)]\s*")
#: how a hall behind a city may begin
_VENUES = ("国际", "市", "体育", "会议", "总部", "首都", "世纪", "国家", "中央", "人民")
_OPENS, _CLOSES = tuple("“「『‘"), tuple("”」』’")
#: 推出|一项|“清洁工业协议”
_ONE = re.compile(r"(?:名为|叫做)?一[项份部个艘颗款种次场](?:名为|叫做|题为)?$")
_AT = ("在", "于")
_LINKS = {
    "because_last": ("是因为", "是因", "因为", "因"),
    "purpose_last": ("是为了", "是要"),
    "owing": ("由于", "因为"),
    "because_and": ("因",),
}
#: facts that a question may name three of; a day only sets the scene
ANCHORS = frozenset({"person", "organisation", "figure", "place"})


class Refused(Exception):
    """Why a fact cannot be asked from its sentence: no error, a reason that the report counts."""


@dataclass(frozen=True)
class Stretch:
    """Ranges of a sentence, in order, and the hole in them; all offsets count into the sentence."""

    sentence: Sentence
    fact: Fact
    hole: Range
    ranges: tuple[Range, ...]

    @cached_property
    def simplified(self) -> str:
        """The ranges' Simplified text, the hole's included."""
        return "".join(self.sentence.simplified[a:b] for a, b in self.ranges)

    @cached_property
    def around(self) -> str:
        """The ranges' Simplified text without the hole."""
        return "".join(self.sentence.simplified[a:b] for side in self.sides() for a, b in side)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words in the ranges."""
        return tuple(t for a, b in self.ranges for t in tokens_in(self.sentence, a, b))

    @cached_property
    def others(self) -> tuple[Fact, ...]:
        """The facts in the ranges that do not touch the hole, by position."""
        base = self.sentence.start
        inside = (f for f in self.sentence.facts for a, b in self.ranges if a <= f.start - base and f.end - base <= b)
        apart = (f for f in inside if not (f.start - base < self.hole[1] and self.hole[0] < f.end - base))
        return tuple(sorted(apart, key=lambda f: f.start))

    def at(self, fact: Fact) -> Range:
        """A fact's span in the sentence."""
        return fact.start - self.sentence.start, fact.end - self.sentence.start

    @property
    def covers_hole(self) -> bool:
        """The hole lies inside one of the ranges."""
        return any(a <= self.hole[0] and self.hole[1] <= b for a, b in self.ranges)

    def sides(self) -> tuple[list[Range], list[Range]]:
        """The ranges before the hole and those behind it."""
        before = [(a, min(b, self.hole[0])) for a, b in self.ranges if a < self.hole[0]]
        after = [(max(a, self.hole[1]), b) for a, b in self.ranges if b > self.hole[1]]
        return before, after


def _link(text: str, start: int, links: tuple[str, ...]) -> int:
    """Where the words begin that tie a reason to its clause: 是因为, 是为了, 由于."""
    return min((start - len(w) for w in links if text.endswith(w, 0, start)), default=start)


def _thing(sentence: Sentence, fact: Fact) -> Range:
    """The name with its marks and with the noun beside it that says what it is: 颱風「山陀兒」, “鹊桥二号”中继星."""
    text, start, end = sentence.text, fact.start - sentence.start, fact.end - sentence.start
    start -= text[start - 1 : start] in _OPENS
    end += text[end : end + 1] in _CLOSES
    if noun := fact.part("class"):
        start, end = min(start, noun.start - sentence.start), max(end, noun.end - sentence.start)
    for token in reversed(tokens_in(sentence, 0, start)):  # 中继|卫星“鹊桥二号”
        if (
            token.end - sentence.start != start
            or tag(sentence, token) not in ("n", "vn", "a")
            or fact_at(sentence, token)
        ):
            break
        start = token.start - sentence.start
    counted = _ONE.search(sentence.simplified, 0, start)
    return counted.start() if counted else start, end


def _venue(sentence: Sentence, fact: Fact) -> Range:
    """All that 在 takes with a city: 在|哈萨克斯坦首都阿斯塔纳的独立宫|举行; elsewhere the place with its country."""
    base, text = sentence.start, sentence.simplified
    country = fact.part("country")
    start, end = (country.start if country else fact.start) - base, fact.end - base
    own = next((c for c in reversed(clauses(sentence)) if c.start <= start), None)
    if own is None or place_kind(fact.value) != "city":
        return start, end
    tokens = tokens_in(sentence, own.start, own.end)
    at = next(
        (i for i in range(len(tokens) - 1, -1, -1) if tokens[i].start - base < start and tokens[i].word in _AT), None
    )
    if at is None or not all(_names_place(sentence, t) for t in tokens[at + 1 :] if t.start - base < start):
        return start, end
    behind = [t for t in tokens if t.start - base >= end]
    venue = next((i for i, t in enumerate(behind) if not _names_place(sentence, t)), len(behind))
    held = venue < len(behind) and tag(sentence, behind[venue]) in ("v", "p") and behind[venue - 1].word != "的"
    if not held or (venue and not text.startswith(("的", *_VENUES), end) and fact_at(sentence, behind[0]) is None):
        return start, end
    return tokens[at].end - base, behind[venue - 1].end - base if venue else end


def _names_place(sentence: Sentence, token: Token) -> bool:
    """A country, 首都, 的, a hall: no day, no person, no verb."""
    fact = fact_at(sentence, token)
    if fact:
        return fact.kind in ("place", "organisation")
    return token.word == "的" or tag(sentence, token) in ("n", "vn", "a", "f")


def hole(sentence: Sentence, fact: Fact) -> Range:
    """What an interrogative must replace for the clause to stay grammatical, in offsets of the sentence.

    A person or body with all that leans on the name (美国财政部长|贝森特), a city with its country,
    a day with its hour, 因 with the reason it gives.
    """
    start, end = fact.start - sentence.start, fact.end - sentence.start
    if fact.kind in ("person", "organisation") or fact.rule == "joined_person":
        own = next((c.start for c in reversed(clauses(sentence)) if c.start <= start), 0)
        start = phrase_start(sentence, start, own)
    if fact.rule in _LINKS:
        start = _link(sentence.simplified, start, _LINKS[fact.rule])
    if fact.rule in ("owing", "influence"):
        end += 1  # its comma goes with it
    office = next((f for f in sentence.facts if f.kind == "role" and f.start == fact.end), None)
    if fact.kind == "person" and office:  # 董部长
        end = office.end - sentence.start
    if fact.kind == "thing":
        start, end = _thing(sentence, fact)
    if fact.kind == "place":
        start, end = _venue(sentence, fact)
    bracket = BRACKET.match(sentence.text, end)
    end = bracket.end() if bracket else end
    if fact.kind == "date" and "/" in fact.value:
        end += len("间") * sentence.simplified.startswith("间", end)  # 1986年至1999年|间
    clock = CLOCK.match(sentence.simplified, end) if fact.kind == "date" else None
    return start, clock.end() if clock else end
