"""What the screen says of a card: what kind it is, its answer told in full, when it comes back."""

from __future__ import annotations

from datetime import date

from quizgen.items import Card, Note
from quizgen.quiz.question import Mode, Question, Wants
from quizgen.quiz.session import Answered

_TASKS = {
    (Mode.CHOICE, Wants.MEANING): "What does it mean?",
    (Mode.FLIP, Wants.MEANING): "How is it read, and what does it mean?",
    (Mode.TYPED, Wants.READING): "Type its pinyin with tones: pin1yin1 or pīnyīn.",
    (Mode.TYPED, Wants.HANZI): "Type it in Chinese.",
}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_COMMANDS = "usfhq?"


def badge(card: Card) -> str:
    """`place`, `word · HSK 2025: 5`."""
    fields = card.note.fields
    if card.note.type == "word":
        return " · ".join(["word", *([fields["Level"]] if "Level" in fields else [])])
    return fields.get("Kind", "fact")


def prompt(card: Card) -> str:
    """What is asked."""
    return card.note.fields["Hanzi"] if card.note.type == "word" and card.template != "Recall" else card.question


def task(question: Question) -> str:
    """What to do, where the question itself does not say it."""
    return _TASKS.get((question.mode, question.wants), "")


def hint(question: Question) -> str:
    """What may help without telling: a word's clause, a fact's glossary."""
    fields = question.card.note.fields
    return fields.get("Sentence", "") if question.card.note.type == "word" else fields.get("Glossary", "")


def command(typed: str) -> str:
    """The key that a typed line stands for (`u`, `？`), or nothing: no answer is one of these letters alone."""
    key = typed.strip().casefold().replace("？", "?")
    return key if len(key) == 1 and key in _COMMANDS else ""


def told(note: Note, template: str) -> list[str]:
    """The answer in full, a line each: what it is, how it is said, what it means."""
    fields = note.fields
    if note.type == "word":
        # a word that the dictionary does not have means what its parts say
        meant = dict.fromkeys(_each(fields, "English", "Parts", "Phrases"))
        return [_joined(fields, "Hanzi", "Pinyin", by="  "), *meant]
    if template == "Reverse":
        return [fields.get("AnswerReverse", "")]
    return [fields.get("Answer", ""), *filter(None, [_joined(fields, "Reading", "Gloss")])]


def aside(note: Note) -> str:
    """What is good to know beside it: `verb, noun · measure word 次 · 会谈 · ㄏㄨㄟˋ ㄊㄢˊ`."""
    fields = note.fields
    if note.type != "word":
        return ""
    measure = [f"measure word {fields['MeasureWord']}"] if "MeasureWord" in fields else []
    other = [f for f in _each(fields, "Traditional", "Simplified") if f != fields["Hanzi"]]
    zhuyin = _each(fields, "Bopomofo") if fields.get("Lang") == "zh-Hant-TW" else []
    return " · ".join([*_each(fields, "PartOfSpeech"), *measure, *other[:1], *zhuyin])


def source(note: Note) -> str:
    """`Title · 2025-09-19 · said by 吳心伯`; no title where the evidence is the title itself."""
    title = [t for t in _each(note.fields, "Source") if t not in _each(note.fields, "Sentence", "Evidence")]
    speaker = [f"said by {note.fields['Speaker']}"] if "Speaker" in note.fields else []
    return " · ".join([*title, *_each(note.fields, "SourceDate"), *speaker])


def hard_words(note: Note, field: str) -> list[str]:
    """`牽頭人 qiāntóurén`, `施壓 shīyā`: the evidence's marked words, but not the one asked for."""
    text = note.fields.get(field, "")
    asked = {(m.start, m.end) for m in note.marks if m.field == field and m.kind in ("answer", "target")}
    marks = [m for m in note.marks if m.field == field and m.kind == "ruby" and (m.start, m.end) not in asked]
    return list(dict.fromkeys(f"{text[m.start : m.end]} {m.value}" for m in marks))


def comes_back(answered: Answered, today: date) -> str:
    """When a card is asked next."""
    if not answered.memory.learned:
        return "Comes again in this session."
    due = answered.memory.due
    days = (due - today).days
    return f"Comes back {f'in {days} days, ' if days > 1 else ''}{when(due, today)}."


def when(day: date, today: date) -> str:
    """`today`, `tomorrow`, `on Monday`, `on 12 October`."""
    days = (day - today).days
    if days < 2:
        return "today" if days < 1 else "tomorrow"
    if days < 7:
        return f"on {_WEEKDAYS[day.weekday()]}"
    return f"on {day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != today.year else "")


def interval(days: int) -> str:
    """`now`, `2 d`, `3 mo`, `1.5 y`."""
    if days < 1:
        return "now"
    if days < 60:
        return f"{days} d"
    return f"{days / 30.4:.0f} mo" if days < 365 else f"{days / 365:.1f} y"


def _each(fields: dict[str, str], *names: str) -> list[str]:
    return [fields[name] for name in names if name in fields]


def _joined(fields: dict[str, str], *names: str, by: str = " · ") -> str:
    return by.join(_each(fields, *names))
