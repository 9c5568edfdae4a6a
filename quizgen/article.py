"""Source -> Article: lines and facts first, then words, which never cross a name or a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen import facts, tables
from quizgen.items import Article, Fact, Line, Sentence, Source, Token
from quizgen.language import is_word, language_of, numbered_name, readings, segment
from quizgen.lines import lines, speech_start
from quizgen.naming import chinese, foreign, gazetteer
from quizgen.naming.spans import by_line

_SENTENCE_END = re.compile(r"[。！？!?…]+[」』”’）)】]*")
#: only names and numbers bar words: titles, institutions and spans of text are made of words a learner wants
BARS = frozenset({"person", "place", "date", "figure", "name"})
#: Lai Ching-te, Han Dong-hoon; not Okonjo-Iweala, Jean-Luc or al-Sudani
_HYPHENED = re.compile(r"\b[A-Z][a-z]+-[a-z]+")
#: a name that is one word is written with a capital, whether the dictionary has it or not: 特斯拉 Tèsīlā
_NAMED = frozenset({"place", "organisation", "name"})
_EDGES = frozenset({"organisation", "role"})


def read(source: Source) -> Article:
    """The article with its sentences, their words and facts, in the order of the text.

    `source.text` must be clean (`source.clean`); every offset counts into it.
    """
    told = lines(source.text, source.title)
    found = facts.find(told, source)
    sentences = tuple(s for line, own in by_line(told, found) if line.role != "credit" for s in _sentences(line, own))
    return Article(source, source.text, sentences, language_of(source.text))


def _sentences(line: Line, found: Sequence[Fact]) -> Iterator[Sentence]:
    edges = [speech_start(line), *(m.end() for m in _SENTENCE_END.finditer(line.text)), len(line.text)]
    for i, j in pairwise(sorted(set(edges))):
        i += len(line.text[i:j]) - len(line.text[i:j].lstrip())
        if i < j and j > speech_start(line):
            yield _sentence(line, i, j, found)


def _sentence(line: Line, i: int, j: int, found: Sequence[Fact]) -> Sentence:
    start, end = line.start + i, line.start + j
    inside = tuple(f for f in found if start <= f.start and f.end <= end)
    text, simplified = line.text[i:j], line.simplified[i:j]
    return Sentence(line, text, simplified, start, _tokens(text, simplified, start, inside), inside)


def _tokens(text: str, simplified: str, start: int, inside: Sequence[Fact]) -> tuple[Token, ...]:
    bars = [
        (f.start - start, f.end - start)
        for f in inside
        if f.kind in BARS or (f.kind in ("role", "organisation") and is_word(f.value.split(":")[0]))
    ]
    people = {(f.start - start, f.end - start): f for f in inside if f.kind == "person"}
    named = {(f.start - start, f.end - start) for f in inside if f.kind in _NAMED}
    spans = _words(simplified, bars, {e - start for f in inside if f.kind in _EDGES for e in (f.start, f.end)})
    read = readings(simplified, spans, list(people), text)
    tokens = []
    for (i, j), reading in zip(spans, read, strict=True):
        name = people.get((i, j))
        said = numbered_name(simplified[i:j], is_chinese(name)) if name else reading.pinyin
        said = said[:1].upper() + said[1:] if (i, j) in named else said
        tokens.append(Token(text[i:j], start + i, start + j, simplified[i:j], said))
    return tuple(tokens)


def _words(simplified: str, bars: list[tuple[int, int]], edges: set[int]) -> list[tuple[int, int]]:
    """Word spans; no word crosses an edge of an institution or office, though these are made of words."""
    free = sorted(e for e in edges if not any(a < e < b for a, b in bars))
    out = []
    for i, j in pairwise([0, *free, len(simplified)]):
        inside = [(a - i, b - i) for a, b in bars if i <= a and b <= j]
        out += [(i + a, i + b) for a, b in segment(simplified[i:j], inside)]
    return out


def is_chinese(person: Fact) -> bool:
    """Whether a name is read as surname and given name: 李成钢 and 文在寅 yes, 贝森特 no."""
    if len(person.value) == 4 and not any(foreign.is_strong(c) or c in foreign.DOT for c in person.value):
        return True  # 岸田文雄: two characters of family name
    if chinese.surname_at(person.value, 0) == person.value:
        return True  # 葛女士: the surname is all there is
    if not chinese.likely(person.value):
        return False
    latin = gazetteer.latin(person.value) or (part.text if (part := person.part("latin")) else "")
    if not latin:
        return not foreign.is_rendered(person.value) or chinese.is_given(person.value)
    if _HYPHENED.search(latin) or _spells(latin, person.value):
        return True
    return not all(map(foreign.is_transliteration, person.value))


def _spells(latin: str, name: str) -> bool:
    """The letters are the name's pinyin, or have its surname as it is spelled elsewhere: 岑子杰 is Jimmy Sham."""
    surname = chinese.surname_at(name, 0)
    pinyin = numbered_name(name, chinese=True)
    if sorted(_letters(latin)) == sorted(_letters(pinyin)):
        return True
    elsewhere = tables.mapping("surname_spellings").get(surname, "").split()
    spelled = {_letters(spelling) for spelling in (pinyin.split(" ")[0], *elsewhere)}
    return bool(spelled & {_letters(part) for part in latin.split() if part[0].isupper()})


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalpha())
