"""What a clause says: whether it has a predicate, or only sets a scene or names what the next clause speaks of."""

from __future__ import annotations

import re

from quizgen.asking.phrases import is_also_noun, is_nominal, makes_noun
from quizgen.asking.tagged import fact_at, tag
from quizgen.items import Sentence, Token

#: a clause that begins like this and ends like that sets a scene and needs no subject of its own
_SCENE_ENDS = re.compile(
    r"(?:中|上|下|后|时|前|里|内|间|期间|之际|以来|之前|之后|之下|当天|当日|方面|来看|来说|而言|看来|情况下|背景下|同时|为止|起)$"
)
SCENE_STARTS = frozenset(
    [
        "在",
        "自",
        "从",
        "随着",
        "截至",
        "到",
        "当",
        "于",
        "除",
        "除了",
        "据",
        "根据",
        "按",
        "按照",
        "依",
        "依据",
        "经",
        "经过",
        "通过",
        "为",
        "为了",
        "由于",
        "因",
        "因为",
        "对于",
        "关于",
        "针对",
        "围绕",
        "作为",
        "面对",
        "鉴于",
        "就",
    ]
)
_PREDICATES = frozenset("是 有 达 占".split())
#: 在…下, 经…后: what stands between is no statement
_FRAMES = frozenset("在 于 自 从 到 当 随着 除 除了 经 经过".split())
_FRAME_ENDS = frozenset("下 后 时 中 前 里 上 之下 之后 之际 期间 以来 之外 外 以后 以前 过程".split())
#: 为摆脱通缩 is a purpose
_AIMS = frozenset("为 为了 以便 因 由于".split())
_CLOSES_SCENE = re.compile(
    r"(?:(?:[^今此目之以]后|[^目此之以先]前|之后|之前|以后|以前)(?:仅|不到|才|约|短短)?(?:[数几两一三四五六七八九十\d]+(?:日|天|小时|分钟|个?月|周|年))?"
    r"|(?<![小当同暂平临])时|算起|计起|之初|初期|时期|之际|期间|以来|同时|为由|为理由)$"
)
#: 以美元计, 按不变价格计算
_BY_MEASURE = re.compile(
    r"以[^，]{2,20}为(?:标准|基准|基期|界|准|例)[^，]{0,4}|(?:若)?(?:以|按照?|依)[^，]{1,9}(?:计|计算|计价|衡量|口径|折算)"
)


def amounts(sentence: Sentence, tokens: list[Token]) -> bool:
    """A figure said of what stands before it: 全国人口|共|141178万人, 蘇花改|全長|38.8公里."""
    fact = fact_at(sentence, tokens[-1]) if tokens else None
    if not fact or fact.kind != "figure" or fact.value.startswith("第"):
        return False
    before = [t for t in tokens if t.end <= fact.start and tag(sentence, t) != "d"]
    return bool(before) and tag(sentence, before[-1]) in ("n", "vn") and not fact_at(sentence, before[-1])


def only_names(sentence: Sentence, tokens: list[Token]) -> bool:
    """What the next clause speaks of, with nothing said yet: 金额逾15亿元者, 欧委会在…的采购合同上."""
    if not tokens or tokens[-1].word == "者":
        return bool(tokens)
    opened = next((i for i, t in enumerate(tokens) if t.word in _FRAMES), None)
    closes = tokens[-1].word in _FRAME_ENDS
    return opened is not None and closes and not any(tag(sentence, t) == "v" for t in tokens[:opened])


def is_predicate(sentence: Sentence, tokens: list[Token], i: int) -> bool:
    """A verb that says something: not inside a frame (经…后) or before 的, nor a noun of the same form (马德里|会谈).

    So is a word that an adverb makes one (首次|会谈), 低 beside 比, 为 before a figure.
    """
    word = tokens[i].word
    behind = next((t for t in tokens[i + 1 :] if tag(sentence, t) != "v" and t.word not in _FRAME_ENDS), None)
    if fact_at(sentence, tokens[i]) or (behind is not None and behind.word == "的"):
        return False  # 结束|的会谈, 合资设立|的公司: what qualifies a noun is no predicate
    if _is_framed(sentence, tokens, i) or makes_noun(sentence, tokens[i], tokens[i + 1 : i + 2]):
        return False
    if (
        i == len(tokens) - 1
        and i > 0
        and is_also_noun(word)
        and not any(tag(sentence, t) in ("p", "d") for t in tokens[:i])
    ):
        before = tokens[i - 1]
        if is_nominal(sentence, before, fact_at(sentence, before)):
            return False  # 马德里|会谈, 经贸|谈判
    if tag(sentence, tokens[i]) == "v" or word in _PREDICATES:
        return True
    if tag(sentence, tokens[i]) == "a" and any(t.word in ("比", "较") for t in tokens[:i]):
        return True  # 比邻国|低|约10岁
    if word == "为" and behind is not None and (counted := fact_at(sentence, behind)) and counted.kind == "figure":
        return True  # 国内生产总值|为|31万亿元
    return tag(sentence, tokens[i]) == "vn" and i > 0 and tag(sentence, tokens[i - 1]) == "d"


def _is_framed(sentence: Sentence, tokens: list[Token], i: int) -> bool:
    """A verb inside a frame says nothing of the subject: 在中继星|支持|下, 为|摆脱|通缩."""
    if any(t.word in _AIMS for t in tokens[max(0, i - 2 + (i < len(tokens) - 1)) : i]):
        return True
    opened = next((n for n in range(i - 1, -1, -1) if tokens[n].word in _FRAMES), None)
    opens = opened is not None and not any(t.word in _FRAME_ENDS for t in tokens[opened:i])
    return opens and any(t.word in _FRAME_ENDS for t in tokens[i + 1 : i + 3]) and not _is_open_verb(tokens, i)


def _is_open_verb(tokens: list[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].word in ("了", "着", "过")


def _behind_as_of(sentence: Sentence, tokens: list[Token]) -> list[Token]:
    """截至昨晚|死亡人数已增至10人: what is said behind the day; all of it where nothing is."""
    days = [i for i, t in enumerate(tokens) if (f := fact_at(sentence, t)) and f.kind == "date"]
    if tokens[0].word not in ("截至", "截止") or not days or days[-1] + 1 >= len(tokens):
        return tokens
    rest = tokens[days[-1] + 1 :]
    return rest if any(tag(sentence, t) == "v" for t in rest) and tag(sentence, rest[0]) == "n" else tokens


def is_scene(sentence: Sentence, tokens: list[Token], text: str) -> bool:
    """A time, a place, a circumstance that the next clause happens in: 当地时间周二, 随着…, 在…期间, 会谈结束后."""
    if not tokens:
        return True
    tokens = [t for t in tokens if t.word not in ("当地", "当地时间", "北京时间", "时间")] or tokens
    tokens = tokens[1:] if text.startswith("早在") else tokens
    tokens = _behind_as_of(sentence, tokens)
    facts = [fact_at(sentence, t) for t in tokens if t.word not in ("在", "于")]
    if facts and all(f is not None and f.kind == "date" for f in facts):
        return True
    first = next((t for t in tokens if not ((f := fact_at(sentence, t)) and f.kind == "date")), tokens[0])
    if _CLOSES_SCENE.search(text) or _BY_MEASURE.fullmatch(text):
        return True
    return (first.word in SCENE_STARTS and bool(_SCENE_ENDS.search(text))) or first.word in {
        "据",
        "根据",
        "截至",
        "随着",
        "按照",
        "面对",
        "鉴于",
        "为了",
        "作为",
    }
