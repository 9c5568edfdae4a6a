"""What may be left out where a question grows too long: first names, offices, the manner, the hour, then the place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking.edits import Edit
from quizgen.asking.grammar import CLOCK
from quizgen.asking.phrases import phrase_start
from quizgen.asking.standing import NAMES, noun_follows
from quizgen.asking.stretch import Range, Stretch, touches
from quizgen.asking.tagged import tag
from quizgen.naming.foreign import last_name

#: 1: first names, offices and what else leans on a name go; 2: where it happened goes as well
SPARE_MOST = 2
#: 以每股23.28美元的价格: how it was done, which the clause can spare
_MANNER = re.compile(r"以[^，。；]{2,16}的(?:价格|方式|速度|优势|成绩|身份|名义|形式|代价)")
#: 在新德里|举行的|世界遗产大会: the place is not the verb's alone
_QUALIFIES = re.compile(r"[\u4e00-\u9fff]{1,3}的")
#: 左翼联盟「全国人民力量」|领袖: what the office is of stands in marks
_OWNERS = ("的", "」", "』", "”", "》", "）")


def spared(stretch: Stretch, spare: int) -> Iterator[Edit]:
    """What goes where `spare`, from 0 to SPARE_MOST, asks for it."""
    if spare > 0:
        yield from _shorter_names(stretch)
        yield from ((a, b, "") for a, b in (*_manners(stretch), *_hours(stretch)))
    if spare > 1:
        yield from ((a, b, "") for a, b in _places_passed(stretch))


def _shorter_names(stretch: Stretch) -> Iterator[Edit]:
    """21岁的中国姑娘|郑钦文 -> 郑钦文, 约翰·霍普菲尔德 -> 霍普菲尔德."""
    for fact in stretch.others:
        if fact.kind not in ("person", "organisation"):
            continue
        start, end = stretch.at(fact)
        first = _modifiers_start(stretch, start)
        if not _hangs_on(stretch, first):  # 特朗普的|中东特使|维特科夫, 冯德莱恩|所属的|欧洲人民党
            yield first, start, ""
        if fact.kind == "person" and (short := last_name(fact.text)) != fact.text:
            yield start, end, short


def _modifiers_start(stretch: Stretch, start: int) -> int:
    """Left over all that leans on a name, across the 、 between its holder's offices: 政治局委员、外交部长|王毅."""
    least = max((a for a, b in stretch.ranges if a <= start < b), default=start)
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


def _hangs_on(stretch: Stretch, at: int) -> bool:
    """What stands before would lean on nothing if what begins at `at` were gone."""
    text = stretch.sentence.simplified
    opens = next((t for t in stretch.tokens if t.start - stretch.sentence.start == at), None)
    if opens is not None and tag(stretch.sentence, opens) in ("m", "q") and "岁" not in opens.word:
        return True  # 第十四届|全国人民代表大会, 今|届|东盟
    named = (f for f in stretch.others if f.kind in (*NAMES, "date"))
    return text[at - 1 : at] in _OWNERS or any(stretch.at(f)[1] == at for f in named)


def _manners(stretch: Stretch) -> Iterator[Range]:
    for a, b in stretch.ranges:
        found = (m.span() for m in _MANNER.finditer(stretch.sentence.simplified, a, b))
        yield from (span for span in found if not touches(span, stretch.hole))


def _hours(stretch: Stretch) -> Iterator[Range]:
    """The hour of a day that only sets the scene."""
    base = stretch.sentence.start
    for fact in stretch.others:
        if fact.kind == "date" and (clock := CLOCK.match(stretch.sentence.simplified, fact.end - base)):
            yield clock.span()


def _places_passed(stretch: Stretch) -> Iterator[Range]:
    """Where it happened, told with 在 in front of the verb: the clause is whole without it."""
    text = stretch.sentence.simplified
    for a, b in (part for side in stretch.sides() for part in side):
        for match in re.finditer("在", text[a:b]):
            start = a + match.start()
            end = _behind_names(stretch, start + 1)
            whole = text[end - 1] != "的" and not noun_follows(stretch.sentence, end)
            if start + 1 < end < b and whole and not _QUALIFIES.match(text, end):
                yield start, end


def _behind_names(stretch: Stretch, at: int) -> int:
    """Over the places and people that stand there one behind another, each with its 的: 菲利普·沙特里耶|球场."""
    for fact in stretch.others:
        if fact.kind in ("place", "person") and stretch.at(fact)[0] == at:
            at = stretch.at(fact)[1] + stretch.sentence.simplified.startswith("的", stretch.at(fact)[1])
    return at
