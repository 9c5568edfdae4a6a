"""What is put right in every question: links, brackets and passing words go, days are told in full, pronouns named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking import days, deixis
from quizgen.asking.context import Context
from quizgen.asking.holes import BRACKET
from quizgen.asking.stretch import Range, Refused, Stretch
from quizgen.asking.tagged import tag
from quizgen.asking.words import phrase

_PEOPLE = re.compile(r"他们|她们|两人|二人|两位|(?<!其)[他她](?![人国们日])")
_PRONOUN = re.compile(
    rf"{_PEOPLE.pattern}|(?<![与及尤极])其(?![他它实余次中间后前])"
    r"|(?:该|这家)(?:公司|集团|企业|行(?!业)|党|组织|机构|校|队)|(?<![^，；：。])(?:公司|集团)(?![^，。]?(?:债|法|治))"
)
_TURN = re.compile(r"，(不过|但是|但|然而|而且|并且|并|而|且|同时|因此|所以|于是)")
#: 现年55岁的: no longer true
_AGED = re.compile(r"现年\d+岁的?")
#: 晚间 without its day says nothing
_HOUR_ALONE = re.compile(r"(?<![日天号一二三四五六晚当同每）)])(?:凌晨|清晨|上午|中午|下午|傍晚|晚间)(?!报|新闻|会)")

#: links that tell when: without them what follows would be told of another time
_TIME_LEAD = re.compile("至于|此前|此后|随后|之后|目前|现时|眼下|截至目前|至今|当时")
#: (from, to, what stands there instead), in offsets of the sentence
Edit = tuple[int, int, str]


def edits(stretch: Stretch, context: Context) -> Iterator[Edit]:
    """All that is put right however short the question; raises `Refused` for what nothing can put right."""
    yield from _links(stretch)
    yield from _adverbs(stretch)
    yield from told_now(stretch, context)
    yield from told_dates(stretch)
    yield from pronouns(stretch, context)


def own_pronouns(stretch: Stretch) -> Iterator[Edit]:
    """他们 behind the names they stand for, in the stretch itself, points at nothing outside; masked for the check."""
    people = [stretch.at(f)[1] for f in stretch.others if f.kind == "person"]
    for a, b in stretch.ranges:
        for match in _PEOPLE.finditer(stretch.sentence.simplified, a, b):
            if people and match.start() > min(people):
                yield *match.span(), "●"


def _links(stretch: Stretch) -> Iterator[Edit]:
    """Leads and turns that join a clause to what was said before, passing words of time, brackets."""
    text = stretch.sentence.simplified
    if lead := deixis.LEAD.match(text, *stretch.ranges[0]):
        yield *lead.span(), ""
    for a, b in stretch.ranges:
        yield from ((*m.span(1), "") for m in _TURN.finditer(text, a, b))
        yield from ((*m.span(), "") for m in deixis.PASSING.finditer(text, a, b) if text[m.start() - 1] != "的")
        for gone in (BRACKET, _AGED, _HOUR_ALONE):
            yield from ((*m.span(), "") for m in gone.finditer(text, a, b))


def links_before(stretch: Stretch, first: Range) -> Iterator[Edit]:
    """What joins the first clause of a passage to the sentence before: its lead, its 也 and 則."""
    lead = deixis.LEAD.match(stretch.sentence.simplified, *first)
    if lead and not _TIME_LEAD.match(lead.group()):
        yield *lead.span(), ""
    base = stretch.sentence.start
    followed = zip(stretch.tokens, (*stretch.tokens[1:], None), strict=True)
    links = (
        t
        for t, after in followed
        if t.word in deixis.ALSO
        and t.end - base <= first[1]
        and (after is None or tag(stretch.sentence, after) not in ("m", "q"))  # 又|一重要话题
    )
    yield from ((t.start - base, t.end - base, "") for t in links)


def _adverbs(stretch: Stretch) -> Iterator[Edit]:
    """Adverbs that link to what was said before: 还, 也; 刚刚 and 便 beside a day, 更 before a verb."""
    base = stretch.sentence.start
    dated = any(f.kind == "date" for f in (*stretch.others, stretch.fact))
    for token, after in zip(stretch.tokens, (*stretch.tokens[1:], None), strict=True):
        just = dated and token.word in ("刚", "刚刚", *deixis.SINCE_THEN)
        even = token.word == "更" and after is not None and tag(stretch.sentence, after) in ("v", "d", "p")
        again = token.word in ("再次", "再度") and "时隔" in stretch.simplified
        if just or even or (token.word in deixis.LINKS and not again):
            yield token.start - base, token.end - base, ""


def told_now(stretch: Stretch, context: Context) -> Iterator[Edit]:
    """目前 becomes the article's month; without one a figure of now is a figure of no day."""
    dated = any(f.kind == "date" for f in stretch.others)
    for a, b in stretch.ranges:
        for match in deixis.NOW.finditer(stretch.sentence.simplified, a, b):
            if not context.now and stretch.fact.kind == "figure":
                raise Refused("true at a day that the article does not name")
            of = stretch.sentence.simplified.startswith("的", match.end())
            until = match.group()[0] in "截至迄到直"
            now = phrase("as_of", context.lang).format(month=context.now) if until else context.now
            yield match.start(), match.end() + of, "" if dated or of or not context.now else now


def told_dates(stretch: Stretch) -> Iterator[Edit]:
    """Each day in full; its year once, where two days of a year stand together."""
    told = [f for f in stretch.others if f.kind == "date"]
    for fact in told:
        full, year = days.in_full(fact), fact.value[:4]
        if full is None:
            raise Refused("points at a day that the article does not name")
        twice = any(f is not fact and f.value[:4] == year and year in f.text for f in told)
        twice = twice or re.search(rf"{year}(?!年)", stretch.simplified) is not None  # 2024世界棒球12强赛
        yield *stretch.at(fact), full[5:] if twice and full != fact.text and full[4:5] == "年" and full[5:] else full


def pronouns(stretch: Stretch, context: Context) -> Iterator[Edit]:
    for a, b in stretch.ranges:
        for match in _PRONOUN.finditer(stretch.sentence.simplified, a, b):
            if match.group() in context.meant and stretch.fact.kind == "person":
                raise Refused("a pronoun may mean who is asked for")
            if match.group() in context.meant:
                yield *match.span(), context.meant[match.group()]
