"""The clause that shows a word: 8 to 20 characters, readable but for the word, and not the same for every card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from quizgen.items import Article, Sentence, Token
from quizgen.language import part_of_speech
from quizgen.notes.word.terms import Place, Term

_CUT = re.compile(r"[，。；！？!?;…\n]+[」』”’）)】]*|[：:](?!\d)|——+")
_LISTED = re.compile("、")
_OPENS, _CLOSES = "「『“‘（(【《〈", "」』”’）)】》〉"
_PAUSES = "，；：、,;:—"
_LEAST, _MOST, _BEST, _TOO_LONG = 8, 20, 13, 32


class Clause(NamedTuple):
    """A stretch of a sentence between punctuation, verbatim."""

    text: str
    start: int
    """in the article"""
    tokens: tuple[Token, ...]
    role: str
    is_whole: bool
    """false where it was too long and only the words around the place are shown"""


def clause_for(
    article: Article, term: Term, knows: Callable[[str], bool], used: frozenset[str]
) -> tuple[Clause, Place] | None:
    """The best clause among the term's places, and the place itself; a clause already used comes last."""
    return max(choices(article, term), key=lambda choice: worth(choice[0], choice[1], knows, used), default=None)


def choices(article: Article, term: Term) -> list[tuple[Clause, Place]]:
    """The clauses that the term stands in, each with its place there."""
    return [(clause, place) for place in term.places if (clause := _around(article, place))]


def _around(article: Article, place: Place) -> Clause | None:
    sentence = article.sentences[place.sentence]
    for start, end in _cuts(sentence.text, _CUT):
        if start <= place.start - sentence.start and place.end - sentence.start <= end:
            return _clause(sentence, place, start, end)
    return None


def _clause(sentence: Sentence, place: Place, start: int, end: int) -> Clause:
    if end - start > _MOST:
        start, end = _member(sentence.text, start, end, place.start - sentence.start)
    start, end = _trimmed(sentence.text, start, end)
    is_whole = end - start <= _TOO_LONG
    if not is_whole:
        start, end = _trimmed(sentence.text, *_window(sentence, place, start, end))
    inside = [t for t in sentence.tokens if start <= t.start - sentence.start and t.end - sentence.start <= end]
    return Clause(sentence.text[start:end], sentence.start + start, tuple(inside), sentence.line.role, is_whole)


def _member(text: str, start: int, end: int, at: int) -> tuple[int, int]:
    """Of a long clause with a list in it, the member that holds the place, if it is long enough to show a word."""
    for i, j in _cuts(text[start:end], _LISTED):
        if start + i <= at < start + j and j - i >= _LEAST:
            return start + i, start + j
    return start, end


def _window(sentence: Sentence, place: Place, start: int, end: int) -> tuple[int, int]:
    """Of a clause without an end, the words around the place, most of them after it."""
    at, stop = place.start - sentence.start, place.end - sentence.start
    edges = [edge - sentence.start for t in sentence.tokens for edge in (t.start, t.end)]
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
    while start < end and (text[start].isspace() or text[start] in _CLOSES + _PAUSES):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _OPENS + _PAUSES):
        end -= 1
    for opens, closes in zip(_OPENS, _CLOSES, strict=True):
        if text.count(opens, start, end) != text.count(closes, start, end):
            if text[start] == opens:
                start += 1
            elif text[end - 1] == closes:
                end -= 1
    return start, end


def worth(clause: Clause, place: Place, knows: Callable[[str], bool], used: frozenset[str]) -> float:
    """Higher for a clause of the right length, with known words, in prose, not yet on another card."""
    size = len(clause.text)
    misfit = max(0, _LEAST - size) / 2 + max(0, size - _MOST) / 4
    other = [t for t in clause.tokens if t.end <= place.start or t.start >= place.end]
    unknown = sum(not knows(t.word) for t in other) / (len(other) or 1)
    ragged = any(clause.text.count(o) != clause.text.count(c) for o, c in zip(_OPENS, _CLOSES, strict=True))
    foreign = bool(re.search(r"[A-Za-z]{2}", clause.text))
    return (
        -misfit
        - abs(size - _BEST) / 20
        - 2 * unknown
        - 4 * (clause.text in used)
        - (clause.role != "prose")
        - 6 * (not clause.is_whole)
        - ragged
        - foreign
        - (not any(part_of_speech(t.word).startswith("v") for t in clause.tokens))
    )
