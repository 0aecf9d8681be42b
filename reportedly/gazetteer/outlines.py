"""A point in, the first-level division that it lies in out, by Natural Earth's outlines (public domain); a box in, the
outlines in it out.

The file holds one ring a line: the GeoNames code of its division, its first corner and the step to each next one, in
thousandths of a degree. It was made by ``python -m makers.outlines`` and is about 600 m true.
"""

from __future__ import annotations

import gzip
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).resolve().parent / "outlines.gz"
SCALE = 1000

Ring = Sequence[tuple[int, int]]


class Outline(NamedTuple):
    """One ring of a division, with its box: south, north, west and east, in thousandths of a degree."""

    code: str
    ring: tuple[tuple[int, int], ...]
    box: tuple[int, int, int, int]


def division_at(latitude: float, longitude: float) -> str | None:
    """The GeoNames code ("SY.09") of the first-level division of a point; ``None`` at sea and where none is drawn."""
    up, across = round(latitude * SCALE), round(longitude * SCALE)
    rings: defaultdict[str, list[Ring]] = defaultdict(list)
    for outline in _cells().get((up // SCALE, across // SCALE), ()):
        south, north, west, east = outline.box
        if south <= up <= north and west <= across <= east:
            rings[outline.code].append(outline.ring)
    return next((code for code, own in sorted(rings.items()) if inside(own, up, across)), None)


def outlines_in(south: float, west: float, north: float, east: float) -> tuple[Outline, ...]:
    """The rings whose boxes touch a box in degrees, by division."""
    box = [round(edge * SCALE) for edge in (south, west, north, east)]
    low, left, high, right = box
    found: dict[tuple[str, tuple[int, int, int, int], int], Outline] = {}
    for up in range(low // SCALE, high // SCALE + 1):
        for across in range(left // SCALE, right // SCALE + 1):
            for outline in _cells().get((up, across), ()):
                bottom, top, start, end = outline.box
                if bottom <= high and top >= low and start <= right and end >= left:
                    found[outline.code, outline.box, len(outline.ring)] = outline
    return tuple(found[key] for key in sorted(found))


def inside(rings: Iterable[Ring], up: int, across: int) -> bool:
    """Whether a point lies inside rings of which every second is a hole: a line from it to the east crosses their sides
    an odd number of times."""
    odd = False
    for ring in rings:
        before = ring[-1]
        for here in ring:
            if (here[0] > up) != (before[0] > up):
                crossing = before[1] + (up - before[0]) * (here[1] - before[1]) / (here[0] - before[0])
                odd ^= across < crossing
            before = here
    return odd


@cache
def _cells() -> dict[tuple[int, int], tuple[Outline, ...]]:
    """The rings by each square degree that their boxes touch."""
    found: defaultdict[tuple[int, int], list[Outline]] = defaultdict(list)
    for line in gzip.decompress(FILE.read_bytes()).decode("ascii").splitlines():
        outline = _outline(line)
        south, north, west, east = (edge // SCALE for edge in outline.box)
        for up in range(south, north + 1):
            for across in range(west, east + 1):
                found[up, across].append(outline)
    return {cell: tuple(outlines) for cell, outlines in found.items()}


def _outline(line: str) -> Outline:
    code, *steps = line.split()
    ups = tuple(accumulate(map(int, steps[::2])))
    acrosses = tuple(accumulate(map(int, steps[1::2])))
    return Outline(code, tuple(zip(ups, acrosses, strict=True)), (min(ups), max(ups), min(acrosses), max(acrosses)))
