"""Claims that state running totals and the incidents of the ledger in, each total beside what the incidents hold out.

"Seven have been killed in Orvan since Monday" is no happening; it is a sum that somebody drew. It is checked against
the incidents that lie in its days and place, and that are laid to those whom it names. What names no place or nobody
may belong to it: that widens the range above and never counts as held.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from reportedly.estimates.rivals import FAR_HIGHER, group_of, same_people
from reportedly.incidents.sketches import REACH, actor_key, distance_km, spot
from reportedly.lexicon.estimating import Counted
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.tally import Standing, Tally
from reportedly.model.words import Measure, Stance, WherePrecision

OF_PEOPLE = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
"""Measures of which a claim may count a group, and the incident all."""


_MONTH = timedelta(days=31)


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


def tallies(
    stated: Sequence[Stated],
    incidents: Sequence[Incident],
    counted: Counted,
    groups: Mapping[str, Sequence[HowMany]] | None = None,
) -> Iterator[Tally]:
    """Every total that says since when and up to when it runs, by actor, measure, first day and claim. ``incidents``
    are those that are told of one by one: no round-ups and no totals. ``groups`` are counts of some of the people
    ("three journalists") by claim: a total of such is held against these alone."""
    dated = sorted((one for one in incidents if _is_brief(one)), key=_first)
    starts = [_first(one) for one in dated]
    found = []
    for one in stated:
        for toll in totals(one.claim):
            window = _window(one, toll)
            if window is None or window.start is None or window.end is None:
                continue
            # an incident that spans days lies in the window where its first day does
            inside = dated[bisect_left(starts, window.start) : bisect_right(starts, window.end - timedelta(days=1))]
            figures = _Figures(toll, counted, groups or {})
            found.append(_tally(one.claim, toll, window, inside, figures))
    yield from sorted(found, key=_order)


def _is_brief(incident: Incident) -> bool:
    """Whether an incident has its days and no more than a month of them: what is longer holds what is told singly."""
    days = incident.days
    return days is not None and days.start is not None and days.end is not None and days.end - days.start <= _MONTH


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


class _Range(NamedTuple):
    low: int | None
    best: int | None
    high: int | None


class _Figures:
    """What incidents hold of the measure of a total: of all people, or of the group that it counts."""

    def __init__(self, toll: HowMany, counted: Counted, groups: Mapping[str, Sequence[HowMany]]) -> None:
        self._measure = toll.measure
        self._groups = groups
        people = toll.measure in OF_PEOPLE and not counted.is_everyone(toll.whom)
        self._group = group_of(toll) if people else ""

    def of(self, incident: Incident) -> _Range | None:
        """The range that an incident adds; ``None`` where it counts none of them."""
        if self._group:
            return self._of_group(incident)
        estimate = incident.estimate(self._measure)
        return _Range(estimate.low, estimate.best, estimate.high) if estimate else None

    def _of_group(self, incident: Incident) -> _Range | None:
        told = [toll for claim in incident.claims for toll in self._groups.get(claim, ()) if self._fits(toll)]
        numbers = [n for toll in told for n in (toll.low, toll.best, toll.high) if n is not None]
        if not numbers:
            return None
        best = max((toll.best for toll in told if toll.best is not None), default=None)
        return _Range(min(numbers), best, None if any(toll.high is None for toll in told) else max(numbers))

    def _fits(self, toll: HowMany) -> bool:
        group = group_of(toll)
        return toll.measure is self._measure and bool(group) and _one_word(group, self._group)


def _one_word(left: str, right: str) -> bool:
    """Whether two words are for the same people, one of them or several ("journalist", "journalists")."""
    return same_people(left, right) or left.startswith(right) or right.startswith(left)


def _tally(claim: Claim, toll: HowMany, window: Interval, incidents: Sequence[Incident], figures: _Figures) -> Tally:
    held: dict[str, _Range] = {}
    open_: dict[str, _Range] = {}
    for incident in incidents:
        figure = figures.of(incident)
        if figure is None or claim.id in incident.claims:
            continue
        fits = (
            _inside(claim.place, incident.place),
            _among(claim.perpetrators, incident.perpetrators),
            _among(claim.targets, incident.targets),
        )
        if all(fits):
            held[incident.id] = figure
        elif False not in fits:
            open_[incident.id] = figure
    low = sum(_low(one) for one in held.values())
    best = sum(one.best if one.best is not None else _low(one) for one in held.values())
    may_be = [*held.values(), *open_.values()]
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
        incidents=tuple(held),
        open=tuple(open_),
    )


def _low(figure: _Range) -> int:
    return next((n for n in (figure.low, figure.best) if n is not None), 0)


def _standing(toll: HowMany, low: int, told: int) -> Standing:
    """``told`` is the most that the incidents say in numbers: "at least nine" is nine here, else one open end would
    agree with everything. Nor does a floor: who says "at least nine" of 40 counts fewer than the incidents hold."""
    floor, ceiling = toll.implied or (None, None)
    least = next((n for n in (toll.low, toll.best, floor) if n is not None), 0)
    most = next((n for n in (toll.high, ceiling, toll.best if toll.low is None else None) if n is not None), None)
    if told < least:
        return Standing.FEWER
    if low > (most if most is not None else FAR_HIGHER * least):
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
