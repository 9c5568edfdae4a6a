"""Article -> word notes, best first, and what is not carded and why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache

from quizgen import tables
from quizgen.items import OVER_BUDGET, Article, Note, Token, Withheld
from quizgen.language import frequency, gloss_of_name, proper
from quizgen.notes.word import card, choice, clauses, meaning, misprint, parts, phrases, speech, vocabulary, worth
from quizgen.notes.word.coverage import Coverage, coverage
from quizgen.notes.word.easiest import Shown, easiest
from quizgen.notes.word.plan import Plan, plan
from quizgen.notes.word.survey import Survey, survey
from quizgen.notes.word.terms import Learner, Place, Style, Term

_COMPANY = re.compile(r"\b(?:Company|Corporation|Co|Corp|Inc|Ltd|Limited|Group|Holdings)\b")
_BESIDE = 2  # words on each side of a word that may tell its sense

__all__ = ["Coverage", "Learner", "Plan", "Style", "Survey", "coverage", "known_to", "plan", "survey", "word_notes"]


def word_notes(
    article: Article, learner: Learner, carded: frozenset[str], most: int | None = None
) -> tuple[list[Note], list[Withheld]]:
    """Notes for the words that the learner may learn, and the words that get none.

    The notes come best first, or in the order of the learner's style. `carded` are the texts of the carded facts
    (questions, answers, evidence): their words go before others. `most` limits the notes; the words beyond are
    withheld as such. Known words are neither carded nor withheld: the coverage counts them.
    """
    terms = vocabulary.terms(article)
    status = {term: choice.standing(term, learner) for term in terms if term.kind != "number"}
    status = {term: _last_word(article, term, standing, learner) for term, standing in status.items()}
    wanted = [term for term, standing in status.items() if standing.status in ("word", "name")]
    ordered = worth.in_order(wanted, learner, article, carded, running=sum(len(term.places) for term in terms))
    new = {p.start: t.word for t, s in status.items() if t.kind == "word" and not s.is_known for p in t.places}
    notes, reasons = _notes(article, ordered, learner, most, new)
    reasons |= {term: standing.reason for term, standing in status.items() if standing.reason}
    return notes, [_withheld(article, term, reasons[term]) for term in terms if term in reasons]


def _last_word(article: Article, term: Term, standing: choice.Standing, learner: Learner) -> choice.Standing:
    """What the article itself says against a term that may become a card."""
    least = learner.style.min_count
    if standing.status not in ("word", "name"):
        return standing
    if term.kind == "name" and term.form in _people(article):
        return choice.Standing("none", "the name of a person")  # 韓江 the novelist, not the Han river
    if term.kind == "name" and all(_is_craft(article, place) for place in term.places):
        return choice.Standing("none", "the name of a craft or storm")  # 长征五号, which is no Long March
    if term.kind == "name" and all(_is_inside(article, term, place) for place in term.places):
        return choice.Standing("none", "a piece of a longer name")  # 三井 of 三井住友银行
    if term.kind == "name" and len(term.places) == 1 and _COMPANY.search(gloss_of_name(term.word)):
        return choice.Standing("none", "the name of a company, met once")  # 蒙牛 gave money
    if len(term.places) < least:
        return choice.Standing("seldom", f"fewer than {least} times in the article")
    if meant := misprint.misprint_for(term, _neighbours(article, term)):
        return choice.Standing("misprint", f"a misprint, it seems: {meant}")
    return standing


def _is_craft(article: Article, place: Place) -> bool:
    facts = article.sentences[place.sentence].facts
    return any(f.rule in vocabulary.CRAFT and f.start <= place.start and place.end <= f.end for f in facts)


def _is_inside(article: Article, term: Term, place: Place) -> bool:
    """Within the name of a body; but 欧盟 of 欧盟委员会 and 华盛顿 of 华盛顿大学 are met elsewhere, too."""
    if proper(term.word) == "place" or term.word in tables.words("organisations"):
        return False
    facts = [f for f in article.sentences[place.sentence].facts if f.kind == "organisation"]
    return any(f.start <= place.start and place.end <= f.end and len(f.text) > len(term.form) for f in facts)


@lru_cache(maxsize=1)
def _people(article: Article) -> frozenset[str]:
    """The forms that are a person's name anywhere in the article."""
    return frozenset(f.text for sentence in article.sentences for f in sentence.facts if f.kind == "person")


def _notes(
    article: Article, ordered: list[Term], learner: Learner, most: int | None, new: Mapping[int, str]
) -> tuple[list[Note], dict[Term, str]]:
    """The notes of the first terms in the order asked for, and why a term got none; `new`: see `easiest`."""
    chosen = ordered[:most]
    reasons = dict.fromkeys(ordered[len(chosen) :], OVER_BUDGET)
    shown = _shown(article, chosen, learner, new)
    made = {term: _note(article, term, learner, shown[term]) for term in chosen}
    if learner.style.order == "frequency":
        chosen = sorted(chosen, key=lambda term: -frequency(term.word))
    elif learner.style.order == "easiest":
        chosen = list(shown)
    notes: dict[str, Note] = {}
    for term in chosen:
        if made[term].key in notes:
            reasons[term] = f"on the card of {made[term].fields['Hanzi']}"
        notes.setdefault(made[term].key, made[term])
    return list(notes.values()), reasons


def _shown(article: Article, chosen: Sequence[Term], learner: Learner, new: Mapping[int, str]) -> dict[Term, Shown]:
    """The clause of each term; in the order of the cards if that is the easiest."""
    if learner.style.order == "easiest":
        return easiest(article, chosen, new)
    shown: dict[Term, Shown] = {}
    used: set[str] = set()
    for term in sorted(chosen, key=lambda t: len(t.places)):  # who has one clause only takes it first
        shown[term] = found = clauses.clause_for(article, term, known_to(learner), frozenset(used))
        used |= {found[0].text} if found else set()
    return shown


@lru_cache(maxsize=1)
def known_to(learner: Learner) -> Callable[[str], bool]:
    """Whether a Simplified word needs no help: within the level, a sum of known parts, or everybody's."""

    @cache
    def knows(word: str) -> bool:
        is_sum = bool(choice.explained(word, learner))
        return learner.knows(word) or is_sum or choice.is_everybodys(word, learner)

    return knows


def _note(article: Article, term: Term, learner: Learner, clause: Shown) -> Note:
    knows = known_to(learner)
    here = speech.speech_here(article, term, clause[1] if clause else None)
    found = meaning.meaning_of(term, article.lang != "zh-Hans", here, _beside(article, term))
    is_name = term.kind == "name"
    said_with = () if is_name else phrases.phrases_of(article, term)
    made_of = "" if is_name else parts.parts_of(term, _after(clause) if clause else [])
    return card.note_of(article, term, found, clause, said_with, made_of, learner, knows)


def _after(clause: tuple[clauses.Clause, Place]) -> list[str]:
    """The words that follow in the clause: the object, if the word is a verb."""
    return [token.word for token in clause[0].tokens if token.start >= clause[1].end and len(token.word) > 1]


def _neighbours(article: Article, term: Term) -> list[tuple[Token | None, Token | None]]:
    """The words that touch the term before and after, at each of its places."""
    out = []
    for place in term.places:
        tokens = article.sentences[place.sentence].tokens
        before = next((t for t in tokens if t.end == place.start), None)
        out.append((before, next((t for t in tokens if t.start == place.end), None)))
    return out


def _beside(article: Article, term: Term) -> set[str]:
    """The words of two characters and more of which at most one stands between them and the term."""
    if len(term.word) == 1:
        return set()  # its senses are many, and so are the words that touch one of them
    near: set[str] = set()
    for place in term.places:
        tokens = article.sentences[place.sentence].tokens
        before = [token.word for token in tokens if token.end <= place.start][-_BESIDE:]
        near |= {*before, *[token.word for token in tokens if token.start >= place.end][:_BESIDE]}
    return {word for word in near if len(word) > 1}


def _withheld(article: Article, term: Term, reason: str) -> Withheld:
    return Withheld(term.form, reason, article.sentences[term.places[0].sentence].text)
