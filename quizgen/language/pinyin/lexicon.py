"""The dictionary as a voice: where the words of a sentence are, and which readings each may have."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Protocol

from quizgen.language.pinyin import context
from quizgen.language.pinyin.library import HAN

Span = tuple[int, int]
_LONGEST = 12  # characters of a word that is looked up
_MOST_JOINED = 4  # spans that one word is made of: 日|进|斗|金


class Entry(Protocol):
    """What is asked of a dictionary's entry."""

    @property
    def traditional(self) -> str: ...
    @property
    def simplified(self) -> str: ...
    @property
    def pinyin(self) -> str: ...


class Lexicon:
    """Words and their readings, given a dictionary."""

    def __init__(self, entries: Callable[[str], Sequence[Entry]]) -> None:
        self._entries = entries
        self.options = cache(self._options)

    def _options(self, word: str, form: str = "") -> tuple[str, ...]:
        """The readings of a Simplified word; only those of its Traditional form, if the dictionary has that."""
        found = [e for e in self._entries(word) if e.simplified == word and len(e.pinyin.split()) == len(word)]
        sounds = [e.pinyin for e in found if e.traditional == form] or [e.pinyin for e in found]
        if len(word) == 1:
            return tuple(dict.fromkeys(map(str.lower, sounds)))
        return tuple(dict.fromkeys([sound for sound in sounds if sound[0].islower()] or sounds))

    def words(self, text: str, edges: Sequence[int]) -> Iterator[Span]:
        """The words of the dictionary between the edges, which are in order and end with the length of the text."""
        start = 0
        while start < len(text):
            stop = start + 1
            if HAN.match(text[start]):
                stop = self._stop(text, start, edges[bisect(edges, start) :][:_MOST_JOINED])
                yield start, stop
            start = stop

    def _stop(self, text: str, start: int, edges: Sequence[int]) -> int:
        """Where the longest word ends.

        Several spans are one word if the tables have it (一 and 行), or if a single character begins a word that is
        too long to be chance (数 and 不胜数).
        """
        joined = (edge for edge in reversed(edges) if self._is_one(text[start:edge], edges[0] - start))
        inside = range(min(edges[0], start + _LONGEST), start + 1, -1)
        known = (stop for stop in inside if self.options(text[start:stop]) or context.has_rows(text[start:stop]))
        return next(chain(joined, known), start + 1)

    def _is_one(self, word: str, first: int) -> bool:
        """Whether spans make a word; `first` is the length of the first of them."""
        return context.has_rows(word) or (first == 1 and 2 < len(word) <= _LONGEST and bool(self.options(word)))
