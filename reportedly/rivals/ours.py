"""An incident and what was told of it in, the same event as another dataset would code it out.

What the dataset's codebook does not count as an event (no deaths for UCDP, no type for ACLED) is coded as far as it
goes: it may be matched, and is not held against the dataset as extra.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from reportedly.exports import acled, ucdp
from reportedly.exports.acled_codes import event_type, side
from reportedly.exports.records import first_day, last_day
from reportedly.exports.walk import Told
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.reading import Where
from reportedly.model.rival import Event, Scheme
from reportedly.model.words import Measure, WherePrecision
from reportedly.rivals.reach import LONGEST, reach_km
from reportedly.rivals.theirs import Known

NO_DAY = "no day is known, or it is open on one side"
NO_POINT = "no point on the map is known"
TOO_WIDE = "the days are wider than a year"


class Held(Protocol):
    """The read side of a ledger, as far as it is compared."""

    def incidents(self) -> Iterator[Incident]: ...

    def claim(self, id_: str) -> Claim: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Coded:
    """What a scheme makes of an incident."""

    date_precision: int | None
    kind: str | None
    deaths: tuple[int | None, int | None, int | None]
    barred: str | None


def event_of(scheme: Scheme, incident: Incident, held: Held, known: Known) -> Event | str:
    """The event, or why it cannot be matched with any."""
    first, last, place = first_day(incident.days), last_day(incident.days), incident.place
    if first is None or last is None:
        return NO_DAY
    if place is None or place.latitude is None or place.longitude is None:
        return NO_POINT
    if last - first > timedelta(days=LONGEST):
        return TOO_WIDE
    told = Told(reports=(), claims=tuple(held.claim(id_) for id_ in incident.claims))
    coded = _ucdp(incident, told) if scheme is Scheme.UCDP else _acled(incident, told)
    low, best, high = coded.deaths
    precision = place.precision or WherePrecision.VAGUE
    return Event(
        id=incident.id,
        first=first,
        last=last,
        date_precision=coded.date_precision,
        latitude=place.latitude,
        longitude=place.longitude,
        reach_km=_reach(place, precision),
        where_precision=int(precision),
        place=place.name,
        country=place.country,
        sides=(known.parties.ours(incident.perpetrators), known.parties.ours(incident.targets)),
        low=low,
        best=best,
        high=high,
        kind=coded.kind,
        barred=coded.barred,
    )


def _reach(place: Where, precision: WherePrecision) -> float:
    return place.radius_km if place.radius_km is not None else reach_km(precision)


def _ucdp(incident: Incident, told: Told) -> _Coded:
    killed = incident.estimate(Measure.KILLED)
    is_event = ucdp.ucdp_row(incident, told, 1, {}) is not None
    kind = ucdp.type_of_violence(incident.perpetrators, incident.targets)
    return _Coded(
        date_precision=incident.date_precision and int(incident.date_precision),
        kind=ucdp.KINDS[kind] if kind is not None else None,
        deaths=ucdp.deaths(killed) if killed is not None and is_event else (None, None, None),
        barred=None if is_event else ucdp.NO_EVENT,
    )


def _acled(incident: Incident, told: Told) -> _Coded:
    country = incident.place.country if incident.place else None
    first, second = side(incident.perpetrators, country), side(incident.targets, country)
    kind = event_type(incident, first, second)
    row = acled.acled_row(incident, told)
    precision = incident.date_precision
    return _Coded(
        date_precision=acled.TIME.get(precision) if precision is not None else None,
        kind=": ".join(kind) if kind else None,
        deaths=(None, None if told.only_totals else acled.fatalities(incident, told), None),
        barred=row if isinstance(row, str) else None,
    )
