"""Sketches in, pairs worth comparing out, in near-linear time.

Sketches meet under shared keys: family + days + map cell; a telling word + month; a name that few reports hold; a
large exact count + days; copied text; a denial. A key that too many share is not multiplied out: its sketches are
sorted in several ways and each meets only its neighbours. Keys are 64-bit numbers, so that millions of them are sorted
and not looked up.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, radians
from typing import NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from reportedly.incidents.days import Days
from reportedly.incidents.distinct import distinct
from reportedly.incidents.grouping import Pair
from reportedly.incidents.sketches import Sketch, Spot
from reportedly.incidents.wording import Vector, Wording
from reportedly.lexicon.linking import Families
from reportedly.model.incident import Copy

Numbers = npt.NDArray[np.int64]

_CELL = 0.5  # degrees
_SOUTH = 1000  # cells
_KM_A_DEGREE = 111.0
_SEASON = 5  # days a bucket
_MONTH = 40
_TELLING_WORDS = 16
_TELLING_PAIRS = 8  # of them, those that also meet two by two, whatever the month
_WORD_AT_MOST = 60  # reports that hold a telling word
_NAME_AT_MOST = 8  # reports that hold a name
_LARGE_COUNT = 8
BLOCK = 32
"""Sketches under one key that all meet; beyond, each meets its neighbours."""
WINDOW = 8
"""Neighbours on each side that a sketch meets in a crowd."""
_HALF, _LOWER = 32, 0xFFFFFFFF  # a pair of numbers as one
_AT_ONCE = 16_000_000  # pairs in memory before those that met twice are dropped
_FAMILY, _WORD, _TWO_WORDS, _COUNT, _NAME = range(5)  # what a key is of
_WIDEST = 31  # days: what is vaguer meets others by words and counts only


class Slip(NamedTuple):
    """What is kept of a sketch until it is known whom it meets: its report, its keys, packed, and its places in the
    rows that a crowded key is sorted into. ``denies`` are the claims that it denies."""

    report: str
    keys: bytes
    by_count: tuple[int, ...]
    by_word: int
    by_day: int
    denies: frozenset[str]


def slip(sketch: Sketch, wording: Wording, families: Families) -> Slip:
    """The slip of a sketch. The same sketch gives the same keys in every process."""
    keys = array("q", sorted(set(map(hash, _keys(sketch, wording, families)))))
    return Slip(
        report=sketch.report,
        keys=keys.tobytes(),
        by_count=tuple(sorted((toll.low or 0 for toll in sketch.tolls), reverse=True)),
        by_word=next(iter(sketch.story or sketch.words), 0),
        by_day=sketch.days.first if sketch.days else 0,
        denies=sketch.denies,
    )


def meetings(slips: Sequence[Slip], copies: Sequence[Copy], home: Mapping[str, int]) -> tuple[Numbers, Numbers]:
    """Pairs of slips of different reports, as their numbers: smaller number first, sorted. ``home`` gives the slip of
    a claim that is denied."""
    numbers = {name: n for n, name in enumerate(dict.fromkeys(one.report for one in slips))}
    report = np.array([numbers[one.report] for one in slips], dtype=np.int64)
    loose = [*_copied(slips, copies), *_denied(slips, home)]
    found = np.array([_code(a, b) for a, b in loose], dtype=np.int64)
    waiting: list[Numbers] = [found]
    held = len(found)
    for codes in _blocks(slips):
        apart = codes[report[codes >> _HALF] != report[codes & _LOWER]]
        waiting.append(apart)
        held += len(apart)
        if held > _AT_ONCE + 2 * len(waiting[0]):
            waiting = [distinct(np.concatenate(waiting))]
            held = len(waiting[0])
    codes = distinct(np.concatenate(waiting))
    codes = codes[report[codes >> _HALF] != report[codes & _LOWER]]
    return codes >> _HALF, codes & _LOWER


def _blocks(slips: Sequence[Slip]) -> Iterator[Numbers]:
    """The pairs that meet under each key, as coded numbers."""
    keys = [np.frombuffer(one.keys, dtype=np.int64) for one in slips]
    if not keys:
        return
    flat = np.concatenate(keys)
    owner = np.repeat(np.arange(len(keys), dtype=np.int32), [len(row) for row in keys])
    del keys
    order = np.argsort(flat, kind="stable")
    flat, owner = flat[order], owner[order]
    starts = np.flatnonzero(np.r_[True, flat[1:] != flat[:-1]]) if len(flat) else np.empty(0, dtype=np.int64)
    sizes = np.diff(np.r_[starts, len(flat)])
    del flat, order
    for size in range(2, BLOCK + 1):
        rows = starts[sizes == size]
        left, right = np.triu_indices(size, 1)
        for part in range(0, len(rows), max(1, _AT_ONCE // len(left))):
            some = owner[rows[part : part + max(1, _AT_ONCE // len(left)), None] + np.arange(size)].astype(np.int64)
            yield (some[:, left].ravel() << _HALF) | some[:, right].ravel()
    crowds = np.flatnonzero(sizes > BLOCK)
    ranks = _ranks(slips) if len(crowds) else ()
    for row in crowds:
        members = owner[starts[row] : starts[row] + sizes[row]].astype(np.int64)
        for rank in ranks:
            yield from _neighbours(members[np.argsort(rank[members])])


def _ranks(slips: Sequence[Slip]) -> tuple[Numbers, ...]:
    """Each slip's place by count, by heaviest word and by day."""
    found = []
    for order in (
        sorted(range(len(slips)), key=lambda n: (slips[n].by_count, n)),
        sorted(range(len(slips)), key=lambda n: (slips[n].by_word, n)),
        sorted(range(len(slips)), key=lambda n: (slips[n].by_day, n)),
    ):
        rank = np.empty(len(slips), dtype=np.int64)
        rank[order] = np.arange(len(slips))
        found.append(rank)
    return tuple(found)


def _neighbours(row: Numbers) -> Iterator[Numbers]:
    for step in range(1, WINDOW + 1):
        left, right = row[:-step], row[step:]
        yield (np.minimum(left, right) << _HALF) | np.maximum(left, right)


def _code(a: int, b: int) -> int:
    return min(a, b) << _HALF | max(a, b)


def _keys(sketch: Sketch, wording: Wording, families: Families) -> list[tuple[int, ...]]:
    seasons = tuple(_seasons(sketch.days))
    cells = {cell for spot in sketch.spots if spot.point for cell in _cells(spot)} if seasons else ()
    kinds = [crc32(family.encode()) for family in families.met_under(sketch.kinds)] if cells else ()
    months = tuple(_months(sketch))
    telling = _telling(sketch, wording)
    large = [toll for toll in sketch.tolls if toll.exact is not None and toll.exact >= _LARGE_COUNT]
    return [
        *[(_FAMILY, code, season, row, column) for code in kinds for season in seasons for row, column in cells],
        *[(_WORD, code, grid, month) for code in telling for grid, month in months],
        *[(_TWO_WORDS, one, other) for one, other in combinations(sorted(telling[:_TELLING_PAIRS]), 2)],
        *[(_NAME, code) for code in sketch.called if wording.holders.get(code, 0) <= _NAME_AT_MOST],
        *[(_COUNT, crc32(toll.measure.encode()), toll.exact or 0, season) for toll in large for season in seasons],
    ]


def _seasons(days: Days | None) -> Iterator[int]:
    """The buckets that the days touch, a day of grace on either side; none where the days are vague."""
    if days is not None and days.width <= _WIDEST:
        yield from range((days.first - 1) // _SEASON, (days.last + 1) // _SEASON + 1)


def _months(sketch: Sketch) -> Iterator[tuple[int, int]]:
    """Two grids of months, half a month apart, so that any two days within half a month share a bucket."""
    day = sketch.days.last if sketch.days else sketch.published
    if day is None:
        yield 0, 0
        return
    yield 1, day // _MONTH
    yield 2, (day + _MONTH // 2) // _MONTH


def _cells(spot: Spot) -> Iterator[tuple[int, int]]:
    """The map cells that a point and its reach touch."""
    if spot.latitude is None or spot.longitude is None:
        return
    tall = spot.reach / _KM_A_DEGREE
    wide = tall / max(0.1, cos(radians(spot.latitude)))
    for row in range(int((spot.latitude - tall) // _CELL), int((spot.latitude + tall) // _CELL) + 1):
        for column in range(int((spot.longitude - wide) // _CELL), int((spot.longitude + wide) // _CELL) + 1):
            yield row + _SOUTH, column + _SOUTH  # above zero: -1 and -2 have one hash


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


def _copied(slips: Sequence[Slip], copies: Sequence[Copy]) -> Iterator[Pair]:
    """Every slip of a report with every slip of its copy."""
    of: Mapping[str, list[int]] = defaultdict(list)
    for number, one in enumerate(slips):
        of[one.report].append(number)
    for copy in copies:
        for left in of.get(copy.left, ()):
            for right in of.get(copy.right, ()):
                yield left, right


def _denied(slips: Sequence[Slip], home: Mapping[str, int]) -> Iterator[Pair]:
    for number, one in enumerate(slips):
        for claim in one.denies:
            if claim in home and home[claim] != number:
                yield number, home[claim]
