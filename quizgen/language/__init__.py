"""What is known of Chinese, whatever the article: script, words, readings, senses, levels.

The rooms do not know one another; what needs two of them is put together here, and loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quizgen.language.dictionary import Entry, compounds_of, entries, is_word, meant, spelled
    from quizgen.language.levels import Standard
    from quizgen.language.pinyin import (
        Reading,
        Syllable,
        bopomofo,
        marked,
        readings,
        sandhi,
        syllables,
        taiwan,
    )  # fmt: skip
    from quizgen.language.script import from_traditional, is_traditional, language_of, simplify, to_traditional
    from quizgen.language.segmenter import Segmenter, Span
    from quizgen.language.tagger import Tagger

__all__ = [
    "Entry",
    "Reading",
    "Standard",
    "Syllable",
    "alone",
    "bopomofo",
    "compounds_of",
    "entries",
    "frequency",
    "from_traditional",
    "gloss_of_name",
    "is_traditional",
    "is_word",
    "language_of",
    "marked",
    "meant",
    "name_reading",
    "numbered_name",
    "part_of_speech",
    "proper",
    "readings",
    "sandhi",
    "segment",
    "simplified_word",
    "simplify",
    "spelled",
    "standard",
    "syllables",
    "tags",
    "taiwan",
    "to_traditional",
    "word_class",
]
_ROOMS = {
    "script": ("from_traditional", "is_traditional", "language_of", "simplify", "to_traditional"),
    "dictionary": ("Entry", "compounds_of", "entries", "is_word", "meant", "spelled"),
    "levels": ("Standard",),
    "pinyin": (
        *("Reading", "Syllable", "bopomofo", "marked"),
        *("readings", "sandhi", "syllables", "taiwan"),
    ),
}


def __getattr__(name: str) -> Any:
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def segment(simplified: str, bars: Sequence[Span] = ()) -> list[Span]:
    """The words of a Simplified text as half-open spans, in order.

    A bar (the span of a name or a number) becomes one token, and no word crosses it or punctuation.
    Runs of Latin letters and digits are tokens; punctuation and white space are not.

    >>> [text[a:b] for a, b in segment(text := "中方立场强硬，TikTok问题")]
    ['中方', '立场', '强硬', 'TikTok', '问题']
    """
    return _segmenter().segment(simplified, bars)


def part_of_speech(simplified: str) -> str:
    """jieba's tag of a word (`n`, `v`, `a`, `d`, `ns` …), or empty for a word that it does not have."""
    return _segmenter().tag(simplified)


def tags(words: Sequence[str], known: Sequence[str]) -> list[str]:
    """The parts of speech of Simplified words and marks in their sentence; see quizgen.language.tagger.

    `known` has the tag of each word that is certain (`nr` a person, `ns` a place, `t` a day …), else an empty string.

    >>> tags(["警方", "调查", "此", "案", "，"], [""] * 5), tags(["接受", "警方", "调查", "。"], [""] * 4)
    (['n', 'v', 'r', 'n', 'w'], ['v', 'n', 'vn', 'w'])
    """
    return _tagger().tags(words, known)


@cache
def word_class(word: str) -> str:
    """What is known of a word without its sentence: jieba's tag, whether its senses are verbs, its length.

    >>> word_class("热议"), word_class("首相")
    ('-2', 'dn2')
    """
    from quizgen.language import dictionary

    senses = [s for e in dictionary.entries(word) if not e.is_proper for s in e.senses if not s.startswith("CL:")]
    verbs = [sense.startswith("to ") for sense in senses]
    voice = "-" if not verbs else "V" if all(verbs) else "v" if verbs[0] else "m" if any(verbs) else "n"
    return f"{part_of_speech(word)[:2]}{voice}{min(len(word), 3)}"


def frequency(simplified: str) -> float:
    """How often a word is met in general, per million words; 0 for a word that jieba does not have."""
    return _segmenter().frequency(simplified)


def alone(simplified: str) -> float:
    """How often a character stands alone as a word, per million words: 门 161 times, not 663 as `frequency` has it."""
    return _segmenter().alone(simplified)


def simplified_word(form: str) -> str:
    """A word that is given alone, in either script, in Simplified: the dictionary tells what its characters do not.

    >>> [simplified_word(form) for form in ("於", "乾杯", "著急", "乾隆", "慰藉", "加徵")]
    ['于', '干杯', '着急', '乾隆', '慰藉', '加征']
    """
    from quizgen.language import dictionary, script

    plain = script.from_traditional(form)
    if any(form == entry.traditional for entry in dictionary.entries(plain)):
        return plain
    own = [entry.simplified for entry in dictionary.entries(form)]
    return form if dictionary.is_word(form) else next(iter(own), plain)


def proper(simplified: str) -> str:
    """What kind of name a word is by its capitalised entries: place, person, organisation, surname, other or empty.

    >>> proper("斯德哥尔摩"), proper("关税")
    ('place', '')
    """
    from quizgen.language.glosses import kind_of_name

    return kind_of_name(_senses_of_name(simplified))


def gloss_of_name(simplified: str) -> str:
    """A proper noun in English, without offices and years: 斯德哥尔摩 -> Stockholm; empty for what is no name."""
    from quizgen.language.glosses import name_in_english

    return name_in_english(_senses_of_name(simplified))


def name_reading(simplified: str, chinese: bool) -> str:
    """A person's name as it is shown: 何立峰 -> `Hé Lìfēng`; rendered from another language 贝森特 -> `Bèisēntè`."""
    from quizgen.language.pinyin import marked

    return marked(numbered_name(simplified, chinese))


def numbered_name(simplified: str, chinese: bool) -> str:
    """A person's name in numbered pinyin, as the dictionary has it (刘禅 `Liu2 Shan4`), else spelled by its form."""
    from quizgen import tables
    from quizgen.language import dictionary
    from quizgen.language.pinyin.names import numbered_name as spelled_out

    known = {e.pinyin for e in dictionary.entries(simplified) if e.is_proper and e.simplified == simplified}
    is_person = len(simplified) > 1 and len(known) == 1 and proper(simplified) == "person"
    if not is_person:
        return spelled_out(simplified, chinese)
    family, *given = known.pop().split()  # the dictionary writes a capital to each syllable: Guo1 Tai2 Ming2
    if len(simplified) == 3 and len(given) == 2 and simplified[:2] not in tables.words("surnames"):
        given[1] = given[1].lower()
    return " ".join([family, *given])


def standard(name: str = "hsk2025") -> Standard:
    """hsk2025, hsk2021, hsk2010, or the path of a CSV file `word,level`, in either script."""
    from quizgen.language import levels

    return levels.standard(name, simplified_word)


@cache
def _senses_of_name(simplified: str) -> tuple[str, ...]:
    """The senses of a word's capitalised entries; a cross-reference without more is followed."""
    from quizgen.language import dictionary

    own = [entry for entry in dictionary.entries(simplified) if entry.is_proper]
    followed = [e for entry in own for e in dictionary.meant(entry) if e.is_proper]
    return tuple(sense for entry in followed for sense in entry.senses)


@cache
def _tagger() -> Tagger:
    from quizgen.language.tagger import Tagger

    return Tagger(word_class)


@cache
def _segmenter() -> Segmenter:
    from quizgen.language import dictionary, levels
    from quizgen.language.segmenter import Segmenter

    def is_fixed(word: str) -> bool:
        return levels.is_listed(word) or dictionary.is_fixed(word)

    return Segmenter(dictionary.is_word, is_fixed, dictionary.measures())
