"""Reads CC-CEDICT's English: what kind of thing a proper noun names, and its name without what has expired."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from quizgen import tables

_CROSS_REFERENCE = re.compile(r"\s*[^\x00-\u2e7f\[\]]+(?:\|[^\x00-\u2e7f\[\]]+)?(?:\[[^\]]*\])?")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_DESCRIPTION = re.compile(
    r"(?<=\w) (?:(?:prefecture|county|sub\w*)-level |[Aa]utonomous )?"
    r"(?:[Cc]ounty|city|[Dd]istrict|[Pp]refecture|town|[Tt]ownship|banner|island)\b(?: of| in|, |$).*"
    r"|(?<=\w) in [A-Z].*"
)
_RANK = ("place", "organisation", "person", "surname", "other")
_SHORT_TITLE = re.compile(
    r"^(?:abbr\. (?:for|of|to)|variant of|old variant of|also written|erroneous variant of|see also|see|same as)\s*",
)


def kind_of_name(senses: Sequence[str]) -> str:
    """place, organisation, person, surname or other, from the senses of a proper noun; empty for none.

    >>> kind_of_name(("Stockholm, capital of Sweden",))
    'place'
    """
    kinds = {_kind(sense) for sense in senses}
    return next((kind for kind in _RANK if kind in kinds), "")


def name_in_english(senses: Sequence[str]) -> str:
    """The name itself, of a proper noun's senses: offices, years and asides are cut, for they expire.

    >>> name_in_english(("Xi Jinping (1953-), PRC politician, General Secretary of the CCP from 2012",))
    'Xi Jinping'
    """
    kind = kind_of_name(senses)
    fitting = [short for sense in senses if _kind(sense) == kind and (short := _shortened(sense))]
    return next((short for short in fitting if short[0].isupper()), fitting[0] if fitting else "")


def _kind(sense: str) -> str:
    """What the words of one sense say; failing them, `Geneva, Switzerland` is a place for what follows the comma."""
    plain = _CROSS_REFERENCE.sub("", sense)
    bare = _ASIDE.sub("", plain).removeprefix("the ").strip()
    for kind, pattern in _kinds():
        if pattern.search(bare if kind == "other" else plain):
            return kind
    if {bare, bare.rpartition(", ")[2]} & tables.words("english_places"):
        return "place"
    return "other" if plain else ""


def _shortened(sense: str) -> str:
    plain = _ASIDE.sub("", _CROSS_REFERENCE.sub("", _SHORT_TITLE.sub("", sense)))
    name: str = re.split(r",\s(?!Inc)|;\s|\s(?:or|aka|and capital)\s", plain.strip(" ,"))[0]
    return "" if "surname" in name else _DESCRIPTION.sub("", name).removeprefix("the ").strip()


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each kind with the words of its row, in the order in which they are asked."""
    return tuple((kind, re.compile(rf"(?<!\w)(?:{pattern})")) for kind, pattern in tables.rows("name_kinds"))
