"""The best path through a line's labels, and how probable each of its names is: a linear-chain CRF, in plain Python."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

KINDS = ("PER", "LOC", "ORG")
LABELS = ("O", *(place + kind for kind in KINDS for place in "BIES"))
"""outside, then begin, inside, end and single of each kind"""
_INSIDE = tuple(i for i, label in enumerate(LABELS) if label[0] in "BI")
_STARTS = tuple(i for i, label in enumerate(LABELS) if label[0] in "OBS")
_STOPS = tuple(i for i, label in enumerate(LABELS) if label[0] in "OES")


def follows(before: int, after: int) -> bool:
    """Whether one label may stand behind another: inside a name only its own kind goes on.

    >>> follows(LABELS.index("BPER"), LABELS.index("EPER")), follows(LABELS.index("BPER"), 0)
    (True, False)
    """
    if before in _INSIDE:
        return LABELS[after][0] in "IE" and LABELS[after][1:] == LABELS[before][1:]
    return after in _STARTS


_BEFORE = tuple(tuple(a for a in range(len(LABELS)) if follows(a, b)) for b in range(len(LABELS)))
_AFTER = tuple(tuple(b for b in range(len(LABELS)) if follows(a, b)) for a in range(len(LABELS)))
Row = Sequence[float]


def names(scores: Sequence[Row], moves: Sequence[Row]) -> list[tuple[int, int, str, float]]:
    """The names on the best path: start, end, kind of KINDS, probability that just this name stands there.

    `scores` has a row of log-weights of LABELS for each character, `moves` one for each label before.
    """
    if not scores:
        return []
    path = _best_path(scores, moves)
    chain = _Chain(scores, moves)
    found = []
    start = 0
    for i, label in enumerate(path):
        if LABELS[label][0] in "BS":
            start = i
        if LABELS[label][0] in "ES":
            found.append((start, i + 1, LABELS[label][1:], chain.probability(start, path[start : i + 1])))
    return found


def _best_path(scores: Sequence[Row], moves: Sequence[Row]) -> list[int]:
    best = [score if y in _STARTS else -1e9 for y, score in enumerate(scores[0])]
    ways = [[(a, moves[a][y]) for a in before] for y, before in enumerate(_BEFORE)]
    back: list[list[int]] = []
    for row in scores[1:]:
        arrivals = [max([(best[a] + move, a) for a, move in way]) for way in ways]
        best = [score + arrival[0] for score, arrival in zip(row, arrivals, strict=True)]
        back.append([a for _, a in arrivals])
    label = max(_STOPS, key=best.__getitem__)
    path = [label]
    for came in reversed(back):
        label = came[label]
        path.append(label)
    return path[::-1]


class _Chain:
    """Forward and backward sums over all paths; each row is scaled to one, so that long lines do not overflow."""

    def __init__(self, scores: Sequence[Row], moves: Sequence[Row]) -> None:
        self._moves = [[exp(v) for v in row] for row in moves]
        self._local = [[exp(v - max(row)) for v in row] for row in scores]
        self._forward, self._scales = self._sweep_forward()
        self._backward = self._sweep_backward()

    def probability(self, start: int, labels: Sequence[int]) -> float:
        """Of all paths, weighed, the share that has just these labels from `start` on."""
        first, end = labels[0], start + len(labels) - 1
        weight = 1.0
        if start:
            weight = sum(self._forward[start - 1][a] * self._moves[a][first] for a in _BEFORE[first])
        for i, label in enumerate(labels):
            weight *= self._local[start + i][label] / self._scales[start + i]
            if i:
                weight *= self._moves[labels[i - 1]][label]
        total = sum(f * b for f, b in zip(self._forward[end], self._backward[end], strict=True))
        return weight * self._backward[end][labels[-1]] / total

    def _sweep_forward(self) -> tuple[list[list[float]], list[float]]:
        row = [v if y in _STARTS else 0.0 for y, v in enumerate(self._local[0])]
        rows, scales = [], []
        for i, local in enumerate(self._local):
            if i:
                moves, before = self._moves, row
                row = [v * sum([before[a] * moves[a][y] for a in _BEFORE[y]]) for y, v in enumerate(local)]
            scale = sum(row)
            row = [v / scale for v in row]
            rows.append(row)
            scales.append(scale)
        return rows, scales

    def _sweep_backward(self) -> list[list[float]]:
        row = [1.0 if y in _STOPS else 0.0 for y in range(len(LABELS))]
        rows = [row]
        for local in reversed(self._local[1:]):
            ahead = [v * b for v, b in zip(local, row, strict=True)]
            row = [sum([move[b] * ahead[b] for b in after]) for move, after in zip(self._moves, _AFTER, strict=True)]
            scale = sum(row)
            row = [v / scale for v in row]
            rows.append(row)
        return rows[::-1]
