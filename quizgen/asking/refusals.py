"""What is not asked whatever is cut from its sentence: conditions, forecasts, lists, quotations, passing mentions.

A rule is a reason, as the report counts it, and a test; the first that holds refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.asking import deixis
from quizgen.asking.grammar import clause_at
from quizgen.asking.standing import (
    NAMES,
    hangs,
    heads_clause,
    listed,
    noun_follows,
)
from quizgen.asking.stretch import Range, Refused
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
#: 根据《收购守则》: by what, not what
_CITES = re.compile(r"(?:根据|依据|依照|按照|依|据|按|援引|像|如|例如|包括)$")
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
_COUNTED_ON = re.compile(r"[^，。；：、]{0,6}、(?:约|近|超过|逾)?[\d一二三四五六七八九十两百]+(?![\d年月日])")
#: 4451点或|12.4%
_OPINES = re.compile(r"[^，。]{0,6}?(?:指出|认为|强调|形容|提醒|呼吁|说|称赞|直言|坦言|补充|回应)")
#: 日经225指数收涨0.66%: gone tomorrow
_CLOSE = re.compile(r"(?:指数|指數|恒指|道指|沪指|大盘|股价|汇率|纳指|标普|加权|台股|日经)[^，。]{0,16}?[收报升跌涨]")
_COMPARES = re.compile(r"(?:比|较|相较|相比)[^，。]{0,14}的?$")
_CHANGES = re.compile(r"[^，。\d]{0,4}(?:增|减|缩|高|低|多|少|升|降|跌|涨|溢价|折让)")
_GAME = re.compile(r"第[一二三四五六七\d](?:局|盘|节)[^。]*$")
#: 1.20瑞郎兑|1欧元: what is it but one?
_RATE = re.compile(r"兑.?1(?!\d)\D|(?<![\d.])1\D{1,3}兑")
#: 全场最高的|24分 cannot be asked with 多少
_MOST_OF = re.compile(r"(?:最[高低多少大小长短快慢好]|新[高低]|纪录)的$")
_ONLY_SAID = re.compile(
    r"(?:表示|说|称|指出|强调|认为|透露|直言|坦言|重申|回应|发表意见|发文|发文祝贺|表态|致歉|道歉|祝贺|讲话)$"
)
#: 去年10月底|中共二十大闭幕后: the day of the congress, not of what is told
_DAY_OF_SCENE = re.compile(r"[^，。]{3,14}(?<![今此目以之])后(?![^，。]{0,2}[门方])[，]")
#: 造成两人|死亡、逾百人受伤
_TOLL = re.compile(r"(?:死亡|罹难|遇难|丧生|身亡|死(?!于)|受?伤|轻伤|重伤|失踪|获救|被捕|赞成|同意|反对|弃权)")
_OR = re.compile(r"\d\S{0,4}或$|第\S{1,3}[及和与、]$")
#: 近|两年, 短短|三日内: no measured time
_LATELY = re.compile(r"(?:近|最近|短短|未来|过去|往后|接下来)$")
_TIMES = re.compile(r" (?:年|个月|月|天|日|周|小时|季|季度)$")
_HALVES = re.compile(r"减半|翻倍|翻番|翻了?一番|增加一倍|倍增|折半|腰斩")
#: 五项, 题写了四字: nobody learns these
_FEW_OF = re.compile(r"[1-5] (?:项|类|方面|点|条)|[1-9] 字")
_SAID = re.compile(r"(?:举行的?(?:新闻发布会|记者会)[上中]?)?(?:宣布|表示|说(?!服)|称|指出|公布|发布|透露|强调)")
#: 海关总署5月9日|发布的数据显示
_DAY_OF = re.compile(r"[的之]|(?:对外)?(?:发布|公布|发表|披露)的[^，。]{1,10}(?:显示|指出|表明)")
_SHORT_OBJECT = 5
_AGO = re.compile(r"[之以]?[前后]")
#: 航天科技集团|五院
_NTH_OF = re.compile(r"第?[一二三四五六七八九十\d]+(?:院|所|厂|局|处|室|公司|医院|中学|分院)")
_MONTHS, _TO = re.compile(r"\d{4}-\d\d/\d{4}-\d\d"), re.compile("[至到-]")


def check_sentence(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the sentence alone rules out, whatever is cut from it."""
    reason = next((why for why, test in _OF_SENTENCE.items() if test(sentence, fact, gap)), None)
    if reason:
        raise Refused(reason)


def _paired(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """分别 and 各 share answers out; 雙方各交換一千名戰俘 has only one to give."""
    if fact.rule.startswith("respectively"):
        return True
    each = _EACH.search(_own_clause(sentence, gap))
    own = clause_at(sentence, gap[0])
    if not each or own is None:
        return False
    alike = [f for f in sentence.facts if f.kind == fact.kind and own.start <= f.start - sentence.start < own.end]
    return each.group() != "各" or fact.kind != "figure" or len(alike) > 1


def _only_a_speaker(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """中央氣象署|指出: a body that says what anybody might; a headline's word is another matter."""
    said = _OPINES.match(sentence.simplified, gap[1])
    return fact.kind == "organisation" and said is not None and sentence.line.role != "heading"


def _is_base(sentence: Sentence, gap: Range) -> bool:
    """比原先的|4,890亿日圆|缩水: the sum that another is compared with, and 十年|间."""
    own = clause_at(sentence, gap[0])
    before = sentence.simplified[own.start if own else 0 : gap[0]]
    return bool(
        _COMPARES.search(before) and _CHANGES.match(sentence.simplified, gap[1])
    ) or sentence.simplified.startswith("间", gap[1])


def _beside(sentence: Sentence, gap: Range) -> str:
    """A figure with the character or two on each side."""
    return sentence.simplified[max(0, gap[0] - 2) : gap[1] + 2]


def _own_clause(sentence: Sentence, gap: Range) -> str:
    own = clause_at(sentence, gap[0])
    return sentence.simplified[own.start : own.end] if own else ""


def _quoted(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    before = sentence.simplified[: gap[0]]
    return any(before.count(a) > before.count(b) for a, b in _QUOTES)


def _in_list(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    text = sentence.simplified
    leans = fact.kind in (*NAMES, "list") and _LEANS_AFTER.match(text, gap[1])
    if fact.kind == "figure" and _TOLL.match(text, gap[1]):
        return False  # 401票赞成、284票反对: each has a verb of its own
    parallel = fact.kind == "figure" and _parallel(sentence, fact, gap)
    counted = parallel or (
        fact.kind == "figure"
        and (_COUNTED_ON.match(text, gap[1]) or _OR.search(text[: gap[0]]) or text.startswith("或", gap[1]))
    )
    if fact.kind == "figure" and any(
        f.kind == "figure" and sentence.start + gap[0] in (f.end, f.start - (gap[1] - gap[0])) for f in sentence.facts
    ):
        return True  # 20分|7个篮板
    return bool(leans or counted) or text[: gap[0]].endswith("、") or listed(sentence, fact, gap)


def _parallel(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """禁运维持五年、禁令维持八年: one clause told after another without a comma; but 558万票、得票率40%."""
    own = clause_at(sentence, gap[0])
    unit = fact.value.split()[-1]
    ends = (f.end - sentence.start for f in sentence.facts if f.kind == "figure" and f.value.split()[-1] == unit)
    return own is not None and any(own.start < end < own.end and sentence.simplified[end] == "、" for end in ends)


def _owns(sentence: Sentence, gap: Range) -> bool:
    """What stands there only qualifies: 特朗普|政府, 英伟达|的股价."""
    text = sentence.simplified
    return (
        text.startswith(("的", "之", "驻"), gap[1])
        or noun_follows(sentence, gap[1])
        or bool(_NTH_OF.match(text, gap[1]))
    )


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
    if any(f.kind == "place" and f.end - sentence.start == gap[0] for f in sentence.facts):
        return True  # 纽约|曼哈顿: of the two, which?
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
    own = clause_at(sentence, gap[0])
    if fact.kind != "figure" or own is None or own.subject:
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
    if fact.kind in ("person", "organisation", "thing", "list") and _owns(sentence, gap):
        return True
    before = sentence.simplified[: gap[0]]
    if fact.kind == "thing":
        return _CITES.search(before) is not None
    return fact.kind == "organisation" and not (heads_clause(before) or _AFTER_BODY.search(before) is not None)


def _compound(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """7天|期, 男子|100米|自由泳: the figure belongs to a name."""
    if fact.kind != "figure":
        return False
    if sentence.simplified[gap[1] : gap[1] + 1].isdecimal():
        return True  # 6成|25
    sized = fact.value.rsplit(" ", 1)[-1] in _SIZES
    named = sized and noun_follows(sentence, gap[1]) and hangs(sentence, gap[0])
    return named or _UNIT_OF.match(sentence.simplified, gap[1]) is not None


_OF_SENTENCE: dict[str, Callable[[Sentence, Fact, Range], bool]] = {
    "in a condition": lambda s, f, g: (
        deixis.CONDITIONAL.search(s.simplified[: g[1]]) is not None
        or deixis.CONDITIONAL.search(_own_clause(s, g)) is not None
    ),
    "one of several paired answers": _paired,
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
    "who said it matters less than what": _only_a_speaker,
    "a day's close": lambda s, f, g: f.kind == "figure" and _CLOSE.search(_own_clause(s, g)) is not None,
    "what it is measured against": lambda s, f, g: f.kind == "figure" and _is_base(s, g),
    "one game of many": lambda s, f, g: ":" in f.value and _GAME.search(s.simplified[: g[0]]) is not None,
    "counted from today": lambda s, f, g: f.kind == "figure" and "距今" in _own_clause(s, g),
    "a rate": lambda s, f, g: f.kind == "figure" and _RATE.search(_beside(s, g)) is not None,
    "no question word fits it": lambda s, f, g: (
        f.kind == "figure" and _MOST_OF.search(s.simplified[: g[0]]) is not None
    ),
    "when something was said": lambda s, f, g: f.kind == "date" and _ONLY_SAID.search(_own_clause(s, g)) is not None,
    "a day of what came before": lambda s, f, g: (
        f.kind == "date" and _DAY_OF_SCENE.match(s.simplified, g[1]) is not None
    ),
    "one of a row": lambda s, f, g: f.kind == "figure" and _OF_A_ROW.search(s.simplified[: g[0]]) is not None,
}
