"""What stands beside a figure: modifiers (高達, 逾), what is measured, and the other end of a change."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from quizgen import tables


class Beside(NamedTuple):
    """A span beside a figure, in the line."""

    name: str
    start: int
    end: int
    value: str = ""


_ADVERB = (
    r"(?:同比|环比|按年|按月|比去年同期|较去年同期|较上年同期|年增|月增|已经?|将|会|预计|预期|也|则|再|又|仍|约|平均|大幅|小幅"
    r"|略|微|进一步|累计|合计|总计|一度|曾|首次|分别)"
)
_RISES = "增长|增加|增|上升|上涨|上调|提高|提升|升高|攀升|飙升|激增|升|涨|扩大|回升|反弹|加|调升|调高"
_FALLS = "下降|下跌|下滑|下调|减少|降低|降|减|跌|缩减|缩短|收窄|回落|萎缩|调降|调低|砍|削减|滑落|暴跌|延长|调整|改|变"
_IS = "达到?|为|是|占|仅|突破|超过?|逾|高达|创|报|收|维持在|保持在|稳定在"
_NEAR = "(?:约|近|逾|超过?|达到?|高达)"
_CHANGE = re.compile(
    r"(?:的[^，。；、\d]{0,6})?(?:大幅|逐步|进一步|一举|已经?|将|再|小幅)?"
    rf"(?:{_RISES}|{_FALLS})?了?[至到为成]{_NEAR}? ?"
)
_FROM = re.compile(rf"[从由自](?:原来的?|原先的?|目前的?|现行的?|此前的?|最高|{_NEAR})*$")


def modifiers(text: str, start: int, end: int, *, time: bool) -> list[Beside]:
    """Words right before or behind a figure that say how near it is; 近三年 is no "nearly"."""
    before, after = _modifier_patterns()
    found = []
    if (match := before.search(text, 0, start)) and not (time and match[1] == "近"):
        found.append(Beside("modifier", *match.span(1), tables.mapping("modifiers")[match[1]]))
    if match := after.match(text, end):
        found.append(Beside("modifier", *match.span(1), tables.mapping("modifiers")[match[1]]))
    return found


def measured(text: str, start: int, end: int, *, counted: bool) -> Beside | None:
    """The noun that a figure measures: behind it (20%關稅, 四輪經貿談判), or before its verb (通胀率降至2.4%).

    Only nouns of data/measured.tsv, so that a missing noun leaves the part out rather than wrong; a counted figure
    (32名) has it behind.
    """
    behind, before = _measured_patterns()
    match = behind.match(text, end) or (None if counted else before.search(text[:start]))
    return Beside("measured", *match.span("noun")) if match else None


def changes(text: str, first_end: int, second_start: int) -> bool:
    """Whether what stands between two figures makes them the ends of one change: 從145%[降至]30%."""
    return bool(_CHANGE.fullmatch(text, first_end, second_start))


def starts_change(text: str, start: int) -> bool:
    """Whether 从 or 由 stands before a figure, but for its modifier."""
    return bool(_FROM.search(text[:start].rstrip()))


@cache
def _modifier_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    sides: dict[str, list[str]] = {"before": [], "after": []}
    for word, _, side in sorted(tables.rows("modifiers"), key=lambda row: len(row[0]), reverse=True):
        sides[side].append(word)
    before, after = ("|".join(sides[side]) for side in ("before", "after"))
    return re.compile(rf"(?<![最附靠邻临])({before}) ?[了有]?$"), re.compile(rf" ?({after})")


@cache
def _measured_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for word, kind in sorted(tables.rows("measured"), key=lambda row: len(row[0]), reverse=True):
        words.setdefault(kind, []).append(word)
    quantity, attribute, act = ("|".join(words[kind]) for kind in ("quantity", "attribute", "act"))
    noun = "|".join(sorted(words["quantity"] + words["thing"], key=len, reverse=True))
    behind = re.compile(
        rf" ?的?(?P<noun>(?:{attribute}){{0,2}}"
        rf"(?:(?:{noun})(?![家者们员率额量数值价会大生点法元选])|(?:{act})(?=[，。、；！？的后前中期在将于已均也都与和及]|$)))"
    )
    before = re.compile(rf"(?P<noun>{quantity}){_ADVERB}*(?:[从由]|(?:{_RISES}|{_FALLS}|{_IS})?[了至到为]*{_NEAR}?)$")
    return behind, before
