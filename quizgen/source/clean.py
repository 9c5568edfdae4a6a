"""Text as it came -> text that every later stage can count on."""

from __future__ import annotations

import re
import unicodedata

#: controls but newline, zero-width and direction marks, BOM, lone surrogates, noncharacters
_DIRT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\ufffe\uffff]"
)
_NEWLINES = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
_SPACES = re.compile("[\t\u00a0\u2002-\u200a\u202f\u205f\u3000]")


def clean(text: str) -> str:
    """NFC, newlines as \\n, no control characters, no lone surrogates, lines without outer spaces.

    Idempotent: `clean(clean(x)) == clean(x)`.
    """
    text = _NEWLINES.sub("\n", text)
    text = _DIRT.sub("", _SPACES.sub(" ", text))
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n")


_MARKDOWN = [
    (re.compile(r"\A---\n.*?\n---\n", re.S), ""),  # front matter
    (re.compile(r"^```.*?^```[^\n]*$", re.S | re.M), ""),
    (re.compile(r"!\[[^\]]*\]\([^)]*\)"), ""),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\s*(?:[-*_]\s*){3,}$", re.M), ""),
    (re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$", re.M), r"\1"),
    (re.compile(r"^\s*>\s?", re.M), ""),
    (re.compile(r"^\s*(?:[-*+]|\d+\.)\s+", re.M), ""),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
]


def plain(markdown: str) -> str:
    """Markdown without its marks: what a reader of the page sees, pictures left out."""
    for pattern, put in _MARKDOWN:
        markdown = pattern.sub(put, markdown)
    return markdown
