"""The clause that shows a word: 8 to 20 characters, readable but for the word, and not the same for every card."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quizgen.asking.tagged import tag, tokens_in
from quizgen.items import Article, Sentence, Token
from quizgen.language import part_of_speech
from quizgen.notes.word.terms import Place, Term

_CUT = re.compile(r"[，。；！？!?;…\n]+[」』”’）)】]*|[：:](?!\d)|——+")
_OPENS, _CLOSES = "「『“‘（(【《〈", "」』”’）)】》〉"
_PAUSES = "，；：、,;:—"
_OPENING, _NOMINAL = ("v", "d", "p"), ("n", "r", "t")  # tags that a predicate opens with, and that a subject ends in
#: what opens or closes a piece that leans on another one: 和4月9日两份…, 也是…再度入主白宫以来
_LEANING = re.compile(
    r"(?:和|与|與|及|以及|也是|是由|即)(?![平谐諧时時使]).*|.*(?:[的后後时時等]|以[来來]|[共合][计計]|之[际際])$"
)
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
    at, stop = place.start - sentence.start, place.end - sentence.start
    cuts = [_trimmed(sentence.text, *cut) for cut in _cuts(sentence.text, _CUT)]
    for i, (start, end) in enumerate(cuts):
        if start <= at and stop <= end:
            if end - start < _LEAST:
                start, end = _joined(sentence.text, cuts, i)
            elif end - start > _MOST:
                start, end = _shortened(sentence, start, end, at)
            return _clause(sentence, start, end, at, stop)
    return None


def _clause(sentence: Sentence, start: int, end: int, at: int, stop: int) -> Clause:
    is_whole = end - start <= _TOO_LONG
    if not is_whole:
        start, end = _trimmed(sentence.text, *_window(sentence, start, end, at, stop))
    inside = [t for t in sentence.tokens if start <= t.start - sentence.start and t.end - sentence.start <= end]
    return Clause(sentence.text[start:end], sentence.start + start, tuple(inside), sentence.line.role, is_whole)


def _joined(text: str, cuts: Sequence[tuple[int, int]], i: int) -> tuple[int, int]:
    """A clause that is too short with the one after it, or before it: 如有懷疑，應向醫生查詢."""
    start, end = cuts[i]
    wider = [(start, cuts[i + 1][1])] if i + 1 < len(cuts) else []
    wider += [(cuts[i - 1][0], end)] if i else []
    fitting = [_trimmed(text, *pair) for pair in wider if pair[1] - pair[0] <= _MOST and "\n" not in text[slice(*pair)]]
    return max(fitting, key=lambda pair: -abs(pair[1] - pair[0] - _BEST), default=(start, end))


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
        if first[i] <= at and _LEAST <= end - first[i] <= _MOST
        if not _is_ragged(sentence.text[first[i] : end])
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


def _is_ragged(text: str) -> bool:
    """It opens a bracket or quotation that it does not close, or the other way round."""
    return any(text.count(o) != text.count(c) for o, c in zip(_OPENS, _CLOSES, strict=True))


def worth(clause: Clause, place: Place, knows: Callable[[str], bool], used: frozenset[str]) -> float:
    """Higher for a clause of the right length, with known words, in prose, not yet on another card."""
    size = len(clause.text)
    misfit = max(0, _LEAST - size) / 2 + max(0, size - _MOST) / 4 + (size > _MOST)
    other = [t for t in clause.tokens if t.end <= place.start or t.start >= place.end]
    unknown = sum(not knows(t.word) for t in other) / (len(other) or 1)
    foreign = bool(re.search(r"[A-Za-z]{2}", clause.text))
    return (
        -misfit
        - abs(size - _BEST) / 20
        - 2 * unknown
        - 4 * (clause.text in used)
        - (clause.role != "prose")
        - 6 * (not clause.is_whole)
        - _is_ragged(clause.text)
        - bool(_LEANING.fullmatch(clause.text))
        - foreign
        - (not any(part_of_speech(t.word).startswith("v") for t in clause.tokens))
    )
