"""Strands that went and came in, and the pairs compared anew, in; the scored pairs as they are now, and the components
that what changed lies in, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np

from reportedly.incidents.grouping import Pair
from reportedly.incidents.kept import Book, Entries, Kept
from reportedly.incidents.rekept import Change
from reportedly.incidents.remet import Meetings


class Rescored:
    """The scored pairs of strands: those that were kept, less what is lost, and what is new."""

    def __init__(self, kept: Kept, meetings: Meetings) -> None:
        self._kept, self._meetings = kept, meetings
        self._old: dict[int, dict[int, float]] = {}
        self._lost: set[Pair] = set()
        self._new: dict[Pair, float] = {}
        self._near: dict[int, dict[int, float]] = {}
        self.seeds: set[int] = set()
        self.loose: set[Pair] = set()
        self._look(meetings.gone)
        for number in meetings.gone:
            for other, score in self._old[number].items():
                self._lost.add((min(number, other), max(number, other)))
                if score > 0 and other not in meetings.gone:
                    self.seeds.add(other)

    def drop(self, pairs: set[Pair]) -> None:
        """Pairs are compared no more."""
        self._look(n for pair in pairs for n in pair)
        for a, b in pairs:
            if b in self._old[a]:
                self._lost.add((a, b))
                self._note(a, b, self._old[a][b])

    def add(self, pairs: Iterable[Pair], score: Any) -> None:
        """Pairs are compared, unless they were before."""
        wanted = sorted(pairs)
        strands = {one.number: one for one in self._meetings.strands(sorted({n for pair in wanted for n in pair}))}
        self._look(n for n in strands if n not in self._meetings.new)
        for a, b in wanted:
            if b in self._old.get(a, ()):
                continue
            found = score(strands[a], strands[b])
            self._new[a, b] = found
            self._near.setdefault(a, {})[b] = self._near.setdefault(b, {})[a] = found
            self._note(a, b, found)

    def _note(self, a: int, b: int, score: float) -> None:
        """What a pair that came or went touches: both its strands where its score ties them, else only a component
        that holds both. A strand that came in is a seed itself."""
        if score > 0:
            self.seeds |= {a, b}
        else:
            self.loose.add((a, b))

    def near(self, numbers: Iterable[int]) -> Mapping[int, Mapping[int, float]]:
        """The pairs of each of the strands, as they are now."""
        wanted = list(numbers)
        self._look(wanted)
        return {
            n: {
                other: score
                for other, score in self._old.get(n, {}).items()
                if (min(n, other), max(n, other)) not in self._lost
            }
            | self._near.get(n, {})
            for n in wanted
        }

    def inside(self, place: Mapping[int, int]) -> Mapping[Pair, float]:
        """The scored pairs among strands, by their places, in the order of these."""
        found = {
            (place[n], place[other]): score
            for n, others in self.near(place).items()
            for other, score in others.items()
            if other in place and place[n] < place[other]
        }
        return {pair: found[pair] for pair in sorted(found)}

    def change(self) -> Change:
        """What changes in the book."""
        both = [(a, b, s) for (a, b), s in self._new.items()] + [(b, a, s) for (a, b), s in self._new.items()]
        return Change(
            [pair for a, b in self._lost for pair in ((a, b), (b, a))],
            Entries.of(
                np.array([a for a, _, _ in both], dtype=np.int64),
                np.array([b for _, b, _ in both], dtype=np.int64),
                np.array([s for _, _, s in both], dtype=np.float64),
            ),
        )

    def _look(self, numbers: Iterable[int]) -> None:
        wanted = set(numbers) - self._old.keys()
        found = self._kept.under(Book.EDGES, wanted)
        for n in wanted:
            values, scores = found.get(n, ((), ()))
            self._old[n] = dict(zip(values, scores, strict=True))


def touched(seeds: set[int], edges: Rescored, decided: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """The components that hold a seed, or both strands of a pair that weighs in them."""
    among: dict[int, set[int]] = {}
    for a, b in edges.loose:
        among.setdefault(a, set()).add(b)
    for part in _components(seeds | among.keys(), edges, decided):
        if not seeds.isdisjoint(part) or any(not among[n].isdisjoint(part) for n in part if n in among):
            yield part


def _components(seeds: set[int], edges: Rescored, decided: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """The components that hold a seed, each sorted."""
    near: dict[int, set[int]] = {}
    waiting = set(seeds)
    while waiting:
        for n, others in edges.near(sorted(waiting)).items():
            near[n] = {other for other, score in others.items() if score > 0} | decided.get(n, set())
        waiting = {other for n in waiting for other in near[n]} - near.keys()
    left = set(near)
    while left:
        part, edge = set[int](), {min(left)}
        while edge:
            part |= edge
            edge = {other for n in edge for other in near[n]} - part
        left -= part
        yield sorted(part)
