"""Notes -> Deck, cut to a budget, with what was left out and why; and a deck's notes -> the cards they ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from quizgen import check
from quizgen.items import OVER_BUDGET, RETIRED, Article, Card, Deck, Note, Withheld

if TYPE_CHECKING:
    from quizgen.notes.word import Learner

#: the headline above a question is not what it asks
_HEADLINE = re.compile("^【[^】]*】")


class Budget(NamedTuple):
    """How many notes of each type a deck takes; None lifts the limit."""

    facts: int | None
    words: int | None


def budget_for(characters: int) -> Budget:
    """One fact for 250 characters, 8 to 30; one word for 200, 10 to 35."""
    return Budget(min(30, max(8, characters // 250)), min(35, max(10, characters // 200)))


def make(article: Article, learner: Learner, budget: Budget, *, seed: int = 0) -> Deck:
    """The deck of one article: words first, then facts, each in the order of the text or of the learner's style.

    What the budget, the check or a doubt keeps out is in `Deck.withheld` with its reason.
    """
    from quizgen.notes import fact, word  # late: `cards` alone needs no dictionary

    facts, unasked = fact.notes(article, learner.standard, learner.level, seed)
    facts, failed = _sound(facts, article)
    facts, left = _cut(facts, budget.facts)
    asked = frozenset(_HEADLINE.sub("", n.fields["Question"]) for n in facts)
    words, unlearned = word.word_notes(article, learner, asked, budget.words)
    words, broken = _sound(words, article)
    words = _in_order(words, article, "Sentence") if learner.style.order == "article" else words
    notes = (*words, *_in_order(facts, article, "Evidence"))
    withheld = (*left, *failed, *unasked, *broken, *unlearned)
    return Deck(article.source.title, (replace(article.source, text=""),), notes, withheld)


def cards(deck: Deck) -> list[Card]:
    """The cards that a deck's notes ask, in the deck's order: facts by question, words by their characters.

    A retired fact asks none: its article no longer says so.
    """
    return [card for note in deck.notes if RETIRED not in note.tags for card in _cards(note)]


def _cards(note: Note) -> Iterable[Card]:
    get = note.fields.get
    if note.type == "word":
        yield Card(note, "Recognition", get("Hanzi", ""), get("English", ""), ())
        return
    yield Card(note, "Ask", get("Question", ""), get("Answer", ""), tuple(filter(None, get("Options", "").split("\n"))))
    if get("QuestionReverse"):
        yield Card(note, "Reverse", get("QuestionReverse", ""), get("AnswerReverse", ""), ())


def _sound(notes: Sequence[Note], article: Article) -> tuple[list[Note], list[Withheld]]:
    kept, faults = check.sound(notes, article.text)
    by_key = {note.key: note for note in notes}
    return kept, [_withheld(by_key[fault.key], fault.rule) for fault in faults]


def _withheld(note: Note, reason: str) -> Withheld:
    get = note.fields.get
    return Withheld(get("Answer") or get("Hanzi", ""), reason, get("Evidence") or get("Sentence", ""))


def _cut(notes: Sequence[Note], most: int | None) -> tuple[list[Note], list[Withheld]]:
    """The best first notes, and the others as withheld."""
    if most is None:
        return list(notes), []
    return list(notes[:most]), [_withheld(note, OVER_BUDGET) for note in notes[most:]]


def _in_order(notes: Sequence[Note], article: Article, field: str) -> list[Note]:
    """By where a note's sentence stands in the article; notes of one sentence stay best first. Marks sorted too."""
    told = [replace(note, marks=tuple(sorted(note.marks))) for note in notes]
    return sorted(told, key=lambda note: article.text.find(note.fields.get(field, "")))
