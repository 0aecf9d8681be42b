"""Scores of labels in, the best row of labels or the gradient of a gold row out: a linear chain (Lafferty et al. 2001).

Rows of several sentences are padded to one length and worked on together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def allowed(labels: Sequence[str]) -> NDArray[np.bool_]:
    """Which label may follow which: an inside follows its own beginning or inside. The last row is the start."""
    size = len(labels)
    table = np.ones((size + 1, size), dtype=bool)
    for to, label in enumerate(labels):
        if label.startswith("I-"):
            for origin in range(size + 1):
                before = labels[origin] if origin < size else ""
                table[origin, to] = before[2:] == label[2:] and before != ""
    return table


def best(scores: Floats, steps: Floats, start: Floats) -> list[int]:
    """The labels of one sentence with the highest sum. ``steps`` is (tokens, labels, labels): from before to here."""
    size = len(scores)
    back = np.zeros(scores.shape, dtype=np.int64)
    here = scores[0] + start
    for n in range(1, size):
        whole = here[:, None] + steps[n]
        back[n] = whole.argmax(axis=0)
        here = whole.max(axis=0) + scores[n]
    found = [int(here.argmax())]
    for n in range(size - 1, 0, -1):
        found.append(int(back[n][found[-1]]))
    return found[::-1]


def _logsum(values: Any, axis: int) -> Any:
    top = values.max(axis=axis, keepdims=True)
    return np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis)


def expected(scores: Floats, steps: Floats, start: Floats, sizes: NDArray[np.int64]) -> tuple[Floats, Floats, Floats]:
    """For padded sentences (count, length, labels): the chance of every label, of every step, and the log of the sum.

    ``steps`` is (count, length, labels, labels); the first one of a sentence is not used.
    """
    length = scores.shape[1]
    forward = np.empty_like(scores)
    backward = np.zeros_like(scores)
    forward[:, 0] = scores[:, 0] + start
    live = np.arange(length)[None, :] < sizes[:, None]
    for n in range(1, length):
        after = _logsum(forward[:, n - 1, :, None] + steps[:, n], 1) + scores[:, n]
        forward[:, n] = np.where(live[:, n, None], after, forward[:, n - 1])
    for n in range(length - 2, -1, -1):
        before = _logsum(steps[:, n + 1] + (scores[:, n + 1] + backward[:, n + 1])[:, None, :], 2)
        backward[:, n] = np.where(live[:, n + 1, None], before, 0.0)
    total = _logsum(forward[:, -1], 1)
    single = np.exp(forward + backward - total[:, None, None]) * live[:, :, None]
    double = np.zeros_like(steps)
    inner = forward[:, :-1, :, None] + steps[:, 1:] + (scores[:, 1:] + backward[:, 1:])[:, :, None, :]
    double[:, 1:] = np.exp(inner - total[:, None, None, None]) * live[:, 1:, None, None]
    return single, double, total
