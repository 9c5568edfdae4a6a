"""Who met whom, where and when: a record that joins the facts of a sentence; and rounds with their places.

A record is what questions are best made from: 何立峰和贝森特是在哪个城市举行会谈的？
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.items import Fact, Line, Part, Source
from quizgen.naming.spans import by_line

KIND = "event"

_SENTENCE = re.compile(r"[^。！？；]+[。！？；]?")
_MEETS = re.compile(
    r"(?:举行|展开|进行|开始)?了?(?:[首一二两三四五六七八九十\d]+(?:次|场|轮))?(?:双边|面对面|正式|闭门|工作|视频|电话|最高级别)?"
    r"(?:会谈|会晤|会面|会见|磋商|通电话|通话|通了电话|对话|谈判)"
)
#: what may stand between the first party and 同 or 与: a bracket, a day, 应约, and where they were
_WITH = re.compile(
    r"(?:[（(][^（）()]*[)）])?(?:(?:\d+月)?\d+日|[昨今当]天|[昨今当]日|周[一二三四五六日]|星期[一二三四五六日]|日前|应约|应邀|随后|已|再次|率团)?"
    r"(?:在[^。；]{2,30}?，?)?(?:同|与|和|跟)"
)
_NOT_HELD = re.compile(
    r"如果|若|假如|计划|预定|预计|将于|将在|准备|可能|或将|有望|希望|拟|打算|提议|推迟|取消|拒绝|能否|是否|没有|未|不"
)
_ROUNDS = re.compile(
    r"([一二两三四五六七八九十\d]+)(?:轮|次|场|届)([\u4e00-\u9fff]{2,6}?)(?=的|，|都|均|分别|先后|地点|在|是)"
)
_HELD_THERE = re.compile(r"(?:先后|相继|顺利)?(?:举行|召开|进行|展开|举办|登场|开幕)")
#: what 分别 pairs: a list of subjects right before it, and the verb between it and the items
_KEYS = re.compile(
    r"(?:^|[，；：的])(?P<keys>[^，。；：、的]{1,12}(?:、[^，。；：、]{1,12})*(?:和|与|及|以及)[^，。；：、和与及的]{1,12}?)"
    r"(?P<noun>的[^，。；、的]{1,8}?)?(?:也|都|将|已|则)?分别(?P<link>[^，。；：\d]{0,4})$"
)
_AND = re.compile(r"[、和与及]|以及")
_ORDINAL = re.compile(r"第[一二三四五六七八九十\d]+(?:轮|次|场|届|阶段|期)")
_DIGITS = "零一二三四五六七八九十"


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """Meetings (rules `met`, `talked`), and rounds with their places (rule `rounds`).

    Parts of a meeting: `who` and `whom` (persons), `verb`, and, where the sentence has them, `place`, `date`.
    Parts of rounds: one `member` each in order, `what` (the thing held) with the number of rounds as its value.
    """
    out: list[Fact] = []
    for line, inside in by_line(lines, found):
        if line.role == "credit":
            continue
        for sentence in _SENTENCE.finditer(line.simplified):
            span = (line.start + sentence.start(), line.start + sentence.end())
            facts = [f for f in inside if span[0] <= f.start and f.end <= span[1]]
            out += _meetings(line, sentence, facts)
            out += _rounds(line, sentence, facts)
            out += _pairs(line, sentence, facts)
    return out


def _meetings(line: Line, sentence: re.Match[str], facts: Sequence[Fact]) -> Iterator[Fact]:
    people = sorted((f for f in facts if f.kind == "person"), key=lambda f: f.start)
    for verb in _MEETS.finditer(line.simplified, *sentence.span()):
        before = [p for p in people if p.end <= line.start + verb.start() and _same_clause(line, p, verb)]
        split = next((i for i, p in enumerate(before) if _WITH.match(line.simplified, p.end - line.start)), None)
        if split is None or split + 1 >= len(before) or _NOT_HELD.search(line.simplified, sentence.start(), verb.end()):
            continue
        yield _meeting(line, before[: split + 1], before[split + 1 :], verb, facts)
        return


def _same_clause(line: Line, person: Fact, verb: re.Match[str]) -> bool:
    """One comma may stand between: behind a long phrase of place (…在苏格兰的球场，与…会谈)."""
    between = line.simplified[person.end - line.start : verb.start()]
    return not re.search(r"[。；：]", between) and len(re.findall("，", between)) <= bool(
        re.search(r"，(?:同|与|和|跟)", between)
    )


def _meeting(line: Line, who: Sequence[Fact], whom: Sequence[Fact], verb: re.Match[str], facts: Sequence[Fact]) -> Fact:
    start, end = who[0].start, line.start + verb.end()
    place = next(
        (f for f in reversed(facts) if f.kind == "place" and start <= f.start and f.end <= end and _is_venue(line, f)),
        None,
    )
    date = next((f for f in reversed(facts) if f.kind == "date" and f.end <= end and not f.doubt and f.value), None)
    parts = [_part("who", f) for f in who] + [_part("whom", f) for f in whom]
    parts.append(Part("verb", line.text[verb.start() : verb.end()], line.start + verb.start(), end, verb.group()))
    parts += [_part(name, f) for name, f in (("place", place), ("date", date)) if f]
    rule = "talked" if "话" in verb.group() and "对话" not in verb.group() else "met"
    value = "|".join([*sorted(f.value for f in (*who, *whom)), date.value if date else ""])
    return Fact(KIND, line.text[start - line.start : verb.end()], start, end, value, rule, tuple(parts))


def _part(name: str, fact: Fact) -> Part:
    return Part(name, fact.text, fact.start, fact.end, fact.value)


def _is_venue(line: Line, place: Fact) -> bool:
    """在 or 于 stands before it, or before the country that does."""
    start = place.parts[0].start if place.parts and place.parts[0].name == "country" else place.start
    return line.simplified[start - line.start - 1] in "在于" if start > line.start else False


def _rounds(line: Line, sentence: re.Match[str], facts: Sequence[Fact]) -> Iterator[Fact]:
    """这四轮谈判…分别在日内瓦、伦敦、斯德哥尔摩和马德里举行: as many places as rounds, so they pair off."""
    span = (line.start + sentence.start(), line.start + sentence.end())
    for listed in (f for f in facts if f.kind == "list" and f.rule == "respectively_place"):
        if not _HELD_THERE.match(line.simplified, listed.end - line.start):
            continue
        members = [p for p in listed.parts if p.name == "member"]
        for match in _ROUNDS.finditer(line.simplified, sentence.start(), listed.start - line.start):
            if _number(match[1]) == len(members) and listed.end <= span[1]:
                what = Part(
                    "what",
                    line.text[match.start(2) : match.end(2)],
                    line.start + match.start(2),
                    line.start + match.end(2),
                    str(len(members)),
                )
                value = f"rounds|{match[2]}|{listed.value}"
                yield Fact(KIND, listed.text, listed.start, listed.end, value, "rounds", (what, *members))
                break


def _pairs(line: Line, sentence: re.Match[str], facts: Sequence[Fact]) -> Iterator[Fact]:
    """第二轮和第三轮会谈分别于…、…展开; 出口和进口分别增长5%和3%: as many subjects as items, so they pair off.

    Parts: `key` and `member` in turn; `noun` that all keys share (会谈, 的出口额); `link` is what stands between
    分别 and the items, `verb` what follows them.
    """
    base = line.start + sentence.start()
    for listed in (f for f in facts if f.kind == "list" and f.rule.startswith("respectively")):
        members = [p for p in listed.parts if p.name == "member"]
        match = _KEYS.search(line.simplified[sentence.start() : listed.start - line.start])
        keys = _AND.split(match["keys"]) if match else []
        if match is None or len(keys) != len(members) or not all(keys):
            continue
        noun = (
            (base + match.start("noun"), base + match.end("noun"))
            if match["noun"]
            else _shared_noun(keys, base + match.end("keys"))
        )
        parts = [_span(line, "link", base + match.start("link"), base + match.end("link"))]
        parts += [_span(line, "noun", *noun)] if noun else []
        at = base + match.start("keys")
        for key, member in zip(keys, members, strict=True):
            start = line.start + line.simplified.index(key, at - line.start)
            at = start + len(key)
            end = min(at, noun[0]) if noun and start < noun[0] else at
            parts += [_span(line, "key", start, end), member]
        verb = re.match(r"[^，。；：！？]{0,8}", line.simplified[listed.end - line.start :])
        end = listed.end + (verb.end() if verb else 0)
        parts.append(_span(line, "verb", listed.end, end))
        value = f"pairs|{match['keys']}|{listed.value}"
        yield Fact(KIND, listed.text, listed.start, listed.end, value, "pairs", tuple(parts))


def _span(line: Line, name: str, start: int, end: int) -> Part:
    return Part(name, line.text[start - line.start : end - line.start], start, end)


def _shared_noun(keys: Sequence[str], end: int) -> tuple[int, int] | None:
    """Where 会谈 of 第二轮和第三轮会谈 stands: the last ordinal bears the noun of all; None where keys are nouns."""
    shared = _ORDINAL.match(keys[-1])
    length = len(keys[-1]) - shared.end() if shared and all(map(_ORDINAL.fullmatch, keys[:-1])) else 0
    head = keys[0][-2:]  # 装备制造业和高技术制造业|增加值
    if not length and all(key.endswith(head) for key in keys[:-1]) and head in keys[-1][:-1]:
        length = len(keys[-1]) - keys[-1].rfind(head) - len(head)
    return (end - length, end) if length else None


def _number(numeral: str) -> int:
    if numeral.isdecimal():
        return int(numeral)
    return 2 if numeral == "两" else _DIGITS.find(numeral)
