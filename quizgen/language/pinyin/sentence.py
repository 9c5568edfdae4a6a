"""The readings of the words of a sentence, each where it stands: several voices, one decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

from quizgen.language.pinyin.context import by_default, in_context
from quizgen.language.pinyin.library import HAN, read
from quizgen.language.pinyin.names import numbered_name

Span = tuple[int, int]


class Entry(Protocol):
    """What a voice needs of a dictionary's entry."""

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
    """Reads sentences, given a dictionary."""

    def __init__(self, entries: Callable[[str], Sequence[Entry]]) -> None:
        self._entries = entries

    def readings(
        self, simplified: str, spans: Sequence[Span], names: Sequence[Span] = (), original: str = ""
    ) -> list[Reading]:
        """One reading for each half-open span, in the context of the whole sentence.

        `names` are spans of Chinese persons; `original` is the same text in the article's script, of the same length.
        """
        form = original if original != simplified else ""
        said = read(simplified)
        sounds = [""] * len(simplified)
        for start, end in names:
            self._set(sounds, start, end, numbered_name(simplified[start:end], chinese=True), simplified)
        for start, end in self._pieces(simplified, spans):
            if not sounds[start]:
                chosen = self._choose(simplified, start, end, form[start:end], said)
                self._set(sounds, start, end, chosen, simplified)
        return [Reading(" ".join(filter(None, sounds[start:end]))) for start, end in spans]

    @staticmethod
    def _set(sounds: list[str], start: int, end: int, pinyin: str, text: str) -> None:
        for i, sound in zip((i for i in range(start, end) if HAN.match(text[i])), pinyin.split(), strict=False):
            sounds[i] = sound

    def _pieces(self, text: str, spans: Sequence[Span]) -> Iterator[Span]:
        """The words of the dictionary that the spans, and what lies between them, are made of."""
        edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
        for start, end in zip(edges, edges[1:], strict=False):
            while start < end:
                stop = next((j for j in range(end, start + 1, -1) if self._options(text[start:j], "")), start + 1)
                if HAN.match(text[start]):
                    yield start, stop
                start = stop

    def _options(self, word: str, form: str) -> tuple[str, ...]:
        """The readings that the dictionary gives the word, those of its Traditional form if it has that."""
        found = [e for e in self._entries(word) if e.simplified == word and len(e.pinyin.split()) == len(word)]
        found = [e for e in found if e.traditional == form] or found
        found = [e for e in found if not e.pinyin[:1].isupper()] or found
        return tuple(dict.fromkeys(e.pinyin.lower() if len(word) == 1 else e.pinyin for e in found))

    def _choose(self, text: str, start: int, end: int, form: str, said: list[str]) -> str:
        word = text[start:end]
        options = self._options(word, form)
        if len(word) > 1:
            found = in_context(text, start, end) or by_default(word)
            if not found:
                found = max(options, key=lambda o: sum(a == b for a, b in zip(o.split(), said[start:end])))
            sounds = found.split()
            for i in range(start, end):
                if insisted := in_context(text, i, i + 1, insisting=True):
                    sounds[i - start] = insisted
            return " ".join(sounds)
        insisted = in_context(text, start, end, insisting=True)
        if insisted:
            return insisted
        if len(options) == 1:
            return options[0]
        for voice in (in_context(text, start, end), by_default(word), said[start]):
            if voice and (not options or voice in options or form == word):
                return voice
        return said[start]
