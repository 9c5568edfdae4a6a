"""Writes down cards that the learner found bad: DECK.review.yaml, which `quizgen build --over` reads."""

from __future__ import annotations

import json
import os
from pathlib import Path

from quizgen.errors import QuizgenError

_HEAD = "# Cards flagged in the quiz. `quizgen build --over` reads this file; take a line out once it is settled.\n"


def review_file(deck: Path) -> Path:
    """decks/talks.yaml -> decks/talks.review.yaml"""
    return deck.with_name(f"{deck.stem}.review.yaml")


def flag(path: Path, key: str, reason: str) -> None:
    """Add a note's key and what is wrong with it; the same complaint is written once.

    The file is a YAML list whose texts are quoted as JSON has them, so it can be added to without being understood.
    """
    entry = f"- key: {_quoted(key)}\n  reason: {_quoted(reason)}\n"
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        written = path.read_text(encoding="utf-8") if path.exists() else _HEAD
        if entry in written:
            return
        try:
            part.write_text(f"{written}{'' if written.endswith(chr(10)) else chr(10)}{entry}", encoding="utf-8")
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except (OSError, UnicodeDecodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or "it is not UTF-8 text"
        raise QuizgenError(f"the flag could not be written: {reason}.", str(path), "Note it elsewhere.") from error


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in quoted)
