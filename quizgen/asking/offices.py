"""Who holds an office, and which office somebody holds: 2025年9月，鲁比奥在美国政府担任什么职务？"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen.asking import days
from quizgen.asking.asked import Asked, as_fact
from quizgen.asking.headline import EVERYWHERE
from quizgen.asking.words import phrase
from quizgen.items import Article, Fact, Sentence
from quizgen.language import simplify
from quizgen.naming import gazetteer

#: offices that one person holds at a time in a country or body
_SOLE = re.compile(
    r"^(?!.*(?:副|助理|候任|代理|前|原))(?:.*(?:部长|总统|总理|首相|主席|国务卿|外长|财长|防长|行长|秘书长|议长|院长|首席执行官|执行长|总书记|特首|行政长官|国王|女王|总干事|检察长|局长|署长|州长|市长|省长|贸易代表|董事长|校长|主教练|主帅|队长))$"
)
_GOVERNS = re.compile(
    r"(?:部长|总统|总理|首相|主席|国务卿|外长|财长|防长|大臣|外相|财相|防相|议长|议员|大使|代表|国王|女王|总书记|顾问|幕僚长|发言人|书记|州长|市长|省长|县长|特首|司长|局长|署长|处长|院长|专员|特使|检察长|法官|司令|参谋长)$"
)
_PROFESSION = re.compile(r"(?:家|者|员(?<!议员)(?<!委员)(?<!专员)(?<!研究员)|手|星|师|工|生|兵|长老|老将|先生|女士)$")
#: who leads a state is known to everyone who reads the news
_HEADS = re.compile(r"^(?:总统|国家主席|主席|总理|首相|国王|女王|领袖|领导人|最高领导人|总书记)$")
_KNOWN_TO_ALL = frozenset(["美国", "中国", "俄罗斯"])
#: 前总统, 创始人: nobody holds it now
_FORMER = re.compile(r"前|原|已故|创始|创办|联合创")
#: 时任郑州市委书记: of another day than the article's
_THEN_HELD = re.compile(r"(?:前|原|(?:时任|曾任|历任|候任|先后任)[^，。；]{0,12})$")
#: 治理与|可持续发展研究所: the body's name is cut in two
_JOINS = ("与", "和", "及", "暨")
#: 委员, 成员: in charge of what is told elsewhere, or nowhere
_VAGUE = re.compile(r"^(?:委员|成员|议员|顾问|代表|专员|官员|干部|主任委员|常委|董事|秘书)$")


def ask(article: Article, sentence: Sentence, role: Fact) -> Iterator[Asked]:
    """An office expires: its question names year and month, so it needs a day of the article or the sentence."""
    person, when = role.part("person"), days.month(_day(article, sentence), article.lang)
    if person and sentence.text[person.end - sentence.start :][:1] in tuple("-－–·"):
        return  # 托马斯|-格林菲尔德
    if not (person and when and _is_office(role) and _is_told_in_full(role) and _is_held(sentence, role)):
        return
    country, body, title = role.part("country"), role.part("organisation"), _title(role)
    heads = not body and _HEADS.search(title) is not None
    known = heads and country is not None and country.value in _KNOWN_TO_ALL
    if _SOLE.match(title) and not known:
        question = phrase("holder_ask", article.lang).format(when=when, of=_of(role), office=role.text)
        yield Asked(as_fact("person", person, role), question, sentence)
    if heads and (known or gazetteer.latin(person.value)):
        return  # the country tells the office of one whom everybody knows
    if len(_titles_of(article, person.value)) > 1:
        return  # several offices of one person: which one is asked?
    where = phrase("of_body" if body else "in_government", article.lang).format(body=_of(role), country=_of(role))
    yield Asked(role, phrase("office_ask", article.lang).format(when=when, who=person.text, of=where), sentence)


def held(article: Article) -> dict[str, str]:
    """Of each person who has one office in the article that office, with the country or body it is of."""
    told: dict[str, dict[str, str]] = {}
    for sentence in article.sentences:
        for role in sentence.facts:
            person = role.part("person") if role.kind == "role" else None
            if person and not role.doubt and _is_office(role) and _is_held(sentence, role):
                told.setdefault(person.value, {}).setdefault(_title(role), _of(role) + role.text)
    return {person: next(iter(titles.values())) for person, titles in told.items() if len(titles) == 1}


def _is_office(role: Fact) -> bool:
    """One office, in charge of something: no 歌手, no 委员, no two told with 、."""
    title = _title(role)
    return "、" not in role.text and not _PROFESSION.search(title) and not _VAGUE.search(title)


def _is_told_in_full(role: Fact) -> bool:
    """Its country or body tells which office it is: a country's only where it governs, 外交部 only with its country."""
    country, body = role.part("country"), role.part("organisation")
    if body and not country:
        return not EVERYWHERE.match(body.value or simplify(body.text))
    return body is not None or (country is not None and _GOVERNS.search(_title(role)) is not None)


def _is_held(sentence: Sentence, role: Fact) -> bool:
    """At the article's day, as far as its title and the words before it tell."""
    parts = (p for p in (role, role.part("country"), role.part("organisation")) if p)
    before = sentence.simplified[: min(p.start for p in parts) - sentence.start]
    return not (_FORMER.match(_title(role)) or _THEN_HELD.search(before) or before.endswith(_JOINS))


def _title(role: Fact) -> str:
    return role.value.split(":")[0]


def _of(role: Fact) -> str:
    """美国, 外交部, 美国|财政部: what the office is of."""
    return "".join(p.text for p in (role.part("country"), role.part("organisation")) if p)


def _titles_of(article: Article, person: str) -> set[str]:
    roles = (f for s in article.sentences for f in s.facts if f.kind == "role")
    return {_title(f) for f in roles if f.value.split(":")[-1] == person}


def _day(article: Article, sentence: Sentence) -> str:
    """The article's day, where it is given; else the first day or month of the sentence, else the day guessed."""
    given, source = article.source.date, article.source
    if given and not source.inferred:
        return given
    days_told = (f.value for f in sentence.facts if f.kind == "date" and not f.doubt)
    return next((day for day in days_told if re.match(r"\d{4}-\d\d", day)), given)
