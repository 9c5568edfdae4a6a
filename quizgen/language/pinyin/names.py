"""How names are read: surnames have readings of their own, and so have renderings of foreign names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from quizgen import tables
from quizgen.language.pinyin.library import usual

_GIVEN, _RENDERED = 1, 2  # columns of name_readings.tsv
_NAMED = re.compile(r"姓(?!氏)|某(?![种些个年月日次段时公地])")
_TITLED = re.compile(
    "先生|女士|小姐|太太|夫人|[副总]?[部省市县区局厅处科院校会社团队厂站馆台署司]长|教授|主任|书记|总理|总统|主席|总裁|经理|医[生师]|"
    "博士|律师|法官|检察官|老师|导演|教练|委员|议员|警官|将军|大使|同学|董事长|秘书长|发言人|[男女嫌妇翁](?![子性孩人士足篮排双单友方])"
)
_POLITE = re.compile("先生|女士|小姐|太太")
"""these stand behind a surname only: 河北的任女士"""
_NO_NAME = frozenset("要过都将应当令种相干藏和与及向被由")
"""but these are words before them too: 将女士们护送离开"""
_CALLED = tuple(
    "队 大师 名家 先驱 泰斗 名宿 新星 宗师 烈士 英雄 老将 战士 文豪 词人 词作家 传人 男子 女子 妇人 车主".split()
)
"""names follow these too, though they are no titles: 评书大师单田芳"""
_HAN = re.compile("[㐀-鿿]")
_OFTEN = 8  # times a character stands first, or second, in the given names of the table
_OFTEN_BESIDES = 15  # the same where the surname is a word that stands behind titles too: 外长应约同国务卿通电话
_NEARLY_ALWAYS = 40  # the same where no title speaks for a name
_BEFORE_NAMES = frozenset("的由与及跟被向指")
_NAME_TAGS = ("", "nr", "nrfg", "nz")
_BESIDES = frozenset("任要过都种相干占召角折员那库令藏应当将")
"""surnames that as words stand before titles too: 任校长, to be headmaster"""


def numbered_name(simplified: str, chinese: bool) -> str:
    """`He2 Li4 feng1`; `Bei4 sen1 te4`; a dot between names stays a dot.

    A name that begins with no surname, or is longer than four characters, is read as a rendering.
    """
    if japanese := _japanese_family(simplified, chinese):
        given = simplified[len(japanese) :]
        return f"{_spell(japanese, _RENDERED)} {_spell(given, _RENDERED)}"
    family = _family(simplified) if chinese and len(simplified) <= 4 else ()
    if not family:
        return " · ".join(_spell(part, _RENDERED) for part in simplified.split("·"))
    surnames = tables.mapping("surnames")
    given = simplified[sum(map(len, family)) :]
    return " ".join([*(_capital(surnames[name]) for name in family), _spell(given, _GIVEN)]).strip()


def _japanese_family(simplified: str, chinese: bool) -> str:
    """植田 of 植田和男, where a given name of one to three characters is left; else empty.

    Three characters that may be Chinese too are Japanese if Chinese given names hardly begin with the second:
    石破|茂, but 高|明远 and 林|山田.
    """
    heads = (simplified[:length] for length in (3, 2) if 1 <= len(simplified) - length <= 3)
    head = next((head for head in heads if head in tables.words("japanese_surnames")), "")
    either = chinese and len(simplified) == 3 and head[:1] in tables.words("surnames")
    return "" if either and _times(head[1], 0) >= _OFTEN_BESIDES else head


def by_surname(text: str, place: int, edges: Sequence[int], tag: Callable[[str], str]) -> str:
    """The reading of a surname outside of the names that are known, or empty.

    解姓男子, 姓曾, 单某; 区女士 at the head of a clause; 作家曾志明 and 中国队任子威, where a given name follows;
    任志强被捕 at the head of a clause, where a given name follows that is nothing else.
    """
    char, before = text[place], text[:place]
    if char not in tables.words("surnames"):
        return ""
    heads = not before or not _HAN.match(before[-1]) or before[-1] in "和与"
    named = _NAMED.match(text, place + 1) or (before.endswith("姓") and not before.endswith("百姓"))
    opens = heads or before[-1] in _BEFORE_NAMES
    titled = heads and char not in _BESIDES and _TITLED.match(text, place + 1)
    titled = titled or (opens and char not in _NO_NAME and _POLITE.match(text, place + 1))
    behind = _OFTEN_BESIDES if char in _BESIDES else _OFTEN
    often = behind if _ends_with_title(before) else _NEARLY_ALWAYS if opens else 0
    given = often and _is_given(text, place + 1, edges, tag, often)
    return tables.mapping("surnames")[char] if named or titled or given else ""


def _is_given(text: str, place: int, edges: Sequence[int], tag: Callable[[str], str], often: int) -> bool:
    """Whether two characters are met in names that often, and are not one word of another kind."""
    first, second = text[place : place + 1], text[place + 1 : place + 2]
    if place not in edges or place + 2 not in edges or tag(first + second) not in _NAME_TAGS:
        return False
    return min(_times(first, 0), _times(second, 1)) >= often


def _ends_with_title(text: str) -> bool:
    return text.endswith(_CALLED) or any(text[-size:] in tables.words("titles") for size in (2, 3, 4))


def _times(char: str, place: int) -> int:
    return _given_names().get(char, (0, 0))[place]


@cache
def _given_names() -> dict[str, tuple[int, int]]:
    return {char: (int(first), int(second)) for char, first, second in tables.rows("given_names")}


def _family(name: str) -> tuple[str, ...]:
    """The surname, or the two of a married woman: 陈冯富珍."""
    surnames = tables.words("surnames")
    if name[:2] in surnames and len(name) > 2:
        return (name[:2],)
    if len(name) == 4 and name[0] in surnames and name[1] in surnames:
        return name[0], name[1]
    return (name[0],) if name[:1] in surnames and len(name) < 4 else ()


def _spell(part: str, role: int) -> str:
    """Characters one by one, the first with a capital."""
    return _capital(" ".join(_readings(role).get(char) or usual(char) for char in part))


def _capital(pinyin: str) -> str:
    return pinyin[:1].upper() + pinyin[1:]


@cache
def _readings(role: int) -> dict[str, str]:
    return {row[0]: row[role] for row in tables.rows("name_readings") if row[role] != "-"}
