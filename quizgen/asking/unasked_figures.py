"""Figures that are not asked for: of a name, of a day's trade, too small or loose to learn, measured against."""

from __future__ import annotations

import re

from quizgen.asking.grammar import clause_at
from quizgen.asking.holes import own_clause
from quizgen.asking.standing import hangs, noun_follows
from quizgen.asking.stretch import Range
from quizgen.asking.tagged import tag
from quizgen.items import Fact, Sentence

_SHORT_OBJECT = 5
#: 7天|期, 15年|级: the figure names a kind, it measures nothing
_UNIT_OF = re.compile(r"期(?!间)|级(?=[^，。]?的)|型|款的|届(?=的)|来(?=[，向对])|以来|起")
#: units that a name can begin with: 200米|自由泳
SIZES = frozenset("米 公里 公尺 厘米 毫米 公斤 克 吨 度".split())
_HALVES = re.compile(r"减半|翻倍|翻番|翻了?一番|增加一倍|倍增|折半|腰斩")
#: 五项, 题写了四字: nobody learns these
_FEW_OF = re.compile(r"[1-5] (?:项|类|方面|点)|\d+ (?:条|章|页)|[1-9] 字")
#: 近|两年, 短短|三日内: no measured time
_LATELY = re.compile(r"(?:近|最近|短短|未来|过去|往后|接下来)$")
_TIMES = re.compile(r" (?:年|个月|月|天|日|周|小时|季|季度)$")
_AGO = re.compile(r"[之以]?[前后]")
#: 日经225指数收涨0.66%: gone tomorrow
_CLOSE = re.compile(r"(?:指数|指數|恒指|道指|沪指|大盘|股价|汇率|纳指|标普|加权|台股|日经)[^，。]{0,16}?[收报升跌涨]")
_COMPARES = re.compile(r"(?:比|较|相较|相比)[^，。]{0,14}的?$")
_CHANGES = re.compile(r"[^，。\d]{0,4}(?:增|减|缩|高|低|多|少|升|降|跌|涨|溢价|折让)")
_GAME = re.compile(r"第[一二三四五六七\d](?:局|盘|节)[^。]*$")
#: 1.20瑞郎兑|1欧元: what is it but one?
_RATE = re.compile(r"兑.?1(?!\d)\D|(?<![\d.])1\D{1,3}兑")
#: 全场最高的|24分 cannot be asked with 多少
_MOST_OF = re.compile(r"(?:最[高低多少大小长短快慢好]|新[高低]|纪录)的$")
_BREAKS = re.compile(r"(?:突破|跌破|升破|冲破|失守|重返|逼近)了?$")
#: 前三轮, 这四次: the number counts what came before
_OF_A_ROW = re.compile(r"(?:[前这头每首该另余上]|(?<![拿留剩收写创许打攻摘夺])下)$")


def is_age(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """21岁|的郑钦文."""
    return fact.value.endswith(" 岁") and sentence.simplified.startswith("的", gap[1])


def is_of_noun(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """以|52秒40|排名次席的何诗蓓: all the clause says stands before 的, and its noun is all that follows."""
    own = clause_at(sentence, gap[0])
    if fact.kind != "figure" or own is None or own.subject:
        return False
    tokens = [t for t in sentence.tokens if own.start <= t.start - sentence.start < own.end]
    of = next((t.start - sentence.start for t in reversed(tokens) if t.word == "的"), -1)
    said = [t.start - sentence.start for t in tokens if tag(sentence, t) == "v"]
    return len(said) == 1 and gap[1] <= said[0] < of <= said[0] + _SHORT_OBJECT


def is_in_name(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """7天|期, 男子|100米|自由泳: the figure belongs to a name."""
    if fact.kind != "figure":
        return False
    if sentence.simplified[gap[1] : gap[1] + 1].isdecimal():
        return True  # 6成|25
    sized = fact.value.rsplit(" ", 1)[-1] in SIZES
    named = sized and noun_follows(sentence, gap[1]) and hangs(sentence, gap[0])
    return named or _UNIT_OF.match(sentence.simplified, gap[1]) is not None


def is_halved(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """由6000元减半至3000元: each end tells the other."""
    return fact.kind == "figure" and _HALVES.search(own_clause(sentence, gap)) is not None


def is_small(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    return fact.kind == "figure" and _FEW_OF.fullmatch(fact.value) is not None


def is_known(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """七国集团, 六方会谈: the number is in the name."""
    return fact.kind == "figure" and fact.value.endswith((" 国", " 方"))


def is_loose(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    if fact.kind != "figure" or not _TIMES.search(fact.value):
        return False
    return bool(_LATELY.search(sentence.simplified[: gap[0]]) or _AGO.match(sentence.simplified, gap[1]))


def is_close(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    return fact.kind == "figure" and _CLOSE.search(own_clause(sentence, gap)) is not None


def is_base(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """比原先的|4,890亿日圆|缩水: the sum that another is compared with, and 十年|间."""
    own = clause_at(sentence, gap[0])
    before = sentence.simplified[own.start if own else 0 : gap[0]]
    compared = _COMPARES.search(before) and _CHANGES.match(sentence.simplified, gap[1])
    return fact.kind == "figure" and (bool(compared) or sentence.simplified.startswith("间", gap[1]))


def is_game(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """第二局|11:7: the match is asked for as a whole."""
    return ":" in fact.value and _GAME.search(sentence.simplified[: gap[0]]) is not None


def is_ago(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """距今|2500年: another number next year."""
    return fact.kind == "figure" and "距今" in own_clause(sentence, gap)


def is_rate(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    beside = sentence.simplified[max(0, gap[0] - 2) : gap[1] + 2]
    return fact.kind == "figure" and _RATE.search(beside) is not None


def is_record(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    return fact.kind == "figure" and _MOST_OF.search(sentence.simplified[: gap[0]]) is not None


def is_broken(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """达5.28%，再度突破|5%|: the figure before it shows it."""
    unit = fact.value.partition(" ")[2]
    alike = any(f.kind == "figure" and f.end < fact.start and f.value.partition(" ")[2] == unit for f in sentence.facts)
    return fact.kind == "figure" and alike and _BREAKS.search(sentence.simplified[: gap[0]]) is not None


def is_in_row(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    return fact.kind == "figure" and _OF_A_ROW.search(sentence.simplified[: gap[0]]) is not None
