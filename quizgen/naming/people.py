"""People in a line: beside an office, before their Latin original, as speakers, in lists, known, and met again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import tables
from quizgen.language import frequency
from quizgen.naming import chinese, foreign, formed, gazetteer, japanese, offices
from quizgen.naming.boundaries import FUNCTION, crossing, cuts, is_common, is_han, pos
from quizgen.naming.spans import Found

LATIN = re.compile(r"[（(]\s*([A-ZÀ-Þ][\w.'’-]*(?:[ -](?:[A-ZÀ-Þa-z][\w.'’-]*))*)\s*[)）]")
_SPEAKS = re.compile(
    r"(?:在[^，。]{2,12}(?:中|上|时|后))?(?:表示|说|称|指出|认为|强调|透露|坦言|补充|回应|警告|呼吁|写道|解释|承认|宣布|宣称|重申|直言|回忆|形容|告诉|证实)"
)
#: 诺贝尔|奖, 玻尔兹曼|机: what bears a person's name is not the person
_NAMED_AFTER = re.compile(
    r"[奖杯岛山机]|定律|定理|方程|网络|常数|效应|大学|学院|纪念|基金|主义|号|级|法案|计划"
    r"|望远镜|太空|空间|航天|飞船|探测器|卫星|火箭|超市|机场|体育|球场|中心"
)
_CLAUSE_START = re.compile(r"(?:^|[，。；：！？、「『“”」』\s])$")
_LONGEST_LIST = 24
_LONGEST_WORD = 4
_SELDOM = 2.0  # times in a million words: 韩江 0.98, 温州 20
_LIST_JOIN = re.compile(r"[、和与及]|以及|同")
_DOTTED = re.compile(rf"[\u4e00-\u9fff]{{1,7}}(?:[{foreign.DOT}][\u4e00-\u9fff]{{1,7}})+")
#: what stands between a name and an office of its bearer: 黄明|任|组长
_TAKES_OFFICE = "任"
#: surnames that end the names of bodies as well: 財政|司|司長
_ENDS_BODIES = frozenset("司厅局党")


def in_line(text: str) -> Iterator[Found]:
    """Spans of names with the rule that found each, the surest rules first."""
    yield from _by_latin(text)
    yield from _by_dot(text)
    yield from _by_office(text)
    for known in gazetteer.known(text):
        if known.kind == "person" and not _NAMED_AFTER.match(text, known.end):
            yield known.start, known.end, "known"
            yield from _listed_on(text, known.end)
    yield from _by_speech(text)
    yield from formed.in_line(text)


def _by_latin(text: str) -> Iterator[Found]:
    """赫格塞思（Pete Hegseth）: what stands before a Latin name in brackets, as far as its form reaches."""
    for match in LATIN.finditer(text):
        start = _left_of_bracket(text, match.start(), words=len(match[1].split()))
        if start < match.start():
            yield start, match.start(), "latin"


def _left_of_bracket(text: str, end: int, words: int) -> int:
    """Where the name before the bracket begins: behind an office, else a transliteration, else a Chinese form."""
    for start in range(end - 2, max(0, end - 12) - 1, -1):  # 枢机|主教|罗伯特·普雷沃斯特: the nearest office
        if offices.before(text, start) and (_whole(text, start, end)):
            return start
    if words < 2:
        return end  # （Intel） after a company, （Louvre） after a place: one word alone does not make a person
    start = foreign.start_of(text, end)
    if start < end and foreign.looks_foreign(text[start:end]) and not gazetteer.kind_of(text[start:end]):
        return start
    return next((s for s in (end - 3, end - 2) if s >= 0 and s in cuts(text) and chinese.likely(text[s:end])), end)


def _whole(text: str, start: int, end: int) -> bool:
    """A span that is a name from end to end by its form; office before and original behind vouch for the rest."""
    name = text[start:end]
    rendered = len(name) > 1 and all(map(foreign.is_transliteration, name))
    return bool(re.fullmatch(_DOTTED, name)) or rendered or chinese.likely(name)


def _by_dot(text: str) -> Iterator[Found]:
    """唐纳德·特朗普: a dot between names, each part as long as transliteration reaches."""
    for match in _DOTTED.finditer(text):
        start = match.start()
        first_dot = next(i for i in range(start, match.end()) if text[i] in foreign.DOT)
        begin = foreign.start_of(text, first_dot)
        begin = max(begin if begin < first_dot else first_dot - 1, _behind_office(text, begin, first_dot))
        if is_common(text[begin - 1 : begin + 1]) and begin not in cuts(text):
            begin += 1  # 男子|泰勒·罗宾逊
        end = foreign.end_of(text, begin)
        if (
            first_dot < end < match.end() <= end + 1
            and text[end] not in FUNCTION
            and not is_han(text[match.end() : match.end() + 1] or "。")
        ):
            end = match.end()  # 加里·鲁夫坎|，: the mark behind it ends the name, whatever its last character
        if _NAMED_AFTER.match(text, end):
            continue
        if end > first_dot + 1 and gazetteer.kind_of(text[begin:end]) in ("", "person"):
            yield begin, end, "dotted"


def _behind_office(text: str, start: int, end: int) -> int:
    """The last position in the span at which an office ends: 总统|唐纳德·特朗普."""
    return max((i for i in range(start, end) if offices.before(text, i)), default=start)


def _by_office(text: str) -> Iterator[Found]:
    """总统马克龙, 副部长李成钢; and the names listed on behind it (…和格里尔)."""
    for start in range(1, len(text)):
        if not is_han(text[start]) or not offices.before(text, start) or _office_goes_on(text, start):
            continue
        if crossing(text, max(0, start - 2), start) and start not in cuts(text):
            continue
        end = name_end(text, start)
        if end - start == 2 and crossing(text, start, end):
            continue  # 介绍得主|时指|出
        if end > start:
            yield start, end, "office"
            yield from _listed_on(text, end)
    for start in sorted(cuts(text)):
        surname = chinese.surname_at(text, start)
        office = offices.after(text, start + len(surname)) if surname else None
        if (
            surname
            and surname not in FUNCTION
            and office
            and not crossing(text, start, office.end)
            and not is_common(text[start : start + 2])
            and not (chinese.serves(surname) and is_han(text[start - 1 : start] or "。"))
            and not (surname in _ENDS_BODIES and is_han(text[start - 1 : start] or " "))
        ):
            yield start, start + len(surname), "surname_office"


def _office_goes_on(text: str, start: int) -> bool:
    """What follows the office is seldom a surname and ends a longer one: 劳动部长|官|金文洙; not 母亲|王|桂芳."""
    longer = offices.before(text, start + 1)
    return longer is not None and len(longer.title) > 1 and chinese.is_weak(text[start])


def _listed_on(text: str, end: int) -> Iterator[Found]:
    """Names joined to one that is certain: 王毅、李强和…, as long as each ends where another word begins."""
    for _ in range(_LONGEST_LIST):  # every certain name begins such a walk, so a long list is not walked from each
        if not (join := _LIST_JOIN.match(text, _behind_bracket(text, end))):
            return
        start = join.end()
        end = name_end(text, start)
        if end == start or not _closes(text, end):
            return
        yield start, end, "listed"


def _behind_bracket(text: str, at: int) -> int:
    bracket = LATIN.match(text, at)
    return bracket.end() if bracket else at


def _closes(text: str, end: int) -> bool:
    """Punctuation, a bracket, a joining word or a preposition follows: the form of the name alone ended it."""
    return (
        end == len(text)
        or not is_han(text[end])
        or bool(re.match(r"[和与及同在于将等的]|分别|以及", text[end:]))
        or (end in cuts(text) and pos(text[end : end + 2]) in ("v", "d"))
    )


def _by_speech(text: str) -> Iterator[Found]:
    """，王毅表示: a whole clause opening of the form of a name before a verb of saying."""
    for match in _SPEAKS.finditer(text):
        for length in (7, 6, 5, 4, 3, 2):
            start = match.start() - length
            torn = start >= 0 and crossing(text, start, match.start())  # 原告|声称
            if start >= 0 and not torn and _CLAUSE_START.search(text[:start]) and _speaker(text[start : match.start()]):
                yield start, match.start(), "speech"
                break


def _speaker(name: str) -> bool:
    if gazetteer.kind_of(name) in ("place", "organisation") or is_common(name):
        return False
    if offices.after(name, len(chinese.surname_at(name, 0))):
        return False  # 董部长: surname and office
    if len(name) <= 3 and chinese.likely(name):
        return len(name) == 3 or name[0] not in tables.words("bodies")
    return foreign.looks_foreign(name) and all(map(foreign.is_transliteration, name))


def name_end(text: str, start: int) -> int:
    """Where the name that begins at `start` ends, known, transliterated or Chinese; `start` if none stands there."""
    for known in gazetteer.known(text):
        if known.start == start:
            return known.end if known.kind == "person" or _is_namesake(text[start : known.end], known.kind) else start
    if end := japanese.end_of(text, start):
        return end
    run, form = max(foreign.end_of(text, start), _unmarked(text, start)), chinese.end_of(text, start)
    if form - start == 3 and is_common(text[start : start + 2]) and start + 2 in cuts(text):
        form = start  # 平安|接出, 高层|会: a word, and what follows it
    if run > form and (run - start >= 3 or form == start) and not is_common(text[start:run]):
        return run
    if form > start and not _is_word(text, start, form):
        return form - (text[form - 1] == _TAKES_OFFICE and offices.after(text, form) is not None)
    return start


def _is_namesake(name: str, kind: str) -> bool:
    """A person may be called as a place is: 小說家|韓江, the Han river. not 书记|温州, which is met too often."""
    surname = chinese.surname_at(name, 0)
    is_strong = bool(surname) and not chinese.is_weak(surname)
    return kind == "place" and is_strong and len(name) <= len(surname) + 2 and frequency(name) < _SELDOM


def _is_word(text: str, start: int, end: int) -> bool:
    """A word stands there, or begins there and goes on: 卓有成|效."""
    return any(is_common(text[start:stop]) for stop in range(end, min(len(text), start + _LONGEST_WORD) + 1))


def _unmarked(text: str, start: int) -> int:
    """Behind an office a run of three without a tell-tale character is a name too (拉乌利), as is a known Adams."""
    for end in range(min(len(text), start + 4), start + 2, -1):
        if end in cuts(text) and gazetteer.is_surname(text[start:end]):
            return end
    end = foreign.run_end(text, start)
    whole = end - start >= 3 and end in cuts(text) and not is_common(text[start : start + 2])
    return end if whole else start


def again(text: str, names: set[str]) -> Iterator[Found]:
    """Every other place where a name of the article stands, whole or by its last part."""
    shorts = {short for n in names if len(short := foreign.last_name(n)) >= 2 and short != n and not is_common(short)}
    for name in sorted(names | shorts, key=len, reverse=True):
        if len(name) < 2:
            continue
        for match in re.finditer(re.escape(name), text):
            start, end = match.span()
            if len(name) > 2 or (start in cuts(text) and not crossing(text, start, end)):
                yield start, end, "again"
