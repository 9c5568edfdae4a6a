"""How much an article turns on a fact: what is chosen when not everything can be carded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log

from quizgen.asking.draft import Draft
from quizgen.items import Article, Fact, Sentence
from quizgen.naming.boundaries import pos

_KIND = {
    "figure": 1.0,
    "person": 1.1,
    "date": 0.35,
    "place": 0.75,
    "thing": 1.1,
    "reason": 1.0,
    "list": 1.0,
    "organisation": 0.7,
    "role": 0.0,
    "name": -1.0,
}
_FORM = {"record": 0.4, "clause": 0.4, "headed": 0.1, "title": 0.2, "gap": 0.3}
_ROLE = {"prose": 0.0, "caption": -0.6, "heading": -0.5}
#: taken off for each card that already stands on the same sentence, and on the same kind
_SAME_SENTENCE, _SAME_KIND = 0.5, 0.05
#: a sentence gives at most so many cards, or they answer each other
SENTENCE_MOST = 3
#: papers tell the most important first: taken from the place in the text, and given to title and first paragraph
_EARLY, _LEAD = 1.5, 0.7
#: of shares readers found nine of ten worth asking, of other figures three of four
_SHARE = 0.2
_TRIFLE = 1.3
_EVERYWHERE = 4
_LEANS = 0.1
#: 道琼斯工业平均指数收高0.6%: gone tomorrow
_MARKET, _DAILY = re.compile(r"(?:指数|指數|股价|股價|股市|汇率|匯率).{0,12}[收报報升跌涨漲]"), 0.6
#: who speaks for others, or as one of many
_PLAIN_OFFICE = re.compile(
    r"(?:副市長|副市长|檢察長|检察长|經濟師|经济师|分析員|分析员|主管|秘書|發言人|发言人|分析師|分析师|經濟學家|经济学家|教授|專家|专家|律師|律师|學者|学者|記者|记者|負責人|负责人|居民|市民|員工|员工)［"
)
#: who leads these is known without the article
_KNOWN_TO_ALL = re.compile(
    r"(?:國家主席|国家主席|中共中央總書記|中共中央总书记|美國總統|美国总统|俄羅斯總統|俄罗斯总统|俄總統|俄总统)［"
)
#: where it took place is what a reader of talks must remember
_VENUE = re.compile(
    r"[在于於](?:[^，。［]{0,8}［[^］]*］|哪[^，。]{1,4})[^，。]{0,6}(?:會面|会面|舉行|举行|召開|召开|簽署|签署|簽訂|签订|會談|会谈|會晤|会晤|達成|达成|開幕|开幕|落成)"
)
_SAYS = re.compile(r"(?:[誰谁]|哪[^，]{2,4})(?:表示|認為|认为|說|说|稱|称|指出|強調|强调)")


def ranked(drafts: Sequence[Draft], scale: Scale) -> list[Draft]:
    """The drafts, best first, each chosen for its worth and for what it adds to those before it."""
    worth = {id(d): scale.worth(d) for d in drafts}
    left, out = list(drafts), []
    sentences: Counter[int] = Counter()
    kinds: Counter[str] = Counter()
    while left:
        best = max(
            left,
            key=lambda d: worth[id(d)] - _SAME_SENTENCE * sentences[d.sentence.start] - _SAME_KIND * kinds[d.fact.kind],
        )
        left.remove(best)
        if sentences[best.sentence.start] < SENTENCE_MOST:
            out.append(best)
        sentences[best.sentence.start] += 1
        kinds[best.fact.kind] += 1
    return out


class Scale:
    """Weighs the drafts of one article by what it keeps coming back to."""

    def __init__(self, article: Article) -> None:
        self._length = max(1, len(article.text))
        starts = sorted({s.line.start for s in article.sentences})[:2]
        self._lead = starts[-1] if starts else 0
        """where the first paragraph behind the title begins"""
        self._mentions = Counter((f.kind, f.value) for s in article.sentences for f in s.facts)
        self._title_values = frozenset(f.value for s in article.sentences if s.line.start == 0 for f in s.facts)
        words = (t.word for s in article.sentences for t in s.tokens if pos(t.word) in ("n", "vn"))
        self._content = Counter(w for w in words if len(w) > 1)

    def worth(self, draft: Draft) -> float:
        """A number without a unit: above 2 the article turns on it, below 1 it hardly matters."""
        fact, sentence = draft.fact, draft.sentence
        score = _KIND.get(fact.kind, 0.5) + _FORM[draft.form] + _ROLE.get(sentence.line.role, 0.0)
        early, lead = 1 - sentence.start / self._length, sentence.line.start <= self._lead
        score += _EARLY * early + _LEAD * lead + 0.8 * self._salience(sentence)
        score += 0.4 * (fact.value in self._title_values) + 0.4 * log(max(1, self._mentions[fact.kind, fact.value]))
        if fact.kind in ("person", "organisation") and _SAYS.search(draft.question):
            score -= 0.5  # who said so is less than what was done
        named = fact.part("name") if fact.kind == "name" else None
        if named and self._mentions["person", named.value] == 1:
            score -= 0.8  # a bare surname, met once
        if fact.kind == "person" and _PLAIN_OFFICE.search(draft.question):
            score -= 0.6
        if fact.kind == "person" and _KNOWN_TO_ALL.search(draft.question):
            score -= 0.9
        if fact.value.endswith(" %"):
            score += _SHARE
        if _MARKET.search(draft.question):
            score -= _DAILY
        if draft.question.startswith("【"):
            score -= _LEANS  # what stands alone is clearer weeks later
        if fact.kind == "place" and _VENUE.search(draft.question):
            score += 0.4
        if fact.kind == "place" and self._mentions[fact.kind, fact.value] >= _EVERYWHERE:
            score -= 0.6  # where all of it happens is no question
        return score - _TRIFLE * _trifle(fact) - _plain_subject(draft)

    def _salience(self, sentence: Sentence) -> float:
        """0 to 1: how much of a sentence is made of the words that the article keeps coming back to."""
        counts = self._content
        words = {t.word for t in sentence.tokens if t.word in counts}
        top = max(counts.values(), default=0)
        return sum(counts[w] for w in words) / (top * (3 + len(words) ** 0.5)) if words and top > 1 else 0.0


def _plain_subject(draft: Draft) -> float:
    """Who holds an office, or which country did something, is seldom what an article is about."""
    if draft.form == "record":
        return 0.5 * draft.fact.rule.startswith("role_")
    return 0.6 * (
        draft.fact.kind == "place"
        and draft.question.find("國家") + draft.question.find("国家") > -2
        and "在" not in draft.question
    )


def _trifle(fact: Fact) -> float:
    """Small counts, ordinals, ages, bare years and relative days are seldom what an article is about."""
    number, _, unit = fact.value.partition(" ")
    if fact.kind == "figure":
        if fact.part("to"):
            return 0.4
        if fact.value.startswith("第") or unit in ("岁", "小时", "分钟", "局"):
            return 0.8
        if number.isdecimal() and int(number) <= 5 and unit not in ("%", "pp"):
            return 0.45
    if fact.kind == "date" and re.fullmatch(r"\d{4}-3[3-6]", fact.value):
        return 0.6  # which quarter a figure is of
    if fact.kind == "date":
        loose = len(fact.value) == 4 or fact.part("bound") is not None
        return 0.3 * fact.rule.startswith("relative") + 0.35 * loose
    return 0.0
