"""How names are read: surnames have readings of their own, and so have renderings of foreign names."""

from __future__ import annotations

from functools import cache

from quizgen import tables
from quizgen.language.pinyin.library import usual
from quizgen.language.pinyin.notation import marked

_GIVEN, _RENDERED = 1, 2  # columns of name_readings.tsv


def name_reading(simplified: str, chinese: bool) -> str:
    """A person's name as it is shown: 何立峰 -> `Hé Lìfēng`; rendered from another language 贝森特 -> `Bèisēntè`.

    A name that begins with no surname, or is longer than four characters, is read as a rendering.
    """
    return marked(numbered_name(simplified, chinese))


def numbered_name(simplified: str, chinese: bool) -> str:
    """`He2 Li4 feng1`; `Bei4 sen1 te4`; a dot between names stays a dot."""
    family = _family(simplified) if chinese and len(simplified) <= 4 else ()
    if not family:
        return " · ".join(_spell(part, _RENDERED) for part in simplified.split("·"))
    surnames = tables.mapping("surnames")
    given = simplified[sum(map(len, family)) :]
    return " ".join([*(_capital(surnames[name]) for name in family), _spell(given, _GIVEN)]).strip()


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
