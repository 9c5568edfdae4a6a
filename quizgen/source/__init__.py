"""Bytes -> Source: one reader a file suffix, named in READERS."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from quizgen.errors import QuizgenError, UsageError
from quizgen.items import Source
from quizgen.source.clean import clean, plain
from quizgen.source.decode import decode
from quizgen.source.head import date_of, title_of

__all__ = ["READERS", "clean", "read", "slug"]

Reader = Callable[[bytes, str], str]


def _text(data: bytes, where: str) -> str:
    return clean(decode(data, where))


def _markdown(data: bytes, where: str) -> str:
    return clean(plain(clean(decode(data, where))))


READERS: dict[str, Reader] = {".txt": _text, ".md": _markdown, "": _text}
_PAGE = re.compile(r"\s*<(?:!doctype|\?xml|html|head|body)\b", re.IGNORECASE)
_HANZI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]")
#: kana and Hangul
_NEIGHBOURS = re.compile("[\u3041-\u30ff\uac00-\ud7af]")


def read(data: bytes, where: str, *, title: str = "", date: str = "", url: str = "", id: str = "") -> Source:
    """The article in `data`; `where` is its path (its suffix chooses the reader) or `-`.

    What the caller gives wins over what the text tells. Raises `QuizgenError` when there is no
    Chinese text to read, `UsageError` for a suffix without a reader or a date that is none.
    """
    suffix = PurePath(where).suffix.lower()
    where = "standard input" if where == "-" else where
    if suffix not in READERS:
        raise UsageError(
            f"cannot read {suffix} files.", where, "Give the article as .txt or .md, or as - on standard input."
        )
    text = READERS[suffix](data, where)
    _expect_chinese(text, where)
    told = title_of(text)
    day, inferred = date_of(text)
    source = Source(id=id or url or told, title=title or told, date=day, url=url, text=text, inferred=inferred)
    return replace(source, date=_given(date), inferred=False) if date else source


def _expect_chinese(text: str, where: str) -> None:
    if not text:
        raise QuizgenError("it is empty.", where, "Put the article's text into it and try again.")
    if _PAGE.match(text):
        raise QuizgenError("this is a web page with its code.", where, "Copy the article's text from it into a .txt.")
    hanzi = len(_HANZI.findall(text))
    if not hanzi:
        raise QuizgenError("there is no Chinese text in it.", where, "Give an article in Chinese characters.")
    if len(_NEIGHBOURS.findall(text)) > hanzi / 2:
        raise QuizgenError("this is Japanese or Korean, not Chinese.", where, "Give an article in Chinese.")


def slug(where: str, title: str) -> str:
    """A file name for the deck: the article's own file name, else its title without what paths mind."""
    stem = PurePath(where).stem if where != "-" else title
    return re.sub(r"[^\w\u3400-\u9fff-]+", "-", stem).strip("-")[:60] or "quizgen"


def _given(date: str) -> str:
    from datetime import date as Day

    try:
        return Day.fromisoformat(date).isoformat()
    except ValueError as error:
        raise UsageError(f"--date {date} is not a day.", do="Write it as 2025-09-19.") from error
