"""Parts of a year: 第三季度, 上半年, 前8個月, 2025年夏季."""

from __future__ import annotations

import re

from . import years
from .context import Context, Groups, Reading, Rule
from .edtf import Point
from .grammar import YEAR, count

_SEASONS = "春夏秋冬"
_ORDER = {c: i for digits in ("一二三四", "1234") for i, c in enumerate(digits, 1)} | {"首": 1}
_QUARTER = r"(?:第? ?[一二三四1-4] ?季度|第 ?[一二三四1-4] ?季(?![节度])|首季度?(?!赛)|Q[1-4](?!\d))"
#: what follows a bare 第三季 where a quarter is meant, not a season of television or a league
_ACCOUNTS = (
    r"(?=[，。、）)至到底末初]|[^，。；]{0,6}(?:GDP|营收|财报|经济|获利|净利|毛利|展望|业绩|出口|进口|每股|单季|盈余|国内"
    r"|季增|季减))"
)


def _quarter(groups: Groups, context: Context, at: int) -> Reading | None:
    found = re.search("[一二三四首1-4]", groups["quarter"])
    return _part(groups, context, at, 32 + _ORDER[found[0]]) if found else None


def _half_year(groups: Groups, context: Context, at: int) -> Reading | None:
    return _part(groups, context, at, 40 if groups["half"][0] in "上前" else 41)


def _season(groups: Groups, context: Context, at: int) -> Reading | None:
    return _part(groups, context, at, 21 + _SEASONS.index(groups["season"][0]))


def _part(groups: Groups, context: Context, at: int, unit: int) -> Reading:
    year, doubt, relative = years.read(groups, context, at)
    said = Point(year, unit)
    if year is None and not doubt:
        year, doubt = context.year_for(None, None, at)
    return Reading(said, Point(year, unit), None, doubt, relative)


def _months(groups: Groups, context: Context, at: int) -> Reading | None:
    """今年前8個月, 前三季度: from January on."""
    last = 9 if "quarters" in groups else count(groups["months"].lstrip("前首头").rstrip("个月"))
    first = _part(groups, context, at, 1)
    return first._replace(high=first.low._replace(unit=last))


RULES = {
    "months": Rule(
        "前首头", rf"{YEAR} ?(?P<months>[前首头] ?(?:1[01]|[2-9]|十一|[两二三四五六七八九十]) ?个月)", _months
    ),
    "quarters": Rule("季", rf"(?:{YEAR} ?)?(?P<quarters>前[三3]季度?)", _months),
    "quarter": Rule("季Q", rf"{YEAR} ?(?P<quarter>{_QUARTER})(?P<modifier>[初末底])?", _quarter),
    "bare_quarter": Rule(
        "季",
        rf"(?P<quarter>第?[一二三四1-4]季度|首季度?(?!赛)|(?<![》」剧目])第[一二三四1-4]季{_ACCOUNTS})(?P<modifier>[初末底])?",
        _quarter,
    ),
    "half_year": Rule("半", rf"(?:{YEAR} ?)?(?P<half>[上下前后]半年(?!度?报))", _half_year),
    "season": Rule("春夏秋冬", rf"{YEAR} ?(?P<season>[春夏秋冬][季天](?=[，。、的至到以起开]|$))", _season),
}
