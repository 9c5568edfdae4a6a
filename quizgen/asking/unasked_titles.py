"""What a headline is not asked for: questions, forecasts, what somebody only says, names that nothing is said of."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.asking.deixis import QUESTION
from quizgen.asking.headline import RHETORIC, SAID, points
from quizgen.asking.standing import NAMES, noun_follows
from quizgen.asking.stretch import Range, Refused
from quizgen.asking.tagged import tag
from quizgen.asking.unasked_figures import SIZES
from quizgen.items import Fact, Sentence

#: 料, 或, 恐: not yet so; but what somebody plans (拟) or aims at is as certain as the plan
_FORECAST = re.compile(r"料(?![理])|恐(?!怖)|或(?!者)|可能|有望|传(?![统奇媒染承播])|疑")
_AGES = re.compile(r"及?以[上下]")
_REVIEW = re.compile("回顾|盘点|综述|纪实|大事记|时间线")
#: 楊双子|《臺灣漫遊錄》, 安华|：…: no verb ties them
_BESIDE = tuple("《「“『：:")


def check_title(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the words of a headline rule out for the fact in its `gap`."""
    reason = next((why for why, test in _OF_TITLE.items() if test(sentence, fact, gap)), None)
    if reason:
        raise Refused(reason)


def _asks(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    if _REVIEW.search(sentence.simplified):
        return True  # it tells what the text is about, not what happened
    return "？" in sentence.text or any(rule.search(sentence.simplified) for rule in (QUESTION, RHETORIC))


def _points(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    around = sentence.text[: gap[0]] + sentence.text[gap[1] :]
    return points(around, (f.text for f in sentence.facts if f.kind in NAMES))


def _is_torn(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """200米|自由泳, 60岁|及以上: the figure belongs to a name."""
    sized = fact.value.rsplit(" ", 1)[-1] in SIZES and noun_follows(sentence, gap[1])
    return sized or (fact.value.endswith(" 岁") and _AGES.match(sentence.simplified, gap[1]) is not None)


def _says_nothing(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    around = (t for t in sentence.tokens if not gap[0] <= t.start - sentence.start < gap[1])
    return not any(tag(sentence, t) in ("v", "vn") for t in around)


def _beside_name(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """歐盟|南方共同市場|談成協定: the headline leaves out what ties two names."""
    ends = {f.end - sentence.start for f in sentence.facts if f.kind in NAMES}
    starts = {f.start - sentence.start for f in sentence.facts if f.kind in NAMES}
    return fact.kind != "figure" and (gap[0] in ends or gap[1] in starts)


def _said(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """安华：圆|东盟|大家庭之梦: what somebody says is no news."""
    said = SAID.search(sentence.text)
    return said is not None and said.start(1) <= gap[0]


def _only_named(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    return fact.kind != "figure" and sentence.text[gap[1] : gap[1] + 1] in _BESIDE


_OF_TITLE: dict[str, Callable[[Sentence, Fact, Range], bool]] = {
    "in a question": _asks,
    "forecast": lambda s, f, gap: _FORECAST.search(s.simplified) is not None,
    "points at something outside the question": _points,
    "part of a compound": _is_torn,
    "no clause that stands alone": _says_nothing,
    "a name only mentioned": _only_named,
    "one of a list": _beside_name,
    "only talked about": _said,
}
