"""People, bodies and places that are not asked for: owners, speakers, seats, and what is only mentioned."""

from __future__ import annotations

import re

from quizgen.asking.standing import hangs, heads_clause, noun_follows
from quizgen.asking.stretch import Range
from quizgen.asking.words import place_kind
from quizgen.items import Fact, Sentence

#: 根据《收购守则》: by what, not what
_CITES = re.compile(r"(?:根据|依据|依照|按照|依|据|按|援引|像|如|例如|包括)$")
_AFTER_BODY = re.compile(r"(?:由|被|与|同|向|对|给|给予|获|经|和|跟|加入|收购|起诉|击败|战胜)$")
#: what may stand before a place for the clause to say where something is or goes
_AT = re.compile(
    r"(?:在|于|到|至|往|赴|自|从|抵达|抵|访问|飞往|来自|位于|前往|落户|设在|设于|登陆|进入|返回|回到|离开|袭击|重返|出访|到访|移师)$"
)
_FROM_TO = re.compile(r"(?:^|[，。；日月年—])[\u4e00-\u9fff]{2,5}[至到]$")
_HAPPENS = re.compile(r"(?:[^，。]{0,8})(?:发生|爆发|出现)")
_SAID = re.compile(r"(?:举行的?(?:新闻发布会|记者会)[上中]?)?(?:宣布|表示|说(?!服)|称|指出|公布|发布|透露|强调)")
_OPINES = re.compile(r"[^，。]{0,6}?(?:介绍|指出|认为|强调|形容|提醒|呼吁|说|称赞|直言|坦言|补充|回应|统计|估算)")
_OWN_LANDS = frozenset(["台湾", "香港", "澳门"])
_TOWARDS = re.compile(
    r"(?:在|于|至|往|赴|抵达?|访问?|飞往|来自|前往|登陆|进入|返回|回到|离开|袭击|重返|出访|到访|移师|向|对|与|和|同|由|被|遭|"
    r"击败|战胜|不敌|负于|力克|对阵|入侵|加入|退出|逃往|驻|包括)$"
)
_COUNTED, _BETWEEN = (
    re.compile(r"[\d一二三四五六七八九十百千万]+[个座间所家]$"),
    re.compile(r"(?:[与和及][^，。]{1,6})?之间"),
)
#: 大阪府|堺市; 雅典|认为, where the government is meant
_SUBURB = re.compile(r"[\u4e00-\u9fff]{1,4}[市县区镇村岛](?![长民委政])")
_ACTS = re.compile(
    r"(?:[^，。]{0,3})(?:认为|认定|担心|拒绝|同意|反对|指责|呼吁|希望|主张|承诺|表态|坚称|批评|抗议|“|记下|回应|警告|威胁|要求|坚持)"
)
_NTH = re.compile(r"第?[一二三四五六七八九十\d]+[大届次]|\d+(?![\d年月日.])|机制|指数|国家|体系|系统|问题|管理层")
#: 航天科技集团|五院
_NTH_OF = re.compile(r"第?[一二三四五六七八九十\d]+(?:院|所|厂|局|处|室|公司|医院|中学|分院)")


def is_seat(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """在布鲁塞尔|宣布: who speaks at his own seat; what he said matters, not where."""
    return fact.kind == "place" and _SAID.match(sentence.simplified, gap[1]) is not None


def is_passing_place(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Places are asked where something is or happens: not as owners, actors or in passing."""
    if fact.kind != "place" and fact.rule != "joined_place":
        return False
    text, before = sentence.simplified, sentence.simplified[: gap[0]]
    if _touches_place(sentence, gap) or _FROM_TO.search(before):  # 深圳至|中山|跨江通道
        return True
    asked = _HAPPENS.match(text, gap[1]) if heads_clause(before) else _AT.search(before)
    return not asked or _owns(sentence, gap)


def leaves_title(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """“女飞鱼”|何诗蓓: what says who it is would lean on the question word."""
    return fact.kind in ("person", "organisation") and hangs(sentence, gap[0])


def is_passing(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Names are asked where they act or are acted on."""
    if fact.kind in ("person", "organisation", "thing", "list") and _owns(sentence, gap):
        return True
    before = sentence.simplified[: gap[0]]
    if fact.kind == "thing":
        return _CITES.search(before) is not None
    return fact.kind == "organisation" and not (heads_clause(before) or _AFTER_BODY.search(before) is not None)


def is_speaker(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """中央氣象署|指出: a body that says what anybody might; a headline's word is another matter."""
    said = _OPINES.match(sentence.simplified, gap[1])
    return fact.kind == "organisation" and said is not None and sentence.line.role != "heading"


def is_owner(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """For a gap: 特朗普|政府, 英伟达|的股价: what leans on the name is all that is told of it."""
    if fact.kind not in ("person", "organisation", "thing", "list"):
        return False
    behind = next((f for f in sentence.facts if f.start - sentence.start == gap[1]), None)
    if behind is not None and behind.kind == "role":
        return False  # 全国人民力量|领袖
    if sentence.simplified.startswith("为例", gap[1]):
        return True
    if fact.kind == "organisation" and _NTH.match(sentence.simplified, gap[1]):
        return True  # 中共|二十大
    return sentence.simplified.startswith("的", gap[1]) or (fact.kind == "person" and noun_follows(sentence, gap[1]))


def is_owning_place(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """For a gap: a place beside another, or one that a noun leans on; not where something is, happens or befalls."""
    if fact.kind != "place":
        return False
    text = sentence.simplified
    country = place_kind(fact.value) == "country" or fact.value in _OWN_LANDS
    if country and not _TOWARDS.search(text[: gap[0]]):
        return True  # whose it is tells the rest
    if text[: gap[0]].endswith("的"):
        return True  # 急需弹药的|莫斯科: who acts there is no place
    if _COUNTED.search(text[: gap[0]]) or _BETWEEN.match(text, gap[1]):
        return True  # 34个|维多利亚公园, 北京与堪培拉|之间
    if _FROM_TO.search(text[: gap[0]]) or _SUBURB.match(text, gap[1]) or _ACTS.match(text, gap[1]):
        return True  # 深圳至|中山|跨江通道
    if _touches_place(sentence, gap) or text.startswith("的", gap[1]) or noun_follows(sentence, gap[1]):
        return _AT.search(text[: gap[0]]) is None or _touches_place(sentence, gap)
    return False


def _touches_place(sentence: Sentence, gap: Range) -> bool:
    """纽约|曼哈顿, 巴黎|的|卢浮宫: of the two, which?"""
    of = sentence.simplified.startswith("的", gap[1])
    places = [(f.start - sentence.start, f.end - sentence.start) for f in sentence.facts if f.kind == "place"]
    return any(start in (gap[1], gap[1] + of) or end == gap[0] for start, end in places)


def _owns(sentence: Sentence, gap: Range) -> bool:
    """What stands there only qualifies: 特朗普|政府, 英伟达|的股价, 新西兰海军|“惠灵顿”号."""
    text = sentence.simplified
    return (
        text.startswith(("的", "之", "驻", "“", "「"), gap[1])
        or noun_follows(sentence, gap[1])
        or bool(_NTH_OF.match(text, gap[1]))
    )
