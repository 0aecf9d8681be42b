"""The claims of one incident in, the clashes over what those harmed were out: "militants" against "civilians".

Two origins that count the same dead and call them soldiers and villagers cannot both be right; nor can who says
of all the dead what another's count excludes. What is said of some of them excludes nothing. A party that counts only
fighters where others count only civilians, in numbers near each other, has its own account of one deed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from reportedly.estimates.accounts import MUTUAL
from reportedly.estimates.positions import Clash, Position, named
from reportedly.lexicon.linking import Families
from reportedly.lexicon.victims import ALL, Victims
from reportedly.model.claim import Claim
from reportedly.model.words import ContradictionKind, Measure, Role, Stance

_LOSSES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_CIVILIAN = "civilian"
"""Id of the standing of those who take no part."""
_A_HANDFUL = 5  # fewer fighters and fewer civilians may well have died side by side
_NEARLY = 1.5  # times; further apart the two count different people
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
        if not apart or not families.kin(one.claim.happening, other.claim.happening):
            continue
        if not _same(one, other) and not _own_account(one, other) and not _own_account(other, one):
            continue
        if families.victims.exclude(one.are, other.are):
            yield Clash(ContradictionKind.ATTRIBUTION, _position(one), _position(other))


def _groups(claim: Claim, families: Families) -> Iterator[_Group]:
    if any(note.rule == ALL for note in claim.notes):
        words = ", ".join(who.text for who in claim.targets)
        yield _Group(claim, None, families.victims.standings(who.text for who in claim.targets), words)
    for who in claim.targets:
        if _only(who.text, families.victims):
            yield _Group(claim, None, families.victims.standings([who.text]), who.text)
    for toll in claim.tolls:
        if toll.measure in _LOSSES and not toll.cumulative and _only(toll.whom, families.victims):
            yield _Group(claim, None, families.victims.standings([toll.whom or ""]), toll.whom or "")
            continue
        number = toll.best or toll.low or 0
        if toll.measure in _LOSSES and not toll.cumulative and toll.part_of is None and toll.whom and number >= _FEWEST:
            yield _Group(claim, (toll.measure, number), families.victims.standings([toll.whom]), toll.whom)


def _same(one: _Group, other: _Group) -> bool:
    """Whether both speak of the same people: one of them of all, or both of one number."""
    return one.counted is None or other.counted is None or one.counted == other.counted


def _only(whom: str | None, victims: Victims) -> bool:
    """Whether the words say that nobody else was hit or harmed ("only militants")."""
    words = (whom or "").casefold().split()
    return bool(words) and words[0] in victims.only


def _own_account(ours: _Group, theirs: _Group) -> bool:
    """Whether a warring party counts fighters as killed, and somebody who is none counts civilians in a number near
    it: two accounts of the same dead, unless they fought, where others are caught between."""
    if ours.counted is None or theirs.counted is None or {ours.claim.happening, theirs.claim.happening} & MUTUAL:
        return False
    (measure, few), (other, many) = sorted((ours.counted, theirs.counted), key=lambda pair: pair[1])
    near = measure is other is Measure.KILLED and few >= _A_HANDFUL and many <= _NEARLY * few
    return near and _warring(ours.claim) and not _warring(theirs.claim) and _CIVILIAN in theirs.are


def _warring(claim: Claim) -> bool:
    last = claim.chain[-1] if claim.chain else None
    return last is not None and last.role in (Role.MILITARY, Role.ARMED_GROUP)


def _position(group: _Group) -> Position:
    return Position(
        f"harmed {' '.join(sorted(group.are))}", f"harmed {group.words}", named(group.claim), (group.claim.id,)
    )
