"""为 is wèi before whom or what something is done for, and wéi where it is 'to be': grammar, as a voice."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

FOR, TO_BE = "wei4", "wei2"

_CLAUSE_END = re.compile(r"[，。；：！？、,;:!?」』”’）)\n]")
#: verbs that are part of what something is (为低于三成的水平), and adverbs jieba calls verbs
_STATES = frozenset(
    "超过 低于 高于 大于 小于 少于 多于 等于 位于 属于 相当于 没有 具有 含有 拥有 持有 有 无 是 指 像 如 约 近 逾 达 达到"
    " 来自 负责 担任 最 可能 可以 应该 能 会 以上 以下 以外 起 止 不足 不到 平均 共计 合计 总计 组成 构成 所有 有关 相关"
    " 受 被 占 指定 注册 创始 创办 代表 领导 主办 承办 协办 合作 来源 上 下 中 内 外 前 后 多 到 至".split(" ")
)
_PURPOSE = "救抢求争防避保让使赚躲筹逃省讨办选找建修买卖"  # verbs of one character that may follow at once


def for_or_to_be(text: str, place: int, edges: Sequence[int], tag: Callable[[str], str]) -> str:
    """How the 为 at `place` is read, by the words of its clause: 为死者讨公道 -> `wei4`, 为第二大经济体 -> `wei2`.

    `edges` are the places where words begin and end, in order; `tag` gives a word's part of speech as jieba does.
    """
    end = _CLAUSE_END.search(text, place)
    limit = end.start() if end else len(text)
    cuts = [edge for edge in edges if place < edge < limit] + [limit]
    words = [text[a:b] for a, b in zip(cuts, cuts[1:], strict=False)]
    opens = place == 0 or bool(_CLAUSE_END.match(text[place - 1])) or text[place - 1] in "是「『“（("
    return FOR if _acts(words, tag, opens) else TO_BE


def _acts(words: Sequence[str], tag: Callable[[str], str], opens: bool) -> bool:
    """Whether something is done in these words; what ends in a noun behind 的 is no deed."""
    noun_phrase = "的" in words and not any(_is_deed(w, tag) for w in words[_last(words, "的") + 1 :])
    for i, word in enumerate(words):
        modifies = i + 1 < len(words) and words[i + 1] == "的"
        if not modifies and (_is_deed(word, tag) or (i == 0 and word in _PURPOSE)):
            return len(words) > 1 and (opens or not noun_phrase)
    return False


def _is_deed(word: str, tag: Callable[[str], str]) -> bool:
    return tag(word) == "v" and word not in _STATES


def _last(words: Sequence[str], word: str) -> int:
    return len(words) - 1 - list(reversed(words)).index(word)
