"""The chain of labels against all rows of labels written out."""

from __future__ import annotations

from itertools import product

import numpy as np

from reportedly.attributions.learnt.crf import allowed, best, expected

LABELS = ("O", "B-a", "I-a")
CHANCE = np.random.Generator(np.random.PCG64(7))


def _scores(length: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    scores = CHANCE.normal(size=(length, 3)).astype(np.float32)
    steps = CHANCE.normal(size=(length, 3, 3)).astype(np.float32)
    return scores, steps, CHANCE.normal(size=3).astype(np.float32)


def _sum(row: tuple[int, ...], scores: np.ndarray, steps: np.ndarray, start: np.ndarray) -> float:
    moves = sum(float(steps[n, row[n - 1], row[n]]) for n in range(1, len(row)))
    return float(start[row[0]]) + moves + sum(float(scores[n, label]) for n, label in enumerate(row))


def test_the_best_row_is_the_best_of_all() -> None:
    for length in (1, 2, 4):
        given = _scores(length)
        rows = product(range(3), repeat=length)
        assert tuple(best(*given)) == max(rows, key=lambda row: _sum(row, *given))


def test_the_chances_are_those_of_all_rows() -> None:
    scores, steps, start = _scores(4)
    padded = (scores[None].repeat(2, axis=0), steps[None].repeat(2, axis=0), start)
    single, double, total = expected(*padded, np.array([4, 3]))
    for line, length in ((0, 4), (1, 3)):
        rows = list(product(range(3), repeat=length))
        weights = np.exp([_sum(r, scores[:length], steps[:length], start) for r in rows])
        assert np.isclose(total[line], np.log(weights.sum()), atol=1e-4)
        for n, label in product(range(length), range(3)):
            share = sum(w for r, w in zip(rows, weights, strict=True) if r[n] == label) / weights.sum()
            assert np.isclose(single[line, n, label], share, atol=1e-4)
        assert np.isclose(double[line].sum(), length - 1, atol=1e-3)


def test_an_inside_follows_its_own() -> None:
    assert allowed(LABELS).tolist() == [
        [True, True, False],
        [True, True, True],
        [True, True, True],
        [True, True, False],
    ]
