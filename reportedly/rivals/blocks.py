"""Events of ours in, those that can be one with an event of theirs out, without looking at the others.

Events lie in blocks of a week by a square of degrees: small squares for what is placed within 60 km, large ones for
what is placed more vaguely. A search opens only the blocks that its days and its radius touch, so that the work grows
with the number of events and of pairs, and not with their product.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import cos, floor, radians

from reportedly.model.rival import Event
from reportedly.rivals.weighing import possible

_WEEK = 7
_KM_A_DEGREE = 111.0
_LAYERS = ((60.0, 1), (float("inf"), 10))
"""The largest radius in kilometres of the events in a layer, and its squares in degrees: they divide 360."""

_FLATTEST = 0.02
"""The least cosine of a latitude that is reckoned with: beyond 88° a search goes around the pole."""

_Block = tuple[int, int, int]


class Blocks:
    """Our events, ready to be searched by theirs. ``days`` and ``km`` are what the two may lie apart beyond their
    precision."""

    def __init__(self, ours: Iterable[Event], *, days: int, km: float) -> None:
        self._days, self._km = days, km
        self._events = tuple(ours)
        self._layers: list[tuple[int, float, dict[_Block, list[int]]]] = [
            (size, 0.0, defaultdict(list)) for _, size in _LAYERS
        ]
        for number, event in enumerate(self._events):
            layer = next(n for n, (most, _) in enumerate(_LAYERS) if event.reach_km <= most)
            size, widest, blocks = self._layers[layer]
            self._layers[layer] = (size, max(widest, event.reach_km), blocks)
            square = (floor(event.latitude / size), _column(floor(event.longitude / size), size))
            for week in _weeks(event, 0):
                blocks[(week, *square)].append(number)

    def near(self, theirs: Event) -> Iterator[tuple[int, Event]]:
        """Those that can be one with this event, with their numbers, in the order in which they were given."""
        found = {number for layer in self._layers for number in self._touched(theirs, *layer)}
        for number in sorted(found):
            if possible(self._events[number], theirs, days=self._days, km=self._km):
                yield number, self._events[number]

    def _touched(self, theirs: Event, size: int, widest: float, blocks: dict[_Block, list[int]]) -> Iterator[int]:
        if not blocks:
            return
        squares = _squares(theirs, theirs.reach_km + widest + self._km, size)
        weeks = _weeks(theirs, self._days)
        if len(squares) * len(weeks) > len(blocks):  # a whole country for a year: cheaper to look at every block
            wanted = frozenset(squares)
            for (week, row, column), numbers in blocks.items():
                if week in weeks and (row, column) in wanted:
                    yield from numbers
            return
        for row, column in squares:
            for week in weeks:
                yield from blocks.get((week, row, column), ())


def _weeks(event: Event, slack: int) -> range:
    first, last = event.first.toordinal() - slack, event.last.toordinal() + slack
    return range(first // _WEEK, last // _WEEK + 1)


def _squares(event: Event, km: float, size: int) -> list[tuple[int, int]]:
    """The squares that a circle touches; across 180° they go on at the other side."""
    high = km / _KM_A_DEGREE
    south, north = max(-90.0, event.latitude - high), min(90.0, event.latitude + high)
    flat = max(_FLATTEST, min(cos(radians(south)), cos(radians(north))))
    first, last = floor((event.longitude - high / flat) / size), floor((event.longitude + high / flat) / size)
    columns = sorted({_column(column, size) for column in range(first, min(last, first + 360 // size) + 1)})
    return [(row, column) for row in range(floor(south / size), floor(north / size) + 1) for column in columns]


def _column(number: int, size: int) -> int:
    """The number of a column of squares, from -180° on: that of 180° is that of -180°."""
    half = 180 // size
    return (number + half) % (2 * half) - half
