"""The readings of the words of a sentence, each where it stands: several voices, one decision."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from quizgen.language.pinyin import context
from quizgen.language.pinyin.grammar import DECIDED, by_grammar
from quizgen.language.pinyin.lexicon import Entry, Lexicon, Span
from quizgen.language.pinyin.library import HAN, read, usual
from quizgen.language.pinyin.model import Voice
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


class Reader:
    """Reads sentences, given a dictionary and what part of speech a word is.

    The voices, from the strongest: rows of the tables that insist; the dictionary, if it has one reading for the
    word in the form the article writes; surnames; the tables of contexts; grammar; the model, if it is installed, for
    a character alone whose contexts are not written out; what the tables have for a word without context; pypinyin;
    the dictionary's first reading.
    """

    def __init__(self, entries: Callable[[str], Sequence[Entry]], tag: Callable[[str], str], model: Voice) -> None:
        self._lexicon = Lexicon(entries)
        self._tag = tag
        self._model = model

    def readings(
        self, simplified: str, spans: Sequence[Span], names: Sequence[Span] = (), original: str = ""
    ) -> list[Reading]:
        """One reading for each half-open span, in the context of the whole sentence.

        `names` are spans of Chinese persons; `original` is the same text in the article's script, of the same length:
        Traditional text tells 乾 from 幹, 髮 from 發, 隻 from 只.
        """
        edges = sorted({0, len(simplified), *(edge for span in spans for edge in span)})
        page = _Page(simplified, original if original != simplified else "", edges)
        voiced: dict[int, Reading] = {}
        for start, end in names:
            said = numbered_name(simplified[start:end], chinese=True).split()
            voiced |= zip(range(start, end), map(Reading, said), strict=False)
        for start, end in self._lexicon.words(simplified, edges):
            if start not in voiced:
                voiced |= zip(range(start, end), self._read(page, start, end), strict=False)
        return [
            _joined([voiced[i] for i in range(*span) if i in voiced and HAN.match(simplified[i])]) for span in spans
        ]

    def _read(self, page: _Page, start: int, end: int) -> list[Reading]:
        """One reading a character; the doubt stands with the first. Words that the tables have are decided."""
        word = page.text[start:end]
        dictionary = self._lexicon.options(word, page.form[start:end])
        heard = " ".join(_heard(page, start, end))
        chosen = context.insisted(page.text, start, end) or next(self._voices(page, start, end, dictionary, heard))
        sounds = chosen.split()
        if end - start > 1:
            sounds = [context.insisted(page.text, i, i + 1) or sound for i, sound in enumerate(sounds, start)]
        doubt = "" if end - start == 1 or context.has_rows(word) else _doubt(word, sounds, heard.split())
        return [Reading(sound, "" if i else doubt) for i, sound in enumerate(sounds)]

    def _voices(self, page: _Page, start: int, end: int, dictionary: Sequence[str], heard: str) -> Iterator[str]:
        """What each voice says that has something to say, the strongest first."""
        if len(dictionary) == 1:
            yield dictionary[0]
        if end - start == 1:
            yield from filter(None, self._of_character(page, start, dictionary, heard))
        for said in (*context.in_context(page.text, start, end), heard):
            if not dictionary or said in dictionary:
                yield said
        yield max(dictionary, key=lambda option: _likeness(option, heard), default=heard)

    def _of_character(self, page: _Page, place: int, dictionary: Sequence[str], heard: str) -> Iterator[str]:
        """What is said of a character alone; grammar, pypinyin and the model only where the tables are told nothing."""
        yield by_surname(page.text, place, page.edges, self._tag)
        if not context.is_told(page.text, place, place + 1):
            yield by_grammar(page.text, place, page.edges, self._tag)
            yield heard if heard != usual(page.text[place]) else ""
            if page.text[place] not in DECIDED and not context.is_written_out(page.text[place]):
                said = self._model(page.text, place)
                yield said if said in dictionary else ""


def _heard(page: _Page, start: int, end: int) -> list[str]:
    """What pypinyin makes of a word in the span that it is part of: 行 in 行伍, which the dictionary does not have."""
    first, last = page.edges[bisect_right(page.edges, start) - 1], page.edges[bisect_left(page.edges, end)]
    return _read_span(page.text[first:last])[start - first : end - first]


@cache
def _read_span(text: str) -> list[str]:
    return read(text)


def _doubt(word: str, sounds: Sequence[str], heard: Sequence[str]) -> str:
    """What pypinyin says otherwise, if it knows the word and does not merely spell it."""
    voices = zip(word, sounds, heard, strict=True) if len(heard) == len(word) else ()
    known = any(not _agree(sound, other) and other != usual(char) for char, sound, other in voices)
    return f"or {marked(' '.join(heard))}" if known else ""


def _joined(parts: Sequence[Reading]) -> Reading:
    return Reading(" ".join(part.pinyin for part in parts), "; ".join(part.doubt for part in parts if part.doubt))


def _likeness(option: str, heard: str) -> int:
    """In how many syllables two readings agree."""
    return sum(map(_agree, option.split(), heard.split()))


def _agree(sound: str, other: str) -> bool:
    """Whether two syllables are the same, whatever the case, the neutral tone agreeing with each."""
    sound, other = sound.lower(), other.lower()
    return sound == other or (sound[:-1] == other[:-1] and "5" in sound + other)
