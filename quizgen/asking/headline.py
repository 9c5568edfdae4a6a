"""The headline of an article as a question can stand under it: the part of the title that names what it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from quizgen import tables
from quizgen.asking import deixis
from quizgen.asking.draft import Draft
from quizgen.items import Article, Fact, Sentence
from quizgen.language import simplify
from quizgen.naming.boundaries import pos

WEIGHTS = {"person": 1.0, "organisation": 1.0, "place": 0.6}
#: bodies that every country has
EVERYWHERE = re.compile(
    r"^(?:(?:外交|国防|财政|内政|教育|商务|司法|卫生|农业|交通|经济|劳工|环境|国土安全)部|国会|议会|参议院|众议院|最高法院|"
    r"高等法院|央行|内阁|政府|警方|总统府|立法会|法院|军方|证监会|国家统计局|统计局|统计署|海关总署)$"
)
_EVERYWHERE_WEIGHT = 0.3
TITLED = re.compile(r"[《「“『][^》」”』]{2,}")
#: a building is one, a country is where much happens
_LANDMARKS = tuple("桥 塔 楼 大厦 港 站 场 馆 中心 宫 隧道 铁路 运河 水库 盆地 寺 厂".split())
_CUTS = re.compile(r"(?:[\s　，；;：:！!？?｜|／/。]|(?<!\d),|,(?!\d))+|——|─+")
_LABEL_LEAST, _LABEL_MOST = 5, 30
_HEADLINE_MOST = 60
_WORDS_LEAST, _OFTEN = 2, 3
_LONG_NUMBER = re.compile(r"\d[\d.,]+")
_MAIN = 3
_TELLS_FIGURES = re.compile(
    r"(?<!第)(?<!\d)\d[\d.,]*(?!\d*[年月日号號强強届屆])|%|[万萬亿億]|[一二三四五六七八九十]+比[一二三四五六七八九零]"
)
RHETORIC = re.compile(
    r"[吗嗎呢]$|为何|為何|怎么|怎麼|如何|专访|專訪|观察|觀察|解读|解讀|拆解|剖析|[侧側][记記]|特稿|社[论論]|[评評][论論]|(?<![会會洽面座商恳懇磋和])[谈談](?![判妥及和论論成到崩拢攏])|[专專]家|[【】]"
)
NOW = re.compile(
    r"[今昨明][日天晚早晨](?:起|正式)?|(?<![至如迄当當现現古自])今(?![年次後后屆届季回番人時时生夏秋冬春起朝])(?=[\u4e00-\u9fff]{2})"
)
#: 【專訪】
_KICKER = re.compile(r"^【[^】]{1,8}】")
#: 安华：圆东盟大家庭之梦, 郭台銘：不是併購: what somebody says is no news
SAID = re.compile(r"(?<![^\s　，；。｜|])([^\s　，；。：:｜|]{2,6})[：:][^\s　｜|]*$")
_ONLY_FIGURE = re.compile(r"(?:[\d.,%比]+[\u4e00-\u9fff]{0,2})+")
#: the sides that its other parts name
SIDES = re.compile("双方|两国|两军|两人")
_SCENE = re.compile(r"(?:在|于|於|随着|隨著).*[中下上里裡裏时時后後前间間]$")
_OPEN, _CLOSED = re.compile(r"[“「『《]"), re.compile(r"[”」』》]")


def weight(fact: Fact) -> float:
    """How much a name tells of what an article is about, 0 to 1."""
    if fact.kind == "place" and fact.value.endswith(_LANDMARKS):
        return WEIGHTS["organisation"]
    return _EVERYWHERE_WEIGHT if EVERYWHERE.match(fact.value) else WEIGHTS[fact.kind]


@lru_cache(maxsize=4)
def labels(article: Article) -> tuple[str, ...]:
    """The parts of the title that can head a question: first what it opens with, then what names whom the article is
    most about, then without figures, which other cards ask for. None where the title is no headline.
    """
    main = {value for value, _ in _mentions(article).most_common(_MAIN)}

    def telling(label: str) -> tuple[float, ...]:
        names = _names_in(article, label)
        figures = bool(_TELLS_FIGURES.search(TITLED.sub("", label)))
        opens = article.source.title.startswith(label[:_LABEL_LEAST])
        return not opens, -bool(main & names.keys()), figures, -len(label)

    told = [label for label in parts(article) if _tells(article, label)]
    return tuple(sorted(told, key=telling))


def is_headline(article: Article) -> bool:
    """The title is one, and not the first words of a text without."""
    head = next((s.line for s in article.sentences if s.text.startswith(article.source.title)), None)
    return head is None or (head.role == "heading" and len(head.text) <= _HEADLINE_MOST)


def head_of(article: Article) -> list[Sentence]:
    """The sentences of the title, where it stands in the text and is a headline."""
    if not is_headline(article):
        return []
    return [s for s in article.sentences if s.line.role == "heading" and s.line.text == article.source.title]


@lru_cache(maxsize=4)
def named(article: Article) -> tuple[Fact, ...]:
    """The people, bodies and places of an article, each once."""
    return tuple({f.value: f for s in article.sentences for f in s.facts if f.kind in WEIGHTS}.values())


def _mentions(article: Article) -> Counter[str]:
    return Counter(f.value for s in article.sentences for f in s.facts if f.kind in WEIGHTS)


@lru_cache(maxsize=4)
def parts(article: Article) -> tuple[str, ...]:
    """The parts of the title that can stand by themselves, and those that stand together: the whole news first."""
    if not is_headline(article):
        return ()
    title = _KICKER.sub("", article.source.title)
    said = SAID.search(title)
    if said and any(f.text == said[1] for s in head_of(article) for f in s.facts if f.kind in WEIGHTS):
        title = title[: said.start()]
    cuts = [(0, 0), *(m.span() for m in _CUTS.finditer(title)), (len(title), len(title))]
    spans = [(i[1], j[0]) for i, j in pairwise(cuts) if i[1] < j[0]]
    runs = [(spans[i], spans[j]) for i in range(len(spans)) for j in range(len(spans) - 1, i - 1, -1)]
    names = [f.text for f in named(article)]
    found = (_label(title[first[0] : last[1]], names) for first, last in runs)
    return tuple(dict.fromkeys(filter(None, found)))


def points(text: str, names: Iterable[str]) -> bool:
    """Something in a text points outside of it, apart from names: 熱那亞 has a 那, 土耳其 a 其."""
    for name in names:
        text = text.replace(name, "●")
    return deixis.POINTS.search(SIDES.sub("", simplify(text))) is not None


def _label(text: str, names: Iterable[str]) -> str:
    """A stretch of the title as it heads a question; empty for rhetoric, scenes and what points elsewhere."""
    told = NOW.sub("", text)
    pieces = [p for p in _CUTS.split(text) if p]
    rhetoric = any(_ONLY_FIGURE.fullmatch(p) or RHETORIC.search(p) or _SCENE.match(p) for p in pieces)
    label = re.sub(r"[\s　｜|／/]+", "，", told)
    balanced = len(_OPEN.findall(label)) == len(_CLOSED.findall(label))
    fits = _LABEL_LEAST <= len(label) <= _LABEL_MOST
    return label if balanced and fits and not rhetoric and not points(told, names) else ""


def _tells(article: Article, label: str) -> bool:
    """It names somebody, or opens the title with a place, or holds words that the article comes back to."""
    opens = article.source.title.startswith(label[:_LABEL_LEAST])
    names = _names_in(article, label)
    if any(a in _countries() and b in _countries() for a, b in pairwise(simplify(label))):
        return True  # 中美经贸谈判
    if names and (opens or sum(names.values()) >= WEIGHTS["organisation"]):
        return True
    return sum(word in label for word in _often(article)) >= _WORDS_LEAST


def _countries() -> frozenset[str]:
    return tables.words("country_characters")


def _names_in(article: Article, label: str) -> dict[str, float]:
    """The names that stand in a label, with their weights; a quoted name weighs as one."""
    facts = (f for s in article.sentences for f in s.facts if f.kind in WEIGHTS)
    names = {f.value: weight(f) for f in facts if f.text in label}
    return names | {m.group(): 1.0 for m in TITLED.finditer(label)}


@lru_cache(maxsize=4)
def _often(article: Article) -> frozenset[str]:
    """The words that the article keeps coming back to: 機場三跑道系統啟用 has three."""
    counts = Counter(t.text for s in article.sentences for t in s.tokens if pos(t.word) in ("n", "vn"))
    return frozenset(word for word, n in counts.items() if n >= _OFTEN and len(word) > 1)


def shows(label: str, draft: Draft, article: Article) -> bool:
    """The label holds the answer, in whatever words the article has for it."""
    same = {
        f.text for s in article.sentences for f in s.facts if (f.kind, f.value) == (draft.fact.kind, draft.fact.value)
    }
    if any(p.name == "member" and p.text in label for p in draft.fact.parts):
        return True
    if draft.fact.kind == "organisation" and _abbreviates(label, draft.fact.text):
        return True
    if draft.fact.kind in ("organisation", "place") and draft.fact.text[:2] in label:
        return True  # 汤加 of 汤加群岛
    few = re.match(r"[一二三四五六七八九十两兩]", draft.fact.text) if draft.fact.kind == "figure" else None
    if few and few.group() in label:
        return True  # 三跑道 of 三条
    number = re.match(r"\D*(\d[\d.,]+)", draft.fact.text)
    rounded = number and any(n[:2] == number[1][:2] for n in _LONG_NUMBER.findall(label))  # 逾434萬 of 434萬1432票
    return bool(rounded) or any(text in label for text in {draft.fact.text, *same})


def _abbreviates(label: str, name: str) -> bool:
    """Two characters of the label stand for the name: 宪院 for 韩国宪法法院."""
    pairs = {label[i : i + 2] for i in range(len(label) - 1)} - {name[-2:]}
    return any(p[0] in name and p[1] == name[-1] and p[1] in name[name.index(p[0]) + 1 :] for p in pairs)
