"""Whose subject is carried over to a clause that has none: that of the last clause before it that says who."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.asking.antecedents import SINGULAR
from quizgen.asking.grammar import Clause
from quizgen.asking.leaning import says
from quizgen.asking.stretch import Range, Refused
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.verbs import NOT_CHAINED
from quizgen.items import Sentence

#: 台湾外海发生强震，造成…: what stands before such a verb is where, not who
_EXISTS = re.compile(r"(?:[^，。]{0,4})(?:发生|出现|传出|爆发|有|存在|响起)")
#: 赞扬何诗蓓…，令市民振奋; 通知该公司，今后…: what follows is another's doing
_CAUSES_ANOTHER = re.compile(
    r"通知|要求|允许|容许|禁止|命令|呼吁|敦促|促使|令(?!人)|让|使得?(?!用|馆|者|节|命)|赞扬|称赞|表扬|欢迎|批评|指责|谴责|抨击|支持|反对|"
    r"邀请|委托|派|请(?!求)|帮助|协助|鼓励|推动|导致|造成|引发|比|不仅|不但"
)
#: 台湾队, 以色列军方: a country's, and somebody that acts
_GROUPS = re.compile(r"(?:队|政府|当局|军方|方面|代表团|公司|集团|央行|法院|选手|警方|议会|内阁)$")
_ANNOUNCES = re.compile(r"宣布|决定|同意|承诺|要求|计划")
#: 各持股10%，并由台积电负责营运: what is run stands further back
_ALSO_BY = re.compile(r"并[由被获]|且[由被获]|由|被")
#: what says how much a thing is or changed, and needs no doer
_MEASURES = re.compile(
    r"(?:与[^，]{2,14}相比|(?:比|较|相较)[^，]{2,12}?|[^，\d]{0,4}?(?:同比|环比|按年|按月|按季)|[^，\d]{0,3}年间|其后|并|全日|一度|更|已|再|续|仍)?"
    r"(?:约)?(?:大幅|微幅|小幅|急|大|微|猛|净|共)?(?:占|增长|增加|减少|下降|下滑|上升|上涨|回升|回落|飙升|暴跌|激增|骤降|升|涨|增|减|降|跌|高出|多出|少了|高于|低于|创)"
)
_MEASURED = re.compile(
    r"(?:为|是|达|达到|占|至|到|增长|增加|减少|下降|上升|升|降|跌|涨|录得|报|共|实现)[^，]{0,6}?[\d一二三四五六七八九十两百分之.,]+[^，]{0,6}$"
)
_WHEN = re.compile(r"(?:后|时|前|之际|期间)$")


def with_subject(sentence: Sentence, told: Sequence[Clause], k: int, last: int) -> Iterator[tuple[Range, ...]]:
    """The clauses from `k` to `last` behind the clause whose subject they have, or behind that subject alone.

    Raises `Refused` where the subject may be another's.
    """
    chain = next((i for i in range(k, 0, -1) if not told[i].is_joined), 0)
    origin = next((i for i in range(k - 1, chain - 1, -1) if _has_subject(sentence, told[i])), None)
    subject = told[origin].topic or told[origin].subject if origin is not None else None
    if origin is None or subject is None:
        raise Refused("no subject in its sentence")
    _check_reported(sentence, told, origin, k)
    by_pronoun = sentence.simplified.startswith(SINGULAR, told[k].start)
    also_by = _ALSO_BY.match(sentence.simplified, told[k].start) and origin > chain
    if also_by or (by_pronoun and told[origin].topic):
        raise Refused("its subject may be another's")
    own = (told[k].start + by_pronoun, told[last].end)
    if origin == k - 1 and not told[origin].topic:
        yield ((told[origin].start, own[1]),)
    if not _measures_on(sentence, told, origin, k):
        _check_another(sentence, told[origin : k + 1])
        if _EXISTS.match(sentence.simplified, subject[1]) or not _acts(sentence, subject):
            raise Refused("no subject in its sentence")
    yield subject, own


def _check_reported(sentence: Sentence, told: Sequence[Clause], origin: int, k: int) -> None:
    """特朗普表示，马斯克…，将…: who says so, or whom he speaks of? Figure upon figure stays with one thing."""
    between = told[origin + 1 : k]
    reports = origin < k - 1 and says(sentence, told[origin])
    reported = any(says(sentence, c) for c in told[:origin]) and not _measures_on(sentence, told, origin, k)
    announced = (says(sentence, c) or _ANNOUNCES.search(sentence.simplified, c.start, c.end) for c in between)
    if reports or reported or any(announced):
        raise Refused("its subject may be who reports or what is reported")


def _check_another(sentence: Sentence, run: Sequence[Clause]) -> None:
    """In a run of clauses, from the one that says who to the one without a subject, nobody else may come in."""
    *before, own = run
    if NOT_CHAINED.match(sentence.simplified[own.start : own.end]):
        raise Refused("its subject is the clause before")
    brought = any(_brings_in(sentence, c) for c in before[1:])
    if brought or any(_CAUSES_ANOTHER.search(sentence.simplified, c.start, c.end) for c in before):
        raise Refused("its subject may be another's")


def _measures_on(sentence: Sentence, told: Sequence[Clause], origin: int, k: int) -> bool:
    """居住在城镇的人口为90199万人，占63.89%，上升14.21个百分点: figure upon figure of one thing."""
    return all(_MEASURES.match(sentence.simplified, c.start, c.end) for c in told[origin + 1 : k + 1]) and bool(
        _MEASURED.search(sentence.simplified, told[origin].start, told[origin].end)
    )


def _brings_in(sentence: Sentence, clause: Clause) -> bool:
    """…存在逆差的|新加坡|，也被课以…: a new name that the next clause may speak of."""
    names = (f for f in sentence.facts if f.kind in ("person", "organisation", "place"))
    return (
        any(f.end - sentence.start == clause.end for f in names)
        and "的" in sentence.simplified[clause.start : clause.end]
    )


def _has_subject(sentence: Sentence, clause: Clause) -> bool:
    """It says who, even where the verb comes later: 台湾队靠着投手群接力完封，以4比0击败…; not 存量|房贷利率下调后."""
    if clause.is_scene and _WHEN.search(sentence.simplified, clause.start, clause.end):
        return False
    return clause.topic is not None or clause.subject is not None


def _acts(sentence: Sentence, subject: Range) -> bool:
    """A subject that can be carried over to a later clause: it ends in a name, or is all nouns (no 10小时内设备)."""
    base = sentence.start
    inside = [f for f in sentence.facts if subject[0] <= f.start - base and f.end - base <= subject[1]]
    if any(f.kind in ("person", "organisation") and f.end - base == subject[1] for f in inside):
        return True
    if _GROUPS.search(sentence.simplified[slice(*subject)]):
        return True
    return not inside and all(tag(sentence, t) in ("n", "vn") for t in tokens_in(sentence, *subject))
