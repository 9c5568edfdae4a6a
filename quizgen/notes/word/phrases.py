"""What a word is said with in the article: 達成協議 · 達成諒解, counted."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from quizgen.items import Article, Token
from quizgen.language import part_of_speech
from quizgen.notes.word.terms import Term

_MOST = 3
_COMPANY = ("n", "v", "a", "b", "j", "z", "l", "i")
_NEVER = frozenset("是 有 没有 会 能 要 可以 可能 应该 需要 认为 觉得 表示 进一步 如果 这个 一个 问题 包括 以及 不是 使 让".split())


def phrases_of(article: Article, term: Term) -> tuple[str, ...]:
    """At most three neighbours of the word, with it, as the article writes them; the most frequent first."""
    counts: Counter[str] = Counter()
    for index in dict.fromkeys(place.sentence for place in term.places):
        sentence = article.sentences[index]
        spans = {(p.start, p.end) for p in term.places if p.sentence == index}
        for left, right in pairwise(sentence.tokens):
            if left.end == right.start and any((t.start, t.end) in spans for t in (left, right)):
                other = right if (left.start, left.end) in spans else left
                if _is_company(other, after=other is right, speech=part_of_speech(term.word)):
                    counts[left.text + right.text] += 1
    return tuple(phrase for phrase, _ in counts.most_common(_MOST))


def _is_company(other: Token, after: bool, speech: str) -> bool:
    """A word that goes with another: noun, verb or adjective of two characters, no name, no number."""
    tag = part_of_speech(other.word)
    if len(other.word) < 2 or other.word in _NEVER or tag[:1] not in _COMPANY or tag in ("nr", "ns", "nt", "nz"):
        return False
    return after or tag[:1] != "n" or not speech.startswith("v")
