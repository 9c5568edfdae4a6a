"""What a word is made of: 加徵 = 加 add + 徵 levy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.language import compounds_of, entries, marked, part_of_speech, to_traditional
from quizgen.language.senses import readable
from quizgen.notes.word.sums import is_transparent, splits, stems
from quizgen.notes.word.terms import Term

_WORDS = 3  # at most so many blanks in a gloss
_ABOUT = 10  # what a compound about the neighbours weighs against another


def parts_of(term: Term, beside: Sequence[str] = ()) -> str:
    """The parts with an English word each, for a word that they explain or that has no entry; else empty.

    `beside` are Simplified words that it stands with; they tell the levy of 加徵關稅 from other senses of 徵. In
    Simplified, 加征 is looked up as 加徵, since its 征 is no 征 of 遠征. Of what has no entry only a verb is the sum of
    its characters: 美方 is not beautiful.
    """
    has_entry = bool(entries(term.word))
    if not has_entry and not part_of_speech(term.word).startswith("v"):
        return ""
    meant = to_traditional(term.word) if term.form == term.word else term.form
    for first, second in splits(term.word):
        if not has_entry or is_transparent(first, second):
            forms = (term.form[: len(first)], term.form[len(first) :])
            halves = zip((first, second), (meant[: len(first)], meant[len(first) :]), strict=True)
            glosses = [_shared(p, f, term.word) if has_entry else _likely(p, f, beside) for p, f in halves]
            if all(glosses) and len(set(glosses)) == len(glosses):
                return " + ".join(f"{form} {gloss}" for form, gloss in zip(forms, glosses, strict=True))
    return ""


def _shared(part: str, form: str, word: str) -> str:
    """The sense of the part that the whole has too."""
    whole = frozenset(stem for e in entries(word) for sense in e.senses for stem in stems(sense))
    return next((gloss for gloss in _glosses(part, form) if stems(gloss) & whole), "")


def _likely(part: str, form: str, beside: Sequence[str]) -> str:
    """The sense that most words with the part have, those about what stands beside it above all.

    A noun's last character is its kind: 關稅 is a 稅, so 徵稅 and 徵收 count for 加徵關稅.
    """
    heads = [head for word in beside for head in (word, word[-1])]
    about = frozenset(stem for head in heads for e in entries(head) for sense in e.senses for stem in stems(sense))
    votes: Counter[str] = Counter()
    for entry in compounds_of(form) if len(part) == 1 else ():
        said = " ".join(entry.senses).replace("(", "").replace(")", "")
        for stem in stems(said):
            votes[stem] += _ABOUT if stems(said) & about else 1
    glosses = _glosses(part, form)
    return max(glosses, key=lambda gloss: max((votes[stem] for stem in stems(gloss)), default=0), default="")


def _glosses(part: str, form: str) -> list[str]:
    """The short senses of a part in the form the article has."""
    choices = [e for e in entries(part) if not e.is_proper]
    own = [e for e in choices if form in (e.traditional, e.simplified)] or choices
    return list(dict.fromkeys(gloss for e in own for gloss in _short(e.senses)))


def _short(senses: tuple[str, ...]) -> Iterator[str]:
    for sense in readable(senses, True, marked, most=len(senses)).shown:
        for gloss in re.sub(r"\([^)]*\)", "", sense).split(";"):
            plain = gloss.split(",")[0].strip().removeprefix("to ").strip()
            if plain and plain.islower() and plain.count(" ") < _WORDS:
                yield plain
