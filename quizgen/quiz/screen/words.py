"""What the screen says of a card: what kind it is, its answer told in full, when it comes back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from quizgen.items import Card, Note
from quizgen.quiz.question import Mode, Question, Wants
from quizgen.quiz.session import Answered

_ASKS = {
    (Mode.CHOICE, Wants.MEANING): "What does it mean?",
    (Mode.FLIP, Wants.MEANING): "How is it read, and what does it mean?",
    (Mode.TYPED, Wants.READING): "How is it read? With tones: guan1shui4 or guānshuì",
    (Mode.TYPED, Wants.HANZI): "Type it in Chinese.",
}
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def badge(card: Card) -> str:
    """`place`, `word · HSK 2025: 5`."""
    fields = card.note.fields
    if card.note.type == "word":
        return " · ".join(["word", *([fields["Level"]] if "Level" in fields else [])])
    return fields.get("Kind", "fact")


def task(question: Question) -> str:
    """What to do, where the question itself does not say it."""
    return _ASKS.get((question.mode, question.wants), "")


def hint(question: Question) -> str:
    """What may help without telling: a word's clause, a fact's glossary."""
    fields = question.card.note.fields
    return fields.get("Sentence", "") if question.card.note.type == "word" else fields.get("Glossary", "")


def told(note: Note, template: str) -> list[str]:
    """The answer in full, a line each: what it is, how it is said, what it means."""
    fields = note.fields
    if note.type == "word":
        said = "  ".join(fields[f] for f in ("Hanzi", "Pinyin") if f in fields)
        return [said, *(fields[f] for f in ("English", "Parts", "Phrases") if f in fields)]
    if template == "Reverse":
        return [fields.get("AnswerReverse", "")]
    return [fields.get("Answer", ""), *(fields[f] for f in ("Reading", "Gloss") if f in fields)]


def source(note: Note) -> str:
    """`Title · 2025-09-19 · said by 吳心伯`."""
    fields = note.fields
    speaker = [f"said by {fields['Speaker']}"] if "Speaker" in fields else []
    return " · ".join([*(fields[f] for f in ("Source", "SourceDate") if f in fields), *speaker])


def hard_words(note: Note, field: str) -> list[str]:
    """`牽頭人 qiāntóurén`, for each marked word of the evidence."""
    text = note.fields.get(field, "")
    marks = [m for m in note.marks if m.field == field and m.kind == "ruby" and m.value]
    return list(dict.fromkeys(f"{text[m.start : m.end]} {m.value}" for m in marks))


def chosen_instead(question: Question, chosen: str, cards: Sequence[Card]) -> str:
    """What a wrong choice was: 倫敦 answers another question, `to negotiate` is another word."""
    note = question.card.note
    if any(
        m.kind == "madeup" and m.field == "Options" and note.fields["Options"][m.start : m.end] == chosen
        for m in note.marks
    ):
        return f"{chosen} is made up; the article does not have it."
    for card in cards:
        fields = card.note.fields
        if card.note.type == note.type == "word" and fields.get("English") == chosen:
            return f"“{chosen}” is {fields['Hanzi']} {fields.get('Pinyin', '')}".strip() + "."
        if card.note.type == note.type == "fact" and card.answer == chosen:
            return f"{chosen} answers: {card.question}"
    return ""


def comes_back(answered: Answered, today: date) -> str:
    """When a card is asked next."""
    if answered.memory is None:
        return ""
    if not answered.memory.learned:
        return "Comes again in this session."
    return f"Comes back {when(answered.memory.due, today)}."


def when(day: date, today: date) -> str:
    """`tomorrow`, `on Monday`, `in 3 weeks, on 12 October`."""
    days = (day - today).days
    if days < 1:
        return "today"
    if days == 1:
        return "tomorrow"
    if days < 7:
        return f"in {days} days, on {_WEEKDAYS[day.weekday()]}"
    return f"in {days} days, on {day.day} {day:%B}" + (f" {day.year}" if day.year != today.year else "")


def interval(days: int) -> str:
    """`10 min`-like label of a grade: `again`, `2 d`, `3 mo`, `1.5 y`."""
    if days < 1:
        return "now"
    if days < 60:
        return f"{days} d"
    return f"{days / 30.4:.0f} mo" if days < 365 else f"{days / 365:.1f} y"
