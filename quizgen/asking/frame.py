"""The clause around an answer, made to stand alone: what is before the hole, what is behind it, or why it cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quizgen.asking import deixis
from quizgen.asking.grammar import CLOCK, NOT_CHAINED, SAYS, Clause, clauses, phrase_start, tokens_in
from quizgen.items import Fact, Sentence
from quizgen.naming.boundaries import pos
from quizgen.naming.foreign import last_name

QUESTION_MOST = 40
ANCHORS_MOST = 3
_ANCHORS = ("person", "organisation", "figure", "date", "place")
#: a question with fewer characters of its own than this tells too little to have one answer
WORDS_LEAST = 8
#: 为由, 为名: a clause that ends with its reason says what for only in the next one
_GROUNDS_TAIL = 3
#: 台湾外海发生强震，造成…: what stands before such a verb is where, not who
_EXISTS = re.compile(r"(?:[^，。]{0,4})(?:发生|出现|传出|爆发|有|存在|响起)")
_BRACKET = re.compile(r"\s*[（(][^（）()]*[）)]\s*")
_HAN = re.compile("[\u3400-\u9fff]")
_LEANS_AFTER = re.compile(
    r"[、]|(?:和|与|及|以及)(?=[^，。]{1,14}(?:等|都|均|一同|共同|分别|[、和]))|等(?!待|候|于|同|级|到|距|值|式)"
)
_LEANS_BEFORE = re.compile(r"、$")
_TURN = re.compile(r"，(不过|但是|但|然而|而且|并且|并|而|且|同时|因此|所以|于是)")
_SPARE_MOST = 2  # 1: offices and first names go, 2: where it happened goes as well
_ENDS = re.compile(r"[，；：。！？!?,;、\s]+$")
_JOINED = re.compile(r"[、和与及]|以及")

Edit = tuple[int, int, str]


class Context(NamedTuple):
    """What the text around a sentence lends its questions."""

    lang: str
    date: str = ""
    """a date phrase (2025年9月) to put first when the clause has no date"""
    meant: dict[str, str] = {}
    """pronoun -> the name that it stands for"""


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause with a hole; `before` + answer + `after` reads as a sentence of its own."""

    before: str
    after: str
    hole: tuple[int, int]
    """what the interrogative replaces, in the sentence: a person with the office, a city with its country"""
    anchors: int
    """other facts that the question names"""
    year: str
    """the year of a date answer that its words leave out, or empty"""
    subject: str
    """the noun phrase that opens the clause, empty when it could not be told"""


class Refused(Exception):
    """Why a fact cannot be asked from its sentence; the reason is counted in the report."""


def hole(sentence: Sentence, fact: Fact) -> tuple[int, int]:
    """What an interrogative must replace for the clause to stay grammatical, in offsets of the sentence.

    A person or body with all that leans on the name (美国财政部长|贝森特), a city with its country, a day with its hour.
    """
    start, end = fact.start - sentence.start, fact.end - sentence.start
    if fact.kind in ("person", "organisation") or fact.rule == "joined_person":
        own = next((c.start for c in reversed(clauses(sentence)) if c.start <= start), 0)
        start = phrase_start(sentence, start, own)
    office = next((f for f in sentence.facts if f.kind == "role" and f.start == fact.end), None)
    if fact.kind == "person" and office:  # 董部长
        end = office.end - sentence.start
    if fact.kind == "place" and (country := fact.part("country")):
        start = country.start - sentence.start
    bracket = _BRACKET.match(sentence.text, end)
    end = bracket.end() if bracket else end
    clock = CLOCK.match(sentence.simplified, end) if fact.kind == "date" else None
    return start, clock.end() if clock else end


def frame(sentence: Sentence, fact: Fact, context: Context) -> Frame:
    """The frame of a fact in its sentence.

    Raises `Refused` with the reason when the clause cannot stand alone as a certain statement.
    """
    gap = hole(sentence, fact)
    _check_sentence(sentence, fact, gap)
    reasons: list[str] = []
    for ranges in _windows(sentence, fact, gap):
        for spare in range(_SPARE_MOST + 1):
            try:
                return _fit(sentence, fact, gap, ranges, context, spare)
            except Refused as refused:
                reasons.append(str(refused))
    raise Refused(reasons[0] if reasons else "no clause that stands alone")


def _check_sentence(sentence: Sentence, fact: Fact, gap: tuple[int, int]) -> None:
    text = sentence.simplified
    if deixis.CONDITIONAL.search(text[: gap[1]]):
        raise Refused("in a condition")
    if "分别" in _own_clause(sentence, gap) or "各" in re.sub(
        r"各地|各国|各界|各自由|各种|各类|各项|各方", "", _own_clause(sentence, gap)
    ):
        raise Refused("one of several paired answers")
    if (
        (fact.kind in ("person", "organisation", "place")
        and _LEANS_AFTER.match(text, gap[1]))
        or _LEANS_BEFORE.search(text[: gap[0]])
    ):
        raise Refused("one of a list")
    if _listed(sentence, fact, gap):
        raise Refused("one of a list")
    if _quoted(text, gap):
        raise Refused("inside a quotation")


def _own_clause(sentence: Sentence, gap: tuple[int, int]) -> str:
    return next((sentence.simplified[c.start : c.end] for c in clauses(sentence) if c.start <= gap[0] < c.end), "")


def _listed(sentence: Sentence, fact: Fact, gap: tuple[int, int]) -> bool:
    """Another fact of the same kind stands next to it, only joined by 、 or 和: which of them would be asked for?"""
    for other in sentence.facts:
        if other.kind != fact.kind or other.start == fact.start or other.kind == "list":
            continue
        around = hole(sentence, other)
        between = sentence.simplified[min(gap[1], around[1]) : max(gap[0], around[0])]
        if _JOINED.fullmatch(between.strip()):
            return True
    return False


def _quoted(text: str, gap: tuple[int, int]) -> bool:
    before = text[: gap[0]]
    return any(before.count(a) > before.count(b) for a, b in ("「」", "『』", "“”", "‘’", "《》"))


def _windows(sentence: Sentence, fact: Fact, gap: tuple[int, int]) -> Iterator[list[tuple[int, int]]]:
    """Ranges of the sentence to try, best first: its own whole clause, with scenes; else a subject from before."""
    told = clauses(sentence)
    k = next((i for i, c in enumerate(told) if c.start <= gap[0] < c.end), None)
    if k is None or (gap[1] > told[k].end and fact.kind not in ("reason", "list")):
        raise Refused("runs over clauses")
    last = _whole_from(
        told, k, leans=fact.rule in ("on_the_grounds", "because_of") and told[k].end - gap[1] <= _GROUNDS_TAIL
    )
    if fact.rule in ("purpose_is", "cause_is", "reason_is", "in_honour", "because_last"):
        yield [(told[max(0, k - 1)].start, max(told[k].end, gap[1]))]
        return
    first = k
    while first > 0 and told[first - 1].is_scene and not told[first - 1].is_whole:
        first -= 1
    subject_at = next((i for i in range(first, last + 1) if told[i].subject), None)
    if told[last].is_whole or (subject_at is not None and subject_at <= k and told[k].has_predicate):
        yield from _with_speaker(sentence, told, first, last)
        if first < k and told[k].is_whole:
            yield [(told[k].start, told[k].end)]
        return
    if not told[k].has_predicate:
        raise Refused("no clause that stands alone")
    origin = next((i for i in range(k - 1, -1, -1) if told[i].is_whole), None)
    subject = told[origin].subject if origin is not None else None
    if origin is None or subject is None:
        raise Refused("no subject in its sentence")
    said = SAYS.search(sentence.simplified[told[origin].start : told[origin].end])
    if origin == k - 1:
        yield [(told[origin].start, told[k].end)]
    if NOT_CHAINED.match(sentence.simplified[told[k].start : told[k].end]):
        raise Refused("its subject is the clause before")
    if said:
        yield [(told[origin].start, told[origin].end + 1), (told[k].start, told[k].end)]
        return
    if _EXISTS.match(sentence.simplified, subject[1]):
        raise Refused("no subject in its sentence")
    yield [subject, (told[k].start, told[k].end)]


def _whole_from(told: Sequence[Clause], k: int, *, leans: bool) -> int:
    """The clause that a scene, a reason or a bare noun phrase leans on: itself, or the next one that has a predicate."""
    last = k
    while (
        last + 1 < len(told)
        and (told[last].is_scene or not told[last].has_predicate or (leans and last == k))
        and last < k + 2
    ):
        last += 1
    if told[last].is_scene or (leans and last == k):
        raise Refused("no clause that stands alone")
    return last


def _with_speaker(sentence: Sentence, told: Sequence[Clause], first: int, last: int) -> Iterator[list[tuple[int, int]]]:
    """A reported clause keeps who reports it; a reporting clause keeps what is reported."""
    text = sentence.simplified
    if SAYS.search(text[told[last].start : told[last].end]):
        if last + 1 < len(told):
            yield [(told[first].start, told[last + 1].end)]
        return
    for i in range(first - 1, -1, -1):
        if told[i].is_whole and SAYS.search(text[told[i].start : told[i].end]):
            start = told[i].start
            if i + 1 == first:
                yield [(start, told[last].end)]
            else:
                yield [(start, told[i].end + 1), (told[first].start, told[last].end)]
            return
    yield [(told[first].start, told[last].end)]


def _fit(
    sentence: Sentence, fact: Fact, gap: tuple[int, int], ranges: list[tuple[int, int]], context: Context, spare: int
) -> Frame:
    if fact.kind != "date" and any(
        a == gap[0] and sentence.simplified[gap[1] : gap[1] + 1] in ("，", "；") for a, b in ranges
    ):
        raise Refused("too little said to ask")
    if not any(a <= gap[0] and gap[1] <= b for a, b in ranges):
        raise Refused("runs over clauses")
    _check_words(sentence, gap, ranges)
    edits, dated = _edits(sentence, gap, ranges, context, spare)
    before, after = _apply(sentence, ranges, gap, edits)
    year = _silent_year(fact)
    if len(_HAN.findall(before + after)) < WORDS_LEAST:
        raise Refused("too little said to ask")
    if fact.kind == "figure" and not _measured(sentence, fact, gap, ranges):
        raise Refused("what the figure measures is not told")
    lead = "" if dated or fact.kind == "date" else context.date
    before = _joined(lead, before)
    anchors = _anchors(sentence, gap, ranges, edits)
    if anchors > ANCHORS_MOST:
        raise Refused("names too many other facts")
    if len(before) + len(after) + len(year) > QUESTION_MOST - 3:
        raise Refused("too long to ask")
    return Frame(before, after, gap, anchors, year, _subject_text(sentence, ranges, gap))


def _measured(sentence: Sentence, fact: Fact, gap: tuple[int, int], ranges: list[tuple[int, int]]) -> bool:
    """A common noun of two characters stands in the question beside the names: what the figure is a figure of."""
    covered = [
        (f.start, f.end) for f in sentence.facts if f.kind in ("person", "place", "organisation", "date", "figure")
    ]
    for a, b in ranges:
        for token in tokens_in(sentence, a, b):
            free = not any(i <= token.start and token.end <= j for i, j in covered)
            if free and len(token.word) > 1 and pos(token.word) in ("n", "vn"):
                return True
    return False


def _joined(lead: str, before: str) -> str:
    return f"{lead}，{before}" if lead and before else lead + ("，" if lead else "") + before


def _check_words(sentence: Sentence, gap: tuple[int, int], ranges: list[tuple[int, int]]) -> None:
    text = "".join(sentence.simplified[a:b] for a, b in ranges)
    asks = re.search(r"[？?][」』”’）)]*$", sentence.simplified) and ranges[-1][1] >= clauses(sentence)[-1].end
    if asks or deixis.QUESTION.search(text):
        raise Refused("in a question")
    if deixis.UNCERTAIN.search(text):
        raise Refused("uncertain or wished for")
    words = {t.word for a, b in ranges for t in tokens_in(sentence, a, b)}
    if words & deixis.NEGATED:
        raise Refused("negated")
    if deixis.ANY.search(text):
        raise Refused("holds a word that asks or means any")


def _edits(
    sentence: Sentence, gap: tuple[int, int], ranges: list[tuple[int, int]], context: Context, spare: int
) -> tuple[list[Edit], bool]:
    """What to take out or put in, and whether the clause names a date."""
    edits: list[Edit] = []
    text, base, dated = sentence.simplified, sentence.start, False
    lead = deixis.LEAD.match(text, ranges[0][0], ranges[0][1])
    if lead:
        edits.append((lead.start(), lead.end(), ""))
    edits += [(m.start(1), m.end(1), "") for a, b in ranges for m in _TURN.finditer(text, a, b)]
    for a, b in ranges:
        edits += [(m.start(), m.end(), "") for m in _BRACKET.finditer(text, a, b)]
        edits += [(m.start(), m.end(), "") for m in deixis.PASSING.finditer(text, a, b)]
        edits += [(t.start - base, t.end - base, "") for t in tokens_in(sentence, a, b) if t.word in deixis.LINKS]
        edits += [
            (t.start - base, t.end - base, context.meant[t.word])
            for t in tokens_in(sentence, a, b)
            if t.word in context.meant
        ]
        for other in sentence.facts:
            i, j = other.start - base, other.end - base
            if not (a <= i and j <= b) or (i < gap[1] and gap[0] < j):
                continue
            if other.kind == "date":
                dated = True
                full = deixis.date_in_full(other)
                if full is None:
                    raise Refused("points at a day that the article does not name")
                edits.append((i, j, full))
            elif spare and other.kind == "role" and (p := other.part("person")) and p.start > other.start:
                edits.append((min(i, *(part.start - base for part in other.parts)), p.start - base, ""))
            elif spare and other.kind == "person" and (short := last_name(other.text)) != other.text:
                edits.append((i, j, short))
        if spare > 1:
            edits += [(i, j, "") for i, j in _places_passed(sentence, a, b) if j <= gap[0] or gap[1] <= i]
    return edits, dated


def _places_passed(sentence: Sentence, a: int, b: int) -> Iterator[tuple[int, int]]:
    """Where it happened, told with 在 in front of the verb: the clause is whole without it (在菲利普·沙特里耶球场)."""
    for match in re.finditer(r"在(?!于)", sentence.simplified[a:b]):
        start = a + match.start()
        end = start + 1
        for fact in sorted(sentence.facts, key=lambda f: f.start):
            if fact.kind in ("place", "person") and fact.start - sentence.start == end:
                end = fact.end - sentence.start
                end += sentence.simplified.startswith("的", end)
        if end > start + 1 and end < b and sentence.simplified[end - 1] != "的":
            yield start, end


def _apply(
    sentence: Sentence, ranges: list[tuple[int, int]], gap: tuple[int, int], edits: list[Edit]
) -> tuple[str, str]:
    sides: tuple[list[str], list[str]] = ([], [])
    for a, b in ranges:
        for i, j in ((a, min(b, gap[0])), (max(a, gap[1]), b)):
            if i < j:
                sides[0 if j <= gap[0] else 1].append(_edited(sentence.text, i, j, edits))
    before, after = "".join(sides[0]).strip(), _ENDS.sub("", "".join(sides[1]))
    left = deixis.POINTS.search(_plain(sentence, ranges, gap, edits))
    if left:
        raise Refused("points at something outside the question")
    return re.sub(r"^[，、；：\s]+", "", before), after


def _edited(text: str, start: int, end: int, edits: list[Edit]) -> str:
    out, at = "", start
    for i, j, put in sorted(edits):
        if at <= i and j <= end:
            out += text[at:i] + put
            at = j
    return out + text[at:end]


def _plain(sentence: Sentence, ranges: list[tuple[int, int]], gap: tuple[int, int], edits: list[Edit]) -> str:
    """The Simplified words that stay in the question, names and the answer's place left out."""
    taken = [
        (f.start - sentence.start, f.end - sentence.start, "●")
        for f in sentence.facts
        if f.kind in ("person", "organisation", "place", "date")
    ]
    free = [t for t in taken if not any(t[0] < e[1] and e[0] < t[1] for e in edits)]
    shown = [e for e in edits] + free
    return "".join(
        _edited(sentence.simplified, i, j, shown)
        for a, b in ranges
        for i, j in ((a, min(b, gap[0])), (max(a, gap[1]), b))
        if i < j
    )


def _silent_year(fact: Fact) -> str:
    """2025 for 9月9日: the year that the answer's words leave out."""
    if fact.kind != "date" or re.search(r"\d{4}|[〇零一二三四五六七八九]{4}年|[昨今前去本上]", fact.text):
        return ""
    if not fact.value[:4].isdecimal():
        return ""
    if "月" not in fact.text and fact.value[5:7].isdecimal():
        return f"{fact.value[:4]}年{int(fact.value[5:7])}月"
    return f"{fact.value[:4]}年"


def _anchors(sentence: Sentence, gap: tuple[int, int], ranges: list[tuple[int, int]], edits: list[Edit]) -> int:
    """How many other facts the question names.

    A name counts once with the offices and countries that lean on it, a list once as a whole.
    """
    inside = [
        f for f in sentence.facts for a, b in ranges if a <= f.start - sentence.start and f.end - sentence.start <= b
    ]
    gone = [gap, *((i, j) for i, j, put in edits if not put)]
    apart = [
        f
        for f in inside
        if f.kind in _ANCHORS and not any(f.start - sentence.start < j and i < f.end - sentence.start for i, j in gone)
    ]
    count, edge = 0, -1
    for fact in sorted(apart, key=lambda f: f.start):
        between = sentence.simplified[edge - sentence.start : hole(sentence, fact)[0]] if edge >= 0 else "。"
        joined = fact.start <= edge or re.fullmatch(r"(?:[（(][^）)]*[）)])?(?:[、和与及]|以及)?", between.strip())
        count += not joined
        edge = max(edge, fact.end)
    return count


def _subject_text(sentence: Sentence, ranges: list[tuple[int, int]], gap: tuple[int, int]) -> str:
    for clause in clauses(sentence):
        if clause.subject and any(a <= clause.subject[0] and clause.subject[1] <= b for a, b in ranges):
            if clause.subject[0] < gap[1] and gap[0] < clause.subject[1]:
                return ""
            return sentence.text[slice(*clause.subject)]
    return ""
