"""When a note last changed: what Anki compares to decide whether an import updates it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from quizgen.items import Deck, Note
from quizgen.update.status import fingerprint, is_edited, retired

#: words belong to no article: a new word note is older than any import, so it never replaces one the learner has
WORD_MOD = 1_735_689_600  # 2025-01-01


def stamped(
    deck: Deck, now: int, was: Deck | None = None, *, left: Collection[str] = (), wakes: Collection[str] = ()
) -> Deck:
    """The deck with a `mod` (seconds since 1970) on each note, and a fingerprint of each that has none.

    `was` is the deck that this one is written over: what is unchanged keeps its `mod`, what changed gets
    `max(now, old + 1)`, what is no longer there stays, a fact as retired, unless a person dropped it or it is in
    `left`. New facts get `now`, new words a fixed past. All notes of the types in `wakes` count as changed: their
    dormant cards are woken, and Anki would leave those empty.
    """
    before = {note.key: note for note in was.notes} if was else {}
    made = dict(deck.made) or {note.key: fingerprint(note) for note in deck.notes}
    here = {note.key for note in deck.notes}
    notes = [replace(n, mod=_mod(n, before.get(n.key), now, n.type in wakes, is_edited(n, made))) for n in deck.notes]
    for note in before.values():
        if note.key not in here and note.key not in left and note.key not in deck.made:
            kept = retired(note) if note.type == "fact" else note
            notes.append(replace(kept, mod=_mod(kept, note, now, kept.type in wakes, False)))
            made[note.key] = fingerprint(note)
    return replace(deck, notes=tuple(notes), made=made)


def _mod(note: Note, was: Note | None, now: int, woken: bool, edited: bool) -> int:
    if was:
        same = replace(note, mod=was.mod) == was
        return was.mod if same and not woken else max(now, was.mod + 1)
    if note.type == "word" and not edited:
        return max(note.mod, WORD_MOD + woken)
    return max(now, note.mod + 1) if edited or woken else note.mod or now
