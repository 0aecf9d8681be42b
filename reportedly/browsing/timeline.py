"""Days of incidents in, the bins of a timeline out: days, weeks, months or years, as many as a chart can show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from reportedly.browsing.columns import Columns, Mask, Numbers
from reportedly.browsing.ordering import day_of
from reportedly.model.browsing import Bin

MOST = 130
"""Bins that a timeline may have."""
TAIL = 0.005
"""Share of the incidents at either end that may be gathered in the outermost bins (one at least, where there are more
than ``FEW``): one date read as 1914 must not make a timeline of a week a timeline of a century."""
FEW = 10

_EPOCH = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bins, without gaps between them, and what one of them is. The outermost may be wider than the others."""

    unit: str
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class _Unit:
    """A measure of time: from the numbers of days to the numbers of its stretches, and from such a number to its first
    day."""

    name: str
    slots: Callable[[Numbers], Numbers]
    first: Callable[[int], date]


def timeline(held: Columns, kept: Mask) -> Timeline:
    """The incidents that are kept and have a day, by the first day on which they can have been."""
    chosen = kept & ~held.undated
    days = day_of(held)[chosen]
    if not len(days):
        return Timeline(unit="day", bins=())
    unit, low, high = _fitting(days)
    slots = np.clip(unit.slots(days), low, high) - low
    counts = np.bincount(slots, minlength=high - low + 1)
    killed = np.bincount(slots, weights=held.dead[chosen], minlength=high - low + 1)
    first, last = date.fromordinal(int(days.min())), date.fromordinal(int(days.max()))
    bins = tuple(
        Bin(
            first=min(first, unit.first(low)) if slot == low else unit.first(slot),
            last=max(last, _last(unit, slot)) if slot == high else _last(unit, slot),
            count=int(counts[slot - low]),
            killed=int(killed[slot - low]),
        )
        for slot in range(low, high + 1)
    )
    return Timeline(unit=unit.name, bins=bins)


def _fitting(days: Numbers) -> tuple[_Unit, int, int]:
    """The smallest unit of which a chart can hold all but the tails, and its first and last stretch."""
    tail = max(TAIL, 1 / len(days)) if len(days) > FEW else 0.0
    whole, core = (np.quantile(days, (cut, 1 - cut), method="nearest").astype(np.int64) for cut in (0.0, tail))
    for unit in _UNITS:
        for ends in (whole, core):
            low, high = unit.slots(ends).tolist()
            if high - low < MOST:
                return unit, low, high
    return _YEAR, low, high


def _last(unit: _Unit, slot: int) -> date:
    try:
        return unit.first(slot + 1) - timedelta(days=1)
    except (ValueError, OverflowError):  # the calendar ends here
        return date.max


def _months(days: Numbers) -> Numbers:
    found: Numbers = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return found


_YEAR = _Unit("year", lambda days: _months(days) // 12 + 1970, lambda slot: date(slot, 1, 1))
_UNITS = (
    _Unit("day", lambda days: days, date.fromordinal),
    _Unit("week", lambda days: (days - 1) // 7, lambda slot: date.fromordinal(slot * 7 + 1)),
    _Unit("month", _months, lambda slot: date(1970 + slot // 12, slot % 12 + 1, 1)),
    _YEAR,
)
"""Weeks begin on Monday."""
