"""From a clause: the interrogative stands where the answer stood; past days are asked with 是…的; else a gap."""

from __future__ import annotations

import re

from quizgen.asking.frame import Context, Frame, Refused, frame
from quizgen.asking.grammar import tokens_in
from quizgen.asking.words import word_for
from quizgen.items import Fact, Sentence
from quizgen.naming.boundaries import pos

#: what may stand before a place for the clause to say where something is or goes
_AT = re.compile(
    r"(?:在|于|到|至|往|赴|抵达|抵|访问|飞往|来自|位于|前往|落户|设在|设于|登陆|进入|返回|回到|离开|袭击|重返|出访|到访|移师)$"
)
_LEADING_DAY = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?![至到\d])")
_AFTER_BODY = re.compile(r"(?:由|被|与|同|向|对|给|给予|获|经|和|跟|加入|收购|起诉|击败|战胜)$")
#: 是…的 tells of one past act: not of what is, has or will be, nor of a state
_NO_SHI_DE = re.compile(
    r"是|将|会(?!谈|晤|面|见|议)|正在|一直|仍|已|曾|有|都|达|为|成为|超过|增长|下降|升至|降至|计划|将于|[自从].*起|以来|至今|不|没|每|开始|持续|自"
)
#: 7天|期, 15年|级: the figure names a kind, it measures nothing
_UNIT_OF = re.compile(r"期(?!间)|级(?=[^，。]?的)|型|款的|届(?=的)|来(?=[，向对])|以来|起")
_VERB_PHRASE_MOST = 22


def ask(sentence: Sentence, fact: Fact, context: Context) -> tuple[str, str]:
    """(question, form) for a fact where it stands; form is `clause` or `gap`.

    Raises `Refused` with the reason when it cannot be asked from there.
    """
    word = word_for(fact, context.lang)
    if not word:
        raise Refused("no question word fits it")
    shape = frame(sentence, fact, context)
    _check_place(sentence, fact, shape)
    if fact.kind == "date":
        return _ask_date(shape, word)
    if fact.kind == "figure" and fact.value.endswith(" %") and _noun_follows(sentence, shape.hole[1]):
        word += "的"
    before, after = shape.before, shape.after
    if not before and (day := _LEADING_DAY.match(after)):  # 谁2016年曾… reads better as 2016年，谁曾…
        before, after = day.group() + "，", after[day.end() :].lstrip("，")
    return f"{before}{word}{after}？", "clause"


def _ask_date(shape: Frame, word: str) -> tuple[str, str]:
    lead = f"{shape.year}，" if shape.year else ""
    act = _past_act(shape)
    if act:
        subject, verb_phrase = act
        return f"{lead}{subject}是{word}{verb_phrase}的？", "clause"
    return f"{lead}{shape.before}［{word}？］{shape.after}。", "gap"


def _past_act(shape: Frame) -> tuple[str, str] | None:
    """(subject, what it did) when a day stands before or right behind the subject of one past act; else None."""
    before, after = shape.before, shape.after.lstrip("，, ")
    if not shape.subject or "，" in after or "，" in before:
        return None
    if not before and after.startswith(shape.subject):
        subject, act = shape.subject, after[len(shape.subject) :]
    elif before == shape.subject and shape.after[:1] not in "，,":
        subject, act = before, after
    else:
        return None
    act = re.sub(r"(?<=[\u4e00-\u9fff])了(?!解|结)", "", act, count=1)
    if (
        not act
        or len(act) > _VERB_PHRASE_MOST
        or re.search(r"[后後前時时中上]$", act)
        or _NO_SHI_DE.search(act)
        or "了" in act
    ):
        return None
    return subject, act


def _check_place(sentence: Sentence, fact: Fact, shape: Frame) -> None:
    """Names are asked where they act or are acted on, places where something is: not as owners or in passing."""
    before = sentence.simplified[: shape.hole[0]]
    owner = _noun_follows(sentence, shape.hole[1]) or sentence.simplified[shape.hole[1] : shape.hole[1] + 1] in (
        "的",
        "之",
    )
    if any(
        f.kind == "place" and f.start == sentence.start + shape.hole[1] for f in sentence.facts if fact.kind == "place"
    ):
        raise Refused("a place that another one narrows down")
    if fact.kind == "list" and (fact.rule.startswith("respectively") or owner):
        raise Refused("one of several paired answers")
    if (fact.kind == "place" or fact.rule == "joined_place") and not (
        _AT.search(before) or (_is_subject(sentence, shape) and not owner)
    ):
        raise Refused("a place only mentioned")
    if fact.kind == "place" and _AT.search(before) and owner and not before.endswith(("在", "于")):
        raise Refused("a place only mentioned")
    if fact.kind == "person" and _noun_precedes(sentence, shape.hole[0]):
        raise Refused("a title would be left hanging")
    if fact.kind == "figure" and _UNIT_OF.match(sentence.simplified, shape.hole[1]):
        raise Refused("part of a compound")
    if fact.kind in ("person", "organisation") and owner:
        raise Refused("a name only mentioned")
    if fact.kind == "organisation" and not (_is_subject(sentence, shape) or _AFTER_BODY.search(before)):
        raise Refused("a name only mentioned")


def _noun_precedes(sentence: Sentence, at: int) -> bool:
    """A noun or 的 leans on what begins at `at`: 北韩方面|副委员长, 76岁的|他."""
    rest = tokens_in(sentence, 0, at)
    if not rest or rest[-1].end - sentence.start != at:
        return False
    last = rest[-1]
    fact = next((f for f in sentence.facts if f.start <= last.start and last.end <= f.end), None)
    if fact:
        return fact.kind in ("role", "organisation", "place")
    return last.word in ("的", "和", "与", "及", "以及") or pos(last.word) in {"n", "a", "q"}


def _is_subject(sentence: Sentence, shape: Frame) -> bool:
    head = sentence.simplified[: shape.hole[0]]
    return (
        not head.strip()
        or bool(re.search(r"[，；：。]\s*$", head))
        or head.endswith(("日", "月", "年", "天", "午", "晚"))
    )


def _noun_follows(sentence: Sentence, at: int) -> bool:
    """A noun leans on what ends at `at`: 特朗普|政府, 英伟达|股价, 20%|关税."""
    rest = tokens_in(sentence, at, len(sentence.text))
    if not rest or rest[0].start - sentence.start != at:
        return False
    following = next((f for f in sentence.facts if f.start == rest[0].start), None)
    return (
        (following is not None
        and following.kind not in ("date", "figure"))
        or (following is None and pos(rest[0].word) in {"n", "vn", "a", "m", "q", "f"})
    )
