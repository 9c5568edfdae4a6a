"""The title and the day of an article, as its first lines and its dates tell them."""

from __future__ import annotations

import re
from datetime import date

#: a clause shorter than this (9月以來，) names nothing: the title goes on to the next one
_TITLE_LEAST = 8
_TITLE_MOST = 60
_LINES_LEAST = 2
_ASKED = re.compile(r"(?:記者|记者|主持人|問|问|問答|问答|甲|Q)\s*[：:]")
_FULL = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d|民[國国]\s*(?P<minguo>1\d\d))\s*(?:年|[-/.])"
    r"\s*(?P<month>1[0-2]|0?[1-9])\s*(?:月|[-/.])\s*(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s*[日号號]?"
)
_MINGUO = 1911
#: what may stand beside the date of a dateline: a clock time, a weekday, 發布時間：, 來源：觀察者網
_ASIDE = re.compile(r"\d{1,2}[:：]\d\d(?:[:：]\d\d)?|(?:星期|[週周])[一二三四五六日天]")
_CREDIT = re.compile(r"[來来]源|[記记]者|作者|[編编][輯辑譯译]|[發发][布佈表]|更新|[時时][間间]")
_HANZI = re.compile("[\u3400-\u9fff]")
_DATELINE_LINES = 6
_DATELINE_REST = 18
_CREDIT_REST = 60


def title_of(text: str) -> str:
    """The first line that says something; where that ends in 。 it is text, and its first clause names it.

    A headline may ask or exclaim (黃仁勳為何趕赴北京？), if more follows and no speaker's label stands before it.
    """
    lines = text.split("\n")
    first = next((line for line in lines if _HANZI.search(_FULL.sub("", line))), lines[0])
    calls = len(first) <= _TITLE_MOST and len(lines) > _LINES_LEAST and not _ASKED.match(first)
    if not re.search(r"[。！？!?][」』”’）)]*$", first) or (calls and "。" not in first):
        return first[:_TITLE_MOST]
    sentence = re.split(r"[。！？!?]", first, maxsplit=1)[0]
    title = ""
    for clause in re.split(r"(?<=[，,；;])", sentence):
        title += clause
        if len(title.rstrip("，,；;")) >= _TITLE_LEAST:
            break
    return title.rstrip("，,；;")[:_TITLE_MOST]


def date_of(text: str) -> tuple[str, bool]:
    """(day as `2025-09-19`, inferred?). A dateline is certain; else the latest full day in the text, inferred."""
    lines = [line for line in text.split("\n") if line][:_DATELINE_LINES]
    for n, line in enumerate(lines):
        if (day := _first_day(line)) and _is_dateline(line, first=n == 0):
            return day, False
    days = [d for m in _FULL.finditer(text) if (d := _iso(m))]
    return (max(days), True) if days else ("", False)


def _is_dateline(line: str, *, first: bool) -> bool:
    """A line that is little more than a date, or opens with a bracket that holds one; a title has no other words."""
    bracket = re.match(r"[（(【〔\[][^）)】〕\]]{0,30}[）)】〕\]]", line)
    if bracket and _FULL.search(bracket.group()):
        return True
    rest = _ASIDE.sub("", _FULL.sub("", line, count=1)).strip()
    if first:
        return not _HANZI.search(rest)
    if line.endswith(("。", "！", "？")):
        return False
    return len(rest) <= (_CREDIT_REST if _CREDIT.search(rest) else _DATELINE_REST)


def _first_day(line: str) -> str:
    match = _FULL.search(line)
    return _iso(match) if match else ""


def _iso(match: re.Match[str]) -> str:
    year = _MINGUO + int(match["minguo"]) if match["minguo"] else int(match[0][:4])
    try:
        return date(year, int(match["month"]), int(match["day"])).isoformat()
    except ValueError:
        return ""
