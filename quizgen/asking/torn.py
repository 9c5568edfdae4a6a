"""What is not asked of a piece of a sentence: denials, wishes, parts torn off, what goes on or measures nothing.

A rule is a reason, as the report counts it, and a test; the first that holds refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quizgen.asking import deixis
from quizgen.asking.grammar import clauses
from quizgen.asking.standing import NAMES, bare_relation, inside_relative, is_identified, measured
from quizgen.asking.stretch import Range, Refused, Stretch

_HOURS = re.compile(r"\d+[时時点]至")
_SEASON, _YEAR = re.compile(r"\d{4}-[34]\d$"), re.compile(r"\d{4}年|去年|前年")
_ACTS_OF_SPEECH = re.compile(r"要求|建议|呼吁|主张")
#: 这是…，也是|总统重返白宫之后…
_IS_TOO = re.compile(r"[也又更就即正]?是(?!否|次)")
_NTH_IS = re.compile(r"第[一二三四五六七八九十\d]+[条点个项种]?(?:是|则)")
_DURATIVE = frozenset("继续 持续 正在 一直 仍 仍然".split())
_RESEARCH = re.compile(r"^(?!.*[对就与向]).*(?:展开|进行|启动|开展)了?(?:调查|谈判|审查|搜救|研究|磋商)")
#: 由于38名候选人中无人过半|，须…: why, and not what
_BECAUSE = re.compile(r"(?:由于|因为|(?<![原起病])因(?![此而应]))[^，]*$")
_NAMES_ONLY = re.compile(r"(?:位于|坐落于|来自|出身|毕业于|隶属于|距|由)[^，]*的[^，的]{2,14}")
_SAID_OF_IT = re.compile(r"，(?:已|将|会|正|仍|于|在|被|也|均|都|一度|曾)")
_MORE = re.compile(r"，(?:以及|及|和|或(?![许将会者])|包括|乃至)")
_COMPARED = re.compile(r"(?:与|和|同|跟|较|相较于?|比起)[^，。；]{2,14}(?:相比|比较|相较)，[^；。]*$")
#: 谁形容，|是“伟大的国民…”: what is?
_IS_WHAT = re.compile(r"(?:形容|表示|称|说|指出|认为|强调|直言)，(?:这)?(?:就|正|也)?是(?!否|因|为|次)")
_WHEN = re.compile(r"(?:正)?当(?![局地选年月天日时事中家])")
_GIVES = re.compile(r"(?:提供|捐出|捐赠|捐助|拨出|拨款|赠送)")
_TO_WHOM = re.compile(r"向|给(?!予)|对|为[^，。]{1,10}(?:提供|拨)|(?:提供|捐赠|给予)[^，。]{0,3}(?:灾区|国)")


def check_stretch(stretch: Stretch) -> None:
    """Raises `Refused` for what the words of a stretch rule out."""
    reason = next((why for why, test in _OF_STRETCH.items() if test(stretch)), None)
    if reason:
        raise Refused(reason)


def is_vague(stretch: Stretch, meant: Mapping[str, str]) -> bool:
    """Nothing in it is named, or nothing beside a name that is asked for: it needs the headline."""
    lone = stretch.fact.kind == "person" and not any(f.kind in (*NAMES, "date") for f in stretch.others)
    return lone or not is_identified(stretch, meant)


def _asks(stretch: Stretch) -> bool:
    text = stretch.sentence.simplified
    last = re.search(r"[？?][」』”’）)]*$", text) and stretch.ranges[-1][1] >= clauses(stretch.sentence)[-1].end
    return bool(last) or deixis.QUESTION.search(stretch.simplified) is not None


def _holds(words: frozenset[str]) -> Callable[[Stretch], bool]:
    return lambda stretch: bool(words.intersection(t.word for t in stretch.tokens))


def _clauses_in(stretch: Stretch) -> list[Range]:
    return [(c.start, c.end) for c in clauses(stretch.sentence)]


def _torn(stretch: Stretch) -> bool:
    """虽, 才: the rest came before; but 早在2016年12月，…便已动工 is whole."""
    if re.search(r"[\u4e00-\u9fff](?:因此|由此)", stretch.simplified):
        return True  # 屠呦呦也|因此|获奖: for what came before
    words = {t.word for t in stretch.tokens} & deixis.TORN
    dated = any(f.kind == "date" for f in (*stretch.others, stretch.fact))
    return bool(words - (deixis.SINCE_THEN if dated else frozenset()))


def _wished(stretch: Stretch) -> bool:
    """Foreseen or wished; but that someone asked, urged or advised is as certain as who did it and when."""
    if stretch.fact.kind == "reason":
        return deixis.UNCERTAIN.search(stretch.around) is not None
    before = "".join(stretch.sentence.simplified[a : min(b, stretch.hole[1])] for a, b in stretch.ranges)
    if deixis.UNCERTAIN.search(before):
        return True
    return deixis.UNCERTAIN.search(_ACTS_OF_SPEECH.sub("", stretch.simplified)) is not None


def _too_little(stretch: Stretch) -> bool:
    """The hole is all there is before a comma."""
    if stretch.fact.kind not in ("date", "reason") and stretch.hole in _clauses_in(stretch):
        return True  # …宣誓就职，|蔡英文|
    opens = stretch.fact.kind != "date" and any(a == stretch.hole[0] for a, _ in stretch.ranges)
    return opens and stretch.sentence.simplified[stretch.hole[1] : stretch.hole[1] + 1] in ("，", "；")


def _goes_on(stretch: Stretch) -> bool:
    """建议在撒哈拉以南非洲|，以及其他…地区: a list that the cut would leave half told."""
    text, end = stretch.sentence.simplified, stretch.ranges[-1][1]
    if (
        stretch.fact.kind != "reason"
        and text[end : end + 1] == "，"
        and _BECAUSE.search(text, stretch.ranges[-1][0], end)
    ):
        return True
    last = max((c for c in clauses(stretch.sentence) if c.start < end), key=lambda c: c.start)
    names = _NAMES_ONLY.fullmatch(text, last.start, last.end)  # 位于…的火山|，于…喷发
    return _MORE.match(text, end) is not None or bool(names and _SAID_OF_IT.match(text, end))


def _against_what(stretch: Stretch) -> bool:
    """与十年前相比，…，劳动人口的比重|下滑6个百分点: since when is said in a clause that was left out."""
    before = stretch.sentence.simplified[: stretch.ranges[0][0]]
    return stretch.fact.kind == "figure" and _COMPARED.search(before) is not None


_OF_STRETCH: dict[str, Callable[[Stretch], bool]] = {
    "only sets the scene": lambda s: s.fact.kind != "date" and _WHEN.match(s.simplified) is not None,
    "one of a row": lambda s: _NTH_IS.match(s.simplified) is not None,
    "goes on from the sentence before": lambda s: _IS_TOO.match(s.simplified) is not None,
    "runs over clauses": _goes_on,
    "its circumstance is not told": _against_what,
    "of what is not told, only that it is so": lambda s: _IS_WHAT.search(s.simplified) is not None,
    "in a question": _asks,
    "an hour of no day": lambda s: (
        _HOURS.search(s.simplified) is not None and not any(f.kind == "date" for f in s.others)
    ),
    "uncertain or wished for": _wished,
    "negated": lambda s: s.fact.kind != "reason" and _holds(deixis.NEGATED)(s),  # why not is as certain as why
    "leans on what came before": _torn,
    "to whom is not told": lambda s: bool(_GIVES.search(s.simplified)) and not _TO_WHOM.search(s.simplified),
    "holds a word that asks or means any": lambda s: deixis.ANY.search(s.simplified) is not None,
    "inside a clause that qualifies a noun": lambda s: (
        s.fact.kind not in ("figure", "reason", "list") and inside_relative(s)
    ),
    "a quarter of the article's own year": lambda s: (
        s.fact.kind == "date" and bool(_SEASON.match(s.fact.value)) and not _YEAR.search(s.fact.text)
    ),
    "what the figure measures is not told": lambda s: s.fact.kind == "figure" and not measured(s),
    "too little said to ask": _too_little,
    "goes on for days": lambda s: s.fact.kind == "date" and _holds(_DURATIVE)(s),
    "of what is not told": lambda s: _RESEARCH.search(s.simplified) is not None or bare_relation(s),
}
