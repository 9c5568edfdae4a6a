"""Where each round of a series was held that an article lists: 日内瓦、伦敦、斯德哥尔摩三轮谈判."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quizgen import tables
from quizgen.asking.asked import Asked, as_fact
from quizgen.asking.words import phrase, word_for
from quizgen.items import Article, Fact, Part, Sentence

_ORDINALS = "一二三四五六七八九十"


def ask(article: Article, sentence: Sentence, event: Fact) -> Iterator[Asked]:
    """2025年第二轮中美经贸谈判是在哪个城市举行的？"""
    what = event.part("what")
    members = [p for p in event.parts if p.name == "member"]
    if not what or len(members) > len(_ORDINALS):
        return
    lang, date, told = article.lang, article.source.date, _in_full(article, what)
    lead = phrase("in_year", lang).format(year=date[:4]) if date else ""
    for n, member in zip(_ORDINALS, members, strict=False):
        fact = as_fact("place", member, event)
        question = phrase("round_ask", lang).format(n=n, what=told, place=word_for(fact, lang))
        yield Asked(fact, lead + question, sentence)


def _in_full(article: Article, what: Part) -> str:
    """谈判 with its parties and subject, as the article has it somewhere: 中美经贸谈判; else as it stands."""
    countries = "".join(sorted(tables.words("country_characters")))
    pattern = re.compile(rf"[{countries}]{{2}}[\u4e00-\u9fff]{{0,4}}?{re.escape(what.text)}")
    found = (m.group() for s in article.sentences for m in pattern.finditer(s.text))
    return max((text for text in found if "的" not in text), key=len, default=what.text)
