"""How Chinese is read: pinyin, Zhuyin, and which reading a word has where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from quizgen.language.pinyin.lexicon import Span
from quizgen.language.pinyin.notation import Syllable, marked, syllables
from quizgen.language.pinyin.sentence import Reader, Reading
from quizgen.language.pinyin.tones import sandhi
from quizgen.language.pinyin.zhuyin import bopomofo

__all__ = [
    "Reader",
    "Reading",
    "Syllable",
    "bopomofo",
    "marked",
    "readings",
    "sandhi",
    "syllables",
    "taiwan",
]


def readings(simplified: str, spans: Sequence[Span], names: Sequence[Span] = (), original: str = "") -> list[Reading]:
    """One reading for each half-open span, in the context of the whole sentence; see `Reader.readings`."""
    return _reader().readings(simplified, spans, names, original)


def taiwan(simplified: str, numbered: str) -> str:
    """The Taiwan reading of a word: 企业, `qi3 ye4` -> `qi4 ye4`; see `in_taiwan`."""
    from quizgen.language import entries
    from quizgen.language.pinyin.in_taiwan import in_taiwan

    return in_taiwan(entries, simplified, numbered)


@cache
def _reader() -> Reader:
    from quizgen.language import entries
    from quizgen.language.pinyin.model import voice

    return Reader(entries, _tag, voice())


def _tag(word: str) -> str:
    """jieba's tag, but a verb where the dictionary has verbs only: 筛查 (to jieba a noun), 施打 (unknown to it)."""
    from quizgen.language import part_of_speech, word_class

    is_verb = len(word) > 1 and word_class(word)[-2] == "V"
    return "v" if is_verb else part_of_speech(word)
