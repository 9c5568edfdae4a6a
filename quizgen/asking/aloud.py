"""An answer said aloud, as it is written down for learners: 20% -> bǎi fēn zhī èrshí, 3000亿 -> sān qiān yì."""

from __future__ import annotations

import re

from quizgen import tables
from quizgen.article import is_chinese
from quizgen.asking import days
from quizgen.items import Article, Fact
from quizgen.language import is_word, name_reading, segment, simplify
from quizgen.language.numerals import in_words
from quizgen.language.pinyin import marked, readings
from quizgen.naming import foreign, gazetteer

_DIGIT = "一二两三四五六七八九"
#: numerals are written in groups: the tens together (shísì, èrshí), hundreds and more with their digit apart
_NUMERAL = re.compile(rf"[{_DIGIT}]?十[{_DIGIT}]?|百分之|[{_DIGIT}零百千万亿点比第之]")
_ASIDE = re.compile(rf"(.+?)[（(](?:{days.AS_WRITTEN})?([^（）()]+)[）)]")
#: what joins the words of a name and takes no capital
_JOINS = frozenset("的和与及暨或兼")
_LATIN = re.compile("[A-Za-z]")
_RUN = 3  # characters of a rendering that no word list has
#: the number of a craft is one word of its name: 鹊桥|二号 Quèqiáo Èrhào
_ITS_NUMBER = re.compile(f"(?<=[^第{_DIGIT}十百])[{_DIGIT}十百]+号")


def reading(article: Article, fact: Fact, answer: str) -> str:
    """The answer said aloud as it is shown: 20% -> bǎi fēn zhī èrshí, 贝森特 -> Bèisēntè; none for Latin letters."""
    if fact.kind == "name" and fact.text.isascii():
        return ""
    if fact.kind == "person":
        return name_reading(simplify(fact.text), is_chinese(fact))
    if fact.rule == "storm":
        return name_reading(simplify(fact.text), chinese=False)
    if fact.rule == "joined_person":
        return _listed(article, fact)
    counts = fact.kind in ("date", "figure") or fact.rule == "joined_score" or bool(re.search(r"\d", fact.text))
    named = fact.kind in ("place", "organisation", "thing") or fact.rule == "joined_place"
    return aloud(answer, traditional=article.lang != "zh-Hans", counts=counts, named=named)


def _listed(article: Article, fact: Fact) -> str:
    """Names with their titles, a comma where the text has its 、."""
    said, end = "", fact.start
    for token in (t for s in article.sentences for t in s.tokens if fact.start <= t.start and t.end <= fact.end):
        if token.reading:
            comma = "," if "、" in article.text[end : token.start] else ""
            said += f"{comma} {marked(token.reading)}" if said else marked(token.reading)
            end = token.end
    return said


def aloud(text: str, *, traditional: bool, counts: bool, named: bool = False) -> str:
    """The pinyin of an answer; what stands in brackets at its end, in brackets.

    `counts` for dates and figures, whose digits are first put into words; `named` for places and bodies, whose words
    open with a capital: 日本氣象廳 -> Rìběn Qìxiàngtīng.
    """
    if aside := _ASIDE.fullmatch(text):
        said = [aloud(part, traditional=traditional, counts=counts, named=named) for part in aside.groups()]
        return f"{said[0]} ({said[1]})" if all(said) else "".join(said)
    if counts and "、" in text:
        return ", ".join(aloud(part, traditional=traditional, counts=True) for part in text.split("、"))
    said_text = simplify(in_words(text, traditional) if counts else text)
    by_number = counts and not (named and _ITS_NUMBER.search(said_text))
    spans = _groups(said_text) if by_number else _names(said_text) if named else _words(said_text)
    read = readings(said_text, spans)
    told = ((said_text[a:b], r.pinyin) for (a, b), r in zip(spans, read, strict=True))
    shown = [_shown(word, pinyin, named) if pinyin else word for word, pinyin in told if pinyin or _LATIN.search(word)]
    return " ".join(shown) if any(r.pinyin for r in read) else ""


def _words(said: str) -> list[tuple[int, int]]:
    return [(0, len(said))] if is_word(said) else segment(said)


def _names(said: str) -> list[tuple[int, int]]:
    """The words of a name; a known name in it is one, and so is a rendering at its head that words tear (德勒斯|登)."""
    if is_word(said):
        return [(0, len(said))]
    bars = [(name.start, name.end) for name in gazetteer.known(said) if (name.start, name.end) != (0, len(said))]
    bars = bars or [(0, len(family)) for family in tables.words("craft") if said.startswith(family)]
    bars += [number.span() for number in _ITS_NUMBER.finditer(said)]
    spans, end = segment(said, bars), foreign.end_of(said, 0)
    torn = not bars and end >= _RUN and any(b <= end and b - a == 1 for a, b in spans)
    return segment(said, [(0, end)]) if torn else spans


def _groups(said: str) -> list[tuple[int, int]]:
    """Numerals in their groups, the words between as the segmenter has them."""
    spans: list[tuple[int, int]] = []
    at = 0
    for match in _NUMERAL.finditer(said):
        spans += [(at + a, at + b) for a, b in segment(said[at : match.start()])]
        spans.append(match.span())
        at = match.end()
    return spans + [(at + a, at + b) for a, b in segment(said[at:])]


def _shown(word: str, pinyin: str, named: bool) -> str:
    if word == "百分之":
        return " ".join(map(marked, pinyin.split()))
    if not named or word in _JOINS:
        return marked(pinyin)
    rendered = not is_word(word) and foreign.is_rendered(word)
    shown = name_reading(word, chinese=False) if rendered else marked(pinyin)
    return shown[:1].upper() + shown[1:]
