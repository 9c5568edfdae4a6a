"""Days and weeks counted from the article's own day: 昨天, 上週五, 下週, 週三."""

from __future__ import annotations

import re
from datetime import timedelta

from . import edtf
from .context import NO_DATE, Context, Groups, Reading, Rule
from .edtf import Point

_DAYS = {"今": 0, "昨": -1, "前": -2, "大前": -3, "明": 1, "后": 2, "大后": 3}
_WEEKS = {"本": 0, "这": 0, "上": -1, "下": 1, "上上": -2, "下下": 2}
_UNKNOWN = Reading(Point(), Point(), None, NO_DATE, True)

_WEEK = "周|星期|礼拜"
_WEEKDAY = (
    r"(?:[二三四五六](?![个名次项家位大度轮连天人场])|一(?![直些个样度般共方名位家份项定致边再旦律举次场周条系连])"
    r"|日(?![本方元媒圆军韩前均内益])|天)"
)
#: what may follow a weekday on its own, so that 周 is no surname and 周三大 no weekday
_AFTER_WEEKDAY = (
    r"(?=[（(，,。、；：」”’）)\s的在于与和同对就为将拟正已曾再又也还都向从宣表发举召公播出访抵会开说称指报签启结投通确警要呼"
    r"敦致前后上下早晚凌清傍中午夜深至到起以是有被因推收升涨跌创暴遭率飞乘最]|$)"
)


def _day(groups: Groups, context: Context, at: int) -> Reading | None:
    word = re.match("大?.", groups["word"])
    if context.today is None or word is None:
        return _UNKNOWN
    point = edtf.of(context.today + timedelta(_DAYS[word[0]]))
    return Reading(point, point, relative=True)


def _week(groups: Groups, context: Context, at: int) -> Reading | None:
    """上週 is seven days, 上週末 two, 上週五 one; a week begins on Monday."""
    if context.today is None:
        return _UNKNOWN
    shift = _WEEKS[groups["shift"].rstrip("个")]
    if "weekday" in groups:
        index = _index(groups["weekday"])
        point, _ = edtf.week(context.today, shift, index, index)
        return Reading(point, point, relative=True)
    low, high = edtf.week(context.today, shift, *((5, 6) if "end" in groups else (0, 6)))
    return Reading(low, low, high, relative=True)


def _weekday(groups: Groups, context: Context, at: int) -> Reading | None:
    """週五 alone: the next one where the clause looks ahead, else the last one up to the article's day."""
    if context.today is None:
        return _UNKNOWN
    back = (context.today.weekday() - _index(groups["weekday"])) % 7
    if back and context.looks_ahead(at):
        back -= 7
    point = edtf.of(context.today - timedelta(back))
    return Reading(point, point, relative=True)


def _index(weekday: str) -> int:
    return 6 if weekday == "天" else "一二三四五六日".index(weekday)


RULES = {
    "relative_day": Rule(
        "天日晚早晨夜",
        r"(?P<word>(?<![如当现至迄到])今[天日晚早晨夜](?![本益渐军韩俄欧的这看津]|起点)|昨[天日晚晨夜早]"
        r"|(?<![声说表证发文光聪透鲜黎阐的])明[天日晚早晨](?![本方元媒军皇])|大前天|大后天"
        r"|(?<![目以之此日年月周会战生])前[天日](?![本方元媒军然津])"
        r"|(?<![之以今先此然最背年及战])后天(?=[，。、；！？将会要是在起上下晚早就举开启召公出前可有与和你我他她（(」”\s]|$))"
        r"(?:稍?晚些时候|稍晚|稍后)?",
        _day,
    ),
    "relative_week": Rule(
        "周期拜",
        rf"(?P<shift>(?:上上|下下|上|下|本|这)个?)(?:{_WEEK})"
        rf"(?:(?P<weekday>{_WEEKDAY})|(?P<end>末)|(?![期边年围刊转报襄公恩]))",
        _week,
    ),
    "relative_weekday": Rule(
        "周期拜",
        r"(?<![一两二三四五六七八九十\d每逢当几个环整满近首本上下这年])(?:周(?=[一二三四五六日])|星期|礼拜)"
        rf"(?P<weekday>{_WEEKDAY}){_AFTER_WEEKDAY}",
        _weekday,
    ),
}
