"""A stretch put into words that stand alone: put right, as much spared as asked for, and nothing in it points out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from quizgen.asking import deixis
from quizgen.asking.context import Context
from quizgen.asking.edits import Edit, edits, own_pronouns
from quizgen.asking.holes import hole
from quizgen.asking.sparing import spared
from quizgen.asking.standing import NAMES
from quizgen.asking.stretch import Range, Refused, Stretch, touches

_ENDS = re.compile(r"[，；：。！？!?,;、\s]+$")
_STARTS = re.compile(r"^[，、；：\s]+")
#: facts that a question may name three of; a day only sets the scene
_ANCHORS = (*NAMES, "figure")
#: what may stand between two facts that are told as one: 中国|（China）|和|美国
_JOINT = re.compile(r"(?:[（(][^）)]*[）)])?(?:[、和与及]|以及)?")


class Wording(NamedTuple):
    """The text on both sides of a hole, and how many other facts it names."""

    before: str
    after: str
    anchors: int
    has_date: bool


def wording(stretch: Stretch, context: Context, spare: int) -> Wording:
    """The stretch in words; `spare` from 0 to SPARE_MOST is how much of what could go is left out.

    Raises `Refused` when something in it points outside the question.
    """
    made = (*edits(stretch, context), *spared(stretch, spare))
    before, after = ("".join(edited(stretch.sentence.text, r, made) for r in side) for side in stretch.sides())
    if deixis.POINTS.search(_plain(stretch, made)):
        raise Refused("points at something outside the question")
    has_date = any(f.kind == "date" for f in stretch.others)
    return Wording(_STARTS.sub("", before.strip()), _ENDS.sub("", after), _anchors(stretch, made), has_date)


def edited(text: str, within: Range, made: Sequence[Edit]) -> str:
    """A range of the text with its edits, from the left; of two that overlap the later one is left out."""
    out, at = "", within[0]
    for start, end, put in sorted(made):
        if at <= start and end <= within[1]:
            out += text[at:start] + put
            at = end
    return out + text[at : within[1]]


def _plain(stretch: Stretch, made: Sequence[Edit]) -> str:
    """The Simplified words that stay in the question, names and dates masked: 他 in 他信 points at nothing."""
    masks = [(*stretch.at(f), "●") for f in stretch.others if f.kind in (*NAMES, "date")]
    masks += own_pronouns(stretch)
    free = [m for m in masks if not any(touches(m[:2], e[:2]) for e in made)]
    return "".join(edited(stretch.sentence.simplified, r, [*made, *free]) for side in stretch.sides() for r in side)


def _anchors(stretch: Stretch, made: Sequence[Edit]) -> int:
    """How many other facts the question names.

    A name counts once with the offices and countries that lean on it, a list once as a whole.
    """
    gone = [(i, j) for i, j, put in made if not put]
    count, edge = 0, -1
    for fact in stretch.others:
        start, end = stretch.at(fact)
        if fact.kind not in _ANCHORS or any(i <= start and end <= j for i, j in gone):
            continue
        between = stretch.sentence.simplified[edge : hole(stretch.sentence, fact)[0]] if edge >= 0 else "。"
        count += not (start <= edge or _JOINT.fullmatch(between.strip()))
        edge = max(edge, end)
    return count
