"""What is not asked: conditions, wishes, questions, lists and pairs, quotations, figures of nothing, passing mentions."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizgen import tables
from quizgen.asking import deixis
from quizgen.asking.antecedents import PRONOUNS
from quizgen.asking.grammar import clauses, tokens_in
from quizgen.asking.stretch import Range, Refused, Stretch, hole
from quizgen.items import Fact, Sentence
from quizgen.naming.boundaries import is_common, pos

#: a subject of this many characters is a term of its own: 存款准备金率
_TERM_LEAST = 5
_TERM_ALONE = 4  # and one word of this many is one too
_IS = re.compile(r"(?:就|也|都|便)?是(?!在|因)")
_SIZES = frozenset(["米", "公里", "公尺", "厘米", "毫米", "公斤", "克", "吨", "度"])
_MUTUAL = re.compile(r"[^，。]{0,6}(?:鏖战|对阵|交手|相遇|会师|对决|过招|激战|苦战)")
_GIVES = re.compile(r"(?:提供|捐出|捐赠|捐助|拨出|拨款|赠送)")
_TO_WHOM = re.compile(r"向|给(?!予)|对|为[^，。]{1,10}(?:提供|拨)|(?:提供|捐赠|给予)[^，。]{0,3}(?:灾区|国)")
_ONLY_ONE = re.compile(r"首[位个名次]|第一|唯一|最|冠军|创始人|得主|发明")
_HELD = re.compile(r"(?:举行|召开|进行|发生|举办|公布|发表)的")
_IN_SCENE = re.compile(r"[在于][^，。]*?的[^，。的]{1,10}?(?:中|上|里|内|期间|后|前|时|下)(?=[^，。])")
_HAPPENS = re.compile(r"(?:[^，。]{0,8})(?:发生|爆发|出现)")
_NAMES = ("person", "organisation", "place")
_JOINED = re.compile(r"[、和与及]|以及")
_LEANS_AFTER = re.compile(
    r"[、]|(?:和|与|及|以及)(?=[^，。]{1,14}(?:等|都|均|一同|共同|分别|[、和]))|等(?!待|候|于|同|级|到|距|值|式)"
)
_EACH = re.compile(r"分别|各(?!地|国|界|自由|种|类|项|方|级|部)")
_QUOTES = ("「」", "『』", "“”", "‘’", "《》", "（）", "()")
#: what may stand before a place for the clause to say where something is or goes
_AT = re.compile(
    r"(?:在|于|到|至|往|赴|抵达|抵|访问|飞往|来自|位于|前往|落户|设在|设于|登陆|进入|返回|回到|离开|袭击|重返|出访|到访|移师)$"
)
_AFTER_BODY = re.compile(r"(?:由|被|与|同|向|对|给|给予|获|经|和|跟|加入|收购|起诉|击败|战胜)$")
#: 7天|期, 15年|级: the figure names a kind, it measures nothing
_UNIT_OF = re.compile(r"期(?!间)|级(?=[^，。]?的)|型|款的|届(?=的)|来(?=[，向对])|以来|起")


def check_sentence(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the sentence alone rules out, whatever is cut from it."""
    text = sentence.simplified
    own = next((text[c.start : c.end] for c in clauses(sentence) if c.start <= gap[0] < c.end), "")
    if deixis.CONDITIONAL.search(text[: gap[1]]):
        raise Refused("in a condition")
    if _EACH.search(own) or fact.rule.startswith("respectively"):
        raise Refused("one of several paired answers")
    if any(text[: gap[0]].count(a) > text[: gap[0]].count(b) for a, b in _QUOTES):
        raise Refused("inside a quotation or bracket")
    leans = fact.kind in (*_NAMES, "list") and _LEANS_AFTER.match(text, gap[1])
    if leans or text[: gap[0]].endswith("、") or _listed(sentence, fact, gap):
        raise Refused("one of a list")
    _check_place(sentence, fact, gap)


def check_stretch(stretch: Stretch, meant: Mapping[str, str]) -> None:
    """`meant` are the pronouns that will be put right. Raises `Refused` for what the words of a stretch rule out: wishes, denials, questions, figures of nothing."""
    sentence, text = stretch.sentence, stretch.simplified
    asks = re.search(r"[？?][」』”’）)]*$", sentence.simplified) and stretch.ranges[-1][1] >= clauses(sentence)[-1].end
    if asks or deixis.QUESTION.search(text):
        raise Refused("in a question")
    if deixis.UNCERTAIN.search(text):
        raise Refused("uncertain or wished for")
    if deixis.NEGATED.intersection(t.word for t in stretch.tokens):
        raise Refused("negated")
    if deixis.TORN.intersection(t.word for t in stretch.tokens):
        raise Refused("leans on what came before")
    if _GIVES.search(text) and not _TO_WHOM.search(text):
        raise Refused("to whom is not told")
    if deixis.ANY.search(text):
        raise Refused("holds a word that asks or means any")
    if not _is_identified(stretch, meant):
        raise Refused("nothing in it is named")
    if stretch.fact.kind not in ("figure", "reason", "list") and _inside_relative(stretch):
        raise Refused("inside a clause that qualifies a noun")
    if stretch.fact.kind == "figure" and not _measured(stretch):
        raise Refused("what the figure measures is not told")
    if stretch.fact.kind != "date" and any(a == stretch.hole[0] for a, _ in stretch.ranges):
        if sentence.simplified[stretch.hole[1] : stretch.hole[1] + 1] in ("，", "；"):
            raise Refused("too little said to ask")


def noun_follows(sentence: Sentence, at: int) -> bool:
    """A noun leans on what ends at `at`: 特朗普|政府, 英伟达|股价, 20%|关税."""
    rest = tokens_in(sentence, at, len(sentence.text))
    if not rest or rest[0].start - sentence.start != at:
        return False
    following = next((f for f in sentence.facts if f.start == rest[0].start), None)
    if following:
        return following.kind not in ("date", "figure")
    return pos(rest[0].word) in {"n", "vn", "a", "m", "q", "f"}


def _check_place(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Names are asked where they act or are acted on, places where something is: not as owners or in passing."""
    text = sentence.simplified
    before, of = text[: gap[0]], text.startswith(("的", "之"), gap[1])
    owner = of or noun_follows(sentence, gap[1])
    heads = _heads_clause(before)
    if fact.kind in ("person", "organisation") and _IS.match(text, gap[1]) and not _ONLY_ONE.search(text[gap[1] :]):
        raise Refused("one of many that are so")
    if fact.kind == "person" and _MUTUAL.match(text, gap[1]):
        raise Refused("true of both sides")
    if fact.value.endswith(" 岁") and of:
        raise Refused("a figure only mentioned")
    if fact.kind == "place" and heads and not _HAPPENS.match(text, gap[1]):
        raise Refused("a place only mentioned")
    if fact.kind == "date" and of:
        raise Refused("a day only mentioned")
    if fact.kind == "place" or fact.rule == "joined_place":
        narrowed = any(f.kind == "place" and f.start - sentence.start in (gap[1], gap[1] + of) for f in sentence.facts)
        at = _AT.search(before) is not None
        if narrowed or not (at or (heads and not owner)) or (at and owner and not before.endswith(("在", "于"))):
            raise Refused("a place only mentioned")
    if fact.kind in ("person", "organisation", "list") and owner:
        raise Refused("a name only mentioned")
    if fact.kind == "person" and _hangs(sentence, gap[0]):
        raise Refused("a title would be left hanging")
    if fact.kind == "organisation" and not (heads or _AFTER_BODY.search(before)):
        raise Refused("a name only mentioned")
    if fact.kind == "figure" and (_UNIT_OF.match(text, gap[1]) or _names_a_kind(sentence, fact, gap)):
        raise Refused("part of a compound")


def _is_identified(stretch: Stretch, meant: Mapping[str, str]) -> bool:
    """Its subject is more than a bare noun (谈判, 系统: which?), and it names someone, some place or some term."""
    subjects = [c.subject for c in clauses(stretch.sentence) if c.subject and _is_shown(stretch, c.subject)]
    if any(_is_bare(stretch, subject) for subject in subjects):
        return False
    if any(f.kind in _NAMES for f in stretch.others):
        return True
    if any(t.word in meant or _names_countries(t.word) for t in stretch.tokens):
        return True
    return any(b - a >= _TERM_ALONE for a, b in subjects) or _longest_term(stretch) >= _TERM_LEAST


def _is_shown(stretch: Stretch, subject: Range) -> bool:
    """The subject stands in the stretch, apart from the hole."""
    inside = any(a <= subject[0] and subject[1] <= b for a, b in stretch.ranges)
    return inside and not (subject[0] < stretch.hole[1] and stretch.hole[0] < subject[1])


def _names_countries(word: str) -> bool:
    """中美, 俄乌, 日韩: a character for each country."""
    return len(word) == 2 and all(char in tables.words("country_characters") for char in word)


def _is_bare(stretch: Stretch, subject: Range) -> bool:
    """A subject of a word or two that names nothing: 谈判, 返回器."""
    inside = tokens_in(stretch.sentence, *subject)
    if not inside or subject[1] - subject[0] >= _TERM_ALONE or inside[0].word in PRONOUNS:
        return False
    facts = [f for f in stretch.others if f.start < inside[-1].end and inside[0].start < f.end]
    return not facts and all(is_common(t.word) and not _names_countries(t.word) for t in inside)


def _met(sentence: Sentence, one: Fact, other: Fact) -> bool:
    """与 between two people who met or talked joins no list: each is asked for."""
    spans = [f for f in sentence.facts if f.kind == "event" and f.rule in ("met", "talked")]
    return any(f.start <= min(one.start, other.start) and max(one.end, other.end) <= f.end for f in spans)


def _longest_term(stretch: Stretch) -> int:
    """Characters of the longest run of nouns outside the hole; a verb between nouns is one of them (住房|贷款|比例)."""
    run = edge = longest = 0
    for token in stretch.tokens:
        start = token.start - stretch.sentence.start
        kind = pos(token.word)
        joins = kind in ("n", "vn", "a") or (kind == "v" and run > 0 and start == edge)
        outside = not stretch.hole[0] <= start < stretch.hole[1]
        run = (run if start == edge else 0) + len(token.word) if joins and outside else 0
        edge = token.end - stretch.sentence.start
        longest = max(longest, run if kind != "v" else 0)
    return longest


def _inside_relative(stretch: Stretch) -> bool:
    """欧盟|输往美国的商品将…, 与谁会晤时许下|的承诺: the hole belongs to what qualifies a later noun."""
    base = stretch.sentence.start
    own = next(c.end for c in clauses(stretch.sentence) if c.start <= stretch.hole[0] < c.end)
    rest = stretch.sentence.simplified[stretch.hole[1] : own]
    behind = [t for t in stretch.tokens if stretch.hole[1] <= t.start - base and t.end - base <= own]
    at = next((i for i, t in enumerate(behind) if t.word == "的"), None)
    if at is None or not any(pos(t.word) in ("v", "vn", "p") for t in behind[:at]):
        return False
    if stretch.fact.kind == "date" and _HELD.match(rest):
        return False  # 在哪一天举行的大选中 asks well
    if not _heads_clause(stretch.sentence.simplified[: stretch.hole[0]]):
        return stretch.fact.kind != "date" and not any(f.start <= behind[at - 1].start < f.end for f in stretch.others)
    if _IN_SCENE.match(rest) or any(f.kind == "place" and f.start == behind[at].end for f in stretch.others):
        return False  # 工党|在…举行的大选中取得: the 的 is the scene's
    return any(pos(t.word) in ("v", "d") for t in behind[at + 1 :])


def _names_a_kind(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """男子|100米|自由泳: a size between two nouns belongs to a name."""
    sized = fact.value.rsplit(" ", 1)[-1] in _SIZES
    return sized and noun_follows(sentence, gap[1]) and _hangs(sentence, gap[0])


def _heads_clause(before: str) -> bool:
    """Nothing, a comma or a day stands before: it is the subject."""
    return not before.strip() or bool(re.search(r"[，；：。]\s*$|[日月年天午晚]$", before))


def _hangs(sentence: Sentence, at: int) -> bool:
    """A noun or 的 leans on what begins at `at` although the hole did not take it in: 北韩方面|副委员长."""
    rest = tokens_in(sentence, 0, at)
    if not rest or rest[-1].end - sentence.start != at:
        return False
    last = rest[-1]
    fact = next((f for f in sentence.facts if f.start <= last.start and last.end <= f.end), None)
    if fact:
        return fact.kind in ("role", "organisation", "place")
    return last.word in ("的", "和", "与", "及", "以及") or pos(last.word) in {"n", "a", "q"}


def _listed(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Another fact of the same kind stands next to it, only joined by 、 or 和: which of them would be asked for?"""
    for other in sentence.facts:
        if other.kind == fact.kind != "list" and other.start != fact.start:
            around = hole(sentence, other)
            between = sentence.simplified[min(gap[1], around[1]) : max(gap[0], around[0])]
            if _JOINED.fullmatch(between.strip()) and not _met(sentence, fact, other):
                return True
    return False


def _measured(stretch: Stretch) -> bool:
    """A common noun of two characters stands beside the names: what the figure is a figure of."""
    covered = [(f.start, f.end) for f in (*stretch.others, stretch.fact) if f.kind in (*_NAMES, "date", "figure")]
    free = (t for t in stretch.tokens if not any(i <= t.start and t.end <= j for i, j in covered))
    return any(len(t.word) > 1 and pos(t.word) in ("n", "vn") for t in free)
