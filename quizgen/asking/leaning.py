"""Which clauses lean on the next one or break off before it: scenes, bare nouns, sums, means, words of saying."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.asking import deixis
from quizgen.asking.grammar import Clause
from quizgen.asking.stretch import Refused
from quizgen.asking.verbs import SAYS
from quizgen.items import Sentence

#: 斥资50亿美元|，认购…
_SPENDS = re.compile(
    r"(?:斥资|出资|投资|耗资|注资|拨款|投入|花费|以|拿出|筹资|融资|动用)(?:约|近|逾|超过|高达|至少)?[\d.,一二两三四五六七八九十百千万亿]+[多余]?\S{0,3}元$"
)
#: 作出裁决, 举行新闻发布会: said every day, and only what follows tells what was decided
_LIGHT = re.compile(
    r"(?:举行|召开|作出|做出|发表|发布|进行|宣布|公布|采取|提出|发出)了?(?:新闻|终审|最终|重要|联合|相关|有关|正式|特别|紧急|内部|电视|公开|全国|简短|即席|视频|书面|主题|一项|多项)*"
    r"(?:裁决|裁定|判决|决定|声明|意见|看法|表态|发布会|记者会|讲话|发言|会议|消息|报告|评论|回应|措施|行动|警告|通知|公告|致辞|演说)$"
)
#: 台积电兴建德勒斯登厂，是为了…: the clause before is only its subject
_GOES_ON = re.compile(r"以及|(?:正|就|也|都|即)?是(?:为|因|由|出于|要|想)|目的|旨在|以便|以期|意在")
#: 利用首相职权|，为…提供担保: what for comes next
_MEANS = re.compile(r"[^，]*?(?:利用|借助|凭借|动用|趁着?|通过)[^，]{2,16}$")
#: 以401票赞成、284票反对的结果|，批准…
#: 川普致函范德賴恩|，揚言…: what is in the letter comes next
_WRITES = re.compile(r"(?:致函|致信|致电|去信|去函|发函|来信|上书|喊话)[^，]{0,10}$")
_BY_VOTE = re.compile(r"以[^，]*的(?:结果|票数|优势|比数|比分|成绩)$")


def whole_from(told: Sequence[Clause], k: int, *, leans: bool) -> int:
    """The clause that a scene, a reason or a bare noun phrase leans on: itself, or the next that has a predicate."""
    last = k
    while (
        last + 1 < len(told)
        and told[last + 1].is_joined
        and last < k + 2
        and (is_open(told[last]) or (leans and last == k))
    ):
        last += 1
    if (
        told[last].is_scene
        or (leans and last == k)
        or (last > k and told[k].has_predicate and not leans and not told[k].is_scene)
    ):
        raise Refused("no clause that stands alone")
    return last


def gone_on(sentence: Sentence, told: Sequence[Clause], last: int) -> int:
    """A clause that breaks off at a sum (斥资50亿美元，认购…) or a light noun (作出裁决，裁定…) takes the next in."""
    if last + 1 >= len(told) or not _only_predicate(told[last + 1]):
        return last
    if _GOES_ON.match(sentence.simplified, told[last + 1].start):
        return last + 1
    text = sentence.simplified[told[last].start : told[last].end]
    breaks_off = _SPENDS.search(text) or _MEANS.fullmatch(text) or _BY_VOTE.search(text) or _WRITES.search(text)
    return last + 1 if breaks_off or is_light(sentence, told[last]) else last


def _only_predicate(clause: Clause) -> bool:
    return clause.is_joined and clause.has_predicate and not clause.subject and not clause.is_scene


def is_light(sentence: Sentence, clause: Clause) -> bool:
    """It ends with what is done every day: 举行|新闻发布会."""
    return bool(_LIGHT.search(sentence.simplified[clause.start : clause.end]))


def is_open(clause: Clause) -> bool:
    """It tells nothing yet: a scene, a bare noun phrase."""
    return clause.is_scene or not clause.has_predicate


def says(sentence: Sentence, clause: Clause) -> bool:
    """It ends with a verb of saying, finding or deciding: 外交部表示."""
    return bool(SAYS.search(sentence.simplified[clause.start : clause.end]))


def dangles(sentence: Sentence, clause: Clause) -> bool:
    """Neither a statement of its own nor a mere link: 以收入计算, 完成后."""
    link = deixis.LEAD.fullmatch(sentence.simplified[clause.start : clause.end])
    return not (clause.is_whole or link or says(sentence, clause))
