"""Why: 以打击芬太尼为由, 目的是…, 主要原因是…."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.items import Fact, Line, Source

KIND = "reason"

#: group 1 is the reason; it stays inside one clause, and what cannot be a reason alone (此, 这) is left out
RULES = {
    "on_the_grounds": re.compile(
        r"以([^，。；：以]{2,24}?)为(?:由|理由|借口|名(?=[，。；]|对|向|宣布|要求|加|拒|限|禁|发|将|暂|退|取|提|起))"
    ),
    "purpose_is": re.compile(r"(?:其)?目的(?:是|在于|就是)(?:要|为了)?([^，。；：]{4,28})(?=[，。；])"),
    "cause_is": re.compile(
        r"(?:(?:主要|根本|直接|重要)?(?:原因|因素)(?:是|在于|就是|为|包括)|关键在于|主因(?:是|为|在于)"
        r"|主要是(?:考量|考虑(?:到)?|因为|由于))([^，。；：—]{4,28}(?:，(?:以及|和|并)[^，。；—]{2,24})?)(?=[，。；—])"
    ),
    "in_honour": re.compile(r"以(?:表彰|纪念|奖励|嘉奖|庆祝)(?:他们|她们|他|她|其)?(?:在)?([^。；：]{6,44})(?=[。；])"),
    "reason_is": re.compile(
        r"(?:理由|起因|导火线|导火索|症结)(?:是|为|在于|就是)(?:此举|这)?(?:会|将)?([^，。；：]{4,28})(?=[，。；])"
    ),
    # 因 alone leads into what came of it (因技术问题推迟了一周), so 因为 and 是因 only
    "because_last": re.compile(r"(?<=，)(?:主要)?(?:是因为|因为|是因(?!为))([^，。；：因]{4,26})(?=[。；])"),
    "purpose_last": re.compile(r"(?<=，)(?:主要|就)?是(?:为了|要)([^，。；：]{5,30})(?=[，。；])"),
    "owing": re.compile(r"(?<![^，。；：])(?:由于|因为)([^，。；：因]{4,28})，(?=[^，。；]{6,})"),
    "influence": re.compile(
        r"(?<![^，。；：])(受[^，。；：]{2,20}?(?:影响|拖累|带动|推动|刺激|冲击|提振|限制|约束|阻碍))，(?=[^，。；]{6,})"
    ),
    "because_and": re.compile(
        r"(?<!不)(?<!不是)因(?![为此应而])([^，。；：因]{3,24}?)而(?![且是非言已后])(?=[^，。；]{2,})"
    ),
    "thanks_to": re.compile(r"(?:得益于|归功于|归因于|源于|起因于|缘于|根源在于)([^，。；：]{4,28})(?=[，。；])"),
    "behind_it": re.compile(
        r"(?:背后|幕后)(?:的(?:原因|推手|主因))?，?(?:主要|正|就)?是([^，。；：]{4,28})(?=[，。；])"
    ),
    "because_of": re.compile(
        r"(?<!不是)(?:因为|由于|因(?!为))([^，。；：因]{2,24})，(?=[^。；]{0,12}(?:所以|因此|因而|取消|推迟|延期|辞职|停|退|关闭|被))"
    ),
}
_NOT_ALONE = re.compile(r"^(?:此|如此|这|那|其|该|它|对方|什么|何|这些|那些|上述)")


def find(lines: Sequence[Line], source: Source, found: Sequence[Fact]) -> list[Fact]:
    """The words that give a reason; `value` is them in Simplified."""
    out: list[Fact] = []
    for line in lines:
        if line.role == "credit":
            continue
        for rule, pattern in RULES.items():
            for match in pattern.finditer(line.simplified):
                if not _NOT_ALONE.match(match[1]) and all(
                    match.start(1) + line.start >= f.end or match.end(1) + line.start <= f.start for f in out
                ):
                    i, j = match.span(1)
                    out.append(Fact(KIND, line.text[i:j], line.start + i, line.start + j, match[1], rule))
    return out
