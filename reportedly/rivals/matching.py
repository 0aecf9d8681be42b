"""Events of ours and of theirs in, pairs one to one out, the best first.

Every pair that has enough points is held; then the best is taken, and its two events are out of the race, and so on.
Of two pairs with the same points the one comes first that differs in less, agrees in more and lies closer; then the
earlier line of their file, then our id. The order in which the events come changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.model.rival import Event
from reportedly.rivals.blocks import Blocks
from reportedly.rivals.weighing import ENOUGH, Weighed, weigh


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two events that are one."""

    ours: Event
    theirs: Event
    weighed: Weighed


def pairs(ours: Sequence[Event], theirs: Iterable[Event], *, days: int, km: float) -> tuple[Pair, ...]:
    """The pairs, best first; each event is in one of them at most."""
    blocks = Blocks(ours, days=days, km=km)
    held: list[tuple[tuple[float, ...], int, str, int, Event]] = []
    for event in theirs:
        for number, mine in blocks.near(event):
            weighed = weigh(mine, event)
            if weighed.score >= ENOUGH:
                held.append((weighed.order, event.line or 0, mine.id, number, event))
    held.sort(key=lambda one: one[:3])
    taken: set[int] = set()
    found: dict[int, Pair] = {}
    for _, line, _, number, event in held:
        if number not in taken and line not in found:
            taken.add(number)
            found[line] = Pair(ours=ours[number], theirs=event, weighed=weigh(ours[number], event))
    return tuple(found.values())
