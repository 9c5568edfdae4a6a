"""What a passage points at: what it explains itself, what the headline explains, and what stands outside of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.asking import days, deixis
from quizgen.asking.edits import Edit
from quizgen.asking.grammar import Clause, clauses
from quizgen.asking.leaning import says
from quizgen.asking.standing import NAMES
from quizgen.asking.stretch import Range, Refused, Stretch, touches
from quizgen.asking.wording import edited
from quizgen.items import Sentence

#: what an earlier clause of the passage can explain: 该公司, 其中, 此举, 两国, 当天
_EXPLAINED = re.compile(
    r"这|那|该|此|其|他们|她们|他|她|它|双方|两国|两人|两者|三方|各方|对方|前者|后者|上述|同日|同年|同月|同一天|当天|当日|当晚|当年|当月|当地|翌日|次日|次年|"
    r"彼此|自己|一同|另|以上|本届|本次|随后|此后|其余|(?:[一二三四五六七八九十两数几]+|\d{1,2})(?:年|天|个月|周|小时|日)(?:之|以)?[后前]"
)

#: 雙方談判始於… under 歐盟與南美四國敲定自貿協定
_TWO, _SIDES = re.compile("[与和]"), re.compile("双方|两国(?!交界)|两军")
_BEFORE = re.compile("^(?:在?此之?前|此后|随后|之后|当时)|(?<=[称说指为])这(?=是|[一项次])")
_THAT_DAY = re.compile("当[天日晚]|同日|翌日|次日")
#: 第一条是…, 问题是…: of what was told before
_DANGLES = re.compile(
    "^(?:第[一二三四五六][条点个项]?(?:是|，)|问题是|原因(?:之一)?是|结果是|不仅如此|以[^，]{2,10}为例)"
)
_MONTH, _THAN = re.compile("[月季]"), re.compile("[与和同较比]$")
#: the matter of the article itself
_THIS_NEWS = re.compile(
    r"^这(?:也|还|就|已)?是|(?:[这此本今是])(?:次|场|届|轮|起)|[此本该]案|这一(?:裁决|判决|决定|协议|消息)"
)
_THIS = re.compile(r"(?:该|这|此)(?:[款项枚艘座条部份家个批种名位]|一)?(?=([\u4e00-\u9fff]{2}))")


def needs_headline(stretch: Stretch, made: Sequence[Edit], title: str) -> bool:
    """Whether only the headline tells what something in the passage is: 这次, 该疫苗, 雙方.

    `made` are the edits of the passage, `title` the headline in Simplified characters. Raises `Refused` when neither
    the passage nor the headline explains all that it points at.
    """
    _check_compared(stretch)
    _check_links(stretch)
    said = _plain(stretch, made)
    alone = _headlined(said, title)
    if deixis.POINTS.search(alone) or _DANGLES.search(alone):
        raise Refused("points at something outside the question")
    return alone != said


def named_first(stretch: Stretch) -> Range:
    """The passage up to the end of the first clause that names something: what it points at is outside."""
    start, end = stretch.ranges[0]
    inside = [c for c in clauses(stretch.sentence) if start <= c.start and c.end <= end]
    return start, next((c.end for c in inside if _names(stretch.sentence, c)), end)


def told_from(stretch: Stretch) -> int:
    """Where the first clause ends that tells something by itself: from there on the passage explains its links."""
    start, end = stretch.ranges[0]
    inside = (c for c in clauses(stretch.sentence) if start <= c.start and c.end <= end)
    return next((c.end for c in inside if c.is_whole and not says(stretch.sentence, c)), end)


def _names(sentence: Sentence, clause: Clause) -> bool:
    """A subject of its own that is no report (结果表明), or the name of something."""
    span = range(clause.start, clause.end)
    named = any(f.start - sentence.start in span for f in sentence.facts if f.kind in (*NAMES, "thing"))
    return named or (clause.subject is not None and not clause.is_scene and not says(sentence, clause))


def _headlined(said: str, title: str) -> str:
    """The passage without what the headline explains: 这次, 本届, 此案; 该|疫苗 where the headline has a 疫苗."""
    said = _BEFORE.sub("●", said)
    if _TWO.search(title):
        said = _SIDES.sub("●", said)
    said = _THIS_NEWS.sub("●", said)
    return _THIS.sub(lambda m: "●" if m[1] in title else m[0], said)


def _check_compared(stretch: Stretch) -> None:
    """与上月持平: of which month the figures are the passage does not tell."""
    for fact in stretch.others:
        before = stretch.sentence.simplified[: stretch.at(fact)[0]]
        if fact.kind == "date" and days.is_relative(fact) and _MONTH.search(fact.text) and _THAN.search(before):
            raise Refused("points at a day that the article does not name")


def _check_links(stretch: Stretch) -> None:
    """因此, 随即: what came before stands in the passage, or they lean on what does not."""
    start, end = stretch.ranges[0]
    inside = [c for c in clauses(stretch.sentence) if start <= c.start and c.end <= end]
    told = told_from(stretch)
    base = stretch.sentence.start
    if any(t.word in deixis.FOLLOWS and start <= t.start - base < told for t in stretch.tokens):
        raise Refused("leans on what came before")
    if not any(c.subject or c.topic or c.start <= stretch.hole[0] <= c.start + 1 for c in inside):
        raise Refused("no subject in its sentence")


def _plain(stretch: Stretch, made: Sequence[Edit]) -> str:
    """The Simplified words of the passage, names, days and what an earlier clause explains masked."""
    masks: list[Edit] = [(*stretch.at(f), "●") for f in stretch.others if f.kind in (*NAMES, "date")]
    first = named_first(stretch)
    for a, b in stretch.ranges:
        for match in _EXPLAINED.finditer(stretch.sentence.simplified, max(a, first[1]), b):
            days_told = any(f.kind == "date" and stretch.at(f)[1] <= match.start() for f in stretch.others)
            if days_told or not _THAT_DAY.match(match.group()):
                masks.append((*match.span(), "●"))
    free = [m for m in masks if not any(touches(m[:2], e[:2]) for e in made)]
    return "".join(edited(stretch.sentence.simplified, r, [*made, *free]) for side in stretch.sides() for r in side)
