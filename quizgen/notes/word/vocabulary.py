"""Article -> its words: counted, with separable and doubled verbs under their base."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import tables
from quizgen.items import Article, Sentence, Token
from quizgen.language import entries, part_of_speech, proper
from quizgen.notes.word.terms import Place, Term

_HAN = re.compile(r"[\u3400-\u9fff]")
_NAMES = frozenset({"person", "place", "organisation", "name"})
_NAMED = frozenset({"place", "person", "organisation", "surname"})
_NUMBERS = frozenset({"date", "figure"})
_NUMERALS = re.compile(r"第?[一二三四五六七八九十百千万亿两〇零几数多]+")
_SEPARATORS = re.compile(r"(?!$)[了过着不得完]{0,2}[一两三几]?[个些次]?")
_WIDEST = 2  # tokens between the halves of a separable verb: 让了一步, 见过几次面


def terms(article: Article) -> tuple[Term, ...]:
    """The terms in the order in which they are first met; Latin letters and digits are none."""
    found: dict[tuple[str, str], Term] = {}
    for index, sentence in enumerate(article.sentences):
        for word, reading, form, start, end, kind in _words(sentence):
            place = Place(index, start, end)
            old = found.get((word, reading.lower()))
            places = (*old.places, place) if old else (place,)
            found[word, reading.lower()] = Term(word, reading, old.form if old else form, places, kind)
    return tuple(found.values())


def _words(sentence: Sentence) -> Iterator[tuple[str, str, str, int, int, str]]:
    tokens, i = sentence.tokens, 0
    while i < len(tokens):
        token, kind = tokens[i], _kind(tokens[i], sentence)
        last = _separated(tokens, i) if kind == "word" else i
        if last > i:
            halves = (token, tokens[last])
            word, reading, form = ("".join(h.word for h in halves), _join(halves), "".join(h.text for h in halves))
            yield word, reading, form, token.start, tokens[last].end, kind
            yield from (w for t in tokens[i + 1 : last] for w in _plain(t, _kind(t, sentence)))
        else:
            yield from _plain(token, kind)
        i = last + 1


def _plain(token: Token, kind: str) -> Iterator[tuple[str, str, str, int, int, str]]:
    if not _HAN.search(token.word):
        return
    size = len(token.word) // 2 if kind == "word" and _is_doubled(token.word) else len(token.word)
    reading = " ".join(token.reading.split()[:size]) if size < len(token.word) else token.reading
    yield token.word[:size], reading, token.text[:size], token.start, token.end, kind


def _kind(token: Token, sentence: Sentence) -> str:
    """A token is a name or a number if a fact of that kind bars it or the dictionary knows nothing else by it."""
    for fact in sentence.facts:
        if fact.start <= token.start and token.end <= fact.end:
            if fact.kind in _NUMBERS and (fact.start, fact.end) == (token.start, token.end):
                return "number"
            if fact.kind in _NAMES and (fact.start, fact.end) == (token.start, token.end):
                return "name"
    if _NUMERALS.fullmatch(token.word) and len(token.word) > 1:
        return "number"
    found = entries(token.word)
    return "name" if found and all(e.is_proper for e in found) and _is_named(token.word) else "word"


def _is_named(word: str) -> bool:
    """A place, a person, a body or a pair of countries (中美); 春节 and 汉语 are words like others."""
    return proper(word) in _NAMED or set(word) <= tables.words("country_characters")


def _separated(tokens: tuple[Token, ...], i: int) -> int:
    """The index of the second half of a separable verb that begins here (见|了|面), or `i`."""
    verb = tokens[i]
    for j in range(i + 2, min(i + 2 + _WIDEST, len(tokens))):
        between = "".join(t.word for t in tokens[i + 1 : j])
        touching = all(a.end == b.start for a, b in zip(tokens[i:j], tokens[i + 1 : j + 1], strict=True))
        if touching and _SEPARATORS.fullmatch(between) and _is_separable(verb.word, tokens[j].word):
            return j
    return i


def _is_separable(verb: str, noun: str) -> bool:
    """Verb and noun of one character each that make a verb of the dictionary: 见面, 让步."""
    if len(verb) != 1 or len(noun) != 1 or not part_of_speech(verb + noun).startswith("v"):
        return False
    return any(s.startswith("to ") for e in entries(verb + noun) for s in e.senses)


def _is_doubled(word: str) -> bool:
    """看看, 讨论讨论: a verb said twice; 妈妈 and 常常 have entries of their own."""
    half = word[: len(word) // 2]
    if len(word) not in (2, 4) or word != half * 2 or entries(word):
        return False
    return part_of_speech(half).startswith("v")


def _join(halves: tuple[Token, ...]) -> str:
    return " ".join(half.reading for half in halves)
