"""Other days for a date: of the same form, on the same side of the article's own day, not far away, or a step away."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from quizgen.asking import days
from quizgen.items import Fact
from quizgen.language.numerals import in_words

_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(r"((?:星期|[周週]|[禮礼]拜))([一二三四五六日天])")
_NUMERAL = "[0-9〇零一二三四五六七八九十廿]+"
#: 昨晚, 上月中旬: words that no other day can take; 前三季度, 1990年代
_FIXED = re.compile(
    r"[昨前今明後后][天日晚早夜]|[上下][個个]?(?:月|[周週]|星期|[禮礼]拜)|前.季|年代|世[纪紀]|[翌当當次]"
)
_THIS_WEEK = re.compile(r"[本这這](?:[周週]|星期|[禮礼]拜)")
_STEPS = (1, -1, 2, -2, 3, -3)
#: years that may lie between an answer and an option; of a day long past a third of its age
_YEARS = 5


def fits(other: Fact, answer: Fact, today: str, question: str) -> bool:
    """Whether another date of the article may stand for the answer."""
    if not other.value or not answer.value or _form(days.told(other)) != _form(days.told(answer)):
        return False
    if re.sub(r"\d", "0", other.value) != re.sub(r"\d", "0", answer.value):
        return False
    hidden = 0 if "年" in days.told(answer) else 4 if "月" in answer.text else 7
    if other.value[:hidden] != answer.value[:hidden]:
        return False  # 21日 of another month
    if _FIXED.search(days.told(answer)) or "/" in answer.value:
        return False
    return _same_side(other.value, answer.value, today) and _close(other.value, answer.value, today, question)


def _form(text: str) -> str:
    bare = _WEEKDAY.sub(r"\1一", text)
    return re.sub(r"\d+", "0", re.sub(r"[〇零一二三四五六七八九十廿]+", "一", bare))


def _same_side(value: str, answer: str, today: str) -> bool:
    """Both up to the article's day or both behind it, as far as the values tell."""
    if not today or not answer[:4].isdecimal():
        return True
    if len(answer) == len("2024") and answer < today[:4]:
        return value < today[:4]  # the year that has only begun is no year to tell of
    return (_starts(value) <= today) == (_starts(answer) <= today)


def _starts(value: str) -> str:
    """The first day of a quarter, half-year, month or year, so that it compares with a day; of a range its end's."""
    year, _, rest = value.split("/")[-1].partition("-")
    quarter = {"33": "01", "34": "04", "35": "07", "36": "10", "40": "01", "41": "07"}
    return f"{year}-{quarter.get(rest, rest) or '01'}"


def _close(value: str, answer: str, today: str, question: str) -> bool:
    """Within a few years; and on the answer's side of the years that the question tells."""
    if not (value[:4].isdecimal() and answer[:4].isdecimal()):
        return True
    mine, year = int(value[:4]), int(answer[:4])
    reach = max(_YEARS, (int(today[:4]) - year) // 3 if today else 0)
    told = {int(y) for y in re.findall(r"(\d{4})年", question)} - {year}
    return abs(mine - year) <= reach and all((mine > y) == (year > y) and mine != y for y in told)


def near(answer: Fact, today: str, question: str) -> Iterator[str]:
    """The answer as shown with its day, month, quarter or year a step away."""
    shown, end = days.told(answer), answer.value.split("/")[-1]
    if _FIXED.search(shown) or not end[:4].isdecimal():
        return
    for step in _STEPS:
        moved = _moved(end, step, len(answer.value.split("/")) > 1)
        start = answer.value.split("/")[0]
        if not moved or ("/" in answer.value and moved <= start):
            continue
        if _same_side(moved, end, today) and _close(moved, end, today, question) and _keeps(moved, end, shown):
            yield from filter(None, (_written(shown, end, moved),))


def _moved(value: str, step: int, is_range: bool) -> str:
    """The value that many days, months, quarters or years on; empty where there is none of its year."""
    parts = value.split("-")
    if len(parts) == 1:
        return f"{int(value) + step:04d}"
    number = int(parts[-1])
    if len(parts) == 2:
        low, high = (1, 12) if number <= 12 else (33, 36) if 33 <= number <= 36 else (1, 0)
        return f"{parts[0]}-{number + step:02d}" if low <= number + step <= high else ""
    if is_range and not 1 <= number + step <= monthrange(int(parts[0]), int(parts[1]))[1]:
        return ""
    return (date.fromisoformat(value) + timedelta(step)).isoformat()


def _keeps(moved: str, value: str, shown: str) -> bool:
    """What the words do not tell stays as it is: the month of 16日, the year of 9月9日."""
    hidden = 0 if re.search(r"\d{4}年", shown) else 4 if "月" in shown else 7
    if _THIS_WEEK.search(shown) and _week(moved) != _week(value):
        return False
    return moved[:hidden] == value[:hidden]


def _week(value: str) -> tuple[int, int]:
    return date.fromisoformat(value).isocalendar()[:2]


def _written(shown: str, old: str, new: str) -> str:
    """The answer's words with the other day in them; empty where its numbers do not stand in them."""
    pairs = list(zip(old.split("-"), new.split("-"), ("年", "月", "[日號号]"), strict=False))
    if len(pairs) == 2 and int(pairs[1][0]) > 12:
        return _quarter(shown, int(pairs[1][0]), int(pairs[1][1]))
    for was, now, unit in pairs:
        if was != now:
            shown = _last(shown, int(was), int(now), unit)
    if len(pairs) == 3 and shown:
        weekday = _WEEKDAYS[date.fromisoformat(new).weekday()]
        shown = _WEEKDAY.sub(lambda m: m[1] + (weekday if m[2] != "天" or weekday != "日" else "天"), shown)
    return shown


def _last(shown: str, was: int, now: int, unit: str) -> str:
    """Every numeral of that value before the unit, in its own script."""

    def say(match: re.Match[str]) -> str:
        if match[1].isdecimal() and match[1].isascii():
            return str(now) + match[2] if int(match[1]) == was else match[0]
        words = {in_words(f"{n}{'年' if n > 31 else '日'}", False)[:-1]: n for n in (was, now)}
        said = match[1].replace("〇", "零").replace("廿", "二十")
        return next((w for w, n in words.items() if n == now), "") + match[2] if words.get(said) == was else match[0]

    moved = re.sub(f"({_NUMERAL})({unit})", say, shown)
    return moved if moved != shown else ""


def _quarter(shown: str, was: int, now: int) -> str:
    names = ("一1", "二2", "三3", "四4")
    for old, new in zip(names[was - 33], names[now - 33], strict=True):
        if re.search(f"{old}季", shown):
            return shown.replace(f"{old}季", f"{new}季")
    return ""
