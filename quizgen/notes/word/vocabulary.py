"""Article -> its words: counted, with separable and doubled verbs under their base."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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
        for term in _terms(index, sentence):
            key = term.word, term.reading.lower() if _is_read_in_ways(term.word) else ""
            old = found.setdefault(key, term)
            if old is not term:
                found[key] = old._replace(places=old.places + term.places)
    return tuple(found.values())


def _is_read_in_ways(word: str) -> bool:
    """The dictionary has more than one reading, so that two readings are two words: 還 hái, 還 huán."""
    return len({entry.pinyin.lower() for entry in entries(word)}) > 1


def _terms(index: int, sentence: Sentence) -> Iterator[Term]:
    """The words of one sentence, each with its one place."""
    kinds = [_kind(token, sentence) for token in sentence.tokens]
    i = 0
    while i < len(sentence.tokens):
        here, last = sentence.tokens[i : i + _WIDEST + 2], 0
        if kinds[i] == "word":
            last = _separated(here) or _repeated(here)
        halves = (here[0], here[last]) if last > 1 else here[:1]
        if term := _term(halves, Place(index, here[0].start, here[last].end), kinds[i]):
            yield term
        yield from filter(None, (_term((t,), Place(index, t.start, t.end), "word") for t in here[1:last]))
        i += last + 1


def _term(halves: Sequence[Token], place: Place, kind: str) -> Term | None:
    word, form = "".join(h.word for h in halves), "".join(h.text for h in halves)
    reading = " ".join(h.reading for h in halves)
    if not _HAN.search(word):
        return None
    if kind == "word" and _is_doubled(word):
        word, form, reading = word[:1], form[:1], reading.split(" ")[0]
    return Term(word, reading, form, (place,), kind)


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


def _separated(tokens: Sequence[Token]) -> int:
    """Which token is the second half of a separable verb that the first begins (见|了|面), or 0."""
    for last in range(2, len(tokens)):
        between = "".join(token.word for token in tokens[1:last])
        touching = all(a.end == b.start for a, b in pairwise(tokens[: last + 1]))
        if touching and _SEPARATORS.fullmatch(between) and _is_separable(tokens[0].word, tokens[last].word):
            return last
    return 0


def _repeated(tokens: Sequence[Token]) -> int:
    """1 for a verb of two characters that is said twice, 协商|协商; else 0."""
    first, second = tokens[0], tokens[min(1, len(tokens) - 1)]
    is_twice = first.word == second.word and first.end == second.start and len(first.word) == 2
    return int(is_twice and any(s.startswith("to ") for e in entries(first.word) for s in e.senses))


def _is_separable(verb: str, noun: str) -> bool:
    """Verb and noun of one character each that make a verb of the dictionary: 见面, 让步."""
    if len(verb) != 1 or len(noun) != 1 or not part_of_speech(verb + noun).startswith("v"):
        return False
    return any(s.startswith("to ") for e in entries(verb + noun) for s in e.senses)


def _is_doubled(word: str) -> bool:
    """看看: a verb said twice; 妈妈 and 常常 have entries of their own."""
    return len(word) == 2 and word == word[0] * 2 and not entries(word) and part_of_speech(word[0]).startswith("v")
