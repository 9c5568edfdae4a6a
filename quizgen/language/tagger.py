"""Words -> their parts of speech where they stand: 调查 is a verb in 警方调查此案 and a noun in 接受警方调查.

The tags are those of the Peking corpus (n noun, v verb, vn verbal noun, a, b, d adverb, p, c, m, q measure, r, f, s, t,
l idiom, nr person, ns place, nt body), `u` with its word (的 了 着 过 地 得 所 之 等), `w` for marks, `w、` for 、.
A word may bear the tags it was met with, one never met those of its class; weights of what stands around it decide.
Data: learnt by tests/eval/learn_tags.py.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from quizgen import tables

_PARTICLES = frozenset("的地得了着过所之等")
_OUTSIDE = "w"
#: what a word may be that is of no class met often
UNKNOWN = ("n", "v")

Guess = Callable[[str], str]


class Tagger:
    """Tags words by what was learnt; `guess` is the class of a word that was not met."""

    def __init__(self, guess: Guess) -> None:
        self._words = tables.pairs("tag_words")
        self._classes = {name: tuple(tags.split()) for name, tags in tables.mapping("tag_classes").items()}
        self._weights = tables.pairs("tag_weights")
        self._guess = guess
        self.may_be = cache(self._may_be)
        self._weigh = cache(self._weigh_of)

    def tags(self, words: Sequence[str], known: Sequence[str]) -> list[str]:
        """A tag for each word, marks among them; `known` are the tags that are certain, else empty."""
        choices = [(tag,) if tag else self.may_be(word) for word, tag in zip(words, known, strict=True)]
        out: list[str] = []
        for i, tags in enumerate(choices):
            if len(tags) > 1:
                scores = dict.fromkeys(tags, 0)
                for feature in features(words, [c[0] for c in choices[i + 1 : i + 3]], out[-2:], i):
                    for tag, weight in self._weigh(feature):
                        if tag in scores:
                            scores[tag] += weight
                tags = (max(tags, key=scores.__getitem__),)
            out.append(tags[0])
        return out

    def _may_be(self, word: str) -> tuple[str, ...]:
        """What a word may be, the likeliest first."""
        if not word[0].isalnum():
            return ("w、" if word == "、" else _OUTSIDE,)
        told = self._words.get(word)
        return tuple(told.split()) if told else self._classes.get(self._guess(word)) or UNKNOWN

    def _weigh_of(self, feature: str) -> tuple[tuple[str, int], ...]:
        pairs = (pair.rsplit(":", 1) for pair in self._weights.get(feature, "").split())
        return tuple((tag, int(weight)) for tag, weight in pairs)


def features(words: Sequence[str], after: Sequence[str], before: Sequence[str], i: int) -> tuple[str, ...]:
    """What may tell the tag of word `i`: the tags before it, the likeliest tags behind it, and the words themselves."""
    word, earlier, last = words[i], *([_OUTSIDE, _OUTSIDE, *before][-2:])
    following, further = [*after, _OUTSIDE, _OUTSIDE][:2]
    next_word = words[i + 1] if i + 1 < len(words) else "$"
    last_word = words[i - 1] if i else "^"
    return (
        "0",
        f"1{last}",
        f"2{earlier} {last}",
        f"3{word}",
        f"4{word} {last}",
        f"5{following}",
        f"6{following} {further}",
        f"7{word} {following}",
        f"8{next_word}",
        f"9{last_word}",
        f"a{last} {following}",
        f"b{word[-1]}",
        f"c{word[0]}",
        f"d{min(len(word), 4)} {last}",
        f"e{earlier} {last} {following}",
    )


def particle(word: str) -> str:
    """The tag of a particle: with its word, where that is one of the common ones."""
    return f"u{word}" if word in _PARTICLES else "u"
