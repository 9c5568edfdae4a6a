"""Article -> fact notes: question, answer, evidence, and the language that goes with them."""

from __future__ import annotations

from collections import Counter

from quizgen import asking
from quizgen.asking.aloud import reading
from quizgen.asking.gloss import gloss
from quizgen.asking.options import options
from quizgen.items import Article, Fact, Mark, Note, Sentence, Withheld
from quizgen.language import Standard, marked

TYPE = "fact"
_EVIDENCE_MOST = 130


def notes(article: Article, standard: Standard, level: int, seed: int = 0) -> tuple[list[Note], list[Withheld]]:
    """The fact notes of an article, best first, and what no certain question could be made of.

    `level` is the learner's rank in `standard`: the evidence bears readings over words above it.
    """
    drafts, withheld = asking.drafts(article)
    equals: Counter[tuple[str, str]] = Counter()
    out = []
    for draft in drafts:
        kind_and_value = draft.fact.kind, draft.fact.value
        equals[kind_and_value] += 1
        out.append(_note(article, draft, equals[kind_and_value], standard, level, seed))
    return out, withheld


def key_of(source_id: str, fact: Fact, ordinal: int) -> str:
    """What a fact is about, whatever its words: `fact|<article>|<kind>|<value>|<ordinal among equals>`."""
    parts = ("fact", source_id, fact.kind, fact.value, str(ordinal))
    return "|".join(part.replace("|", "｜") for part in parts)


def _note(article: Article, draft: asking.Draft, ordinal: int, standard: Standard, level: int, seed: int) -> Note:
    fact, source = draft.fact, article.source
    evidence, at = _evidence(draft.sentence, fact)
    wrong = options(article, draft, seed)
    fields = {
        "Question": draft.question,
        "Answer": draft.answer,
        "Reading": reading(article, fact, draft.answer),
        "Gloss": gloss(article, fact),
        "Accept": "\n".join(_accept(article, draft)),
        "Options": "\n".join(text for text, _ in wrong),
        "Evidence": evidence,
        "Kind": fact.kind,
        "Value": fact.value,
        "Speaker": draft.sentence.line.speaker,
        "Lang": article.lang,
        "Source": source.title,
        "SourceURL": source.url,
        "SourceDate": source.date,
    }
    answer = fact.start - draft.sentence.start - at
    marks = [Mark("Evidence", answer, answer + len(fact.text), "answer")]
    marks += _ruby(draft.sentence, fact, at, len(evidence), standard, level)
    marks += _made_up(wrong)
    return Note(
        type=TYPE,
        key=key_of(source.id, fact, ordinal),
        fields={name: text for name, text in fields.items() if text},
        marks=tuple(sorted(marks, key=lambda m: (m.field, m.start, m.end))),
        tags=_tags(fact, source.title),
        source=source.id,
    )


def _evidence(sentence: Sentence, fact: Fact) -> tuple[str, int]:
    """The sentence, verbatim, and where it begins; of a very long one the clauses around the answer."""
    text, at = sentence.text, fact.start - sentence.start
    if len(text) <= _EVIDENCE_MOST:
        return text, 0
    cuts = [0, *(i + 1 for i, c in enumerate(text) if c in "，；,;"), len(text)]
    start = max((c for c in cuts if c <= max(0, at - _EVIDENCE_MOST // 2)), default=0)
    end = min((c for c in cuts if c >= at + len(fact.text) + _EVIDENCE_MOST // 3), default=len(text))
    return text[start:end], start


def _ruby(sentence: Sentence, fact: Fact, at: int, length: int, standard: Standard, level: int) -> list[Mark]:
    """Readings over the words above the learner's level, the answer left bare."""
    out = []
    for token in sentence.tokens:
        start, end = token.start - sentence.start - at, token.end - sentence.start - at
        rank = standard.level(token.word)
        hard = bool(token.reading) and (rank is None or rank > level) and not _is_figure(sentence, token.start)
        if hard and start >= 0 and end <= length and not (token.start < fact.end and fact.start < token.end):
            out.append(Mark("Evidence", start, end, "ruby", marked(token.reading)))
    return out


def _is_figure(sentence: Sentence, start: int) -> bool:
    return any(f.start <= start < f.end and f.kind in ("date", "figure") for f in sentence.facts)


def _made_up(wrong: list[tuple[str, bool]]) -> list[Mark]:
    marks, at = [], 0
    for text, made_up in wrong:
        if made_up:
            marks.append(Mark("Options", at, at + len(text), "madeup"))
        at += len(text) + 1
    return marks


def _accept(article: Article, draft: asking.Draft) -> list[str]:
    """Other spans of the article that answer the same: 川普 for 特朗普, 9月9日 for 九月九日, 昨日 for the day it is."""
    fact = draft.fact
    same = (f.text for s in article.sentences for f in s.facts if f.kind == fact.kind and f.value == fact.value)
    extra = [fact.part("latin").text] if fact.part("latin") else []  # type: ignore[union-attr]
    return [text for text in dict.fromkeys([*same, *extra]) if text != draft.answer]


def _tags(fact: Fact, title: str) -> tuple[str, ...]:
    return "quizgen::fact", f"quizgen::kind::{fact.kind}", f"quizgen::source::{_as_tag(title)}"


def _as_tag(text: str) -> str:
    """Tags hold no white space; :: would make a level of its own."""
    return "_".join(text.replace("::", "：").split())
