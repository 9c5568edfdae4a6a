"""Which words that may be learned are worth most: the order of the cards.

The weights are those of a regression on what a teacher chose for a learner at HSK 4, 20 words from each of sixteen
news articles, rounded: each leave-one-out fit puts about 9 of the 20 among its first 20. All are in doublings of the
count.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log2

from quizgen import tables
from quizgen.items import Article
from quizgen.language import entries, frequency, part_of_speech
from quizgen.notes.word.terms import BEGINNER, Learner, Term

_HEADLINE = 0.75  # what stands in the title or a heading is what the article is about
_CARDED = 0.25  # what stands in a carded fact is needed to answer it
_IDIOM = 2.0  # an idiom cannot be guessed from its parts, and is met with everywhere
_SET = 1.0  # a set phrase sometimes can: 长期以来, 必不可少
_UNLISTED = 1.5  # what no level lists is seldom met again
_LONG = (
    1.0  # three characters and more, no idiom, are mostly words put together (得票率, 國防部長): their parts teach more
)
_FUNCTION = 1.0  # adverbs, conjunctions, pronouns and times say little of the matter
_ALONE = 1.5  # a character alone (震, 判) is mostly met again inside words that have cards of their own
_NEAR = 1.5  # for a beginner: the next level against the one behind it
_FUNCTIONS = tuple("dcpruftmqykeho")  # jieba's
_SET_PHRASE = "l"  # jieba's
_NAMES_AMONG = 8  # one name in eight cards at most


def in_order(
    terms: Iterable[Term], learner: Learner, article: Article, carded: frozenset[str], running: int
) -> list[Term]:
    """The best first: more often here than elsewhere, in a headline, in the text of a carded fact, idioms, by level.

    `running` is the number of words of the article.
    """
    ranked = sorted(terms, key=lambda t: (-_worth(t, learner, article, carded, running), t.places[0]))
    words = [t for t in ranked if t.kind != "name"]
    names = [t for t in ranked if t.kind == "name"]
    out: list[Term] = []
    while words or names:
        turn = names and (not words or len(out) % _NAMES_AMONG == _NAMES_AMONG - 1)
        out.append(names.pop(0) if turn else words.pop(0))
    return out


def _worth(term: Term, learner: Learner, article: Article, carded: frozenset[str], running: int) -> float:
    expected = frequency(term.word) / 1e6 * running
    return (
        log2((len(term.places) + 0.5) / (expected + 0.5))
        + _by_level(term.word, learner)
        + _HEADLINE * any(article.sentences[place.sentence].line.role == "heading" for place in term.places)
        + _CARDED * any(term.form in text for text in carded)
        + _by_length(term.word, learner)
        - _by_kind(term.word, learner)
    )


def _by_level(word: str, learner: Learner) -> float:
    """A beginner's next level first; later, in doublings of the distance, the levels beyond it.

    The words right above HSK 4 are everyday's (未来, 傍晚), which any course brings; those of the bands beyond are
    the ones of the news (关税, 停火): a teacher took 3 % of the first and 18 % of the last.
    """
    level = learner.standard.level(word)
    distance = max(1, (level or len(learner.standard.labels)) - learner.level)
    if learner.level <= BEGINNER:
        return _NEAR / distance if level else 0
    return log2(distance) - _UNLISTED * (level is None)


def _by_kind(word: str, learner: Learner) -> float:
    """What a word is worth less for its kind; to a beginner 因为 and 把 are as good as any."""
    if learner.level <= BEGINNER:
        return 0
    return _FUNCTION * part_of_speech(word).startswith(_FUNCTIONS) + _ALONE * (len(word) == 1)


def _by_length(word: str, learner: Learner) -> float:
    """What an idiom is worth more, and another long word less; a beginner's long words are chosen as they come."""
    if len(word) > 3 and not any(learner.knows(word[i : i + 2]) for i in range(len(word) - 1)):
        if part_of_speech(word) == "i" or any("idiom" in s for e in entries(word) for s in e.senses):
            return _IDIOM  # 来龙去脉, 供不应求; not what has a known word in it, as 在此之前 and 也就是说 do
        if part_of_speech(word) == _SET_PHRASE:
            return _SET
    is_office = word in tables.words("titles") or word in tables.words("organisations")  # 国务卿, 众议院
    return -_LONG if len(word) > 2 and learner.level > BEGINNER and not is_office else 0
