"""Article -> word notes, best first, and what is not carded and why."""

from __future__ import annotations

from collections.abc import Callable

from quizgen.items import Article, Note, Sentence, Token, Withheld
from quizgen.notes.word import card, choice, clauses, meaning, phrases, sums, vocabulary
from quizgen.notes.word.coverage import Coverage, coverage
from quizgen.notes.word.terms import Learner, Term

__all__ = ["Coverage", "Learner", "coverage", "word_notes"]


def word_notes(article: Article, learner: Learner, carded: frozenset[str]) -> tuple[list[Note], list[Withheld]]:
    """A note for every word that the learner may learn, best first, and the words that get none.

    `carded` are the texts of the carded facts (questions, answers, evidence): their words go before others.
    Known words are neither: the coverage counts them.
    """
    terms = vocabulary.terms(article)
    status = {term: choice.standing(term, learner) for term in terms if term.kind != "number"}
    wanted = [term for term, standing in status.items() if standing.status in ("word", "name")]
    notes: dict[str, Note] = {}
    used: set[str] = set()
    for term in choice.in_order(wanted, learner, carded):
        note = _note(article, term, learner, frozenset(used))
        if note and note.key not in notes:
            notes[note.key] = note
            used.add(note.fields.get("Sentence", ""))
    withheld = [
        Withheld(term.form, standing.reason, article.sentences[term.places[0].sentence].text)
        for term, standing in status.items()
        if standing.reason
    ]
    return list(notes.values()), withheld


def _note(article: Article, term: Term, learner: Learner, used: frozenset[str]) -> Note | None:
    traditional = article.lang != "zh-Hans"
    here = meaning.speech_here([_neighbours(article.sentences[p.sentence], p.start, p.end) for p in term.places])
    found = meaning.meaning_of(term, traditional, here)
    if not found:
        return None
    clause = clauses.clause_for(article, term, learner.knows, used)
    said_with = phrases.phrases_of(article, term) if term.kind == "word" else ()
    parts = _parts(term, learner.knows) if term.kind == "word" else ""
    return card.note_of(article, term, found, clause, said_with, parts, learner)


def _neighbours(sentence: Sentence, start: int, end: int) -> tuple[Token | None, Token | None]:
    before = next((t for t in sentence.tokens if t.end == start), None)
    after = next((t for t in sentence.tokens if t.start == end), None)
    return before, after


def _parts(term: Term, knows: Callable[[str], bool]) -> str:
    """加 add + 徵 levy, for a word that its parts explain."""
    for first, second in sums.splits(term.word):
        if sums.is_transparent(first, second):
            forms = (term.form[: len(first)], term.form[len(first) :])
            glosses = [meaning.brief(part, form) for part, form in zip((first, second), forms, strict=True)]
            if all(glosses):
                return " + ".join(f"{form} {gloss}" for form, gloss in zip(forms, glosses, strict=True))
    return ""
