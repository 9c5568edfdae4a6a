"""Breaks Chinese lines as a typesetter does: between any characters, but no line opens with 。 or closes with （."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.text import Text

_CLOSING = "，。、；：！？）」』】》〉］’”％·…,.;:!?)]%"
_OPENING = "（「『【《〈［‘“([$€£"
# a word of letters and digits stays whole, and so does what hangs on it: --due, 2025-09-19, Sīdégē'ěrmó, 19日
_LETTER = r"[^\W㐀-䶿一-鿿぀-ヿ\U00020000-\U0003ffff]"
_WORD = rf"-*{_LETTER}+(?:(?:['’-]|(?<=\d)[.,](?=\d)){_LETTER}+)*(?:(?<=\d)[年月日號号時时點点分秒天個个億亿萬万])?"
_PIECE = re.compile(rf"[{re.escape(_OPENING)}]*(?:{_WORD}|[^\n ])[{re.escape(_CLOSING)}]*| +|\n")


def wrap(text: Text, width: int) -> list[Text]:
    """The lines of a text, each at most `width` cells wide, its styles kept."""
    cuts: list[int] = []
    room = width
    for match in _PIECE.finditer(text.plain):
        for start, end in _fitting(text.plain, match.start(), match.end(), width):
            piece = text.plain[start:end]
            wide = cell_len(piece)
            if piece == "\n" or (wide > room and piece.strip()):
                cuts.append(end if piece == "\n" else start)
                room = width
            room -= 0 if piece == "\n" else wide
    lines = text.divide(cuts)
    for line in lines:
        line.rstrip()
    return list(lines)


def _fitting(plain: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """A piece too long for any line is cut where the line ends."""
    spans, room, first = [], width, start
    for i in range(start, end):
        wide = cell_len(plain[i])
        if wide > room:
            spans.append((first, i))
            first, room = i, width
        room -= wide
    return [*spans, (first, end)]
