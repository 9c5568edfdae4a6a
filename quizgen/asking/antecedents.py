"""Whom 他 and 他们 mean: the one person, or the one pair, that the sentence before is about."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.asking.grammar import clauses
from quizgen.items import Fact, Sentence
from quizgen.naming.foreign import last_name

SINGULAR = ("他", "她")
PLURAL = ("他们", "她们", "两人", "二人", "两位")
PRONOUNS = frozenset((*SINGULAR, *PLURAL))


def antecedents(sentences: Sequence[Sentence]) -> dict[int, dict[str, str]]:
    """For each sentence start: pronoun -> the name to put in its place, where only one can be meant."""
    out: dict[int, dict[str, str]] = {}
    meant: dict[str, str] = {}
    line = -1
    for sentence in sentences:
        if sentence.line.role == "caption":
            continue
        if sentence.line.start != line and not _opens_with_pronoun(sentence):
            meant = {}
        line = sentence.line.start
        out[sentence.start] = dict(meant)
        meant = _left_by(sentence, meant)
    return out


def _opens_with_pronoun(sentence: Sentence) -> bool:
    return sentence.simplified.startswith((*SINGULAR, *PLURAL))


def _left_by(sentence: Sentence, meant: dict[str, str]) -> dict[str, str]:
    """What pronouns in the next sentence mean: the one person here, or a pair joined by 和, else what they did."""
    people = {f.value: f for f in sentence.facts if f.kind == "person"}
    if not people:
        return meant if _opens_with_pronoun(sentence) else {}
    names = [last_name(f.text) for f in sorted(people.values(), key=lambda f: f.start)]
    if len(names) == 1:
        return dict.fromkeys(SINGULAR, names[0])
    if len(names) == 2 and _joined(sentence, list(people.values())):
        return dict.fromkeys(PLURAL, "和".join(names))
    head = clauses(sentence)[0].subject
    leading = [f for f in people.values() if head and head[0] <= f.start - sentence.start < head[1]]
    return dict.fromkeys(SINGULAR, last_name(leading[0].text)) if len(leading) == 1 and len(names) == 2 else {}


def _joined(sentence: Sentence, people: Sequence[Fact]) -> bool:
    first, second = sorted(people, key=lambda f: f.start)
    between = sentence.simplified[first.end - sentence.start : second.start - sentence.start]
    return "和" in between and "，" not in between
