"""Institutions in a line: known by name, or told by how the name ends (财政部, 复旦大学, 欧洲法院)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from quizgen import tables
from quizgen.naming import foreign, gazetteer
from quizgen.naming.boundaries import FUNCTION, crossing, cuts, is_han
from quizgen.naming.spans import Found

_KIND = "organisation"
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9.&-]*(?: [A-Z][A-Za-z0-9.&-]*)*\s?$")
_VOUCHES = r"(?:公司|集团|股价|股票|市值|首席|执行长|行政总裁|手机|[（(][A-Z])"
#: 加拿大航空|公司, 台积电|股份有限公司: still the known one
INCORPORATED = re.compile(r"(?:股份|控股)?(?:有限)?公司|集团")
#: kinds of body that a place or a line of business does not make a name of: 爱尔兰分公司, 监管机构
_GENERIC = re.compile(
    r"(?:公司|企业|机构|厂|车队|团队|部队|汽车|能源|科技|银行|医院|学校|中心|媒体|网站|工厂|投资|评论|建设|建筑|港|台)$"
)
#: bodies of a state, whose name begins with the country's: 中国|外交部; a company's does not
_OF_STATE = re.compile(r"(?:部|委|委员会|局|院|署|厅|府|会|军|处|央行|银行|队|办)$")


def in_line(text: str) -> Iterator[Found]:
    known = [(k.start, k.end, "known") for k in gazetteer.known(text) if k.kind == _KIND]
    known = [k for k in known if not (text[k[0]].isascii() and text[k[0] - 1 : k[0]] in ("（", "("))]  # 英特尔（Intel）
    yield from known
    for start, end, _ in known:
        if full := INCORPORATED.match(text, end):
            yield start, full.end(), "known_in_full"
    for suffix, end in _suffixes(text):
        start = _reach(text, end - len(suffix))
        if _is_body(text, start, end, suffix):
            yield start, end, "suffix"
    for start, end, _ in known:  # 国务院|新闻办公室 is found by its suffix; 中国|外交部 reaches left from a known name
        left = _reach(text, start)
        if left < start and _is_place(text[left:start]) and _OF_STATE.search(text[start:end]):
            yield left, end, "known_of_place"


@cache
def suffix_strengths() -> dict[str, str]:
    """How surely an ending tells a body: 委员会 is `strong`."""
    return {row[0]: row[2] for row in tables.rows("body_suffixes")}


def _suffixes(text: str) -> Iterator[tuple[str, int]]:
    """Each place where a body's name may end, with the longest suffix that ends there."""
    for end in range(1, len(text) + 1):
        for length in range(min(7, end), 0, -1):
            suffix = text[end - length : end]
            if suffix in suffix_strengths() and not (suffix == "党" and text[end - 2] == "党"):  # 共同民主党|党首
                if not crossing(text, max(0, end - length - 1), end):
                    yield suffix, end
                break


def _reach(text: str, end: int) -> int:
    """How far left of `end` the words of one name go: places, bodies' words, known bodies, Latin, transliteration."""
    start = end
    while word := _word_before(text, start, deep=start < end):
        start -= len(word)
    return start


def _word_before(text: str, end: int, *, deep: bool) -> str:
    """The word of a name that ends at `end`; a person's name (诺贝尔|物理学|委员会) only behind other words of it."""
    latin = _LATIN_WORD.search(text[:end])
    if latin:
        return latin.group()
    for known in gazetteer.known(text):
        if known.end == end and (
            known.kind in ("place", _KIND) or (known.kind == "person" and deep and not text.startswith("代表", end))
        ):
            return text[known.start : end]
        if known.start < end < known.end and known.kind == "place" and _is_place(text[known.start : end]):
            return text[known.start : end]  # 宜兰|县政府
    for length in range(min(6, end), 1, -1):
        word = text[end - length : end]
        if word in tables.words("bodies") or (word in suffix_strengths() and suffix_strengths()[word] == "strong"):
            return word
    run = foreign.start_of(text, end)
    if run < end and foreign.looks_foreign(text[run:end]) and run in cuts(text) | {end}:
        return text[run:end]
    return ""


def _is_body(text: str, start: int, end: int, suffix: str) -> bool:
    head = text[start : end - len(suffix)]
    name = text[start:end]
    if not head.strip() or name in tables.words("no_bodies") or name[0] in FUNCTION or _is_place(name):
        return False
    if _GENERIC.search(suffix) and all(map(_tells_nothing, _split(head))):
        return False
    if suffix_strengths()[suffix] == "strong":
        return True
    return _has_anchor(head)


def _split(head: str) -> list[str]:
    """The places and bodies' words that a head is made of, or the head itself."""
    known = [head[k.start : k.end] for k in gazetteer.known(head)]
    rest = head
    for name in known:
        rest = rest.replace(name, "", 1)
    return [*known, rest] if rest else known


def _tells_nothing(word: str) -> bool:
    """A place or a body's word: 美国|企业 and 科技|企业 name no single body."""
    return _is_place(word) or word in tables.words("bodies")


def _has_anchor(head: str) -> bool:
    """A weak suffix needs a place, a known body or a body's word right before it."""
    if _is_place(head) or gazetteer.kind_of(head) == _KIND:
        return True
    return any(head.endswith(word) for word in tables.words("bodies") if len(word) > 1) or not is_han(head[-1])


def _is_place(word: str) -> bool:
    return gazetteer.kind_of(word) == "place"


def vouched(text: str) -> frozenset[str]:
    """Names that are ordinary words as well (苹果) and that the article somewhere calls a company."""
    return frozenset(name for name in _ordinary() if re.search(re.escape(name) + _VOUCHES, text))


@cache
def _ordinary() -> frozenset[str]:
    rows = (row for row in tables.rows("organisations") if row[2].endswith("?"))
    return frozenset(name for row in rows for name in (row[0], *filter(None, row[3].split("、"))))


def ambiguous(text: str, vouched: frozenset[str]) -> Iterator[Found]:
    for name in vouched:
        yield from ((*m.span(), "vouched") for m in re.finditer(re.escape(name), text))
