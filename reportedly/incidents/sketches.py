"""Claims in, sketches out: what one or several claims say, boiled down to what comparing needs.

Days become numbers, places a point with a reach, actors a set of keys, words a weighted vector. A sketch invents
nothing: what the claims do not say stays empty, and an empty field speaks neither for nor against.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from reportedly.incidents.days import Days, Ends, closed, ends, narrowest, spanned
from reportedly.incidents.packing import packed, unpacked
from reportedly.incidents.wording import Vector, Wording, blend
from reportedly.model.claim import Claim
from reportedly.model.globe import distance_km as between
from reportedly.model.reading import HowMany, Where, Who
from reportedly.model.text import Report
from reportedly.model.words import Happening, Measure, WherePrecision

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

_UNKNOWN = "name:"
"""What the keys of places begin with that no gazetteer knows."""

_SURE = 0.8
"""The share among the bearers of a name from which another place holds two reports apart."""

_RUN = 5  # words
_AT_HAND = 4_000  # places, kinds and tolls that are kept when they were unpacked: many sketches share them

Item = TypeVar("Item")


class Spot(NamedTuple):
    """A point with its reach in kilometres, or a place known by name and country only: ``unknown`` marks a name that no
    gazetteer knows, put no nearer than in its province or country. ``doubtful`` marks a name whose other bearers may
    well be meant."""

    key: str
    latitude: float | None
    longitude: float | None
    reach: float
    country: str | None
    admin1: str | None
    point: bool  # UCDP precision 1 or 2: a place one can stand at
    doubtful: bool = False

    @property
    def unknown(self) -> bool:
        """Whether only the name tells the place from others."""
        return self.key.startswith(_UNKNOWN)

    @property
    def label(self) -> str:
        """What the place is shown as: its id, or its name alone."""
        return self.key.removeprefix(_UNKNOWN)


class Toll(NamedTuple):
    """What is counted and between which numbers; ``high`` is ``None`` where the words set no ceiling."""

    measure: Measure
    low: int | None
    high: int | None
    exact: int | None


class Sketch(NamedTuple):
    """Claims of one report that speak of one thing, ready to be compared. ``key`` is the first claim's id."""

    key: str
    report: str
    claims: tuple[str, ...]
    days: Days | None
    published: int | None
    spread: Ends | None  # between which days its claims lie
    until: int | None  # the last day on which it can have happened, where no day is stated
    spots: tuple[Spot, ...]
    kinds: frozenset[Happening]
    perpetrators: frozenset[str]
    targets: frozenset[str]
    weapons: frozenset[str]
    tolls: frozenset[Toll]
    denies: frozenset[str] = frozenset()
    words: Vector = MappingProxyType({})
    names: frozenset[int] = frozenset()
    runs: frozenset[int] = frozenset()  # hashed runs of five words
    story: Vector | None = None  # the whole report's words, where this is its main matter
    called: frozenset[int] = frozenset()  # … and the names in it that few reports hold

    @property
    def vague(self) -> bool:
        """Whether the claims give no time narrower than ten days, or no place one can stand at."""
        return self.undated or self.unplaced

    @property
    def undated(self) -> bool:
        """Whether the claims give no time narrower than ten days."""
        return self.days is None or self.days.width > 10

    @property
    def unplaced(self) -> bool:
        """Whether the claims give no place one can stand at."""
        return not any(spot.point for spot in self.spots)


_TYPED = ("days", "spread", "spots", "kinds", "tolls")
_PACKED = tuple(name for name in Sketch._fields if name not in _TYPED)
_values = attrgetter(*_PACKED)
_in_order = itemgetter(*map((*_TYPED, *_PACKED).index, Sketch._fields))
_KINDS = {kind.value: kind for kind in Happening}
_MEASURES = {measure.value: measure for measure in Measure}


def sketch(claim: Claim, report: Report | None, wording: Wording) -> Sketch:
    """The sketch of one claim."""
    said = wording.sentence(claim.span.of(report.text) if report else "")
    place, days = claim.place, _days(claim)
    return Sketch(
        key=claim.id,
        report=claim.report,
        claims=(claim.id,),
        days=days,
        spread=ends(days),
        published=_printed(report),
        until=_until(claim, report),
        spots=(spot(place),) if place is not None and _telling(place) else (),
        kinds=frozenset((claim.happening,)),
        perpetrators=frozenset(_keys(claim.perpetrators)),
        targets=frozenset(_keys(claim.targets)),
        weapons=frozenset(weapon.casefold() for weapon in claim.weapons),
        tolls=frozenset(toll for toll in map(_toll, claim.tolls) if toll),
        denies=frozenset(claim.denies[:1]),
        words=said.words,
        names=said.names,
        runs=_runs(said.codes),
    )


def merged(sketches: Sequence[Sketch], story: Vector | None = None, called: frozenset[int] = frozenset()) -> Sketch:
    """One sketch of several claims of one report. ``story`` are the whole report's words and ``called`` its rare
    names, where the claims are what it is mainly about."""
    first = min(sketches, key=lambda one: one.key)
    if len(sketches) == 1:
        return first if story is None and not called else first._replace(story=story, called=called)
    until = _bound(sketches)
    return first._replace(
        claims=tuple(sorted(claim for one in sketches for claim in one.claims)),
        days=narrowest([one.days for one in sketches], until),
        spread=spanned(one.spread for one in sketches),
        until=until,
        spots=_spots(spot for one in sketches for spot in one.spots),
        kinds=_union([one.kinds for one in sketches]),
        perpetrators=_union([one.perpetrators for one in sketches]),
        targets=_union([one.targets for one in sketches]),
        weapons=_union([one.weapons for one in sketches]),
        tolls=_union([one.tolls for one in sketches]),
        denies=_union([one.denies for one in sketches]),
        words=blend([one.words for one in sketches]),
        names=_union([one.names for one in sketches]),
        runs=_union([one.runs for one in sketches]),
        story=story,
        called=called,
    )


def pack(sketch: Sketch) -> bytes:
    """A sketch as bytes, a tenth of its size in memory, for a worker or for later."""
    tolls = [(toll.measure.value, *toll[1:]) for toll in sketch.tolls]
    days, spread = tuple(sketch.days or ()), tuple(sketch.spread or ())
    typed = days, spread, list(map(tuple, sketch.spots)), [kind.value for kind in sketch.kinds], tolls
    return packed((typed, _values(sketch)))


def unpack(content: bytes) -> Sketch:
    """The sketch that was packed."""
    (days, spread, spots, kinds, tolls), values = unpacked(content)
    typed = (
        Days(*days) if days else None,
        Ends(*spread) if spread else None,
        _unpacked_spots(tuple(spots)),
        _unpacked_kinds(tuple(kinds)),
        _unpacked_tolls(tuple(tolls)),
    )
    return Sketch._make(_in_order((*typed, *values)))


@lru_cache(_AT_HAND)
def _unpacked_spots(spots: tuple[tuple[Any, ...], ...]) -> tuple[Spot, ...]:
    return tuple(map(Spot._make, spots))


@lru_cache(_AT_HAND)
def _unpacked_kinds(kinds: tuple[str, ...]) -> frozenset[Happening]:
    return frozenset([_KINDS[kind] for kind in kinds])


@lru_cache(_AT_HAND)
def _unpacked_tolls(tolls: tuple[tuple[Any, ...], ...]) -> frozenset[Toll]:
    return frozenset([Toll(_MEASURES[measure], *range_) for measure, *range_ in tolls])


def distance_km(left: Spot, right: Spot) -> float | None:
    """The great-circle distance of two spots, or ``None`` where one has no coordinates."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    return between(left.latitude, left.longitude, right.latitude, right.longitude)


def actor_key(who: Who) -> str | None:
    """What an actor is told apart by: its side where the vocabulary knows one, else its id. People described
    ("masked gunmen", "civilians") have neither and tell nothing apart."""
    return who.side or who.actor_id


def _days(claim: Claim) -> Days | None:
    """The claim's days; an open side is closed by the stated precision ("for months", told on Friday)."""
    if claim.days is None or (claim.date_precision is None and None in (claim.days.start, claim.days.end)):
        return None  # "before it was told" bounds the day and does not date it
    return closed(claim.days, claim.date_precision)


def _printed(report: Report | None) -> int | None:
    return report.published.day.toordinal() if report and report.published else None


def _until(claim: Claim, report: Report | None) -> int | None:
    """The last day that the claim leaves open: the one it is bounded by, else the day its report was printed."""
    if claim.days is not None and claim.days.end is not None:
        return claim.days.end.toordinal() - 1
    return _printed(report)


def _bound(sketches: Sequence[Sketch]) -> int | None:
    """The first of the days by which several claims leave it to have happened. A month or a year that one of them
    tells of ("in 2007 he shot a clerk") bounds nothing beside claims that give no day."""
    short = [one for one in sketches if not one.undated or one.days is None]
    found = (one.until for one in short or sketches if one.until is not None)
    return min(found, default=None)


def _spots(spots: Iterable[Spot]) -> tuple[Spot, ...]:
    """The distinct places; those one cannot stand at only where there is no other."""
    found = sorted(set(spots), key=_spot_order)
    points = tuple(spot for spot in found if spot.point)
    return points or tuple(found)


def _runs(words: tuple[int, ...]) -> frozenset[int]:
    """The runs of five words, each as one number."""
    return frozenset([hash(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)])


def _union(sets: Iterable[frozenset[Item]]) -> frozenset[Item]:
    return frozenset().union(*sets)


def _telling(place: Where) -> bool:
    """Whether the place narrows anything down: a whole country holds every incident of a war, a village in it that no
    gazetteer knows does not."""
    return place.locative and (place.precision is not WherePrecision.COUNTRY or _nobody_knows(place))


def _nobody_knows(place: Where) -> bool:
    """Whether a name is put nowhere, or only where the text says that it lies: in a district, province or country."""
    return place.place_id is None and (place.precision or WherePrecision.VAGUE) > WherePrecision.NEAR


def spot(place: Where) -> Spot:
    """A place as a point with its reach."""
    precision = place.precision or WherePrecision.VAGUE
    reach = place.radius_km if place.radius_km is not None else REACH[precision]
    return Spot(
        key=place.place_id or (_UNKNOWN if _nobody_knows(place) else "") + place.name.casefold(),
        latitude=place.latitude,
        longitude=place.longitude,
        reach=max(reach, REACH[WherePrecision.EXACT]),
        country=place.country,
        admin1=place.admin1,
        point=precision <= WherePrecision.NEAR,
        doubtful=place.share is not None and place.share < _SURE,
    )


def _spot_order(spot: Spot) -> tuple[float, str, float, float]:
    """By reach and key; one name may stand at two points, or at none."""
    return (spot.reach, spot.key, spot.latitude or 0.0, spot.longitude or 0.0)


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
