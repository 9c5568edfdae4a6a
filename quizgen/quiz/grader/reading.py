"""Grades a typed reading: letters and tones apart."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.quiz.grader.fold import plain
from quizgen.quiz.grader.spelling import Spelling, Tone, spell
from quizgen.quiz.grader.syllables import Syllable, syllables
from quizgen.quiz.question import Outcome, Verdict

_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]


def grade_reading(typed: str, readings: Sequence[str], hanzi: str) -> Verdict:
    """Whether a typed reading is one of `readings` (numbered pinyin, the shown one first); `hanzi` in Simplified.

    guan1shui4, guānshuì, GUAN1 SHUI4, ㄍㄨㄢ ㄕㄨㄟˋ are one answer; a changed tone is never right.
    """
    given = spell(typed)
    if not given.letters:
        what = "That is the word itself. " if plain(typed) == hanzi else ""
        return Verdict(Outcome.UNCLEAR, f"{what}Type how it is read, with tones: pin1yin1 or pīnyīn.")
    faults = [_fault(given, syllables(reading, hanzi, given.zhuyin)) for reading in readings]
    if "" in faults:
        return Verdict(Outcome.RIGHT)
    right = syllables(readings[0], hanzi, given.zhuyin)
    if not given.tones and not given.zhuyin and given.letters == _joined(right):
        return Verdict(Outcome.UNCLEAR, "The letters are right. Now with tones: 1 to 4 behind each syllable.")
    return Verdict(Outcome.WRONG, next((f for f in faults if f.startswith("Letters right")), faults[0]))


def _fault(given: Spelling, right: list[Syllable]) -> str:
    """What is wrong, in words, or nothing."""
    if given.other or given.letters != _joined(right):
        return _letters_fault(given, right)
    heard = _heard(given, right)
    if heard is None:
        return "Letters right, but the syllables part elsewhere."
    wrong = [i for i, (tones, s) in enumerate(zip(heard, right, strict=True)) if not _fits(tones, s, given.zhuyin)]
    return _tones_fault(wrong, heard, right) if wrong else ""


def _joined(right: list[Syllable]) -> str:
    return "".join(s.letters for s in right)


def _heard(given: Spelling, right: list[Syllable]) -> list[list[int]] | None:
    """The tones typed on each syllable, or None where a digit or a break cuts a syllable."""
    heard: list[list[int]] = []
    start = 0
    for syllable in right:
        end = start + len(syllable.letters)
        cuts = set(range(start + 1, end)) - ({end - 1} if syllable.erhua else set())
        tones = [t for t in given.tones if start <= t.at < end]
        if given.breaks & cuts or any(_cuts(t, start, end, syllable, given.zhuyin) for t in tones):
            return None
        heard.append(_without_erhua(tones, end, syllable))
        start = end
    return heard


def _cuts(tone: Tone, start: int, end: int, syllable: Syllable, zhuyin: bool) -> bool:
    """Whether a tone stands where no syllable ends; ˙ opens its syllable."""
    if tone.over:
        return zhuyin and tone.at != start
    return tone.at != end - 1 and not (syllable.erhua and tone.at == end - 2)


def _without_erhua(tones: list[Tone], end: int, syllable: Syllable) -> list[int]:
    """wan2r5, wan2r0: the neutral tone of the r says nothing of the syllable."""
    if syllable.erhua and len(tones) > 1 and tones[-1] == Tone(end - 1, 5, False):
        tones = tones[:-1]
    return [t.tone for t in tones]


def _fits(tones: list[int], syllable: Syllable, zhuyin: bool) -> bool:
    """No tone typed is the neutral one in pinyin, the first in Zhuyin."""
    return set(tones or [1 if zhuyin else 5]) <= syllable.tones and len(set(tones)) < 2


def _tones_fault(wrong: list[int], heard: list[list[int]], right: list[Syllable]) -> str:
    if len(right) == 1 or len(wrong) > 2:
        tones = " ".join(str(s.tone) for s in right)
        return f"Letters right, tone{'s' * (len(right) > 1)} {tones}, not {' '.join(map(_said, heard))}."
    each = (f"{_ordinal(i)} tone {right[i].tone}, not {_said(heard[i])}" for i in wrong)
    return f"Letters right, {' and '.join(each)}."


def _said(tones: list[int]) -> str:
    return "".join(map(str, tones)) or "none"


def _ordinal(index: int) -> str:
    return _ORDINALS[index] if index < len(_ORDINALS) else f"{index + 1}th"


def _letters_fault(given: Spelling, right: list[Syllable]) -> str:
    said = [t.tone for t in given.tones]
    return "Tones right, letters wrong." if said == [s.tone for s in right] else "The letters are not right."
