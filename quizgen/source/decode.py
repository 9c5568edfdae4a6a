"""Bytes -> text, in whichever encoding Chinese is written."""

from __future__ import annotations

import codecs

from quizgen.errors import QuizgenError

#: the wider form of each family: cp950 and GBK files decode under them too
_ENCODINGS = ["gb18030", "big5hkscs", "big5", "utf_16_le", "utf_16_be"]
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(data: bytes, where: str) -> str:
    """The text of a file; raises `QuizgenError` with `where` when no usual encoding reads it."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _strict(data, name, where)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guess(data, where, error.start)


def _guess(data: bytes, where: str, broken: int) -> str:
    """The text in the likeliest encoding; `broken` is where it ceases to be UTF-8."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    if best is None and not data[:broken].isascii():
        line = data.count(b"\n", 0, broken) + 1
        what = "the text is UTF-8, but a character in this line is damaged."
        raise QuizgenError(what, f"{where}:{line}", "Mend the line, or copy the article anew.")
    if best is None:
        raise _unreadable(where)
    return _strict(data, best.encoding, where)


def _strict(data: bytes, encoding: str, where: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unreadable(where) from error


def _unreadable(where: str) -> QuizgenError:
    return QuizgenError(
        "this is not text in UTF-8, GB18030, Big5 or UTF-16.", where, "Save it as UTF-8 text (.txt) and try again."
    )
