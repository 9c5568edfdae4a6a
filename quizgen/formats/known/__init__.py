"""Files of what a learner knows -> words: a list, a deck of ours, or what Anki exports."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from quizgen import formats
from quizgen.errors import QuizgenError, UsageError
from quizgen.formats.known import collection, listing
from quizgen.language import simplified_word, simplify
from quizgen.source.decode import decode

#: a word is known when Anki lets this many days pass before it asks again: there it is called mature
MATURE = 21

_OURS = (".yaml", ".json")
_PACKAGES = (".apkg", ".colpkg")
_TEXTS = (".txt", ".csv", ".tsv")
_FACT = "fact|"  # the key of a fact of ours: its answer, 北京, is no word for that
_UNSAID = re.compile(r"<rt>.*?</rt>|<[^>]*>|\[[^\]]*\]|\s", re.DOTALL)


def known_words(paths: Iterable[Path]) -> frozenset[str]:
    """The Simplified words that these files say are known.

    Every word of a list, of a deck of ours and of a package without learning progress counts; of a package with it,
    the words whose interval is 21 days or more. Of a note the word is the first field that is all Hanzi.
    QuizgenError for a file that has none.
    """
    return frozenset(word for path in paths for word in _simplified(_words(path)))


def _words(path: Path) -> list[str]:
    suffix = path.suffix.lower()
    if suffix in _OURS:
        found = _of_ours(path)
    elif suffix in _PACKAGES:
        found = _of_package(path)
    elif suffix in _TEXTS:
        found = _firsts(listing.rows(decode(formats.content(path), str(path))))
    else:
        kinds = ", ".join((*_TEXTS, *_OURS, *_PACKAGES))
        raise UsageError(f"{suffix or 'no suffix'} is no list of known words.", str(path), f"Use {kinds}.")
    if not found:
        do = "Give one word a line, a deck of ours, or an export of Anki whose notes have a field of Hanzi alone."
        raise QuizgenError("no Chinese word in it.", str(path), do)
    return found


def _of_ours(path: Path) -> list[str]:
    return [note.fields["Simplified"] for note in formats.read(path).notes if note.type == "word"]


def _of_package(path: Path) -> list[str]:
    """The words of a package; learning progress, where any note has it, decides which of them are known."""
    notes = collection.notes(formats.content(path), str(path))
    is_begun = any(note.is_begun for note in notes)
    if not is_begun and path.suffix.lower() in formats.FORMATS:
        with suppress(QuizgenError):
            return _of_ours(path)
    known = [note.fields for note in notes if note.interval >= MATURE or not is_begun]
    if is_begun and not known:
        raise QuizgenError(
            f"none of its {len(notes)} notes has an interval of {MATURE} days yet.", str(path), "Leave it out."
        )
    return _firsts(row for row in known if not any(field.startswith(_FACT) for field in row))


def _firsts(rows: Iterable[Sequence[str]]) -> list[str]:
    """The first field of each row that is all Hanzi once markup, readings and blanks are gone."""
    plain = ((_UNSAID.sub("", html.unescape(field)) for field in row) for row in rows)
    firsts = (next(filter(listing.HANZI.fullmatch, fields), "") for fields in plain)
    return list(dict.fromkeys(filter(None, firsts)))


def _simplified(words: list[str]) -> set[str]:
    """Each word by itself, since lists mix scripts, and in company, which shows that 於 and 乾 are Traditional."""
    return {*map(simplified_word, words), *simplify("\n".join(words)).split("\n")}
