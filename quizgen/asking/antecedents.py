"""Whom 他, 他们, 其 and 该公司 mean: the one person, pair or body that the sentence before is about."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.asking.grammar import clauses
from quizgen.items import Fact, Sentence
from quizgen.naming.foreign import last_name

SINGULAR = ("他", "她")
PLURAL = ("他们", "她们", "两人", "二人", "两位")
#: 其销量, 该行, 公司: the one body, or for 其 the one person, of the sentence before
ITS = "其"
BODIES = ("该公司", "该集团", "该企业", "该行", "该党", "该组织", "该机构", "该校", "该队", "这家公司", "公司", "集团")
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
        meant = _left_by(sentence, meant) | _bodies(sentence, meant)
    return out


def _bodies(sentence: Sentence, meant: dict[str, str]) -> dict[str, str]:
    """The one body that the sentence names, or that its subject is; kept while sentences speak of 公司 or 其."""
    named = {f.value: f for f in sentence.facts if f.kind == "organisation"}
    if not named:
        kept = {word: name for word, name in meant.items() if word in BODIES}
        return kept if sentence.simplified.startswith((ITS, *BODIES)) else {}
    body = next(iter(named.values())) if len(named) == 1 else _leading(sentence, list(named.values()))
    if body is None:
        return {}
    words = dict.fromkeys(BODIES, body.text)
    people = any(f.kind == "person" for f in sentence.facts)
    return words if people else words | {ITS: body.text}


def _leading(sentence: Sentence, bodies: Sequence[Fact]) -> Fact | None:
    """The body that the sentence's first clause has as its subject."""
    head = next((c.subject for c in clauses(sentence)), None)
    return next((f for f in bodies if head and f.end - sentence.start == head[1]), None)


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
