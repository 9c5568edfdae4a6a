"""A deck follows its article: what was made before goes on under its old key, and a person's edits win."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from quizgen.items import RETIRED, Deck, Note, Withheld
from quizgen.update.pairs import paired
from quizgen.update.status import fingerprint, is_edited, retired, revised

_ALIKE = 3
"""an article under another name is the same if one in so many of its sentences is"""


class Beneath(NamedTuple):
    """An edited note that stays, though the article now makes another of it."""

    note: Note
    made: Note


class Followed(NamedTuple):
    """The deck after its article was read again, and what a person's hand kept out or kept."""

    deck: Deck
    edited: tuple[str, ...]
    """keys of a person's notes, which stay as they are"""
    beneath: tuple[Beneath, ...]
    dropped: tuple[str, ...]
    """keys that a person took out of the deck"""
    flagged: tuple[str, ...]
    """keys left out for a flag"""


def continues(new: Deck, old: Deck) -> bool:
    """Whether both are of one article: its id or address is the same, or many of the sentences are."""
    if {s.id for s in new.sources} & {s.id for s in old.sources}:
        return True
    if {s.url for s in new.sources if s.url} & {s.url for s in old.sources if s.url}:
        return True
    one, two = _sentences(new), _sentences(old)
    return _ALIKE * len(one & two) >= min(len(one), len(two)) > 0


def follow(new: Deck, old: Deck, flags: Mapping[str, str]) -> Followed:
    """The new deck under the old one's name, id and keys; `flags` are keys of cards found bad, with the reason.

    A note equal to its fingerprint follows the article, an edited one stays; a key without a note stays dropped; what
    is no longer made stays, and a fact so is tagged as retired. A flagged note is left out until it is edited.
    """
    made = dict(old.made) or {note.key: fingerprint(note) for note in old.notes}
    edited = {note.key for note in old.notes if is_edited(note, old.made)}
    dropped = made.keys() - {note.key for note in old.notes}
    new = _under(new, old)
    pairs = paired(old.notes, new.notes, dropped=dropped, sure=edited)
    told = _told(new.notes, pairs, {note.key for note in old.notes}, dropped)
    beneath = [
        Beneath(was, told[was.key])
        for was in pairs.values()
        if was.key in edited and made.get(was.key) != fingerprint(told[was.key])
    ]
    stays = {was.key: _again(was) for was in pairs.values() if was.key in edited}
    gone = [note for note in old.notes if note.key not in told]
    gone = [retired(note) if note.type == "fact" and note.key in made else note for note in gone]
    notes, withheld = _unflagged([*({**told, **stays}).values(), *gone], flags, edited)
    made |= {key: fingerprint(note) for key, note in told.items()}
    made = {key: made[key] for key in made if key not in withheld}
    notes.sort(key=lambda note: note.type != "word")
    deck = replace(new, notes=tuple(notes), withheld=(*new.withheld, *withheld.values()), made=made)
    still = tuple(key for key in dropped if key in {note.key for note in new.notes} - pairs.keys())
    return Followed(deck, tuple(n.key for n in notes if n.key in edited), tuple(beneath), still, tuple(withheld))


def _told(
    new: Sequence[Note], pairs: Mapping[str, Note], known: Collection[str], dropped: Collection[str]
) -> dict[str, Note]:
    """By their keys from now on, the notes as the article tells them; what was dropped is left out."""
    taken = {*known, *dropped}
    told = {}
    for note in new:
        if was := pairs.get(note.key):
            note = replace(note, key=was.key)
            note = revised(note, was) if note.type == "fact" else note
        elif note.key in dropped:
            continue
        else:
            note = replace(note, key=_free(note.key, taken))
        taken.add(note.key)
        told[note.key] = note
    return told


def _sentences(deck: Deck) -> set[str]:
    return {note.fields.get("Evidence") or note.fields.get("Sentence", "") for note in deck.notes} - {""}


def _under(new: Deck, old: Deck) -> Deck:
    """The new deck with the old one's name, and its article's id in sources and keys."""
    known = [source.id for source in old.sources]
    ids = {s.id: s.id if s.id in known else known[0] for s in new.sources if known}

    def under(note: Note) -> Note:
        source = ids.get(note.source, note.source)
        parts = note.key.split("|")
        if note.type == "fact" and len(parts) > 2:
            parts[1] = source.replace("|", "｜")
        return replace(note, key="|".join(parts), source=source)

    sources = tuple(replace(source, id=ids.get(source.id, source.id)) for source in new.sources)
    return replace(new, name=old.name, sources=sources, notes=tuple(map(under, new.notes)))


def _free(key: str, taken: Collection[str]) -> str:
    """The key, with the next ordinal that no other note has or had."""
    head, _, last = key.rpartition("|")
    ordinal = int(last) if last.isdecimal() else 1
    while key in taken:
        ordinal += 1
        key = f"{head or key}|{ordinal}"
    return key


def _again(note: Note) -> Note:
    """A note that is made again, so no longer retired."""
    return replace(note, tags=tuple(tag for tag in note.tags if tag != RETIRED))


def _unflagged(
    notes: list[Note], flags: Mapping[str, str], edited: Collection[str]
) -> tuple[list[Note], dict[str, Withheld]]:
    """The notes that no one found bad, or that were edited since; by key the others, as withheld."""
    withheld = {}
    for note in notes:
        if note.key in flags and note.key not in edited:
            get = note.fields.get
            what, sentence = get("Answer") or get("Hanzi", ""), get("Evidence") or get("Sentence", "")
            withheld[note.key] = Withheld(what, f"flagged: {flags[note.key]}", sentence)
    return [note for note in notes if note.key not in withheld], withheld
