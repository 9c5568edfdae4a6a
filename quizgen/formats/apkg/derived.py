"""Fields that only Anki needs: made when a note is written, dropped when it is read back."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from quizgen import tables
from quizgen.items import Mark, Note

Render = Callable[[str, Iterable[Mark]], str]

_TWIN = {"Evidence": "EvidenceRuby", "Sentence": "SentenceRuby"}
"""a field without ruby -> the one that has it too"""
_VOICE = {"zh-Hant": ("VoiceTW", "zh_TW"), "zh-Hans": ("VoiceCN", "zh_CN")}
"""a template's voice is fixed, so each has a field that opens it; never zh_HK, which is Cantonese"""
_HEADLINE, _WANTED = re.compile("^【[^】]*】"), re.compile("［[^］]*］")
_BLANK = "＿"
_RIGHT = '<span class="right">'


def fields(note: Note, guid: str, cards: Collection[str], render: Render) -> dict[str, str]:
    """HTML by field name: the note's own, and what is made of them."""
    made = {"Key": render(note.key, ())}
    for name, text in note.fields.items():
        marks = [mark for mark in note.marks if mark.field == name]
        made[_TWIN.get(name, name)] = render(text, marks)
        if name in _TWIN:
            made[name] = render(text, [mark for mark in marks if mark.kind != "ruby"])
    if voice := _VOICE.get(note.fields.get("Lang", "")[:7]):
        made[voice[0]] = voice[1]
    for card in cards:
        if card != "listening" or voice:
            made[f"Has{card.capitalize()}"] = "1"
    if note.type == "word":
        return made | _repeated(note, made) | {"SentenceGap": render(_gap(note), ())}
    shown = {name: _parted(made[name]) for name in ("Question",) if name in made}
    return made | shown | {"Options": _options(made, note.fields["Answer"], guid, render)}


def _parted(question: str) -> str:
    """The headline above a question is set smaller, the gap in a passage stands out."""
    question = _HEADLINE.sub(r'<span class="headline">\g<0></span>', question, count=1)
    return _WANTED.sub(r'<span class="wanted">\g<0></span>', question)


def _gap(note: Note) -> str:
    """The clause with a blank for each character of the word, wherever it stands: 其同性＿＿可享公務員＿＿福利."""
    text = note.fields.get("Sentence", "")
    targets = [mark for mark in note.marks if (mark.field, mark.kind) == ("Sentence", "target")]
    forms = {text[mark.start : mark.end] for mark in targets}
    forms |= {note.fields.get(name, "") for name in ("Hanzi", "Traditional", "Simplified")} if targets else set()
    for mark in reversed(targets):
        text = text[: mark.start] + _BLANK * (mark.end - mark.start) + text[mark.end :]
    for form in filter(lambda form: len(form) > 1, forms):  # 同 alone is no answer to 不同
        text = text.replace(form, _BLANK * len(form))
    return text if targets else ""


def _repeated(note: Note, made: dict[str, str]) -> dict[str, str]:
    """What says again what the large hanzi or the sense say already is marked, and not shown."""
    get = note.fields.get
    same = [name for name in ("Traditional", "Simplified") if get(name) == note.fields["Hanzi"]]
    same += ["Parts"] if "Parts" in made and get("Parts") == get("English") else []
    return {name: f'<span class="same">{made[name]}</span>' for name in same}


def _options(made: dict[str, str], answer: str, guid: str, render: Render) -> str:
    """The wrong options with the right one among them, at a place that the GUID gives."""
    lines = made["Options"].split("<br>") if "Options" in made else []
    right = render(answer.replace("\n", " "), ())
    if lines and right not in lines:
        lines.insert(int(guid, 16) % (len(lines) + 1), f"{_RIGHT}{right}</span>")
    return "<br>".join(lines)


def plain(kind: str, found: dict[str, str]) -> dict[str, str]:
    """The note's own fields among those found, still HTML; empty ones left out."""
    own = [row[1] for row in tables.rows("fields") if row[0] == kind and row[2] in ("needed", "text")]
    kept = {name: found[_TWIN.get(name, name)] for name in own}
    wrong = (line for line in kept.get("Options", "").split("<br>") if not line.startswith(_RIGHT))
    return {name: text for name, text in {**kept, "Options": "<br>".join(wrong)}.items() if text}
