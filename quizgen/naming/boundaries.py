"""Where a name may begin and end: between words, never inside one."""

from __future__ import annotations

from functools import cache, lru_cache

from quizgen import tables
from quizgen.language import entries, is_word, part_of_speech, segment

HAN_FIRST, HAN_LAST = "\u3400", "\u9fff"
#: characters that join or govern names and hardly ever end one
FUNCTION = frozenset(
    "的和同与及跟在于对向从自以由被把将已曾也都又再就还仍均说称是等了并率到至给让使令因但或则之其这那该各每本此"
)
_LONGEST_WORD = 4
_ORDINARY = frozenset("vadpcrumqft")
_NOT_NOUNS = frozenset("vpdcarutmqf")


def is_han(char: str) -> bool:
    """A Chinese character, not punctuation, Latin or a digit."""
    return HAN_FIRST <= char <= HAN_LAST


@lru_cache(maxsize=4096)
def cuts(simplified: str) -> frozenset[int]:
    """Every position at which the segmenter lets a word begin or end; both ends of the line belong to them."""
    at = {0, len(simplified)}
    for start, end in segment(simplified, ()):
        at.update((start, end))
    return frozenset(at)


def crossing(simplified: str, start: int, end: int) -> str:
    """The word that would be torn by a cut at `end`, if one begins behind `start`; else empty.

    布林肯明|确 tears 明确; 特朗普|宣布 tears nothing.
    """
    for begin in range(max(start + 1, end - _LONGEST_WORD + 1), end):
        for stop in range(end + 1, min(len(simplified), begin + _LONGEST_WORD) + 1):
            if is_common(simplified[begin:stop]):
                return simplified[begin:stop]
    return ""


@cache
def is_common(word: str) -> bool:
    """An ordinary word: with a part of speech of its own that is no name's, or an entry that is no proper noun."""
    if word in tables.mapping("closed_classes"):
        return True
    if is_word(word) and any(not e.is_proper for e in entries(word)):
        return True
    return len(word) < 4 and part_of_speech(word)[:1] in _ORDINARY


@cache
def pos(word: str) -> str:
    """Part of speech: v, vn, p, d, c, a, r, u, t, m, q, f; n for nouns, names and what no list holds.

    A noun by the word list is a verb where the dictionary's senses all say so (战胜: prevail over), vn where some do.
    """
    tag = tables.mapping("closed_classes").get(word) or part_of_speech(word)
    if tag in ("vn", "an"):
        return "vn"
    if tag[:1] in _NOT_NOUNS:
        return tag[:1]
    unlisted = not tag and len(word) == 2 and not is_word(word)
    if unlisted and word[1] not in FUNCTION and part_of_speech(word[0])[:1] == "v":
        return "v"  # 载有, 上修: made of a verb
    verbal = [sense.startswith("to ") for e in entries(word) for sense in e.senses if not sense.startswith("CL:")]
    return "v" if verbal and all(verbal) else "vn" if any(verbal[:1]) else "n"
