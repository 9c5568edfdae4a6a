"""Who says how a word is read: for `why`."""

from __future__ import annotations

from quizgen.items import Article
from quizgen.language import entries, marked
from quizgen.language.pinyin import context, library
from quizgen.notes.word.terms import Term


def voice(article: Article, term: Term) -> str:
    """Whose reading won at the term's first place, in words, with what the others say."""
    place = term.places[0]
    sentence = article.sentences[place.sentence]
    start, end = place.start - sentence.start, place.end - sentence.start
    own = list(dict.fromkeys(e.pinyin for e in entries(term.word)))
    if term.kind == "name":
        return "a name's reading"
    if end - start != len(term.word):
        return "the readings of its parts"
    if context.insisted(sentence.simplified, start, end) or context.is_told(sentence.simplified, start, end):
        return "the words around it tell"
    if [reading.lower() for reading in own] == [term.reading.lower()]:
        return "the dictionary's only reading"
    if context.has_rows(term.word):
        return "its usual reading, since nothing around it tells"
    heard = " ".join(library.read(sentence.simplified)[start:end])
    others = " or ".join(marked(reading) for reading in own) or "none"
    return f"{'pypinyin’s' if heard == term.reading else 'the likeliest'}, of the dictionary's {others}"
