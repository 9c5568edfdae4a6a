"""A teacher's page: each part of the article with its hard words, ruby over them, its questions; the key at the end.

One HTML file without script or remote asset, made to be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from importlib.resources import files
from random import Random
from typing import NamedTuple

from quizgen.items import Article, Card, Note, Sentence
from quizgen.language import marked
from quizgen.quiz.modes import ask
from quizgen.quiz.question import Mode, Question

SECTION = 220
"""characters from which a part of the article without headings is closed"""
_LETTERS = "abcd"
_OURS = '<meta name="generator" content="quizgen">'


class _Section(NamedTuple):
    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]

    def has(self, note: Note, field: str) -> bool:
        """Whether the note's sentence stands here."""
        told = note.fields.get(field, "")
        return bool(told) and any(told in "".join(s.text for s in paragraph) for paragraph in self.paragraphs)


def page(article: Article, cards: Sequence[Card], knows: Callable[[str], bool], chance: Random) -> str:
    """The whole page; `cards` are the deck's, `knows` tells of a Simplified word whether it is within the level."""
    asked = [ask(card, "choice", 0.0, cards, chance) for card in cards if card.template == "Ask"]
    words = [card.note for card in cards if card.template == "Recognition"]
    body: list[str] = []
    key: list[str] = []
    for section in _sections(article):
        own = [question for question in asked if section.has(question.card.note, "Evidence")]
        hard = [word for word in words if section.has(word, "Sentence")]
        body.append(_section(section, hard, own, len(key) + 1, knows))
        key += [_solution(question) for question in own]
        asked = [question for question in asked if question not in own]
        words = [word for word in words if word not in hard]
    style = files("quizgen").joinpath("data", "page.css").read_text(encoding="utf-8")
    title = escape(article.source.title)
    credit = escape(" · ".join(filter(None, (article.source.date, article.source.url))))
    return (
        f'<!DOCTYPE html>\n<html lang="{article.lang}">\n<head><meta charset="utf-8">{_OURS}'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>\n<style>\n{style}</style></head>\n'
        f'<body>\n<h1>{title}</h1>\n<p class="source">{credit}</p>\n{"".join(body)}'
        f'<section class="key"><h2 lang="en">Key</h2>\n<ol>\n{"".join(key)}</ol></section>\n</body>\n</html>\n'
    )


def is_page(text: str) -> bool:
    """Whether it is a page of ours, so that a new one may stand in its place."""
    return _OURS in text[:500]


def _sections(article: Article) -> Iterator[_Section]:
    """By headings, and where there are none by length; captions stay where they stand."""
    heading, held = "", list[tuple[Sentence, ...]]()
    for paragraph in _paragraphs(article):
        line = paragraph[0].line
        # the title is shown already, and 2025年9月19日 綜合整理 heads nothing
        is_head = line.text.strip() == article.source.title or line.text.startswith(tuple("0123456789"))
        long = sum(len(sentence.text) for p in held for sentence in p) >= SECTION
        if held and (line.role == "heading" or long):
            yield _Section(heading, tuple(held))
            heading, held = "", []
        if line.role == "heading":
            heading = "" if is_head else line.text
        else:
            held.append(paragraph)
    if held:
        yield _Section(heading, tuple(held))


def _paragraphs(article: Article) -> list[tuple[Sentence, ...]]:
    lines: dict[int, list[Sentence]] = {}
    for sentence in article.sentences:
        lines.setdefault(sentence.line.start, []).append(sentence)
    return [tuple(sentences) for sentences in lines.values()]


def _section(
    section: _Section, words: Sequence[Note], asked: Sequence[Question], number: int, knows: Callable[[str], bool]
) -> str:
    heading = f"<h2>{escape(section.heading)}</h2>\n" if section.heading else ""
    text = "".join(f"<p>{_ruby(paragraph, knows)}</p>\n" for paragraph in section.paragraphs)
    rows = "".join(map(_word, words))
    questions = "".join(map(_question, asked))
    return (
        f"<section>\n{heading}"
        + (f'<table class="words">\n{rows}</table>\n' if rows else "")
        + f'<div class="text">\n{text}</div>\n'
        + (f'<ol class="questions" start="{number}">\n{questions}</ol>\n' if questions else "")
        + "</section>\n"
    )


def _ruby(paragraph: Iterable[Sentence], knows: Callable[[str], bool]) -> str:
    """The paragraph with the readings of the words above the level."""
    out = ""
    for sentence in paragraph:
        at = sentence.start
        numbers = {fact.start for fact in sentence.facts if fact.kind in ("date", "figure")}
        for token in sentence.tokens:
            out += escape(sentence.text[at - sentence.start : token.start - sentence.start])
            plain = knows(token.word) or token.start in numbers or any(c.isdigit() for c in token.text)
            reading = "" if plain else marked(token.reading)
            shown = escape(token.text)
            out += f"<ruby>{shown}<rt>{escape(reading)}</rt></ruby>" if reading else shown
            at = token.end
        out += escape(sentence.text[at - sentence.start :])
    return out


def _word(note: Note) -> str:
    cells = (note.fields.get(name, "") for name in ("Hanzi", "Pinyin", "English"))
    hanzi, pinyin, english = map(escape, cells)
    return f'<tr><th>{hanzi}</th><td lang="zh-Latn">{pinyin}</td><td lang="en">{english}</td></tr>\n'


def _question(question: Question) -> str:
    options = "".join(
        f"<span>{letter}) {escape(option)}</span> " for letter, option in zip(_LETTERS, question.options, strict=False)
    )
    room = f'<div class="options">{options}</div>' if options else '<div class="room"></div>'
    return f"<li>{escape(question.card.question)}{room}</li>\n"


def _solution(question: Question) -> str:
    letter = f"{_LETTERS[question.options.index(question.answer)]}) " if question.mode is Mode.CHOICE else ""
    note = question.card.note
    evidence, at = note.fields.get("Evidence", ""), 0
    quoted = ""
    for mark in sorted(m for m in note.marks if m.field == "Evidence" and m.kind == "answer"):
        quoted += f"{escape(evidence[at : mark.start])}<mark>{escape(evidence[mark.start : mark.end])}</mark>"
        at = mark.end
    gloss = f' <span lang="en">{escape(note.fields["Gloss"])}</span>' if "Gloss" in note.fields else ""
    answer = f"<b>{letter}{escape(question.answer)}</b>{gloss}"
    return f"<li>{answer}<blockquote>{quoted}{escape(evidence[at:])}</blockquote></li>\n"
