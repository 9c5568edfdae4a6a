"""Term -> which entry of the dictionary it is, and what that says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizgen.items import Token
from quizgen.language import Entry, entries, marked, meant, part_of_speech, simplify
from quizgen.language.senses import Senses, readable, taiwan_reading
from quizgen.notes.word.terms import Term

_SPEECH = {"v": "verb", "n": "noun", "a": "adjective", "d": "adverb", "c": "conjunction", "p": "preposition",
           "r": "pronoun", "q": "measure word", "m": "numeral", "i": "idiom", "l": "phrase", "u": "particle"}  # fmt: skip
_BEFORE_NOUNS = frozenset("达成 做出 作出 进行 举行 取得 有 没有 的 发生 加强 提出 是 双方 一个 这个 召开 展开".split())
_AFTER_VERBS = frozenset("了 着 过 到 出 他 她 我们 他们 它".split())


class Meaning(NamedTuple):
    """An entry read for the card."""

    entry: Entry
    senses: Senses
    speech: str
    """verb, noun …, or empty"""
    taiwan: str
    """the numbered reading of Taiwan where it differs, or empty"""
    doubt: str = ""
    """why the reading or the entry is not certain"""


def meaning_of(term: Term, traditional: bool, first: str = "") -> Meaning | None:
    """The entry with the term's reading and form; variants are followed; None without an entry.

    `first` is `noun` or `verb` where the neighbours tell which the word is here.
    """
    choices = [e for e in entries(term.word)]
    if not choices:
        return None
    fitting = [e for e in choices if _same_reading(e.pinyin, term.reading)]
    doubt = "" if fitting or not term.reading else f"read {marked(term.reading)} in the sentence"
    entry = max(fitting or choices, key=lambda e: _rank(e, term, traditional))
    others = [e for e in fitting if e != entry and e.simplified == entry.simplified and _alike(e, entry)]
    entry = meant(entry)[0]
    senses = [*entry.senses, *(s for e in others for s in e.senses if s not in entry.senses)]
    taiwan = taiwan_reading(entry.senses)
    return Meaning(entry, readable(senses, traditional, marked, first), _speech(term.word, senses), taiwan, doubt)


def speech_here(neighbours: Sequence[tuple[Token | None, Token | None]]) -> str:
    """`noun` or `verb` if the words before and after tell it for most places, else empty."""
    votes = sum(_vote(before, after) for before, after in neighbours)
    return "noun" if votes > 0 else "verb" if votes < 0 else ""


def brief(word: str, form: str, article: Callable[[str], bool] = lambda _: False) -> str:
    """One short English word for a part of a word: 加 -> add; the entry is that of the part's own form."""
    choices = [e for e in entries(word) if not e.is_proper]
    own = [e for e in choices if form in (e.traditional, e.simplified)] or choices
    glosses = [_bare(s) for e in own for s in readable(e.senses, True, marked).shown]
    return next((g for g in glosses if article(g)), glosses[0] if glosses else "")


def _bare(gloss: str) -> str:
    import re

    plain = re.sub(r"\([^)]*\)", "", gloss).split(";")[0].split(",")[0].strip()
    return plain.removeprefix("to ").strip()


def _vote(before: Token | None, after: Token | None) -> int:
    """Above 0 for a noun."""
    noun = bool(before and before.word in _BEFORE_NOUNS) + bool(after and after.word in ("的", "是"))
    return noun - bool(after and after.word in _AFTER_VERBS)


def _rank(entry: Entry, term: Term, traditional: bool) -> tuple[bool, bool, int, int]:
    """Common before proper, the article's own form, no mere reference, the most senses."""
    same = sum(a == b for a, b in zip(entry.traditional, term.form, strict=False)) if traditional else 0
    reference = meant(entry) != (entry,)
    return (not entry.is_proper, not reference or same == len(term.form), same, len(entry.senses))


def _alike(other: Entry, entry: Entry) -> bool:
    """Another entry of the same characters and reading: a surname, a name."""
    return other.traditional == entry.traditional and meant(other) == (other,)


def _same_reading(theirs: str, ours: str) -> bool:
    """Equal but for capitals, spaces and neutral tones, which readers drop at will."""
    a, b = theirs.lower().split(), ours.lower().split()
    return len(a) == len(b) and all(x == y or (x[:-1] == y[:-1] and "5" in (x[-1], y[-1])) for x, y in zip(a, b, strict=True))


def _speech(word: str, senses: Sequence[str]) -> str:
    tag = _SPEECH.get(part_of_speech(word)[:1], "")
    verbal = [s.startswith("to ") for s in senses]
    if tag == "noun" and all(verbal) or tag in ("", "verb") and any(verbal):
        return "verb, noun" if not all(verbal) and tag == "verb" else "verb"
    return tag if tag != "verb" else ""


def headword(entry: Entry, term: Term, traditional: bool) -> str:
    """The word as the article would write it: its own form where that is the entry's word."""
    if simplify(term.form) == entry.simplified or term.form in (entry.simplified, entry.traditional):
        return term.form
    return entry.traditional if traditional else entry.simplified
