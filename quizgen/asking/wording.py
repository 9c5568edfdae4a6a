"""A stretch put into words that stand alone: links, brackets and passing words go, dates and pronouns are put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.asking import days, deixis
from quizgen.asking.grammar import CLOCK
from quizgen.asking.holes import BRACKET, hole
from quizgen.asking.phrases import phrase_start
from quizgen.asking.standing import noun_follows
from quizgen.asking.stretch import Range, Refused, Stretch
from quizgen.asking.tagged import tag
from quizgen.asking.words import phrase
from quizgen.naming.foreign import last_name

#: 1: first names, offices and what else leans on a name go; 2: where it happened goes as well
SPARE_MOST = 2
#: 以每股23.28美元的价格: how it was done, which the clause can spare
_MANNER = re.compile(r"以[^，。；]{2,16}的(?:价格|方式|速度|优势|成绩|身份|名义|形式|代价)")
_PEOPLE = re.compile(r"他们|她们|两人|二人|两位|(?<!其)[他她](?![人国们日])")
_PRONOUN = re.compile(
    rf"{_PEOPLE.pattern}|(?<![与及尤极])其(?![他它实余次中间后前])"
    r"|(?:该|这家)(?:公司|集团|企业|行(?!业)|党|组织|机构|校|队)|(?<![^，；：。])(?:公司|集团)(?![^，。]?(?:债|法|治))"
)
_TURN = re.compile(r"，(不过|但是|但|然而|而且|并且|并|而|且|同时|因此|所以|于是)")
#: 在新德里|举行的|世界遗产大会: the place is not the verb's alone
#: 现年55岁的: no longer true; 晚间 without its day says nothing
_AGED = re.compile(r"现年\d+岁的?")
_HOUR_ALONE = re.compile(r"(?<![日天号一二三四五六晚当同每）)])(?:凌晨|清晨|上午|中午|下午|傍晚|晚间)(?!报|新闻|会)")
_QUALIFIES = re.compile(r"[\u4e00-\u9fff]{1,3}的")
_ENDS = re.compile(r"[，；：。！？!?,;、\s]+$")
_STARTS = re.compile(r"^[，、；：\s]+")
#: 左翼联盟「全国人民力量」|领袖: what the office is of stands in marks
_OWNERS = ("的", "」", "』", "”", "》", "）")
_NAMES = frozenset({"person", "organisation", "place", "date"})
#: facts that a question may name three of; a day only sets the scene
_ANCHORS = frozenset({"person", "organisation", "figure", "place"})

Edit = tuple[int, int, str]


class Context(NamedTuple):
    """What the text around a sentence lends its questions."""

    lang: str
    date: str
    """a date phrase (2025年9月) to put first when the clause has no date, or empty"""
    meant: dict[str, str]
    """pronoun -> the name that it stands for"""
    now: str = ""
    """the article's own month (2025年9月), or empty when its day is not given"""
    today: str = ""
    """its own day, likewise"""


class Wording(NamedTuple):
    """The text on both sides of a hole, and how many other facts it names."""

    before: str
    after: str
    anchors: int
    has_date: bool


def wording(stretch: Stretch, context: Context, spare: int) -> Wording:
    """The stretch in words; `spare` from 0 to SPARE_MOST is how much of what could go is left out.

    Raises `Refused` when something in it points outside the question.
    """
    edits = [
        *_links(stretch),
        *_now(stretch, context),
        *_dates(stretch),
        *_pronouns(stretch, context),
        *(_sparing(stretch, spare) if spare else ()),
    ]
    before, after = ("".join(_edited(stretch.sentence.text, r, edits) for r in side) for side in stretch.sides())
    if deixis.POINTS.search(_plain(stretch, edits)):
        raise Refused("points at something outside the question")
    has_date = any(f.kind == "date" for f in stretch.others)
    return Wording(_STARTS.sub("", before.strip()), _ENDS.sub("", after), _anchors(stretch, edits), has_date)


def _links(stretch: Stretch) -> Iterator[Edit]:
    """Leads and adverbs that join a clause to what was said before, passing words of time, brackets."""
    text = stretch.sentence.simplified
    if lead := deixis.LEAD.match(text, *stretch.ranges[0]):
        yield *lead.span(), ""
    for a, b in stretch.ranges:
        yield from ((*m.span(1), "") for m in _TURN.finditer(text, a, b))
        yield from ((*m.span(), "") for m in BRACKET.finditer(text, a, b))
        yield from ((*m.span(), "") for m in deixis.PASSING.finditer(text, a, b) if text[m.start() - 1] != "的")
        yield from ((*m.span(), "") for m in _AGED.finditer(text, a, b))
        yield from ((*m.span(), "") for m in _HOUR_ALONE.finditer(text, a, b))
    base = stretch.sentence.start
    for token, after in zip(stretch.tokens, (*stretch.tokens[1:], None), strict=True):
        dated = any(f.kind == "date" for f in (*stretch.others, stretch.fact))
        just = dated and token.word in ("刚", "刚刚", *deixis.SINCE_THEN)
        even = just or (token.word == "更" and after and tag(stretch.sentence, after) in ("v", "d", "p"))
        again = token.word in ("再次", "再度") and "时隔" in stretch.simplified
        if even or (token.word in deixis.LINKS and not again):
            yield token.start - base, token.end - base, ""


def _now(stretch: Stretch, context: Context) -> Iterator[Edit]:
    """目前 becomes the article's month; without one a figure of now is a figure of no day."""
    for a, b in stretch.ranges:
        for match in deixis.NOW.finditer(stretch.sentence.simplified, a, b):
            if not context.now and stretch.fact.kind == "figure":
                raise Refused("true at a day that the article does not name")
            of = stretch.sentence.simplified.startswith("的", match.end())
            dated = any(f.kind == "date" for f in stretch.others)
            now = (
                phrase("as_of", context.lang).format(month=context.now)
                if match.group()[0] in "截至迄到直"
                else context.now
            )
            yield match.start(), match.end() + of, "" if dated or of or not context.now else now


def _dates(stretch: Stretch) -> Iterator[Edit]:
    """Each day in full; its year once, where two days of a year stand together."""
    told = [f for f in stretch.others if f.kind == "date"]
    for fact in told:
        full = days.in_full(fact)
        if full is None:
            raise Refused("points at a day that the article does not name")
        twice = any(f is not fact and f.value[:4] == fact.value[:4] and f.value[:4] in f.text for f in told)
        twice = twice or re.search(rf"{fact.value[:4]}(?!年)", stretch.simplified) is not None  # 2024世界棒球12强赛
        yield *stretch.at(fact), full[5:] if twice and full != fact.text and full[4:5] == "年" and full[5:] else full


def _pronouns(stretch: Stretch, context: Context) -> Iterator[Edit]:
    for a, b in stretch.ranges:
        for match in _PRONOUN.finditer(stretch.sentence.simplified, a, b):
            if match.group() in context.meant and stretch.fact.kind == "person":
                raise Refused("a pronoun may mean who is asked for")
            if match.group() in context.meant:
                yield *match.span(), context.meant[match.group()]


def _own_pronouns(stretch: Stretch) -> Iterator[Edit]:
    """他们 behind the names they stand for, in the stretch itself, points at nothing outside; masked for the check."""
    people = [stretch.at(f)[1] for f in stretch.others if f.kind == "person"]
    for a, b in stretch.ranges:
        for match in _PEOPLE.finditer(stretch.sentence.simplified, a, b):
            if people and match.start() > min(people):
                yield *match.span(), "●"


def _sparing(stretch: Stretch, spare: int) -> Iterator[Edit]:
    """21岁的中国姑娘|郑钦文 -> 郑钦文, 约翰·霍普菲尔德 -> 霍普菲尔德; and without 在菲利普·沙特里耶球场."""
    for fact in stretch.others:
        if fact.kind not in ("person", "organisation"):
            continue
        start, end = stretch.at(fact)
        first = _modifiers_start(stretch, start)
        if not _hangs_on(stretch, first):  # 特朗普的|中东特使|维特科夫, 冯德莱恩|所属的|欧洲人民党
            yield first, start, ""
        if fact.kind == "person" and (short := last_name(fact.text)) != fact.text:
            yield start, end, short
    for a, b in stretch.ranges:
        yield from (
            (*m.span(), "")
            for m in _MANNER.finditer(stretch.sentence.simplified, a, b)
            if not _touches(m.span(), stretch.hole)
        )
    yield from ((a, b, "") for a, b in _hours(stretch))
    if spare > 1:
        yield from ((a, b, "") for a, b in _places_passed(stretch))


def _hangs_on(stretch: Stretch, at: int) -> bool:
    text = stretch.sentence.simplified
    opens = next((t for t in stretch.tokens if t.start - stretch.sentence.start == at), None)
    if opens is not None and tag(stretch.sentence, opens) in ("m", "q") and "岁" not in opens.word:
        return True  # 第十四届|全国人民代表大会, 今|届|东盟
    return text[at - 1 : at] in _OWNERS or any(stretch.at(f)[1] == at for f in stretch.others if f.kind in _NAMES)


def _hours(stretch: Stretch) -> Iterator[Range]:
    """The hour of a day that only sets the scene."""
    base = stretch.sentence.start
    for fact in stretch.others:
        if fact.kind == "date" and (clock := CLOCK.match(stretch.sentence.simplified, fact.end - base)):
            yield clock.span()


def _modifiers_start(stretch: Stretch, start: int) -> int:
    """Left over all that leans on a name, across the 、 between its holder's offices: 政治局委员、外交部长|王毅."""
    least = _range_start(stretch, start)
    at = phrase_start(stretch.sentence, start, least)
    while at < start and stretch.sentence.simplified[at - 1 : at] == "、":
        further = phrase_start(stretch.sentence, at - 1, least)
        if further == at - 1 or not _opens_phrase(stretch, further, least):
            return start  # 中方牵头人、国务院副总理|何立峰: what goes with it cannot be told, so all of it stays
        at = further
    return at


def _opens_phrase(stretch: Stretch, at: int, least: int) -> bool:
    """Nothing, a joining word or a preposition stands before: the phrase begins there."""
    before = next((t for t in stretch.tokens if t.end - stretch.sentence.start == at), None)
    return at == least or before is None or tag(stretch.sentence, before) in ("c", "p")


def _touches(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _range_start(stretch: Stretch, at: int) -> int:
    return max((a for a, b in stretch.ranges if a <= at < b), default=at)


def _places_passed(stretch: Stretch) -> Iterator[Range]:
    """Where it happened, told with 在 in front of the verb: the clause is whole without it."""
    text = stretch.sentence.simplified
    for side in stretch.sides():
        for a, b in side:
            for match in re.finditer("在", text[a:b]):
                end = start = a + match.start()
                end += 1
                for fact in stretch.others:
                    if fact.kind in ("place", "person") and stretch.at(fact)[0] == end:
                        end = stretch.at(fact)[1] + text.startswith("的", stretch.at(fact)[1])
                whole = text[end - 1] != "的" and not noun_follows(stretch.sentence, end)
                if start + 1 < end < b and whole and not _QUALIFIES.match(text, end):
                    yield start, end


def _edited(text: str, within: Range, edits: list[Edit]) -> str:
    out, at = "", within[0]
    for start, end, put in sorted(edits):
        if at <= start and end <= within[1]:
            out += text[at:start] + put
            at = end
    return out + text[at : within[1]]


def _plain(stretch: Stretch, edits: list[Edit]) -> str:
    """The Simplified words that stay in the question, names and dates masked: 他 in 他信 points at nothing."""
    masks = [(*stretch.at(f), "●") for f in stretch.others if f.kind in _NAMES]
    masks += _own_pronouns(stretch)
    free = [m for m in masks if not any(m[0] < e[1] and e[0] < m[1] for e in edits)]
    return "".join(_edited(stretch.sentence.simplified, r, [*edits, *free]) for side in stretch.sides() for r in side)


def _anchors(stretch: Stretch, edits: list[Edit]) -> int:
    """How many other facts the question names.

    A name counts once with the offices and countries that lean on it, a list once as a whole.
    """
    gone = [(i, j) for i, j, put in edits if not put]
    count, edge = 0, -1
    for fact in stretch.others:
        start, end = stretch.at(fact)
        if fact.kind not in _ANCHORS or any(i <= start and end <= j for i, j in gone):
            continue
        between = stretch.sentence.simplified[edge : hole(stretch.sentence, fact)[0]] if edge >= 0 else "。"
        joined = start <= edge or re.fullmatch(r"(?:[（(][^）)]*[）)])?(?:[、和与及]|以及)?", between.strip())
        count += not joined
        edge = max(edge, end)
    return count
