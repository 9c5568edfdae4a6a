"""Which ranges of a sentence stand alone around a hole: its clause, with scene, speaker or subject from before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.asking.carried import with_subject
from quizgen.asking.circumstances import effect, topic_before, with_scenes, without_scenes
from quizgen.asking.grammar import Clause, clauses
from quizgen.asking.leaning import gone_on, is_light, whole_from
from quizgen.asking.speaker import with_speaker
from quizgen.asking.stretch import Range, Refused
from quizgen.items import Fact, Sentence

#: reasons that stand behind what they explain
_CAUSES = ("purpose_is", "purpose_last", "cause_is", "reason_is", "in_honour", "because_last")
#: reasons that stand in front of it
_GROUNDS = ("on_the_grounds", "because_of", "owing", "influence")
#: 为由, 为名: a clause that ends with its reason says what for only in the next one
_GROUNDS_TAIL = 3
#: 距地球约…、正在孕育恒星的船底座星云: what stands before the hole and behind it qualifies a noun, nothing is said
_QUALIFIES = re.compile(r"^、[^，。]*的[^，。的]{1,8}$")


def windows(sentence: Sentence, fact: Fact, hole: Range) -> Iterator[tuple[Range, ...]]:
    """Ranges to try, best first. Raises `Refused` when none stands alone."""
    told = clauses(sentence)
    k = _own(told, fact, hole)
    if fact.rule in _CAUSES:
        yield ((told[effect(sentence, told, k)].start, max(told[k].end, hole[1])),)
        return
    _check_own(told[k], fact, hole)
    last = _last(sentence, told, k, leans=fact.rule in _GROUNDS and told[k].end - hole[1] <= _GROUNDS_TAIL)
    first = with_scenes(sentence, told, k)
    if topic := topic_before(sentence, told, first):
        yield topic, (told[first].start, told[last].end)
    elif told[last].is_whole or (told[k].has_predicate and any(c.subject for c in told[first : k + 1])):
        yield from with_speaker(sentence, told, first, last)
        if fact.kind == "date" and told[k].is_scene and last > k + 1:  # 昨晚，|在孟买的体育场，|中国女足击败…
            yield (told[k].start, told[k].end + 1), (told[last].start, told[last].end)
        yield from without_scenes(sentence, told, first, k, last)
    elif told[k].has_predicate and not _QUALIFIES.search(sentence.simplified[hole[1] : told[k].end]):
        yield from with_subject(sentence, told, k, gone_on(sentence, told, k))
    else:
        raise Refused("no clause that stands alone")


def _own(told: Sequence[Clause], fact: Fact, hole: Range) -> int:
    """The clause that the hole begins in; only a reason or a list may run on into the next."""
    k = next((i for i, c in enumerate(told) if c.start <= hole[0] < c.end), None)
    if k is None or (hole[1] > told[k].end and fact.kind not in ("reason", "list")):
        raise Refused("runs over clauses")
    return k


def _check_own(own: Clause, fact: Fact, hole: Range) -> None:
    if not (own.has_predicate or own.is_scene or fact.kind == "reason"):
        raise Refused("no clause that stands alone")
    if own.topic and own.topic[0] >= hole[1]:
        raise Refused("inside a clause that qualifies a noun")
    if fact.kind == "figure" and own.is_scene:
        raise Refused("only sets the scene")


def _last(sentence: Sentence, told: Sequence[Clause], k: int, *, leans: bool) -> int:
    """The clause that the window ends with; none may end where what came of it would be told."""
    last = gone_on(sentence, told, whole_from(told, k, leans=leans))
    if is_light(sentence, told[last]) or sentence.simplified[told[last].end : told[last].end + 1] == "：":
        raise Refused("done every day, and what came of it is not told")
    return last
