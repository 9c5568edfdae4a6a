"""Article -> its words: counted, with separable and doubled verbs under their base."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from quizgen import tables
from quizgen.items import Article, Sentence, Token
from quizgen.language import entries, proper
from quizgen.notes.word.base import REACH, base
from quizgen.notes.word.pieces import is_piece
from quizgen.notes.word.terms import Place, Term

_HAN = re.compile(r"[\u3400-\u9fff]")
_NAMES = frozenset({"person", "place", "organisation", "name"})
_NAMED = frozenset({"place", "person", "organisation", "surname"})
CRAFT = frozenset({"craft", "storm", "coded"})  # rules of named things whose names are words of other things
_NUMBERS = frozenset({"date", "figure"})
_NUMERALS = re.compile(r"第?[一二三四五六七八九十百千万亿两〇零几数多]+")


@lru_cache(maxsize=1)  # several reports ask for the words of one article
def terms(article: Article) -> tuple[Term, ...]:
    """The terms in the order in which they are first met; Latin letters and digits are none."""
    found: dict[tuple[str, str, bool], list[Term]] = {}
    for index, sentence in enumerate(article.sentences):
        for term in _terms(index, sentence):
            key = term.word, term.reading.lower() if _is_read_in_ways(term.word) else "", term.is_piece
            found.setdefault(key, []).append(term)
    return tuple(map(_joined, found.values()))


def _joined(met: Sequence[Term]) -> Term:
    """One term with all places, in the form that the article writes most: 個, though it has 一箇 too."""
    form = Counter(term.form for term in met).most_common(1)[0][0]
    return met[0]._replace(form=form, places=tuple(place for term in met for place in term.places))


def _is_read_in_ways(word: str) -> bool:
    """The dictionary has more than one reading, so that two readings are two words: 還 hái, 還 huán."""
    return len({entry.pinyin.lower() for entry in entries(word)}) > 1


def _terms(index: int, sentence: Sentence) -> Iterator[Term]:
    """The words of one sentence, each with its one place."""
    kinds = [_kind(token, sentence) for token in sentence.tokens]
    i = 0
    while i < len(sentence.tokens):
        token = sentence.tokens[i]
        size = 1
        if kinds[i] == "word":
            word, form, reading, size, inner = base(sentence.tokens[i : i + REACH])
            place = Place(index, token.start, sentence.tokens[i + size - 1].end)
            piece = size == 1 and not inner and is_piece(sentence, i)
            yield from filter(None, [_term(word, form, reading, place, "word", piece)])
            for j, within in enumerate(sentence.tokens[i : i + size], i):
                yield from filter(None, [_alone(within, index, kinds[j])] if within in inner else [])
        else:
            yield from filter(None, [_alone(token, index, kinds[i])])
        i += size


def _alone(token: Token, index: int, kind: str) -> Term | None:
    return _term(token.word, token.text, token.reading, Place(index, token.start, token.end), kind)


def _term(word: str, form: str, reading: str, place: Place, kind: str, is_piece: bool = False) -> Term | None:
    """Nothing for what has no Hanzi."""
    return Term(word, reading, form, (place,), kind, is_piece) if _HAN.search(word) else None


def _kind(token: Token, sentence: Sentence) -> str:
    """A token is a name or a number if a fact of that kind bars it or the dictionary knows nothing else by it."""
    for fact in sentence.facts:
        if fact.start <= token.start and token.end <= fact.end:
            if fact.kind in _NUMBERS and (fact.start, fact.end) == (token.start, token.end):
                return "number"
            if fact.kind in _NAMES and (fact.start, fact.end) == (token.start, token.end):
                return "name"
            if fact.rule in CRAFT:
                return "name"  # 长征 of 长征五号 is no expedition
    if _NUMERALS.fullmatch(token.word) and len(token.word) > 1:
        return "number"
    found = entries(token.word)
    return "name" if found and all(e.is_proper for e in found) and _is_named(token.word) else "word"


def _is_named(word: str) -> bool:
    """A place, a person, a body or a pair of countries (中美); 春节 and 汉语 are words like others.

    What has a capital on each of two syllables is surname and name: 大桥, a beauty of old, as the dictionary has it.
    """
    sounds = [sound for entry in entries(word) for sound in entry.pinyin.split()]
    has_capitals = len(word) == 2 and all(sound[0].isupper() for sound in sounds)
    return has_capitals or proper(word) in _NAMED or set(word) <= tables.words("country_characters")
