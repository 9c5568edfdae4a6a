"""为 is wèi before whom or what something is done for, and wéi where it is 'to be': grammar, as a voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from quizgen import tables

_FOR, _TO_BE = "wei4", "wei2"
_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?「」『』“”（）()《》\n]")
_AT_ONCE = "救抢求争防避保让使赚躲筹逃省讨"  # verbs of one character that may follow 为 at once
_OBJECT = ("n", "m", "r", "l", "i", "t", "s", "")  # jieba's tags of what a verb is done to; names have none


def for_or_to_be(text: str, place: int, edges: Sequence[int], tag: Callable[[str], str]) -> str:
    """How the 为 at `place` is read, by the words of its clause: 为死者讨公道 -> `wei4`, 为第二大经济体 -> `wei2`.

    `edges` are the places where words begin and end, in order; `tag` gives a word's part of speech as jieba does.
    """
    if place not in edges:  # 定为, 判为
        return _TO_BE
    end = _CLAUSE_END.search(text, place)
    limit = end.start() if end else len(text)
    words = [text[a:b] for a, b in pairwise([*(edge for edge in edges if place < edge < limit), limit])]
    opens = place == 0 or bool(_CLAUSE_END.match(text[place - 1])) or text[place - 1] == "是"
    return _FOR if _serves(words, tag, opens) else _TO_BE


def _serves(words: Sequence[str], tag: Callable[[str], str], opens: bool) -> bool:
    """Whether these words tell what is done, for whom or to what end; what ends in a noun behind 的 tells what is."""
    deeds = [i for i, word in enumerate(words) if tag(word) == "v" and word not in tables.words("verbs_of_state")]
    if "的" in words and not opens and max(deeds, default=-1) < _last(words, "的"):
        return False
    if len(words) > 1 and (words[0] in _AT_ONCE or (0 in deeds and len(words[0]) > 1)):
        return words[1] != "的"
    return any(i > 0 and len(words[i]) > 1 and _has_object(words[i + 1 :], tag) for i in deeds)


def _has_object(following: Sequence[str], tag: Callable[[str], str]) -> bool:
    """Without one, 为 marks who did it: 为外界熟知."""
    return bool(following) and (following[0] in "了过出" or tag(following[0])[:1] in _OBJECT)


def _last(words: Sequence[str], word: str) -> int:
    return len(words) - 1 - list(reversed(words)).index(word)
