"""Training of the linear-chain CRF: AdaGrad, weights averaged over all steps (numpy, numba)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numba
import numpy as np

from quizgen.language.tagger.lattice import LABELS, follows

N = len(LABELS)
MAY_FOLLOW = np.array([[follows(a, b) for b in range(N)] for a in range(N)])
STARTS = np.array([label[0] in "OBS" for label in LABELS])
STOPS = np.array([label[0] in "OES" for label in LABELS])
Sentence = tuple[list[list[str]], list[int], float]
"""the features of each character, its label, and what the sentence counts"""


class Corpus:
    """Sentences as flat arrays: features of character t are `features[rows[t]:rows[t + 1]]`."""

    def __init__(self, sentences: Iterable[Sentence], vocabulary: Mapping[str, int]) -> None:
        features: list[int] = []
        rows, labels, bounds, weights = [0], [], [0], []
        for lines, gold, weight in sentences:
            for line in lines:
                features += [vocabulary[f] for f in set(line) if f in vocabulary]
                rows.append(len(features))
            labels += gold
            bounds.append(len(labels))
            weights.append(weight)
        self.features, self.labels = np.array(features, np.int32), np.array(labels, np.int32)
        self.rows, self.bounds = np.array(rows, np.int64), np.array(bounds, np.int64)
        self.weights = np.array(weights)


def train(corpus: Corpus, droppable: np.ndarray, epochs: int, seed: int, rate: float = 0.1) -> tuple[np.ndarray, ...]:
    """Averaged weights (feature, label) and moves (label, label).

    `droppable` features, the rare strings of characters, are left out at random while learning: else they learn each
    training sentence by heart, and what is known of words and of kinds of characters is never called upon.
    """
    size = (len(droppable), N)
    zeros = (np.zeros(size), np.zeros((N, N)))
    state = [*zeros, np.full(size, 0.1), np.full((N, N), 0.1), zeros[0].copy(), zeros[1].copy()]
    order, step = np.random.default_rng(seed), 0
    arrays = (corpus.features, corpus.rows, corpus.bounds, corpus.labels, corpus.weights)
    for epoch in range(epochs):
        shuffled = order.permutation(len(corpus.weights))
        step = _epoch(shuffled, *state, step, *arrays, droppable, MAY_FOLLOW, STARTS, STOPS, rate, seed + epoch)
    weights, moves, _, _, late_weights, late_moves = state
    return weights - late_weights / (step + 1), moves - late_moves / (step + 1)


@numba.njit(fastmath=True, cache=True)
def _epoch(
    order, W, T, GW, GT, AW, AT, step, features, rows, bounds, labels, weights, droppable, may, starts, stops, rate,
    seed,
):
    """One pass. W, T: weights and moves; GW, GT: sums of squared gradients; AW, AT: updates times their step."""
    np.random.seed(seed)
    for s in order:
        a, n = bounds[s], bounds[s + 1] - bounds[s]
        if n == 0:
            continue
        step += 1
        first = rows[a]
        kept = np.ones(rows[a + n] - first, numba.boolean)
        local = np.zeros((n, N))
        for t in range(n):
            for k in range(rows[a + t], rows[a + t + 1]):
                if droppable[features[k]] and np.random.random() < 0.2:
                    kept[k - first] = False
                else:
                    local[t] += W[features[k]]
            local[t] = np.exp(local[t] - local[t].max())
        move = np.exp(T) * may
        forward, backward = np.zeros((n, N)), np.zeros((n, N))
        for t in range(n):
            for y in range(N):
                total = 1.0 * starts[y] if t == 0 else (forward[t - 1] * move[:, y]).sum()
                forward[t, y] = total * local[t, y] * (stops[y] if t == n - 1 else 1)
            forward[t] /= forward[t].sum()
        for t in range(n - 1, -1, -1):
            for y in range(N):
                backward[t, y] = 1.0 * stops[y] if t == n - 1 else (move[y] * local[t + 1] * backward[t + 1]).sum()
            backward[t] /= backward[t].sum()
        slope = np.zeros((N, N))
        for t in range(n):
            gold = labels[a + t]
            error = forward[t] * backward[t]
            error *= weights[s] / error.sum()
            error[gold] -= weights[s]
            for k in range(rows[a + t], rows[a + t + 1]):
                if not kept[k - first]:
                    continue
                f = features[k]
                for y in range(N):
                    g = error[y] + 5e-4 * W[f, y]
                    if abs(g) > 1e-5:
                        GW[f, y] += g * g
                        change = -rate * g / np.sqrt(GW[f, y])
                        W[f, y] += change
                        AW[f, y] += change * step
            if t:
                pair = np.zeros((N, N))
                for x in range(N):
                    pair[x] = forward[t - 1, x] * move[x] * local[t] * backward[t]
                slope += pair * (weights[s] / pair.sum())
                slope[labels[a + t - 1], gold] -= weights[s]
        for x in range(N):
            for y in range(N):
                if may[x, y] and slope[x, y] != 0:
                    GT[x, y] += slope[x, y] ** 2
                    change = -rate * slope[x, y] / np.sqrt(GT[x, y])
                    T[x, y] += change
                    AT[x, y] += change * step
    return step
