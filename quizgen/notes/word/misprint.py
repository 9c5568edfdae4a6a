"""Words that the article seems to have misprinted: 找到了新的途經 means 途徑, and 途經 is no word to learn from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.items import Token
from quizgen.language import Entry, compounds_of, entries, frequency, part_of_speech
from quizgen.notes.word.terms import Term

_LINKING = frozenset({"成为", "是", "包括", "包含", "有"})
_JOINING = frozenset({"and", "or"})
Neighbours = tuple[Token | None, Token | None]


def misprint_for(term: Term, neighbours: Sequence[Neighbours]) -> str:
    """The word that the article means instead, in its script, or empty.

    Only a verb of two characters that stands where nouns stand (的途經，) wherever it is met, and has a more frequent
    noun of the same syllables and one other character.
    """
    found = entries(term.word)
    if len(term.word) == 1:
        return _other_form(term, found, neighbours)
    if len(term.word) != 2 or not found or not all(map(_is_verb, found)) or not all(map(_is_noun_here, neighbours)):
        return ""
    likely = [e for e in _alike(term, found) if frequency(e.simplified) > frequency(term.word)]
    best = max(likely, key=lambda e: frequency(e.simplified), default=None)
    return "" if best is None else best.simplified if term.form == term.word else best.traditional


def _other_form(term: Term, found: Sequence[Entry], neighbours: Sequence[Neighbours]) -> str:
    """A verb's character where only another's of the same sound can stand: 併 before the verb of 機制並發揮作用."""
    own = [e for e in found if e.traditional == term.form]
    before_verbs = all(after is not None and part_of_speech(after.word) in ("v", "vn") for _, after in neighbours)
    if term.form == term.word or not own or not all(map(_is_verb, own)) or not before_verbs:
        return ""
    sounds = {e.pinyin for e in own}
    others = [e for e in found if e.pinyin in sounds and e.traditional != term.form and e.senses[0] in _JOINING]
    return others[0].traditional if others else ""


def _is_verb(entry: Entry) -> bool:
    """No sense of it is a noun's or an adjective's: to pass through; via."""
    return all(part.strip().startswith(("to ", "via", "by ")) for sense in entry.senses for part in sense.split(";"))


def _is_noun_here(neighbours: Neighbours) -> bool:
    """的 before it and nothing after it, or nothing before it and 成為 or its like after it: 途經成為解決途徑."""
    before, after = neighbours
    if after is None:
        return before is not None and before.word == "的"
    return before is None and after.word in _LINKING


def _alike(term: Term, found: Sequence[Entry]) -> Iterator[Entry]:
    sounds = {_letters(entry) for entry in found}
    for character in term.form:
        for entry in compounds_of(character):
            one_other = sum(a != b for a, b in zip(entry.simplified, term.word, strict=False)) == 1
            if one_other and _letters(entry) in sounds and not entry.is_proper and not _is_verb(entry):
                yield entry


def _letters(entry: Entry) -> str:
    return "".join(c for c in entry.pinyin.lower() if not c.isdigit())
