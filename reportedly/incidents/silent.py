"""The groups of one report's claims in, the same groups out with the silent ones laid to what they go on telling.

A sentence that names neither a day nor a place of its own ("His wife was also killed.") speaks of what the report has
just been telling. So a group of such sentences is no happening of its own unless something holds it apart. It is laid
to the one group it fits best, and ties no two groups together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reportedly.incidents.grouping import Pair
from reportedly.incidents.sketches import Sketch

_NOT_HELD_APART = -0.8
"""Mean score above which nothing holds a silent group apart. Two sentences that say nothing of day and place and are
of general kinds come to −0.3; another kind, another count or a running total brings them below −1.5."""


def lay_silent(
    groups: Sequence[Sequence[int]], said: Sequence[Sketch], scores: Mapping[Pair, float], bound: Collection[int]
) -> tuple[tuple[int, ...], ...]:
    """Groups of claim numbers, in text order. ``bound`` are claims that a person has kept apart from others: their
    groups stay as they are."""
    silent = {n for n, members in enumerate(groups) if all(_silent(said[m]) for m in members)}
    silent -= {n for n, members in enumerate(groups) if not bound.isdisjoint(members)}
    if len(silent) == len(groups):
        silent.discard(0)
    grown = {n: list(members) for n, members in enumerate(groups) if n not in silent}
    for n in sorted(silent):
        where = _best(groups[n], groups, grown, scores)
        if where is None:
            grown[n] = list(groups[n])
        else:
            grown[where].extend(groups[n])
    return tuple(sorted(tuple(sorted(members)) for members in grown.values()))


def _silent(said: Sketch) -> bool:
    """Whether the claim's own sentence gives no day and no place one can stand at."""
    return said.days is None and not any(spot.point for spot in said.spots)


def _best(
    members: Sequence[int],
    groups: Sequence[Sequence[int]],
    grown: Mapping[int, Sequence[int]],
    scores: Mapping[Pair, float],
) -> int | None:
    """The group with the best mean score to the members as it stood at first; of equals, the last one told before."""
    ranked = []
    for n in grown:
        found = [scores[pair] for a in members for b in groups[n] if (pair := (min(a, b), max(a, b))) in scores]
        if found and (mean := sum(found) / len(found)) > _NOT_HELD_APART:
            before = [b for b in groups[n] if b < members[0]]
            ranked.append((mean, max(before, default=-1), n))
    return max(ranked)[2] if ranked else None
