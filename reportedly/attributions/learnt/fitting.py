"""Feature numbers with gold labels in, weights out: two linear models fitted step by step, the same on every run.

Steps are AdaGrad's (Duchi, Hazan and Singer, JMLR 2011): rare features keep large steps. Their size (``rate``) was set
on marked election articles that were held out: 0.1 cost one to two points of F1, 0.05 half a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.attributions.learnt.crf import Floats, allowed, expected
from reportedly.attributions.learnt.hashing import Numbers

BARRED = np.float32(-40.0)
"""The score of a step that no row of labels may take."""

_FLAT = 1e-6


class Steps:
    """A table of weights that learns from gradients of some of its rows."""

    def __init__(self, shape: tuple[int, ...], *, rate: float, decay: float) -> None:
        self.weights: Floats = np.zeros(shape, dtype=np.float32)
        self._squares: Floats = np.full(shape, _FLAT, dtype=np.float32)
        self._rate, self._decay = rate, decay

    def go(self, rows: Any, gradient: Floats, slow: float) -> None:
        """One step down the gradient of the rows."""
        gradient = gradient + self._decay * self.weights[rows]
        self._squares[rows] += gradient * gradient
        self.weights[rows] -= slow * self._rate * gradient / np.sqrt(self._squares[rows])


def frequent(features: Numbers, bits: int, least: int) -> NDArray[np.bool_]:
    """Which feature numbers stand at ``least`` times or more in the training set; the others are not learnt."""
    return np.bincount(features.ravel(), minlength=1 << bits) >= least


def fit_flags(
    features: Numbers, gold: NDArray[np.bool_], bits: int, *, rounds: int, seed: int, least: int = 3,
    rate: float = 0.03, decay: float = 1e-6, size: int = 2048,
) -> Iterator[tuple[Floats, float]]:  # fmt: skip
    """Weights by which a row's sum is above 0 where the flag is set, and the bias, after every round."""
    kept = frequent(features, bits, least)
    table, bias = Steps((1 << bits,), rate=rate, decay=decay), Steps((1,), rate=rate, decay=0.0)
    chance = np.random.Generator(np.random.PCG64(seed))
    first = np.array([0])
    for turn in range(rounds):
        slow = 1.0 - turn / rounds
        order = chance.permutation(len(features))
        for start in range(0, len(order), size):
            batch = order[start : start + size]
            ids = features[batch]
            score = table.weights[ids].sum(axis=1) + bias.weights[0]
            error = (1.0 / (1.0 + np.exp(-score)) - gold[batch]).astype(np.float32)
            rows, sums = _collected(ids, error[:, None], kept)
            table.go(rows, sums[:, 0], slow)
            bias.go(first, error.sum(keepdims=True), slow)
        yield table.weights, float(bias.weights[0])


def _collected(ids: Numbers, errors: Floats, kept: NDArray[np.bool_]) -> tuple[NDArray[Any], Floats]:
    """The feature numbers of a batch, each once, and the sums of the errors of the rows that they stand in."""
    rows, inverse = np.unique(ids, return_inverse=True)
    flat = inverse.ravel()
    wide = ids.shape[1]
    sums = np.stack(
        [np.bincount(flat, weights=np.repeat(errors[:, k], wide), minlength=len(rows)) for k in range(errors.shape[1])],
        axis=1,
    ).astype(np.float32)
    known = kept[rows]
    return rows[known], sums[known]


def fit_rows(
    features: Numbers, gold: NDArray[np.int8], kinds: NDArray[np.int8], sizes: Sequence[int], bits: int,
    labels: Sequence[str], *, rounds: int, seed: int, count: int, least: int = 3, rate: float = 0.03,
    decay: float = 1e-6, size: int = 96,
) -> Iterator[tuple[Floats, Floats, Floats]]:  # fmt: skip
    """Weights of labels, steps between labels by kind of token, and start scores, after every round.

    ``sizes`` are the lengths of the sentences whose tokens stand one after another; ``count`` is the number of kinds.
    """
    wide = len(labels)
    kept = frequent(features, bits, least)
    table = Steps((1 << bits, wide), rate=rate, decay=decay)
    moves = Steps((count, wide, wide), rate=rate, decay=decay)
    starts = Steps((wide,), rate=rate, decay=decay)
    chance = np.random.Generator(np.random.PCG64(seed))
    lengths = np.array(sizes, dtype=np.int64)
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    barred = np.where(allowed(labels), np.float32(0), BARRED)
    for turn in range(rounds):
        slow = 1.0 - turn / rounds
        for batch in _batches(lengths, chance, size):
            rows = np.concatenate([np.arange(offsets[b], offsets[b] + lengths[b]) for b in batch])
            here = lengths[batch]
            spot = (np.repeat(np.arange(len(batch)), here), _places(here))
            ids = features[rows]
            scores = np.zeros((len(batch), int(here.max()), wide), dtype=np.float32)
            scores[spot] = table.weights[ids].sum(axis=1)
            steps = np.zeros((*scores.shape, wide), dtype=np.float32)
            steps[spot] = moves.weights[kinds[rows]] + barred[:-1]
            single, double, _ = expected(scores, steps, starts.weights + barred[-1], here)
            goal = gold[rows].astype(np.int64)
            errors = single[spot]
            errors[np.arange(len(rows)), goal] -= 1.0
            found, sums = _collected(ids, errors, kept)
            table.go(found, sums, slow)
            later = spot[1] > 0
            _step(moves, double[spot], kinds[rows], goal, later, slow)
            opening = errors[~later].sum(axis=0)
            starts.go(np.arange(wide), opening.astype(np.float32), slow)
        yield table.weights, moves.weights, starts.weights


def _step(
    moves: Steps,
    double: Floats,
    kinds: NDArray[np.int8],
    goal: NDArray[np.int64],
    later: NDArray[np.bool_],
    slow: float,
) -> None:
    gradient = np.zeros_like(moves.weights)
    np.add.at(gradient, kinds[later], double[later])
    origin = np.concatenate([[0], goal[:-1]])
    np.add.at(gradient, (kinds[later], origin[later], goal[later]), np.float32(-1.0))
    moves.go(np.arange(len(gradient)), gradient, slow)


def _places(lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([np.arange(n) for n in lengths])


def _batches(lengths: NDArray[np.int64], chance: np.random.Generator, size: int) -> Iterator[NDArray[np.int64]]:
    """Sentences of like length together, in an order drawn anew."""
    order = chance.permutation(len(lengths))
    order = order[np.argsort(lengths[order] // 4, kind="stable")]
    groups = [order[n : n + size] for n in range(0, len(order), size)]
    for n in chance.permutation(len(groups)):
        yield groups[n]
