"""Claims that state running totals and the incidents of the ledger in, each total beside what the incidents hold out.

"Seven have been killed in Orvan since Monday" is no happening; it is a sum that somebody drew. It is checked against
the incidents that lie in its days and place, and that are laid to those whom it names. What names no place or nobody
may belong to it: that widens the range above and never counts as held.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.incidents.sketches import REACH, actor_key, distance_km, spot
from reportedly.model.claim import Claim
from reportedly.model.incident import Estimate, Incident
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.tally import Standing, Tally
from reportedly.model.words import Stance, WherePrecision


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim with a running total, and the day its report was printed."""

    claim: Claim
    printed: date | None


def totals(claim: Claim) -> list[HowMany]:
    """The running totals of a claim that say since when they run; none where it denies."""
    if claim.stance is Stance.DENIES:
        return []
    return [toll for toll in claim.tolls if toll.cumulative and toll.since is not None and toll.part_of is None]


def tallies(stated: Sequence[Stated], incidents: Sequence[Incident]) -> Iterator[Tally]:
    """Every total that says since when and up to when it runs, by actor, measure, first day and claim. ``incidents``
    are those that are told of one by one: no round-ups and no totals."""
    dated = sorted((one for one in incidents if one.days and one.days.start and one.days.end), key=_first)
    starts = [_first(one) for one in dated]
    found = []
    for one in stated:
        for toll in totals(one.claim):
            window = _window(one, toll)
            if window is None or window.start is None or window.end is None:
                continue
            # an incident that spans days lies in the window where its first day does
            inside = dated[bisect_left(starts, window.start) : bisect_right(starts, window.end - timedelta(days=1))]
            found.append(_tally(one.claim, toll, window, inside))
    yield from sorted(found, key=_order)


def _first(incident: Incident) -> date:
    assert incident.days is not None and incident.days.start is not None
    return incident.days.start


def _window(one: Stated, toll: HowMany) -> Interval | None:
    """From the day that the total names up to the end of the claim's days, else to the day of printing."""
    end = one.claim.days.end if one.claim.days else None
    if end is None and one.printed is not None:
        end = one.printed + timedelta(days=1)
    if toll.since is None or end is None or end <= toll.since:
        return None
    return Interval(toll.since, end)


def _tally(claim: Claim, toll: HowMany, window: Interval, incidents: Sequence[Incident]) -> Tally:
    held: list[Incident] = []
    open_: list[Incident] = []
    for incident in incidents:
        estimate = incident.estimate(toll.measure)
        if estimate is None or claim.id in incident.claims:
            continue
        fits = (
            _inside(claim.place, incident.place),
            _among(claim.perpetrators, incident.perpetrators),
            _among(claim.targets, incident.targets),
        )
        if all(fits):
            held.append(incident)
        elif False not in fits:
            open_.append(incident)
    sums = [estimate for one in held if (estimate := one.estimate(toll.measure))]
    low = sum(_low(one) for one in sums)
    best = sum(one.best if one.best is not None else _low(one) for one in sums)
    may_be = [estimate for one in (*held, *open_) if (estimate := one.estimate(toll.measure))]
    told = sum(next((n for n in (one.high, one.best, one.low) if n is not None), 0) for one in may_be)
    number = toll.best if toll.best is not None else toll.low
    return Tally(
        claim=claim.id,
        report=claim.report,
        teller=claim.chain[-1].name if claim.chain else None,
        by=claim.perpetrators,
        of=claim.targets,
        place=claim.place,
        window=window,
        stated=toll,
        low=low,
        best=best,
        high=None if any(one.high is None for one in may_be) else told,
        gap=None if number is None else number - best,
        standing=_standing(toll, low, told),
        incidents=tuple(one.id for one in held),
        open=tuple(one.id for one in open_),
    )


def _low(estimate: Estimate) -> int:
    return next((n for n in (estimate.low, estimate.best) if n is not None), 0)


def _standing(toll: HowMany, low: int, told: int) -> Standing:
    """``told`` is the most that the incidents say in numbers: "at least nine" is nine here, else one open end would
    agree with everything."""
    floor, ceiling = toll.implied or (None, None)
    least = next((n for n in (toll.low, toll.best, floor) if n is not None), 0)
    most = next((n for n in (toll.high, ceiling, toll.best if toll.low is None else None) if n is not None), None)
    if told < least:
        return Standing.FEWER
    if most is not None and low > most:
        return Standing.MORE
    return Standing.AGREES


def _inside(region: Where | None, place: Where | None) -> bool | None:
    """Whether a place lies in the region of a total; ``None`` where that cannot be told."""
    if region is None:
        return True
    if place is None:
        return None
    if (region.place_id or region.name.casefold()) == (place.place_id or place.name.casefold()):
        return True
    if region.precision is WherePrecision.COUNTRY:
        return None if None in (region.country, place.country) else region.country == place.country
    if region.precision is WherePrecision.PROVINCE and region.admin1 and place.admin1:
        return (region.country, region.admin1) == (place.country, place.admin1)
    if place.precision is not None and region.precision is not None and place.precision > region.precision:
        return None  # a province holds the town of the total and may hold the incident anywhere
    distance = distance_km(spot(region), spot(place))
    if distance is None:
        return None
    return distance <= (region.radius_km or REACH[region.precision or WherePrecision.VAGUE])


def _among(named: Sequence[Who], others: Sequence[Who]) -> bool | None:
    """Whether an incident names one of the parties that a total names; ``None`` where it names none."""
    wanted = {key for key in map(actor_key, named) if key}
    if not wanted:
        return True
    found = {key for key in map(actor_key, others) if key}
    return bool(wanted & found) if found else None


def _order(tally: Tally) -> tuple[str, str, date, str]:
    assert tally.window.start is not None
    by = ", ".join(who.name for who in tally.by)
    return by, tally.stated.measure.value, tally.window.start, tally.claim
