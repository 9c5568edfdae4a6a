"""Answers that others share, so that one alone is wrong: paired, listed, one of many, true of both sides."""

from __future__ import annotations

import re

from quizgen.asking.grammar import clause_at
from quizgen.asking.holes import own_clause
from quizgen.asking.standing import NAMES, listed
from quizgen.asking.stretch import Range
from quizgen.asking.words import place_kind
from quizgen.items import Fact, Sentence

_EACH = re.compile(r"分别|各(?!地|国|界|自由|种|类|项|方|级|部)")
_LEANS_AFTER = re.compile(
    r"[、或]|以及|(?:和|与|及|以及)(?=[^，。]{1,14}(?:等|都|均|一同|共同|分别|[、和]))|等(?!待|候|于|同|级|到|距|值|式)"
)
#: 造成两人|死亡、逾百人受伤
_TOLL = re.compile(r"(?:死亡|罹难|遇难|丧生|身亡|死(?!于)|受?伤|轻伤|重伤|失踪|获救|被捕|赞成|同意|反对|弃权)")
#: 400多家|单位、30余万名: the next thing counted
_COUNTED_ON = re.compile(r"[^，。；：、]{0,6}、(?:约|近|超过|逾)?[\d一二三四五六七八九十两百]+(?![\d年月日])")
#: 上海、厦门及深圳|三市: who reads the names can count them
_NAMED_ALL = re.compile(r"、[^，。、]{1,8}(?:及|和|与)[^，。、的]{1,8}(?<![\d万亿])$")
_WON = re.compile("击败|战胜|不敌|负于|力克|淘汰|取胜|获胜|击退|拿下")
_BETWEEN = re.compile("之间")
#: 张伟、赵洋、王治强|三名
_NAMED_ROW = re.compile(r"[\u4e00-\u9fff]{2,8}、[\u4e00-\u9fff]{2,8}$")
#: 4451点或|12.4%
_OR = re.compile(r"\d\S{0,4}或$|第\S{1,3}[及和与、]$")
#: 、|日本等国: others are meant too
_AMONG = re.compile(r"(?:包括|例如|比如|如|像)$")
_LEFT_OPEN = re.compile(r"[、等]|以及")
_IS = re.compile(r"(?:就|也|都|便)?是(?!在|因)")
_ONLY_ONE = re.compile(r"首[位个名次]|第一|唯一|最|冠军|创始人|得主|发明")
_MUTUAL = re.compile(r"[^，。]{0,6}(?:鏖战|对阵|交手|相遇|会师|对决|过招|激战|苦战)")


def is_paired(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """分别 and 各 share answers out; 雙方各交換一千名戰俘 has only one to give."""
    if fact.rule.startswith("respectively"):
        return True
    each = _EACH.search(own_clause(sentence, gap))
    own = clause_at(sentence, gap[0])
    if not each or own is None:
        return False
    alike = [f for f in sentence.facts if f.kind == fact.kind and own.start <= f.start - sentence.start < own.end]
    return each.group() != "各" or fact.kind != "figure" or len(alike) > 1


def is_listed(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """王毅、|何立峰|和王文涛, 连克古巴、|越南|等队; a figure beside one of its own: 20分|7个篮板."""
    text = sentence.simplified
    if fact.kind == "figure":
        if _TOLL.match(text, gap[1]):
            return False  # 401票赞成、284票反对: each has a verb of its own
        if _is_counted_with(sentence, fact, gap):
            return True
    leans = fact.kind in (*NAMES, "list") and _LEANS_AFTER.match(text, gap[1]) is not None
    return leans or text[: gap[0]].endswith("、") or listed(sentence, fact, gap)


def is_in_row(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """For a gap: one of three and more, or of names that 等 leaves open; of two the other one is seen."""
    text = sentence.simplified
    if fact.kind == "figure":
        alike = [f for f in sentence.facts if f.kind == "figure" and (":" in f.value) == (":" in fact.value)]
        touching = any({f.start - fact.end, fact.start - f.end} & {1} for f in alike)
        if touching and ":" in fact.value and "、" in text[gap[0] - 1 : gap[1] + 1]:
            return True  # 25比20、25比18
        if _NAMED_ROW.search(text[: gap[0]]) and fact.value.split()[0] in "23456789":
            return True
        return bool(_NAMED_ALL.search(text[: gap[0]]) or _OR.search(text[: gap[0]]) or text.startswith("或", gap[1]))
    if fact.rule == "joined_score" and not _WON.search(own_clause(sentence, gap)):
        return True  # 以11比9、11比9连扳两局: which?
    if fact.kind == "list":
        members = {place_kind(p.value) for p in fact.parts if p.name == "member"}
        return (
            (fact.rule == "joined_place" and len(members) > 1)  # 在奥地利维也纳与伊朗|达成协议
            or _BETWEEN.match(text, gap[1]) is not None
            or text.startswith("等", gap[1])
            or text[: gap[0]].endswith("、")
        )
    if fact.kind not in (*NAMES, "thing"):
        return False
    others = [f for f in sentence.facts if f.kind == fact.kind and f.start != fact.start]
    starts = {f.start - sentence.start for f in others}
    beside = text[gap[0] - 1 : gap[0]] == "、" or (text[gap[1] : gap[1] + 1] in ("、", "及") and gap[1] + 1 in starts)
    return beside or _AMONG.search(text[: gap[0]]) is not None or _LEFT_OPEN.match(text, gap[1]) is not None


def is_one_of_many(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """郑钦文|是网球选手: so are others; but 郑钦文|是首位夺冠的…."""
    text = sentence.simplified
    named = fact.kind in ("person", "organisation")
    return named and _IS.match(text, gap[1]) is not None and not _ONLY_ONE.search(text[gap[1] :])


def is_mutual(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """樊振东|对阵马龙: whoever is named, the other is as true."""
    return fact.kind == "person" and _MUTUAL.match(sentence.simplified, gap[1]) is not None


def _is_counted_with(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Another figure stands right beside it, behind 或, or further on behind 、."""
    text, base = sentence.simplified, sentence.start
    return (
        _parallel(sentence, fact, gap)
        or _COUNTED_ON.match(text, gap[1]) is not None
        or _NAMED_ALL.search(text[: gap[0]]) is not None
        or _OR.search(text[: gap[0]]) is not None
        or text.startswith("或", gap[1])
        or any(f.kind == "figure" and (f.end == base + gap[0] or f.start == base + gap[1]) for f in sentence.facts)
    )


def _parallel(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """禁运维持五年、禁令维持八年: one clause told after another without a comma; but 558万票、得票率40%."""
    own = clause_at(sentence, gap[0])
    unit = fact.value.split()[-1]
    ends = (f.end - sentence.start for f in sentence.facts if f.kind == "figure" and f.value.split()[-1] == unit)
    return own is not None and any(own.start < end < own.end and sentence.simplified[end] == "、" for end in ends)
