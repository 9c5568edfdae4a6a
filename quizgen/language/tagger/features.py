"""What the tagger sees of each character: its neighbours, the words around it, and what kind of name it may be part of.

The features were fixed when the weights were learnt: change one here, and bench/train_tagger.py must run again.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

_LONGEST = 8
"""characters in the longest word looked up"""
_NO_WORD = ("", "")
_END = "^"
"""stands before the first and after the last character"""


class Lexicon(NamedTuple):
    """What is known of words and characters before any sentence is read."""

    words: Mapping[str, str]
    """a word of two or more characters -> its class: P person, T transliteration, L place, O organisation, S surname,
    Z and X other proper nouns, R office or title; in lower case what is an ordinary word too, or a part of speech"""
    characters: Mapping[str, str]
    """a character -> three digits: how common it is as a surname, in given names, in transliterations"""
    suffixes: Mapping[str, str]
    """one to four last characters of a name -> L or O: 省, 大学"""


def features(simplified: str, lexicon: Lexicon) -> list[list[str]]:
    """The features of each character of one line, as strings whose head names their kind.

    >>> nothing = Lexicon({}, {}, {})
    >>> features("王毅", nothing)[0][:3]
    ['a王', 'b^', 'c毅']
    """
    shape = simplified.translate(_SHAPES)
    kinds = [lexicon.characters.get(c, "000") for c in simplified]
    rows = [_characters(shape, i) for i in range(len(shape))]
    for i, row in enumerate(rows):
        row += _kinds(kinds, i)
    known = _known_words(simplified, lexicon.words)
    _add_words(rows, known)
    _add_surname(rows, shape, kinds, known)
    _add_runs(rows, shape, kinds, known)
    _add_suffixes(rows, shape, lexicon.suffixes)
    return rows


_SHAPES = str.maketrans(
    dict.fromkeys("0123456789０１２３４５６７８９", "0")
    | {chr(c): "A" for c in range(ord("A"), ord("Z") + 1)}
    | {chr(c): "a" for c in range(ord("a"), ord("z") + 1)}
    | {"•": "·", "‧": "·", "・": "·", "．": "·", "「": "“", "」": "”", "(": "（", ")": "）", ",": "，", ":": "："}
)


def _characters(shape: str, i: int) -> list[str]:
    """Single characters, pairs and triples in a window of two to each side."""
    a, b, c, d, e = (shape[j] if 0 <= j < len(shape) else _END for j in range(i - 2, i + 3))
    return [
        "a" + c,
        "b" + b,
        "c" + d,
        "d" + a,
        "e" + e,
        "f" + b + c,
        "g" + c + d,
        "h" + a + b,
        "i" + d + e,
        "j" + b + d,
        "k" + b + c + d,
        "l" + a + b + c,
        "m" + c + d + e,
    ]


def _kinds(kinds: list[str], i: int) -> list[str]:
    """How surname, given name and transliteration lie around the character."""
    a, b, c, d, e = (kinds[j] if 0 <= j < len(kinds) else "---" for j in range(i - 2, i + 3))
    return [
        "A" + c,
        "B" + b[0] + c[0] + c[1] + d[1] + e[1],
        "C" + a[0] + b[0] + b[1] + c[1] + d[1],
        "D" + b[2] + c[2] + d[2],
        "E" + a[2] + b[2] + c[2] + d[2] + e[2],
    ]


class _Words(NamedTuple):
    """The longest word that begins and that ends at each character, with class and length, and what lies across."""

    begins: list[tuple[str, str]]
    ends: list[tuple[str, str]]
    across: list[str]


def _known_words(text: str, words: Mapping[str, str]) -> _Words:
    size = len(text)
    begins, ends, across = [_NO_WORD] * size, [_NO_WORD] * size, [""] * size
    for i in range(size):
        for j in range(min(size, i + _LONGEST), i + 1, -1):
            if (kind := words.get(text[i:j])) is None:
                continue
            word = (text[i:j], f"{kind}{j - i}")
            if begins[i] is _NO_WORD:
                begins[i] = word
            if len(ends[j - 1][0]) < j - i:
                ends[j - 1] = word
            sign = f"{j - i}{kind}"
            across[i + 1 : j - 1] = [max(sign, other) for other in across[i + 1 : j - 1]]
    return _Words(begins, ends, across)


def _add_words(rows: list[list[str]], known: _Words) -> None:
    """The words that begin, end, or lie across each character, and the ones beside it."""
    begins, ends, across = known
    for i, row in enumerate(rows):
        before = ends[i - 1] if i else _NO_WORD
        after = begins[i + 1] if i + 1 < len(rows) else _NO_WORD
        begin, end = begins[i][1], ends[i][1]
        row += ["F" + begin, "G" + end, "H" + across[i], f"I{begin}/{end}/{across[i]}"]
        row += [f"J{before[1]}/{begin}", f"K{end}/{after[1]}", "N" + before[0], "O" + after[0]]


def _add_surname(rows: list[list[str]], shape: str, kinds: list[str], known: _Words) -> None:
    """At a surname, what would follow a name of two or three characters: 王毅表示, 李成钢指出."""
    for i, row in enumerate(rows):
        if kinds[i][0] == "0":
            continue
        for size in (1, 2, 3):
            word, kind = known.begins[i + size] if i + size < len(rows) else _NO_WORD
            after = word or shape[i + size : i + size + 1] or _END
            row += [f"R{size}{kind}", f"S{size}{after}"]


def _add_runs(rows: list[list[str]], shape: str, kinds: list[str], known: _Words) -> None:
    """Where the character stands in a run that transliterates, and what stands around the run: 总统冯德莱恩说."""
    start = 0
    for i in range(len(kinds) + 1):
        if i < len(kinds) and (kinds[i][2] >= "2" or shape[i] == "·"):
            continue
        if i - start > 1:
            before = (known.ends[start - 1][0] or shape[start - 1]) if start else _END
            after = (known.begins[i][0] or shape[i]) if i < len(kinds) else _END
            for k in range(start, i):
                rows[k] += [f"P{min(k - start, 3)}{min(i - 1 - k, 3)}", "T" + before, "U" + after]
        start = i + 1


def _add_suffixes(rows: list[list[str]], text: str, suffixes: Mapping[str, str]) -> None:
    """How far ahead, in one run of Chinese characters, a name of a place or a body may end: 国际货币基金组织."""
    ahead: dict[str, int] = {}
    for i in range(len(text) - 1, -1, -1):
        if not "\u4e00" <= text[i] <= "\u9fff":
            ahead.clear()
            continue
        for size in (4, 3, 2, 1):
            if kind := suffixes.get(text[i + 1 - size : i + 1]):
                ahead[kind] = i
        for kind, end in ahead.items():
            if end - i < 10:
                rows[i].append(f"Q{kind}{end - i}")
