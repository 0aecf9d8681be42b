"""A mention and its bearer in, the point, radius and UCDP precision that the text gives out.

UCDP GED codebook, where_prec: 1 exact, 2 near a known place, 3 second-level division, 4 first-level division,
5 vague (a region, a part of a country), 6 country, 7 international waters or air space.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from reportedly.mentions.places_mention import PlaceMention
from reportedly.model.reading import Place
from reportedly.model.words import WherePrecision

_PRECISIONS = (
    ("A.PCL", WherePrecision.COUNTRY),
    ("L.CONT", WherePrecision.COUNTRY),
    ("A.ADM1", WherePrecision.PROVINCE),
    ("A.", WherePrecision.DISTRICT),
    ("H.SEA", WherePrecision.WATER_OR_AIR),
    ("H.OCN", WherePrecision.WATER_OR_AIR),
    ("H.GULF", WherePrecision.WATER_OR_AIR),
    ("H.", WherePrecision.VAGUE),
    ("P.", WherePrecision.EXACT),
)
_TOWN_KM = 3.0
_NEAR_KM = 10.0
_DIRECTION_KM = 15.0
_QUARTER = "P.PPLX"
_SEAT_KM = 30.0
"""How far a district reaches around the town that it is called by."""
_BEARING_ERROR = 0.4
"""Half of the angle between two of the eight winds, in radians: "west of" may be 22.5 degrees off."""

_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A point, how far it may be off, and what was done to reach it."""

    name: str
    latitude: float
    longitude: float
    radius_km: float | None
    precision: WherePrecision
    basis: str = ""


def place_point(mention: PlaceMention, place: Place, *, of_town: bool = False) -> Point:
    """Where the text puts it: at the place, near it, or at a distance and direction from it. ``of_town`` is true where
    the text says that it lies in a town."""
    radius = _radius(place)
    if mention.offset is not None:
        return _moved(mention, place, radius)
    if mention.near:
        precision = max(WherePrecision.NEAR, precision_of(place))
        reach = max(radius or 0.0, _NEAR_KM) if precision is WherePrecision.NEAR else radius
        return _point(place, place.name, reach, precision, "; near it")
    if mention.bearing is not None and place.kind.startswith("A."):
        return _part(place, radius)
    if not of_town and (wide := _stands_for(mention, place)) is not None:
        return _point(place, place.name, _SEAT_KM, wide, "; the town stands for what is called by it")
    return _point(place, place.name, radius, precision_of(place), "")


def _stands_for(mention: PlaceMention, place: Place) -> WherePrecision | None:
    """The precision of a district or province of which no gazetteer knows more than the town that it is called by."""
    feature = mention.feature
    if feature is None or feature.precision is None or place.kind == _QUARTER or not place.kind.startswith("P."):
        return None
    return WherePrecision(feature.precision)


def precision_of(place: Place) -> WherePrecision:
    """The UCDP precision of a place as such: by kind, and for features of the land by size."""
    for kind, precision in _PRECISIONS:
        if place.kind.startswith(kind):
            return precision
    radius = place.radius_km or 0.0
    if radius <= 5:
        return WherePrecision.EXACT
    if radius <= 15:
        return WherePrecision.NEAR
    return WherePrecision.DISTRICT if radius <= 50 else WherePrecision.VAGUE


def _radius(place: Place) -> float | None:
    if place.radius_km is not None:
        return place.radius_km
    return _TOWN_KM if place.kind.startswith(("P.", "S.")) else None


def _moved(mention: PlaceMention, place: Place, radius: float | None) -> Point:
    """The point at the stated distance; its error is the direction's, the distance's rounding and the anchor's size."""
    offset = mention.offset
    assert offset is not None
    size = min(radius or 0.0, 30.0)
    if offset.km is None:
        if not place.kind.startswith(("P.", "S.", "T.", "L.")) or (radius or 0.0) > 50:
            return _point(place, place.name, radius, WherePrecision.VAGUE, "; a direction from it")
        away = max(_DIRECTION_KM, size)
        error = away + min(size, away)
    elif offset.bearing is None:
        return _point(place, mention.text, offset.km + size, _near(place, offset.km), f"; {offset.km:g} km from it")
    else:
        away = offset.km
        error = away * (_BEARING_ERROR + 0.1) + size
    bearing = radians(offset.bearing or 0.0)
    latitude = place.latitude + away * cos(bearing) / _KM_PER_DEGREE
    longitude = place.longitude + away * sin(bearing) / (_KM_PER_DEGREE * max(0.05, cos(radians(place.latitude))))
    return Point(
        name=mention.text,
        latitude=round(latitude, 4),
        longitude=round(longitude, 4),
        radius_km=round(error, 1),
        precision=_near(place, away),
        basis=f"; {away:g} km at {offset.bearing or 0:g} degrees from {place.name}",
    )


def _near(place: Place, away: float) -> WherePrecision:
    if not place.kind.startswith(("P.", "S.", "T.", "L.")):
        return WherePrecision.VAGUE
    return WherePrecision.NEAR if away <= 50 else WherePrecision.DISTRICT


def _part(place: Place, radius: float | None) -> Point:
    """A part of a country or province: vague, with the whole's point and radius."""
    precision = precision_of(place)
    if precision is WherePrecision.COUNTRY:
        precision = WherePrecision.VAGUE
    return _point(place, place.name, radius, precision, "; a part of it")


def _point(place: Place, name: str, radius: float | None, precision: WherePrecision, basis: str) -> Point:
    return Point(
        name=name,
        latitude=place.latitude,
        longitude=place.longitude,
        radius_km=radius,
        precision=precision,
        basis=basis,
    )
