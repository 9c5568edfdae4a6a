"""The parts of speech of a sentence's tokens where they stand, names and titles taken as the nouns they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from quizgen.items import Fact, Sentence, Token
from quizgen.language import tags
from quizgen.naming.boundaries import pos

#: the fewer classes that questions are cut by; what is not named here keeps its own
_CLASSES = {"nr": "n", "ns": "n", "nt": "n", "s": "n", "k": "n", "b": "a", "h": "a", "y": "u"}
#: words that the corpus of 1998 did not know or tagged for another use
_OWN = {"截至": "p", "偕": "p", "偕同": "p"}
_KNOWN = {"person": "nr", "place": "ns", "organisation": "nt", "role": "n", "name": "n", "thing": "n", "date": "t"}
#: 《北京中轴线文化遗产保护条例》, “观赛场”: whatever stands in it, it is a noun
_TITLE = re.compile(r"《[^《》]{1,40}》|[“「『‘][^“”「」『』‘’，。；：！？]{1,10}[”」』’]")
_MARKS = re.compile(r"[^\w\s]")


def tag(sentence: Sentence, token: Token) -> str:
    """n noun or name, v verb, vn verb used as a noun, a, d, p, c, m, q, r, f, t day or hour, u particle."""
    return _tags(sentence)[token.start]


@lru_cache(maxsize=512)
def _tags(sentence: Sentence) -> dict[int, str]:
    """The class of each token, by where it starts."""
    items = list(_items(sentence))
    found = tags([word for word, _, _ in items], [known for _, known, _ in items])
    return {start: _class(told, word) for told, (word, _, start) in zip(found, items, strict=True) if start >= 0}


def _class(told: str, word: str) -> str:
    if told == "l":  # 通电话 is a set phrase that does something, 史无前例 one that describes
        return "v" if pos(word) in ("v", "vn") else "a"
    return _CLASSES.get(told, "u" if told[0] == "u" else told)


def _items(sentence: Sentence) -> Iterator[tuple[str, str, int]]:
    """(word, tag that is certain or empty, start) of each token and of each mark between them, which starts nowhere."""
    titles = [m.span() for m in _TITLE.finditer(sentence.simplified)]
    at = 0
    for token in sentence.tokens:
        start, end = token.start - sentence.start, token.end - sentence.start
        yield from ((mark, "", -1) for mark in _MARKS.findall(sentence.simplified[at:start]))
        known = _known(sentence, token) or ("n" if any(a < start and end < b for a, b in titles) else "")
        yield token.word, known, token.start
        at = end
    yield from ((mark, "", -1) for mark in _MARKS.findall(sentence.simplified[at:]))


def _known(sentence: Sentence, token: Token) -> str:
    fact = fact_at(sentence, token)
    if fact and fact.kind == "figure":
        return "m" if fact.value.endswith(" %") else "q"
    return _KNOWN.get(fact.kind, "") if fact else _OWN.get(token.word, "")


def fact_at(sentence: Sentence, token: Token) -> Fact | None:
    """The fact that a token is part of, or None."""
    return next(
        (
            f
            for f in sentence.facts
            if f.start <= token.start and token.end <= f.end and f.kind not in ("reason", "event", "list")
        ),
        None,
    )


def tokens_in(sentence: Sentence, start: int, end: int) -> list[Token]:
    """The tokens that lie between two offsets of the sentence."""
    tokens, base = sentence.tokens, sentence.start
    first = bisect_left(tokens, base + start, key=lambda t: t.start)
    return list(tokens[first : max(first, bisect_right(tokens, base + end, key=lambda t: t.end))])
