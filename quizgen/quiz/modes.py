"""Makes a card a question: what is wanted, how it is asked, among which answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from quizgen.items import Card
from quizgen.quiz.question import Mode, Question, Wants

KNOWN = 4.0
"""days of stability from which `mixed` asks for the answer itself, no longer among four"""
WRONG_OPTIONS = 3
LONGEST = 36
"""letters of a meaning's senses, from the second on"""

_KINDS = {"date": Wants.DATE, "figure": Wants.FIGURE} | dict.fromkeys(
    ("person", "place", "organisation", "thing", "name", "role"), Wants.NAME
)


def ask(card: Card, wish: str, stability: float, cards: Sequence[Card], chance: Random) -> Question:
    """The question that a card becomes; `wish` is choice, typed, flip or mixed, `stability` in days, 0 for a new card.

    A card that cannot be asked as wished is asked as it can: a reason cannot be typed, a lone card has no options.
    """
    others = _wrong_options(card, cards, chance) if wish in ("choice", "mixed") else []
    mode = _mode(card, wish, stability, bool(others))
    wanted = wants(card, mode)
    right = answer(card, wanted)
    if mode is not Mode.CHOICE:
        return Question(card, mode, wanted, right)
    options = [right, *others]
    chance.shuffle(options)
    return Question(card, mode, wanted, right, tuple(options))


def _mode(card: Card, wish: str, stability: float, has_options: bool) -> Mode:
    typed = Mode.FLIP if wants(card, Mode.TYPED) in (Wants.TEXT, Wants.MEANING) else Mode.TYPED
    if wish == "flip":
        return Mode.FLIP
    if wish == "typed" or not has_options:
        return Mode.FLIP if wish == "mixed" and card.note.type == "word" and stability < KNOWN else typed
    return typed if wish == "mixed" and stability >= KNOWN else Mode.CHOICE


def wants(card: Card, mode: Mode) -> Wants:
    """What the answer is made of."""
    fields = card.note.fields
    if card.note.type == "word":
        if card.template == "Recall":
            return Wants.HANZI
        return Wants.READING if mode is Mode.TYPED and fields.get("PinyinNum") else Wants.MEANING
    if card.template == "Reverse":
        return Wants.NAME
    return _KINDS.get(fields.get("Kind", ""), Wants.TEXT)


def answer(card: Card, wanted: Wants) -> str:
    """What is right, as it is shown."""
    fields = card.note.fields
    shown = {
        Wants.READING: fields.get("Pinyin", ""),
        Wants.MEANING: short(fields.get("English", "")),
        Wants.HANZI: fields.get("Hanzi", ""),
    }
    return shown.get(wanted) or card.answer


def short(english: str) -> str:
    """A meaning as an option: the first senses that fit a line, no Hanzi in them that would give it away.

    >>> short("phone call; to hold a conversation; to talk over the telephone")
    'phone call; to hold a conversation'
    """
    bare = re.sub(r"\[[^\]]*\]|[㐀-鿿|]+", "", english)
    senses = [" ".join(sense.split()) for sense in bare.split(";")]
    shown = senses[0]
    for sense in senses[1:]:
        if len(shown) + len(sense) > LONGEST:
            break
        shown += f"; {sense}"
    return shown or english


def _wrong_options(card: Card, cards: Sequence[Card], chance: Random) -> list[str]:
    """The card's own, or for a word what other words of the deck mean, those of its part of speech first."""
    if card.options or card.note.type != "word":
        return [o for o in dict.fromkeys(card.options) if o != card.answer][:WRONG_OPTIONS]
    own, wanted = card.note.fields, wants(card, Mode.CHOICE)
    right = answer(card, wanted)
    if not right:
        return []
    words = [c for c in cards if c.note.type == "word" and c.template == card.template]
    chance.shuffle(words)
    words.sort(key=lambda c: c.note.fields.get("PartOfSpeech") != own.get("PartOfSpeech"))
    found: list[str] = []
    for other in _others(own, words):
        if len(found) == WRONG_OPTIONS:
            break
        option = answer(other, wanted)
        found += [option] if option and option not in (right, *found) else []
    return found


def _others(own: dict[str, str], words: Iterable[Card]) -> Iterator[Card]:
    """Those whose word means something else, so far as the dictionary tells."""
    senses = _senses(own)
    for card in words:
        fields = card.note.fields
        if fields.get("Simplified") != own.get("Simplified") and not senses & _senses(fields):
            yield card


def _senses(fields: dict[str, str]) -> set[str]:
    senses = re.split(r"[;,/\n]", fields.get("English", "") + "\n" + fields.get("MoreSenses", ""))
    return {re.sub(r"\(.*?\)|^\s*(to|the|an?)\s", "", s).strip() for s in senses} - {""}
