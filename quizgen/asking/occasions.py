"""Where a great occasion was held that is told in passing: 在新德里举行的第46届世界遗产大会."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from quizgen.asking.asked import Asked
from quizgen.asking.deixis import POINTS
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.words import phrase, word_for
from quizgen.items import Article, Fact, Sentence
from quizgen.language import simplify

_HELD_OF = re.compile(r"(?:举行|召开|举办)的")
#: 第46届世界遗产大会, but not 记者会 or 会议, which are many
_OCCASION = re.compile(
    r"(?:大会|峰会|博览会|奥运会|亚运会|世界杯|锦标赛|论坛|首脑会议|领导人会议|部长会议|联赛|公开赛|电影节)$"
)
_OCCASION_LEAST = 5


def ask(article: Article, sentence: Sentence, place: Fact) -> Iterator[Asked]:
    """第46届世界遗产大会是在哪个城市举行的？"""
    held = _HELD_OF.match(sentence.simplified, place.end - sentence.start)
    before = sentence.simplified[: (place.part("country") or place).start - sentence.start]
    if not held or not before.endswith("在"):
        return
    what = _nouns_from(sentence, held.end())
    named = simplify(what)
    if _OCCASION.search(named) and len(what) >= _OCCASION_LEAST and not POINTS.search(named):
        question = phrase("where_held", article.lang).format(what=what, place=word_for(place, article.lang))
        yield Asked(place, question, sentence)


def _nouns_from(sentence: Sentence, at: int) -> str:
    """The run of nouns and numbers from there on; empty where something else stands there."""
    tokens = tokens_in(sentence, at, len(sentence.text))
    nominal = list(takewhile(lambda t: tag(sentence, t) in ("n", "vn", "a", "m", "q"), tokens))
    return sentence.text[at : nominal[-1].end - sentence.start] if nominal else ""
