"""The readings of the words of a sentence, each where it stands: several voices, one decision."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quizgen.language.pinyin import context
from quizgen.language.pinyin.grammar import by_grammar
from quizgen.language.pinyin.lexicon import Entry, Lexicon, Span
from quizgen.language.pinyin.library import read, usual
from quizgen.language.pinyin.names import by_surname, numbered_name
from quizgen.language.pinyin.notation import marked


class Reading(NamedTuple):
    """How a span is read."""

    pinyin: str
    """numbered, one syllable a Han character (`guan1 shui4`); empty for what is not read"""
    doubt: str = ""
    """the losing alternative in words, when the voices disagree"""


class _Page(NamedTuple):
    """A sentence as the voices see it."""

    text: str
    form: str
    """the text in the article's script, or empty if that is Simplified"""
    edges: list[int]
    """where words begin and end, in order"""
    heard: list[str]
    """what pypinyin makes of each character"""


class Reader:
    """Reads sentences, given a dictionary and what part of speech a word is.

    The voices, from the strongest: rows of the tables that insist; the dictionary, if it has one reading for the
    word in the form the article writes; the tables of contexts; grammar, for 为 and 应; what the tables have for a word
    without context; pypinyin; the dictionary's first reading.
    """

    def __init__(self, entries: Callable[[str], Sequence[Entry]], tag: Callable[[str], str]) -> None:
        self._lexicon = Lexicon(entries)
        self._tag = tag

    def readings(
        self, simplified: str, spans: Sequence[Span], names: Sequence[Span] = (), original: str = ""
    ) -> list[Reading]:
        """One reading for each half-open span, in the context of the whole sentence.

        `names` are spans of Chinese persons; `original` is the same text in the article's script, of the same length:
        Traditional text tells 乾 from 幹, 髮 from 發, 隻 from 只.
        """
        edges = sorted({0, len(simplified), *(edge for span in spans for edge in span)})
        page = _Page(simplified, original if original != simplified else "", edges, read(simplified))
        voiced: dict[int, Reading] = {}
        for start, end in names:
            said = numbered_name(simplified[start:end], chinese=True).split()
            voiced |= zip(range(start, end), map(Reading, said), strict=False)
        for start, end in self._lexicon.words(simplified, edges):
            if start not in voiced:
                voiced |= zip(range(start, end), self._read(page, start, end), strict=False)
        return [_joined([voiced[i] for i in range(start, end) if i in voiced]) for start, end in spans]

    def _read(self, page: _Page, start: int, end: int) -> list[Reading]:
        """One reading a character; the doubt stands with the character it is about."""
        chosen = context.insisted(page.text, start, end) or next(self._voices(page, start, end))
        sounds = chosen.split()
        if end - start > 1:
            sounds = [context.insisted(page.text, i, i + 1) or sound for i, sound in enumerate(sounds, start)]
        return [Reading(sound, _doubt(page, i, sound)) for i, sound in enumerate(sounds, start)]

    def _voices(self, page: _Page, start: int, end: int) -> Iterator[str]:
        """What each voice says that has something to say, the strongest first."""
        text, heard = page.text, page.heard[start:end]
        options = self._lexicon.options(text[start:end], page.form[start:end])
        if len(options) == 1:
            yield options[0]
        if end - start == 1:
            yield from filter(None, self._of_character(page, start))
        for said in (*context.in_context(text, start, end), " ".join(heard)):
            if not options or said in options:
                yield said
        yield max(options, key=lambda option: _likeness(option, heard), default=" ".join(heard))

    def _of_character(self, page: _Page, place: int) -> Iterator[str]:
        """What is said of a character alone; grammar and pypinyin only where the tables are told nothing."""
        yield by_surname(page.text, place)
        if not context.is_told(page.text, place, place + 1):
            yield by_grammar(page.text, place, page.edges, self._tag)
            yield _heard_in_token(page, place)


def _heard_in_token(page: _Page, place: int) -> str:
    """What pypinyin knows of the longer token that a character is part of and the dictionary does not: 行 in 行伍."""
    start, end = page.edges[bisect_right(page.edges, place) - 1], page.edges[bisect_right(page.edges, place)]
    sound = _read_token(page.text[start:end])[place - start] if end - start > 1 else ""
    return sound if sound != usual(page.text[place]) else ""


@cache
def _read_token(token: str) -> list[str]:
    return read(token)


def _doubt(page: _Page, place: int, sound: str) -> str:
    """What pypinyin says, if it reads a phrase there, not the character alone, and reads it otherwise."""
    heard = page.heard[place]
    if heard in ("", usual(page.text[place])) or _agree(sound.lower(), heard):
        return ""
    return f"or {marked(heard)}"


def _joined(parts: Sequence[Reading]) -> Reading:
    return Reading(" ".join(part.pinyin for part in parts), "; ".join(part.doubt for part in parts if part.doubt))


def _likeness(option: str, heard: Sequence[str]) -> int:
    """In how many syllables two readings agree."""
    return sum(map(_agree, option.split(), heard))


def _agree(sound: str, heard: str) -> bool:
    """Whether two syllables are the same, the neutral tone agreeing with each."""
    return sound == heard or (sound[:-1] == heard[:-1] and "5" in sound + heard)
