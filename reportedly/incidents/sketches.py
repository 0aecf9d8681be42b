"""Claims in, sketches out: what one or several claims say, boiled down to what comparing needs.

Days become numbers, places a point with a reach, actors a set of keys, words a weighted vector. A sketch invents
nothing: what the claims do not say stays empty, and an empty field speaks neither for nor against.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from reportedly.incidents.wording import Vector, Wording, codes
from reportedly.model.claim import Claim
from reportedly.model.reading import HowMany, Interval, Where, Who
from reportedly.model.text import Report
from reportedly.model.words import DatePrecision, Happening, Measure, WherePrecision

WIDTH = {
    DatePrecision.DAY: 1,
    DatePrecision.DAYS: 4,
    DatePrecision.WEEK: 8,
    DatePrecision.MONTH: 31,
    DatePrecision.YEAR: 366,
}
"""Days that each UCDP date precision covers, for claims whose days are open on one side."""

REACH = {
    WherePrecision.EXACT: 4.0,
    WherePrecision.NEAR: 25.0,
    WherePrecision.DISTRICT: 40.0,
    WherePrecision.PROVINCE: 120.0,
    WherePrecision.VAGUE: 250.0,
    WherePrecision.COUNTRY: 900.0,
    WherePrecision.WATER_OR_AIR: 250.0,
}
"""Kilometres around a point that each UCDP place precision covers, where the place itself states no radius."""

_NAME = re.compile(r"(?<=[^\W_] )[^\W\d_][\w'’-]+")
_EARTH_KM = 6371.0


class Days(NamedTuple):
    """First and last possible day as ordinals, both included."""

    first: int
    last: int

    @property
    def width(self) -> int:
        return self.last - self.first + 1


class Spot(NamedTuple):
    """A point with its reach in kilometres, or a place known by name and country only."""

    key: str
    latitude: float | None
    longitude: float | None
    reach: float
    country: str | None
    admin1: str | None
    point: bool  # UCDP precision 1 or 2: a place one can stand at

    @property
    def located(self) -> bool:
        return self.latitude is not None and self.longitude is not None


class Toll(NamedTuple):
    """What is counted and between which numbers; ``high`` is ``None`` where the words set no ceiling."""

    measure: Measure
    low: int | None
    high: int | None
    exact: int | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """Claims of one report that speak of one thing, ready to be compared. ``key`` is the first claim's id."""

    key: str
    report: str
    claims: tuple[str, ...]
    days: Days | None
    stated: bool  # the claims state a day; false where only the publication bounds it
    published: int | None
    spots: tuple[Spot, ...]
    kinds: frozenset[Happening]
    perpetrators: frozenset[str]
    targets: frozenset[str]
    weapons: frozenset[str]
    tolls: frozenset[Toll]
    denies: frozenset[str] = frozenset()
    words: Vector = field(default_factory=dict, repr=False)
    names: frozenset[int] = field(default=frozenset(), repr=False)
    story: Vector | None = field(default=None, repr=False)  # the whole report's words, where this is its main matter

    @property
    def vague(self) -> bool:
        """Whether the claims give no time narrower than ten days, or no place one can stand at."""
        return self.days is None or self.days.width > 10 or not any(spot.point for spot in self.spots)


def sketch(claims: Sequence[Claim], report: Report | None, wording: Wording, *, main: bool = False) -> Sketch:
    """One sketch of claims of one report. ``main`` says that they are what the report is mainly about."""
    first = min(claims, key=lambda claim: claim.id)
    text = " \n ".join(_words_of(claim, report) for claim in claims)
    firm = [days for days in map(_days, claims) if days is not None]
    return Sketch(
        key=first.id,
        report=first.report,
        claims=tuple(sorted(claim.id for claim in claims)),
        days=_narrowest(firm),
        stated=any(claim.days is not None and claim.days.start is not None for claim in claims),
        published=report.published.day.toordinal() if report and report.published else None,
        spots=_spots(claims),
        kinds=frozenset(claim.happening for claim in claims),
        perpetrators=frozenset(key for claim in claims for key in _keys(claim.perpetrators)),
        targets=frozenset(key for claim in claims for key in _keys(claim.targets)),
        weapons=frozenset(weapon.casefold() for claim in claims for weapon in claim.weapons),
        tolls=frozenset(toll for claim in claims for toll in map(_toll, claim.tolls) if toll),
        denies=frozenset(denied for claim in claims for denied in claim.denies),
        words=wording.vector(text),
        names=frozenset(code for name in _NAME.findall(text) if name[0].isupper() for code in codes(name)),
        story=wording.stories.get(first.report) if main else None,
    )


def distance_km(left: Spot, right: Spot) -> float | None:
    """The great-circle distance of two spots, or ``None`` where one has no coordinates."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    north, south = radians(left.latitude), radians(right.latitude)
    high = sin((north - south) / 2) ** 2
    wide = sin(radians(left.longitude - right.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, high + cos(north) * cos(south) * wide)))


def actor_key(who: Who) -> str | None:
    """What an actor is told apart by: its side where the vocabulary knows one, else its id. People described
    ("masked gunmen", "civilians") have neither and tell nothing apart."""
    return who.side or who.actor_id


def _words_of(claim: Claim, report: Report | None) -> str:
    return claim.span.of(report.text) if report else ""


def _days(claim: Claim) -> Days | None:
    """The claim's days; an open side is closed by the stated precision ("for months", told on Friday)."""
    if claim.days is None:
        return None
    return closed(claim.days, claim.date_precision)


def closed(days: Interval, precision: DatePrecision | None) -> Days | None:
    """An interval as ordinals; where one side is open, as wide as its precision says (a year if it says nothing)."""
    width = WIDTH[precision or DatePrecision.YEAR]
    if days.start is not None and days.end is not None:
        return Days(days.start.toordinal(), days.end.toordinal() - 1)
    if days.end is not None:
        last = days.end.toordinal() - 1
        return Days(max(1, last - width + 1), last)
    if days.start is not None:
        first = days.start.toordinal()
        return Days(first, first + width - 1)
    return None


def _narrowest(days: Sequence[Days]) -> Days | None:
    """The narrowest of several claims' days; of equally narrow ones, their hull if they touch, else the earliest."""
    if not days:
        return None
    width = min(day.width for day in days)
    return min(day for day in days if day.width == width)


def _spots(claims: Iterable[Claim]) -> tuple[Spot, ...]:
    """The distinct places of the claims, those one can stand at first; vaguer ones only where there is no other."""
    found = {_spot(claim.place) for claim in claims if claim.place is not None and claim.place.locative}
    points = sorted((spot for spot in found if spot.point), key=_spot_order)
    return tuple(points or sorted(found, key=_spot_order))


def _spot(place: Where) -> Spot:
    precision = place.precision or WherePrecision.VAGUE
    reach = place.radius_km if place.radius_km is not None else REACH[precision]
    return Spot(
        key=place.place_id or place.name.casefold(),
        latitude=place.latitude,
        longitude=place.longitude,
        reach=max(reach, REACH[WherePrecision.EXACT]),
        country=place.country,
        admin1=place.admin1,
        point=precision <= WherePrecision.NEAR,
    )


def _spot_order(spot: Spot) -> tuple[float, str]:
    return (spot.reach, spot.key)


def _keys(actors: Iterable[Who]) -> Iterable[str]:
    return (key for key in map(actor_key, actors) if key)


def _toll(toll: HowMany) -> Toll | None:
    """A toll's range, or ``None`` for a running total, which is no toll of this happening."""
    if toll.cumulative:
        return None
    floor, ceiling = toll.implied or (None, None)
    low = toll.low if toll.low is not None else floor
    high = toll.high if toll.high is not None else ceiling
    if toll.best is not None and toll.low is None and toll.high is None:  # "some 40"
        low, high = int(toll.best * 0.8), int(toll.best * 1.25) + 1
    return Toll(toll.measure, low, high, toll.best)


