"""The clauses of a sentence: where each begins, what is its subject, what it lacks to stand alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from quizgen.asking import deixis
from quizgen.asking.tagged import fact_at, tag
from quizgen.items import Fact, Sentence, Token
from quizgen.language import entries

_CUT = re.compile(r"[，；：。！？!?;]|,(?!\d)|——|─+")
_OPEN, _CLOSE = "（(「『“‘《〈【[", "）)」』”’》〉】]"
#: a clause that begins like this and ends like that sets a scene and needs no subject of its own
_SCENE_ENDS = re.compile(
    r"(?:中|上|下|后|时|前|里|内|间|期间|之际|以来|之前|之后|之下|当天|当日|方面|来看|来说|而言|看来|情况下|背景下|同时|为止|起)$"
)
_SCENE_STARTS = frozenset(
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
#: what closes up a verb to a noun: 着陆|器, 运动|员, 执行|者
_NOUN_ENDINGS = frozenset(
    "器员者家机车站队团会局部署厅率额量价费税法案权力性度区城品物款书证卡室馆院校店厂场所线网史战赛奖罪舱船星组体党案"
)
_QUOTES, _CLOSE_QUOTES = frozenset("「『“‘《"), frozenset("」』”’》")
_MODIFIERS = frozenset({"n", "vn", "a", "m", "q", "f"})
_JOINS = frozenset(["和", "与", "及", "以及", "、", "暨", "或"])
#: 在…下, 经…后: what stands between is no statement; 为摆脱通缩 is a purpose
_TOPIC_LEAST = 4
_FRAMES = frozenset("在 于 自 从 到 当 随着 除 除了 经 经过".split())
_FRAME_ENDS = frozenset("下 后 时 中 前 里 上 之下 之后 之际 期间 以来 之外 外 以后 以前 过程".split())
_AIMS = frozenset("为 为了 以便 因 由于".split())
_CLOSES_SCENE = re.compile(
    r"(?:(?:[^今此目之以]后|[^目此之以先]前|之后|之前|以后|以前)(?:仅|不到|才|约|短短)?(?:[数几两一三四五六七八九十\d]+(?:日|天|小时|分钟|个?月|周|年))?"
    r"|(?<![小当同暂平临])时|之际|期间|以来|同时|为由|为理由)$"
)
#: 以美元计, 按不变价格计算
_BY_MEASURE = re.compile(
    r"以[^，]{2,20}为(?:标准|基准|基期|界|准|例)[^，]{0,4}|(?:若)?(?:以|按照?|依)[^，]{1,9}(?:计|计算|计价|衡量|口径|折算)"
)
#: 6时23分, 上午9点, 19:30 behind a date: part of the day, no predicate
CLOCK = re.compile(
    r"\s*(?:凌晨|清晨|早上|早晨|上午|(?:中午|正午)(?:过后)?|下午|傍晚|晚上|晚间|深夜|夜间|当晚|晚|晨)?"
    r"(?:\d{1,2}\s*(?:时|点|[：:])\s*(?:\d{1,2}\s*分?|半|整)?(?:\d{1,2}秒)?(?:许|左右)?)?"
)
#: verbs that take their subject from the clause before as a whole, not from its first noun
NOT_CHAINED = re.compile(
    r"^(?:显示|距离|距|导致|造成|使|令|让|引发|成为|其中|占|包括|是|为|约|达|折合|相当于|意味|相当|相比|比|较|以及|即|也就是|指出|说|称|表示)"
)
SAYS = re.compile(
    r"(?:表示|说|称|指出|认为|强调|透露|坦言|补充|回应|警告|呼吁|写道|解释|承认|宣布|宣称|重申|直言|相信|觉得|预测|预计|认定|裁定|判决|决定|同意|承诺|显示|公布|公告|议决|申报|通报|报告|判断|形容|感叹|笑言|断言|预言|回忆|评价|发现|报道|报导|披露|证实|主张)(?:说|道)?$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between commas; offsets count into the sentence."""

    start: int
    end: int
    subject: tuple[int, int] | None
    """its noun phrase before the predicate, or None"""
    has_predicate: bool
    is_scene: bool
    """a time, a place, a circumstance: it goes with the next clause"""
    is_joined: bool
    """only a comma stands before it, no ； or ："""
    topic: tuple[int, int] | None = None
    """the name that it ends in and that the next clauses speak of (甫结束访美行程的董事长|魏哲家，…), or None"""

    @property
    def is_whole(self) -> bool:
        """It has a subject and a predicate of its own."""
        return self.subject is not None and self.has_predicate


@lru_cache(maxsize=512)
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence in order, without the marks between them."""
    return tuple(_clause(sentence, i, j) for i, j in _edges(sentence.simplified))


def _edges(text: str) -> Iterator[tuple[int, int]]:
    """Cuts at commas and stronger marks, but not inside brackets and quotation marks."""
    depth, start = 0, 0
    cut_ends = {m.start(): m.end() for m in _CUT.finditer(text)}
    for i, char in enumerate(text):
        depth += (char in _OPEN) - (char in _CLOSE)
        if i in cut_ends and depth <= 0:
            if i > start:
                yield start, i
            start = cut_ends[i]
    if start < len(text):
        yield start, len(text)


def _clause(sentence: Sentence, start: int, end: int) -> Clause:
    clocks = _clocks(sentence)
    opens = _behind_link(sentence.simplified, start, end)
    tokens = [t for t in tokens_in(sentence, opens, end) if t.start not in clocks]
    subject = _subject(sentence, tokens)
    says = any(_is_predicate(sentence, tokens, i) for i in range(len(tokens)))
    has_predicate = not _is_topic(sentence, tokens) and (says or _amounts(sentence, tokens))
    joined = start > 0 and sentence.simplified[start - 1] in "，,"
    scene = _is_scene(sentence, tokens, sentence.simplified[start:end])
    opens = not joined and (subject is None or not _names(sentence, tokens, subject))
    topic = None if scene else _topic(sentence, tokens, has_predicate, opens)
    return Clause(start, end, subject, has_predicate and not topic, scene, joined, topic)


def _amounts(sentence: Sentence, tokens: list[Token]) -> bool:
    """A figure said of what stands before it: 全国人口|共|141178万人, 蘇花改|全長|38.8公里."""
    fact = fact_at(sentence, tokens[-1]) if tokens else None
    if not fact or fact.kind != "figure" or fact.value.startswith("第"):
        return False
    before = [t for t in tokens if t.end <= fact.start and tag(sentence, t) != "d"]
    return bool(before) and tag(sentence, before[-1]) in ("n", "vn") and not fact_at(sentence, before[-1])


def _topic(sentence: Sentence, tokens: list[Token], says: bool, opens: bool) -> tuple[int, int] | None:
    """The name at the end of a clause that is one noun phrase; its verbs stand before 的 (甫结束…返台的|魏哲家)."""
    tokens = [t for t in tokens if not _in_bracket(sentence, t)]
    last = max((i for i, t in enumerate(tokens) if t.word == "的"), default=-1)
    head = tokens[last + 1 :]
    if not head or not all(_is_nominal(sentence, t, fact_at(sentence, t)) for t in head):
        return None
    fact = fact_at(sentence, head[-1])
    named = fact is not None and fact.kind in ("person", "organisation")
    if says and not (opens and last >= 0):
        return None
    if named and fact:
        return fact.start - sentence.start, fact.end - sentence.start
    long = head[-1].end - head[0].start >= _TOPIC_LEAST and tag(sentence, head[-1]) == "n"
    return (head[0].start - sentence.start, head[-1].end - sentence.start) if opens and last >= 0 and long else None


def _names(sentence: Sentence, tokens: list[Token], span: tuple[int, int]) -> bool:
    """Somebody acts in it: 王毅|会见了来访的贝森特."""
    facts = (fact_at(sentence, t) for t in tokens if span[0] <= t.start - sentence.start < span[1])
    return any(f is not None and f.kind in ("person", "organisation", "place") for f in facts)


def _in_bracket(sentence: Sentence, token: Token) -> bool:
    before = sentence.simplified[: token.start - sentence.start]
    return before.count("（") + before.count("(") > before.count("）") + before.count(")")


def _is_topic(sentence: Sentence, tokens: list[Token]) -> bool:
    """What the next clause speaks of, with nothing said yet: 金额逾15亿元者, 欧委会在…的采购合同上."""
    if not tokens or tokens[-1].word == "者":
        return bool(tokens)
    opened = next((i for i, t in enumerate(tokens) if t.word in _FRAMES), None)
    closes = tokens[-1].word in _FRAME_ENDS
    return opened is not None and closes and not any(tag(sentence, t) == "v" for t in tokens[:opened])


def _behind_link(text: str, start: int, end: int) -> int:
    """Where a clause begins behind what joins it to the one before: 而|房地产开发投资."""
    link = deixis.LEAD.match(text[start:end])
    return start + link.end() if link and link.end() < end - start else start


def _clocks(sentence: Sentence) -> frozenset[int]:
    """Every offset of the article that a time of day behind a date covers."""
    spans = (CLOCK.match(sentence.simplified, f.end - sentence.start) for f in sentence.facts if f.kind == "date")
    return frozenset(sentence.start + i for match in spans if match for i in range(*match.span()))


def tokens_in(sentence: Sentence, start: int, end: int) -> list[Token]:
    """The tokens that lie between two offsets of the sentence."""
    tokens, base = sentence.tokens, sentence.start
    first = bisect_left(tokens, base + start, key=lambda t: t.start)
    return list(tokens[first : max(first, bisect_right(tokens, base + end, key=lambda t: t.end))])


def _is_predicate(sentence: Sentence, tokens: list[Token], i: int) -> bool:
    """A verb; a word that is noun or verb where a fact follows it (战胜|多娜) or an adverb leads it (首次|会谈)."""
    word = tokens[i].word
    behind = next((t for t in tokens[i + 1 :] if tag(sentence, t) != "v" and t.word not in _FRAME_ENDS), None)
    if fact_at(sentence, tokens[i]) or (behind is not None and behind.word == "的"):
        return False  # 结束|的会谈, 合资设立|的公司: what qualifies a noun is no predicate
    if _is_framed(sentence, tokens, i) or _makes_noun(sentence, tokens[i], tokens[i + 1 : i + 2]):
        return False
    if (
        i == len(tokens) - 1
        and i > 0
        and _is_also_noun(word)
        and not any(tag(sentence, t) in ("p", "d") for t in tokens[:i])
    ):
        before = tokens[i - 1]
        if _is_nominal(sentence, before, fact_at(sentence, before)):
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


def _is_also_noun(word: str) -> bool:
    return any(not sense.startswith(("to ", "CL:")) for e in entries(word) for sense in e.senses)


def _is_scene(sentence: Sentence, tokens: list[Token], text: str) -> bool:
    if not tokens:
        return True
    tokens = [t for t in tokens if t.word not in ("当地", "当地时间", "北京时间", "时间")] or tokens
    tokens = tokens[1:] if text.startswith("早在") else tokens
    facts = [fact_at(sentence, t) for t in tokens if t.word not in ("在", "于")]
    if facts and all(f is not None and f.kind == "date" for f in facts):
        return True
    first = next((t for t in tokens if not ((f := fact_at(sentence, t)) and f.kind == "date")), tokens[0])
    if _CLOSES_SCENE.search(text) or _BY_MEASURE.fullmatch(text):
        return True
    return (first.word in _SCENE_STARTS and bool(_SCENE_ENDS.search(text))) or first.word in {
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


def _subject(sentence: Sentence, tokens: list[Token]) -> tuple[int, int] | None:
    """The noun phrase at the head of the clause, dates before it left out; None if something else stands there."""
    span = _qualified(sentence, tokens)
    if span is not None:
        return span
    for i, token in enumerate(tokens):
        fact = fact_at(sentence, token)
        counted = i > 0 and (before := fact_at(sentence, tokens[i - 1])) is not None and before.kind == "figure"
        nominal = (
            _is_nominal(sentence, token, fact)
            or (counted and not fact and tag(sentence, token) == "v" and _is_also_noun(token.word))
            or _makes_noun(sentence, token, tokens[i + 1 : i + 2])
        )
        if fact and fact.kind == "date" and span is None:
            continue
        if not nominal or (span and _gap(sentence, span[1], token)):
            break
        if span is None and not fact and token.word in _JOINS:
            break
        start = token.start - sentence.start
        span = (span[0] if span else start, token.end - sentence.start)
    if span is None or not _something_follows(sentence, tokens, span[1]):
        return None
    if not any(_is_thing(sentence, t) for t in tokens if span[0] <= t.start - sentence.start < span[1]):
        return None
    span = _with_quotes(sentence.simplified, *span)
    return span if _ends_well(sentence, span) else None


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The marks that belong to a name: 《…保护条例》, “摩羯”."""
    start -= text[start - 1 : start] in _QUOTES and start > 0
    end += text[end : end + 1] in _CLOSE_QUOTES and end < len(text)
    return start, end


def _qualified(sentence: Sentence, tokens: list[Token]) -> tuple[int, int] | None:
    """A subject that opens with what qualifies it: 被称为辣招的楼市调控措施|始于…"""
    opens = tokens and (tag(sentence, tokens[0]) == "v" or tokens[0].word == "被")
    if not opens or SAYS.search(tokens[0].word) or _makes_noun(sentence, tokens[0], tokens[1:2]):
        return None
    last = next((i for i, t in enumerate(tokens) if t.word == "的"), None)
    if last is None or not any(tag(sentence, t) == "v" for t in tokens[:last]):
        return None
    end = next(
        (i for i in range(last + 1, len(tokens)) if not _is_nominal(sentence, tokens[i], fact_at(sentence, tokens[i]))),
        len(tokens),
    )
    says = next((i for i in range(end, len(tokens)) if tag(sentence, tokens[i]) != "t"), len(tokens))
    if end == last + 1 or says == len(tokens) or tag(sentence, tokens[says]) not in ("v", "d"):
        return None
    return tokens[0].start - sentence.start, tokens[end - 1].end - sentence.start


def _is_thing(sentence: Sentence, token: Token) -> bool:
    """A noun or a name, not only 预计 or 平均每年."""
    fact = fact_at(sentence, token)
    return fact.kind != "figure" if fact else tag(sentence, token) in ("n", "r", "vn")


def _is_nominal(sentence: Sentence, token: Token, fact: Fact | None) -> bool:
    if fact:
        return fact.kind not in ("date",)
    if token.word in _JOINS or token.word in ("的", "之"):
        return True
    return tag(sentence, token) in {"n", "vn", "a", "m", "q", "f", "r"} and token.word not in ("了", "着", "过")


def _makes_noun(sentence: Sentence, token: Token, following: list[Token]) -> bool:
    """A verb that a noun of one character closes up behind: 着陆|器, 运动|员, 执行|者."""
    if not following or fact_at(sentence, token) or fact_at(sentence, following[0]):
        return False
    word = following[0]
    return (
        tag(sentence, token) == "v" and len(token.word) > 1 and word.word in _NOUN_ENDINGS and word.start == token.end
    )


def _gap(sentence: Sentence, end: int, token: Token) -> bool:
    """Something that is no token stands between: only 、 brackets and quotation marks may."""
    between = sentence.simplified[end : token.start - sentence.start]
    return bool(re.sub(r"[、（）()「」『』“”《》\s·]", "", between))


def phrase_start(sentence: Sentence, end: int, least: int) -> int:
    """Where the noun phrase that ends at `end` begins: 美国芯片巨头|英伟达, 刚刚卸任的首相|苏纳克.

    Its head comes last, so all of it is one thing. Goes left over nouns, adjectives, 的, places, bodies and offices,
    not over 、 or 和, a preposition, a date or another person; over verbs only where 的 ties them to the name and
    nothing else stands before them in the clause (`least`).
    """
    tokens = tokens_in(sentence, least, end)
    start = _left_over(sentence, tokens, end, _MODIFIERS)
    led = next((t for t in tokens if t.end - sentence.start == start), None)
    relative = led is not None and tag(sentence, led) == "v" and "的" in sentence.simplified[start:end]
    if relative or (start < end and sentence.simplified[start] == "的"):
        whole = _left_over(sentence, tokens, end, _MODIFIERS | {"v", "d"})
        start = whole if whole == least else start  # 来自美国芝加哥的|枢机主教
    while start < end and sentence.simplified[start] in "的之":
        start += 1
    return start


def _left_over(sentence: Sentence, tokens: list[Token], end: int, kinds: frozenset[str]) -> int:
    start = end
    for token in reversed(tokens):
        fact = fact_at(sentence, token)
        if fact:
            mine = fact.kind in ("place", "organisation", "role", "figure")
        else:
            names = kinds - {"vn"} if start == end else kinds  # 任命|勒科尔尼: a verb right before a name is one
            mine = token.word == "的" or (tag(sentence, token) in names and token.word not in _JOINS)
        if not mine or token.end - sentence.start != start:
            break
        start = token.start - sentence.start
    return start


def _something_follows(sentence: Sentence, tokens: list[Token], end: int) -> bool:
    return any(t.start - sentence.start >= end for t in tokens)


def _ends_well(sentence: Sentence, span: tuple[int, int]) -> bool:
    """A noun phrase does not end in 的 or a joining word, nor is it a pronoun or a bare figure."""
    text = sentence.simplified[slice(*span)]
    if sentence.simplified[span[1] : span[1] + 1] in ("、", "的"):
        return False  # 时任副总统|、已当选总统的赖清德: the phrase goes on
    return not re.search(r"(?:的|之|和|与|及|、)$", text) and len(text) >= 2
