"""Simplified text to words. The only door to jieba: its dictionary with counts, read as data.

jieba's own start-up builds a prefix table for 1.3 s and marshal-loads a world-writable file from the
temp folder; a table of counts and the same search for the likeliest path need neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path

from quizgen import tables

Span = tuple[int, int]

_MILLIONS = 60.101967  # the sum of the counts in jieba 0.42.1
_LOG_TOTAL = log(_MILLIONS * 1e6)
_LONGEST = 8  # characters; what is longer is the name of an office or a place, and made of words
_RUN = re.compile(r"(?P<hanzi>[\u3400-\u9fff〇\U00020000-\U0003ffff]+)|[A-Za-zÀ-ɏ0-9]+(?:[.'’&+\-][A-Za-zÀ-ɏ0-9]+)*")
_NUMERAL = "一二三四五六七八九十百千万亿两几数多半每这那某首第各"
_COUNT = re.compile(r"[一二三四五六七八九十百千万亿两几数]+|\d[\d,.]*")
_DAYS = "年月日天次页元"
_PREDICATES = ("v", "d", "a", "p")  # jieba's tags of verbs, adverbs, adjectives and prepositions
_QUALITIES = ("a", "b")  # jieba's adjectives and attributes
_NOUNS = ("n", "nt")  # and of nouns and bodies
_USUAL = 1000  # a chain of words that jieba met so often is a word: 固定资产, 发展中国家; 总统选举 is none
_FIXED_PHRASE = "i"  # jieba's tag of idioms
_LEAST_ENTRY = 60  # an entry of the dictionary counts as met sixty times, in jieba's 60 million words
_LEAST_NEW = 20  # and one that jieba does not have, twenty times
_LEAST_PAIR = 3000  # 中美, 俄乌: two countries, which every article has in other pairs; 中美元首 has no 美元
_RENDERING = 8.0  # -log of the chance that a word is a rendering no dictionary has; best on even lines of UD


class Segmenter:
    """Finds words, given which words a dictionary has and which of its chains stay whole."""

    def __init__(self, has_entry: Callable[[str], bool], is_fixed: Callable[[str], bool], measures: str) -> None:
        """`is_fixed` words stay whole although they are chains of words: idioms, names, words of a level.

        `measures` are the characters that count things: 一個, 三輪 are two words.
        """
        self._has_entry, self._is_fixed = has_entry, is_fixed
        self._counted = re.compile(f"[{_NUMERAL}][{measures}{_DAYS}]")
        self._measures = frozenset(measures)
        self._cost = cache(self._cost_of)
        self._words = lru_cache(maxsize=4096)(self._words_of)  # names are sought in the runs first, then words

    def segment(self, simplified: str, bars: Sequence[Span] = ()) -> list[Span]:
        """The words of a text, in order; see quizgen.language.segment."""
        spans: list[Span] = []
        position = 0
        for start, end in sorted(bars):
            spans += self._between(simplified, position, start)
            spans.append((start, end))
            position = end
        return [*spans, *self._between(simplified, position, len(simplified))]

    def tag(self, word: str) -> str:
        """jieba's part of speech, or empty."""
        return _count_and_tag(word)[1]

    def frequency(self, word: str) -> float:
        """How often jieba met the word, per million words; 0 for what it does not have."""
        return _count_and_tag(word)[0] / _MILLIONS

    def alone(self, word: str) -> float:
        """How often it stands alone as a word, per million words; jieba counts characters inside others, too."""
        return _count(word) / _MILLIONS

    def _between(self, text: str, start: int, end: int) -> Iterator[Span]:
        for run in _RUN.finditer(text, start, end):
            if run["hanzi"]:
                yield from ((run.start() + i, run.start() + j) for i, j in self._words(run["hanzi"]))
            else:
                yield run.span()

    def _words_of(self, run: str) -> tuple[Span, ...]:
        """The words of a run of Hanzi, whatever stands around it."""
        words = [part for word in self._path(run) for part in self._parts(run, *word)]
        return tuple(self._recut(run, self._evened(run, words)))

    def _evened(self, run: str, words: list[Span]) -> list[Span]:
        """What was seldom met gives way to what was: 同|性伴侣 to 同性|伴侣, 量身|高 to 量|身高."""
        out = words[:1]
        for start, end in words[1:]:
            at = out[-1][0]
            if size := self._first(run[at:start], run[start:end]):
                out[-1], start = (at, at + size), at + size
            out.append((start, end))
        return out

    def _first(self, one: str, two: str) -> int:
        """How long the first of two words is if they are to be cut anew, else 0."""
        both, sizes = one + two, (len(one), len(two))
        if sizes == (1, 3) and self._is_seldom(two) and self._are_usual(both[:2], both[2:]):
            return 2
        is_likelier = sizes == (2, 1) and _together(both[0], both[1:]) > _together(one, two)
        return 1 if is_likelier and self._is_seldom(one) else 0

    def _is_seldom(self, word: str) -> bool:
        return 0 < _count_and_tag(word)[0] < _LEAST_ENTRY and not self._is_fixed(word)

    def _are_usual(self, *words: str) -> bool:
        return all(self._has_entry(word) and _count_and_tag(word)[0] > _LEAST_ENTRY for word in words)

    def _parts(self, run: str, start: int, end: int) -> Iterator[Span]:
        """A word or, of one without an entry, its words: 专家组 led the path past 组成; 欧委会 is made of none."""
        word, has = run[start:end], self._has_entry
        if len(word) != 3 or has(word) or self._is_fixed(word) or self.tag(word) not in _NOUNS:
            yield start, end
            return
        cuts = [i for i in (1, 2) if has(word[:i]) and has(word[i:])]
        at = min(cuts, key=lambda i: sum(self._cost(part) or 0 for part in (word[:i], word[i:])), default=0)
        yield from ((start, start + at), (start + at, end)) if at else ((start, end),)

    def _path(self, text: str) -> list[Span]:
        """The likeliest words of a run of Hanzi: those with the largest product of relative counts."""
        start, end = 0, len(text)
        best = [(0.0, end)]  # for each place, from the end: the cost of the rest, and where its first word stops
        for i in range(end - 1, start - 1, -1):
            best.append(min((cost + best[end - j][0], j) for j, cost in self._words_at(text, i, end)))
        words = []
        while start < end:
            stop = best[end - start][1]
            words.append((start, stop))
            start = stop
        return words

    def _recut(self, text: str, words: list[Span]) -> Iterator[Span]:
        """Cuts what only looks like a word: 才能 before a verb, the 本書 of 一本書, the 部 of 国防部|长."""
        before, start = "", words[0][0]
        for (_, end), (after, stop) in zip(words, [*words[1:], (0, 0)], strict=True):
            word, follower = text[start:end], text[after:stop]
            office = word[-1] + follower
            if follower == "长" and _count(office) > _LEAST_ENTRY and all(map(self._has_entry, (office, word[:-1]))):
                end -= 1  # but 孩子|长: 子长 is a county that few have met
            elif size := self._head(before, word, follower):
                yield start, start + size
                start += size
            yield start, end
            before, start = text[start:end], end

    def _head(self, before: str, word: str, after: str) -> int:
        """How much of the word is a word of its own beside these neighbours; 0 if it is whole."""
        is_counted = len(word) == 2 and word[0] in self._measures and _COUNT.fullmatch(before)
        is_quality = self.tag(word)[:1] in _QUALITIES  # 一次|要, for what is counted is a thing
        if is_counted and (word[0] == "个" or is_quality or not self._is_fixed(word)):
            return 1  # 一个|人, though 个人 is a word of a level
        owned = before[-1:] in ("的", "其", "有", "无")
        chain = int(tables.mapping("chained_words").get(word, 0))
        return chain if chain and not owned and self.tag(after)[:1] in _PREDICATES else 0

    def _words_at(self, text: str, start: int, end: int) -> Iterator[tuple[int, float]]:
        """Where a word that begins here may stop, and what it costs."""
        rendering, renderings = _RENDERING, _renderings()
        for stop in range(start + 1, min(end, start + _LONGEST) + 1):
            if (cost := self._cost(text[start:stop])) is not None:
                yield stop, cost
            rendering += renderings.get(text[stop - 1], 99.0)
            if rendering < 99 and stop - start > 1:
                yield stop, rendering

    def _cost_of(self, word: str) -> float | None:
        """-log of the word's share of all words; None for what is no word. Any single character is one."""
        count, has_entry = _count(word), self._has_entry(word)
        if len(word) > 1 and not ((count or has_entry) and self._admits(word, has_entry)):
            return None
        least = 1 if not has_entry else _LEAST_ENTRY if count or len(word) == 1 else _LEAST_NEW
        if has_entry and len(word) == 2 and set(word) <= tables.words("country_characters"):
            least = _LEAST_PAIR
        return _LOG_TOTAL - log(max(count, least))

    def _admits(self, word: str, has_entry: bool) -> bool:
        """Whether the path may take the word: jieba's pairs, and of longer words those that have an entry."""
        if self._counted.fullmatch(word):
            return self._is_fixed(word)
        if len(word) > 2 and set(word[:2]) <= tables.words("country_characters") and self._has_entry(word[2:]):
            return False
        count, tag = _count_and_tag(word)
        if not has_entry:
            return len(word) == 2 or self._is_fixed(word) or (len(word) == 3 and tag in _NOUNS)
        is_met = tag == _FIXED_PHRASE or count >= _USUAL
        return len(word) < 4 or is_met or not self._is_chain(word) or self._is_fixed(word)

    def _is_chain(self, word: str) -> bool:
        return any(self._has_entry(word[:i]) and self._has_entry(word[i:]) for i in range(2, len(word) - 1))


def _together(first: str, second: str) -> int:
    """How likely two words are to stand together by their counts, whatever the dictionary has."""
    return _count(first) * _count(second)


def _count(word: str) -> int:
    """jieba's count, or a better one."""
    told = tables.pairs("word_counts").get(word)
    return int(told) if told else _count_and_tag(word)[0]


def _count_and_tag(word: str) -> tuple[int, str]:
    """jieba's count and part of speech of a word; 0 and nothing for what it does not have."""
    head = f"{word} ".encode()
    at = bisect_left(_lines(), head)
    if at == len(_lines()) or not _lines()[at].startswith(head):
        return 0, ""
    _, count, tag = _lines()[at].split(b" ")
    return int(count), tag.decode()


@cache
def _lines() -> list[bytes]:
    """jieba's dictionary, in order: `word count tag`. Decoding or indexing what nobody asks for takes far longer."""
    folder = find_spec("jieba").submodule_search_locations[0]  # type: ignore[union-attr,index]
    return sorted((Path(folder) / "dict.txt").read_bytes().splitlines())  # found, not imported: that takes 0.3 s


@cache
def _renderings() -> dict[str, float]:
    """-log of each character's share in renderings of foreign names: 斯 3.1, 尔 3.3."""
    counts = {row[0]: int(row[1]) for row in tables.rows("rendering_characters")}
    total = log(sum(counts.values()))
    return {character: total - log(count) for character, count in counts.items()}
