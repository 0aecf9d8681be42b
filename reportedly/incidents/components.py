"""Scored pairs in, components out: the strands that a score above zero, or a person, ties directly or through others.

Two groups are joined only where their pairs speak for it on average, so some pair must score above zero: whatever
becomes one incident lies within one component, and each component can be grouped on its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.incidents.candidates import Numbers
from reportedly.incidents.grouping import Pair

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Edges:
    """Pairs of numbers, smaller first, in their order, with their scores."""

    left: Numbers
    right: Numbers
    scores: Scores


class Components:
    """The numbers ``0..size-1`` in components, each sorted, in the order of their first members."""

    def __init__(self, size: int, edges: Edges, bound: Iterable[Pair]) -> None:
        self.home = _homes(size, edges, bound)
        self.members: Sequence[Sequence[int]] = _members(self.home)
        inside = self.home[edges.left] == self.home[edges.right]
        self._left, self._right, self._scores = edges.left[inside], edges.right[inside], edges.scores[inside]
        owner = self.home[self._left]
        self._order = np.argsort(owner, kind="stable")
        self._starts = np.searchsorted(owner[self._order], np.arange(len(self.members) + 1))

    def scores(self, number: int) -> Mapping[Pair, float]:
        """The scored pairs inside a component, by their members' places in it."""
        rows = self._order[self._starts[number] : self._starts[number + 1]]
        members = np.array(self.members[number], dtype=np.int64)
        left = np.searchsorted(members, self._left[rows]).tolist()
        right = np.searchsorted(members, self._right[rows]).tolist()
        return dict(zip(zip(left, right, strict=True), self._scores[rows].tolist(), strict=True))

    def pairs(self, bound: Iterable[Pair]) -> Mapping[int, Sequence[Pair]]:
        """Pairs that people decided on, by component, by their members' places in it."""
        found: dict[int, list[Pair]] = {}
        for a, b in bound:
            number = int(self.home[a])
            place = {item: n for n, item in enumerate(self.members[number])}
            found.setdefault(number, []).append((place[a], place[b]))
        return found


def _homes(size: int, edges: Edges, bound: Iterable[Pair]) -> Numbers:
    """For each number its component."""
    first = list(range(size))

    def find(item: int) -> int:
        while first[item] != item:
            first[item] = first[first[item]]
            item = first[item]
        return item

    tied = edges.scores > 0
    for a, b in (*zip(edges.left[tied].tolist(), edges.right[tied].tolist(), strict=True), *bound):
        one, other = find(a), find(b)
        if one != other:
            first[max(one, other)] = min(one, other)
    roots = np.array([find(item) for item in range(size)], dtype=np.int64)
    return np.unique(roots, return_inverse=True)[1].astype(np.int64) if size else roots


def _members(home: Numbers) -> Sequence[Sequence[int]]:
    if not len(home):
        return ()
    order = np.argsort(home, kind="stable")
    cuts = np.flatnonzero(np.diff(home[order])) + 1
    return [part.tolist() for part in np.split(order, cuts)]
