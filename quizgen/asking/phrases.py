"""Noun phrases: the subject that opens a clause, all that leans on a name, what closes a verb up to a noun."""

from __future__ import annotations

import re

from quizgen.asking.tagged import fact_at, tag, tokens_in
from quizgen.asking.verbs import SAYS
from quizgen.items import Fact, Sentence, Token
from quizgen.language import entries

#: what closes up a verb to a noun: 着陆|器, 运动|员, 执行|者
_NOUN_ENDINGS = frozenset(
    "器员者家机车站队团会局部署厅率额量价费税法案权力性度区城品物款书证卡室馆院校店厂场所线网史战赛奖罪舱船星组体党案"
)
#: what happened then, and no more: 半场|结束时, 会议|开始前
_SCENE = re.compile(r"(?:结束|开始|开幕|闭幕|期间|进行|举行|中|之)(?:时(?![间候代期])|后|前|之后|之前|中|际)")
_QUOTES, _CLOSE_QUOTES = frozenset("「『“‘《"), frozenset("」』”’》")
_MODIFIERS = frozenset({"n", "vn", "a", "m", "q", "f"})
_JOINS = frozenset(["和", "与", "及", "以及", "、", "暨", "或"])


def subject_of(sentence: Sentence, tokens: list[Token]) -> tuple[int, int] | None:
    """The noun phrase at the head of the clause, dates before it left out; None if something else stands there."""
    span = _qualified(sentence, tokens)
    if span is not None:
        return span
    for i, token in enumerate(tokens):
        fact = fact_at(sentence, token)
        if fact and fact.kind == "date" and span is None:
            continue
        if span is None and _of_clock(sentence, tokens[i : i + 3]):
            continue  # 日本|时间|6日凌晨
        if span and _said_of(fact, tokens, i):
            break  # 净利润|116.07亿元
        if not _belongs(sentence, tokens, i) or (span and _gap(sentence, span[1], token)):
            break
        if span is None and not fact and token.word in _JOINS:
            break
        start = token.start - sentence.start
        span = (span[0] if span else start, token.end - sentence.start)
    if span is None or not _something_follows(sentence, tokens, span[1]):
        return None
    if not any(_is_thing(sentence, t) for t in tokens if span[0] <= t.start - sentence.start < span[1]):
        return None
    if _SCENE.match(sentence.simplified, span[1]):
        return None  # 半场|结束时
    span = _with_quotes(sentence.simplified, *span)
    return span if _ends_well(sentence, span) else None


def _belongs(sentence: Sentence, tokens: list[Token], i: int) -> bool:
    """The token can be part of the subject: a noun by itself, or a verb that stands where only a noun can."""
    token, fact = tokens[i], fact_at(sentence, tokens[i])
    before = fact_at(sentence, tokens[i - 1]) if i else None
    counted = before is not None and before.kind == "figure"
    return (
        is_nominal(sentence, token, fact)
        or (counted and not fact and tag(sentence, token) == "v" and is_also_noun(token.word))
        or makes_noun(sentence, token, tokens[i + 1 : i + 2])
        or _owned(sentence, tokens[max(0, i - 1) : i + 2], token)
    )


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The marks that belong to a name: 《…保护条例》, “摩羯”."""
    start -= text[start - 1 : start] in _QUOTES and start > 0
    end += text[end : end + 1] in _CLOSE_QUOTES and end < len(text)
    return start, end


def _qualified(sentence: Sentence, tokens: list[Token]) -> tuple[int, int] | None:
    """A subject that opens with what qualifies it: 被称为辣招的楼市调控措施|始于…"""
    opens = tokens and (tag(sentence, tokens[0]) == "v" or tokens[0].word == "被")
    if not opens or SAYS.search(tokens[0].word) or makes_noun(sentence, tokens[0], tokens[1:2]):
        return None
    last = next((i for i, t in enumerate(tokens) if t.word == "的"), None)
    if last is None or not any(tag(sentence, t) == "v" for t in tokens[:last]):
        return None
    end = next(
        (
            i
            for i in range(last + 1, len(tokens))
            if not is_nominal(sentence, tokens[i], fact := fact_at(sentence, tokens[i])) or _said_of(fact, tokens, i)
        ),
        len(tokens),
    )
    says = next((i for i in range(end, len(tokens)) if tag(sentence, tokens[i]) != "t"), len(tokens))
    if end == last + 1 or says == len(tokens):
        return None
    counted = fact_at(sentence, tokens[says])  # 归属于股东的净利润|116亿元
    if tag(sentence, tokens[says]) not in ("v", "d") and not (counted and counted.kind == "figure"):
        return None
    return tokens[0].start - sentence.start, tokens[end - 1].end - sentence.start


def _owned(sentence: Sentence, around: list[Token], token: Token) -> bool:
    """其|累计|销量: between 其 and a noun a verb qualifies."""
    return len(around) == 3 and around[0].word == "其" and around[1] is token and tag(sentence, around[2]) == "n"


def _of_clock(sentence: Sentence, tokens: list[Token]) -> bool:
    """当地|时间, 日本|时间 in front of a day."""
    at = next((i for i, t in enumerate(tokens[:2]) if t.word == "时间"), len(tokens))
    day = fact_at(sentence, tokens[at + 1]) if at + 1 < len(tokens) else None
    return day is not None and day.kind == "date"


def _said_of(fact: Fact | None, tokens: list[Token], i: int) -> bool:
    """A figure that ends the clause is what is said, no part of what it is said of."""
    if fact is None or fact.kind != "figure" or fact.value.startswith("第"):
        return False
    return i > 0 and fact.end == tokens[-1].end


def _is_thing(sentence: Sentence, token: Token) -> bool:
    """A noun or a name, not only 预计 or 平均每年."""
    fact = fact_at(sentence, token)
    return fact.kind != "figure" if fact else tag(sentence, token) in ("n", "r", "vn")


def is_nominal(sentence: Sentence, token: Token, fact: Fact | None) -> bool:
    """It can be part of a noun phrase: a name, a figure, a noun or what qualifies one; no day and no verb."""
    if fact:
        return fact.kind != "date"
    if token.word in _JOINS or token.word in ("的", "之"):
        return True
    return tag(sentence, token) in {"n", "vn", "a", "m", "q", "f", "r"} and token.word not in ("了", "着", "过")


def makes_noun(sentence: Sentence, token: Token, following: list[Token]) -> bool:
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
            mine = fact.kind in ("place", "organisation", "thing", "role", "figure")
        else:
            names = kinds - {"vn"} if start == end else kinds  # 任命|勒科尔尼: a verb right before a name is one
            mine = token.word in ("的", "暨", "兼") or (tag(sentence, token) in names and token.word not in _JOINS)
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


def is_also_noun(word: str) -> bool:
    """The dictionary has a sense of it that is no verb: 会谈, 谈判."""
    return any(not sense.startswith(("to ", "CL:")) for e in entries(word) for sense in e.senses)
