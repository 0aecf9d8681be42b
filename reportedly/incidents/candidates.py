"""Sketches in, pairs worth comparing out, in near-linear time.

Sketches meet under shared keys: family + days + map cell; a telling word + month; a name that few reports
hold; a large exact count + days; copied text; a denial. A key that too many share is not multiplied out: its sketches
are sorted in several ways and each meets only its neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, radians

from reportedly.incidents.days import Days
from reportedly.incidents.grouping import Pair
from reportedly.incidents.sketches import Sketch, Spot
from reportedly.incidents.wording import Vector, Wording
from reportedly.lexicon.linking import Families
from reportedly.model.incident import Copy

_CELL = 0.5  # degrees
_KM_A_DEGREE = 111.0
_SEASON = 5  # days a bucket
_MONTH = 40
_TELLING_WORDS = 16
_TELLING_PAIRS = 8  # of them, those that also meet two by two, whatever the month
_WORD_AT_MOST = 60  # reports that hold a telling word
_NAME_AT_MOST = 8  # reports that hold a name
_LARGE_COUNT = 8
_BLOCK = 32  # sketches under one key that all meet; beyond, each meets its neighbours
_WINDOW = 8
_WIDEST = 31  # days: what is vaguer meets others by words and counts only


def candidates(
    sketches: Sequence[Sketch], copies: Sequence[Copy], wording: Wording, families: Families
) -> Sequence[Pair]:
    """Pairs of sketches of different reports, smaller number first, sorted."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        for key in _keys(sketch, wording, families):
            blocks[key].append(number)
    found: set[Pair] = set()
    for members in blocks.values():
        found.update(_meetings(members, sketches))
    found.update(_copied(sketches, copies))
    found.update(_denied(sketches))
    return sorted((a, b) for a, b in found if sketches[a].report != sketches[b].report)


def _keys(sketch: Sketch, wording: Wording, families: Families) -> Iterator[Hashable]:
    seasons = tuple(_seasons(sketch.days))
    cells = {cell for spot in sketch.spots if spot.point for cell in _cells(spot)}
    for family in _families(sketch, families):
        for season in seasons:
            for cell in cells:
                yield family, season, cell
    months = tuple(_months(sketch))
    telling = _telling(sketch, wording)
    for code in telling:
        for month in months:
            yield code, month
    yield from combinations(sorted(telling[:_TELLING_PAIRS]), 2)
    for code in sketch.called:
        if wording.holders.get(code, 0) <= _NAME_AT_MOST:
            yield "name", code
    for toll in sketch.tolls:
        if toll.exact is not None and toll.exact >= _LARGE_COUNT:
            for season in seasons:
                yield toll.measure, toll.exact, season


def _families(sketch: Sketch, families: Families) -> Iterable[str]:
    if sketch.kinds & families.loose:
        return sorted({name for names in families.of.values() for name in names})
    return sorted({name for kind in sketch.kinds for name in families.names(kind)})


def _seasons(days: Days | None) -> Iterator[int]:
    """The buckets that the days touch, a day of grace on either side; none where the days are vague."""
    if days is not None and days.width <= _WIDEST:
        yield from range((days.first - 1) // _SEASON, (days.last + 1) // _SEASON + 1)


def _months(sketch: Sketch) -> Iterator[tuple[str, int]]:
    """Two grids of months, half a month apart, so that any two days within half a month share a bucket."""
    day = sketch.days.last if sketch.days else sketch.published
    if day is None:
        yield "any", 0
        return
    yield "even", day // _MONTH
    yield "odd", (day + _MONTH // 2) // _MONTH


def _cells(spot: Spot) -> Iterator[tuple[int, int]]:
    """The map cells that a point and its reach touch."""
    if spot.latitude is None or spot.longitude is None:
        return
    tall = spot.reach / _KM_A_DEGREE
    wide = tall / max(0.1, cos(radians(spot.latitude)))
    for row in range(int((spot.latitude - tall) // _CELL), int((spot.latitude + tall) // _CELL) + 1):
        for column in range(int((spot.longitude - wide) // _CELL), int((spot.longitude + wide) // _CELL) + 1):
            yield row, column


def _telling(sketch: Sketch, wording: Wording) -> Sequence[int]:
    """The heaviest words of the story, or of the sentences, that few reports hold."""
    vector: Vector = sketch.story or sketch.words
    found = []
    for code in vector:  # heaviest first
        if 1 < wording.found_in.get(code, 0) <= _WORD_AT_MOST:
            found.append(code)
            if len(found) == _TELLING_WORDS:
                break
    return found


def _meetings(members: Sequence[int], sketches: Sequence[Sketch]) -> Iterator[Pair]:
    if len(members) < 2:
        return
    if len(members) <= _BLOCK:
        for place, left in enumerate(members):
            for right in members[place + 1 :]:
                yield left, right
        return
    for order in (_by_count, _by_word, _by_day):
        row = sorted(members, key=lambda number: (order(sketches[number]), number))
        for place, left in enumerate(row):
            for right in row[place + 1 : place + 1 + _WINDOW]:
                yield min(left, right), max(left, right)


def _by_count(sketch: Sketch) -> tuple[int, ...]:
    return tuple(sorted((toll.low or 0 for toll in sketch.tolls), reverse=True))


def _by_word(sketch: Sketch) -> int:
    return next(iter(sketch.story or sketch.words), 0)


def _by_day(sketch: Sketch) -> int:
    return sketch.days.first if sketch.days else 0


def _copied(sketches: Sequence[Sketch], copies: Sequence[Copy]) -> Iterator[Pair]:
    """Every sketch of a report with every sketch of its copy."""
    of: Mapping[str, list[int]] = defaultdict(list)
    for number, sketch in enumerate(sketches):
        of[sketch.report].append(number)
    for copy in copies:
        for left in of.get(copy.left, ()):
            for right in of.get(copy.right, ()):
                yield min(left, right), max(left, right)


def _denied(sketches: Sequence[Sketch]) -> Iterator[Pair]:
    home = {claim: number for number, sketch in enumerate(sketches) for claim in sketch.claims}
    for number, sketch in enumerate(sketches):
        for claim in sketch.denies:
            if claim in home and home[claim] != number:
                yield min(number, home[claim]), max(number, home[claim])
