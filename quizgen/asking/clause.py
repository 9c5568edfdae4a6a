"""From a clause: the interrogative stands where the answer stood; past days are asked with 是…的."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.asking import days
from quizgen.asking.context import Context
from quizgen.asking.frame import Frame, frame
from quizgen.asking.standing import noun_follows
from quizgen.asking.stretch import Refused
from quizgen.asking.tagged import tag
from quizgen.asking.words import phrase, word_for
from quizgen.items import Fact, Sentence
from quizgen.naming.boundaries import is_common

_LEADING_DAY = re.compile(
    r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日|[初底末]|[上中下]旬)?)?(?![至到\d起前后後以])(?:凌晨|清晨|早上|上午|中午(?:过后|過後)?|下午|傍晚|晚上|晚間|晚间|深夜|晚|晨)?"
)
#: 是…的 tells of one past act: not of what is, has or will be, nor of a state
_NO_SHI_DE = frozenset(
    [
        "是",
        "将",
        "会",
        "正在",
        "一直",
        "仍",
        "仍然",
        "已",
        "已经",
        "曾",
        "曾经",
        "有",
        "没有",
        "都",
        "均",
        "达",
        "达到",
        "为",
        "成为",
        "超过",
        "增长",
        "下降",
        "升至",
        "降至",
        "计划",
        "将于",
        "以来",
        "至今",
        "不",
        "没",
        "每",
        "开始",
        "持续",
        "自",
        "起",
        "预计",
        "还",
        "也",
        "必须",
        "可以",
        "能够",
        "应",
        "需",
        "比",
        "较",
        "高出",
        "高于",
        "低于",
        "高达",
    ]
)
_NO_END = re.compile(r"[后後前時时中上]$")
#: 将|2025年|定为…年: a question word does not stand well there
_TAKES_NO_WORD = ("将", "將", "把")
_WHY = {"because_last": "is_because", "purpose_last": "is_for", "because_and": "because_what"}
_SINCE = ("以来", "以來", "之后", "之後", "以后", "以後", "之前", "以前", "前后", "前後")
_AT = ("早在", "在", "于", "於")
#: that it has happened is what 是…的 says
_DONE = frozenset(["已", "已经", "曾", "曾经"])
_ABOUT = frozenset("左右 上下 以上 以下 以内 之多 之间 不等".split())
#: 曾于|哪一年: what is asked for is when, so that it happened is told already
_ALREADY = re.compile(r"(?:早|曾经|曾經|曾|已经|已經|已|刚刚|剛剛|刚|剛)(?=(?:于|於|在)?$)")
_HAS = re.compile(r"^(?:曾经|曾經|曾|已经|已經|已|刚刚|剛剛|刚|剛)(?!任)")
_DONE_IN = re.compile(r"(?<=[\u4e00-\u9fff])(?:便|就)?(?:曾经|曾經|曾|早已|便已)(?=[\u4e00-\u9fff])(?!任)")
_FIRST = re.compile(r"(?:首次|首度|正式|再次|再度|最终|最終|最后|最後|公开|公開)$")
#: 几 asks at the end of a question (获得几枚金牌); before more words it says "several"
_SEVERAL, _FEW_ROOM = re.compile(r"^[几幾](?![成比])"), 6
_UP_TO = re.compile(r"(?<=[\u4e00-\u9fff])多[达達]$")
#: 学者|出身的植田和男|接替…: what follows the day is no act of the noun before it
_TORN = re.compile(r"[\u4e00-\u9fff]{1,3}的")
_MEASURES = re.compile(r"[长高宽重深厚远广]$|^[总合]?共$")
_VERB_PHRASE_MOST = 22


def ask(sentence: Sentence, fact: Fact, context: Context) -> tuple[str, str]:
    """(question, form) for a fact where it stands; form is `clause`, or `headed` if it needs the headline.

    Raises `Refused` with the reason when it cannot be asked from there.
    """
    if fact.kind == "date":
        if not days.is_worth_asking(fact):
            raise Refused("a day that only counts from the article's")
        shape = frame(sentence, fact, context)
        told = f"{fact.value[:4]}年" in shape.before + shape.after
        return _ask_date(shape, days.word(fact, context.lang, year_told=told))
    word = word_for(fact, context.lang)
    if not word:
        raise Refused("no question word fits it")
    shape = frame(sentence, fact, context)
    bare = fact.kind == "figure" and (fact.value.endswith(" %") or fact.text[-1].isdigit())
    if bare and noun_follows(sentence, shape.hole[1]) and _is_known_noun(sentence, shape.hole[1]):
        word += "的"
    if fact.rule in ("owing", "influence"):
        return f"{_led(shape.lead, shape.after.lstrip('，'))}，{phrase('is_because', context.lang)}？", _form(shape)
    if fact.rule in _WHY:
        word = phrase(_WHY[fact.rule], context.lang)
    before, after = shape.before, shape.after
    if fact.kind == "figure" and not after and shape.subject_only and _needs_is(sentence, shape.hole[0]):
        before += "是"
    before = _UP_TO.sub("", before)
    if fact.kind == "figure" and (len(after) > _FEW_ROOM or not before or before.endswith("等")):
        word = _SEVERAL.sub(phrase("how_many", context.lang), word)  # 几组方案是…的产物 would say "several"
    if not before and (day := _LEADING_DAY.match(after)):  # 谁2016年曾… reads better as 2016年，谁曾…
        before, after = day.group() + "，", after[day.end() :].lstrip("，")
    return f"{_led(shape.lead, before)}{word}{after}？", _form(shape)


def _needs_is(sentence: Sentence, at: int) -> bool:
    """归属于股东的净利润|116亿元 asks with 是; 全长|38公里 and 总数达 do not."""
    token = next((t for t in sentence.tokens if t.end - sentence.start == at), None)
    return (
        token is not None and tag(sentence, token) == "n" and is_common(token.word) and not _MEASURES.search(token.word)
    )


def _is_known_noun(sentence: Sentence, at: int) -> bool:
    """关税 but not 上修, which no list has: only before a noun does a question word take 的."""
    token = next((t for t in sentence.tokens if t.start - sentence.start == at), None)
    return token is not None and tag(sentence, token) == "n" and is_common(token.word) and token.word not in _ABOUT


def _led(lead: str, text: str) -> str:
    """The lead in front; a year that the text names as well is told once."""
    year = lead[:5]
    if year and year in text:
        lead = lead[5:]
    return f"{lead}，{text}" if lead else text


def _ask_date(shape: Frame, word: str) -> tuple[str, str]:
    if shape.before in _AT:
        shape = replace(shape, before="")
    act = _past_act(shape)
    if act:
        subject, verb_phrase = act
        return _led(shape.lead, f"{subject}是{word}{verb_phrase}的？"), _form(shape)
    shape = replace(shape, before=_ALREADY.sub("", shape.before), after=_HAS.sub("", shape.after))
    if not shape.before and shape.after.lstrip("，, ").startswith(_SINCE):
        raise Refused("no question word fits it")
    if not shape.before:  # 2024年7月的哪一天，…获准列入？
        lead = shape.lead + "的" if shape.lead.endswith("月") else shape.lead
        said = _DONE_IN.sub("", shape.after.lstrip("，, "), count=1)
        return f"{lead}{word}，{said}？", _form(shape)
    if shape.before.endswith(_TAKES_NO_WORD):
        raise Refused("no question word fits it")
    end = "的？" if shape.before.endswith(("是", "是在", "是于", "是於")) else "？"
    return _led(shape.lead, f"{shape.before}{word}{shape.after}{end}"), _form(shape)


def _form(shape: Frame) -> str:
    return "headed" if shape.vague else "clause"


def _past_act(shape: Frame) -> tuple[str, str] | None:
    """(subject, what it did) when a day stands before or right behind the subject of one past act; else None."""
    before, after = shape.before, shape.after.lstrip("，, ")
    if not (shape.subject and shape.acts) or "，" in after or "，" in before or shape.words & _NO_SHI_DE - _DONE:
        return None
    if not before and after.startswith(shape.subject):
        subject, act = shape.subject, after[len(shape.subject) :]
    elif before and shape.subject.endswith(before) and shape.after[:1] not in "，,":
        subject, act = before, after
    else:
        return None
    if first := _FIRST.search(subject):  # 嫦娥四号|首次实现…: how it was done goes with the verb
        subject, act = subject[: first.start()], first.group() + act
    if _TORN.match(act):
        return None
    act = _HAS.sub("", act)
    act = re.sub(r"(?<=[\u4e00-\u9fff])了(?!解|结)", "", act, count=1)
    fits = act and len(act) <= _VERB_PHRASE_MOST and "了" not in act and not _NO_END.search(act)
    return (subject, act) if fits else None
