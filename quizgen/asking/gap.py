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
from quizgen.asking.grammar import clause_at, clauses
from quizgen.asking.holes import BRACKET, hole, named_with_class
from quizgen.asking.lead import lead
from quizgen.asking.passages import check_own, passages
from quizgen.asking.pointing import named_first, needs_headline, told_from
from quizgen.asking.refusals import check_gap
from quizgen.asking.standing import measured
from quizgen.asking.stretch import Range, Refused, Stretch
from quizgen.asking.wording import edited
from quizgen.asking.words import in_gap, phrase, word_for
from quizgen.items import Fact, Sentence

_LEAST = 6
"""characters of a passage beside its gap: with fewer, too little is told"""
_SIGN = re.compile(r"\w")
_ENDS, _STARTS = re.compile(r"[，；：。！!,;、\s]+$"), re.compile(r"^[，、；：\s]+")
#: kinds of which the name alone is asked for, so that office and country stay as they stand
_BARE = ("person", "organisation", "reason", "date")
_CITES = re.compile("据|根据|依据")
_WEEKDAY = re.compile("(?:星期|周|礼拜)[一二三四五六日天]")
_LATELY = re.compile("日前(?!夕)|近日(?!来|点)|近期(?!内)")
#: 加纳、肯尼亚及马拉维|三国
_ALL_OF_THEM = re.compile("[两三四]国")


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
        noun = fact.part("class")
        leads = noun is not None and noun.start < fact.start  # 中继|卫星“鹊桥二号”, but 出口|H20芯片
        return hole(sentence, fact) if leads else named_with_class(sentence, fact)
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
    made = tuple(_edits(stretch, context))
    if stretch.fact.kind == "figure" and not measured(stretch):
        raise Refused("what the figure measures is not told")
    headed = needs_headline(stretch, made, context.title)
    before, after = ("".join(edited(stretch.sentence.text, r, made) for r in side) for side in stretch.sides())
    before, after = _STARTS.sub("", before.strip()), _ENDS.sub("", after)
    before += office
    if len(_SIGN.findall(before + after)) < _LEAST:
        raise Refused("too little said to ask")
    scene = _scene(stretch, context)
    opens = not before and stretch.fact.kind == "date"  # 2024年6月［哪一天］15时
    scene = "" if scene in before + after else scene + "，" * (not opens)
    after = days.part_of_day(stretch.fact) + after if stretch.fact.kind == "date" else after
    before, gapped = in_gap(word, before)
    return f"{scene}{before}{gapped}{after}。", "headed" if headed else "gap"


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
    first = named_first(stretch)
    yield from links_before(stretch, (first[0], told_from(stretch)))
    for a, b in stretch.ranges:
        for gone in (BRACKET, _LATELY):
            yield from ((*m.span(), "") for m in gone.finditer(stretch.sentence.simplified, a, b))
    yield from _dates(stretch)
    yield from (e for e in pronouns(stretch, context) if e[1] <= first[1])


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
