"""A deck in a file and back, by the file's suffix: read(path) after write(deck, path) is the deck.

To add a format: a module with `dump` and `load`, and a line in FORMATS.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from quizgen.errors import QuizgenError, UsageError
from quizgen.formats import shape
from quizgen.formats.shape import Loaded
from quizgen.formats.tidy import tidy
from quizgen.items import Deck

__all__ = ["FORMATS", "Format", "content", "dormant", "flags", "is_patch", "put", "read", "tidied", "woken", "write"]


class Format(NamedTuple):
    """One kind of file."""

    load: Callable[[bytes, str], Loaded]
    """bytes and the path to speak of -> the deck, not yet tidied"""
    dump: Callable[[Deck, Collection[str]], bytes]
    """a tidy deck and the dormant cards to wake -> bytes"""


def _load_apkg(data: bytes, where: str) -> Loaded:
    from quizgen.formats import apkg

    deck = apkg.load(data, where)
    return Loaded(deck, [where] * len(deck.notes))


def _dump_apkg(deck: Deck, cards: Collection[str]) -> bytes:
    from quizgen.formats import apkg

    return apkg.dump(deck, cards)


def _load_yaml(data: bytes, where: str) -> Loaded:
    from quizgen.formats import yaml

    tree, lines = yaml.load(data, where)
    return shape.deck(tree, lambda part: f"{where}:{lines[id(part)]}" if id(part) in lines else where)


def _dump_yaml(deck: Deck, cards: Collection[str]) -> bytes:
    from quizgen.formats import yaml

    return yaml.dump(shape.tree(deck))


def _load_json(data: bytes, where: str) -> Loaded:
    from quizgen.formats import json

    return shape.deck(json.load(data, where), lambda part: where)


def _dump_json(deck: Deck, cards: Collection[str]) -> bytes:
    from quizgen.formats import json

    return json.dump(shape.tree(deck))


def _no_load(data: bytes, where: str) -> Loaded:
    do = "Give it the .apkg or .yaml that it was made of."
    raise QuizgenError("a .tsv is a patch for Anki, which is not read back.", where, do)


def _dump_tsv(deck: Deck, cards: Collection[str]) -> bytes:
    from quizgen.formats import apkg, tsv

    return tsv.dump(apkg.patch(deck))


FORMATS = {
    ".apkg": Format(_load_apkg, _dump_apkg),
    ".yaml": Format(_load_yaml, _dump_yaml),
    ".json": Format(_load_json, _dump_json),
    ".tsv": Format(_no_load, _dump_tsv),
}


def read(path: Path) -> Deck:
    """The deck in a file of ours; QuizgenError for anything else, with the line where one is known."""
    deck, places = _format(path).load(content(path), str(path))
    return tidy(deck, places)


def tidied(deck: Deck) -> Deck:
    """The deck as it will be read back after it was written."""
    return tidy(deck, [""] * len(deck.notes))


def dormant() -> dict[str, tuple[str, ...]]:
    """The cards that an .apkg has only on request (recall, typed …) -> the types of note that make them."""
    from quizgen.formats import apkg

    return apkg.DORMANT


def woken(path: Path) -> frozenset[str]:
    """The dormant cards that an .apkg of ours has; none in any other format."""
    if path.suffix.lower() != ".apkg":
        return frozenset()
    from quizgen.formats import apkg

    return apkg.woken(content(path), str(path))


def is_patch(path: Path) -> bool:
    """Whether a .tsv of ours stands there: it can be replaced, though not read."""
    from quizgen.formats import tsv

    return path.suffix.lower() == ".tsv" and content(path).startswith(tsv.HEAD.encode())


def flags(path: Path) -> dict[str, str]:
    """Key -> what is wrong with the card, of a DECK.review.yaml as the quiz writes it; empty where there is none."""
    if not path.exists():
        return {}
    from quizgen.formats import yaml

    return shape.flags(yaml.load(content(path), str(path))[0], lambda part: str(path))


def content(path: Path) -> bytes:
    """What stands in a file; QuizgenError where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise QuizgenError("there is no such file.", str(path), "Check the path.") from error
    except OSError as error:
        raise QuizgenError(f"cannot be read: {error.strerror}.", str(path), "Check the path.") from error


def write(deck: Deck, path: Path, cards: Collection[str] = ()) -> None:
    """Writes the whole file or nothing: an existing one stays as it was until the new one is complete.

    `cards` names dormant templates to wake in an .apkg (recall, typed, listening, writing). That changes the notes:
    over an older import Anki takes it only with a new `mod`, and without one it keeps the new cards empty.
    """
    known = _format(path)
    put(path, known.dump(tidy(deck, [str(path)] * len(deck.notes)), cards))


def put(path: Path, data: bytes) -> None:
    """Writes the whole file or nothing."""
    target = path.resolve()
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        try:
            part.write_bytes(data)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except FileNotFoundError as error:
        raise QuizgenError(f"the folder {target.parent} is not there.", str(path), "Make it first.") from error
    except OSError as error:
        raise QuizgenError(f"cannot be written: {error.strerror}.", str(path), "Choose another place.") from error


def _format(path: Path) -> Format:
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        *most, last = FORMATS
        do = f"Use {', '.join(most)} or {last}."
        raise UsageError(f"{path.suffix or 'no suffix'} is no kind of deck.", str(path), do) from None
