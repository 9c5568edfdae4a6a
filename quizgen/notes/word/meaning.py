"""Term -> which entry of the dictionary it is, and what that says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quizgen import tables
from quizgen.language import Entry, entries, marked, meant, part_of_speech, simplify, spelled, to_traditional
from quizgen.language.senses import Senses, readable
from quizgen.notes.word.sums import stems
from quizgen.notes.word.terms import Term

_SPEECH = {
    "d": "adverb",
    "c": "conjunction",
    "p": "preposition",
    "r": "pronoun",
    "q": "measure word",
    "i": "idiom",
    "u": "particle",
}
#: what names nothing, so that what counts the noun of the same form says nothing of it: 根據, according to
_SERVING = ("adverb", "preposition", "conjunction", "pronoun", "measure", "place")
_DESCRIBING = ("a", "b", "z")  # jieba's adjectives
_NAMED = {"measure": "measure word", "place": ""}
_HINT = re.compile(r"(?<=\w )\((?!i\.e|e\.g)([^()]*)\)|^\((of [^()]*)\)")


class Meaning(NamedTuple):
    """An entry read for the card."""

    entry: Entry
    senses: Senses
    speech: str
    """verb, noun …, or empty"""
    doubt: str = ""
    """why the reading or the entry is not certain"""


def meaning_of(term: Term, traditional: bool, first: str = "", beside: Iterable[str] = ()) -> Meaning:
    """The entry with the term's reading and form; variants are followed.

    `first` is `noun`, `verb`, `adverb` … where its sentence tells; `beside` are the words near it.
    """
    choices = list(entries(term.word))
    if not choices:
        return Meaning(_unlisted(term, traditional), Senses((), (), ()), "")
    fitting = [e for e in choices if _same_reading(e.pinyin, term.reading)]
    doubt = "" if fitting or not term.reading else f"read {marked(term.reading)} in the sentence"
    entry = max(fitting or choices, key=lambda e: _rank(e, term, traditional))
    others = [e for e in fitting if e != entry and e.simplified == entry.simplified and _alike(e, entry)]
    entry = spelled(entry)
    senses = list(dict.fromkeys([*_borrowed(entry), *entry.senses, *(s for e in others for s in e.senses)]))
    shown = readable(_of_the_matter(_of_the_news(term.word, senses), beside), traditional, marked, first)
    return Meaning(entry, shown, _speech(term.word, shown, first), doubt)


def _of_the_news(word: str, senses: Sequence[str]) -> list[str]:
    """First what the word is in the news: 渠道 is a channel before an irrigation ditch."""
    wanted = next((row[1:] for row in tables.rows("first_senses") if row[0] == word), ())
    return sorted(senses, key=lambda s: next((i for i, words in enumerate(wanted) if words in s), len(wanted)))


def _of_the_matter(senses: Sequence[str], beside: Iterable[str]) -> list[str]:
    """First the senses with what stands beside the word in brackets: 登陆 beside 台风 is to make landfall (of typhoon).

    The others keep the dictionary's order.
    """
    hints = {sense: stems(" ".join(map("".join, _HINT.findall(sense)))) for sense in senses}
    if len(hints) < 2 or not any(hints.values()):
        return list(senses)
    near = [entry for word in beside for entry in entries(word) if not entry.is_proper]
    about = frozenset(stem for entry in near for sense in entry.senses[:3] for stem in stems(sense))
    return sorted(senses, key=lambda sense: not hints[sense] & about)


def _borrowed(entry: Entry) -> tuple[str, ...]:
    """The senses of what a mere reference (`see X`, `abbr. for X`) points to."""
    meant_by = meant(entry)
    return () if meant_by == (entry,) else meant_by[0].senses


def _unlisted(term: Term, traditional: bool) -> Entry:
    """What stands in for an entry: the word's own forms and reading, and no sense, for none is invented."""
    return Entry(term.form if traditional else to_traditional(term.word), term.word, term.reading, ())


def _rank(entry: Entry, term: Term, traditional: bool) -> tuple[bool, bool, int, int, bool]:
    """Common before proper, the article's own form, no mere reference, the most senses; 颱風 before 臺風 for 台风."""
    same = sum(a == b for a, b in zip(entry.traditional, term.form, strict=False)) if traditional else 0
    reference = meant(entry) != (entry,)
    usual = entry.traditional == to_traditional(term.word)
    return (not entry.is_proper, not reference or same == len(term.form), same, len(entry.senses), usual)


def _alike(other: Entry, entry: Entry) -> bool:
    """Another entry of the same characters and reading: a surname, a name."""
    return other.traditional == entry.traditional and meant(other) == (other,)


def _same_reading(theirs: str, ours: str) -> bool:
    """Equal but for capitals, spaces and neutral tones, which readers drop at will."""
    a, b = theirs.lower().split(), ours.lower().split()
    return len(a) == len(b) and all(
        x == y or (x[:-1] == y[:-1] and "5" in (x[-1], y[-1])) for x, y in zip(a, b, strict=True)
    )


def _speech(word: str, senses: Senses, here: str) -> str:
    """What it serves as here; of a word that names or does something, what the English says, and what counts it."""
    jiebas = part_of_speech(word)[:1]
    if jiebas == "i" or (here == "noun" and jiebas in _SPEECH):
        return _SPEECH[jiebas]
    verbal = [sense.startswith("to ") for sense in senses.shown]
    if here in ("verb", "noun") and not any(verbal) and jiebas in _DESCRIBING and not senses.measures:
        return "adjective"  # 公立, 笨拙
    if here == "verb" and not any(verbal):
        here = "noun" if jiebas == "n" else ""
    if here in _SERVING or not any(verbal):
        return _NAMED.get(here, here) or ("noun" if senses.measures else _SPEECH.get(jiebas, ""))
    return (
        "verb, noun"
        if senses.measures or (not all(verbal) and (here == "noun" or part_of_speech(word) == "vn"))
        else "verb"
    )


def headword(entry: Entry, term: Term, traditional: bool, script: str = "article") -> str:
    """The word as the article would write it: its own form where that is the entry's word.

    `script` is article, or trad or simp; `traditional` tells the article's.
    """
    if script != "article" and traditional != (script == "trad"):
        return entry.traditional if script == "trad" else entry.simplified
    is_current = not any(a != b and _is_only_variant(a) for a, b in zip(term.form, entry.traditional, strict=False))
    if (simplify(term.form) == entry.simplified and is_current) or term.form in (entry.simplified, entry.traditional):
        return term.form
    return entry.traditional if traditional else entry.simplified


def _is_only_variant(character: str) -> bool:
    """A form that the dictionary has only as a variant and no region's papers write: the 箇 of 箇別, not 裏 or 衞."""
    found = entries(character)
    is_variant = bool(found) and all("variant of" in sense for e in found for sense in e.senses)
    return is_variant and character not in tables.mapping("regional_forms")
