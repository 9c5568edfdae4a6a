"""Text as it came -> text that every later stage can count on."""

from __future__ import annotations

import re
import unicodedata

#: controls but newline, zero-width and direction marks, variation selectors, BOM, lone surrogates, noncharacters
_DIRT = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ud800-\udfff\ufff9-\ufffc\ufffe\uffff\U000e0000-\U000e01ef]"
)
_NEWLINES = re.compile("\r\n?|\u2028|\u2029|\x0b|\x0c|\x85")
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: what is copied from a PDF may hold radicals for characters: ⽉ for 月, which no dictionary has
_RADICALS = re.compile("[\u2e80-\u2fdf]")


def clean(text: str) -> str:
    """NFC, newlines as \\n, no control characters, no lone surrogates, lines without outer spaces.

    Idempotent: `clean(clean(x)) == clean(x)`.
    """
    text = _NEWLINES.sub("\n", text)
    text = _DIRT.sub("", _SPACES.sub(" ", text))
    text = _RADICALS.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.strip() for line in text.split("\n")).strip("\n")


_MARKDOWN = [
    (re.compile(r"\A---\n.*?\n---\n", re.S), ""),  # front matter
    (re.compile(r"^```.*?^```[^\n]*$", re.S | re.M), ""),
    (re.compile(r"<!--.*?-->", re.S), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]*)\](?:\([^)\n]*\)|\[[^\]\n]*\])"), r"\1"),
    (re.compile(r"^\[[^\]\n]+\]: *\S+.*$", re.M), ""),  # where a link leads
    (re.compile(r"</?[A-Za-z][^<>\n]*>"), ""),
    (re.compile(r"^ *(?:[-*_=] *){3,}$", re.M), ""),
    (re.compile(r"^#{1,6} +(.*?) *#*$", re.M), r"\1"),
    (re.compile(r"^(?:> ?)+", re.M), ""),
    (re.compile(r"^(?:[-*+]|\d{1,3}\.) +", re.M), ""),
    (re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\\)\*(?=\S)([^*\n]+)(?<=[^\s\\])\*"), r"\1"),
    (re.compile(r"(?<!\w)_(?=\S)([^_\n]+)(?<=\S)_(?!\w)"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
]


def plain(markdown: str) -> str:
    """Cleaned Markdown without its marks: what a reader of the page sees, pictures left out."""
    for pattern, put in _MARKDOWN:
        markdown = pattern.sub(put, markdown)
    return markdown
