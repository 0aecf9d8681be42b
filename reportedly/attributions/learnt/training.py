"""Lessons and a seed in, weights out: the same weights for the same lessons, vocabulary and seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import numpy as np

from reportedly.attributions.learnt import arguments, cues
from reportedly.attributions.learnt.crf import Floats
from reportedly.attributions.learnt.examples import Examples, Lesson, examples
from reportedly.attributions.learnt.fitting import fit_flags, fit_rows
from reportedly.attributions.learnt.kinds import COUNT
from reportedly.attributions.learnt.weights import Weights, rounded
from reportedly.errors import InputError
from reportedly.lexicon.saying import Sayings

ROUNDS = 4
"""Times that every example is seen. On a fifth of the marked election articles that was held out, more made no
difference and fewer cost half a point."""

LEAST_SCORE = -0.5
"""The score (log-odds) from which a word is taken for a cue: the F1 of relations was best there on the same fifth."""

T = TypeVar("T")
Watch = Callable[[str], None]


def train(
    lessons: Sequence[Lesson], sayings: Sayings, *, seed: int = 1, statement: str = "", watch: Watch = lambda _: None
) -> Weights:
    """Weights fitted to what people marked. Raises InputError where nothing is marked."""
    rows = examples(lessons, sayings)
    if rows is None:
        raise InputError(
            "there is no marked attribution in these reports to learn from",
            mend="give reports and gold with the same ids, with offsets into the reports' own text",
            code="nothing-to-learn",
        )
    watch(f"{int(rows.is_cue.sum())} cues among {len(rows.is_cue)} words, {len(rows.labels)} labels")
    flags, bias = _cues(rows, seed, watch)
    labels, moves, starts = _arguments(rows, seed, watch)
    return Weights(
        lemmas=rows.lemmas,
        cues=rounded(flags),
        labels=rounded(labels),
        moves=rounded(moves),
        starts=rounded(starts),
        scalars=rounded(np.array([bias, LEAST_SCORE])),
        statement=statement,
    )


def _cues(rows: Examples, seed: int, watch: Watch) -> tuple[Floats, float]:
    rounds = fit_flags(rows.cues, rows.is_cue, cues.BITS, rounds=ROUNDS, seed=seed)
    return _last(rounds, "cues", watch)


def _arguments(rows: Examples, seed: int, watch: Watch) -> tuple[Floats, Floats, Floats]:
    rounds = fit_rows(
        rows.arguments, rows.labels, rows.kinds, rows.sizes, arguments.BITS, arguments.LABELS,
        rounds=ROUNDS, seed=seed, count=COUNT,
    )  # fmt: skip
    return _last(rounds, "sources and contents", watch)


def _last(rounds: Iterator[T], what: str, watch: Watch) -> T:
    """What was fitted after the last round."""
    fitted = next(rounds)
    for turn, later in enumerate(rounds, start=2):
        watch(f"{what}: round {turn} of {ROUNDS}")
        fitted = later
    return fitted
