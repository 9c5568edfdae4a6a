"""What is not asked: conditions, wishes, questions, lists, quotations, figures of nothing, passing mentions.

A rule is a reason, as the report counts it, and a test; the first that holds refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from quizgen.asking import deixis
from quizgen.asking.grammar import clauses
from quizgen.asking.standing import (
    NAMES,
    bare_relation,
    hangs,
    heads_clause,
    inside_relative,
    is_identified,
    listed,
    measured,
    noun_follows,
)
from quizgen.asking.stretch import Range, Refused, Stretch
from quizgen.asking.tagged import tag
from quizgen.items import Fact, Sentence

_LEANS_AFTER = re.compile(
    r"[、或]|以及|(?:和|与|及|以及)(?=[^，。]{1,14}(?:等|都|均|一同|共同|分别|[、和]))|等(?!待|候|于|同|级|到|距|值|式)"
)
#: who forecasts stands before a comma; what follows is no fact yet
_FORECAST = re.compile(r"(?:预计|预测|预估|预料|估计|预期|推算|料)[，：,:]")
_EACH = re.compile(r"分别|各(?!地|国|界|自由|种|类|项|方|级|部)")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"))
#: what may stand before a place for the clause to say where something is or goes
_AT = re.compile(
    r"(?:在|于|到|至|往|赴|自|从|抵达|抵|访问|飞往|来自|位于|前往|落户|设在|设于|登陆|进入|返回|回到|离开|袭击|重返|出访|到访|移师)$"
)
_AFTER_BODY = re.compile(r"(?:由|被|与|同|向|对|给|给予|获|经|和|跟|加入|收购|起诉|击败|战胜)$")
#: 7天|期, 15年|级: the figure names a kind, it measures nothing
_UNIT_OF = re.compile(r"期(?!间)|级(?=[^，。]?的)|型|款的|届(?=的)|来(?=[，向对])|以来|起")
_SIZES = frozenset("米 公里 公尺 厘米 毫米 公斤 克 吨 度".split())
_IS = re.compile(r"(?:就|也|都|便)?是(?!在|因)")
_ONLY_ONE = re.compile(r"首[位个名次]|第一|唯一|最|冠军|创始人|得主|发明")
_MUTUAL = re.compile(r"[^，。]{0,6}(?:鏖战|对阵|交手|相遇|会师|对决|过招|激战|苦战)")
_FROM_TO = re.compile(r"(?:^|[，。；日月年—])[\u4e00-\u9fff]{2,5}[至到]$")
_HAPPENS = re.compile(r"(?:[^，。]{0,8})(?:发生|爆发|出现)")
#: 2026年前后, 年底左右: no one day answers
_LOOSE = re.compile(r"前后|左右|之前|以前|前(?![往来线])")
#: 前三轮, 这四次: the number counts what came before
_OF_A_ROW = re.compile(r"(?:[前这头每首该另余上]|(?<![拿留剩收写创许打攻摘夺])下)$")
#: 400多家|单位、30余万名: the next thing counted
_COUNTED_ON = re.compile(r"[^，。；：、]{0,6}、(?:约|近|超过|逾)?[\d一二三四五六七八九十两百]")
#: 4451点或|12.4%
_OR = re.compile(r"\d\S{0,4}或$|第\S{1,3}[及和与、]$")
#: 近|两年, 短短|三日内: no measured time
_LATELY = re.compile(r"(?:近|最近|短短|未来|过去|往后|接下来)$")
_TIMES = re.compile(r" (?:年|个月|月|天|日|周|小时|季|季度)$")
_HOURS = re.compile(r"\d+[时時点]至")
_HALVES = re.compile(r"减半|翻倍|翻番|翻了?一番|增加一倍|倍增|折半|腰斩")
_FEW_OF = re.compile(r"[1-5] (?:项|类|方面|点)|\\d+ 字")
_SAID = re.compile(r"(?:举行的?(?:新闻发布会|记者会)[上中]?)?(?:宣布|表示|说(?!服)|称|指出|公布|发布|透露|强调)")
_SEASON, _YEAR = re.compile(r"\d{4}-[34]\d$"), re.compile(r"\d{4}年|去年|前年")
_ACTS_OF_SPEECH = re.compile(r"要求|建议|呼吁|主张")
#: 海关总署5月9日|发布的数据显示
_DAY_OF = re.compile(r"[的之]|(?:对外)?(?:发布|公布|发表|披露)的[^，。]{1,10}(?:显示|指出|表明)")
_SHORT_OBJECT = 5
#: 这是…，也是|总统重返白宫之后…
_IS_TOO = re.compile(r"[也又更就即正]?是(?!否|次)")
_AGO = re.compile(r"[之以]?[前后]")
_NTH_IS = re.compile(r"第[一二三四五六七八九十\d]+[条点个项种]?(?:是|则)")
#: 航天科技集团|五院
_NTH_OF = re.compile(r"第?[一二三四五六七八九十\d]+(?:院|所|厂|局|处|室|公司|医院|中学|分院)")
_MONTHS, _TO = re.compile(r"\d{4}-\d\d/\d{4}-\d\d"), re.compile("[至到-]")
_DURATIVE = frozenset("继续 持续 正在 一直 仍 仍然".split())
_RESEARCH = re.compile(r"^(?!.*[对就与向]).*(?:展开|进行|启动|开展)了?(?:调查|谈判|审查|搜救|研究|磋商)")
_GIVES = re.compile(r"(?:提供|捐出|捐赠|捐助|拨出|拨款|赠送)")
_TO_WHOM = re.compile(r"向|给(?!予)|对|为[^，。]{1,10}(?:提供|拨)|(?:提供|捐赠|给予)[^，。]{0,3}(?:灾区|国)")


def check_sentence(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the sentence alone rules out, whatever is cut from it."""
    reason = next((why for why, test in _OF_SENTENCE.items() if test(sentence, fact, gap)), None)
    if reason:
        raise Refused(reason)


def check_stretch(stretch: Stretch) -> None:
    """Raises `Refused` for what the words of a stretch rule out."""
    reason = next((why for why, test in _OF_STRETCH.items() if test(stretch)), None)
    if reason:
        raise Refused(reason)


def is_vague(stretch: Stretch, meant: Mapping[str, str]) -> bool:
    """Nothing in it is named, or nothing beside a name that is asked for: it needs the headline."""
    lone = stretch.fact.kind == "person" and not any(f.kind in (*NAMES, "date") for f in stretch.others)
    return lone or not is_identified(stretch, meant)


def _own_clause(sentence: Sentence, gap: Range) -> str:
    text = sentence.simplified
    return next((text[c.start : c.end] for c in clauses(sentence) if c.start <= gap[0] < c.end), "")


def _quoted(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    before = sentence.simplified[: gap[0]]
    return any(before.count(a) > before.count(b) for a, b in _QUOTES)


def _in_list(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    text = sentence.simplified
    leans = fact.kind in (*NAMES, "list") and _LEANS_AFTER.match(text, gap[1])
    parallel = fact.kind == "figure" and _parallel(sentence, gap)
    counted = parallel or (
        fact.kind == "figure"
        and (_COUNTED_ON.match(text, gap[1]) or _OR.search(text[: gap[0]]) or text.startswith("或", gap[1]))
    )
    return bool(leans or counted) or text[: gap[0]].endswith("、") or listed(sentence, fact, gap)


def _parallel(sentence: Sentence, gap: Range) -> bool:
    """禁运维持五年、禁令维持八年: one clause told after another without a comma."""
    own = next(c for c in clauses(sentence) if c.start <= gap[0] < c.end)
    ends = (f.end - sentence.start for f in sentence.facts if f.kind == "figure")
    return any(own.start < end < own.end and sentence.simplified[end] == "、" for end in ends)


def _owns(sentence: Sentence, gap: Range) -> bool:
    """What stands there only qualifies: 特朗普|政府, 英伟达|的股价."""
    text = sentence.simplified
    return text.startswith(("的", "之"), gap[1]) or noun_follows(sentence, gap[1]) or bool(_NTH_OF.match(text, gap[1]))


def _one_of_many(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    text = sentence.simplified
    named = fact.kind in ("person", "organisation")
    return named and _IS.match(text, gap[1]) is not None and not _ONLY_ONE.search(text[gap[1] :])


def _only_a_place(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Places are asked where something is or happens: not as owners, actors or in passing."""
    if fact.kind != "place" and fact.rule != "joined_place":
        return False
    text, before = sentence.simplified, sentence.simplified[: gap[0]]
    of = text.startswith("的", gap[1])
    narrowed = any(f.kind == "place" and f.start - sentence.start in (gap[1], gap[1] + of) for f in sentence.facts)
    if narrowed:
        return True
    if _FROM_TO.search(before):
        return True  # 深圳至|中山|跨江通道
    if heads_clause(before):
        return not _HAPPENS.match(text, gap[1]) or _owns(sentence, gap)
    return not _AT.search(before) or _owns(sentence, gap)


def _loose_time(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    if fact.kind != "figure" or not _TIMES.search(fact.value):
        return False
    return bool(_LATELY.search(sentence.simplified[: gap[0]]) or _AGO.match(sentence.simplified, gap[1]))


def _figure_of_noun(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """以|52秒40|排名次席的何诗蓓: all the clause says stands before 的, and its noun is all that follows."""
    own = next(c for c in clauses(sentence) if c.start <= gap[0] < c.end)
    if fact.kind != "figure" or own.subject:
        return False
    tokens = [t for t in sentence.tokens if own.start <= t.start - sentence.start < own.end]
    last = max((i for i, t in enumerate(tokens) if t.word == "的"), default=-1)
    if last < 0 or tokens[last].start - sentence.start < gap[1]:
        return False
    said = [t.start - sentence.start for t in tokens if tag(sentence, t) == "v"]
    ends = tokens[last].start - sentence.start
    return len(said) == 1 and gap[1] <= min(said) and max(said) < ends and ends - max(said) <= _SHORT_OBJECT


def _halved(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """由6000元减半至3000元: each end tells the other."""
    return fact.kind == "figure" and _HALVES.search(_own_clause(sentence, gap)) is not None


def _said_where(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """在布鲁塞尔|宣布: who speaks at his own seat; what he said matters, not where."""
    return fact.kind == "place" and _SAID.match(sentence.simplified, gap[1]) is not None


def _day_of_noun(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """披露|2024年第三季度|报告, 夺得|2022年|亚洲杯冠军: the day belongs to a name."""
    if fact.kind != "date" or heads_clause(sentence.simplified[: gap[0]]):
        return False
    behind = next((t for t in sentence.tokens if t.start - sentence.start == gap[1]), None)
    before = next((t for t in sentence.tokens if t.end - sentence.start == gap[0]), None)
    leads = before is not None and tag(sentence, before) in ("v", "a", "u", "c")
    return leads and behind is not None and tag(sentence, behind) in ("n", "vn", "a")


def _only_a_name(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Names are asked where they act or are acted on."""
    if fact.kind in ("person", "organisation", "list") and _owns(sentence, gap):
        return True
    before = sentence.simplified[: gap[0]]
    return fact.kind == "organisation" and not (heads_clause(before) or _AFTER_BODY.search(before) is not None)


def _compound(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """7天|期, 男子|100米|自由泳: the figure belongs to a name."""
    if fact.kind != "figure":
        return False
    sized = fact.value.rsplit(" ", 1)[-1] in _SIZES
    named = sized and noun_follows(sentence, gap[1]) and hangs(sentence, gap[0])
    return named or _UNIT_OF.match(sentence.simplified, gap[1]) is not None


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
    words = {t.word for t in stretch.tokens} & deixis.TORN
    dated = any(f.kind == "date" for f in (*stretch.others, stretch.fact))
    return bool(words - (deixis.SINCE_THEN if dated else frozenset()))


def _wished(stretch: Stretch) -> bool:
    """Foreseen or wished; but that someone asked, urged or advised is as certain as who did it and when."""
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


_OF_SENTENCE: dict[str, Callable[[Sentence, Fact, Range], bool]] = {
    "in a condition": lambda s, f, g: deixis.CONDITIONAL.search(s.simplified[: g[1]]) is not None,
    "one of several paired answers": lambda s, f, g: (
        _EACH.search(_own_clause(s, g)) is not None or f.rule.startswith("respectively")
    ),
    "forecast": lambda s, f, g: _FORECAST.search(s.simplified[: g[0]]) is not None,
    "inside a quotation or bracket": _quoted,
    "one of a list": _in_list,
    "one of many that are so": _one_of_many,
    "true of both sides": lambda s, f, g: f.kind == "person" and _MUTUAL.match(s.simplified, g[1]) is not None,
    "a figure only mentioned": lambda s, f, g: f.value.endswith(" 岁") and s.simplified.startswith("的", g[1]),
    "a day only mentioned": lambda s, f, g: f.kind == "date" and bool(_DAY_OF.match(s.simplified, g[1])),
    "a day that only qualifies a noun": _day_of_noun,
    "where something was said": _said_where,
    "a place only mentioned": _only_a_place,
    "a title would be left hanging": lambda s, f, g: f.kind in ("person", "organisation") and hangs(s, g[0]),
    "a name only mentioned": _only_a_name,
    "inside a clause that qualifies a noun": _figure_of_noun,
    "part of a compound": _compound,
    "a span of months": lambda s, f, g: (
        f.kind == "date" and bool(_MONTHS.fullmatch(f.value)) and not _TO.search(f.text)
    ),
    "a loose day": lambda s, f, g: f.kind == "date" and _LOOSE.match(s.simplified, g[1]) is not None,
    "the question would show the answer": _halved,
    "a small count": lambda s, f, g: f.kind == "figure" and _FEW_OF.fullmatch(f.value) is not None,
    "a figure that everybody knows": lambda s, f, g: f.kind == "figure" and f.value.endswith((" 国", " 方")),
    "a loose time": _loose_time,
    "one of a row": lambda s, f, g: f.kind == "figure" and _OF_A_ROW.search(s.simplified[: g[0]]) is not None,
}
_OF_STRETCH: dict[str, Callable[[Stretch], bool]] = {
    "one of a row": lambda s: _NTH_IS.match(s.simplified) is not None,
    "goes on from the sentence before": lambda s: _IS_TOO.match(s.simplified) is not None,
    "in a question": _asks,
    "an hour of no day": lambda s: (
        _HOURS.search(s.simplified) is not None and not any(f.kind == "date" for f in s.others)
    ),
    "uncertain or wished for": _wished,
    "negated": _holds(deixis.NEGATED),
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
