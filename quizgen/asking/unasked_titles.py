"""What a headline is not asked for: questions, forecasts, denials, names that nothing is said of, torn figures."""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.asking.deixis import NEGATED, QUESTION
from quizgen.asking.headline import RHETORIC, points
from quizgen.asking.standing import NAMES, noun_follows
from quizgen.asking.stretch import Range, Refused
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.unasked_figures import SIZES
from quizgen.items import Fact, Sentence

#: 料, 或, 恐: not yet so; but what somebody plans (拟) or aims at is as certain as the plan
_FORECAST = re.compile(r"料(?![理])|恐|或(?!者)|可能|预[计估料测期](?!目标)|有望|传(?![统奇媒染承播])|估|疑")
_AGES = re.compile(r"及?以[上下]")
_LASTS, _THEN = re.compile(r" (?:年|个月|天|日|周|小时)$"), re.compile(r"终|方|才|始|后|操|获")
#: 楊双子|《臺灣漫遊錄》: no verb ties them
_BESIDE = tuple("《「“『")


def check_title(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> None:
    """Raises `Refused` for what the clause `own` of a headline rules out for the fact in its `gap`."""
    reason = next((why for why, test in _OF_TITLE.items() if test(sentence, fact, own, gap)), None)
    if reason:
        raise Refused(reason)


def is_all_noun(sentence: Sentence, own: Range, gap: Range) -> bool:
    """经济增长预期目标|5%|左右: no verb ties the figure to what it is of."""
    before = tokens_in(sentence, own[0], gap[0])
    return bool(before) and all(tag(sentence, t) in ("n", "vn", "a", "b") for t in before)


def _asks(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    text = sentence.simplified[own[0] : own[1] + 1]
    return "？" in text or any(rule.search(text) for rule in (QUESTION, RHETORIC))


def _points(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    around = sentence.text[own[0] : gap[0]] + sentence.text[gap[1] : own[1]]
    return points(around, (f.text for f in sentence.facts if f.kind in NAMES))


def _is_torn(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    """200米|自由泳, 60岁|及以上: the figure belongs to a name."""
    sized = fact.value.rsplit(" ", 1)[-1] in SIZES and noun_follows(sentence, gap[1])
    return sized or (fact.value.endswith(" 岁") and _AGES.match(sentence.simplified, gap[1]) is not None)


def _says_nothing(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    around = (t for t in tokens_in(sentence, *own) if not gap[0] <= t.start - sentence.start < gap[1])
    return not any(tag(sentence, t) in ("v", "vn") for t in around) and not is_all_noun(sentence, own, gap)


def _measures_nothing(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    """38.8公里|避开落石段: what is so long?"""
    behind = next(iter(tokens_in(sentence, gap[1], own[1])), None)
    counts = behind is not None and tag(sentence, behind) in ("n", "a", "b")
    return fact.kind == "figure" and _heads(sentence, own, gap) and not counts


def _only_named(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    """Names are asked where they act."""
    beside = sentence.text[gap[1] : gap[1] + 1] in _BESIDE
    return fact.kind != "figure" and (beside or not _heads(sentence, own, gap))


def _heads(sentence: Sentence, own: Range, gap: Range) -> bool:
    return not sentence.simplified[own[0] : gap[0]].strip()


def _lasted(sentence: Sentence, fact: Fact, own: Range, gap: Range) -> bool:
    """纏鬥25年|終拍板 cannot be asked with 多少年."""
    return bool(_LASTS.search(fact.value) and _THEN.match(sentence.simplified, gap[1]))


_OF_TITLE: dict[str, Callable[[Sentence, Fact, Range, Range], bool]] = {
    "in a question": _asks,
    "forecast": lambda s, f, own, gap: _FORECAST.search(s.simplified, *own) is not None,
    "negated": lambda s, f, own, gap: any(t.word in NEGATED for t in tokens_in(s, *own)),
    "points at something outside the question": _points,
    "part of a compound": _is_torn,
    "no question word fits it": _lasted,
    "no clause that stands alone": _says_nothing,
    "what the figure measures is not told": _measures_nothing,
    "a name only mentioned": _only_named,
}
