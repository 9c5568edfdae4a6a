"""What a wrong choice was, so far as the deck tells: the answer to another question, a word, or what stands elsewhere.

Nothing is concluded: a card, a word's entry, or a piece of the article says it, and is shown. Of a name that no card
mentions it is told how it is written in English, but no office: who holds it changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.items import Card, Note
from quizgen.quiz.modes import short
from quizgen.quiz.question import Question, Wants

_NUMERALS = "0-9.%零〇一二三四五六七八九十百千萬万億亿兩两"
_CLAUSE, _SENTENCE = "，。；！？\n", "。；！？\n"
_BARE = 6
"""characters beside the choice without which a clause tells nothing"""


def instead(question: Question, chosen: str, cards: Sequence[Card]) -> str:
    """One line on a wrong choice, or nothing; `cards` are the deck's.

    倫敦 answers: 第二輪會談在哪裏舉行？ · 倫敦  Lúndūn  London · 倫敦 stands here: 第二輪會談在倫敦舉行 · 王毅  Wang Yi
    """
    note = question.card.note
    if note.type == "word":
        return _meaning(chosen, cards)
    if chosen in _made_up(note):
        return f"The article does not have {chosen}."
    others = sorted((c for c in cards if c.note.key != note.key), key=lambda c: c.note.source != note.source)
    told = _answer(chosen, others) or _word(chosen, others) or _standing(chosen, note, others)
    return told or (_name(chosen) if question.wants is Wants.NAME else "")


def _made_up(note: Note) -> set[str]:
    options = note.fields.get("Options", "")
    return {options[m.start : m.end] for m in note.marks if m.kind == "madeup" and m.field == "Options"}


def _meaning(chosen: str, cards: Sequence[Card]) -> str:
    """The word that means what was chosen."""
    for card in cards:
        fields = card.note.fields
        if card.note.type == "word" and short(fields.get("English", "")) == chosen:
            return f"“{chosen}” is {' '.join(filter(None, map(fields.get, ('Hanzi', 'Pinyin'))))}."
    return ""


def _answer(chosen: str, cards: Sequence[Card]) -> str:
    return next((f"{chosen} answers: {c.question}" for c in cards if c.note.type == "fact" and c.answer == chosen), "")


def _word(chosen: str, cards: Sequence[Card]) -> str:
    for card in cards:
        fields = card.note.fields
        if card.note.type == "word" and fields.get("Hanzi") == chosen and "English" in fields:
            return "  ".join(filter(None, (chosen, fields.get("Pinyin"), short(fields["English"]))))
    return ""


def _standing(chosen: str, note: Note, cards: Sequence[Card]) -> str:
    """Where else the article has it; last of all in the very sentence that gives the right answer."""
    for card in cards:
        for field in ("Evidence", "Sentence"):
            for piece in _pieces(chosen, card.note.fields.get(field, "")):
                return f"{chosen} stands here: {piece}"
    own = next(_pieces(chosen, note.fields.get("Evidence", "")), "")
    return f"{chosen} stands in the same sentence." if own else ""


def _name(chosen: str) -> str:
    """A name as our tables or the dictionary write it in English."""
    from quizgen.language import simplify
    from quizgen.naming.gazetteer import english  # late: it opens the dictionary

    said = english(simplify(chosen))
    return f"{chosen}  {said}" if said and said != chosen else ""


def _pieces(chosen: str, text: str) -> Iterator[str]:
    """The clauses of a text that have it, whole sentences where a clause has little else; 4日 is not in 5月14日."""
    for match in _whole(chosen).finditer(text):
        clause = _around(text, match, _CLAUSE)
        yield clause if len(clause) >= len(chosen) + _BARE else _around(text, match, _SENTENCE)


def _whole(chosen: str) -> re.Pattern[str]:
    """It, but not as a part of a longer figure, date or Latin name."""
    month = "" if "月" in chosen else "月"
    first, last = ("" if re.match(f"[{_NUMERALS}]", char) is None else _NUMERALS for char in (chosen[:1], chosen[-1:]))
    before, after = f"a-zA-Z{first}{first and month}", f"a-zA-Z{last}"
    latin = chosen.isascii()
    return re.compile(
        (f"(?<![{before}])" if first or latin else "") + re.escape(chosen) + (f"(?![{after}])" if last or latin else "")
    )


def _around(text: str, match: re.Match[str], ends: str) -> str:
    begin = max(text.rfind(end, 0, match.start()) for end in ends) + 1
    stops = [at for end in ends if (at := text.find(end, match.end())) >= 0]
    return text[begin : min(stops, default=len(text))].strip()
