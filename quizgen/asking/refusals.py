"""What is not asked whatever is cut from its sentence: conditions, forecasts, lists, quotations, passing mentions.

A rule is a reason, as the report counts it, and a test; the first that holds refuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quizgen.asking import deixis, shared_answers, unasked_days, unasked_figures, unasked_names, unasked_pieces
from quizgen.asking.holes import hole, own_clause
from quizgen.asking.stretch import Range, Refused
from quizgen.items import Fact, Sentence

#: who forecasts stands before a comma; what follows is no fact yet
_FORECAST = re.compile(r"(?:预计|预测|预估|预料|估计|预期|推算|料)[，：,:]")
_QUOTES = (("「", "」"), ("『", "』"), ("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("(", ")"), ("〔", "〕"))


def check_sentence(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the sentence alone rules out, whatever is cut from it."""
    reason = next((why for why, test in _OF_SENTENCE.items() if test(sentence, fact, gap)), None)
    if reason:
        raise Refused(reason)


def check_gap(sentence: Sentence, fact: Fact, gap: Range) -> None:
    """Raises `Refused` for what the sentence rules out where all the words around the gap stay as they are.

    There a forecast is told as one, the other side of a match and the rest of a pair are seen.
    """
    whole = hole(sentence, fact)
    reason = next((why for why, test in _OF_GAP.items() if test(sentence, fact, gap)), None)
    reason = reason or next((why for why in _OF_WORDS_TOO if _OF_SENTENCE[why](sentence, fact, whole)), None)
    if reason:
        raise Refused(reason)


def _in_condition(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    """如果谈判破裂，将加征|30%|; behind the answer only its own clause counts: 达到2%|的话."""
    before = sentence.simplified[: gap[1]]
    return any(deixis.CONDITIONAL.search(text) for text in (before, own_clause(sentence, gap)))


def _forecast(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    return _FORECAST.search(sentence.simplified[: gap[0]]) is not None


def _quoted(sentence: Sentence, fact: Fact, gap: Range) -> bool:
    before = sentence.simplified[: gap[0]]
    named = fact.kind in ("organisation", "thing")
    if named and (before[-1:], sentence.simplified[gap[1] : gap[1] + 1]) in _QUOTES[:4]:
        before = before[:-1]  # 主权基金“一马发展公司”: the marks are the name's
    return any(before.count(a) > before.count(b) for a, b in _QUOTES)


_OF_SENTENCE: dict[str, Callable[[Sentence, Fact, Range], bool]] = {
    "in a condition": _in_condition,
    "one of several paired answers": shared_answers.is_paired,
    "forecast": _forecast,
    "inside a quotation or bracket": _quoted,
    "one of a list": shared_answers.is_listed,
    "one of many that are so": shared_answers.is_one_of_many,
    "true of both sides": shared_answers.is_mutual,
    "a figure only mentioned": unasked_figures.is_age,
    "a day only mentioned": unasked_days.is_of_noun_behind,
    "a day that only qualifies a noun": unasked_days.is_in_name,
    "where something was said": unasked_names.is_seat,
    "a place only mentioned": unasked_names.is_passing_place,
    "a title would be left hanging": unasked_names.leaves_title,
    "a name only mentioned": unasked_names.is_passing,
    "a body that is not named": unasked_pieces.is_unnamed,
    "a piece of a longer name": unasked_pieces.is_torn,
    "a bare surname": unasked_pieces.is_short,
    "inside a clause that qualifies a noun": unasked_figures.is_of_noun,
    "part of a compound": unasked_figures.is_in_name,
    "a span of months": unasked_days.is_span,
    "a loose day": unasked_days.is_loose,
    "the question would show the answer": unasked_figures.is_halved,
    "a small count": unasked_figures.is_small,
    "a figure that everybody knows": unasked_figures.is_known,
    "a loose time": unasked_figures.is_loose,
    "who said it matters less than what": unasked_names.is_speaker,
    "a day's close": unasked_figures.is_close,
    "what it is measured against": unasked_figures.is_base,
    "one game of many": unasked_figures.is_game,
    "counted from today": unasked_figures.is_ago,
    "a rate": unasked_figures.is_rate,
    "no question word fits it": unasked_figures.is_record,
    "when something was said": unasked_days.is_of_saying,
    "a day of what came before": unasked_days.is_of_scene,
    "one of a row": unasked_figures.is_in_row,
    "the figure before it shows it": unasked_figures.is_broken,
}

#: for a gap: tests of the words beside it, and those of the sentence that hold whatever is left in
_OF_GAP: dict[str, Callable[[Sentence, Fact, Range], bool]] = {
    "inside a quotation or bracket": _quoted,
    "one of a list": shared_answers.is_in_row,
    "a name only mentioned": unasked_names.is_owner,
    "a place only mentioned": unasked_names.is_owning_place,
}
_OF_WORDS_TOO = [
    why
    for why in _OF_SENTENCE
    if why
    not in {
        *_OF_GAP,
        "forecast",
        "true of both sides",
        "where something was said",
        "a title would be left hanging",
        "inside a clause that qualifies a noun",
        "what it is measured against",
        "no question word fits it",
    }
]
