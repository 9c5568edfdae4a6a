"""The interrogative that stands where an answer stood, in the article's script and forms."""

from __future__ import annotations

import re
from functools import cache

from quizgen import tables
from quizgen.items import Fact
from quizgen.language import entries, to_traditional
from quizgen.naming.boundaries import pos
from quizgen.naming.foreign import is_rendered

_LANGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
_SCALE = re.compile(r"[万萬亿億兆]+")
_NUMERAL = r"[\d０-９.,，零〇一二两兩三四五六七八九十百千]+"
#: how a figure's text splits: what stands before its number, the number with its scale, its unit
_FIGURE = re.compile(rf"^(?P<before>\D*?)(?P<number>(?:{_NUMERAL}(?:多|余|餘)?[万萬亿億兆千百]*)+)(?P<unit>.*)$")
_FEW = 10
_DIGIT, _TIMES = r"[\d一二三四五六七八九十]", ("秒", "分钟", "小时", "天", "个月", "年")
#: asked for with 哪里, whatever a paper calls them
_PARTS = frozenset(["台湾", "香港", "澳门", "西藏", "新疆"])
_PROVINCES = frozenset(
    "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 "
    "青海".split()
)
#: what a place is by how its name ends
_LANDS = {
    "县": "which_county", "省": "which_province", "州": "which_state", "岛": "which_island", "河": "which_river",
    "江": "which_river", "湖": "which_lake", "山": "which_mountain", "峰": "which_mountain",
}  # fmt: skip
#: 千瓦, 千米, 百帕: the thousand is the unit's
_THOUSANDS_OF = tuple("瓦米克卡伏赫帕")


@cache
def phrase(key: str, lang: str) -> str:
    """A phrase of the table of interrogatives in one of the three ways of writing."""
    column = 1 + _LANGS.index(lang)
    return next(row[column] for row in tables.rows("interrogatives") if row[0] == key)


def word_for(fact: Fact, lang: str) -> str:
    """What asks for the fact where it stood, dates apart (see `days`); empty for a fact that has no such word."""
    ask = {"figure": _figure, "place": _place, "organisation": _organisation, "thing": _thing}
    plain = {"person": "who", "reason": "what"}
    if fact.kind == "list":
        return _list(fact, lang)
    return phrase(plain[fact.kind], lang) if fact.kind in plain else ask[fact.kind](fact, lang)


def in_gap(word: str, before: str) -> tuple[str, str]:
    """What stands before the gap, and the gap: 西南部|城市|光州 -> 西南部［哪個城市］, 第二大城市［哪個］."""
    noun = word[2:] if word[1:2] in "個个" else ""
    if not noun or not before.endswith(noun):
        return before, f"［{word}］"
    return (before, f"［{word[:2]}］") if before.endswith(f"大{noun}") else (before.removesuffix(noun), f"［{word}］")


def _list(fact: Fact, lang: str) -> str:
    """谁, 几比几, 哪三个国家: for a list that is one answer."""
    members = [p for p in fact.parts if p.name == "member"]
    count = ("零一两三四" if lang == "zh-Hans" else "零一兩三四")[len(members)]
    if fact.rule == "joined_person":
        return phrase("which_people", lang).format(n=count)
    if fact.rule == "joined_score":
        return phrase("score", lang)
    kinds = {place_kind(p.value) if place_kind(p.value) != "city" or _is_city(p.value) else "" for p in members}
    key = {"city": "cities", "country": "countries"}.get(kinds.pop(), "places") if len(kinds) == 1 else "places"
    return phrase(key, lang).format(n=count)


def _figure(fact: Fact, lang: str) -> str:
    """百分之多少, 多少亿美元, 几轮, 第几轮, 几比几: the unit stays, the number goes."""
    if fact.value.startswith("第"):
        split = re.match(rf"(.*?)第\s*{_NUMERAL}(.*)$", fact.text)
        return (split[1] + phrase("which_one", lang) + split[2]) if split else ""
    if fact.value.endswith(" %"):
        return phrase("how_few", lang) + "成" if "成" in fact.text else phrase("percent", lang)
    if re.fullmatch(r"\d+:\d+", fact.value):
        return phrase("score", lang)
    split = _FIGURE.match(fact.text)
    if not split or "/" in fact.value:
        return ""
    number, unit = split["number"], split["unit"].strip()
    if number.endswith(("千", "百")) and unit[:1] in _THOUSANDS_OF:  # 12.06亿|千瓦
        number, unit = number[:-1], number[-1] + unit
    scale = "".join(_SCALE.findall(number))
    if not number.endswith(scale):
        scale = ""  # 1亿5000万: the whole number goes
    unit = re.sub(r"\d+$", "", unit).replace("多", "")  # 46秒40 -> 多少秒
    if unit.endswith("半") and fact.value.rsplit(" ", 1)[-1] in _TIMES:
        return phrase("how_long", lang)  # 一年半
    if re.search(_DIGIT, unit) and fact.value.rsplit(" ", 1)[-1] in _TIMES:
        return phrase("how_long", lang)  # 3年6个月, 1分53秒92
    if re.search(r"\d", unit):
        return ""
    few = not scale and _is_few(fact.value) and not split["before"] and unit not in ("名", "人")
    return split["before"] + phrase("how_few" if few else "how_many", lang) + scale + unit


def _thing(fact: Fact, lang: str) -> str:
    """哪部小说, 哪个颱風: its noun with the classifier; 什么 for what is only said to be named so."""
    noun = fact.part("class")
    if not noun:
        return phrase("what", lang)
    shown = (tables.mapping("things")[noun.value], noun.text or noun.value)
    what = "".join(shown if lang == "zh-Hans" else map(to_traditional, shown))
    return phrase("which", lang).format(what=what if lang == "zh-Hans" else what.replace("只", "隻"))


def _is_few(value: str) -> bool:
    number = value.split(" ")[0]
    return number.isdecimal() and int(number) < _FEW


def _place(fact: Fact, lang: str) -> str:
    if fact.value in _PARTS:
        return phrase("where", lang)
    if fact.value in _PROVINCES:
        return phrase("which_province", lang)
    lands = _LANDS.items() if not fact.value.endswith("半岛") else ()
    told = next((key for end, key in lands if fact.value.endswith(end) and len(fact.value) > 2), "")
    by_kind = {"city": "which_city", "country": "which_country", "continent": "which_region", "region": "which_region"}
    kind = place_kind(fact.value)
    return phrase(told or by_kind.get(kind if kind != "city" or _is_city(fact.value) else "", "where"), lang)


def _is_city(name: str) -> bool:
    """柴湾, 苏澳, 通州 are parts of cities and towns: a city is called 市 or from abroad."""
    if name.endswith("市") or f"{name}市" in _places() or is_rendered(name):
        return True
    senses = " ".join(s for e in entries(name) if e.is_proper for s in e.senses)
    small = re.search(r"\b(?:town|township|district|county|village)\b", senses, re.I)
    return bool(senses) and (not small or re.search(r"\b(?:city|capital)\b", senses, re.I) is not None)


@cache
def _places() -> dict[str, str]:
    return {row[0]: row[2] for row in reversed(tables.rows("places"))}


@cache
def place_kind(name: str) -> str:
    """city, country or other, from our table of places, else from the dictionary's sense, else from how it ends."""
    if told := _places().get(name):
        return told
    if re.search(r"(?:市|縣|县)$", name):
        return "city"
    senses = " ".join(s for e in entries(name) if e.is_proper for s in e.senses)
    return "city" if re.search(r"\b(?:city|capital|municipality|town)\b", senses, re.I) else "other"


_BODIES = (
    (r"(?:体育馆|体育场|球场|机场|大厦|广场|酒店|中心体育馆)$", "where"),
    (r"交易所$", "which_exchange"),
    (r"[省市县区州]政府$", "which_body"),
    (r"政府$", "which_government"),
    (r"军队?$", "which_army"),
    (r"派$", "which_side"),
    (r"盟$|联合国$|组织$", "which_group"),
    (r"大学$", "which_university"),
    (r"(?<!立)法院$|法庭$", "which_court"),
    (r"银行$|央行$", "which_bank"),
    (r"党$", "which_party"),
    (r"队$|俱乐部$", "which_team"),
    (r"天文台$|气象台$", "which_body"),
    (r"报$|社$|台$|网$|杂志$", "which_medium"),
    (r"公司$|集团$|企业$", "which_company"),
)


_KINDS = {
    "company": "which_company", "media": "which_medium", "medium": "which_medium", "team": "which_team",
    "university": "which_university", "bank": "which_bank", "court": "which_court", "party": "which_party",
    "league": "which_league", "group": "which_group",
}  # fmt: skip


def _organisation(fact: Fact, lang: str) -> str:
    known = fact.value in _kinds_of_bodies() or pos(fact.value[-2:]) == "n"
    brand = not known and not any(fact.value.endswith(end) for end in _suffixes())  # 摩托罗拉移动, 抖音
    plain = "which_company" if brand else "which_body"
    told = next((key for pattern, key in _BODIES if re.search(pattern, fact.value)), plain)
    return phrase(_KINDS.get(_kinds_of_bodies().get(fact.value, ""), told), lang)


@cache
def _suffixes() -> frozenset[str]:
    """How bodies' names end, each as long as two characters at least, and what ends with one that is none."""
    return frozenset(row[0] for row in tables.rows("body_suffixes")) | frozenset(["王室", "皇室"])


@cache
def _kinds_of_bodies() -> dict[str, str]:
    return {row[0]: row[2].rstrip("?") for row in tables.rows("organisations")}
