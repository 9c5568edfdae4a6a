"""How dates are written: patterns over folded Simplified text; the key becomes the fact's rule."""

from __future__ import annotations

import re

from quizgen import tables

#: between the ends of a range
TO = r" ?(?:至|到|-|–|—{1,2}|~) ?"

_CN = "〇零一二三四五六七八九"
_NUM = rf"\d{{1,3}}|[{_CN}十百]{{1,5}}|元"
_ERAS = "|".join(sorted(tables.words("eras"), key=len, reverse=True))
#: 近2000年, 2000年历史: a round number of years is no year
_Y4 = (
    rf"(?:(?<!\d)(?:1\d|20|21)(?!00)\d\d|(?<=[在于自从（(])[1-9]\d[1-9](?=年)|(?<![\d近约逾达过])(?:1[5-9]|20|21)00(?! ?年(?:来|的?历史|文明|前的))"
    rf"|[一二][{_CN}]{{3}})"
)
_RELATIVE_YEAR = (
    r"(?:(?<![如当现至迄])今|(?<!过)去|(?<![目以之此两三几\d年])大?前|(?<![声说表证文发])明|(?<![之以今此])后"
    r"|本)年(?![级轻纪龄])"
)
_YEAR = (
    rf"(?:(?P<year>(?:(?:公元|西元)?{_Y4}|(?:公元|西元)(?P<bc>前)?\d{{1,4}}) ?年(?![级轻龄]))"
    rf"|(?P<era>(?:{_ERAS}) ?(?:{_NUM}) ?年)"
    r"|(?P<noted>[今去明前][（(]\d{2,4}[）)]年)"
    rf"|(?P<ryear>{_RELATIVE_YEAR})"
    r"|(?P<same>(?<![以晚半])上年(?![级轻纪龄])|(?:[同当]年|次年|翌年)(?=\d|[一二三四五六七八九十][月十]))"
    r"|(?<![\d第])(?P<roc>1[01]\d ?年(?= ?\d{1,2} ?月))"
    rf"|(?<!\d)(?P<short>[0-3]\d ?年(?= ?\d{{1,2}} ?月 ?\d)|0\d ?年|(?<![{_CN}十])零[{_CN}]年))"
)
_MONTH_NUMBER = r"(?:(?<![\d.])(?:1[0-2]|0?[1-9])|(?<![一二三四五六七八九十几数])(?:十[一二]|[一二三四五六七八九十])|元)"
_MONTH = (
    rf"(?:(?P<month>{_MONTH_NUMBER} ?月)"
    r"|(?P<rmonth>(?:上上|下下|(?<!日)本|上|下|这)个?月(?![球台亮饼光])|[本上下][（(]\d{1,2}[）)]月))"
)
_DAY_NUMBER = rf"(?:3[01]|[12]\d|0?[1-9]|[二三]十[{_CN}]?|十[{_CN}]?|廿[{_CN}]?|卅一?|[一二三四五六七八九])"
_DAY = rf"(?P<day>{_DAY_NUMBER} ?[日号])"
_BRACKET = r"(?P<weekday> ?[（(](?:星期|周|礼拜)?[一二三四五六日天][）)])?"
_MIDDLE = r"中(?=[，。、至到以的后]|$)"
_YEAR_END = (
    rf"年?(?:[底末](?![班])|初(?![中一二三步级次选审赛始期]))|年?{_MIDDLE}|(?:稍晚|稍后|稍早|晚些时候|早些时候)"
)
_MONTH_END = (
    rf"底|末(?!班)|初(?![中一二三步级次选审赛始期])|[上中下]旬|[上下]半月|{_MIDDLE}|(?:稍晚|稍后|稍早|晚些时候|早些时候)"
)
_QUARTER = r"(?:第? ?[一二三四1-4] ?季度|第 ?[一二三四1-4] ?季(?![节度])|首季度?(?!赛)|Q[1-4](?!\d))"
_HALF = r"[上下前后]半年(?!度?报)"
_MONTHS = r"[前首头] ?(?:1[01]|[2-9]|[两二三四五六七八九十]|十一) ?个月"
_QUARTERS = r"前[三3]季度?"
_SEASON = r"[春夏秋冬][季天](?=[，。、的至到以起开]|$)"

#: what follows a bare 第三季 where a quarter is meant, not a season of television or a league
_ACCOUNTS = r"(?=[，。、）)至到底末初]|(?:的)?(?:GDP|营收|财报|经济|获利|净利|毛利|展望|业绩|出口|进口|每股|单季|国内|将|较|季))"

#: a weekday on its own: what may follow it, so that 周 is no surname and 周三大 no weekday
_AFTER_WEEKDAY = (
    r"(?=[（(，,。、；：」”’）)\s的在于与和同对就为将拟正已曾再又也还都向从宣表发举召公播出访抵会开说称指报签启结投通确警要呼"
    r"敦致前后上下早晚凌清傍中午夜深至到起以是有被因推收升涨跌创暴遭率飞乘]|$)"
)
_WEEK = r"周|星期|礼拜"
_WEEKDAY = (
    r"(?:[二三四五六](?![个名次项家位大度轮连天人场])|一(?![直些个样度般共方名位家份项定致边再旦律举次场周条系连])"
    r"|日(?![本方元媒圆军韩前均内益])|天)"
)

PATTERNS: dict[str, str] = {
    "iso": r"(?<![\d./])(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>1[0-2]|0?[1-9])(?P=mark)"
    r"(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|(?P=mark)\d)" + _BRACKET,
    "day": rf"(?:{_YEAR} ?)?{_MONTH} ?{_DAY}{_BRACKET}",
    "lunar": rf"(?:农历|阴历|旧历)?(?:{_YEAR})?(?:农历|阴历|旧历)?"
    rf"(?:(?:正|腊)月(?:初?[{_CN}十廿]{{1,3}})?|闰?{_MONTH_NUMBER}月初[{_CN}十]|大年(?:初[一二三四五六七]|三十)"
    rf"|(?<=历)闰?{_MONTH_NUMBER}月[{_CN}十廿]{{0,3}})日?",
    "unsaid_day": rf"{_YEAR} ?{_MONTH}(?P<day>[十二三廿卅][{_CN}十]{{1,2}})(?![个名次人年万亿日号])",
    "half_day": rf"(?:(?:{_YEAR} ?)?{_MONTH} ?)(?P<day>{_DAY_NUMBER})(?=(?:{TO}|、){_DAY_NUMBER} ?[日号])",
    "half_bare_day": rf"(?<![\d.第走需要期时留住经约约短休共])(?P<day>3[01]|[12]?\d)(?={TO}{_DAY_NUMBER} ?日)",
    "months": rf"(?:{_YEAR} ?)(?P<months>{_MONTHS})",
    "quarters": rf"(?:{_YEAR} ?)?(?P<quarters>{_QUARTERS})",
    "quarter": rf"{_YEAR} ?(?P<quarter>{_QUARTER})(?P<modifier>[初末底])?"
    rf"|(?P<alone>第?[一二三四1-4]季度|首季度?(?!赛)|(?<![》」剧目])第[一二三四1-4]季{_ACCOUNTS})(?P<modifier2>[初末底])?",
    "half_year": rf"(?:{_YEAR} ?)?(?P<half>{_HALF})",
    "season": rf"{_YEAR} ?(?P<season>{_SEASON})",
    "half_month": rf"(?:{_YEAR} ?)?(?P<month>{_MONTH_NUMBER})(?={TO}{_MONTH_NUMBER} ?月)",
    "month": rf"(?:{_YEAR} ?)?{_MONTH}(?![球台]|天(?![气津]))份?(?P<modifier>{_MONTH_END})?",
    "decades": r"(?P<century>(?:(?:1[5-9]|20|21|十九|二十|二十一) ?|上个?|本)世纪)?"
    r"(?P<decade>[二三四五六七八])(?P<decade2>[三四五六七八九])十年代(?P<modifier>[初末]期?|[中后早]期)?",
    "decade": r"(?:(?P<century>(?:(?:1[5-9]|20|21|十九|二十|二十一) ?|上个?|本)世纪) ?(?P<decade>\d0|[一二三四五六七八九]十)"
    rf"|(?P<year>(?<!\d)(?:1[5-9]|20)\d0|[一二][{_CN}]{{2}}[〇零])|(?<![\d{_CN}])(?P<decade2>[1-9]0|[{_CN}]十)) ?年代"
    r"(?P<modifier>[初末]期?|[中后早]期)?",
    "half_years": rf"(?<![\d.-])(?P<year>{_Y4})(?={TO}{_Y4} ?年)",
    "year_pair": r"(?<!\d)(?P<year>20\d\d)[-/–](?P<year2>20\d\d|\d\d)(?: ?(?:赛季|学年度?|财年|年度))",
    "year": rf"{_YEAR}(?!代)度?(?P<modifier>{_YEAR_END})?|(?<!\d)(?P<fiscal>20\d\d)(?:赛季|财年)",
    "relative_year_end": r"(?:(?<=[，。、；于在到至前])|^|(?<![每历各当同次翌去今明前本\d年某])(?=年[底末]前))(?P<modifier>年[底初末])(?!班)",
    "relative_week": rf"(?P<shift>(?:上上|下下|上|下|本|这)个?)(?:{_WEEK})"
    rf"(?:(?P<wday>{_WEEKDAY})|(?P<end>末)|(?![期边年围刊转报襄公恩]))",
    "relative_weekday": rf"(?<![一两二三四五六七八九十\d每逢几个环整满近首本上下这年])(?:周(?=[一二三四五六日])|星期|礼拜)"
    rf"(?P<wday>{_WEEKDAY}){_AFTER_WEEKDAY}",
    "noted_day": r"(?P<rday>[今昨明前后])(?:天|日)?[（(](?P<day>3[01]|[12]?\d)日?[）)](?:天|日|晚|早|晨)?",
    "relative_day": r"(?P<rday>(?<![如当现至迄到])今[天日晚早晨夜](?![本益渐军韩俄欧的这看]|起点)|昨[天日晚晨夜早]"
    r"|(?<![声说表证发文光聪透鲜黎阐的])明[天日晚早晨](?![本方元媒军皇])|大前天|大后天"
    r"|(?<![目以之此日年月周会战生])前[天日](?![本方元媒军])|(?<![之以今先此然最背年及战])后天(?=[，。、；！？将会要是在起上下晚早就举开启召公出前可有与和（(」”\\s]|$))(?:稍?晚些时候|稍晚|稍后)?",
    "bare_day": rf"(?<![\d.第近约逾达期共续整满短长每隔余多后前来])(?P<day>3[01]|[12]\d|0?[1-9]|十[{_CN}]|二十[{_CN}]?|廿[{_CN}]?) ?日"
    r"(?![内游间后前圆元本常益之均行程票报]|以[内上]|为[期限])",
}
