"""Which ranges of a sentence stand alone around a hole: its clause, with scene, speaker or subject from before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.asking import deixis
from quizgen.asking.antecedents import SINGULAR
from quizgen.asking.grammar import Clause, clauses
from quizgen.asking.stretch import Range, Refused
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.verbs import NOT_CHAINED, SAYS
from quizgen.items import Fact, Sentence

#: 为由, 为名: a clause that ends with its reason says what for only in the next one
_GROUNDS_TAIL = 3
#: 台湾外海发生强震，造成…: what stands before such a verb is where, not who
_EXISTS = re.compile(r"(?:[^，。]{0,4})(?:发生|出现|传出|爆发|有|存在|响起)")
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
#: 距地球约…、正在孕育恒星的船底座星云: what stands before the hole and behind it qualifies a noun, nothing is said
_QUALIFIES = re.compile(r"^、[^，。]*的[^，。的]{1,8}$")
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
_STARTS_PREDICATE = re.compile(r"已|将|会|正|仍|被|由|于|在|从|也|均|都|一度|曾|可|须|需|应")
#: 利用首相职权|，为…提供担保: what for comes next
_MEANS = re.compile(r"[^，]*?(?:利用|借助|凭借|动用|趁着?|通过)[^，]{2,16}$")
#: 以401票赞成、284票反对的结果|，批准…
_BY_VOTE = re.compile(r"以[^，]*的(?:结果|票数|优势|比数|比分|成绩)$")
#: 呼吁，距离除夕不到三周|，…: the appeal comes next
_MERELY = re.compile(r"距离?|面对|鉴于|由于|为了|若|如果|随着")
#: 从立项到载客, 与十年前相比: scenes that may not be left out
#: 据交通部统计, 经过通宵达旦的谈判: what may go where the question grows too long
_ATTRIBUTES = re.compile(
    r"(?:据|根据|按照?)[^，]*(?:统计|数据|资料|公报|通报|消息|报道|估算|测算)|经过?[^，\d]*(?:谈判|讨论|磋商|拉锯|审议|表决)"
)
_OF_A_TIME = re.compile(r"(?:之初|初期|[^今此目以]后|[^目以]前|时(?!间)|之际|期间|年代|内)$")
_NEVER_SPARED = re.compile(r"从|自|与|和|同|比|相较|随着|除|由于|经|据|按|依|以")
#: what says how much a thing is or changed, and needs no doer
_MEASURES = re.compile(
    r"(?:与[^，]{2,14}相比|(?:比|较|相较)[^，]{2,12}?|[^，\d]{0,4}?(?:同比|环比|按年|按月|按季)|[^，\d]{0,3}年间|其后|并|全日|一度|更|已|再|续|仍)?"
    r"(?:约)?(?:大幅|微幅|小幅|急|大|微|猛|净|共)?(?:占|增长|增加|减少|下降|下滑|上升|上涨|回升|回落|飙升|暴跌|激增|骤降|升|涨|增|减|降|跌|高出|多出|少了|高于|低于|创)"
)
_MEASURED = re.compile(
    r"(?:为|是|达|达到|占|至|到|增长|增加|减少|下降|上升|升|降|跌|涨|录得|报|共|实现)[^，]{0,6}?[\d一二三四五六七八九十两百分之.,]+[^，]{0,6}$"
)
_OCCASION = re.compile(r"(?:赛|会|选举|大选|奥运|杯|论坛|展|仪式|典礼|谈判|会谈)[中上里]$")
_CAUSES = ("purpose_is", "purpose_last", "cause_is", "reason_is", "in_honour", "because_last")


def windows(sentence: Sentence, fact: Fact, hole: Range) -> Iterator[tuple[Range, ...]]:
    """Ranges to try, best first. Raises `Refused` when none stands alone."""
    told = clauses(sentence)
    k = next((i for i, c in enumerate(told) if c.start <= hole[0] < c.end), None)
    if k is None or (hole[1] > told[k].end and fact.kind not in ("reason", "list")):
        raise Refused("runs over clauses")
    if fact.rule in _CAUSES:
        yield ((told[_effect(sentence, told, k)].start, max(told[k].end, hole[1])),)
        return
    if not (told[k].has_predicate or told[k].is_scene or fact.kind == "reason"):
        raise Refused("no clause that stands alone")
    if (topic := told[k].topic) and topic[0] >= hole[1]:
        raise Refused("inside a clause that qualifies a noun")
    if fact.kind == "figure" and told[k].is_scene:
        raise Refused("only sets the scene")
    last = _whole_from(
        told,
        k,
        leans=fact.rule in ("on_the_grounds", "because_of", "owing", "influence")
        and told[k].end - hole[1] <= _GROUNDS_TAIL,
    )
    last = _gone_on(sentence, told, last)
    if _is_light(sentence, told[last]) or sentence.simplified[told[last].end : told[last].end + 1] == "：":
        raise Refused("done every day, and what came of it is not told")
    first = _with_scenes(sentence, told, k)
    if topic := _topic_before(sentence, told, first):
        yield topic, (told[first].start, told[last].end)
        return
    subject_at = next((i for i in range(first, last + 1) if told[i].subject), None)
    if told[last].is_whole or (subject_at is not None and subject_at <= k and told[k].has_predicate):
        yield from _with_speaker(sentence, told, first, last)
        if fact.kind == "date" and told[k].is_scene and last > k + 1:  # 昨晚，|在孟买的体育场，|中国女足击败…
            yield (told[k].start, told[k].end + 1), (told[last].start, told[last].end)
        if first < k and all(_ATTRIBUTES.fullmatch(sentence.simplified, c.start, c.end) for c in told[first:k]):
            yield ((told[k].start, told[last].end),)
        if first < k and (short := _occasion(sentence, told[k - 1])):
            yield *short, (told[k].start, told[last].end)
        elif (
            first < k and told[k].is_whole and not _says(sentence, told[k]) and _may_be_spared(sentence, told[first:k])
        ):
            yield ((told[k].start, told[k].end),)
        return
    if not told[k].has_predicate or _QUALIFIES.search(sentence.simplified[hole[1] : told[k].end]):
        raise Refused("no clause that stands alone")
    yield from _with_subject(sentence, told, k, _gone_on(sentence, told, k))


def _may_be_spared(sentence: Sentence, scenes: Sequence[Clause]) -> bool:
    """A place or an occasion may go; from when to when, against what or by whose word it is so may not."""
    texts = [sentence.simplified[c.start : c.end] for c in scenes]
    return not any(_NEVER_SPARED.match(text) or _OF_A_TIME.search(text) for text in texts)


def _topic_before(sentence: Sentence, told: Sequence[Clause], first: int) -> Range | None:
    """发布财报的|特斯拉|，三季度营收为251亿美元: the name that a bare noun behind it is of; None where none is."""
    own = told[first]
    if not (first and own.is_joined and own.subject and told[first - 1].topic):
        return None
    named = any(
        own.subject[0] <= f.start - sentence.start < own.subject[1]
        for f in sentence.facts
        if f.kind in ("person", "organisation", "place", "thing")
    )
    return None if named else told[first - 1].topic


def _effect(sentence: Sentence, told: Sequence[Clause], k: int) -> int:
    """The clause that a reason explains: the one before, and before that who says so."""
    first = max(0, k - 1)
    while first > 0 and SAYS.search(sentence.simplified[told[first].start : told[first].end]):
        first -= 1
    if first > 0 and SAYS.search(sentence.simplified[told[first - 1].start : told[first - 1].end]):
        first -= 1
    if first > 0 and told[first].is_joined and told[k].is_whole and _dangles(sentence, told[first - 1]):
        raise Refused("its circumstance is not told")
    return first


def _occasion(sentence: Sentence, scene: Clause) -> tuple[Range, ...]:
    """在巴黎…进行的|奥运会男单决赛中: the occasion without what qualifies it; empty for a scene that names none."""
    text = sentence.simplified[scene.start : scene.end]
    if not _OCCASION.search(text):
        return ()
    at, of = text.find("在"), text.rfind("的")
    if at < 0 or of < at:
        return ((scene.start, scene.end + 1),)
    return (scene.start + at, scene.start + at + 1), (scene.start + of + 1, scene.end + 1)


def _dangles(sentence: Sentence, clause: Clause) -> bool:
    """Neither a statement of its own nor a mere link: 以收入计算, 完成后."""
    link = deixis.LEAD.fullmatch(sentence.simplified[clause.start : clause.end])
    return not (clause.is_whole or link or _says(sentence, clause))


def _with_scenes(sentence: Sentence, told: Sequence[Clause], k: int) -> int:
    """Back over the scenes in front: a circumstance belongs to what happened in it.

    One that names nothing (完成后, 按照计划, 接到通知时) cannot be told and must not be dropped.
    """
    first = k
    while first > 0 and told[first - 1].is_scene and not told[first - 1].is_whole:
        scene = told[first - 1]
        if deixis.LEAD.fullmatch(sentence.simplified[scene.start : scene.end]):
            break
        base = sentence.start
        if not any(scene.start <= f.start - base and f.end - base <= scene.end for f in sentence.facts):
            raise Refused("its circumstance is not told")
        first -= 1
    return first


def _whole_from(told: Sequence[Clause], k: int, *, leans: bool) -> int:
    """The clause that a scene, a reason or a bare noun phrase leans on: itself, or the next that has a predicate."""
    last = k
    while (
        last + 1 < len(told)
        and told[last + 1].is_joined
        and last < k + 2
        and (_is_open(told[last]) or (leans and last == k))
    ):
        last += 1
    if (
        told[last].is_scene
        or (leans and last == k)
        or (last > k and told[k].has_predicate and not leans and not told[k].is_scene)
    ):
        raise Refused("no clause that stands alone")
    return last


def _gone_on(sentence: Sentence, told: Sequence[Clause], last: int) -> int:
    """A clause that breaks off at a sum (斥资50亿美元，认购…) or a light noun (作出裁决，裁定…) takes the next in."""
    if (
        last + 1 >= len(told)
        or not told[last + 1].is_joined
        or told[last + 1].subject
        or told[last + 1].is_scene
        or not told[last + 1].has_predicate
    ):
        return last
    if _GOES_ON.match(sentence.simplified, told[last + 1].start):
        return last + 1
    text = sentence.simplified[told[last].start : told[last].end]
    breaks_off = _SPENDS.search(text) or _MEANS.fullmatch(text) or _BY_VOTE.search(text)
    return last + 1 if breaks_off or _is_light(sentence, told[last]) else last


def _is_light(sentence: Sentence, clause: Clause) -> bool:
    return bool(_LIGHT.search(sentence.simplified[clause.start : clause.end]))


def _is_open(clause: Clause) -> bool:
    return clause.is_scene or not clause.has_predicate


def _with_speaker(sentence: Sentence, told: Sequence[Clause], first: int, last: int) -> Iterator[tuple[Range, ...]]:
    """A reported clause keeps who reports it; a reporting clause keeps what is reported."""
    if _says(sentence, told[last]):
        if last + 1 < len(told) and told[last + 1].is_joined:
            said = last + 1
            while said < last + 3 and _leads_on(sentence, told, said):
                said += 1  # 数据显示，以美元计，出口…
            yield ((told[first].start, told[_gone_on(sentence, told, said)].end),)
        return
    speaker = next((i for i in range(first - 1, -1, -1) if told[i].is_whole and _says(sentence, told[i])), None)
    if speaker is not None and _speaks_too(sentence, told, speaker, last):
        speaker = None
    if speaker is None:
        yield ((told[first].start, told[last].end),)
    elif speaker + 1 == first:
        yield ((told[speaker].start, told[last].end),)
    elif any(_is_open(c) and _dangles(sentence, c) for c in told[speaker + 1 : first]):
        raise Refused("its circumstance is not told")
    else:
        yield (told[speaker].start, told[speaker].end + 1), (told[first].start, told[last].end)


def _speaks_too(sentence: Sentence, told: Sequence[Clause], speaker: int, last: int) -> bool:
    """萧兹表示…；桑杰士|则盛赞…: behind a semicolon another one speaks."""
    apart = any(not c.is_joined for c in told[speaker + 1 : last + 1])
    own = told[last]
    people = (f for f in sentence.facts if f.kind == "person")
    named = own.subject and any(f.end - sentence.start == own.subject[1] for f in people)
    return apart and bool(named or "则" in sentence.simplified[own.start : own.end])


def _with_subject(sentence: Sentence, told: Sequence[Clause], k: int, last: int) -> Iterator[tuple[Range, ...]]:
    """A clause without a subject has that of the last whole clause before it."""
    chain = next((i for i in range(k, 0, -1) if not told[i].is_joined), 0)
    origin = next((i for i in range(k - 1, chain - 1, -1) if _has_subject(told[i])), None)
    subject = told[origin].topic or told[origin].subject if origin is not None else None
    if origin is None or subject is None:
        raise Refused("no subject in its sentence")
    if (origin < k - 1 and _says(sentence, told[origin])) or (
        any(_says(sentence, c) for c in told[:origin]) and not _measures_on(sentence, told, origin, k)
    ):
        raise Refused("its subject may be who reports or what is reported")
    if any(_says(sentence, c) or _ANNOUNCES.search(sentence.simplified, c.start, c.end) for c in told[origin + 1 : k]):
        raise Refused("its subject may be who reports or what is reported")
    if _ALSO_BY.match(sentence.simplified, told[k].start) and origin > chain:
        raise Refused("its subject may be another's")
    by_pronoun = sentence.simplified.startswith(SINGULAR, told[k].start)
    if by_pronoun and told[origin].topic:
        raise Refused("its subject may be another's")
    own = (told[k].start + by_pronoun, told[last].end)
    if origin == k - 1 and not told[origin].topic:
        yield ((told[origin].start, own[1]),)
    if _measures_on(sentence, told, origin, k):
        yield subject, own
        return
    if NOT_CHAINED.match(sentence.simplified[told[k].start : told[k].end]):
        raise Refused("its subject is the clause before")
    if any(_brings_in(sentence, c) for c in told[origin + 1 : k]):
        raise Refused("its subject may be another's")
    if any(_CAUSES_ANOTHER.search(sentence.simplified, c.start, c.end) for c in told[origin:k]):
        raise Refused("its subject may be another's")
    if _EXISTS.match(sentence.simplified, subject[1]) or not _acts(sentence, subject):
        raise Refused("no subject in its sentence")
    yield subject, own


def _measures_on(sentence: Sentence, told: Sequence[Clause], origin: int, k: int) -> bool:
    """居住在城镇的人口为90199万人，占63.89%，上升14.21个百分点: figure upon figure of one thing."""
    return all(_MEASURES.match(sentence.simplified, c.start, c.end) for c in told[origin + 1 : k + 1]) and bool(
        _MEASURED.search(sentence.simplified, told[origin].start, told[origin].end)
    )


def _leads_on(sentence: Sentence, told: Sequence[Clause], i: int) -> bool:
    """What is reported comes in the next clause only."""
    more = i + 1 < len(told) and told[i + 1].is_joined
    return more and (
        _MERELY.match(sentence.simplified, told[i].start) is not None
        or _is_open(told[i])
        or _says(sentence, told[i])
        or _names_only(sentence, told, i)
    )


def _names_only(sentence: Sentence, told: Sequence[Clause], i: int) -> bool:
    """宣布，装载岩石样本的回收舱|，已于当天顺利着陆: what looks like a verb phrase is who the next clause speaks of."""
    text = sentence.simplified[told[i].start : told[i].end]
    goes_on = told[i + 1].subject is None and _STARTS_PREDICATE.match(sentence.simplified, told[i + 1].start)
    return told[i].subject is None and bool(goes_on) and re.search(r"的[^，的]{2,8}$", text) is not None


def _brings_in(sentence: Sentence, clause: Clause) -> bool:
    """…存在逆差的|新加坡|，也被课以…: a new name that the next clause may speak of."""
    names = (f for f in sentence.facts if f.kind in ("person", "organisation", "place"))
    return (
        any(f.end - sentence.start == clause.end for f in names)
        and "的" in sentence.simplified[clause.start : clause.end]
    )


def _has_subject(clause: Clause) -> bool:
    """It says who, even where the verb comes later: 台湾队靠着投手群接力完封，以4比0击败…"""
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


def _says(sentence: Sentence, clause: Clause) -> bool:
    return bool(SAYS.search(sentence.simplified[clause.start : clause.end]))
