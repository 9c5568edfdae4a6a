"""The article's own words with a gap in them: …在西班牙［哪個城市］舉行第四輪會談。

What a question would have to be torn from stays in its sentence; only the answer is taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.asking import days, deixis
from quizgen.asking.context import Context
from quizgen.asking.edits import Edit, links_before, pronouns, told_dates
from quizgen.asking.grammar import Clause, clause_at, clauses
from quizgen.asking.holes import BRACKET, hole, named_with_class
from quizgen.asking.lead import lead
from quizgen.asking.leaning import says
from quizgen.asking.passages import check_own, passages
from quizgen.asking.refusals import check_gap
from quizgen.asking.standing import NAMES, measured
from quizgen.asking.stretch import Range, Refused, Stretch, touches
from quizgen.asking.wording import edited
from quizgen.asking.words import in_gap, phrase, word_for
from quizgen.items import Fact, Sentence

_LEAST = 6
"""characters of a passage beside its gap: with fewer, too little is told"""
_SIGN = re.compile(r"\w")
_ENDS, _STARTS = re.compile(r"[，；：。！!,;、\s]+$"), re.compile(r"^[，、；：\s]+")
#: kinds of which the name alone is asked for, so that office and country stay as they stand
_BARE = ("person", "organisation", "reason", "date")
#: what an earlier clause of the passage can explain: 该公司, 其中, 此举, 两国, 当天
_EXPLAINED = re.compile(
    r"这|那|该|此|其|他们|她们|他|她|它|双方|两国|两人|两者|三方|各方|对方|前者|后者|上述|同日|同年|同月|同一天|当天|当日|当晚|当年|当月|当地|翌日|次日|次年|"
    r"彼此|自己|一同|另|以上|本届|本次|随后|此后|其余|(?:[一二三四五六七八九十两数几]+|\d{1,2})(?:年|天|个月|周|小时|日)(?:之|以)?[后前]"
)

#: 雙方談判始於… under 歐盟與南美四國敲定自貿協定
_TWO, _SIDES = re.compile("[与和]"), re.compile("双方|两国(?!交界)|两军")
_BEFORE = re.compile("^(?:在?此之?前|此后|随后|之后|当时)|(?<=[称说指为])这(?=是|[一项次])")
_CITES = re.compile("据|根据|依据")
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]")
_LATELY = re.compile("日前(?!夕)|近日(?!来|点)|近期(?!内)")
_THAT_DAY = re.compile("当[天日晚]|同日|翌日|次日")
#: 第一条是…, 问题是…: of what was told before
_DANGLES = re.compile(
    "^(?:第[一二三四五六][条点个项]?(?:是|，)|问题是|原因(?:之一)?是|结果是|不仅如此|以[^，]{2,10}为例)"
)
_MONTH, _THAN = re.compile("[月季]"), re.compile("[与和同较比]$")
#: 加纳、肯尼亚及马拉维|三国
_ALL_OF_THEM = re.compile("[两三四]国")
#: the matter of the article itself
_THIS_NEWS = re.compile(
    r"^这(?:也|还|就|已)?是|(?:[这此本今是])(?:次|场|届|轮|起)|[此本该]案|这一(?:裁决|判决|决定|协议|消息)"
)
_THIS = re.compile(r"(?:该|这|此)(?:[款项枚艘座条部份家个批种名位]|一)?(?=([\u4e00-\u9fff]{2}))")


def ask(sentence: Sentence, fact: Fact, context: Context) -> tuple[str, str]:
    """(passage, form): the fullest passage around the fact that reads well, with a gap that says what is wanted.

    Its form is `headed` where only the article's headline tells what 这次 and 该疫苗 are, else `gap`.

    Raises `Refused` with the reason when it cannot be asked there.
    """
    gap = gap_of(sentence, fact)
    check_gap(sentence, fact, gap)
    check_own(sentence, fact, gap)
    word = _word(sentence, fact, context.lang)
    own = clause_at(sentence, gap[0])
    if not word or own is None:
        raise Refused("no question word fits it")
    if (own.start, own.end) == gap and fact.kind not in ("date", "reason"):
        raise Refused("too little said to ask")  # 头球破门，|2比2|
    if fact.rule == "owing" and not _effect_is_whole(sentence, gap):
        raise Refused("runs over clauses")
    office = _office(sentence, fact, context)
    reasons: list[str] = []
    for ranges in passages(sentence, gap):
        try:
            return _filled(Stretch(sentence, fact, gap, ranges), office, word, context)
        except Refused as refused:
            reasons.append(str(refused))
    raise Refused(reasons[0] if reasons else "too long to ask")


def _title_follows(sentence: Sentence, fact: Fact) -> bool:
    return any(f.kind == "role" and f.start == fact.end for f in sentence.facts)


def _effect_is_whole(sentence: Sentence, gap: Range) -> bool:
    """由于…，|且极善于躲避…: what follows the reason is a clause of its own, no part of the reason."""
    own = next((c for c in clauses(sentence) if c.start > gap[0]), None)
    return own is not None and own.is_whole and sentence.simplified[own.start] not in "且并而亦也"


def _word(sentence: Sentence, fact: Fact, lang: str) -> str:
    """What stands in the gap; empty for what none fits."""
    if fact.kind == "date":
        return days.word(fact, lang) if days.is_worth_asking(fact) else ""
    if fact.kind == "person" and _title_follows(sentence, fact):
        return phrase("who_of", lang)  # 拜登|总统
    if fact.rule == "influence":  # 受…影響: what is left would be no clause
        return ""
    return phrase("what_cause", lang) if fact.rule == "owing" else word_for(fact, lang)


def gap_of(sentence: Sentence, fact: Fact) -> Range:
    """What is taken out: of a person or body the name alone, so that office and country stay as they are."""
    if fact.kind == "list":
        start, end = hole(sentence, fact)
        counted = _ALL_OF_THEM.match(sentence.simplified, end)
        return start, counted.end() if counted else end
    if fact.kind == "thing":
        return named_with_class(sentence, fact)
    if fact.kind not in _BARE:
        return hole(sentence, fact)
    start, end = fact.start - sentence.start, fact.end - sentence.start
    bracket = BRACKET.match(sentence.text, end)
    return start, bracket.end() if bracket else end


def _office(sentence: Sentence, fact: Fact, context: Context) -> str:
    """財相 for a 侯俊偉 who stands alone: who holds it is told elsewhere."""
    office = context.offices.get(fact.value, "") if fact.kind == "person" else ""
    led = hole(sentence, fact)[0] < fact.start - sentence.start
    return "" if led or _title_follows(sentence, fact) or office in sentence.text else office


def _filled(stretch: Stretch, office: str, word: str, context: Context) -> tuple[str, str]:
    _check_compared(stretch)
    made = tuple(_edits(stretch, context))
    if stretch.fact.kind == "figure" and not measured(stretch):
        raise Refused("what the figure measures is not told")
    said = _plain(stretch, made)
    alone = _headlined(said, context.title)
    if deixis.POINTS.search(alone) or _DANGLES.search(alone):
        raise Refused("points at something outside the question")
    before, after = ("".join(edited(stretch.sentence.text, r, made) for r in side) for side in stretch.sides())
    before, after = _STARTS.sub("", before.strip()), _ENDS.sub("", after)
    before += office
    if len(_SIGN.findall(before + after)) < _LEAST:
        raise Refused("too little said to ask")
    scene = _scene(stretch, context)
    scene = "" if scene in before + after else scene + "，" * (bool(before) or not after.startswith("，"))
    after = days.part_of_day(stretch.fact) + after if stretch.fact.kind == "date" else after
    before, gapped = in_gap(word, before)
    return f"{scene}{before}{gapped}{after}。", "gap" if alone == said else "headed"


def _headlined(said: str, title: str) -> str:
    """The passage without what the headline explains: 这次, 本届, 此案; 该|疫苗 where the headline has a 疫苗."""
    said = _BEFORE.sub("●", said)
    if _TWO.search(title):
        said = _SIDES.sub("●", said)
    said = _THIS_NEWS.sub("●", said)
    return _THIS.sub(lambda m: "●" if m[1] in title else m[0], said)


def _scene(stretch: Stretch, context: Context) -> str:
    """What the passage does not tell of its time: by what its own clause says, and the days of all."""
    own = clause_at(stretch.sentence, stretch.hole[0])
    told = any(f.kind == "date" for f in stretch.others)
    alone = replace(stretch, ranges=((own.start, own.end),)) if own else stretch
    if told and stretch.fact.kind != "date":
        return ""
    if deixis.NOW.search(alone.simplified):
        return "" if context.title else context.now
    scene = lead(alone, told, context)
    return "" if _CITES.match(stretch.simplified) and scene[:1] in "据據" else scene


def _edits(stretch: Stretch, context: Context) -> Iterator[Edit]:
    """Days told in full, brackets and links to what came before left out, pronouns of the first clause named."""
    first = _first(stretch)
    yield from links_before(stretch, (first[0], _told_from(stretch)))
    for a, b in stretch.ranges:
        for gone in (BRACKET, _LATELY):
            yield from ((*m.span(), "") for m in gone.finditer(stretch.sentence.simplified, a, b))
    yield from _dates(stretch)
    yield from (e for e in pronouns(stretch, context) if e[1] <= first[1])


def _check_compared(stretch: Stretch) -> None:
    """与上月持平: of which month the figures are the passage does not tell."""
    for fact in stretch.others:
        before = stretch.sentence.simplified[: stretch.at(fact)[0]]
        if fact.kind == "date" and days.is_relative(fact) and _MONTH.search(fact.text) and _THAN.search(before):
            raise Refused("points at a day that the article does not name")


def _dates(stretch: Stretch) -> Iterator[Edit]:
    """Each day in full, its year told once (2025年2月4日和3月4日), and no weekday behind its day (5月16日|星期五)."""
    year = days.lead(stretch.fact)[:5] if stretch.fact.kind == "date" else ""
    last = ""
    for start, end, full in told_dates(stretch):
        weekday = _WEEKDAY.fullmatch(stretch.sentence.simplified, start, end)
        before = stretch.sentence.simplified[:start]
        if weekday and any(before.count(a) > before.count(b) for a, b in ("「」", "“”")):
            continue  # 「黑色星期一」
        yield start, end, "" if full == last else full[5:] if year and full.startswith(year) and full[5:] else full
        last, year = full, full[:5] if full[4:5] == "年" else year


def _check_links(stretch: Stretch) -> None:
    """因此, 随即: what came before stands in the passage, or they lean on what does not."""
    start, end = stretch.ranges[0]
    inside = [c for c in clauses(stretch.sentence) if start <= c.start and c.end <= end]
    told = _told_from(stretch)
    base = stretch.sentence.start
    if any(t.word in deixis.FOLLOWS and start <= t.start - base < told for t in stretch.tokens):
        raise Refused("leans on what came before")
    if not any(c.subject or c.topic or c.start <= stretch.hole[0] <= c.start + 1 for c in inside):
        raise Refused("no subject in its sentence")


def _told_from(stretch: Stretch) -> int:
    """Where the first clause ends that tells something by itself: from there on the passage explains its links."""
    start, end = stretch.ranges[0]
    inside = (c for c in clauses(stretch.sentence) if start <= c.start and c.end <= end)
    return next((c.end for c in inside if c.is_whole and not says(stretch.sentence, c)), end)


def _first(stretch: Stretch) -> Range:
    """The passage up to the end of the first clause that names something: what it points at is outside."""
    start, end = stretch.ranges[0]
    inside = [c for c in clauses(stretch.sentence) if start <= c.start and c.end <= end]
    return start, next((c.end for c in inside if _names(stretch.sentence, c)), end)


def _names(sentence: Sentence, clause: Clause) -> bool:
    """A subject of its own that is no report (结果表明), or the name of something."""
    span = range(clause.start, clause.end)
    named = any(f.start - sentence.start in span for f in sentence.facts if f.kind in (*NAMES, "thing"))
    return named or (clause.subject is not None and not clause.is_scene and not says(sentence, clause))


def _plain(stretch: Stretch, made: tuple[Edit, ...]) -> str:
    """The Simplified words of the passage, names, days and what an earlier clause explains masked."""
    masks: list[Edit] = [(*stretch.at(f), "●") for f in stretch.others if f.kind in (*NAMES, "date")]
    first = _first(stretch)
    for a, b in stretch.ranges:
        for match in _EXPLAINED.finditer(stretch.sentence.simplified, max(a, first[1]), b):
            days_told = any(f.kind == "date" and stretch.at(f)[1] <= match.start() for f in stretch.others)
            if days_told or not _THAT_DAY.match(match.group()):
                masks.append((*match.span(), "●"))
    _check_links(stretch)
    free = [m for m in masks if not any(touches(m[:2], e[:2]) for e in made)]
    return "".join(edited(stretch.sentence.simplified, r, [*made, *free]) for side in stretch.sides() for r in side)
