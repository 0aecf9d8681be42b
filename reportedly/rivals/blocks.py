"""Events of ours in, those that can be one with an event of theirs out, without looking at the others.

Events lie in blocks of a week by a square of degrees: small squares for what is placed within 60 km, large ones for
what is placed more vaguely. A search opens only the blocks that its days and its radius touch, so that the work grows
with the number of events and of pairs, and not with their product.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import cos, floor, radians

from reportedly.model.rival import Event
from reportedly.rivals.weighing import possible

_WEEK = 7
_KM_A_DEGREE = 111.0
_LAYERS = ((60.0, 1), (float("inf"), 10))
"""The largest radius in kilometres of the events in a layer, and its squares in degrees: they divide 360."""

_FLATTEST = 0.02
"""The least cosine of a latitude that is reckoned with: beyond 88° a search goes all around the pole."""

_Block = tuple[int, int, int]


@dataclass(slots=True, kw_only=True)
class _Layer:
    """The blocks of events that reach ``most`` kilometres at the most; ``size`` is that of their squares in degrees,
    ``widest`` the largest radius among them."""

    most: float
    size: int
    widest: float = 0.0
    blocks: defaultdict[_Block, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, event: Event) -> None:
        """Puts an event into the blocks of its weeks."""
        self.widest = max(self.widest, event.reach_km)
        row, column = floor(event.latitude / self.size), _column(floor(event.longitude / self.size), self.size)
        for week in _weeks(event, 0):
            self.blocks[(week, row, column)].append(number)

    def touched(self, event: Event, weeks: range, km: float) -> Iterator[int]:
        """The events in the blocks that an event touches, with this many kilometres between the two circles."""
        if not self.blocks:
            return
        squares = _squares(event, event.reach_km + self.widest + km, self.size)
        if len(squares) * len(weeks) > len(self.blocks):  # a whole country for a year: cheaper to look at every block
            wanted = frozenset(squares)
            for (week, row, column), numbers in self.blocks.items():
                if week in weeks and (row, column) in wanted:
                    yield from numbers
            return
        for row, column in squares:
            for week in weeks:
                yield from self.blocks.get((week, row, column), ())


class Blocks:
    """Our events, ready to be searched by theirs. ``days`` and ``km`` are what the two may lie apart beyond their
    precision."""

    def __init__(self, ours: Iterable[Event], *, days: int, km: float) -> None:
        self._days, self._km = days, km
        self._events = tuple(ours)
        self._layers = tuple(_Layer(most=most, size=size) for most, size in _LAYERS)
        for number, event in enumerate(self._events):
            next(layer for layer in self._layers if event.reach_km <= layer.most).add(number, event)
        self._filled = {week for layer in self._layers for week, _, _ in layer.blocks}

    def near(self, theirs: Event) -> Iterator[tuple[int, Event]]:
        """Those that can be one with this event, with their numbers, in the order in which they were given."""
        weeks = _weeks(theirs, self._days)
        if self._filled.isdisjoint(weeks):
            return
        found = {number for layer in self._layers for number in layer.touched(theirs, weeks, self._km)}
        for number in sorted(found):
            if possible(self._events[number], theirs, days=self._days, km=self._km):
                yield number, self._events[number]


def _weeks(event: Event, slack: int) -> range:
    first, last = event.first.toordinal() - slack, event.last.toordinal() + slack
    return range(first // _WEEK, last // _WEEK + 1)


def _squares(event: Event, km: float, size: int) -> list[tuple[int, int]]:
    """The squares that a circle touches; across 180° they go on at the other side."""
    high = km / _KM_A_DEGREE
    south, north = max(-90.0, event.latitude - high), min(90.0, event.latitude + high)
    flat = min(cos(radians(south)), cos(radians(north)))
    wide = high / flat if flat > _FLATTEST else 360.0
    first, last = floor((event.longitude - wide) / size), floor((event.longitude + wide) / size)
    columns = sorted({_column(column, size) for column in range(first, min(last, first + 360 // size) + 1)})
    return [(row, column) for row in range(floor(south / size), floor(north / size) + 1) for column in columns]


def _column(number: int, size: int) -> int:
    """The number of a column of squares, from -180° on: that of 180° is that of -180°."""
    half = 180 // size
    return (number + half) % (2 * half) - half
