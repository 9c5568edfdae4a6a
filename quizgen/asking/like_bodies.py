"""Which bodies of an article may stand for one: a ministry for a ministry, of the same country."""

from __future__ import annotations

import re
from functools import cache

from quizgen import tables
from quizgen.asking import peers
from quizgen.asking.draft import Draft
from quizgen.asking.words import word_for
from quizgen.items import Article, Fact
from quizgen.naming.bodies import suffix_strengths

_HOME = {"zh-Hans": "中国", "zh-Hant-TW": "台湾", "zh-Hant-HK": "香港"}
_SCHOOL = r"(?:小学|中学|国小|国中|高中|初中|幼儿园|幼稚园)$"
#: kinds of body, the more special first
_BODIES = (
    ("parliament", r"(?:议会|国会|[参众]议?院|议院|立法[会院]|杜马|人大|两院|[上下]院|政协)$"),
    ("school", _SCHOOL),
    ("research", r"(?:科学院|研究[院所]|实验室|天文台|研究中心|学院|智库|工程院|协和|学会)$"),
    ("hospital", r"(?:医院|诊所|医疗中心)$"),
    ("association", r"(?:协会|公会|商会|联合会|工会|总会|基金会|促进会|同盟|联会)$"),
    ("exchange", r"交易所$"),
    ("group", r"(?:组织|机构|联盟|盟)$"),
    ("party_body", r"(?:党委|省委|市委|县委|区委)$"),
    ("inquiry", r"(?:调查组|小组|工作组|专家组|应变中心|指挥部)$"),
    ("generic", r"(?:机关|检方|警方|当局|方面)$"),
    ("authority", r"(?:部|局|署|厅|司|处|院|委|办|委员会|海关|省|府|公署|央行)$"),
)
_TEAM = re.compile(r"(?:代表队|国家队|[女男][足篮排]|队)$")


def fits(article: Article, other: Fact, draft: Draft) -> bool:
    if not _is_whole(other) or word_for(other, "zh-Hans") != word_for(draft.fact, "zh-Hans"):
        return False
    if tail := _TEAM.search(draft.fact.value):
        return other.value.endswith(tail.group())
    kind = _kind(draft.fact.value)
    if kind == "generic" or _kind(other.value) != kind:
        return False
    if any(row.has(other.value) for row in peers.of_name("body", draft.fact.value)):
        return True
    return kind not in ("authority", "parliament", "") or _country(other, article) == _country(draft.fact, article)


def _is_whole(body: Fact) -> bool:
    """A known body, or one told by a sure ending: no 欧洲工业, 德国联邦."""
    if body.rule != "suffix":
        return True
    strengths = suffix_strengths()
    ends = [body.value[i:] for i in range(len(body.value)) if body.value[i:] in strengths]
    return bool(ends) and strengths[ends[0]] == "strong"


def _kind(value: str) -> str:
    return next((kind for kind, pattern in _BODIES if re.search(pattern, value)), "")


def _country(body: Fact, article: Article) -> str:
    """The country or region that a body's name opens with; empty for the article's own and for none."""
    found = next((place for place in _regions() if body.value.startswith(place)), "")
    return "" if found == _HOME[article.lang] else found


@cache
def _regions() -> tuple[str, ...]:
    """Countries, continents and what else opens the names of bodies, the longest first."""
    places = [row[0] for row in tables.rows("places") if row[2] in ("country", "continent")]
    return tuple(sorted([*places, "香港", "台湾", "欧盟", "国际", "世界", "联合国"], key=len, reverse=True))
