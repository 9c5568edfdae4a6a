"""Term, meaning and clause -> the note, with its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizgen.items import Article, Mark, Note
from quizgen.language import bopomofo, gloss_of_name, marked, syllables
from quizgen.notes.word.clauses import Clause
from quizgen.notes.word.meaning import Meaning, headword
from quizgen.notes.word.terms import Learner, Place, Term

_NUMBER = re.compile(r"第?[一二三四五六七八九十百千万亿两〇零几数多\d].*")


def note_of(
    article: Article,
    term: Term,
    meaning: Meaning,
    clause: tuple[Clause, Place] | None,
    phrases: tuple[str, ...],
    parts: str,
    learner: Learner,
    knows: Callable[[str], bool],
) -> Note:
    """The word note; empty fields are left out, all fields are plain text."""
    entry, traditional = meaning.entry, article.lang != "zh-Hans"
    shown = headword(entry, term, traditional)
    numbered = _numbered(entry.pinyin)
    local = meaning.taiwan if article.lang == "zh-Hant-TW" and meaning.taiwan else entry.pinyin
    english = gloss_of_name(term.word) if term.kind == "name" else "; ".join(meaning.senses.shown) or parts
    fields = {
        "Hanzi": shown,
        "Traditional": entry.traditional,
        "Simplified": entry.simplified,
        "Pinyin": marked(entry.pinyin),
        "PinyinNum": numbered,
        "Bopomofo": bopomofo(local),
        "English": english,
        "MoreSenses": "\n".join(meaning.senses.more),
        "PartOfSpeech": "proper noun" if term.kind == "name" else meaning.speech,
        "MeasureWord": " · ".join(meaning.senses.measures),
        "Parts": parts,
        "Phrases": " · ".join(phrases),
        "Sentence": clause[0].text if clause else "",
        "Level": _level(term, learner),
        "Lang": article.lang,
        "Source": article.source.title,
        "SourceURL": article.source.url,
        "SourceDate": article.source.date,
        "Remark": meaning.doubt if entry.senses else "The dictionary does not have this word; its parts explain it.",
    }
    marks = (*_tones(fields["Pinyin"], entry.pinyin), *(_in_clause(*clause, knows) if clause else ()))
    key = "|".join(("word", *(f.replace("|", "｜") for f in (shown, entry.traditional, entry.simplified, numbered))))
    tags = _tags(term, meaning, learner)
    return Note("word", key, {k: v for k, v in fields.items() if v}, marks, tags, article.source.id)


def _numbered(pinyin: str) -> str:
    return pinyin.replace("u:", "ü")


def _level(term: Term, learner: Learner) -> str:
    level = learner.standard.level(term.word)
    return f"{learner.standard.short}: {learner.standard.label(level)}" if level else ""


def _tags(term: Term, meaning: Meaning, learner: Learner) -> tuple[str, ...]:
    label = learner.standard.label(learner.standard.level(term.word)).replace("–", "-").replace(" ", "_") or "unlisted"
    name = learner.standard.name.replace(" ", "_")
    tags = ["quizgen::word", f"quizgen::{name}::{label}"]
    tags += ["quizgen::name"] if term.kind == "name" else []
    tags += ["quizgen::check"] if meaning.doubt else []
    return tuple(tags)


def _tones(shown: str, numbered: str) -> Iterator[Mark]:
    """Each syllable of the pinyin with its tone."""
    at = 0
    for syllable in syllables(numbered):
        start = shown.find(syllable.text, at)
        if start >= 0:
            at = start + len(syllable.text)
            yield Mark("Pinyin", start, at, "tone", str(syllable.tone))


def _in_clause(clause: Clause, place: Place, knows: Callable[[str], bool]) -> Iterator[Mark]:
    """The word itself, and readings over the other words that the learner does not know."""
    start = clause.start
    yield Mark("Sentence", place.start - start, place.end - start, "target")
    for token in clause.tokens:
        other = token.end <= place.start or token.start >= place.end
        if other and token.reading and not knows(token.word) and not _NUMBER.fullmatch(token.word):
            yield Mark("Sentence", token.start - start, token.end - start, "ruby", _shown(token.reading))


def _shown(reading: str) -> str:
    """A token's reading with marks; a name's comes so already."""
    return marked(reading) if any(c.isdigit() for c in reading) else reading
