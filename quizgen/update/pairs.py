"""Which note of the old deck a new one is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence

from quizgen.items import Note
from quizgen.update.likeness import akin, alike
from quizgen.update.status import REVISED


def paired(
    old: Sequence[Note], new: Sequence[Note], *, dropped: Collection[str] = (), sure: Collection[str] = ()
) -> dict[str, Note]:
    """New key -> the old note that it goes on as. Words pair by key; what was dropped is like nothing.

    Facts pair by what they ask (the ordinal in a key moves when an equal one before it goes), then by likeness, where
    each is the only candidate of the other, then by key; unless it is `sure`, a key joins only what has something in
    common, for the same date may be asked of another event now.
    """
    pairs: dict[str, Note] = {}
    _pair(pairs, _facts(old), _facts(new), _asked)
    rest, candidates = _left(_facts(old), _facts(new), pairs)
    likely = [(a, b) for a in rest for b in candidates if b.key not in dropped and alike(a, b)]
    for one, two in likely:
        if sum(one is a for a, _ in likely) == sum(two is b for _, b in likely) == 1:
            pairs[two.key] = one
    _pair(pairs, old, new, _key, lambda was, note: was.type == "word" or was.key in sure or akin(was, note))
    return pairs


def _pair(
    pairs: dict[str, Note],
    old: Sequence[Note],
    new: Sequence[Note],
    about: Callable[[Note], Hashable],
    fits: Callable[[Note, Note], bool] = lambda was, note: True,
) -> None:
    """Adds the pairs among those still unpaired that are about the same, each note once."""
    rest, candidates = _left(old, new, pairs)
    known = {about(note): note for note in reversed(rest)}
    for note in candidates:
        found = known.get(about(note))
        if found and fits(found, note):
            pairs[note.key] = known.pop(about(note))


def _left(old: Sequence[Note], new: Sequence[Note], pairs: dict[str, Note]) -> tuple[list[Note], list[Note]]:
    used = {note.key for note in pairs.values()}
    return [note for note in old if note.key not in used], [note for note in new if note.key not in pairs]


def _facts(notes: Iterable[Note]) -> list[Note]:
    return [note for note in notes if note.type == "fact"]


def _asked(note: Note) -> Hashable:
    get = note.fields.get
    return get("Kind"), get("Value"), get("Question")


def _key(note: Note) -> Hashable:
    """The key; but a revised fact has that of its first value, which another fact may have now."""
    return note.type, note.key, note.fields.get("Value") if REVISED in note.tags else ""
