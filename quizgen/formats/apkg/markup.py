"""Plain text with marks to the HTML of an Anki field, and back. The one place where anything is escaped.

>>> render("關稅上升", [Mark("Sentence", 0, 2, "target"), Mark("Sentence", 0, 2, "ruby", "guānshuì")])
'<ruby><b>關稅</b><rt>guānshuì</rt></ruby>上升'
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from functools import cache

from quizgen.items import Mark

_ELEMENT = {"answer": "mark", "target": "b", "madeup": "i", "ruby": "ruby", "tone": "span"}
_KIND = {element: kind for kind, element in _ELEMENT.items()}
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "<br>", "[": "&#91;", "{": "&#123;"}
)
"""beyond HTML's own: [ and { open what Anki acts on ([sound:…], [[type:…]], {{c1::…}})"""
_TAG = re.compile(r"(<[^>]*>)")
_OPENING = re.compile(r'<(\w+)(?: class="(?:tone(\d))? ?(more)?(\w*)")?>')


def escape(text: str) -> str:
    """Text that HTML and Anki leave alone, safe between double quotes too."""
    return text.translate(_ESCAPES)


def render(text: str, marks: Iterable[Mark]) -> str:
    """HTML of a field. Marks may nest or cross; one that is crossed is closed and goes on as `class="more"`."""
    waiting = sorted(marks, key=lambda m: (-m.start, m.end, m.kind == "ruby", m.kind))
    out: list[str] = []
    inside: list[Mark] = []
    at = 0
    for cut in sorted({edge for mark in waiting for edge in (mark.start, mark.end)}):
        out.append(escape(text[at:cut]))
        at, crossed = cut, []
        while any(mark.end == cut for mark in inside):
            mark = inside.pop()
            out.append(_close(mark, cut))
            if mark.end > cut:
                crossed.append(mark)
        for mark in reversed(crossed):
            out.append(_open(mark, "more"))
            inside.append(mark)
        while waiting and waiting[-1].start == cut:
            inside.append(waiting.pop())
            out.append(_open(inside[-1]))
    return "".join(out) + escape(text[at:])


def _open(mark: Mark, more: str = "") -> str:
    classes = " ".join(filter(None, (f"tone{mark.value}" if mark.kind == "tone" else "", more)))
    return f'<{_ELEMENT[mark.kind]} class="{classes}">' if classes else f"<{_ELEMENT[mark.kind]}>"


def _close(mark: Mark, cut: int) -> str:
    reading = f"<rt>{escape(mark.value)}</rt>" if mark.kind == "ruby" and mark.end == cut else ""
    return f"{reading}</{_ELEMENT[mark.kind]}>"


def parse(source: str, field: str) -> tuple[str, list[Mark]]:
    """The text and the marks that `render` made this of."""
    if "<" not in source:
        return html.unescape(source), []
    text = ""
    inside: list[tuple[int, str, str]] = []  # start, kind and value of what is open
    done: list[Mark] = []
    for piece in _TAG.split(source):
        if not piece.startswith("<"):
            text += html.unescape(piece)
        elif piece == "<br>":
            text += "\n"
        elif piece == "</rt>":
            reading = inside.pop()[0]
            start, kind, _ = inside.pop()
            inside.append((start, kind, text[reading:]))
            text = text[:reading]
        elif piece.startswith("</"):
            start, kind, value = inside.pop()
            done += [Mark(field, start, len(text), kind, value)] if kind else []
        elif opening := _opening(piece):
            kind, value, more = opening
            begun = next((mark for mark in reversed(done) if more and mark.kind == kind), None)
            if begun:
                done.remove(begun)
            inside.append((begun.start, kind, begun.value) if begun else (len(text), kind, value))
        else:
            text += html.unescape(piece)
    return text, done


@cache
def _opening(tag: str) -> tuple[str, str, str] | None:
    """Kind of mark, value, and whether it goes on; no kind for a tag that marks nothing, None for what is no tag."""
    match = _OPENING.fullmatch(tag)
    if not match:
        return None
    element, value, more, other = match.groups("")
    return "" if other else _KIND.get(element, ""), value, more
