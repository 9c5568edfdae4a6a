"""The questions on paper, with a key that quotes the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Any

from quizgen.items import Card, Note
from quizgen.quiz.modes import ask
from quizgen.quiz.question import Question, Wants

_LETTERS = "abcdefgh"


def questions(chosen: Sequence[Card], cards: Sequence[Card], mode: str, chance: Random) -> list[Question]:
    """Each chosen card as the question it makes for a new learner; the wrong options are from all the cards."""
    return [ask(card, mode, 0.0, cards, chance) for card in chosen]


def sheet(title: str, asked: Sequence[Question]) -> str:
    """The sheet as plain text: questions first, the key behind."""
    body = [f"{title} · {len(asked)} questions", ""]
    for number, question in enumerate(asked, 1):
        wanted = "  (pinyin)" if question.wants is Wants.READING else ""
        body += [f"{number:>3}. {question.card.question}{wanted}"]
        body += [f"     {letter}) {option}" for letter, option in zip(_LETTERS, question.options, strict=False)]
        body += [] if question.options else ["     ____________________"]
        body += [""]
    return "\n".join([*body, "Key", "", *_key(asked), ""])


def _key(asked: Sequence[Question]) -> list[str]:
    lines = []
    for number, question in enumerate(asked, 1):
        letter = f"{_LETTERS[question.options.index(question.answer)]}) " if question.options else ""
        known = (question.card.note.fields.get(name, "") for name in ("Pinyin", "English", "Gloss"))
        more = [text for text in known if text and not text.startswith(question.answer)]
        lines.append(f"{number:>3}. {'  '.join([letter + question.answer, *more])}")
        if evidence := quoted(question.card.note):
            lines.append(f"     {evidence}")
    return lines


def quoted(note: Note) -> str:
    """The evidence with the answer in 【】, the clause with its word."""
    field = "Sentence" if note.type == "word" else "Evidence"
    text = note.fields.get(field, "")
    spans = sorted((m.start, m.end) for m in note.marks if m.field == field and m.kind in ("answer", "target"))
    for start, end in reversed(spans):
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text


def records(asked: Sequence[Question]) -> list[dict[str, Any]]:
    """The same for scripts."""
    return [
        {
            "number": number,
            "key": question.card.note.key,
            "template": question.card.template,
            "question": question.card.question,
            "options": list(question.options),
            "answer": question.answer,
            "evidence": quoted(question.card.note),
        }
        for number, question in enumerate(asked, 1)
    ]
