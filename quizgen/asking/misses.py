"""Near misses of a figure or a score: a step away, in the answer's own form (三輪 -> 四輪, 145% -> 140%)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.items import Fact
from quizgen.language.numerals import in_words, number

_ARABIC = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?")
_CHINESE = re.compile("(?:[零〇一二两兩三四五六七八九十千]|百(?!分之))+")
_POINTS = r"(\d+|[零一二两兩三四五六七八九十]+)"
_SCORE = re.compile(rf"^(\D*?){_POINTS}( ?[比:：∶–-] ?){_POINTS}(\D*)$")
_DIGITS = "零一二三四五六七八九十"
_WHOLE, _TENTHS = 100, 10
_FEW = 20
#: the sides of a vote come to the same number of votes
_VOTE = re.compile("[裁判审審]|表决|表決|法官|法院|[终終]院")
#: who comes from behind has been scored against
_BEHIND = re.compile("逆转|逆轉|反超|反胜|反勝|追平")
_OVER = re.compile("[多余餘]")
_SHUT_OUT = re.compile("完封|零封")
_NO_MISS = re.compile("半|^[前后後][一二两兩三四五六七八九十]")


def near(fact: Fact, traditional: bool, question: str) -> Iterator[str]:
    """Figures near the answer, the nearest first; none for what would read oddly (一半)."""
    if ":" in fact.value:
        yield from _scores(fact, question)
        return
    arabic, chinese = _ARABIC.search(fact.text), _CHINESE.findall(fact.text)
    if arabic:
        for text in _moved(arabic.group(), "%" in fact.text, rough=_OVER.search(fact.text) is not None):
            yield fact.text[: arabic.start()] + text + fact.text[arabic.end() :]
    elif len(chinese) == 1 and not _NO_MISS.search(fact.text):
        value = number(chinese[0].replace("兩", "两"))
        before, after = fact.text.split(chinese[0])
        for moved in _whole_steps(int(value), _chinese_step(int(value))) if value else ():
            if (before != "百分之" or moved < _WHOLE) and not (after.startswith("成") and moved >= _TENTHS):
                yield in_words(f"{before}{moved}{after}", traditional)


def _moved(digits: str, percent: bool, *, rough: bool) -> Iterator[str]:
    plain = digits.replace(",", "")
    places = len(plain.partition(".")[2])
    share = percent and float(plain) < _WHOLE
    step = 0 if places else 10 ** (len(plain) - 1) if rough else _step(int(plain))  # 20多个 -> 30多个
    whole = [] if places else _whole_steps(int(plain), step)
    for value in whole or _decimal_steps(float(plain), places):
        if not share or value < _WHOLE:
            yield f"{value:{',' if ',' in digits else ''}.{places}f}"


def _decimal_steps(value: float, places: int) -> Iterator[float]:
    unit = 10.0**-places
    step = unit if value < 10 * unit else max(3 * unit, round(value * 0.07, places) if value > 10 else 0.0)
    near_ones = (value + n * step for n in (1, -1, 2, -2, 3))
    return (v for v in near_ones if v > unit / 2 and value / 3 <= v < value * 3 + 1.5 * unit)


def _step(value: int) -> int:
    if value < _FEW:
        return 1
    tens = int("1" + "0" * (len(str(value)) - 2))
    if value <= _WHOLE:
        return 5 if value % 5 == 0 else max(1, value // 10)
    if value % tens == 0:
        return 5 * tens  # 600 -> 650, 12000 -> 17000
    return tens if tens == 10 and value % 5 == 0 else value // 10


def _chinese_step(value: int) -> int:
    """三百多 -> 四百多: the last digit that is said; 十次 -> 十一次."""
    return 1 if value <= _FEW else 10 ** (len(str(value)) - len(str(value).rstrip("0")))


def _whole_steps(value: int, step: int) -> list[int]:
    return [v for n in (1, -1, 2, -2, 3, -3) if 0 < (v := value + n * step) <= max(3 * value, value + 3)]


def _scores(fact: Fact, question: str) -> Iterator[str]:
    """Scores that the verb allows: the same side ahead, a draw for a draw, the votes of a court all there."""
    shape = _SCORE.match(fact.text)
    if not shape:
        return
    before, first, sign, second, after = shape.groups()
    mine, theirs = (number(n.replace("兩", "两")) for n in (first, second))
    for a, b in _pairs(int(mine or 0), int(theirs or 0), question):
        if first.isdecimal():
            yield f"{before}{a}{sign}{b}{after}"
        elif max(a, b) <= 10:
            yield f"{before}{_DIGITS[a]}{sign}{_DIGITS[b]}{after}"


def _pairs(mine: int, theirs: int, question: str) -> Iterator[tuple[int, int]]:
    steps = [(1, -1), (-1, 1), (2, -2), (1, 0), (0, 1), (-1, 0), (1, 1), (0, -1), (2, 0), (2, 1)]
    if _VOTE.search(question) and theirs:
        steps.sort(key=sum)
        steps = [s for s in steps if sum(s) == 0] + [s for s in steps if sum(s)]
    elif max(mine, theirs) > 10:
        steps = [(0, -2), (0, 2), (2, 0), (-2, 0), (0, 3)]
    for a, b in ((mine + i, theirs + j) for i, j in steps):
        if allowed((a, b), (mine, theirs), question):
            yield a, b


def allowed(score: tuple[int, int], answer: tuple[int, int], question: str) -> bool:
    """Whether a score may stand for the answer: the same side ahead, not far off, 逆转 not without a goal against."""
    (a, b), (mine, theirs) = score, answer
    reach = max(2, max(answer) // 4)
    ahead, was_ahead = (a > b) - (a < b), (mine > theirs) - (mine < theirs)
    if min(score) < 0 or abs(a - mine) > reach or abs(b - theirs) > reach or ahead != was_ahead:
        return False
    shut_out = min(score) == 0
    if _SHUT_OUT.search(question) and not shut_out:
        return False
    return not (shut_out and _BEHIND.search(question)) and (bool(theirs) or not b or not _VOTE.search(question))
