"""How names are read: surnames have readings of their own, and so have renderings of foreign names."""

from __future__ import annotations

from quizgen import tables
from quizgen.language.pinyin.library import usual
from quizgen.language.pinyin.notation import marked

GIVEN, FOREIGN = 1, 2


def name_reading(simplified: str, chinese: bool) -> str:
    """A person's name as it is shown: 何立峰 -> `Hé Lìfēng`; rendered from another language 贝森特 -> `Bèisēntè`."""
    return marked(numbered_name(simplified, chinese))


def numbered_name(simplified: str, chinese: bool) -> str:
    """`He2 Li4 feng1`; `Bei4 sen1 te4`; a dot between names stays a dot."""
    if not chinese or not 2 <= len(simplified) <= 4:
        return " · ".join(_spell(part, FOREIGN) for part in simplified.split("·"))
    surnames = tables.mapping("surname_readings")
    if simplified[:2] in surnames and len(simplified) > 2:
        return f"{surnames[simplified[:2]]} {_spell(simplified[2:], GIVEN)}"
    married = 2 if len(simplified) == 4 else 1
    family = [surnames.get(char) or usual(char).capitalize() for char in simplified[:married]]
    return " ".join([*family, _spell(simplified[married:], GIVEN)])


def _spell(part: str, role: int) -> str:
    """Characters one by one, the first with a capital."""
    known = {row[0]: row[role] for row in tables.rows("name_readings") if row[role] != "-"}
    sounds = " ".join(known.get(char) or usual(char) for char in part)
    return sounds[:1].upper() + sounds[1:]
