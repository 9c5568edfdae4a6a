"""Names of the Japanese form: a family name from our list and a given name (內田真一, 石破茂, 小泉進次郎)."""

from __future__ import annotations

from quizgen import tables
from quizgen.naming.boundaries import FUNCTION, is_common, is_han

#: what given names of two or three characters end in
_LAST = frozenset(
    "一二三四五六七八郎朗夫雄男美子彦介树也人治司志明平和弘之幸行博久光昭正信秀贵德辉健造助作吉藏衛卫衞宏洋豪刚翔太大斗真"
    "香奈惠织绘爱苗由里代江枝音佳世恭孝义勇武文章彰晃诚次辅史典哉磨广浩裕隆茂敏稔实守学让敬树马基生"
)


def end_of(simplified: str, start: int) -> int:
    """Where the name that begins at `start` ends, or 0 where no family name of the list begins there."""
    family = next((simplified[start : start + n] for n in (3, 2) if _is_family(simplified[start : start + n])), "")
    given = start + len(family)
    if not family or not is_han(simplified[given : given + 1] or " ") or simplified[given] in FUNCTION:
        return 0
    three, two = simplified[given : given + 3], simplified[given : given + 2]
    if len(three) == 3 and three[-1] in "郎朗" and three[-2] in "一二三四太次健":
        return given + 3
    if len(two) == 2 and two[-1] in _LAST and not is_common(two):
        return given + 2
    return given + 1 if simplified[given] in _LAST else 0


def _is_family(word: str) -> bool:
    return word in tables.words("japanese_surnames")
