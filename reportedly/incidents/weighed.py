"""Reports in, what their words are worth and a sample of their runs out: counted one by one, in other processes where
there are any."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

import numpy as np

from reportedly.incidents.copies import Samples, runs_of
from reportedly.incidents.counting import (
    LinesOf,
    Tally,
    WordCounts,
    WordsOf,
    body_of,
    codes_of,
    furniture_of,
    lines_of,
    whole_of,
    words_of,
)
from reportedly.incidents.kept import Weights
from reportedly.incidents.source import Source, Spread, Told
from reportedly.incidents.wording import Wording, wording_of


class Counted(NamedTuple):
    """What was counted of one report, and its runs of five words, hashed."""

    report: str
    words: WordsOf
    runs: bytes


@dataclass(frozen=True, slots=True)
class Lining:
    """The work of looking which lines reports hold."""

    def __call__(self) -> Callable[[Told], list[LinesOf]]:
        def line(told: Told) -> list[LinesOf]:
            return [lines_of(report) for report in told.open().reports.values()]

        return line


@dataclass(frozen=True, slots=True)
class Counting:
    """The work of counting reports without the furniture."""

    furniture: frozenset[int]

    def __call__(self) -> Callable[[Told], list[Counted]]:
        tally = Tally()

        def count(told: Told) -> list[Counted]:
            counted = []
            for report in told.open().reports.values():
                body = body_of(report, self.furniture)
                read = tally.read(body)
                words = words_of(report, whole_of(report, body), [*tally.read(report.title or ""), *read])
                counted.append(Counted(report.id, words, runs_of(codes_of(body, read)).tobytes()))
            return counted

        return count


def weighed(source: Source, samples: Samples, weights: Weights | None, spread: Spread) -> Wording:
    """What the words are worth, and the runs sampled on the way. ``weights`` are those of an earlier link, used
    instead of new ones."""
    if weights is not None:
        for report in source.reports():
            samples.take(report, weights.wording.body(report))
        return weights.wording
    furniture = furniture_of(chain.from_iterable(spread(Lining(), source.reported())))
    counts = WordCounts()
    for some in spread(Counting(furniture), source.reported()):
        for one in some:
            counts.take(one.words)
            samples.keep(one.report, one.words.day, np.frombuffer(one.runs, dtype=np.uint64))
    return wording_of(counts, furniture)
