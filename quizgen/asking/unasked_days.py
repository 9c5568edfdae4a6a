"""Days that are not asked for: loose ones, spans, days of a name, of what was only said, of what came before."""

from __future__ import annotations

import re

from quizgen.asking.holes import own_clause
from quizgen.asking.standing import heads_clause
from quizgen.asking.stretch import Range
from quizgen.asking.tagged import tag
from quizgen.items import Fact, Sentence

#: 海关总署5月9日|发布的数据显示
_OF_NOUN = re.compile(r"[的之]|(?:对外)?(?:发布|公布|发表|披露)的[^，。]{1,10}(?:显示|指出|表明)")
_MONTHS, _TO = re.compile(r"\d{4}-\d\d/\d{4}-\d\d"), re.compile("[至到-]")
#: 2026年前后, 年底左右: no one day answers
_LOOSE = re.compile(r"前后|左右|之前|以前|前(?![往来线])")
_ONLY_SAID = re.compile(
    r"(?:表示|说|称|指出|强调|认为|透露|直言|坦言|重申|回应|发表意见|发文|发文祝贺|表态|致歉|道歉|祝贺|讲话)$"
)
#: 去年10月底|中共二十大闭幕后: the day of the congress, not of what is told
_OF_SCENE = re.compile(r"[^，。]{3,14}(?<![今此目以之])后(?![^，。]{0,2}[门方])[，]")
#: 7月19日夜间至|20日, 截至|2024年12月: no day that anything happened on
_END_OF_SPAN = re.compile(r"(?:[日晚晨间夜时分]至|截至|截止|迄)$")
#: 今年3月|公布的《标识办法》
_MADE_THEN = re.compile(r"(?:公布|发布|出台|启动|推出|成立|上映|出版|签署|通过|实施|生效|召开|举行)的")
_SINCE = re.compile("以来，")


def is_of_noun_behind(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """9月3日|的阅兵: told to say which."""
    if fact.kind != "date":
        return False
    opens = heads_clause(sentence.simplified[: gap[0]]) and _MADE_THEN.match(sentence.simplified, gap[1])
    return bool(opens) or _OF_NOUN.match(sentence.simplified, gap[1]) is not None


def is_in_name(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """披露|2024年第三季度|报告, 夺得|2022年|亚洲杯冠军: the day belongs to a name."""
    if fact.kind != "date" or heads_clause(sentence.simplified[: gap[0]]):
        return False
    behind = next((t for t in sentence.tokens if t.start - sentence.start == gap[1]), None)
    before = next((t for t in sentence.tokens if t.end - sentence.start == gap[0]), None)
    leads = before is not None and tag(sentence, before) in ("v", "a", "u", "c")
    return leads and behind is not None and tag(sentence, behind) in ("n", "vn", "a")


def is_span(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """首季, 上半年: a range by its value, though its words say none; 1月至6月 says its own."""
    return fact.kind == "date" and _MONTHS.fullmatch(fact.value) is not None and not _TO.search(fact.text)


def is_loose(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    if fact.kind == "date" and _END_OF_SPAN.search(sentence.simplified[: gap[0]]):
        return True
    return fact.kind == "date" and _LOOSE.match(sentence.simplified, gap[1]) is not None


def is_of_saying(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """外交部发言人|9月12日|回应: what was said matters, not when."""
    return fact.kind == "date" and _ONLY_SAID.search(own_clause(sentence, gap)) is not None


def is_of_scene(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    text = sentence.simplified
    if fact.kind != "date":
        return False
    since = heads_clause(text[: gap[0]]) and _SINCE.match(text, gap[1])  # 9月以来，…
    return bool(since) or _OF_SCENE.match(text, gap[1]) is not None
