"""What a word is said with in the article: 達成協議 · 達成諒解, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from quizgen import tables
from quizgen.items import Article, Sentence, Token
from quizgen.language import entries, part_of_speech
from quizgen.notes.word.terms import Place, Term

_MOST, _OFTEN = 3, 3
_VERB, _NOUN, _QUALIFIER = ("v",), ("n", "j"), ("a", "b", "z", "n", "d")
_NAMES = ("nr", "ns", "nt", "nz")
_TOWARDS = frozenset("向对给跟为")  # 与 and 和 join subjects too: 中国和美国达成
_REACH = 5  # tokens from such a word to its verb


def phrases_of(article: Article, term: Term) -> tuple[str, ...]:
    """At most three neighbours of the word, with it, as the article writes them; the most frequent first.

    Before them what tells towards whom a verb goes: 向…施壓.

    A pair that stands there three times is a phrase, whatever the tags say (元首會晤: jieba has 元首 for a time).
    """
    counts: Counter[tuple[str, str]] = Counter()
    whole: dict[tuple[str, str], str] = {}
    for left, right, goes_on in _pairs(article, term):
        counts[left.word, right.word] += 1
        if (not goes_on and _go_together(left.word, right.word)) or counts[left.word, right.word] >= _OFTEN:
            whole.setdefault((left.word, right.word), left.text + right.text)
    pairs = (whole[pair] for pair, _ in counts.most_common() if pair in whole)
    return (*_frames(article, term), *pairs)[:_MOST]


def _frames(article: Article, term: Term) -> list[str]:
    """向…施壓, where the article has it twice."""
    found = Counter(frame for place in term.places if (frame := _towards(article.sentences[place.sentence], place)))
    is_verb = any(entry.senses[0].startswith("to ") for entry in entries(term.word))
    return [f"{frame}…{term.form}" for frame, times in found.items() if is_verb and times > 1]


def _towards(sentence: Sentence, place: Place) -> str:
    """The word that tells towards whom the verb goes, with only its object between: 向|中國|施壓; or empty.

    Before another verb it is a noun: 為元首會晤創造條件.
    """
    at = place.start
    if any(t.start == place.end and part_of_speech(t.word) == "v" for t in sentence.tokens):
        return ""
    for between, token in enumerate(reversed([t for t in sentence.tokens if t.end <= place.start][-_REACH:])):
        if token.end != at:
            return ""
        if token.word in _TOWARDS:
            return token.text if between else ""
        if part_of_speech(token.word) in ("v", "c", "d", "p"):
            return ""
        at = token.start
    return ""


def _pairs(article: Article, term: Term) -> Iterator[tuple[Token, Token, bool]]:
    """The term with each neighbour of two characters or more that is neither a name nor fit for any word.

    The third says that the second of them belongs to the word after.
    """
    for index in dict.fromkeys(place.sentence for place in term.places):
        tokens = article.sentences[index].tokens
        here = {(p.start, p.end) for p in term.places if p.sentence == index}
        for (left, right), after in zip(pairwise(tokens), [*tokens[2:], None], strict=False):
            touches = left.end == right.start and ((left.start, left.end) in here or (right.start, right.end) in here)
            if touches and _may_pair(left.word) and _may_pair(right.word):
                yield left, right, _goes_on(right, after)


def _may_pair(word: str) -> bool:
    return len(word) > 1 and not part_of_speech(word).startswith(_NAMES) and word not in tables.words("general_words")


def _go_together(left: str, right: str) -> bool:
    """A verb and its object, or a noun and what qualifies it."""
    one, two = part_of_speech(left), part_of_speech(right)
    if two.startswith(_NOUN) or two == "vn" or left in tables.words("support_verbs"):
        return one.startswith(_VERB) or one.startswith(_QUALIFIER)
    return two.startswith(_VERB) and one[:1] in ("d", "a") and one != "ad"


def _goes_on(right: Token, after: Token | None) -> bool:
    """The word that closes the pair belongs to the next: 加徵關稅 is whole, 解決雙方|關切 and 進行元首|會晤 are not."""
    touches = after is not None and after.start == right.end and len(after.word) > 1
    return after is not None and touches and part_of_speech(after.word).startswith((*_NOUN, *_VERB))
