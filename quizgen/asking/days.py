"""Days in questions: the word that asks for one, what of it must be told first, how it is shown in full."""

from __future__ import annotations

import re

from quizgen.asking.words import phrase
from quizgen.items import Fact

#: 较去年全年加快: a day that something is only measured against
COMPARED = re.compile(r"(?:较|比|自|从|相较于|相比|以)$")
_YEAR = re.compile(r"\d{4}|[〇零一二三四五六七八九]{4}年")
_SEASONS = {"33": "第一季", "34": "第二季", "35": "第三季", "36": "第四季", "40": "上半年", "41": "下半年"}
_WEEKDAY = re.compile(r"(?:星期|[周週]|禮拜|礼拜)[一二三四五六日天]")
#: 昨晚 is more than the day
_PART_OF_DAY, _PARTS = re.compile("[晚夜晨早]$"), {"晚": "晚", "夜": "夜裡", "晨": "清晨", "早": "早上"}
#: what tells that 昨天 is the article's word and not the learner's
AS_WRITTEN = "原文："
#: relative words without a number of their own say nothing that a card could ask
_ONLY_WORDS = re.compile(r"^[今明后後]|^(?:本|当|當)[年月周週日天]|^[去前]年$|^[上下]个?個?[月周週]$|^(?:近|同|翌|次)")


def is_relative(date: Fact) -> bool:
    """Its words count from the article's day: 昨天, 去年4月3日."""
    return date.rule.startswith("relative")


def is_worth_asking(date: Fact) -> bool:
    """A day that its words fix by themselves or by the article's day; not 今天, 本月, 去年."""
    return bool(date.value) and not (
        is_relative(date) and _ONLY_WORDS.match(date.text) and not re.search(r"\d", date.text)
    )


def word(date: Fact, lang: str, *, year_told: bool = False) -> str:
    """What asks for the date behind its lead: 哪一天, 几月几日, 哪几天, 哪一年 …; no year where one is told."""
    value = date.value
    if date.part("modifier") or not value:
        return phrase("what_time", lang)
    if "/" in value:
        return phrase("which_days" if re.fullmatch(r"[\dX]{4}-\d\d-\d\d/.*", value) else "what_time", lang)
    if re.fullmatch(r"[\dX]{4}-\d\d-\d\d", value):
        silent_month = "月" not in date.text
        full = re.match(r"\d{4}年", told(date))
        return phrase("which_day" if full or is_relative(date) or silent_month else "month_day", lang)
    if re.fullmatch(r"[\dX]{4}-3[3-6]", value):
        return phrase("quarter", lang)
    if re.fullmatch(r"[\dX]{4}-(?:0\d|1[0-2])", value):
        silent_year = not (_YEAR.search(date.text) or is_relative(date))
        return phrase("month" if silent_year or year_told else "year_month", lang)
    return phrase("year" if re.fullmatch(r"\d{4}", value) else "what_time", lang)


def lead(date: Fact) -> str:
    """What of the date its words leave out and a question must tell: 2025年 for 9月9日, 2025年9月 for 14日 or 昨天."""
    year, month = date.value[:4], date.value[5:7]
    if not year.isdecimal() or _YEAR.search(date.text):
        return ""
    if re.fullmatch(r"\d{4}-\d\d/\d{4}-\d\d", date.value):
        return f"{year}年"
    if is_relative(date) and re.search(r"[年月]", date.text):
        return ""  # 去年4月3日, 上月24日: asked as 哪一天, shown with the full day
    if "月" in date.text or not month.isdecimal() or int(month) > 12:
        return f"{year}年"
    return f"{year}年{int(month)}月"


def month(value: str, lang: str) -> str:
    """2025-09-14/2025-09-15 -> 2025年9月; empty when the month is not told."""
    match = re.match(r"(\d{4})-(0\d|1[0-2])(?!/)", value)
    return phrase("in_month", lang).format(year=match[1], month=int(match[2])) if match else ""


def in_full(date: Fact) -> str | None:
    """The date as it can stand in a question: with its year, a relative one as a day; None if nothing resolves it.

    9月9日 of 2025 -> 2025年9月9日; 昨天 -> 2025年9月18日; 2019年6月 stays as it is.
    """
    if not is_relative(date) and _YEAR.search(date.text):
        return date.text
    year = date.value[:4]
    if date.doubt:
        return None
    if not year.isdecimal():
        return None if is_relative(date) or not date.value else date.text
    if not is_relative(date) and "月" in date.text and not re.search(r"[周週]|星期|禮拜|礼拜", date.text):
        return f"{year}年{date.text}"
    full = absolute(date.value)
    return full + part_of_day(date) if full and full.endswith("日") else full


def part_of_day(date: Fact) -> str:
    """晚 of 昨晚, 清晨 of 今晨: what the day's own number does not tell; else empty."""
    part = _PART_OF_DAY.search(date.text) if is_relative(date) else None
    return _PARTS[part[0]] if part else ""


def absolute(value: str) -> str | None:
    """An EDTF day, month, quarter, half-year or year: 2025-09-18 -> 2025年9月18日; None for other shapes."""
    if season := re.fullmatch(r"(\d{4})-(3[3-6]|4[01])", value):
        return f"{season[1]}年{_SEASONS[season[2]]}"
    if months := re.fullmatch(r"(\d{4})-(\d\d)/\1-(\d\d)", value):
        return f"{months[1]}年{int(months[2])}月至{int(months[3])}月"
    match = re.fullmatch(r"(\d{4})(?:-(0\d|1[0-2])(?:-(\d\d))?)?", value)
    if not match:
        return None
    year, month, day = match.groups()
    return f"{year}年" + (f"{int(month)}月" if month else "") + (f"{int(day)}日" if day else "")


def told(date: Fact) -> str:
    """The answer as a card shows it; for a relative date the day, then its words: 2024年9月10日（原文：昨日）.

    Weeks later 昨日 is another day, a weekday is not. Words that name the day themselves leave it to the full one:
    星期三（6日）.
    """
    words = re.sub(r"[（(][^（）()]*[）)]", "", date.text)
    pointed = is_relative(date) or (words != date.text and not re.search(r"[\d年月]", words))
    full = absolute(date.value) if pointed else None
    if not (full and words):
        return date.text
    return f"{full}（{words}）" if _WEEKDAY.fullmatch(words) else f"{full}（{AS_WRITTEN}{words}）"
