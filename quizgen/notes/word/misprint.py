"""Words that the article seems to have misprinted: 找到了新的途經 means 途徑, and 途經 is no word to learn from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.items import Token
from quizgen.language import Entry, compounds_of, entries, frequency
from quizgen.notes.word.terms import Term

Neighbours = tuple[Token | None, Token | None]


def misprint_for(term: Term, neighbours: Sequence[Neighbours]) -> str:
    """The word that the article means instead, in its script, or empty.

    Only a verb of two characters that stands where nouns stand (的途經，) wherever it is met, and has a more frequent
    noun of the same syllables and one other character.
    """
    found = entries(term.word)
    if len(term.word) != 2 or not found or not all(map(_is_verb, found)) or not all(map(_is_noun_here, neighbours)):
        return ""
    likely = [e for e in _alike(term, found) if frequency(e.simplified) > frequency(term.word)]
    best = max(likely, key=lambda e: frequency(e.simplified), default=None)
    return "" if best is None else best.simplified if term.form == term.word else best.traditional


def _is_verb(entry: Entry) -> bool:
    """No sense of it is a noun's or an adjective's: to pass through; via."""
    return all(part.strip().startswith(("to ", "via", "by ")) for sense in entry.senses for part in sense.split(";"))


def _is_noun_here(neighbours: Neighbours) -> bool:
    """的 before it, and nothing after it in the clause."""
    before, after = neighbours
    return before is not None and before.word == "的" and after is None


def _alike(term: Term, found: Sequence[Entry]) -> Iterator[Entry]:
    sounds = {_letters(entry) for entry in found}
    for character in term.form:
        for entry in compounds_of(character):
            one_other = sum(a != b for a, b in zip(entry.simplified, term.word, strict=False)) == 1
            if one_other and _letters(entry) in sounds and not entry.is_proper and not _is_verb(entry):
                yield entry


def _letters(entry: Entry) -> str:
    return "".join(c for c in entry.pinyin.lower() if not c.isdigit())
