"""Names that are not asked for since they are not whole, or name no one: pieces, common nouns, bare surnames."""

from __future__ import annotations

import re

from quizgen.asking.standing import NAMES
from quizgen.asking.stretch import Range
from quizgen.asking.tagged import fact_at, tag
from quizgen.items import Fact, Sentence
from quizgen.language import entries
from quizgen.naming.boundaries import is_common
from quizgen.naming.foreign import DOT, is_transliteration

#: of these there are many: 环保组织, 联邦军队, 特区政府
_GENERIC = re.compile(
    r"^.{2,4}(?:组织|军队|政府|人民政府|机构|部门|团体|公司|企业|媒体|球队|队伍|协会|工会|法院|警方|军方)$"
)
#: 张举|能及常任法官: a modal verb has one behind it
_MODAL = re.compile(r"[能可会应](?=[及和与、，。])")
#: 托马斯|-格林菲尔德; but not a dash in the sentence
_DASHED = re.compile(r"(?<![-－–—])[-－–—·・／/](?![-－–—])(?=[\u4e00-\u9fff]|$)")
_POLITE = re.compile("先生|女士|小姐|太太|阿姨|大爷|老伯")
_GAMES = re.compile(r"(?:奥运会|冬奥会|残奥会|亚运会|全运会|世博会|进博会|峰会|世界杯)$")
_SHIP = re.compile(r"[”」』]?号(?![召称])")


def is_torn(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """A piece of a longer name: 马里|亚纳海沟, 托马斯|-格林菲尔德, “惠灵顿”|号."""
    if fact.kind not in NAMES:
        return False
    text, (start, end) = sentence.simplified, (fact.start - sentence.start, fact.end - sentence.start)
    if _MODAL.match(text, end) or (text[start:end].endswith("约") and text[end : end + 1].isdecimal()):
        return True  # 张举|能, 以|北约|65公里
    if _DASHED.search(text[:start]) or _DASHED.match(text, end) or _SHIP.match(text, end):
        return True
    if fact.kind == "person" and any(entries(text[start : end + n]) for n in (1, 2) if end + n <= len(text)):
        return True  # 马拉|松
    if fact.kind == "person" and start and entries(text[start - 1 : start + 1]) and not is_transliteration(text[start]):
        return True  # 推|高瑞郎
    body = next((f for f in sentence.facts if f.kind == "organisation" and f.end == fact.start), None)
    if fact.kind == "place" and body is not None:
        return True  # 滙豐|亞太
    foreign = all(is_transliteration(c) or c in DOT for c in text[start:end])
    return foreign and any(_runs_on(sentence, at) for at in (start - 1, end))


def _runs_on(sentence: Sentence, at: int) -> bool:
    """A character beside a foreign name that may be its own, and is no word that could stand there."""
    token = next((t for t in sentence.tokens if t.start <= sentence.start + at < t.end), None)
    return (
        token is not None
        and all(is_transliteration(c) for c in token.word)
        and not fact_at(sentence, token)
        and tag(sentence, token) not in ("p", "c", "d", "u", "f", "v", "a")
    )


def is_short(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """陳官, 李某: no name that anybody would learn."""
    if fact.kind != "person":
        return False
    polite = _POLITE.match(sentence.simplified, fact.end - sentence.start)
    return (
        polite is not None
        or len(fact.text) == 1
        or (len(fact.text) == 2 and fact.value[-1] in "官某姓氏男女上下中里内外前后")
    )


def is_unnamed(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """联邦军队, 环保组织: common nouns that name no one body; and 发展研究所, of which the paper's name has more."""
    if fact.kind != "organisation":
        return False
    inside = [t for t in sentence.tokens if fact.start <= t.start and t.end <= fact.end]
    if _GAMES.search(fact.value) or fact.value.endswith("政府"):
        return True  # who reads on knows whose
    common = all(is_common(t.word) and entries(t.word) for t in inside)
    return common and (_GENERIC.search(fact.value) is not None or _is_cut(sentence, fact.start))


def _is_cut(sentence: Sentence, start: int) -> bool:
    """A noun, an adjective or 与 stands right before it: 价格监督检查与|反垄断局."""
    before = next((t for t in sentence.tokens if t.end == start), None)
    return before is not None and tag(sentence, before) in ("n", "vn", "a", "c") and not fact_at(sentence, before)
