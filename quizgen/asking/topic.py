"""Whether a question tells what it is about; one that does not stands under the headline: 【深中通道建成】…？"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.asking import days
from quizgen.asking.deixis import NOW
from quizgen.asking.draft import Draft
from quizgen.asking.headline import TITLED, WEIGHTS, labels, named, parts, shows, weight
from quizgen.asking.scenes import ELSEWHEN
from quizgen.asking.standing import names_countries
from quizgen.asking.tagged import tag
from quizgen.asking.words import phrase
from quizgen.items import Article, Sentence
from quizgen.language import simplify
from quizgen.naming.foreign import last_name

#: What names and days a question needs, in all, for one answer: two names, or a name and a day; with more it needs no
#: headline. Of questions below 1.5 a strict reader called nearly half ambiguous, of those above it one in seven.
ENOUGH, PLENTY = 1.5, 3.0
_LEAST = {"person": 1.75, "organisation": 1.9, "date": 1.0}
"""who did it takes more, and when it was less, for it has no day to tell"""
_TITLE_LEAST = 0.75
"""the month goes in front, and a headline names what it is about"""
_NEWS = 0.5
"""the share of an article, from its start, that is about its headline"""
_OPENING = 0.3
"""the share that tells the news itself, and of its own month"""
_LATE = 1.0
"""what a question tells that needs the headline behind that share"""
#: who did it, or when, asked of a clause that tells nothing else: every second one was called ambiguous
_DOERS, _BARE = ("person", "date"), 0.5
_YEAR = re.compile(r"\d{4}年|20\d\d")
_TURN_OF_MONTH = ("01", "02")
_HEADED_MOST = 62
"""characters of a question with its headline; a passage with a gap has its own measure"""
_GAP = "［"
#: 嫦娥六号, 中美: names without a fact of their own
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,3}[一二三四五六七八九十\d]+[号號](?!院|楼|樓|线|線|文件)")
_PAIR_WEIGHT = 0.8
_ACTS = 0.4
"""what a country weighs more where it acts"""
_TOWARDS = re.compile(r"[对對赴访訪驻駐][华華美日韩韓俄英法德欧歐台]")
_DAYS = ((re.compile(r"\d年\d+月\d+日"), 0.8), (re.compile(r"\d年\d+月"), 0.5), (re.compile(r"\d{4}年"), 0.3))
_NUMBER = re.compile(r"(?<![\d年月第])\d[\d.,]*(?![\d.,]*[年月日])")
_NUMBER_WEIGHT, _TERM_WEIGHT, _TERM_LEAST = 0.25, 0.7, 6
_NATION = re.compile(r"国内生产总值|國內生產毛額|GDP|CPI|PPI|PMI|全球|世界|全国|全國|我国|我國|中国|中國|全台|全港")
_REPEATS, _TWICE = 0.7, 0.9
"""how much of a headline may stand in a question under it, and in a passage with a gap"""
_BARE_LEAST = 2.0
"""what a passage without a headline needs"""
_THEN = re.compile("随后|跟随|同步|其后|此后|开票后|会后|赛后")


def anchored(article: Article, draft: Draft) -> Draft | None:
    """The draft, with the article's headline before it where it needs one; None where none fits."""
    told, vague = specificity(article, draft), draft.form == "headed"
    in_title = draft.sentence.line.role == "heading"
    plenty = told >= PLENTY and not vague and draft.form != "gap" and _YEAR.search(draft.question)
    if draft.form == "record" or plenty:
        return draft
    if not in_title and vague and told < _BARE and draft.fact.kind in _DOERS:
        return None
    if vague and told < _LATE and draft.sentence.start > _NEWS * len(article.text):
        return None  # what the background speaks of may be another matter
    if draft.form == "title":
        return draft if told >= _TITLE_LEAST else None
    if headed := _headed(article, draft, labels(article)):
        return headed
    least = _TITLE_LEAST if in_title else _LEAST.get(draft.fact.kind, ENOUGH)
    if draft.form == "gap" and (told < _BARE_LEAST or _THEN.search(simplify(draft.question))):
        return None
    if told >= least and not vague:
        return _dated(article, draft)
    return _headed(article, draft, parts(article)[:1])


def _dated(article: Article, draft: Draft) -> Draft:
    """A passage without a headline bears the article's month, where nothing in it tells of another time."""
    news = draft.form == "gap" and draft.sentence.start < _OPENING * len(article.text)
    month = _month_for(article, draft) if news and not _YEAR.search(draft.question) else ""
    return draft._replace(question=f"{month}，{draft.question}") if month else draft


def _is_anothers(article: Article, draft: Draft, label: str) -> bool:
    """A figure of someone whom its sentence names before it, and neither the question nor the headline does."""
    shown = label + draft.question
    told = {f.value for f in named(article) if f.text in shown}
    before = [f for f in draft.sentence.facts if f.kind in ("place", "organisation") and f.end <= draft.fact.start]
    if draft.fact.kind != "figure" or any(f.text in draft.question for f in named(article)):
        return False
    return any(f.value not in told and f.text not in shown for f in before)


def _month_for(article: Article, draft: Draft) -> str:
    """The article's month behind its headline: not where the answer is a day, nor behind words of another time."""
    late = draft.sentence.start > _NEWS * len(article.text) and not NOW.search(simplify(draft.question))
    looks_back = late or ELSEWHEN.search(draft.sentence.simplified) or _tells_of_another_day(article, draft.sentence)
    return "" if draft.fact.kind == "date" or looks_back else month_of(article)


def _tells_of_another_day(article: Article, sentence: Sentence) -> bool:
    """The last day or month named before it in its paragraph is of another month than the article's."""
    told = [
        f.value
        for s in article.sentences
        if s.line.start == sentence.line.start and s.start < sentence.start
        for f in s.facts
        if f.kind == "date" and re.match(r"\d{4}-\d\d", f.value)
    ]
    return bool(told) and not article.source.date.startswith(told[-1][:7])


def month_of(article: Article) -> str:
    """The article's own month, where its day is given and not inferred: what its headline is news of."""
    if not day_of(article):
        return ""
    year, month, day = article.source.date.split("-")
    if day not in _TURN_OF_MONTH:
        return days.month(article.source.date, article.lang)
    # what the paper of the 1st tells may be of the month before, in January of the year before
    return "" if month == "01" else phrase("in_year", article.lang).format(year=year)


def day_of(article: Article) -> str:
    """The article's own day, where it is given and not inferred."""
    day = article.source.date
    return "" if not day or article.source.inferred else days.absolute(day) or ""


def _headed(article: Article, draft: Draft, headlines: Sequence[str]) -> Draft | None:
    """The draft under the first headline that fits; bare where it says itself what the headline would."""
    for label in headlines:
        month = "" if _YEAR.search(label + draft.question) else _month_for(article, draft)
        question = f"【{label}（{month}）】{draft.question}" if month else f"【{label}】{draft.question}"
        if shows(label, draft, article):
            continue
        repeats = _TWICE if draft.form == "gap" else _REPEATS
        if len(set(label) & set(draft.question)) > repeats * len(set(label)):
            if draft.sentence.line.role != "heading":
                return draft
        elif (len(question) <= _HEADED_MOST or _GAP in question) and not _is_anothers(article, draft, label):
            return draft._replace(question=question)
    return None


def specificity(article: Article, draft: Draft) -> float:
    """How much a question tells of what it is about: names, titles, days and numbers, weighed."""
    text, answer = draft.question, draft.fact
    others = [f for f in named(article) if f.value != answer.value]
    shown = [f for f in others if f.text in text or (f.kind == "person" and last_name(f.text) in text)]
    score = sum(weight(f) for f in shown if not any(f.text in o.text and f.text != o.text for o in shown))
    score += bool(TITLED.search(text) or _NUMBERED.search(text)) + 0.5 * bool(_NATION.search(text))
    score += _ACTS * any(f.kind == "place" and _opens(text, f.text) for f in others)
    score += next((weight for pattern, weight in _DAYS if pattern.search(text)), 0.0)
    score += _NUMBER_WEIGHT * len(_NUMBER.findall(text))
    score += _PAIR_WEIGHT * any(names_countries(t.word) and t.text in text for t in draft.sentence.tokens)
    score += WEIGHTS["place"] * bool(_TOWARDS.search(text))
    return score + _TERM_WEIGHT * (_longest_run(draft) >= _TERM_LEAST)


def _opens(question: str, name: str) -> bool:
    """The name is who acts: it begins the question, or stands behind its day."""
    return question.startswith(name) or f"，{name}" in question[: len(name) + 12]


def _longest_run(draft: Draft) -> int:
    """Characters of the longest run of nouns that the question keeps."""
    run, edge, longest = "", -1, ""
    for token in draft.sentence.tokens:
        noun = tag(draft.sentence, token) in ("n", "vn", "a") and token.text in draft.question
        run = (run if token.start == edge else "") + token.text if noun else ""
        edge = token.end
        longest = max(longest, run, key=len)
    return len(longest)
