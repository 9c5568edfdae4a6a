"""Wrong answers to choose among: of the same kind, unit and form, from the article first, near misses second."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from quizgen.asking.days import is_relative
from quizgen.asking.draft import Draft
from quizgen.asking.words import place_kind, word_for
from quizgen.items import Article, Fact
from quizgen.naming.foreign import is_rendered

OPTIONS = 3
#: offices of other bodies, reasons and lists give themselves away
_NO_OPTIONS = frozenset({"role", "reason", "list"})
_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_CHINESE = re.compile("[一二两兩三四五六七八九]")
_DIGITS = "一两三四五六七八九"
_LENGTH_RATIO = 2.5


def options(article: Article, draft: Draft, seed: int = 0) -> list[tuple[str, bool]]:
    """Up to three wrong answers, each with whether it is made up; fewer than three when the article gives none.

    None is equal to the answer in value, stands in the question, or stands out by its length or script.
    """
    if draft.fact.kind in _NO_OPTIONS:
        return []
    random = Random(f"{seed}|{draft.question}")
    met = list(dict.fromkeys(_from_article(article, draft)))
    random.shuffle(met)
    met.sort(key=lambda text: _unlike(text, draft.answer))
    met = _apart(met, draft.answer)
    chosen = [(text, False) for text in met[:OPTIONS]]
    for text in _near(draft.fact, article.source.date, article.lang):
        if len(chosen) < OPTIONS and text not in (draft.answer, draft.question, *(c[0] for c in chosen)):
            chosen.append((text, True))
    return chosen if len(chosen) == OPTIONS else []


def _apart(texts: list[str], answer: str) -> list[str]:
    """Without names that hold each other or the answer: 气象署 and 中央气象署 may be one."""
    kept: list[str] = []
    for text in texts:
        if not any(_shortens(text, other) or _shortens(other, text) for other in (*kept, answer)):
            kept.append(text)
    return kept


def _shortens(short: str, long: str) -> bool:
    """Its characters stand in the other in this order: 欧委会 in 欧盟委员会."""
    rest = iter(long)
    return all(char in rest for char in short)


def _from_article(article: Article, draft: Draft) -> Iterator[str]:
    answer = draft.fact
    if answer.rule == "event_rounds":  # the other rounds' places are what one would confuse it with
        event = next((f for f in draft.sentence.facts if f.rule == "rounds"), None)
        yield from (p.text for p in (event.parts if event else ()) if p.name == "member" and p.value != answer.value)
    for sentence in article.sentences:
        for fact in sentence.facts:
            if _alike(fact, answer) and fact.value != answer.value and not _also_true(fact, draft):
                yield fact.text


def _alike(fact: Fact, answer: Fact) -> bool:
    if fact.kind != answer.kind or fact.text.isascii() != answer.text.isascii():
        return False
    if not 1 / _LENGTH_RATIO <= len(fact.text) / len(answer.text) <= _LENGTH_RATIO:
        return False
    if fact.kind == "figure":
        return _shape(fact.text) == _shape(answer.text)
    if fact.kind == "organisation":
        return word_for(fact, "zh-Hans") == word_for(answer, "zh-Hans")
    if fact.kind == "person":
        return is_rendered(fact.value) == is_rendered(answer.value)
    if fact.kind == "place":
        return place_kind(fact.value) == place_kind(answer.value)
    if fact.kind == "date":
        return (
            bool(fact.value)
            and re.sub(r"\d", "0", fact.value) == re.sub(r"\d", "0", answer.value)
            and _form(fact) == _form(answer)
        )
    return True


def _also_true(fact: Fact, draft: Draft) -> bool:
    """It stands in the question or in the very sentence, where it may answer as well, or the question rules it out."""
    if fact.text in draft.question or not _right_way(fact, draft):
        return True
    return fact.kind in ("person", "organisation", "place") and fact.text in draft.sentence.text


def _unlike(text: str, answer: str) -> int:
    """How far an option's length is from the answer's: what looks like it comes first."""
    return abs(len(text) - len(answer))


def _right_way(fact: Fact, draft: Draft) -> bool:
    """降至 leaves no higher figure, a won match no lost one: an option on the wrong side is no option."""
    if fact.kind == "figure" and ":" in fact.value and ":" in draft.fact.value:
        mine, theirs = ([int(n) for n in v.split(":")] for v in (fact.value, draft.fact.value))
        return (mine[0] > mine[1]) == (theirs[0] > theirs[1])
    start = draft.fact.part("from")
    if (
        fact.kind == "figure"
        and start
        and (numbers := [_number(v) for v in (start.value or start.text, fact.value, draft.fact.value)])
    ):
        origin, mine_, answer = numbers
        return (mine_ > origin) == (answer > origin)
    return True


def _number(value: str) -> float:
    match = _ARABIC.search(value)
    return float(match.group()) if match else 0.0


def _shape(text: str) -> str:
    """20% -> 0%, 3.5万亿元 -> 0万亿元: what a figure looks like without its number."""
    return re.sub(r"[\d.,，]+", "0", re.sub(r"[零〇一二两兩三四五六七八九十百千]+", "一", text))


def _form(date: Fact) -> str:
    return re.sub(r"\d+", "0", re.sub(r"[零〇一二三四五六七八九十廿]+", "一", date.text))


def _near(fact: Fact, today: str, lang: str) -> Iterator[str]:
    """Near misses of a figure or a date: a step away, in the answer's own form (三輪 -> 四輪, 9月9日 -> 9月10日)."""
    if fact.kind not in ("figure", "date") or is_relative(fact) or re.search(r"[（(周週]|星期", fact.text):
        return
    arabic, chinese = list(_ARABIC.finditer(fact.text)), list(_CHINESE.finditer(fact.text))
    if arabic:
        target = arabic[-1] if fact.kind == "date" else arabic[0]
        floor = int(arabic[-2].group()) if _is_range(fact) and len(arabic) > 1 else 0
        moved = _steps(target.group(), fact, floor)
    elif len(chinese) == 1:
        target = chinese[0]
        at = _DIGITS.index(target.group().translate(str.maketrans("二兩", "两两")))
        ordinal = "第" in fact.text
        moved = (
            "二" if ordinal and d == "两" else ("兩" if d == "两" and lang != "zh-Hans" else d) for d in _around(at)
        )
    else:
        return
    for text in moved:
        if arabic and fact.kind == "figure" and not _keeps_side(text, fact):
            continue
        if fact.kind == "date" and _is_later(fact, text, today):
            continue
        yield fact.text[: target.start()] + text + fact.text[target.end() :]


def _keeps_side(moved: str, fact: Fact) -> bool:
    """A step that stays below where the figure came from, or above (由1.7%降至1.5% has no 1.8%)."""
    start = fact.part("from")
    if not start:
        return True
    origin, answer = _number(start.value or start.text), _number(fact.text)
    return (float(moved) > origin) == (answer > origin) and float(moved) != origin


def _is_later(date: Fact, moved: str, today: str) -> bool:
    """A day or month behind the article's own, which nobody would choose; only for days of its year."""
    value = date.value.split("/")[-1]
    if not today or not value[:4].isdecimal() or not moved.isdecimal():
        return False
    shifted = value[: -len(value.split("-")[-1])] + f"{int(moved):02d}"
    return value <= today < shifted


def _is_range(fact: Fact) -> bool:
    return "/" in fact.value


def _around(at: int) -> list[str]:
    return [_DIGITS[i] for i in (at + 1, at - 1, at + 2, at - 2, at + 3) if 0 <= i < len(_DIGITS)]


def _steps(digits: str, fact: Fact, floor: int) -> Iterator[str]:
    if "." in digits:
        places = len(digits.split(".")[1])
        step = max(10.0**-places * 3, round(float(digits) * 0.07, places) if float(digits) > 10 else 0.0)
        yield from (f"{float(digits) + n * step:.{places}f}" for n in (1, -1, 2, 4) if float(digits) + n * step > 0)
        return
    value = int(digits)
    most = _most(fact)
    step = 1 if fact.kind == "date" or value < 20 else max(1, value // 10)
    if fact.kind == "figure" and value >= 20 and value % 5 == 0:
        step = 5 if value <= 100 else 10 ** (len(digits) - 2) * 5
    for n in (1, -1, 2, -2, 3):
        if floor < value + n * step <= most:
            yield str(value + n * step)


def _most(fact: Fact) -> int:
    if fact.kind == "date":
        return {"日": 28, "号": 28, "號": 28, "月": 12}.get(fact.text[-1], 10**9)
    return 10**18
