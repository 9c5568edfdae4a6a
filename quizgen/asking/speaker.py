"""Who reports a clause goes with it, and what is reported goes with who reports it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.asking.grammar import Clause
from quizgen.asking.leaning import dangles, gone_on, is_open, says
from quizgen.asking.stretch import Range, Refused
from quizgen.items import Sentence

#: 呼吁，距离除夕不到三周|，…: the appeal comes next
_MERELY = re.compile(r"距离?|面对|鉴于|由于|为了|若|如果|随着")
_STARTS_PREDICATE = re.compile(r"已|将|会|正|仍|被|由|于|在|从|也|均|都|一度|曾|可|须|需|应")


def with_speaker(sentence: Sentence, told: Sequence[Clause], first: int, last: int) -> Iterator[tuple[Range, ...]]:
    """A reported clause keeps who reports it; a reporting clause keeps what is reported."""
    if says(sentence, told[last]):
        if last + 1 < len(told) and told[last + 1].is_joined:
            said = last + 1
            while said < last + 3 and _leads_on(sentence, told, said):
                said += 1  # 数据显示，以美元计，出口…
            yield ((told[first].start, told[gone_on(sentence, told, said)].end),)
        return
    speaker = next((i for i in range(first - 1, -1, -1) if told[i].is_whole and says(sentence, told[i])), None)
    if speaker is not None and _speaks_too(sentence, told, speaker, last):
        speaker = None
    if speaker is None:
        yield ((told[first].start, told[last].end),)
    elif speaker + 1 == first:
        yield ((told[speaker].start, told[last].end),)
    elif any(is_open(c) and dangles(sentence, c) for c in told[speaker + 1 : first]):
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


def _leads_on(sentence: Sentence, told: Sequence[Clause], i: int) -> bool:
    """What is reported comes in the next clause only."""
    more = i + 1 < len(told) and told[i + 1].is_joined
    return more and (
        _MERELY.match(sentence.simplified, told[i].start) is not None
        or is_open(told[i])
        or says(sentence, told[i])
        or _names_only(sentence, told, i)
    )


def _names_only(sentence: Sentence, told: Sequence[Clause], i: int) -> bool:
    """宣布，装载岩石样本的回收舱|，已于当天顺利着陆: what looks like a verb phrase is who the next clause speaks of."""
    text = sentence.simplified[told[i].start : told[i].end]
    goes_on = told[i + 1].subject is None and _STARTS_PREDICATE.match(sentence.simplified, told[i + 1].start)
    return told[i].subject is None and bool(goes_on) and re.search(r"的[^，的]{2,8}$", text) is not None
