"""Two claims of a report in, whether they can tell of one happening by kind and hands out; and whether one counts days.

Reports use several kinds for one happening, but the rockets of one party and the air raid of another are two.
"""

from __future__ import annotations

from datetime import timedelta

from reportedly.model.claim import Claim
from reportedly.model.words import Happening, Measure, WherePrecision

_KIN = {
    Happening.SUICIDE_BOMBING: Happening.BOMBING,
    Happening.MASSACRE: Happening.EXECUTION,
    Happening.MISSILE_STRIKE: Happening.SHELLING,
    Happening.AMBUSH: Happening.ARMED_CLASH,
}
"""Kinds that reports use for one happening, by the one that stands for them."""

_TWO_SIDED = frozenset({Happening.ARMED_CLASH, Happening.AMBUSH})
"""Kinds that two parties have a part in, and reports name either."""

_NIGHT = timedelta(days=2)
"""The longest time of one happening: a night."""


def one_kind(one: Claim, other: Claim) -> bool:
    """Whether two claims are of one kind, or of two that reports use for one happening."""
    return _KIN.get(one.happening, one.happening) is _KIN.get(other.happening, other.happening)


def by_other_hands(one: Claim, other: Claim) -> bool:
    """Whether two known parties did two unlike things (the rockets of one, the air raid of the other): each has its
    own day and place. A clash has two sides, and a party is known where the vocabulary holds it."""
    if one_kind(one, other) or {one.happening, other.happening} & _TWO_SIDED:
        return False
    ours, theirs = ({w.side or w.actor_id for w in claim.perpetrators} for claim in (one, other))
    known = None not in ours | theirs
    return bool(ours) and bool(theirs) and known and ours.isdisjoint(theirs)


_MANY = 10
"""Strikes that are more than one town of a country is likely to get at once."""


def all_over_a_country(claim: Claim) -> bool:
    """Whether a toll of a country counts the dead of several days, or many strikes: no one town of it is where."""
    place, days = claim.place, claim.days
    if place is None or place.precision is not WherePrecision.COUNTRY or not claim.tolls:
        return False
    if any(t.measure is Measure.STRIKES and (t.low or 0) >= _MANY for t in claim.tolls):
        return True
    return bool(days and days.start and days.end and days.end - days.start > _NIGHT)
