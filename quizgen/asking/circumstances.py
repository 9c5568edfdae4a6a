"""What stands in front of a clause and belongs to it: its scenes, its topic, what a reason explains; what may go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.asking import deixis
from quizgen.asking.grammar import Clause
from quizgen.asking.leaning import dangles, says
from quizgen.asking.stretch import Range, Refused
from quizgen.items import Sentence

#: 据交通部统计, 经过通宵达旦的谈判: what may go where the question grows too long
_ATTRIBUTES = re.compile(
    r"(?:据|根据|按照?)[^，]*(?:统计|数据|资料|公报|通报|消息|报道|估算|测算)|经过?[^，\d]*(?:谈判|讨论|磋商|拉锯|审议|表决)"
)
#: 从立项到载客, 与十年前相比, 疫情期间, 第三轮对阵纳瓦罗: scenes that may not be left out
_BINDS = re.compile(
    r"^(?:从|自|与|和|同|比|相较|随着|除|由于|经|据|按|依|以)|(?:之初|初期|[^今此目以]后|[^目以]前|时(?!间)|之际|期间|年代|内)$|对阵|迎战|面对"
)
#: 在巴黎进行的奥运会男单|决赛中
_OCCASION = re.compile(r"(?:赛|会|选举|大选|奥运|杯|论坛|展|仪式|典礼|谈判|会谈)[中上里]$")


def with_scenes(sentence: Sentence, told: Sequence[Clause], k: int) -> int:
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


def topic_before(sentence: Sentence, told: Sequence[Clause], first: int) -> Range | None:
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


def effect(sentence: Sentence, told: Sequence[Clause], k: int) -> int:
    """The clause that a reason explains: the one before, and before that who says so."""
    first = max(0, k - 1)
    while first > 0 and says(sentence, told[first]):
        first -= 1
    if first > 0 and says(sentence, told[first - 1]):
        first -= 1
    if first > 0 and told[first].is_joined and told[k].is_whole and dangles(sentence, told[first - 1]):
        raise Refused("its circumstance is not told")
    return first


def without_scenes(
    sentence: Sentence, told: Sequence[Clause], first: int, k: int, last: int
) -> Iterator[tuple[Range, ...]]:
    """The clause from `k` to `last` without the scenes from `first` on, or with the name of an occasion only."""
    scenes = told[first:k]
    if not scenes:
        return
    if all(_ATTRIBUTES.fullmatch(sentence.simplified, c.start, c.end) for c in scenes):
        yield ((told[k].start, told[last].end),)
    if short := _occasion(sentence, told[k - 1]):
        yield *short, (told[k].start, told[last].end)
    elif told[k].is_whole and not says(sentence, told[k]) and _may_be_spared(sentence, scenes):
        yield ((told[k].start, told[k].end),)


def _occasion(sentence: Sentence, scene: Clause) -> tuple[Range, ...]:
    """在巴黎…进行的|奥运会男单决赛中: the occasion without what qualifies it; empty for a scene that names none."""
    text = sentence.simplified[scene.start : scene.end]
    if not _OCCASION.search(text):
        return ()
    at, of = text.find("在"), text.rfind("的")
    if at < 0 or of < at:
        return ((scene.start, scene.end + 1),)
    return (scene.start + at, scene.start + at + 1), (scene.start + of + 1, scene.end + 1)


def _may_be_spared(sentence: Sentence, scenes: Sequence[Clause]) -> bool:
    """A place or an occasion may go; from when to when, against what or by whose word it is so may not."""
    return not any(_BINDS.search(sentence.simplified[c.start : c.end]) for c in scenes)
