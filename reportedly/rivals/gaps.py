"""An event of ours and one of theirs in, what each says of every field and how far the two are apart out."""

from __future__ import annotations

from functools import lru_cache

from reportedly.gazetteer.keys import fold, keys
from reportedly.model.globe import distance_km
from reportedly.model.rival import Event, Field, Gap
from reportedly.rivals.parties import agree

_NEAR = 2
"""UCDP where_prec up to which a place is a point and not an area."""

_MAIN = ": "
"""What parts ACLED's event type from its sub-event type: the type alone must agree."""


def days_apart(ours: Event, theirs: Event) -> int:
    """Days between what the two leave open: 0 where they share a day, above 0 where ours is later."""
    if ours.first > theirs.last:
        return (ours.first - theirs.last).days
    return min(0, (ours.last - theirs.first).days)


def km_apart(ours: Event, theirs: Event) -> float:
    """Kilometres between the two points."""
    return distance_km(ours.latitude, ours.longitude, theirs.latitude, theirs.longitude)


def gaps(ours: Event, theirs: Event) -> tuple[Gap, ...]:
    """Every field, in order."""
    return (
        _days(ours, theirs),
        _place(ours, theirs),
        _distance(ours, theirs),
        _sides(ours, theirs),
        *(_deaths(field, ours, theirs) for field in (Field.DEATHS_LOW, Field.DEATHS_BEST, Field.DEATHS_HIGH)),
        _kind(ours, theirs),
    )


def days_of(event: Event) -> str:
    """The days in words: "2031-04-01", or "2031-04-01 – 2031-04-07"."""
    return str(event.first) if event.first == event.last else f"{event.first} – {event.last}"


def sides_of(event: Event) -> str:
    """The sides in words: "MLF / Veldanian army", with "?" for one that is not told."""
    return " / ".join("; ".join(side.names) or "?" for side in event.sides)


def alike(ours: str, theirs: str) -> bool:
    """Whether two names of a place are one, or one is the other with a word more ("Karsk", "Karsk city")."""
    left, right = _words(ours), _words(theirs)
    return left <= right or right <= left or keys(ours).bare == keys(theirs).bare


@lru_cache(maxsize=65536)
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name))


def _days(ours: Event, theirs: Event) -> Gap:
    by = days_apart(ours, theirs)
    return Gap(field=Field.DAYS, ours=days_of(ours), theirs=days_of(theirs), agrees=by == 0, by=by)


def _place(ours: Event, theirs: Event) -> Gap:
    """Names are held against each other where both are of points, or of areas of one kind."""
    known = ours.place is not None and theirs.place is not None
    points = ours.where_precision <= _NEAR and theirs.where_precision <= _NEAR
    comparable = known and (points or ours.where_precision == theirs.where_precision)
    agrees = alike(ours.place or "", theirs.place or "") if comparable else None
    return Gap(field=Field.PLACE, ours=ours.place, theirs=theirs.place, agrees=agrees)


def _distance(ours: Event, theirs: Event) -> Gap:
    km = round(km_apart(ours, theirs), 1)
    return Gap(
        field=Field.DISTANCE,
        ours=f"within {ours.reach_km:g} km",
        theirs=f"within {theirs.reach_km:g} km",
        agrees=km <= ours.reach_km + theirs.reach_km,
        by=km,
    )


def _sides(ours: Event, theirs: Event) -> Gap:
    told = [sides_of(e) if any(side.names for side in e.sides) else None for e in (ours, theirs)]
    return Gap(field=Field.SIDES, ours=told[0], theirs=told[1], agrees=agree(ours.sides, theirs.sides))


def _deaths(field: Field, ours: Event, theirs: Event) -> Gap:
    name = field.value.removeprefix("deaths_")
    left: int | None = getattr(ours, name)
    right: int | None = getattr(theirs, name)
    both = left is not None and right is not None
    return Gap(
        field=field,
        ours=None if left is None else str(left),
        theirs=None if right is None else str(right),
        agrees=left == right if both else None,
        by=left - right if left is not None and right is not None else None,
    )


def _kind(ours: Event, theirs: Event) -> Gap:
    agrees = None
    if ours.kind is not None and theirs.kind is not None:
        agrees = ours.kind.partition(_MAIN)[0] == theirs.kind.partition(_MAIN)[0]
    return Gap(field=Field.KIND, ours=ours.kind, theirs=theirs.kind, agrees=agrees)
