"""The claims of one incident in, the clashes over what those harmed were out: "militants" against "civilians".

Two origins that count the same dead and call them soldiers and villagers cannot both be right; nor can who says
of all the dead what another's count excludes. What is said of some of them excludes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.estimates.positions import Clash, Position, named
from reportedly.lexicon.linking import Families
from reportedly.lexicon.victims import ALL
from reportedly.model.claim import Claim
from reportedly.model.words import ContradictionKind, Measure, Stance

_LOSSES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_FEWEST = 2  # the same count of one is met by chance


class _Group(NamedTuple):
    """People whom a claim says to be harmed: how many, if it says so, and the standings that its words give them."""

    claim: Claim
    counted: tuple[Measure, int] | None
    are: frozenset[str]
    words: str


def standings(claims: Sequence[Claim], origin_of: Mapping[str, str], families: Families) -> Iterator[Clash]:
    """All clashes over standing. A claim that says what all of those harmed were is set against every count of
    people of another standing, two counts against each other where they are equal."""
    told = [c for c in claims if c.stance not in (Stance.DENIES, Stance.DOUBTS) and not c.container]
    groups = [group for claim in told for group in _groups(claim, families) if group.are]
    for one, other in combinations(groups, 2):
        apart = origin_of.get(one.claim.id, one.claim.id) != origin_of.get(other.claim.id, other.claim.id)
        if not apart or not families.kin(one.claim.happening, other.claim.happening) or not _same(one, other):
            continue
        if families.victims.exclude(one.are, other.are):
            yield Clash(ContradictionKind.ATTRIBUTION, _position(one), _position(other))


def _groups(claim: Claim, families: Families) -> Iterator[_Group]:
    if any(note.rule == ALL for note in claim.notes):
        words = ", ".join(who.text for who in claim.targets)
        yield _Group(claim, None, families.victims.standings(who.text for who in claim.targets), words)
    for toll in claim.tolls:
        number = toll.best or toll.low or 0
        if toll.measure in _LOSSES and not toll.cumulative and toll.part_of is None and toll.whom and number >= _FEWEST:
            yield _Group(claim, (toll.measure, number), families.victims.standings([toll.whom]), toll.whom)


def _same(one: _Group, other: _Group) -> bool:
    """Whether both speak of the same people: one of them of all, or both of one number."""
    return one.counted is None or other.counted is None or one.counted == other.counted


def _position(group: _Group) -> Position:
    return Position(
        f"harmed {' '.join(sorted(group.are))}", f"harmed {group.words}", named(group.claim), (group.claim.id,)
    )
