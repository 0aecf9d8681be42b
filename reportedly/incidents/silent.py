"""The groups of one report's claims in, the same groups out with the silent ones laid to what they go on telling.

A sentence that names neither a day nor a place of its own ("His wife was also killed.") speaks of what the report has
just been telling. So a group of mostly such sentences is no happening of its own unless something holds it apart:
another kind, another count by the same voice, or another place that the reader settled on. It is laid to the one
group it fits best, and ties no two groups together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from reportedly.incidents.aspects import sets_fire
from reportedly.incidents.grouping import Pair
from reportedly.incidents.sketches import Sketch
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim

_NOT_HELD_APART = -1.2
"""Mean score above which nothing holds a silent group apart. Two sentences that say nothing of day and place and are
of general kinds come to −0.3; another count brings them to −1.8, another kind to −3."""
_MOSTLY = 0.5


def lay_silent(
    groups: Sequence[Sequence[int]],
    claims: Sequence[Claim],
    said: Sequence[Sketch],
    scores: Mapping[Pair, float],
    families: Families,
    bound: Set[int],
    apart: Set[Pair] = frozenset(),
) -> tuple[tuple[int, ...], ...]:
    """Groups of claim numbers, in text order. ``bound`` are claims that a person has kept apart from others: their
    groups stay as they are. ``apart`` are pairs of claims, smaller number first, of which the one is bounded to
    before the day of the other: their groups are not laid together."""
    silent = {n for n, members in enumerate(groups) if _silent([said[m] for m in members])}
    silent -= {n for n, members in enumerate(groups) if bound & set(members) or _opens(members, said)}
    silent -= {n for n, members in enumerate(groups) if all(sets_fire(claims[m]) for m in members)}
    if len(silent) == len(groups):
        silent.discard(0)
    grown = {n: list(members) for n, members in enumerate(groups) if n not in silent}
    places = [frozenset(_place(claims[m]) for m in members) - {""} for members in groups]
    kinds = [frozenset(claims[m].happening for m in members) for members in groups]
    for n in sorted(silent):
        near = [
            other
            for other in grown
            if (not places[n] or places[n] & places[other])
            and kinds[n] <= families.told_by(kinds[other])
            and not any((min(a, b), max(a, b)) in apart for a in groups[n] for b in grown[other])
        ]
        where = _best(groups[n], {other: groups[other] for other in near}, scores)
        if where is None:
            grown[n] = list(groups[n])
        else:
            grown[where].extend(groups[n])
    return tuple(sorted(tuple(sorted(members)) for members in grown.values()))


def _silent(said: Sequence[Sketch]) -> bool:
    """Whether most of the claims' own sentences give no day and no place one can stand at."""
    nothing = sum(one.days is None and not any(spot.point for spot in one.spots) for one in said)
    return nothing >= _MOSTLY * len(said)


def _opens(members: Sequence[int], said: Sequence[Sketch]) -> bool:
    """Whether the group holds what the report tells first, in words that give a day: the rest goes on from there,
    and it goes on from nothing."""
    return 0 in members and said[0].days is not None


def _place(claim: Claim) -> str:
    """The place that the reader settled on, also where it was taken over from another sentence."""
    return claim.place.name if claim.place else ""


def _best(members: Sequence[int], groups: Mapping[int, Sequence[int]], scores: Mapping[Pair, float]) -> int | None:
    """The group with the best mean score to the members; of equals, the last one told before them."""
    ranked = []
    for n, others in groups.items():
        found = [scores[pair] for a in members for b in others if (pair := (min(a, b), max(a, b))) in scores]
        if found and (mean := sum(found) / len(found)) > _NOT_HELD_APART:
            ranked.append((mean, max((b for b in others if b < members[0]), default=-1), n))
    return max(ranked)[2] if ranked else None
