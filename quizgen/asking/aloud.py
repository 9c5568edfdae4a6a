"""An answer said aloud, as it is written down for learners: 20% -> bǎi fēn zhī èrshí, 3000亿 -> sān qiān yì."""

from __future__ import annotations

import re

from quizgen.language import is_word, segment, simplify
from quizgen.language.numerals import in_words
from quizgen.language.pinyin import marked, readings

_DIGIT = "一二两三四五六七八九"
#: numerals are written in groups: the tens together (shísì, èrshí), hundreds and more with their digit apart
_NUMERAL = re.compile(rf"[{_DIGIT}]?十[{_DIGIT}]?|百分之|[{_DIGIT}零百千万亿点比第之]")


def aloud(text: str, *, traditional: bool, counts: bool) -> str:
    """The pinyin of an answer; `counts` for dates and figures, whose digits are first put into words."""
    said = simplify(in_words(text, traditional) if counts else text)
    spans = _groups(said) if counts else [(0, len(said))] if is_word(said) else segment(said)
    read = readings(said, spans)
    return " ".join(_shown(said[a:b], r.pinyin) for (a, b), r in zip(spans, read, strict=True) if r.pinyin)


def _groups(said: str) -> list[tuple[int, int]]:
    """Numerals in their groups, the words between as the segmenter has them."""
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _NUMERAL.finditer(said):
        spans += [(at + a, at + b) for a, b in segment(said[at : match.start()])]
        spans.append(match.span())
        at = match.end()
    return spans + [(at + a, at + b) for a, b in segment(said[at:])]


def _shown(word: str, pinyin: str) -> str:
    return " ".join(map(marked, pinyin.split())) if word == "百分之" else marked(pinyin)
