"""How a name, a noun or a figure stands in its clause: named or bare, owned, listed, inside a relative clause."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizgen import tables
from quizgen.asking.antecedents import PRONOUNS
from quizgen.asking.grammar import clause_at, clauses
from quizgen.asking.holes import hole
from quizgen.asking.stretch import Range, Stretch
from quizgen.asking.tagged import tag, tokens_in
from quizgen.items import Fact, Sentence, Token
from quizgen.naming.boundaries import is_common

NAMES = ("person", "organisation", "place")
#: what a clause says of a name, as against what it counts under that name
_AMOUNT = re.compile(r" (?:%|pp|[A-Z]{3}|年|岁|天|小时|分钟|秒|个月|次|人|名|点)$|:|^第")
#: verbs that say what a sum is: 投资|1000亿美元
_SPENT = frozenset("投资 斥资 出资 集资 融资 捐款 罚款 拨款 耗资 注资 加码 盈利 亏损".split())
_NTH_TIME = re.compile(r"^第\d+ (?:次|届|轮|期)$")
_JOINED = re.compile(r"[、和与及]|以及")
#: a term of this many characters names something by itself: 存款准备金率; as a subject one of four does
_TERM_LEAST, _TERM_ALONE = 5, 4
_POINTING = frozenset("有关 相关 另一 其他 其余 多个 多名 部分 不少 一些 全部 整个 所有 双方".split())
_HELD = re.compile(r"(?:举行|召开|进行|发生|举办|公布|发表)的")
_IN_SCENE = re.compile(r"[在于][^，。]*?的[^，。的]{1,10}?(?:中|上|里|内|期间|后|前|时|下)(?=[^，。])")


def noun_follows(sentence: Sentence, at: int) -> bool:
    """A noun leans on what ends at `at`: 特朗普|政府, 英伟达|股价, 20%|关税."""
    rest = tokens_in(sentence, at, len(sentence.text))
    if not rest or rest[0].start - sentence.start != at:
        return False
    following = next((f for f in sentence.facts if f.start == rest[0].start), None)
    if following and following.kind == "figure" and _NTH_TIME.search(following.value):
        return noun_follows(sentence, following.end - sentence.start)  # 全国人民代表大会|第三次会议
    if following and following.kind == "figure":
        return not _AMOUNT.search(following.value)  # 卢武铉和朴槿惠|两案, 航天科技集团|五院
    if following:
        return following.kind != "date"
    return tag(sentence, rest[0]) in {"n", "vn", "a", "m", "q", "f"}


def is_identified(stretch: Stretch, meant: Mapping[str, str]) -> bool:
    """Its subject is more than a bare noun (谈判, 系统: which?), and it names someone, some place or some term."""
    subjects = [c.subject for c in clauses(stretch.sentence) if c.subject and _is_shown(stretch, c.subject)]
    if any(_is_bare(stretch, subject) for subject in subjects):
        return False
    if any(f.kind in NAMES for f in stretch.others) or "《" in stretch.around:
        return True
    if stretch.fact.kind == "organisation" and any(f.kind == "figure" for f in stretch.others):
        return True  # 哪家公司营收达3357亿元: the sum tells which
    if any(t.word in meant or names_countries(t.word) for t in stretch.tokens):
        return True
    return any(b - a >= _TERM_ALONE for a, b in subjects) or _longest_term(stretch) >= _TERM_LEAST


def _is_shown(stretch: Stretch, subject: Range) -> bool:
    """The subject stands in the stretch, apart from the hole."""
    inside = any(a <= subject[0] and subject[1] <= b for a, b in stretch.ranges)
    return inside and not (subject[0] < stretch.hole[1] and stretch.hole[0] < subject[1])


def names_countries(word: str) -> bool:
    """中美, 俄乌, 日韩: a character for each country."""
    return len(word) == 2 and all(char in tables.words("country_characters") for char in word)


def _is_bare(stretch: Stretch, subject: Range) -> bool:
    """A subject of a word or two that names nothing: 谈判, 返回器."""
    inside = tokens_in(stretch.sentence, *subject)
    told = [t for t in inside if not _counts_or_points(stretch, t)]
    if not inside or inside[0].word in PRONOUNS:
        return False
    if sum(len(t.word) for t in told) >= _TERM_ALONE:
        return False
    facts = [f for f in stretch.others if f.kind in NAMES and f.start < inside[-1].end and inside[0].start < f.end]
    return not facts and all(is_common(t.word) and not names_countries(t.word) for t in inside)


def _counts_or_points(stretch: Stretch, token: Token) -> bool:
    """三名|法官, 第一条, 有关|部门: which of them is meant is not told."""
    return tag(stretch.sentence, token) in ("m", "q", "r", "b", "u") or token.word in _POINTING


def _longest_term(stretch: Stretch) -> int:
    """Characters of the longest run of nouns outside the hole; a verb between nouns is one of them (住房|贷款|比例)."""
    run = edge = longest = 0
    for token in stretch.tokens:
        start = token.start - stretch.sentence.start
        kind = tag(stretch.sentence, token)
        joins = kind in ("n", "vn", "a") or (kind == "v" and run > 0 and start == edge)
        outside = not stretch.hole[0] <= start < stretch.hole[1]
        run = (run if start == edge else 0) + len(token.word) if joins and outside else 0
        edge = token.end - stretch.sentence.start
        longest = max(longest, run if kind != "v" else 0)
    return longest


def inside_relative(stretch: Stretch) -> bool:
    """欧盟|输往美国的商品将…, 与谁会晤时许下|的承诺: the hole belongs to what qualifies a later noun."""
    base = stretch.sentence.start
    own = clause_at(stretch.sentence, stretch.hole[0])
    if own is None:
        return False
    rest = stretch.sentence.simplified[stretch.hole[1] : own.end]
    behind = [t for t in stretch.tokens if stretch.hole[1] <= t.start - base and t.end - base <= own.end]
    at = next((i for i, t in enumerate(behind) if t.word == "的"), None)
    if at is None or not any(tag(stretch.sentence, t) in ("v", "vn", "p") for t in behind[:at]):
        return False
    if stretch.fact.kind == "date" and _HELD.match(rest):
        return False  # 在哪一天举行的大选中 asks well
    before = (t for t in stretch.tokens if own.start <= t.start - base < stretch.hole[0])
    if stretch.fact.kind == "date" and any(tag(stretch.sentence, t) == "v" for t in before):
        return True  # 北韩重申金正恩|4月27日|…许下的承诺
    if stretch.fact.kind == "place" and own.subject and own.subject[1] <= stretch.hole[0]:
        return False  # 代表团在|伊斯坦布尔|举行自去年春季以来的谈判
    if not heads_clause(stretch.sentence.simplified[: stretch.hole[0]]):
        return stretch.fact.kind != "date" and not any(f.start <= behind[at - 1].start < f.end for f in stretch.others)
    if _IN_SCENE.match(rest):
        return False  # 工党|在…举行的大选中取得: the 的 is the scene's
    if stretch.fact.kind == "date":
        return True  # 8月14日|发生的惨剧: a noun, whatever is said of it
    return any(tag(stretch.sentence, t) in ("v", "d") for t in behind[at + 1 :])


def heads_clause(before: str) -> bool:
    """Nothing, a comma or a day stands before: it is the subject."""
    return not before.strip() or bool(re.search(r"[，；：。！？\s｜|／/]\s*$|[日月年天午晚]$", before))


def hangs(sentence: Sentence, at: int) -> bool:
    """A noun or 的 leans on what begins at `at` although the hole did not take it in: 北韩方面|副委员长."""
    rest = tokens_in(sentence, 0, at)
    if sentence.simplified[at - 1 : at] in ("」", "』", "”", "》"):
        return True  # “女飞鱼”|何诗蓓
    if not rest or rest[-1].end - sentence.start != at:
        return False
    last = rest[-1]
    fact = next((f for f in sentence.facts if f.start <= last.start and last.end <= f.end), None)
    if fact:
        return fact.kind in ("role", "organisation", "place")
    return last.word in ("的", "之一", "和", "与", "及", "以及") or tag(sentence, last) in {"n", "a", "q"}


def listed(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """Another fact of the same kind stands next to it, only joined by 、 or 和: which of them would be asked for?"""
    for other in sentence.facts:
        if other.kind == fact.kind != "list" and other.start != fact.start:
            around = hole(sentence, other)
            between = sentence.simplified[min(gap[1], around[1]) : max(gap[0], around[0])]
            joined = _JOINED.fullmatch(between.strip()) and not (
                fact.kind == "place" and _together(sentence, gap, around)
            )
            if joined and not _met(sentence, fact, other):
                return True
    return False


def _together(sentence: Sentence, one: Range, other: Range) -> bool:
    """与 is a preposition here: 在维也纳|与|伊朗达成协议."""
    start, end = min(one[1], other[1]), max(one[0], other[0])
    return any(tag(sentence, t) == "p" for t in tokens_in(sentence, start, end))


def _met(sentence: Sentence, one: Fact, other: Fact) -> bool:
    """与 between two people who met or talked joins no list: each side is asked for."""
    sides = {p.start: p.name for f in sentence.facts if f.kind == "event" for p in f.parts if p.name in ("who", "whom")}
    return {sides.get(one.start), sides.get(other.start)} == {"who", "whom"}


def measured(stretch: Stretch) -> bool:
    """A common noun of two characters stands beside the names, or a verb of spending: what the figure tells of."""
    covered = [(f.start, f.end) for f in (*stretch.others, stretch.fact) if f.kind in (*NAMES, "date", "figure")]
    free = (t for t in stretch.tokens if not any(i <= t.start and t.end <= j for i, j in covered))
    return any(len(t.word) > 1 and (tag(stretch.sentence, t) in ("n", "vn") or t.word in _SPENT) for t in free)


def bare_relation(stretch: Stretch) -> bool:
    """A noun that asks "of what?" (得主, 任务, 银牌) stands with nothing before it, and nothing else tells of what."""
    if any(f.kind in ("organisation", "place") for f in stretch.others):
        return False
    before, bare, told = None, False, False
    for token in stretch.tokens:
        if token.word in tables.words("relational_nouns"):
            adjacent = before is not None and before.end == token.start
            owned = (
                adjacent and before is not None and not (tag(stretch.sentence, before) == "v" and len(before.word) > 1)
            )
            told, bare = told or owned, bare or not owned
        before = token
    return bare and not told
