"""Traditional and Simplified characters. The only door to opencc."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import Any

from quizgen import tables

# Taiwan writes 著 for both zhù and the particle zhe, which t2s leaves alone: 看著 -> 看着, but 著名, 原著.
_ZHE = re.compile(r"(?<![卓原名土专專巨昭拙编編论論遗遺显顯较較炳所])著(?![名作称稱述录錄者])")


def simplify(text: str) -> str:
    """The text in Simplified characters, of exactly the same length.

    Text that is Simplified already comes back unchanged, so 乾隆, 宫商角徵羽 and 慰藉 are safe.

    >>> simplify("美國眾議院裏看著")
    '美国众议院里看着'
    """
    return from_traditional(text) if is_traditional(text) else text


def from_traditional(text: str) -> str:
    """The same of what is known to be Traditional, though nothing in it tells: 於 -> 于, 乾杯 -> 干杯, 最後 -> 最后."""
    if "着" not in text:
        text = _ZHE.sub("着", text)
    return _same_length(_opencc("t2s"), text.translate(_variants()))


def to_traditional(text: str) -> str:
    """A guess at the Traditional form, of the same length, for words that no dictionary pairs: 加征 -> 加徵."""
    return _same_length(_opencc("s2t"), text)


def is_traditional(text: str) -> bool:
    """Whether the characters that only Traditional has are as many as those that only Simplified has, and any."""
    traditional, simplified = _evidence(text)
    return traditional > 0 and traditional >= simplified


def language_of(text: str) -> str:
    """`zh-Hant-TW`, `zh-Hant-HK` or `zh-Hans`, by how many forms of one region alone the text writes.

    Traditional text with nothing to tell Taiwan from Hong Kong counts as Taiwan's.
    """
    if not is_traditional(text):
        return "zh-Hans"
    votes = Counter({"zh-Hant-TW": 0, "zh-Hant-HK": 0})
    for form, region in tables.rows("regional_forms"):
        votes[region] += form in text  # once: an article says 特朗普 or 川普 forty times
    return max(votes, key=votes.__getitem__)


def _evidence(text: str) -> tuple[int, int]:
    """Characters only in Big5, and only in GB 2312: the old character sets knew one script each."""
    counts = Counter(c for c in text if "\u3400" <= c <= "\u9fff" and c != "着")  # which Hong Kong writes too
    traditional = simplified = 0
    for character, count in counts.items():
        in_big5, in_gb = _encodes(character, "big5"), _encodes(character, "gb2312")
        traditional += count * (in_big5 and not in_gb)
        simplified += count * (in_gb and not in_big5)
    return traditional, simplified


def _encodes(character: str, codec: str) -> bool:
    try:
        character.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


@cache
def _opencc(config: str) -> Any:
    from opencc import OpenCC

    return OpenCC(config)


@cache
def _variants() -> dict[int, str]:
    """Forms that t2s does not know, as str.translate wants them."""
    return {ord(form): plain for form, plain in tables.mapping("variant_characters").items()}


def _same_length(converter: Any, text: str) -> str:
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(one if len(one := converter.convert(c)) == 1 else c for c in text)
