"""The clause that shows a word: whole, 8 to 20 characters or two joined, and not the same for every card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizgen.asking.tagged import tag, tokens_in
from quizgen.items import Article, Sentence, Token
from quizgen.notes.word import wholeness
from quizgen.notes.word.terms import Place, Term

#: what parts clauses; in a headline a blank does
_CUT = re.compile(
    r"[，。；！？!?;…\n]+[」』”’）)】]*|[：:](?!\d)|——+"
    r"|(?<=[\u3400-\u9fff」』”》%\d])[ \u3000]+(?=[\u3400-\u9fff「『“《\d])"
)

_PAUSES = "，；：、,;:—"
_OPENING, _NOMINAL = ("v", "d", "p"), ("n", "r", "t")  # tags that a predicate opens with, and that a subject ends in
_LEAST, _MOST, _BEST, _TOO_LONG = 8, 20, 13, 40
_OWN_MOST = 56  # a piece that no comma parts
_JOINTS = "，,：:—"
_BESIDE = 3  # characters beside the word at least
_WITH = frozenset("和与與及或的、")
_TOGETHER = 3  # pieces of a sentence in one clause


class Clause(NamedTuple):
    """A stretch of a sentence between punctuation, verbatim."""

    text: str
    start: int
    """in the article"""
    tokens: tuple[Token, ...]
    role: str
    is_whole: bool
    """false where it was too long and only the words around the place are shown"""
    faults: float
    """what it lacks to be read alone: see `wholeness`"""


def clause_for(
    article: Article, term: Term, knows: Callable[[str], bool], used: frozenset[str]
) -> tuple[Clause, Place] | None:
    """The best clause among the term's places, and the place itself; a clause already used comes last."""
    return max(choices(article, term), key=lambda choice: worth(choice[0], choice[1], knows, used), default=None)


def choices(article: Article, term: Term) -> list[tuple[Clause, Place]]:
    """The clauses that the term stands in, alone and with their neighbours, each with its place there."""
    return [(clause, place) for place in term.places for clause in _around(article, place)]


def _around(article: Article, place: Place) -> list[Clause]:
    sentence = article.sentences[place.sentence]
    at, stop = place.start - sentence.start, place.end - sentence.start
    pieces = list(_cuts(sentence.text, _CUT))
    own = next((i for i, (start, end) in enumerate(pieces) if start <= at and stop <= end), None)
    if own is None:
        return []
    spans = list(dict.fromkeys(_trimmed(sentence.text, *run) for run in _runs(sentence.text, pieces, own)))
    spans = [(start, end) for start, end in spans if end - start <= _TOO_LONG and start <= at and stop <= end]
    start, end = _trimmed(sentence.text, *pieces[own])
    if end - start > _MOST:
        spans += [(start, end), _shortened(sentence, start, end, at)]
    return [_clause(sentence, *span, at, stop) for span in dict.fromkeys(spans)]


def _runs(text: str, pieces: Sequence[tuple[int, int]], own: int) -> Iterator[tuple[int, int]]:
    """The piece alone, and with those before and after it that only a comma, a colon or a dash parts from it."""
    joined = [text[end - 1] in _JOINTS for _, end in pieces]
    for first in range(own, max(-1, own - _TOGETHER), -1):
        if first < own and not joined[first]:
            return
        for last in range(own, min(len(pieces), first + _TOGETHER)):
            if last > own and not joined[last - 1]:
                break
            yield pieces[first][0], pieces[last][1]


def _clause(sentence: Sentence, start: int, end: int, at: int, stop: int) -> Clause:
    is_whole = end - start <= _OWN_MOST
    if not is_whole:
        start, end = _trimmed(sentence.text, *_window(sentence, start, end, at, stop))
    inside = [t for t in sentence.tokens if start <= t.start - sentence.start and t.end - sentence.start <= end]
    pieces = [_trimmed(sentence.text, *cut) for cut in _cuts(sentence.text, _CUT)]
    parts = [(max(a, start), min(b, end)) for a, b in pieces if a < end and start < b]
    faults = wholeness.faults(sentence, parts, start, end)
    return Clause(sentence.text[start:end], sentence.start + start, tuple(inside), sentence.line.role, is_whole, faults)


def _shortened(sentence: Sentence, start: int, end: int, at: int) -> tuple[int, int]:
    """Of a clause that is too long, its predicate without the subject: 將對美國商品加徵的關稅提高到125%.

    It opens with an adverb or a preposition behind a noun, or with the first verb, if no 的 follows, which may make a
    noun's attribute of it: 光州民眾|要求民主的示威. No verb is left out (拒絕向配偶|發出簽證), and no end.
    """
    tokens = tokens_in(sentence, start, end)
    tags = [tag(sentence, token) for token in tokens]
    verb = tags.index("v") if "v" in tags else 0
    if any(token.word == "的" for token in tokens[verb:]) and tags[verb - 1] in _NOMINAL:
        verb -= 1
    first = [token.start - sentence.start for token in tokens]
    fitting = [
        (first[i], end)
        for i in range(1, verb + 1)
        if tags[i] in _OPENING and tags[i - 1] in _NOMINAL and tokens[i - 1].end == tokens[i].start
        if tags[i + 1 : i + 2] != ["f"]
        and (tags[i] != "v" or len(tokens[i].word) > 1)  # 在世衛|統籌下, 冠軍|戰昨晚登場
        if not any(token.word in _WITH for token in tokens[i + 1 : i + 2])  # 對消費稅|上調及房價…不滿
        if first[i] <= at and _LEAST <= end - first[i] <= _MOST
        if not wholeness.is_ragged(sentence.text[first[i] : end])
    ]
    return min(fitting, key=lambda pair: abs(pair[1] - pair[0] - _BEST), default=(start, end))


def _window(sentence: Sentence, start: int, end: int, at: int, stop: int) -> tuple[int, int]:
    """Of a clause without an end, whole members of its list; failing them, the words around the place."""
    marks = [start, *(m.end() for m in re.finditer("、", sentence.text[:end]) if m.end() > start), end]
    spans = [(i, j) for i in marks for j in marks if i <= at and stop <= j and _LEAST <= j - i <= _MOST]
    if spans:
        return min(spans, key=lambda pair: abs(pair[1] - pair[0] - _BEST))
    whole = [(f.start, f.end) for f in sentence.facts]  # 嫦娥六|号 is one
    edges = [edge - sentence.start for t in sentence.tokens for edge in (t.start, t.end)
             if not any(a < edge < b for a, b in whole)]  # fmt: skip
    first = min((e for e in edges if max(start, at - _MOST // 2) <= e <= at), default=at)
    last = max((e for e in edges if stop <= e <= min(end, first + _MOST)), default=stop)
    return first, last


def _cuts(text: str, cut: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for match in cut.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the comma it ends in, outer blanks, and brackets that it opens or closes but not both."""
    while start < end and (text[start].isspace() or text[start] in wholeness.CLOSES + _PAUSES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in wholeness.OPENS + _PAUSES):
        end -= 1
    for opens, closes in zip(wholeness.OPENS, wholeness.CLOSES, strict=True):
        if text.count(opens, start, end) != text.count(closes, start, end):
            if text[start] == opens:
                start += 1
            elif text[end - 1] == closes:
                end -= 1
    return start, end


def worth(clause: Clause, place: Place, knows: Callable[[str], bool], used: frozenset[str]) -> float:
    """Higher for a clause that can be read alone, of the right length, with known words, not yet on another card."""
    size = len(clause.text)
    misfit = max(0, _LEAST - size) / 2 + max(0, size - _MOST) / 25 + 0.3 * (size > _MOST)
    other = [t for t in clause.tokens if t.end <= place.start or t.start >= place.end]
    unknown = sum(not knows(t.word) for t in other) / (len(other) or 1)
    foreign = bool(re.search(r"[A-Za-z]{2}", clause.text))
    return (
        -misfit
        - abs(size - _BEST) / 12
        - 2 * unknown
        - _shared(clause.text, used)
        - (clause.role != "prose")
        - 6 * (not clause.is_whole)
        - clause.faults
        - 3 * (size - (place.end - place.start) < _BESIDE)
        - foreign
    )


def _shared(text: str, used: frozenset[str]) -> float:
    """What another card shows already, or a part of it."""
    if text in used:
        return 4
    return 1.2 * any(text in other or other in text for other in used)
