"""What a word is made of: 加徵 = 加 add + 徵 levy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quizgen.language import compounds_of, entries, marked
from quizgen.language.senses import readable
from quizgen.notes.word.sums import is_transparent, splits, stems
from quizgen.notes.word.terms import Term

_WORDS = 3


def parts_of(term: Term) -> str:
    """The parts with an English word each, for a word that they explain or that has no entry; else empty."""
    has_entry = bool(entries(term.word))
    for first, second in splits(term.word):
        if not has_entry or is_transparent(first, second):
            forms = (term.form[: len(first)], term.form[len(first) :])
            glosses = [_gloss(part, form, term.word) for part, form in zip((first, second), forms, strict=True)]
            if all(glosses) and len(set(glosses)) == len(glosses):
                return " + ".join(f"{form} {gloss}" for form, gloss in zip(forms, glosses, strict=True))
    return ""


def _gloss(part: str, form: str, word: str) -> str:
    """One short English sense of a part: the one that the whole has too, or that most words with the part have."""
    choices = [e for e in entries(part) if not e.is_proper]
    own = [e for e in choices if form in (e.traditional, e.simplified)] or choices
    glosses = list(dict.fromkeys(gloss for e in own for gloss in _short(e.senses)))
    whole = frozenset(stem for e in entries(word) for sense in e.senses for stem in stems(sense))
    if whole:
        return next((g for g in glosses if stems(g) & whole), "")
    votes = Counter(stem for e in compounds_of(form) for stem in {s for sense in e.senses for s in stems(sense)})
    return max(glosses, key=lambda g: max((votes[stem] for stem in stems(g)), default=0), default="")


def _short(senses: tuple[str, ...]) -> Iterator[str]:
    for sense in readable(senses, True, marked, most=len(senses)).shown:
        for gloss in re.sub(r"\([^)]*\)", "", sense).split(";"):
            plain = gloss.split(",")[0].strip().removeprefix("to ").strip()
            if plain and plain.islower() and plain.count(" ") < _WORDS:
                yield plain
