"""The senses of an entry as a card shows them: the usual ones first, in words that read as English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from quizgen import tables

_MEASURES = re.compile(r"CL:(.*)")
_TAIWAN = re.compile(r"(?:also |Taiwan |Tw )pr\. \[([^\]]*)\]|\(?(?:Taiwan|Tw) pr\. \[([^\]]*)\]\)?")
_HAN = r"[\u2e80-\u9fff〇·，]"
_REFERENCE = re.compile(rf"({_HAN}+)(?:\|({_HAN}+))?(?:\[([^\]]*)\])?")
_ELSEWHERE = re.compile(
    r"(?:two-character )?surname\b|(?:\w+ )?variant of\b|used in\b|see\b|also written\b|abbr\. to\b|same as\b|"
    r"Kangxi radical|\((?:used in|bird species)|Taiwan pr\.|also pr\.|name of a letter"
)
_SELDOM = re.compile(
    r"\((?:archaic|old|literary|dialect|classical|arch\.|Tw|Cantonese|Internet slang|slang|vulgar|Buddhism|"
    r"neologism[^)]*|jocular|gaming|coll\.|in former times|in ancient times|onom\.|phonetic|linguistics|math|computing|"
    r"computer|medicine|sports|TCM|botany|zoology|biology|anatomy|physics|chemistry|music|geology|astronomy|theater|"
    r"mining|PRC law|statistics|baseball|soccer|textiles|electrical|railway|agriculture|grammar|geometry|"
    r"of a bar girl)\b"
)
_SHORT_FOR = re.compile(rf"^short for ({_HAN}+(?: [^ ,]+)?), (.+)$")
_MOST = 3


class Senses(NamedTuple):
    """What a word means, ready to be shown."""

    shown: tuple[str, ...]
    """at most three, the usual ones"""
    more: tuple[str, ...]
    """the rest: seldom, old, surnames, cross-references"""
    measures: tuple[str, ...]
    """what counts it: 個, 條"""


def readable(
    senses: Sequence[str], traditional: bool, marked: Callable[[str], str], first: str = "", most: int = _MOST
) -> Senses:
    """The senses in the order a learner meets them, brackets and cross-references turned to text.

    `first` is `verb`, `noun` or `measure` where the article tells which the word is; `marked` writes pinyin.

    >>> readable(["to forgive", "understanding", "CL:個|个[ge4]"], True, str, "noun")
    Senses(shown=('understanding', 'to forgive'), more=(), measures=('個',))
    """
    measures = [m[1] for sense in senses if (m := _MEASURES.fullmatch(sense))]
    said = [s for s in senses if not _MEASURES.fullmatch(s) and not _TAIWAN.fullmatch(s)]
    ordered = sorted(said, key=lambda sense: (_remoteness(sense), bool(first) and _kind(sense) != first))
    usual = [s for s in ordered if not _remoteness(s)] or ordered[:1]
    shown = _mixed(usual, most)
    texts = [_plain(s, traditional, marked) for s in (*shown, *(s for s in ordered if s not in shown))]
    texts = list(dict.fromkeys(text for text in texts if text))
    cut = min(len(shown), len(texts))
    counted = [t if traditional or not s else s for m in measures for t, s, _ in _REFERENCE.findall(m)]
    return Senses(tuple(texts[:cut]), tuple(texts[cut:]), tuple(dict.fromkeys(counted)))


def _mixed(usual: Sequence[str], most: int) -> list[str]:
    """The first senses, but never all verbs or all nouns where the word is both."""
    shown = list(usual[:most])
    other = next((s for s in usual if _kind(s) != _kind(usual[0])), None)
    return shown if other is None or other in shown or most < 2 else [*shown[:-1], other]


def _remoteness(sense: str) -> int:
    """0 for a usual sense, 1 for a seldom one, 2 for what is only a reference or a surname."""
    return 2 if _ELSEWHERE.match(sense) else 1 if _SELDOM.match(sense) else 0


def _kind(sense: str) -> str:
    if "classifier" in sense:
        return "measure"
    return "verb" if re.match(r"(?:\([^)]*\) )?to (?!the\b|a\b)", sense) else "noun"


def _plain(sense: str, traditional: bool, marked: Callable[[str], str]) -> str:
    def reference(match: re.Match[str]) -> str:
        form = match[1] if traditional or not match[2] else match[2]
        return f"{form} {marked(match[3])}" if match[3] else form

    text = _REFERENCE.sub(reference, _TAIWAN.sub("", sense))
    for pattern, words in _shorthand():
        text = pattern.sub(words, text)
    text = re.sub(r"\s+([,;)])", r"\1", re.sub(r"\s+", " ", text)).strip(" ,;")
    return _SHORT_FOR.sub(r"\2 (short for \1)", text)


@cache
def _shorthand() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row[0]), row[1] if len(row) > 1 else "") for row in tables.rows("gloss_words"))
