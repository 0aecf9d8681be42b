"""The claims of one incident in, the accounts of it that cannot both stand out: two culprits, two kinds of victims, two
days, two places.

Claims of one incident need not tell one thing: a report goes on to the war, to earlier strikes, to what else the same
air force did. So two accounts clash only where something shows that both are of the one deed: the same count of the
same losses, or one kind, one stated day and one stated place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations
from math import cos, hypot, radians
from typing import NamedTuple

from reportedly.claims.drafts import TAKEN_OVER
from reportedly.claims.story.one_life import Fates, fates, one_life
from reportedly.estimates.positions import Clash, Position, named
from reportedly.lexicon.linking import Families
from reportedly.model.claim import Claim
from reportedly.model.reading import Interval, Where, Who
from reportedly.model.words import ContradictionKind, Happening, Measure, Role, Stance, WherePrecision

DONE_BY, DONE_TO = "done by", "done to"
"""What a clash over the parties begins with: over who did it, and over to whom it was done."""

_FAR_KM = 30.0
_A_POINT = WherePrecision.NEAR
_A_WEEK = 7  # days; what is told of more is a campaign
_TELLERS = frozenset({Role.MONITOR, Role.AGENCY, Role.OUTLET})
_LOSSES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED})
_GENERAL = "actors/generic/"
"""The table of words for parties that name none."""
MUTUAL = frozenset({Happening.ARMED_CLASH, Happening.ADVANCE, Happening.SIEGE, Happening.WITHDRAWAL})
"""In a fight each side does it to the other: two culprits are no contradiction."""


def accounts(claims: Sequence[Claim], origin_of: Mapping[str, str], families: Families) -> Iterator[Clash]:
    """All clashes of two claims of different origins that tell one deed. ``claims`` are sorted by id."""
    told = [claim for claim in claims if claim.stance not in (Stance.DENIES, Stance.DOUBTS) and not claim.container]
    kinds = {claim.happening for claim in told}
    kin = {(left, right) for left in kinds for right in kinds if families.kin(left, right)}
    found = [_account(claim, origin_of) for claim in told]
    for one, other in combinations(found, 2) if _differ(found) else ():
        left, right = one.claim, other.claim
        apart, two = one.origin != other.origin, left.report != right.report
        if not (apart or two) or (left.happening, right.happening) not in kin:
            continue
        once = bool(one.fates and other.fates) and one_life(one.fates, other.fates)
        counted = once or not one.losses.isdisjoint(other.losses)
        if apart and one.did and other.did and one.did.keys().isdisjoint(other.did):
            yield from _culprits(one, other, counted=counted)
        if apart and counted and one.suffered and other.suffered:
            yield from _victims(one, other)
        if (two or once) and one.dated and other.dated and not one.dated.touches(other.dated):
            yield from _days(one, other, one.dated, other.dated, families, counted=counted)
        if counted and one.point and other.point:
            yield from _places(one, other)


class _Account(NamedTuple):
    """A claim with its origin, what it counts of this deed's losses, who did it and who suffered it, by key, and whom
    it names as killed or abducted; and the days and the point that its own words give, where they do."""

    claim: Claim
    origin: str
    losses: frozenset[tuple[Measure, int]]
    did: Mapping[str, str]
    suffered: Mapping[str, str]
    fates: Fates
    dated: Interval | None
    point: Where | None


def _differ(found: Sequence[_Account]) -> bool:
    """Whether they give two days or two points, or name parties of which none is named by all: else none can clash."""
    days = {(one.dated.start, one.dated.end) for one in found if one.dated}
    points = {(one.point.latitude, one.point.longitude) for one in found if one.point}
    one_culprit, one_victim = (_share_one(sides) for sides in ([a.did for a in found], [a.suffered for a in found]))
    return len(days) > 1 or len(points) > 1 or not (one_culprit and one_victim)


def _share_one(sides: Iterable[Mapping[str, str]]) -> bool:
    """Whether one party is among those of every side that names any."""
    named = [side.keys() for side in sides if side]
    return not named or bool(frozenset(named[0]).intersection(*named[1:]))


def _account(claim: Claim, origin_of: Mapping[str, str]) -> _Account:
    return _Account(
        claim=claim,
        origin=origin_of.get(claim.id, claim.id),
        losses=_losses(claim),
        did=_parties(claim.perpetrators),
        suffered=_parties(claim.targets),
        fates=fates(claim),
        dated=claim.days if _own(claim, "when") else None,
        point=_point(claim.place) if _own(claim, "where") else None,
    )


def _losses(claim: Claim) -> frozenset[tuple[Measure, int]]:
    """What the claim counts of this deed's losses."""
    tolls = (toll for toll in claim.tolls if toll.measure in _LOSSES and not toll.cumulative)
    return frozenset((toll.measure, number) for toll in tolls if (number := toll.best or toll.low))


def _culprits(one: _Account, other: _Account, *, counted: bool) -> Iterator[Clash]:
    """Two origins that name different parties as having done one deed."""
    left, right = one.claim, other.claim
    kinds = {left.happening, right.happening}
    if kinds & MUTUAL or not other_parties(left.perpetrators, right.perpetrators):
        return
    if len(kinds) > 1 and Happening.AIRCRAFT_LOST in kinds:
        return  # who shoots down what is fired does another deed than who fires it
    if counted or _one_deed(left, right):
        yield Clash(ContradictionKind.ATTRIBUTION, _named(left, one.did, DONE_BY), _named(right, other.did, DONE_BY))


def _victims(one: _Account, other: _Account) -> Iterator[Clash]:
    """Two origins that count the same number and call them people of different parties."""
    if other_parties(one.claim.targets, other.claim.targets):
        ours, theirs = _named(one.claim, one.suffered, DONE_TO), _named(other.claim, other.suffered, DONE_TO)
        yield Clash(ContradictionKind.ATTRIBUTION, ours, theirs)


def _one_deed(left: Claim, right: Claim) -> bool:
    """Whether both tell of one day, or of a few, and of places that may be one."""
    a, b = left.days, right.days
    if a is None or b is None or not (_short(a) and _short(b)) or not a.touches(b):
        return False
    here, there = left.place, right.place
    if here is None or there is None or here.precision is None or there.precision is None:
        return here is not None or there is not None
    if max(here.precision, there.precision) > _A_POINT:
        return min(here.precision, there.precision) <= _A_POINT
    return not _far(here, there)


def at_one_time_and_place(left: Claim, right: Claim) -> bool:
    """Whether two claims may be of one time and place: their days touch, and no two points lie apart."""
    if left.days is not None and right.days is not None and not left.days.touches(right.days):
        return False
    here, there = left.place, right.place
    if here is None or there is None or here.precision is None or there.precision is None:
        return True
    return max(here.precision, there.precision) > _A_POINT or not _far(here, there)


def _short(days: Interval) -> bool:
    return days.start is not None and days.end is not None and (days.end - days.start).days <= _A_WEEK


def _parties(actors: Iterable[Who]) -> Mapping[str, str]:
    """Who the actors are, each with its name; those who only tell (a monitor, an agency) did nothing and suffered
    nothing, and people described are nobody's side."""
    return {key: who.name for who in actors if who.role not in _TELLERS and (key := who.side or who.actor_id)}


def other_parties(left: Sequence[Who], right: Sequence[Who]) -> bool:
    """Whether both name parties, and none that could be one. A general word for armed men ("terrorists") may mean any
    armed group."""
    ours, theirs = _parties(left), _parties(right)
    if not ours or not theirs or ours.keys() & theirs.keys():
        return False
    return not (_general(left) & {who.kind for who in right} or _general(right) & {who.kind for who in left})


def _general(actors: Iterable[Who]) -> frozenset[str]:
    """The kinds of those who are called by a general word."""
    return frozenset(who.kind for who in actors if who.rule.startswith(_GENERAL) and who.kind)


def _named(claim: Claim, parties: Mapping[str, str], word: str) -> Position:
    says = f"{word} {', '.join(parties[key] for key in sorted(parties))}"
    return Position(f"{word} {' '.join(sorted(parties))}", says, named(claim), (claim.id,))


def _days(
    one: _Account, other: _Account, a: Interval, b: Interval, families: Families, *, counted: bool
) -> Iterator[Clash]:
    """Two reports that date one deed to days that do not touch, each in words of its own."""
    left, right = one.claim, other.claim
    one_place = one.point is not None and other.point is not None and _called(one.point) == _called(other.point)
    once = left.happening is right.happening and left.happening in families.seldom
    if counted or (one_place and (once or (_short(a) and _short(b)))):
        yield Clash(ContradictionKind.DATE, _day(left, a), _day(right, b))


def _own(claim: Claim, field: str) -> bool:
    """Whether the claim's own words say when or where, not those of a sentence that it was completed from."""
    if field == "when" and not claim.date_basis:
        return False
    return not any(note.field == field and note.rule == TAKEN_OVER for note in claim.notes)


def _point(place: Where | None) -> Where | None:
    """The place, if one can stand at it."""
    return place if place is not None and place.precision is not None and place.precision <= _A_POINT else None


def _called(place: Where) -> str:
    return place.place_id or place.name


def _day(claim: Claim, days: Interval) -> Position:
    return Position(f"{days.start} {days.end}", _said(days), named(claim), (claim.id,))


def _said(days: Interval) -> str:
    """The days in words, the last one within."""
    last = days.end - timedelta(days=1) if days.end is not None else None
    if days.start is None or last is None:
        return f"by {last}" if last else f"since {days.start}" if days.start else "no day"
    return str(last) if days.start == last else f"{days.start} to {last}"


def _places(one: _Account, other: _Account) -> Iterator[Clash]:
    """Two points too far apart for one place, each in words of its own."""
    here, there = one.point, other.point
    if here is not None and there is not None and _far(here, there):
        yield Clash(ContradictionKind.PLACE, _at(one.claim, here), _at(other.claim, there))


def _at(claim: Claim, where: Where) -> Position:
    return Position(where.place_id or where.name, where.name, named(claim), (claim.id,))


def _far(here: Where, there: Where) -> bool:
    if here.latitude == there.latitude and here.longitude == there.longitude:
        return False
    apart = _kilometres(here, there)
    return apart is not None and apart > _FAR_KM + (here.radius_km or 0) + (there.radius_km or 0)


def _kilometres(here: Where, there: Where) -> float | None:
    """Distance on a flat map: good to a few percent over the distances that matter here."""
    if here.latitude is None or here.longitude is None or there.latitude is None or there.longitude is None:
        return None
    north = here.latitude - there.latitude
    east = (here.longitude - there.longitude) * cos(radians(here.latitude))
    return 111.2 * hypot(north, east)
