"""The spots of two sketches in, how far they speak for one incident out: points, regions, names nobody knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import product

from rapidfuzz.fuzz import partial_ratio

from reportedly.incidents.sketches import Sketch, Spot, distance_km
from reportedly.incidents.steps import stepped
from reportedly.model.words import Measure

FAR = -2.0
"""What two places weigh from which nobody takes the one for the other: more than 30 km beyond both reaches."""

_HARMED = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})

_AT_HAND = 50_000
"""Pairs of places whose weight is kept: most reports tell of few."""


def by_place(left: tuple[Spot, ...], right: tuple[Spot, ...]) -> float:
    """The best agreement among the places of both sides."""
    if not left or not right:
        return 0.0
    if len(left) == len(right) == 1:
        return _spot_pair(left[0], right[0])
    return max([_spot_pair(one, other) for one, other in product(left, right)])


def without_asides(told: Sequence[Sketch]) -> list[Sketch]:
    """The sketches of one strand: where some count people harmed at a point, what fewer are told of, far from all of
    these, is told in passing, and its place ties the strand to nothing."""
    counted = {spot for one in told if _counts_harmed(one) for spot in one.spots if spot.point}
    if not counted:
        return list(told)
    often = Counter(spot for one in told for spot in one.spots)
    most = max(often[spot] for spot in counted)
    aside = {spot for spot in often if often[spot] < most and _far_from_all(spot, counted)}
    return [one._replace(spots=tuple(spot for spot in one.spots if spot not in aside)) for one in told]


def _far_from_all(spot: Spot, others: Iterable[Spot]) -> bool:
    return max(_spot_pair(spot, other) for other in others) <= FAR


def _counts_harmed(one: Sketch) -> bool:
    return any(toll.measure in _HARMED and (toll.exact or toll.low) for toll in one.tolls)


def _spot_pair(left: Spot, right: Spot) -> float:
    """One place weighs much where it is a known point, a region or a bare name little."""
    if left.key == right.key:
        return 2.4 if left.point and right.point and not left.unknown else 0.4
    return _two_places(left, right)


@lru_cache(_AT_HAND)
def _two_places(left: Spot, right: Spot) -> float:
    """Two points near each other weigh much, a point inside a region little; distance beyond both reaches counts
    against them."""
    both_points = left.point and right.point
    if left.unknown or right.unknown:
        return _by_unknown_name(left, right)
    if not both_points and left.admin1 and (left.country, left.admin1) == (right.country, right.admin1):
        return 0.4  # a province holds what lies in it, however far from its middle
    distance = distance_km(left, right)
    if distance is None:
        return _by_name(left, right)
    if both_points:
        beyond = distance - max(left.reach, right.reach)
        if beyond <= 0:
            return 2.0 if distance <= 8 else 1.4
        return stepped(beyond, ((10, 0.2), (30, -1.0), (80, -2.0)), -3.0)
    beyond = distance - max(left.reach, right.reach)
    if beyond <= 0:
        return 0.4
    return stepped(beyond, ((30, -0.3), (100, -1.5)), -3.5)


def _by_unknown_name(left: Spot, right: Spot) -> float:
    """What a name says that no gazetteer knows: the same one spelled otherwise is one place, another one another. It
    may lie in or beside a place that is known."""
    distance = distance_km(left, right)
    if distance is not None and (beyond := distance - max(left.reach, right.reach)) > 0:
        return stepped(beyond, ((30, -0.3), (100, -1.5)), -3.5)
    if left.country and right.country and left.country != right.country:
        return -1.5
    if left.admin1 and right.admin1 and left.admin1 != right.admin1:
        return -1.5
    if left.unknown and right.unknown:
        return 0.4 if partial_ratio(left.label, right.label) >= _SPELLED else -0.8
    if left.admin1 and left.admin1 == right.admin1:
        return 0.4
    return -0.6 if distance is not None and (left.point or right.point) else 0.0


_SPELLED = 75.0
"""The share of letters in order (per cent) from which two unknown names are one name spelled twice."""


def _by_name(left: Spot, right: Spot) -> float:
    if left.country and right.country and left.country != right.country:
        return -1.5
    return -1.0 if left.point and right.point else 0.0
