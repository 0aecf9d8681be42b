"""An event of ours and one of theirs in, how much speaks for their being one out, reason by reason.

The weights are points, set by hand from what the codebooks call precise; ``docs/compare.md`` lists them. Day and place
told exactly are enough for a match where nothing speaks against it; a month and a province are not, unless the sides
or the dead join the two. The days and kilometres that two datasets may lie apart follow the practice of joining
datasets by event (Donnay, Dunford, McGrath, Backer, Cunningham, "Integrating Conflict Event Data", JCR 2019).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportedly.model.rival import Event, Field, Gap
from reportedly.rivals.gaps import days_apart, gaps, km_apart

ENOUGH = 5.0
"""Points from which two events are one."""

_BY_WIDTH = ((1, 3.0), (7, 2.0), (31, 1.0))
"""Points for shared days, by the width in days of the wider of the two."""

_BY_PLACE = ((2, 3.0), (3, 2.0), (4, 1.0))
"""Points for a shared place, by the less precise where_prec of the two."""

_BEYOND = -1.0
"""For each day beyond what the dates leave open, down to nothing; once where the places lie beyond their radii."""

_SIDES = {True: 3.0, False: -2.0}
_KIND = {True: 1.0, False: -1.0}
_SAME_DEAD, _OVERLAPPING_DEAD, _OTHER_DEAD = 2.0, 1.0, -1.0
_SAME_ENTRY = 4.0
"""Both are dated and placed with the same precision, to the same point and to days of which one holds the other."""

_ONE_POINT = 1.0
"""Kilometres within which two points are one, for want of decimals."""

_COUNTRY = 6
"""The where_prec of a whole country."""


class Weighed(NamedTuple):
    """Points, the reasons with theirs, and the fields compared."""

    score: float
    why: tuple[str, ...]
    gaps: tuple[Gap, ...]

    @property
    def order(self) -> tuple[float, int, int, float, float]:
        """The better of two pairs comes first: by points, then by what differs, what agrees, and by distance."""
        by = {gap.field: gap for gap in self.gaps}
        differ = sum(gap.agrees is False for gap in self.gaps)
        agree = sum(gap.agrees is True for gap in self.gaps)
        return -self.score, differ, -agree, abs(by[Field.DAYS].by or 0), by[Field.DISTANCE].by or 0


def possible(ours: Event, theirs: Event, *, days: int, km: float) -> bool:
    """Whether the two can be one at all: within the days and kilometres that are allowed beyond their precision, and
    of one country where one of them knows no more than that."""
    if abs(days_apart(ours, theirs)) > days:
        return False
    vague = _COUNTRY in (ours.where_precision, theirs.where_precision)
    if vague and ours.country_code and theirs.country_code and ours.country_code != theirs.country_code:
        return False
    return km_apart(ours, theirs) <= ours.reach_km + theirs.reach_km + km


def weigh(ours: Event, theirs: Event) -> Weighed:
    """The points of two events that can be one."""
    compared = gaps(ours, theirs)
    by = {gap.field: gap for gap in compared}
    points = [(reason, weight) for reason, weight in _weights(ours, theirs, by) if weight]
    why = tuple(f"{reason} ({weight:+g})" for reason, weight in points)
    return Weighed(sum(weight for _, weight in points), why, compared)


def _weights(ours: Event, theirs: Event, by: dict[Field, Gap]) -> Iterator[tuple[str, float]]:
    width = max((event.last - event.first).days + 1 for event in (ours, theirs))
    apart = abs(days_apart(ours, theirs))
    yield "days", max(0.0, _step(_BY_WIDTH, width) + _BEYOND * apart)
    beyond = 0.0 if by[Field.DISTANCE].agrees else _BEYOND
    yield "place", max(0.0, _step(_BY_PLACE, max(ours.where_precision, theirs.where_precision)) + beyond)
    yield "sides", _agreed(_SIDES, by[Field.SIDES])
    yield "deaths", _dead(ours, theirs)
    yield "kind", _agreed(_KIND, by[Field.KIND])
    yield "name of the place", 0.5 if by[Field.PLACE].agrees else 0.0
    yield "same entry", _SAME_ENTRY if _one_entry(ours, theirs, by) else 0.0


def _step(steps: Sequence[tuple[int, float]], value: int) -> float:
    return next((points for most, points in steps if value <= most), 0.0)


def _agreed(points: dict[bool, float], gap: Gap) -> float:
    return 0.0 if gap.agrees is None else points[gap.agrees]


def _dead(ours: Event, theirs: Event) -> float:
    """The same number above nothing, ranges that share a number, or neither."""
    if ours.best is None or theirs.best is None:
        return 0.0
    if ours.best == theirs.best:
        return _SAME_DEAD if ours.best else 0.0
    low = max(ours.best if ours.low is None else ours.low, theirs.best if theirs.low is None else theirs.low)
    high = min(ours.best if ours.high is None else ours.high, theirs.best if theirs.high is None else theirs.high)
    return _OVERLAPPING_DEAD if low <= high else _OTHER_DEAD


def _one_entry(ours: Event, theirs: Event, by: dict[Field, Gap]) -> bool:
    nested = (ours.first >= theirs.first and ours.last <= theirs.last) or (
        theirs.first >= ours.first and theirs.last <= ours.last
    )
    near = (by[Field.DISTANCE].by or 0.0) <= _ONE_POINT
    return nested and near and ours.date_precision == theirs.date_precision
