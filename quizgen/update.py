"""When a note last changed: what Anki compares to decide whether an import updates it."""

from __future__ import annotations

from dataclasses import replace

from quizgen.items import Deck, Note

#: words belong to no article: a new word note is older than any import, so it never replaces one the learner has
WORD_MOD = 1_735_689_600  # 2025-01-01


def stamped(deck: Deck, now: int) -> Deck:
    """The deck with a `mod` on each note: `now` (seconds since 1970) for facts, a fixed past for words."""
    return replace(deck, notes=tuple(replace(note, mod=_mod(note, now)) for note in deck.notes))


def _mod(note: Note, now: int) -> int:
    return note.mod or (WORD_MOD if note.type == "word" else now)
