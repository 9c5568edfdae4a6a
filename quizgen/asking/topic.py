"""What an article is about, put before questions that tell too little by themselves: 【伊朗與六國達歷史核協議】誰…？"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from quizgen.asking import deixis
from quizgen.asking.draft import Draft
from quizgen.asking.standing import names_countries
from quizgen.asking.tagged import tag
from quizgen.items import Article, Fact
from quizgen.language import simplify
from quizgen.naming.foreign import last_name

#: What names and days a question needs, in all, for one answer: two names, or a name and a day; with more it needs no
#: headline. Of questions below 1.5 a strict reader called nearly half ambiguous, of those above it one in seven.
ENOUGH, PLENTY = 1.5, 2.4
_LEAST = {"person": 1.9, "organisation": 1.9, "date": 1.0}
"""who did it takes more, and when it was less, for it has no day to tell"""
_NEWS = 0.5
"""the share of an article, from its start, that is about its headline"""
_HEADED_MOST = 50
"""characters of a question with its headline"""
_WEIGHTS = {"person": 1.0, "organisation": 1.0, "place": 0.6}
#: bodies that every country has
EVERYWHERE = re.compile(
    r"^(?:(?:外交|国防|财政|内政|教育|商务|司法|卫生|农业|交通|经济|劳工|环境|国土安全)部|国会|议会|参议院|众议院|最高法院|"
    r"高等法院|央行|内阁|政府|警方|总统府|立法会|法院|军方|证监会)$"
)
_EVERYWHERE_WEIGHT = 0.3
_TITLED = re.compile(r"[《「“『][^》」”』]{2,}")
#: 嫦娥六号, 中美: names without a fact of their own
_NUMBERED = re.compile(r"[\u4e00-\u9fff]{2,3}[一二三四五六七八九十\d]+[号號](?!院|楼|樓|线|線|文件)")
_PAIR_WEIGHT = 0.8
#: a building is one, a country is where much happens
_LANDMARKS = (
    "桥",
    "塔",
    "楼",
    "大厦",
    "港",
    "站",
    "场",
    "馆",
    "中心",
    "宫",
    "隧道",
    "铁路",
    "运河",
    "水库",
    "盆地",
    "寺",
    "厂",
)
_ACTS = 0.4
"""what a country weighs more where it acts"""
_TOWARDS = re.compile(r"[对對赴访訪驻駐][华華美日韩韓俄英法德欧歐台]")
_DAYS = ((re.compile(r"\d年\d+月\d+日"), 0.8), (re.compile(r"\d年\d+月"), 0.5), (re.compile(r"\d{4}年"), 0.3))
_NUMBER = re.compile(r"(?<![\d年月第])\d[\d.,]*(?![\d.,]*[年月日])")
_NUMBER_WEIGHT, _TERM_WEIGHT, _TERM_LEAST = 0.25, 0.7, 6
_NATION = re.compile(r"国内生产总值|國內生產毛額|GDP|CPI|PPI|PMI|全球|世界|全国|全國|我国|我國|中国|中國|全台|全港")
_CUTS = re.compile(r"(?:[\s　，；;：:！!？?｜|／/。]|(?<!\d),|,(?!\d))+|——|─+")
_LABEL_LEAST, _LABEL_MOST = 5, 20
_HEADLINE_MOST = 60
_REPEATS = 0.7
_WORDS_LEAST, _OFTEN = 2, 3
_LONG_NUMBER = re.compile(r"\d[\d.,]+")
_MAIN = 3
_TELLS_FIGURES = re.compile(
    r"\d[\d.,]*(?!\d*[年月日号號强強届屆])|%|[万萬亿億]|[一二三四五六七八九十]+比[一二三四五六七八九零]"
)
_RHETORIC = re.compile(
    r"[吗嗎呢]$|为何|為何|怎么|怎麼|如何|专访|專訪|观察|觀察|解读|解讀|拆解|剖析|[谈談]|[专專]家|^【|】$"
)
_NOW = re.compile(r"[今昨明][日天晚早晨](?:起|正式)?")
_OPEN, _CLOSED = re.compile(r"[“「『《]"), re.compile(r"[”」』》]")


def anchored(article: Article, draft: Draft) -> Draft | None:
    """The draft, with the article's headline before it where it needs one; None where none fits."""
    told, vague = specificity(article, draft), draft.form == "headed"
    if draft.form == "record" or (told >= PLENTY and not vague):
        return draft
    if vague and draft.sentence.start > _NEWS * len(article.text):
        return None  # what the background speaks of may be another matter
    for label in labels(article):
        question = f"【{label}】{draft.question}"
        repeats = len(set(label) & set(draft.question)) > _REPEATS * len(set(label))
        if len(question) <= _HEADED_MOST and not repeats and not _shows(label, draft, article):
            return draft._replace(question=question)
    least = _LEAST.get(draft.fact.kind, ENOUGH)
    return draft if told >= least and not vague else None


def specificity(article: Article, draft: Draft) -> float:
    """How much a question tells of what it is about: names, titles, days and numbers, weighed."""
    text, answer = draft.question, draft.fact
    named = {f.value: f for s in article.sentences for f in s.facts if f.kind in _WEIGHTS and f.value != answer.value}
    shown = [f for f in named.values() if f.text in text or (f.kind == "person" and last_name(f.text) in text)]
    score = sum(_weight(f) for f in shown if not any(f.text in o.text and f.text != o.text for o in shown))
    score += bool(_TITLED.search(text) or _NUMBERED.search(text)) + 0.5 * bool(_NATION.search(text))
    score += _ACTS * any(f.kind == "place" and _opens(text, f.text) for f in named.values())
    score += next((weight for pattern, weight in _DAYS if pattern.search(text)), 0.0)
    score += _NUMBER_WEIGHT * len(_NUMBER.findall(text))
    score += _PAIR_WEIGHT * any(names_countries(simplify(t.text)) and t.text in text for t in draft.sentence.tokens)
    score += _WEIGHTS["place"] * bool(_TOWARDS.search(text))
    return score + _TERM_WEIGHT * (_longest_run(draft) >= _TERM_LEAST)


def _opens(question: str, name: str) -> bool:
    """The name is who acts: it begins the question, or stands behind its day."""
    return question.startswith(name) or f"，{name}" in question[: len(name) + 12]


def _weight(fact: Fact) -> float:
    if fact.kind == "place" and fact.value.endswith(_LANDMARKS):
        return _WEIGHTS["organisation"]
    return _EVERYWHERE_WEIGHT if EVERYWHERE.match(fact.value) else _WEIGHTS[fact.kind]


def _longest_run(draft: Draft) -> int:
    """Characters of the longest run of nouns that the question keeps."""
    run, edge, longest = "", -1, ""
    for token in draft.sentence.tokens:
        noun = tag(draft.sentence, token) in ("n", "vn", "a") and token.text in draft.question
        run = (run if token.start == edge else "") + token.text if noun else ""
        edge = token.end
        longest = max(longest, run, key=len)
    return len(longest)


def labels(article: Article) -> Sequence[str]:
    """The parts of the title that can head a question: first what names whom the article is most about, then without
    figures, which other cards ask for, then what names most. None where the title is no headline.
    """
    head = next((s.line for s in article.sentences if s.text.startswith(article.source.title)), None)
    if head and (len(head.text) > _HEADLINE_MOST or all(s.line is head for s in article.sentences)):
        return ()  # the first words of a text without a title
    main = {value for value, _ in _mentions(article).most_common(_MAIN)}

    def telling(label: str) -> tuple[float, ...]:
        names = _names_in(article, label)
        return -bool(main & names.keys()), bool(_TELLS_FIGURES.search(_TITLED.sub("", label))), -sum(names.values())

    return sorted(_labels(article), key=telling)


def _mentions(article: Article) -> Counter[str]:
    return Counter(f.value for s in article.sentences for f in s.facts if f.kind in _WEIGHTS)


def _labels(article: Article) -> Iterator[str]:
    for part in _CUTS.split(article.source.title):
        label = _NOW.sub("", part)
        if len(_OPEN.findall(label)) != len(_CLOSED.findall(label)):
            continue
        fits = _LABEL_LEAST <= len(label) <= _LABEL_MOST
        told = fits and (_names_in(article, label) or _words_in(article, label) >= _WORDS_LEAST)
        if told and not (_RHETORIC.search(part) or deixis.POINTS.search(simplify(label))):
            yield label


def _names_in(article: Article, label: str) -> dict[str, float]:
    """The names that stand in a label, with their weights; a quoted name weighs as one."""
    facts = (f for s in article.sentences for f in s.facts if f.kind in _WEIGHTS)
    names = {f.value: _weight(f) for f in facts if f.text in label}
    return names | {m.group(): 1.0 for m in _TITLED.finditer(label)}


def _words_in(article: Article, label: str) -> int:
    """How many words stand in a label that the article keeps coming back to: 機場三跑道系統啟用 has three."""
    counts = Counter(t.text for s in article.sentences for t in s.tokens if tag(s, t) in ("n", "vn"))
    return sum(n >= _OFTEN and len(word) > 1 and word in label for word, n in counts.items())


def _shows(label: str, draft: Draft, article: Article) -> bool:
    """The label holds the answer, in whatever words the article has for it."""
    same = {
        f.text for s in article.sentences for f in s.facts if (f.kind, f.value) == (draft.fact.kind, draft.fact.value)
    }
    number = re.match(r"\D*(\d[\d.,]+)", draft.fact.text)
    rounded = number and any(n[:2] == number[1][:2] for n in _LONG_NUMBER.findall(label))  # 逾434萬 of 434萬1432票
    return bool(rounded) or any(text in label for text in {draft.fact.text, *same})
