"""Article -> word notes, best first, and what is not carded and why."""

from __future__ import annotations

from functools import cache

from quizgen.items import Article, Note, Sentence, Token, Withheld
from quizgen.notes.word import card, choice, clauses, meaning, parts, phrases, vocabulary
from quizgen.notes.word.coverage import Coverage, coverage
from quizgen.notes.word.terms import Learner, Place, Term

__all__ = ["Coverage", "Learner", "coverage", "word_notes"]


def word_notes(
    article: Article, learner: Learner, carded: frozenset[str], most: int | None = None
) -> tuple[list[Note], list[Withheld]]:
    """Notes for the words that the learner may learn, best first, and the words that get none.

    `carded` are the texts of the carded facts (questions, answers, evidence): their words go before others.
    `most` limits the notes; the words beyond are withheld as such. Known words are neither carded nor withheld:
    the coverage counts them.
    """
    terms = vocabulary.terms(article)
    status = {term: choice.standing(term, learner) for term in terms if term.kind != "number"}
    wanted = [term for term, standing in status.items() if standing.status in ("word", "name")]
    ordered = choice.in_order(wanted, learner, carded, running=sum(len(term.places) for term in terms))
    notes, reasons = _notes(article, ordered, learner, most)
    reasons |= {term: standing.reason for term, standing in status.items() if standing.reason}
    return notes, [_withheld(article, term, reasons[term]) for term in terms if term in reasons]


def _notes(
    article: Article, ordered: list[Term], learner: Learner, most: int | None
) -> tuple[list[Note], dict[Term, str]]:
    """The notes in the order of their terms, and why a term got none."""
    chosen = ordered[:most]
    reasons = dict.fromkeys(ordered[len(chosen) :], "beyond the number of words asked for")
    made: dict[Term, Note] = {}
    used: set[str] = set()
    for term in sorted(chosen, key=lambda t: len(t.places)):  # who has one clause only takes it first
        made[term] = _note(article, term, learner, frozenset(used))
        used.add(made[term].fields.get("Sentence", ""))
    notes: dict[str, Note] = {}
    for term in chosen:
        if made[term].key in notes:
            reasons[term] = f"on the card of {made[term].fields['Hanzi']}"
        notes.setdefault(made[term].key, made[term])
    return list(notes.values()), reasons


def _note(article: Article, term: Term, learner: Learner, used: frozenset[str]) -> Note:
    @cache
    def knows(word: str) -> bool:
        return learner.knows(word) or bool(choice.explained(word, learner))

    neighbours = [_neighbours(article.sentences[p.sentence], p.start, p.end) for p in term.places]
    found = meaning.meaning_of(term, article.lang != "zh-Hans", meaning.speech_here(neighbours))
    clause = clauses.clause_for(article, term, knows, used)
    is_name = term.kind == "name"
    said_with = () if is_name else phrases.phrases_of(article, term)
    made_of = "" if is_name else parts.parts_of(term, _after(clause) if clause else [])
    return card.note_of(article, term, found, clause, said_with, made_of, learner, knows)


def _after(clause: tuple[clauses.Clause, Place]) -> list[str]:
    """The words that follow in the clause: the object, if the word is a verb."""
    return [token.word for token in clause[0].tokens if token.start >= clause[1].end and len(token.word) > 1]


def _neighbours(sentence: Sentence, start: int, end: int) -> tuple[Token | None, Token | None]:
    before = next((t for t in sentence.tokens if t.end == start), None)
    after = next((t for t in sentence.tokens if t.start == end), None)
    return before, after


def _withheld(article: Article, term: Term, reason: str) -> Withheld:
    return Withheld(term.form, reason, article.sentences[term.places[0].sentence].text)
