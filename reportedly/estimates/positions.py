"""Clashes of claims and figures in, contradictions out: one for each kind, measure and two positions.

A monitor, an agency and four papers say 56, a channel and two papers say 85: that is one contradiction and not twelve.
Each position is named by the claim that is attested best, and the others are listed under it; what a denial answers
first of all stands for what it denies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.model.claim import Claim
from reportedly.model.disputes import spoken
from reportedly.model.incident import Contradiction
from reportedly.model.words import ContradictionKind, Denied, Measure

_IN_FULL = 8  # words that a claim rests on; what has as many says who, when, where and how many

Attested = Mapping[str, tuple[int, int]]
"""For each claim whether its origin counts (0) or not (1), and how far down the order of reliability it stands."""


Order = tuple[tuple[int, int], tuple[int, int, str]]


class Position(NamedTuple):
    """What one side says: ``key`` is equal for equal positions, ``says`` are its words, ``of`` whose word it is."""

    key: str
    says: str
    of: str
    claims: tuple[str, ...]


class Clash(NamedTuple):
    """Two positions that cannot both stand."""

    kind: ContradictionKind
    one: Position
    other: Position
    measure: Measure | None = None
    about: Denied | None = None


def gathered(clashes: Iterable[Clash], known: Mapping[str, Claim], attested: Attested) -> tuple[Contradiction, ...]:
    """One contradiction for each kind, measure and pair of positions, sorted."""
    sides: dict[tuple[str, ...], tuple[list[Position], list[Position]]] = defaultdict(lambda: ([], []))
    first: dict[tuple[str, ...], Clash] = {}
    for clash in clashes:
        one, other = sorted((clash.one, clash.other))
        key = (clash.kind.value, clash.measure or "", clash.about or "", one.key, other.key)
        sides[key][0].append(one)
        sides[key][1].append(other)
        first.setdefault(key, clash)

    meant = {claim.denies[0] for claim in known.values() if claim.denies}

    def order(name: str) -> Order:
        return (attested.get(name, (1, 9)), fullness(known[name]))

    def answered(name: str) -> Order:
        (counts, rank), full = order(name)
        return ((-1 if name in meant else counts, rank), full)

    made = (
        _contradiction(
            first[key],
            sorted(set(a)),
            sorted(set(b)),
            answered if first[key].kind is ContradictionKind.DENIAL else order,
        )
        for key, (a, b) in sides.items()
    )
    found = [contradiction for contradiction in made if contradiction is not None]
    return tuple(sorted(found, key=lambda c: (c.kind.value, c.left, c.right, c.text)))


def _contradiction(
    clash: Clash, ours: Sequence[Position], theirs: Sequence[Position], order: Callable[[str], Order]
) -> Contradiction | None:
    """None where one claim alone takes both positions."""
    left = sorted({name for position in ours for name in position.claims}, key=order)
    right = sorted({name for position in theirs for name in position.claims} - {left[0]}, key=order)
    if not right:
        return None
    (left_says, left_of), (right_says, right_of) = _said(ours, left[0]), _said(theirs, right[0])
    text = _JOIN[clash.about].format(spoken(left_says, left_of), spoken(right_says, right_of))
    return Contradiction(
        kind=clash.kind,
        left=left[0],
        right=right[0],
        text=f"{clash.measure}: {text}" if clash.measure else text,
        measure=clash.measure,
        about=clash.about,
        left_also=tuple(name for name in left[1:] if name not in right),
        right_also=tuple(right[1:]),
        says=(left_says, right_says),
        of=(left_of, right_of),
    )


_JOIN: Mapping[Denied | None, str] = {
    None: "{} against {}",
    Denied.TOLL: "the count of {1}, denied by {0}",
    Denied.BLAME: "having done what {1} told, denied by {0}",
    Denied.EXISTENCE: "the account of {1}, denied by {0}",
}


def _said(positions: Sequence[Position], first: str) -> tuple[str, tuple[str, ...]]:
    """What a position says and on whose word, that of its first claim before the others'."""
    ahead = next((position for position in positions if first in position.claims), positions[0])
    return ahead.says, tuple(dict.fromkeys(p.of for p in (ahead, *positions) if p.of))


def fullness(claim: Claim) -> tuple[int, int, str]:
    """Claims that are told in full come first, of these the last told: headlines and leads leave out who and when."""
    return (-min(len(claim.evidence), _IN_FULL), -claim.span.start, claim.id)


def named(claim: Claim) -> str:
    """Who tells a claim, in words."""
    last = claim.chain[-1] if claim.chain else None
    return (last.name or last.role.value) if last else "the outlet"
