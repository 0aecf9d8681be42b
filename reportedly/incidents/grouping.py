"""Items, scored pairs and binding judgements in, groups out: average linkage that cannot chain.

Two groups are joined while the average score over *all* pairs between them is above zero. A pair that nobody compared
counts against the join, so that one good pair cannot tie two crowds together. Judgements bind: ``together`` pairs are
joined first, ``apart`` pairs never share a group. Two groups whose days are spread over more than a week are joined
only where most pairs of items that lie so far apart themselves score above a pair that nobody compared. The order of
the input does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from reportedly.incidents.days import Ends, spanned, too_far

Pair = tuple[int, int]

UNSEEN = -2.0
"""The score of a pair that was never compared: mildly against."""


def group(
    size: int,
    scores: Mapping[Pair, float],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    spreads: Sequence[Ends | None] = (),
    unseen: float = UNSEEN,
    threshold: float = 0.0,
) -> tuple[tuple[int, ...], ...]:
    """Groups of the items ``0..size-1``, each sorted, in the order of their first items. ``spreads`` gives the days of
    each item, where it has any."""
    state = _Groups(size, scores, together, apart, spreads or [None] * size, unseen)
    heap = [(-state.average(a, b), a, b) for a in range(size) for b in state.near[a] if a < b]
    heap = [entry for entry in heap if -entry[0] > threshold]
    heapify(heap)
    while heap:
        score, a, b = heappop(heap)
        if not state.current(a, b, -score):
            continue
        kept = state.join(a, b)
        for other in state.near[kept]:
            average = state.average(kept, other)
            if average > threshold:
                heappush(heap, (-average, min(kept, other), max(kept, other)))
    return state.groups()


class _Groups:
    """The groups as they grow. A group is named by its smallest item; ``near`` holds the sum and the number of the
    scores between two groups."""

    def __init__(
        self,
        size: int,
        scores: Mapping[Pair, float],
        together: Iterable[Pair],
        apart: Iterable[Pair],
        spreads: Sequence[Ends | None],
        unseen: float,
    ) -> None:
        self.unseen = unseen
        self.scores = scores
        self.own = spreads
        self.spreads = list(spreads)
        self.members: dict[int, list[int]] = {item: [item] for item in range(size)}
        self.near: list[dict[int, tuple[float, int]]] = [{} for _ in range(size)]
        self.foes: list[set[int]] = [set() for _ in range(size)]
        for (a, b), score in scores.items():
            self.near[a][b] = self.near[b][a] = (score, 1)
        for a, b in apart:
            self.foes[a].add(b)
            self.foes[b].add(a)
        for a, b in sorted({(min(p), max(p)) for p in together}):
            self._force(a, b)

    def average(self, a: int, b: int) -> float:
        """The mean score between two groups, with every pair that was not compared counted as ``unseen``."""
        total, seen = self.near[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return (total + (pairs - seen) * self.unseen) / pairs

    def current(self, a: int, b: int, score: float) -> bool:
        """Whether both groups still stand as they did when the pair was scored, and may be joined."""
        if a not in self.members or b not in self.members or b not in self.near[a]:
            return False
        return b not in self.foes[a] and self.average(a, b) == score and not self._weeks_apart(a, b)

    def _weeks_apart(self, a: int, b: int) -> bool:
        if not too_far(self.spreads[a], self.spreads[b]):
            return False
        return not tied_far(self.members[a], self.members[b], self.own, self.scores)

    def join(self, a: int, b: int) -> int:
        """Put both groups under the smaller name and add up their neighbours."""
        a, b = min(a, b), max(a, b)
        self.members[a].extend(self.members.pop(b))
        self.spreads[a] = spanned((self.spreads[a], self.spreads[b]))
        self.near[a].pop(b, None)
        for other, (total, seen) in self.near[b].items():
            if other == a:
                continue
            here, count = self.near[a].get(other, (0.0, 0))
            self.near[a][other] = self.near[other][a] = (here + total, count + seen)
            self.near[other].pop(b, None)
        self.near[b] = {}
        for foe in self.foes[b]:
            self.foes[foe].discard(b)
            self.foes[foe].add(a)
        self.foes[a] |= self.foes[b]
        return a

    def groups(self) -> tuple[tuple[int, ...], ...]:
        return tuple(sorted(tuple(sorted(members)) for members in self.members.values()))

    def _force(self, a: int, b: int) -> None:
        first, second = self._home(a), self._home(b)
        if first != second and second not in self.foes[first]:
            self.join(first, second)

    def _home(self, item: int) -> int:
        return next(name for name, members in self.members.items() if item in members)


def tied_far(
    left: Iterable[int], right: Sequence[int], spreads: Sequence[Ends | None], scores: Mapping[Pair, float]
) -> bool:
    """Whether most of what lies more than a week apart in the two sides is tied all the same (by a rare name, one text,
    one week of printing): its score has heard the days, and is above that of a pair that nobody compared. One pair that
    was dated or placed loosely ties no two crowds."""
    far = [
        scores.get((min(a, b), max(a, b)), UNSEEN) > UNSEEN
        for a in left
        for b in right
        if too_far(spreads[a], spreads[b])
    ]
    return 2 * sum(far) > len(far)
