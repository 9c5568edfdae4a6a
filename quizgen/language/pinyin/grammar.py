"""Grammar, as a voice: 为, 应, 得 and 重 are read by the words of their clause."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from quizgen import tables

_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?「」『』“”（）()《》\n]")
_HAN = re.compile("[㐀-鿿]")
_AT_ONCE = "救抢求争防避保让使赚躲筹逃省讨"  # verbs of one character that may follow 为 at once
_THINGS = ("n", "m", "r", "l", "i", "t", "s", "")  # jieba's tags of what a verb is done to; names have none
_REQUEST = re.compile("邀|要求|请求|号召|呼吁|约请|之约|之请|申请|点名|动员|指示|命令|吁请")

Tag = Callable[[str], str]
DECIDED = frozenset("为应得重")
"""the words that grammar reads; what it says nothing of has its usual reading"""


def by_grammar(text: str, place: int, edges: Sequence[int], tag: Tag) -> str:
    """How 为, 应, 得 or 重 is read as a word at `place`; empty for other words, and where grammar tells nothing.

    为 is wèi before whom or what something is done for (为死者讨公道), and wéi where it is 'to be' (为第二大经济体);
    应 is yìng before whose request is met (应美方请求), and yīng before what ought to be done;
    得 is děi, must, between what must and a verb (这事得慢慢来), de behind a verb; 重 is chóng, again, before a verb.
    `edges` are the places where words begin and end, in order; `tag` gives a word's part of speech as jieba does.
    """
    if text[place] not in DECIDED or place not in edges:
        return ""
    end = _CLAUSE_END.search(text, place)
    limit = end.start() if end else len(text)
    words = [text[a:b] for a, b in pairwise([*(edge for edge in edges if place < edge < limit), limit])]
    if not words:
        return ""
    if text[place] == "重":
        return "chong2" if tag(words[0]) == "v" else ""
    if text[place] == "得":
        return _must(text[edges[max(0, edges.index(place) - 1)] : place], words[0], tag)
    if text[place] == "应":
        asked = any(_REQUEST.search(word) for word in words[1:])
        return "ying4" if asked and tag(words[0])[:1] in ("n", "r", "") else ""
    opens = place == 0 or bool(_CLAUSE_END.match(text[place - 1])) or text[place - 1] == "是"
    return "wei4" if _serves(words, tag, opens) else "wei2"


def _must(before: str, after: str, tag: Tag) -> str:
    """得 behind a noun, a pronoun or nothing, and before a verb or an adverb."""
    someone = not before or not _HAN.match(before) or tag(before)[:1] in ("n", "r", "t", "s", "")
    return "dei3" if someone and tag(after)[:1] in ("v", "d", "p") else "de5"


def _serves(words: Sequence[str], tag: Tag, opens: bool) -> bool:
    """Whether these words tell what is done, for whom or to what end.

    What ends in a noun behind 的 tells what is, and so does a verb behind a measure word: 为一名退伍军人.
    """
    deeds = [i for i, word in enumerate(words) if _is_deed(word, words[i + 1 : i + 2], tag)]
    if "的" in words and not opens and max(deeds, default=-1) < _last(words, "的"):
        return False
    if len(words) > 1 and (words[0] in _AT_ONCE or (0 in deeds and len(words[0]) > 1)):
        return words[1] != "的"
    return any(tag(words[i - 1]) != "q" and _has_object(words[i], words[i + 1 :], tag) for i in deeds if i)


def _is_deed(word: str, following: Sequence[str], tag: Tag) -> bool:
    """A verb, or what is marked as done: 为他做了手术."""
    kind = tag(word)
    if following and following[0] in ("了", "过"):
        return not kind.startswith(("m", "q", "r", "t"))
    return kind == "v" and word not in tables.words("verbs_of_state")


def _has_object(verb: str, following: Sequence[str], tag: Tag) -> bool:
    """Without one, 为 may mark who did it (为外界熟知), if that is a verb of knowing, liking, using and their kind."""
    if not following:
        return len(verb) > 1 and verb not in tables.words("verbs_of_regard")
    ends = len(following) == 1 and len(following[0]) == 1  # 为地震多发带 tells what is
    return following[0] in ("了", "过") or (len(verb) > 1 and not ends and tag(following[0])[:1] in _THINGS)


def _last(words: Sequence[str], word: str) -> int:
    return len(words) - 1 - list(reversed(words)).index(word)
