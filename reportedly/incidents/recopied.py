"""Reports that were added or read again in, the copies that this adds and takes away out.

Only pairs change that hold one of these reports, or that stand near one in the crowd of reports under one hash.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from itertools import chain, compress
from typing import NamedTuple

import numpy as np

from reportedly.incidents.copies import CROWD, SHARED, Hashes, crowd, often, shared, without, word_runs
from reportedly.incidents.kept import Book, Kept
from reportedly.model.incident import Copy

Pair = tuple[str, str]


class Recopied(NamedTuple):
    """Copies that are no more, or no more as they were, and those that are new."""

    gone: tuple[Copy, ...]
    new: tuple[Copy, ...]


def recopied(kept: Kept, runs: Mapping[str, Hashes], body: Callable[[str], str]) -> Recopied:
    """What changes in the copies. ``runs`` are the kept hashes of the reports that changed, as they are now."""
    under = _Under(kept, runs)
    pairs = under.pairs()
    names = {name for pair in pairs for name in pair}
    hashes = {name: one.runs for name, one in kept.reports(names).items()} | dict(runs)
    before = {
        (copy.left, copy.right): copy
        for copy in kept.copies({*names, *runs})
        if (copy.left, copy.right) in pairs or copy.left in runs or copy.right in runs
    }
    times = under.times(pairs, hashes)
    whole = lru_cache(512)(lambda name: word_runs(body(name)))
    now: dict[Pair, Copy] = {}
    met = sorted(pairs)
    fewest = np.array([min(len(hashes[left]), len(hashes[right])) for left, right in met], dtype=np.int64)
    enough = often(np.array([times[pair] for pair in met], dtype=np.int64), fewest)
    for left, right in compress(met, enough.tolist()):
        share = shared(whole, left, right, (hashes[left], hashes[right]), kept.weights.furniture)
        if share >= SHARED:
            now[left, right] = Copy(left=left, right=right, containment=round(share, 3))
    return Recopied(
        gone=tuple(before[pair] for pair in sorted(before) if now.get(pair) != before[pair]),
        new=tuple(now[pair] for pair in sorted(now) if before.get(pair) != now[pair]),
    )


class _Under:
    """Which reports hold a hash, before and after the change, by their ids."""

    def __init__(self, kept: Kept, runs: Mapping[str, Hashes]) -> None:
        self._kept, self._runs = kept, runs
        old = {name: one.runs for name, one in kept.reports(runs).items()}
        self._before: dict[int, set[str]] = {}
        self._now: dict[int, set[str]] = {}
        self._look(_numbers(chain(old.values(), runs.values()), kept.weights.furniture))

    def pairs(self) -> set[Pair]:
        """The pairs of reports whose meetings may have changed."""
        found: set[Pair] = set()
        for number, now in self._now.items():
            before = self._before[number]
            if max(len(now), len(before)) > CROWD:
                found |= crowd(sorted(now)) ^ crowd(sorted(before))
            found |= {_pair(a, b) for a in now & self._runs.keys() for b in now if a != b}
        return found

    def times(self, pairs: Iterable[Pair], hashes: Mapping[str, Hashes]) -> Mapping[Pair, int]:
        """Under how many hashes each of the pairs meets now."""
        common = {
            (left, right): _numbers([np.intersect1d(hashes[left], hashes[right])], self._kept.weights.furniture)
            for left, right in pairs
        }
        self._look({number for found in common.values() for number in found} - self._now.keys())
        crowds = {n: crowd(sorted(names)) for n, names in self._now.items() if len(names) > CROWD}
        return Counter(
            {pair: sum(n not in crowds or pair in crowds[n] for n in found) for pair, found in common.items()}
        )

    def _look(self, numbers: Iterable[int]) -> None:
        found = {number: values for number, (values, _) in self._kept.under(Book.RUNS, numbers).items()}
        called = {n: one.id for n, one in self._kept.numbered({n for held in found.values() for n in held}).items()}
        has = {name: set(runs.view(np.int64).tolist()) for name, runs in self._runs.items()}
        for number in numbers:
            before = {called[n] for n in found.get(number, ())}
            self._before[number] = before
            now = before - self._runs.keys() | {name for name in has if number in has[name]}
            self._now[number] = now


def _numbers(rows: Iterable[Hashes], furniture: Hashes) -> set[int]:
    """Hashes that are no furniture, as the numbers that books are kept by."""
    return {number for row in rows for number in without(row, furniture).view(np.int64).tolist()}


def _pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)
