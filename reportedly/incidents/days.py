"""Intervals of claims in, days as numbers out: closed where they are open on a side, and the one day of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision

WIDTH = {
    DatePrecision.DAY: 1,
    DatePrecision.DAYS: 4,
    DatePrecision.WEEK: 8,
    DatePrecision.MONTH: 31,
    DatePrecision.YEAR: 366,
}
"""Days that each UCDP date precision covers, for claims whose days are open on one side."""

_STRETCH = 7
"""Days; what is wider is a stretch, and dates no sentence but its own."""


WEEK = 7
"""Days; what lies further apart is two happenings, but for a siege or an advance."""


class Days(NamedTuple):
    """First and last possible day as ordinals, both included."""

    first: int
    last: int

    @property
    def width(self) -> int:
        return self.last - self.first + 1


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


class Ends(NamedTuple):
    """Between which days the claims of one happening are spread: the earliest last day and the latest first day of
    those that are dated to a week or less. Where all may be one day, ``last`` is not after ``first``. ``lasting`` where
    all of them tell of what goes on for weeks."""

    first: int
    last: int
    lasting: bool = False


def ends(days: Days | None) -> Ends | None:
    """The ends of one claim's days; none where they are wider than a week and date nothing."""
    return Ends(days.last, days.first) if days is not None and days.width <= WEEK else None


def spanned(spreads: Iterable[Ends | None]) -> Ends | None:
    """The ends of several claims together."""
    found = [one for one in spreads if one is not None]
    if not found:
        return None
    return Ends(min(e.first for e in found), max(e.last for e in found), all(e.lasting for e in found))


def too_far(left: Ends | None, right: Ends | None) -> bool:
    """Whether the two together are spread over more than a week, and neither alone is spread so far; not where both
    tell of what lasts: a siege goes on, a strike is not one with it because it goes on."""
    if left is None or right is None or (left.lasting and right.lasting):
        return False
    first = left.first if left.first <= right.first else right.first
    last = left.last if left.last >= right.last else right.last
    if last - first <= WEEK:
        return False
    return (first, last) != left[:2] and (first, last) != right[:2]


def narrowest(said: Sequence[Days | None], until: int | None) -> Days | None:
    """The narrowest of several claims' days; of equally narrow ones the earliest. A stretch of months beside claims
    without a day ("in recent months the town was often hit") dates nothing, nor does a day after the one by which it
    had happened."""
    days = [one for one in said if one is not None and (until is None or one.first <= until)]
    if not days:
        return None
    width = min(day.width for day in days)
    if width > _STRETCH and len(days) < len(said):
        return None
    return min(day for day in days if day.width == width)
