"""Cleaned text -> Lines: what each line is (prose, caption, heading, credit) and who speaks in it."""

from __future__ import annotations

import re
from collections import Counter

from quizgen.items import Line
from quizgen.language import simplify

#: 問： 吳心伯： at the head of a line; a person's label has no particle in it, and comes back
_LABEL = re.compile(r"(?!\d)([^\s：:，。、！？「」『』“”（）()的是在了為为]{1,8})[：:]")
_ASKERS = frozenset(["问", "答", "记者", "主持人", "问答", "甲", "乙"])
_CREDIT_BRACKET = re.compile(r"[（(][^（）()。，]{1,20}[）)]\s*$")
_CAPTION_HEAD = re.compile(r"^(?:图为|图[：:]|[（(]图|[▲△▼◄►●]|图[一二三四五六七八九十\d]+[：:]|资料图|示意图)")
_CREDIT = re.compile(
    r"^[（(【〔\[]?\s*(?:记者|编辑|责任编辑|责编|责任主编|撰文|文／|文/|图／|图/|摄影|校对|编译|翻译|来源|原文|原标题|本文|版权|转载|"
    r"更多报道|延伸阅读|相关新闻|相关报道|关键词|点击|扫码|关注我们|订阅|免责声明|发布时间|更新时间|稿源|综合报道|作者"
    r"|\d{4}年\d{1,2}月\d{1,2}日\s+(?:综合|本报|编译|整理|[\w ]{0,6}(?:报道|整理|讯|电))\S{0,4}$)"
)
_ENDS = re.compile(r"[。！？!?…；;：:][」』”’）)]*$")
#: （台北讯） 【本报讯】 本报北京9月24日电: where a report was filed, in front of its first sentence
_DATELINE = re.compile(
    r"(?:[（(【〔\[][^）)】〕\]。，]{0,30}(?:电|讯|报道|报导|消息|专电|专讯)[）)】〕\]]"
    r"|[（(【〔\[][^）)】〕\]。，]{1,14}(?:社|报|网|台|新闻|之声|周刊|杂志)[）)】〕\]]"
    r"|(?:本[报台社网刊]|[^，。\s]{2,6}(?:社|报|网|台))[^，。；\s]{0,16}?(?:电|讯|消息|报道)(?=[\s　（(]|$))"
    r"\s*(?:[（(]记者[^）)]*[）)])?\s*"
)
_HEADING_MOST = 32
_CREDIT_MOST = 60


def lines(text: str, title: str = "") -> tuple[Line, ...]:
    """The non-empty lines of a cleaned text, in order; `Line.start` counts into the text.

    The line that is the title is a heading, whatever it ends in.
    """
    raw, at, whole = [], 0, simplify(text)
    for line in text.split("\n"):
        if line:
            raw.append((line, whole[at : at + len(line)], at))
        at += len(line) + 1
    labels = _labels([simplified for _, simplified, _ in raw])
    out, speaker = [], ""
    for i, (line, simplified, start) in enumerate(raw):
        role = "heading" if line == title else _role(line, simplified, first=i == 0)
        label = _LABEL.match(simplified)
        if label and label[1] in labels:
            speaker = line[: label.end(1)]
            if role == "credit" and _ENDS.search(simplified):  # 記者：大橋有多長？ asks, 記者：王小明 signs
                role = "prose"
        out.append(Line(line, simplified, start, role, speaker if role == "prose" else ""))
    return tuple(out)


def speech_start(line: Line) -> int:
    """Where a line's own words begin: behind its speaker's label or its dateline (本报北京9月24日电)."""
    label = re.match(re.escape(line.speaker) + r"[：:]\s*", line.text) if line.speaker else None
    head = label or _DATELINE.match(line.simplified)
    return head.end() if head else 0


def _labels(simplified: list[str]) -> frozenset[str]:
    """A label is one when it stands at two lines' heads, or is a known asker's and another one answers."""
    heads = Counter(m[1] for line in simplified if (m := _LABEL.match(line)))
    again = {label for label, n in heads.items() if n > 1}
    askers = heads.keys() & _ASKERS
    return frozenset(again | askers if len(again | askers) > 1 else again)


def _role(line: str, simplified: str, *, first: bool) -> str:
    if _CAPTION_HEAD.match(simplified):
        return "caption"
    if _CREDIT.match(simplified) and len(line) <= _CREDIT_MOST and not simplified.rstrip("）)】").endswith("。"):
        return "credit"
    bracket = _CREDIT_BRACKET.search(simplified)
    if bracket and re.search(r"[。！？]\s*$", simplified[: bracket.start()]):
        return "caption"
    if not _ENDS.search(simplified) and (first or (len(line) <= _HEADING_MOST and "，" not in line)):
        return "heading"
    return "prose"
