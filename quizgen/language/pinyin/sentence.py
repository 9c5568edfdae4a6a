"""The readings of the words of a sentence, each where it stands: several voices, one decision."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple, Protocol

from quizgen.language.pinyin import context
from quizgen.language.pinyin.library import HAN, read
from quizgen.language.pinyin.names import numbered_name
from quizgen.language.pinyin.notation import marked

Span = tuple[int, int]
_LONGEST = 12  # characters of a word that is looked up
_MOST_JOINED = 3  # spans that one word of the tables is made of


class Entry(Protocol):
    """What is asked of a dictionary's entry."""

    @property
    def traditional(self) -> str: ...
    @property
    def simplified(self) -> str: ...
    @property
    def pinyin(self) -> str: ...


class Reading(NamedTuple):
    """How a span is read."""

    pinyin: str
    """numbered, one syllable a Han character (`guan1 shui4`); empty for what is not read"""
    doubt: str = ""
    """the losing alternative in words, when the voices disagree"""


class Reader:
    """Reads sentences, given a dictionary.

    The voices, from the strongest: rows of the tables that insist; the dictionary, if it has one reading for the
    word in the form the article writes; the tables of contexts; pypinyin; the dictionary's first reading.
    """

    def __init__(self, entries: Callable[[str], Sequence[Entry]]) -> None:
        self._entries = entries
        self._options = cache(self._options_of)

    def readings(
        self, simplified: str, spans: Sequence[Span], names: Sequence[Span] = (), original: str = ""
    ) -> list[Reading]:
        """One reading for each half-open span, in the context of the whole sentence.

        `names` are spans of Chinese persons; `original` is the same text in the article's script, of the same length:
        Traditional text tells 乾 from 幹, 髮 from 發, 隻 from 只.
        """
        form = original if original != simplified else ""
        heard = read(simplified)
        voiced: dict[int, Reading] = {}
        for start, end in names:
            said = numbered_name(simplified[start:end], chinese=True).split()
            voiced |= zip(range(start, end), map(Reading, said), strict=False)
        for start, end in self._words(simplified, spans):
            if start not in voiced:
                chosen = self._read(simplified, start, end, form[start:end], heard[start:end])
                voiced |= zip(range(start, end), chosen, strict=False)
        return [_joined(voiced, start, end) for start, end in spans]

    def _words(self, text: str, spans: Sequence[Span]) -> Iterator[Span]:
        """The words of the dictionary that the spans, and what lies between them, are made of."""
        edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
        start = 0
        while start < len(text):
            stop = start + 1
            if HAN.match(text[start]):
                following = edges[bisect(edges, start) :][:_MOST_JOINED]
                stop = self._stop(text, start, following)
                yield start, stop
            start = stop

    def _stop(self, text: str, start: int, edges: Sequence[int]) -> int:
        """Where the longest word ends.

        A single character may be one word with the spans behind it: if the tables have that (一 and 行), or if it is
        too long to be chance (数 and 不胜数).
        """
        joined = (edge for edge in reversed(edges) if edges[0] == start + 1 and self._is_one(text[start:edge]))
        inside = range(min(edges[0], start + _LONGEST), start + 1, -1)
        known = (stop for stop in inside if self._options(text[start:stop], ""))
        return next(chain(joined, known), start + 1)

    def _is_one(self, word: str) -> bool:
        return context.has_rows(word) or (2 < len(word) <= _LONGEST and bool(self._options(word, "")))

    def _options_of(self, word: str, form: str) -> tuple[str, ...]:
        """The readings that the dictionary gives the word, those of its Traditional form if it has that."""
        found = [e for e in self._entries(word) if e.simplified == word and len(e.pinyin.split()) == len(word)]
        sounds = [e.pinyin for e in found if e.traditional == form] or [e.pinyin for e in found]
        if len(word) == 1:
            return tuple(dict.fromkeys(map(str.lower, sounds)))
        return tuple(dict.fromkeys([s for s in sounds if s[0].islower()] or sounds))

    def _read(self, text: str, start: int, end: int, form: str, heard: list[str]) -> list[Reading]:
        """One reading a character."""
        told = context.insisted(text, start, end)
        options = self._options(text[start:end], form)
        doubt = ""
        if not told:
            told, doubt = self._choose(text, start, end, options, heard)
        sounds = told.split()
        if end - start > 1:
            sounds = [context.insisted(text, start + i, start + i + 1) or sound for i, sound in enumerate(sounds)]
        return [Reading(sound, doubt if i == 0 else "") for i, sound in enumerate(sounds)]

    def _choose(self, text: str, start: int, end: int, options: Sequence[str], heard: list[str]) -> tuple[str, str]:
        """The winning reading of a word, and the losing one in words."""
        spoken = " ".join(heard)
        if len(options) == 1:
            return options[0], ""
        allowed = [said for said in (*context.in_context(text, start, end), spoken) if not options or said in options]
        nearest = max(options, key=lambda o: _likeness(o, heard), default=spoken)
        chosen = [*allowed, nearest][0]
        sure = context.is_told(text, start, end) or nearest == chosen
        return chosen, "" if sure else f"or {marked(nearest)}"


def _joined(voiced: dict[int, Reading], start: int, end: int) -> Reading:
    parts = [voiced[i] for i in range(start, end) if i in voiced]
    return Reading(" ".join(part.pinyin for part in parts), "; ".join(part.doubt for part in parts if part.doubt))


def _likeness(option: str, heard: list[str]) -> int:
    """In how many syllables two readings agree, the neutral tone agreeing with each."""
    return sum(a == b or (a[:-1], a[-1]) == (b[:-1], "5") for a, b in zip(option.split(), heard, strict=False))
