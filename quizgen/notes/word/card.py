"""Term, meaning and clause -> the note, with its marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from quizgen.items import Article, Mark, Note
from quizgen.language import Entry, bopomofo, gloss_of_name, marked, proper, sandhi, syllables, taiwan
from quizgen.notes.word.clauses import Clause
from quizgen.notes.word.meaning import Meaning, headword
from quizgen.notes.word.terms import Learner, Place, Term

_NUMBER = re.compile(r"第?[一二三四五六七八九十百千万亿两〇零几数多\d].*")

_SHORT = 3  # characters


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
    entry, style = meaning.entry, learner.style
    shown = headword(entry, term, article.lang != "zh-Hans", style.script)
    here = style.pinyin == "tw"
    local = _in_taiwan(entry) if here or article.lang == "zh-Hant-TW" else entry.pinyin
    read = _in_taiwan(entry) if here else entry.pinyin
    said = sandhi(read, entry.simplified) if style.sandhi else read
    english = gloss_of_name(term.word) if term.kind == "name" else "; ".join(meaning.senses.shown) or parts
    fields = {
        "Hanzi": shown,
        "Traditional": entry.traditional,
        "Simplified": entry.simplified,
        "Pinyin": marked(_written(term.word, said)),
        "PinyinNum": _numbered(read),
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
    plain = _numbers(article, clause[1]) if clause else frozenset()
    marks = (*_tones(fields["Pinyin"], said), *(_in_clause(*clause, plain, knows, here) if clause else ()))
    parts_of_key = (shown, entry.traditional, entry.simplified, _numbered(entry.pinyin))
    key = "|".join(("word", *(part.replace("|", "｜") for part in parts_of_key)))
    tags = _tags(term, meaning, learner)
    return Note("word", key, {k: v for k, v in fields.items() if v}, tuple(sorted(marks)), tags, article.source.id)


def _in_taiwan(entry: Entry) -> str:
    return taiwan(entry.simplified, entry.pinyin)


def _written(word: str, pinyin: str) -> str:
    """The short name of a body is one word, whatever its characters stand for: 安理会 Ānlǐhuì, 东盟 Dōngméng."""
    is_short = pinyin[:1].isupper() and len(word) <= _SHORT and proper(word) == "organisation"
    return pinyin.capitalize() if is_short else pinyin


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


def _numbers(article: Article, place: Place) -> frozenset[int]:
    """Where the dates and figures of the place's sentence begin: they are read by their own rules and have no level."""
    facts = article.sentences[place.sentence].facts
    return frozenset(fact.start for fact in facts if fact.kind in ("date", "figure"))


def _in_clause(
    clause: Clause, place: Place, plain: frozenset[int], knows: Callable[[str], bool], as_in_taiwan: bool
) -> Iterator[Mark]:
    """The word itself, and readings over the other words that the learner does not know; none over 今年2月."""
    start = clause.start
    yield Mark("Sentence", place.start - start, place.end - start, "target")
    for token in clause.tokens:
        other = token.end <= place.start or token.start >= place.end
        numeral = token.start in plain or _NUMBER.fullmatch(token.word)
        if other and token.reading and not numeral and not knows(token.word):
            read = taiwan(token.word, token.reading) if as_in_taiwan else token.reading
            yield Mark("Sentence", token.start - start, token.end - start, "ruby", _shown(token.word, read))


def _shown(word: str, reading: str) -> str:
    """A token's reading with marks; a name's comes so already."""
    return marked(_written(word, reading)) if any(c.isdigit() for c in reading) else reading
