"""Report texts in, pairs of reports that share text out: exact and near copies, and stories that hold another's
paragraphs.

Every run of five words is hashed; one hash in four is kept (the same quarter in every report, so that the share kept
in common estimates the share in common). Reports that meet under several kept hashes are then compared on all of
theirs. Runs that stand in many reports over many days are boilerplate and count for nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from reportedly.incidents.wording import Wording, codes
from reportedly.model.incident import Copy
from reportedly.model.text import Report

Hashes = npt.NDArray[np.uint64]

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
_CROWD = 40  # reports under one hash: beyond, each is paired with its neighbours and the first only
_NEIGHBOURS = 6
_FEWEST_RUNS = 8  # a shorter text is no story
_MOSTLY = 0.5  # share of a text's kept runs that must be its own for all its runs to be compared
_REPEATED_IN = 5  # reports, over …
_REPEATED_OVER = 10  # … days: boilerplate


def find_copies(reports: Sequence[Report], wording: Wording) -> tuple[Copy, ...]:
    """Pairs of reports that share at least ``SHARED`` of the shorter one's runs, sorted by their ids."""
    ordered = sorted(reports, key=lambda report: report.id)
    runs = [word_runs(wording.body(report)) for report in ordered]
    days = [report.published.day.toordinal() if report.published else None for report in ordered]
    kept = [_sample(hashes) for hashes in runs]
    holders = _holders(kept)
    furniture = _repeated(holders, days)
    found = []
    for left, right in sorted(_meetings(holders, furniture, kept)):
        share = _share(left, right, runs, kept, furniture)
        if share >= SHARED:
            found.append(Copy(left=ordered[left].id, right=ordered[right].id, containment=round(share, 3)))
    return tuple(found)


def word_runs(text: str) -> Hashes:
    """The distinct hashed runs of five words of a text, sorted."""
    words = np.array(codes(text), dtype=np.uint64)
    if len(words) < RUN:
        return np.empty(0, dtype=np.uint64)
    size = len(words) - RUN + 1
    hashes = np.zeros(size, dtype=np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(RUN):
            hashes = (hashes ^ words[offset : offset + size]) * _MULTIPLIER
            hashes ^= hashes >> np.uint64(29)
        hashes *= _MIXER
    return np.unique(hashes ^ (hashes >> np.uint64(32)))


def containment(left: Hashes, right: Hashes) -> float:
    """The share of the shorter text's runs that the longer one has."""
    fewest = min(len(left), len(right))
    if fewest < _FEWEST_RUNS:
        return 0.0
    return len(np.intersect1d(left, right, assume_unique=True)) / fewest


def _sample(hashes: Hashes) -> Hashes:
    kept: Hashes = hashes[hashes % np.uint64(_ONE_IN) == 0]
    return kept


def _holders(kept: Sequence[Hashes]) -> Mapping[int, Sequence[int]]:
    """For each kept hash that stands in two reports or more, the numbers of those reports."""
    if not kept:
        return {}
    flat = np.concatenate(kept)
    owner = np.repeat(np.arange(len(kept)), [len(hashes) for hashes in kept])
    order = np.argsort(flat, kind="stable")
    flat, owner = flat[order], owner[order]
    starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]])
    sizes = np.diff(np.r_[starts, len(flat)])
    shared = np.flatnonzero(sizes > 1)
    return {int(flat[starts[i]]): owner[starts[i] : starts[i] + sizes[i]].tolist() for i in shared}


def _repeated(holders: Mapping[int, Sequence[int]], days: Sequence[int | None]) -> Hashes:
    """The hashes that stand in three reports or more over more than ten days: furniture, not story."""
    found = []
    for code, reports in holders.items():
        if len(reports) < _REPEATED_IN:
            continue
        known = [day for day in (days[report] for report in reports) if day is not None]
        if known and max(known) - min(known) > _REPEATED_OVER:
            found.append(code)
    return np.array(sorted(found), dtype=np.uint64)


def _meetings(
    holders: Mapping[int, Sequence[int]], furniture: Hashes, kept: Sequence[Hashes]
) -> Iterable[tuple[int, int]]:
    """Pairs of reports that meet under at least two kept hashes (or all, where one has fewer)."""
    skip = set(furniture.tolist())
    times: dict[tuple[int, int], int] = defaultdict(int)
    for code, reports in holders.items():
        if code in skip:
            continue
        for pair in _pairs(reports):
            times[pair] += 1
    return [
        (left, right)
        for (left, right), n in times.items()
        if n >= min(_MEETINGS, len(kept[left]), len(kept[right]))
        and n >= 0.5 * SHARED * min(len(kept[left]), len(kept[right]))
    ]


def _pairs(reports: Sequence[int]) -> Iterable[tuple[int, int]]:
    if len(reports) <= _CROWD:
        for place, left in enumerate(reports):
            for right in reports[place + 1 :]:
                yield left, right
        return
    for place, left in enumerate(reports):
        for right in reports[place + 1 : place + 1 + _NEIGHBOURS]:
            yield left, right
        if place > _NEIGHBOURS:
            yield reports[0], left


def _share(left: int, right: int, runs: Sequence[Hashes], kept: Sequence[Hashes], furniture: Hashes) -> float:
    """The share of runs in common without the furniture. Only the kept quarter of the furniture is known, so texts
    that hold much of it are compared on their kept runs alone."""
    ours, theirs = _without(kept[left], furniture), _without(kept[right], furniture)
    if len(ours) >= _MOSTLY * len(kept[left]) and len(theirs) >= _MOSTLY * len(kept[right]):
        return containment(_without(runs[left], furniture), _without(runs[right], furniture))
    return containment(ours, theirs)


def _without(hashes: Hashes, furniture: Hashes) -> Hashes:
    left_over: Hashes = np.setdiff1d(hashes, furniture, assume_unique=True)
    return left_over
