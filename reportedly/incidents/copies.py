"""Report texts in, pairs of reports that share text out: exact and near copies, and stories that hold another's
paragraphs.

Every run of five words is hashed; one hash in four is kept (the same quarter in every report, so that the share kept
in common estimates the share in common). Reports that meet under several kept hashes are then compared on all of
theirs. Runs that stand in many reports over many days are boilerplate and count for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from reportedly.incidents.counting import codes, printed
from reportedly.incidents.distinct import distinct
from reportedly.incidents.wording import Wording
from reportedly.model.incident import Copy
from reportedly.model.text import Report

Hashes = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int64]
Name = TypeVar("Name")

RUN = 5
"""Words in a run. Five rarely meet by chance and survive small edits."""

COPIED = 0.5
"""Share of the shorter report's runs from which the two count as copies."""

SHARED = 0.12
"""Share of the shorter report's runs from which a pair is remembered at all (shared paragraphs)."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_MIXER = np.uint64(0xBF58476D1CE4E5B9)
_ONE_IN = 4
_MEETINGS = 2  # kept hashes in common before two reports are compared in full
CROWD = 40
"""Reports under one hash that all meet; beyond, each meets its neighbours and the first only."""
_NEIGHBOURS = 6
_FEWEST_RUNS = 8  # a shorter text is no story
_MOSTLY = 0.5  # share of a text's kept runs that must be its own for all its runs to be compared
_REPEATED_IN = 5  # reports, over …
_REPEATED_OVER = 10  # … days: boilerplate
_HALF, _LOWER = 32, 0xFFFFFFFF  # a pair of numbers as one
_ROOM = 16_000_000  # hashes that are kept beside the quarter: 128 MB
_AT_HAND = 512  # reports whose runs are kept while pairs are compared


def find_copies(
    reports: Iterable[Report], wording: Wording, fetch: Callable[[str], Report] | None = None
) -> tuple[Copy, ...]:
    """Pairs of reports that share at least ``SHARED`` of the shorter one's runs, sorted by their ids.

    The reports are gone through once. ``fetch`` gives one again by its id when a pair is compared in full; without it
    they are all kept at hand.
    """
    if fetch is None:
        held = {report.id: report for report in reports}
        reports, fetch = (held[name] for name in sorted(held)), held.__getitem__
    samples = Samples()
    for report in reports:
        samples.take(report, wording.body(report))
    return samples.copies(lambda name: wording.body(fetch(name)))


class Samples:
    """A quarter of the hashes of each report, and all of them of as many reports as there is room for."""

    def __init__(self, furniture: Hashes | None = None) -> None:
        """``furniture`` are the runs that are known to be the outlets' own; without it they are found anew."""
        self.furniture = furniture
        self._kept: dict[str, tuple[int, Hashes]] = {}
        self._whole: dict[str, Hashes] = {}
        self._room = _ROOM

    def take(self, report: Report, body: str) -> None:
        """Remember a report by its text without furniture."""
        self.keep(report.id, printed(report), word_runs(body))

    def keep(self, report: str, day: int, runs: Hashes) -> None:
        """Remember a report by its id, the day of its print and its runs."""
        self._kept[report] = (day, sample(runs))
        if len(runs) <= self._room:
            self._whole[report] = runs
            self._room -= len(runs)

    def copies(self, body: Callable[[str], str]) -> tuple[Copy, ...]:
        """The copies among the reports taken. ``body`` gives the text of one again by its id."""
        names = sorted(self._kept)
        kept = [self._kept[name][1] for name in names]
        days = np.array([self._kept[name][0] for name in names], dtype=np.int64)
        holders = _Holders.of(kept, days, self.furniture)
        self.furniture = holders.furniture
        again = lru_cache(_AT_HAND)(lambda name: word_runs(body(name)))

        def runs(number: int) -> Hashes:
            whole = self._whole.get(names[number])
            return again(names[number]) if whole is None else whole

        found = []
        for left, right in _meetings(holders, kept):
            share = shared(runs, left, right, (kept[left], kept[right]), holders.furniture)
            if share >= SHARED:
                found.append(Copy(left=names[left], right=names[right], containment=round(share, 3)))
        return tuple(found)

    def kept(self) -> Iterator[tuple[str, Hashes]]:
        """The kept hashes of each report, by its id."""
        return ((name, self._kept[name][1]) for name in sorted(self._kept))


def word_runs(text: str) -> Hashes:
    """The distinct hashed runs of five words of a text, sorted."""
    return runs_of(codes(text))


def runs_of(codes: Sequence[int]) -> Hashes:
    """The same of a text whose words are given as codes."""
    words = np.array(codes, dtype=np.uint64)
    if len(words) < RUN:
        return np.empty(0, dtype=np.uint64)
    size = len(words) - RUN + 1
    hashes = np.zeros(size, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(RUN):
            hashes = (hashes ^ words[offset : offset + size]) * _MULTIPLIER
            hashes ^= hashes >> np.uint64(29)
        hashes *= _MIXER
    return distinct(hashes ^ (hashes >> np.uint64(32)))


def containment(left: Hashes, right: Hashes) -> float:
    """The share of the shorter text's runs that the longer one has."""
    fewest = min(len(left), len(right))
    if fewest < _FEWEST_RUNS:
        return 0.0
    return len(np.intersect1d(left, right, assume_unique=True)) / fewest


def sample(hashes: Hashes) -> Hashes:
    """The quarter of the hashes that is kept."""
    kept: Hashes = hashes[hashes % np.uint64(_ONE_IN) == 0]
    return kept


class _Holders(NamedTuple):
    """Which reports hold which kept hash: rows of ``owner``, one from each of ``starts``, as long as ``sizes``; hashes
    that one report holds are left out, and so is ``furniture``: what stands in five reports over more than ten days."""

    owner: Numbers
    starts: Numbers
    sizes: Numbers
    furniture: Hashes

    @classmethod
    def of(cls, kept: Sequence[Hashes], days: Numbers, furniture: Hashes | None = None) -> _Holders:
        none = np.empty(0, dtype=np.int64)
        flat = np.concatenate(kept) if kept else np.empty(0, dtype=np.uint64)
        if not len(flat):
            return cls(none, none, none, flat if furniture is None else furniture)
        owner = np.repeat(np.arange(len(kept)), [len(hashes) for hashes in kept])
        order = np.argsort(flat, kind="stable")
        flat, owner = flat[order], owner[order]
        starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]])
        sizes = np.diff(np.r_[starts, len(flat)])
        if furniture is not None:
            wanted = (sizes > 1) & ~np.isin(flat[starts], furniture)
            return cls(owner, starts[wanted], sizes[wanted], furniture)
        dated = days[owner]
        first = np.minimum.reduceat(np.where(dated > 0, dated, np.iinfo(np.int64).max), starts)
        last = np.maximum.reduceat(dated, starts)
        repeated = (sizes >= _REPEATED_IN) & (last > 0) & (last - np.minimum(first, last) > _REPEATED_OVER)
        wanted = (sizes > 1) & ~repeated
        return cls(owner, starts[wanted], sizes[wanted], flat[starts[repeated]])


def _meetings(holders: _Holders, kept: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of reports that meet under at least two kept hashes (or all, where one has fewer), sorted."""
    pairs = [_all_pairs(holders, int(size)) for size in np.unique(holders.sizes) if size <= CROWD]
    pairs += [_neighbours(holders, row) for row in np.flatnonzero(holders.sizes > CROWD).tolist()]
    if not pairs:
        return
    codes, times = np.unique(np.concatenate(pairs), return_counts=True)
    left, right = codes >> _HALF, codes & _LOWER
    sizes = np.array([len(own) for own in kept], dtype=np.int64)
    wanted = often(times, np.minimum(sizes[left], sizes[right]))
    yield from zip(left[wanted].tolist(), right[wanted].tolist(), strict=True)


def often(times: Numbers, fewest: Numbers) -> npt.NDArray[np.bool_]:
    """For many pairs of reports whether they meet under so many kept hashes, of the ``fewest`` that one of the two has,
    that they are compared in full."""
    return (times > 0) & (times >= np.minimum(_MEETINGS, fewest)) & (times >= 0.5 * SHARED * fewest)


def crowd(names: Sequence[str]) -> set[tuple[str, str]]:
    """The pairs of reports that meet under one hash, of all that hold it; names sorted."""
    if len(names) <= CROWD:
        return set(combinations(names, 2))
    near = {pair for step in range(1, _NEIGHBOURS + 1) for pair in zip(names, names[step:], strict=False)}
    return near | {(names[0], name) for name in names[1:]}


def _all_pairs(holders: _Holders, size: int) -> Numbers:
    """Every two reports that share a hash, for the hashes that so many hold."""
    rows = holders.owner[holders.starts[holders.sizes == size][:, None] + np.arange(size)]
    left, right = np.triu_indices(size, 1)
    return _coded(rows[:, left].ravel(), rows[:, right].ravel())


def _neighbours(holders: _Holders, row: int) -> Numbers:
    """Of a crowd under one hash, each report with the few that follow it and with the first."""
    crowd = holders.owner[holders.starts[row] : holders.starts[row] + holders.sizes[row]]
    near = [_coded(crowd[:-step], crowd[step:]) for step in range(1, _NEIGHBOURS + 1)]
    far = crowd[_NEIGHBOURS + 1 :]
    return np.concatenate([*near, _coded(np.full(len(far), crowd[0]), far)])


def _coded(left: Numbers, right: Numbers) -> Numbers:
    return (left.astype(np.int64) << _HALF) | right


def shared(
    runs: Callable[[Name], Hashes], left: Name, right: Name, kept: tuple[Hashes, Hashes], furniture: Hashes
) -> float:
    """The share of runs in common without the furniture. Only the kept quarter of the furniture is known, so texts
    that hold much of it are compared on their kept runs alone."""
    ours, theirs = without(kept[0], furniture), without(kept[1], furniture)
    if len(ours) >= _MOSTLY * len(kept[0]) and len(theirs) >= _MOSTLY * len(kept[1]):
        return containment(without(runs(left), furniture), without(runs(right), furniture))
    return containment(ours, theirs)


def without(hashes: Hashes, furniture: Hashes) -> Hashes:
    """The hashes that are no furniture; both are sorted."""
    if not len(furniture):
        return hashes
    place = np.minimum(np.searchsorted(furniture, hashes), len(furniture) - 1)
    left_over: Hashes = hashes[furniture[place] != hashes]
    return left_over
