"""The title and the day of an article, as its first lines and its dates tell them."""

from __future__ import annotations

import re
from datetime import date

#: a clause shorter than this (9月以來，) names nothing: the title goes on to the next one
_TITLE_LEAST = 8
_TITLE_MOST = 60
_FULL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:年|[-/.])\s*(1[0-2]|0?[1-9])\s*(?:月|[-/.])\s*(3[01]|[12]\d|0?[1-9])(?!\d)\s*[日号號]?"
)
#: what may stand beside the date of a dateline: a clock time, a bracket, 發布時間：
_DATELINE_LINES = 6
_DATELINE_REST = 18


def title_of(text: str) -> str:
    """The first line; where that ends in 。！？ it is text, and its first clause that says something names it."""
    first = text.partition("\n")[0]
    if not re.search(r"[。！？!?][」』”’）)]*$", first):
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
    for line in lines:
        if (day := _first_day(line)) and _is_dateline(line):
            return day, False
    days = [d for m in _FULL.finditer(text) if (d := _iso(m))]
    return (max(days), True) if days else ("", False)


def _is_dateline(line: str) -> bool:
    """A line that is little more than a date, or opens with a bracket that holds one."""
    bracket = re.match(r"[（(【〔\[][^）)】〕\]]{0,30}[）)】〕\]]", line)
    if bracket and _FULL.search(bracket.group()):
        return True
    return len(_FULL.sub("", line, count=1)) <= _DATELINE_REST and not line.endswith(("。", "！", "？"))


def _first_day(line: str) -> str:
    match = _FULL.search(line)
    return _iso(match) if match else ""


def _iso(match: re.Match[str]) -> str:
    try:
        return date(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        return ""
