"""From records: meetings, rounds, offices, pairs of names. Asked first: they carry their own antecedents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import NamedTuple

from quizgen import tables
from quizgen.asking import days
from quizgen.asking.deixis import POINTS
from quizgen.asking.headline import EVERYWHERE
from quizgen.asking.tagged import tag, tokens_in
from quizgen.asking.words import phrase, place_kind, word_for
from quizgen.items import Article, Fact, Part, Sentence
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
_HELD_OF = re.compile(r"(?:举行|召开|举办)的")
#: 第46届世界遗产大会, but not 记者会 or 会议, which are many
_OCCASION = re.compile(
    r"(?:大会|峰会|博览会|奥运会|亚运会|世界杯|锦标赛|论坛|首脑会议|领导人会议|部长会议|联赛|公开赛|电影节)$"
)
_OCCASION_LEAST = 5
_PAIRED = ("date", "place", "figure")
#: 前总统, 创始人: nobody holds it now
_FORMER = re.compile(r"前|原|已故|创始|创办|联合创")
#: 时任郑州市委书记: of another day than the article's
_THEN_HELD = re.compile(r"(?:前|原|(?:时任|曾任|历任|候任|先后任)[^，。；]{0,12})$")
#: 委员, 成员: in charge of what is told elsewhere, or nowhere
_VAGUE = re.compile(r"^(?:委员|成员|议员|顾问|代表|专员|官员|干部|主任委员|常委|董事|秘书)$")
_ORDINALS = "一二三四五六七八九十"


class Asked(NamedTuple):
    """A question made from a record."""

    fact: Fact
    """what is asked for; its text is the answer"""
    question: str
    sentence: Sentence


def ask(article: Article) -> Iterator[Asked]:
    """Every question that the article's records answer, meetings first."""
    for sentence in article.sentences:
        for fact in sentence.facts:
            if fact.kind == "event":
                yield from _EVENTS.get(fact.rule, _meeting)(article, sentence, fact)
            elif fact.kind == "name":
                yield from _original(article, sentence, fact)
            elif fact.kind == "role" and not fact.doubt:
                yield from _office(article, sentence, fact)
            elif fact.kind == "place":
                yield from _held(article, sentence, fact)


def _meeting(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    lang, verb = article.lang, event.part("verb")
    who, whom = ([p for p in event.parts if p.name == name] for name in ("who", "whom"))
    place, date = event.part("place"), event.part("date")
    act = re.sub("了", "", verb.text) if verb else ""
    first, second = who[0].text, whom[0].text
    when = days.month(date.value, lang) if date else ""
    if place and when:
        asked = _where(place.value, lang)
        question = phrase("where_met", lang).format(when=when, who=first, whom=second, place=asked, verb=act)
        yield Asked(_as_fact("place", place, event), question, sentence)
    if date and date.value[:4].isdecimal() and _asks_day(date.value):
        told = next(f for f in sentence.facts if f.kind == "date" and f.start == date.start)
        word, lead = days.word(told, lang), days.lead(told)
        at = phrase("at_place", lang).format(place=place.text) if place else ""
        question = phrase("when_met", lang).format(
            when=lead and f"{lead}，", who=first, whom=second, date=word, at=at, verb=act
        )
        if days.is_worth_asking(told):
            yield Asked(told, question, sentence)


def _where(place: str, lang: str) -> str:
    """哪個城市, 哪個國家, else 哪裡, by what the place is."""
    return phrase({"city": "which_city", "country": "which_country"}.get(place_kind(place), "where"), lang)


def _asks_day(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?", value))


def _held(article: Article, sentence: Sentence, place: Fact) -> Iterator[Asked]:
    """在新德里举行的第46届世界遗产大会: where it was held, told in passing."""
    at = place.end - sentence.start
    match = _HELD_OF.match(sentence.simplified, at)
    before = sentence.simplified[: (place.part("country") or place).start - sentence.start]
    if not match or not before.endswith("在"):
        return
    tokens = tokens_in(sentence, match.end(), len(sentence.text))
    nominal = list(takewhile(lambda t: tag(sentence, t) in ("n", "vn", "a", "m", "q"), tokens))
    named = sentence.text[match.end() : nominal[-1].end - sentence.start] if nominal else ""
    if _OCCASION.search(simplify(named)) and len(named) >= _OCCASION_LEAST and not POINTS.search(simplify(named)):
        question = phrase("where_held", article.lang).format(what=named, place=_where(place.value, article.lang))
        yield Asked(place, question, sentence)


def _rounds(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    what = event.part("what")
    members = [p for p in event.parts if p.name == "member"]
    if not what or len(members) > len(_ORDINALS):
        return
    lead = phrase("in_year", article.lang).format(year=article.source.date[:4]) if article.source.date else ""
    for n, member in enumerate(members):
        question = lead + phrase("round_ask", article.lang).format(
            n=_ORDINALS[n], what=_in_full(article, what), place=_where(member.value, article.lang)
        )
        yield Asked(_as_fact("place", member, event), question, sentence)


def _in_full(article: Article, what: Part) -> str:
    """谈判 with its parties and subject, as the article has it somewhere: 中美经贸谈判; else as it stands."""
    countries = "".join(sorted(tables.words("country_characters")))
    pattern = re.compile(rf"[{countries}]{{2}}[\u4e00-\u9fff]{{0,4}}?{re.escape(what.text)}")
    found = (m.group() for s in article.sentences for m in pattern.finditer(s.text))
    return max((text for text in found if "的" not in text), key=len, default=what.text)


def _pairs(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    """第二轮会谈是哪几天展开的？ 出口增长百分之多少？: each key is asked for its own item."""
    keys = [p for p in event.parts if p.name == "key"]
    members = [p for p in event.parts if p.name == "member"]
    link, verb, noun = event.part("link"), event.part("verb"), event.part("noun")
    for key, member in zip(keys, members, strict=True):
        fact = next((f for f in sentence.facts if f.start == member.start and f.kind in _PAIRED), None)
        if fact and link and verb and not fact.doubt:
            question = _paired(fact, key.text + (noun.text if noun else ""), link.text, verb.text, article.lang)
            if fact.kind == "figure" and question:
                scene = _scene(sentence, fact)
                question = scene + question if scene else ""
            if question:
                yield Asked(fact, question, sentence)


def _scene(sentence: Sentence, fact: Fact) -> str:
    """2025年上半年，: the last day, month or half-year told before a figure in its sentence."""
    told = [
        f.value
        for f in sentence.facts
        if f.kind == "date"
        and f.end <= fact.start
        and not f.doubt
        and not days.COMPARED.search(sentence.simplified[: f.start - sentence.start])
    ]
    day = days.absolute(told[-1]) if told else None
    return f"{day}，" if day else ""


def _paired(fact: Fact, key: str, link: str, verb: str, lang: str) -> str:
    if fact.kind == "figure":
        word = word_for(fact, lang)
        return f"{key}{link}{word}{verb}？" if word else ""
    if not verb:
        return ""
    lead = days.lead(fact) if fact.kind == "date" else ""
    word = days.word(fact, lang) if fact.kind == "date" else phrase("at_place", lang).format(place=word_for(fact, lang))
    return f"{lead}，{key}是{word}{verb}的？" if lead else f"{key}是{word}{verb}的？"


def _original(article: Article, sentence: Sentence, fact: Fact) -> Iterator[Asked]:
    name = fact.part("name")
    if name:
        if not fact.rule.startswith("person") and not (fact.text.isupper() and fact.text.isalpha()):
            return  # what Apple is called in English is no news
        key = "latin_ask" if fact.rule.startswith("person") else "short_ask"
        yield Asked(fact, phrase(key, article.lang).format(name=name.text), sentence)


def _office(article: Article, sentence: Sentence, role: Fact) -> Iterator[Asked]:
    """An office expires: its question names year and month, so it needs a day of the article or the sentence."""
    person, country, body = role.part("person"), role.part("country"), role.part("organisation")
    title = role.value.split(":")[0]
    when = days.month(_day(article, sentence), article.lang)
    if (
        _FORMER.match(title)
        or "、" in role.text
        or not person
        or not when
        or not (country or body)
        or _PROFESSION.search(title)
    ):
        return
    if not body and not _GOVERNS.search(title):
        return
    if body and not country and EVERYWHERE.match(body.value or simplify(body.text)):
        return  # 外交部: of which country?
    held_by = sentence.simplified[: min(p.start for p in (role, country, body) if p) - sentence.start]
    if _THEN_HELD.search(held_by) or held_by.endswith(("与", "和", "及", "暨")):  # 治理与|可持续发展研究所
        return
    if _VAGUE.search(title):
        return
    of = "".join(p.text for p in (country, body) if p)
    known = bool(_HEADS.search(title)) and not body and country is not None and country.value in _KNOWN_TO_ALL
    if _SOLE.match(title) and not known:
        question = phrase("holder_ask", article.lang).format(when=when, of=of, office=role.text)
        yield Asked(_as_fact("person", person, role), question, sentence)
    if _HEADS.search(title) and not body and (known or gazetteer.latin(person.value)):
        return  # the country tells the office of one whom everybody knows
    if len(_titles_of(article, person.value)) > 1:
        return  # several offices of one person: which one is asked?
    place = (
        phrase("of_body", article.lang).format(body=of)
        if body
        else phrase("in_government", article.lang).format(country=of)
    )
    question = phrase("office_ask", article.lang).format(when=when, who=person.text, of=place)
    yield Asked(role, question, sentence)


def _titles_of(article: Article, person: str) -> set[str]:
    roles = (f for s in article.sentences for f in s.facts if f.kind == "role")
    return {f.value.split(":")[0] for f in roles if f.value.split(":")[-1] == person}


def _day(article: Article, sentence: Sentence) -> str:
    if article.source.date and not article.source.inferred:
        return article.source.date
    day = next(
        (f.value for f in sentence.facts if f.kind == "date" and not f.doubt and re.match(r"\d{4}-\d\d", f.value)), ""
    )
    return day or article.source.date


def _as_fact(kind: str, part: Part, record: Fact) -> Fact:
    return Fact(kind, part.text, part.start, part.end, part.value, f"{record.kind}_{record.rule}")


_EVENTS = {"met": _meeting, "talked": _meeting, "rounds": _rounds, "pairs": _pairs}
