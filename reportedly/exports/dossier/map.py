"""A sheet in, a map of its places out: outlines of first-level divisions, each place with the circle it may lie in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import cos, floor, log10, radians
from typing import NamedTuple

from reportedly.exports.dossier.drawing import drawing, text
from reportedly.exports.dossier.html import Html, cut, tag
from reportedly.gazetteer.embedded import division_names
from reportedly.gazetteer.outlines import SCALE, Outline, outlines_in
from reportedly.model.reading import Where
from reportedly.model.sheet import Sheet, Spot

OUTLINES = "outlines of first-level divisions: Natural Earth (naturalearthdata.com), public domain"
"""Whom to name for the lines of the map."""

_WIDTH, _HEIGHT = 960, 400
_KM = 111.2  # kilometres of a degree of latitude
_LEAST_KM, _FAR_KM, _WIDE_KM = 110.0, 200.0, 40.0
_ROOM = 1.35  # the map is so much larger than what stands on it
_LARGE = 60.0  # units of the drawing from which a name stands inside its circle
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 20)
_FINE = 0.8  # units of the drawing below which a corner of an outline is left out


class _Point(NamedTuple):
    """A place with its point and its radius in kilometres."""

    name: str
    latitude: float
    longitude: float
    radius: float
    chosen: bool


class _View(NamedTuple):
    """A window on the map: its middle, and units of the drawing for a degree of either direction."""

    latitude: float
    longitude: float
    up: float
    across: float

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Where a point stands in the drawing."""
        return (
            round(_WIDTH / 2 + (longitude - self.longitude) * self.across, 1),
            round(_HEIGHT / 2 - (latitude - self.latitude) * self.up, 1),
        )

    @property
    def box(self) -> tuple[float, float, float, float]:
        """South, west, north, east."""
        high, wide = _HEIGHT / 2 / self.up, _WIDTH / 2 / self.across
        return (
            max(self.latitude - high, -90.0),
            self.longitude - wide,
            min(self.latitude + high, 90.0),
            self.longitude + wide,
        )


def has_map(sheet: Sheet) -> bool:
    """Whether a place of the incident has a point."""
    return bool(_points(sheet.spots))


def chart(sheet: Sheet) -> Html | None:
    """The map; ``None`` where no place has a point."""
    points = _points(sheet.spots)
    if not points:
        return None
    view = _view(points)
    lands = outlines_in(*view.box)
    clip = f"{sheet.incident.id}-map"
    frame = {"x": 0, "y": 0, "width": _WIDTH, "height": _HEIGHT}
    lines = (*_lands(lands, view), *_grid(view), *_names(lands, view, points), *_circles(points, view))
    marks = [
        tag("defs", tag("clipPath", tag("rect", **frame), id=clip)),
        tag("rect", **frame, class_="sea" if lands else "blank", fill="#eef3f6" if lands else "#f6f4ef"),
        tag("g", *lines, clip_path=f"url(#{clip})"),
        *_dots(points, view),
        *_bar(view),
        tag("rect", **frame, class_="frame", fill="none", stroke="#b9b3a7"),
    ]
    title = f"Map: {', '.join(point.name for point in points)}"
    return drawing(title, marks, class_="map", width=_WIDTH, height=_HEIGHT)


def is_drawn(sheet: Sheet) -> bool:
    """Whether lines of Natural Earth stand on the map."""
    points = _points(sheet.spots)
    return bool(points) and bool(outlines_in(*_view(points).box))


def _points(spots: Iterable[Spot]) -> list[_Point]:
    """The incident's own place first; places far from it, and countries and regions that are only a frame for it, are
    listed and not drawn."""
    found = [point for spot in spots if (point := _point(spot.where, spot.chosen)) is not None]
    return [p for p in found if _apart(found[0], p) <= _FAR_KM and p.radius <= max(_WIDE_KM, found[0].radius)]


def _point(where: Where, chosen: bool) -> _Point | None:
    if where.latitude is None or where.longitude is None:
        return None
    return _Point(where.name, where.latitude, where.longitude, where.radius_km or 0.0, chosen)


def _apart(one: _Point, other: _Point) -> float:
    """Kilometres between two points, on a flat map."""
    across = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return _KM * float((across**2 + (one.latitude - other.latitude) ** 2) ** 0.5)


def _view(points: Sequence[_Point]) -> _View:
    """The window that holds all circles."""
    south = min(p.latitude - p.radius / _KM for p in points)
    north = max(p.latitude + p.radius / _KM for p in points)
    middle = (south + north) / 2
    squeeze = max(cos(radians(middle)), 0.05)
    west = min(p.longitude - p.radius / _KM / squeeze for p in points)
    east = max(p.longitude + p.radius / _KM / squeeze for p in points)
    high = max((north - south) * _KM, _LEAST_KM) * _ROOM
    wide = max((east - west) * _KM * squeeze, _LEAST_KM) * _ROOM
    per_km = min(_HEIGHT / high, _WIDTH / wide)
    return _View(middle, (west + east) / 2, per_km * _KM, per_km * _KM * squeeze)


def _lands(lands: Iterable[Outline], view: _View) -> list[Html]:
    """One path for each division, rings inside others being holes."""
    paths: dict[str, list[str]] = {}
    for outline in lands:
        paths.setdefault(outline.code, []).append(_ring(outline, view))
    return [
        tag("path", d="".join(rings), class_="land", fill="#fdfcf9", stroke="#b9b3a7", fill_rule="evenodd")
        for rings in paths.values()
    ]


def _ring(outline: Outline, view: _View) -> str:
    """The corners of a ring that can be told apart at this size."""
    kept: list[tuple[float, float]] = []
    for up, across in outline.ring:
        here = view.at(up / SCALE, across / SCALE)
        if not kept or abs(here[0] - kept[-1][0]) + abs(here[1] - kept[-1][1]) >= _FINE:
            kept.append(here)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in kept) + "Z"


def _grid(view: _View) -> list[Html]:
    """Lines of latitude and longitude with their degrees."""
    south, west, north, east = view.box
    step = next((s for s in _STEPS if (north - south) / s <= 5), _STEPS[-1])
    marks = []
    for number in range(floor(south / step) + 1, floor(north / step) + 1):
        _, y = view.at(number * step, west)
        marks.append(tag("line", x1=0, x2=_WIDTH, y1=y, y2=y, class_="grid", stroke="#dcd8cf", stroke_dasharray="1 5"))
        marks.append(text(6, y - 4, _degrees(number * step, "N", "S"), "degree", size=10.5))
    for number in range(floor(west / step) + 1, floor(east / step) + 1):
        x, _ = view.at(south, number * step)
        marks.append(tag("line", x1=x, x2=x, y1=0, y2=_HEIGHT, class_="grid", stroke="#dcd8cf", stroke_dasharray="1 5"))
        marks.append(text(x + 4, 14, _degrees(number * step, "E", "W"), "degree", size=10.5))
    return marks


def _degrees(number: float, ahead: str, behind: str) -> str:
    near = round(number, 1)
    return f"{abs(near):g}° {ahead if near > 0 else behind}" if near else "0°"


def _names(lands: Iterable[Outline], view: _View, points: Sequence[_Point]) -> list[Html]:
    """The name of each division in the middle of its largest ring, where there is room and no place stands."""
    names = division_names()
    largest: dict[str, Outline] = {}
    for outline in lands:
        before = largest.get(outline.code)
        if before is None or _area(outline) > _area(before):
            largest[outline.code] = outline
    taken = [view.at(point.latitude, point.longitude) for point in points]
    marks = []
    for code, outline in sorted(largest.items()):
        name = names.get(code)
        x, y = _middle(outline, view)
        room = view.across * (outline.box[3] - outline.box[2]) / SCALE
        free = all(abs(x - a) > 70 or abs(y - b) > 22 for a, b in taken)
        if name and free and room > 7 * len(name) and 60 < x < _WIDTH - 60 and 24 < y < _HEIGHT - 30:
            taken.append((x, y))
            marks.append(tag("text", name, x=x, y=y, text_anchor="middle", class_="division", fill="#6b665d",
                             font_size=11.5))  # fmt: skip
    return marks


def _area(outline: Outline) -> int:
    south, north, west, east = outline.box
    return (north - south) * (east - west)


def _middle(outline: Outline, view: _View) -> tuple[float, float]:
    """The middle of a ring's box."""
    south, north, west, east = outline.box
    return view.at((south + north) / 2 / SCALE, (west + east) / 2 / SCALE)


def _circles(points: Iterable[_Point], view: _View) -> list[Html]:
    """How far from its point each place may lie."""
    marks = []
    for point in points:
        x, y = view.at(point.latitude, point.longitude)
        size = round(point.radius / _KM * view.up, 1)
        if size >= 1:
            class_ = "circle" if point.chosen else "circle other"
            marks.append(tag("circle", cx=x, cy=y, r=size, class_=class_, fill="#9a3412", fill_opacity=0.12,
                             stroke="#9a3412", stroke_width=1))  # fmt: skip
    return marks


def _dots(points: Sequence[_Point], view: _View) -> list[Html]:
    """Points with their names; names that would stand on another are left to the list below the map."""
    marks: list[Html] = []
    taken: list[tuple[float, float]] = []
    for point in points:
        x, y = view.at(point.latitude, point.longitude)
        ink = "#9a3412" if point.chosen else "#5d5850"
        class_ = "dot" if point.chosen else "dot other"
        marks.append(tag("circle", cx=x, cy=y, r=4.5 if point.chosen else 3.5, class_=class_, fill=ink))
        if all(abs(x - a) > 120 or abs(y - b) > 15 for a, b in taken):
            taken.append((x, y))
            left = x > _WIDTH - 190
            off = max(10.0, size + 6) if (size := round(point.radius / _KM * view.up, 1)) < _LARGE else 10.0
            marks += _place(point, round(x - off if left else x + off, 1), y + 5, "end" if left else "start")
    return marks


def _place(point: _Point, x: float, y: float, anchor: str) -> list[Html]:
    """The name of a place upon a rim that keeps it apart from the lines behind it."""
    at = {"x": f"{x:g}", "y": f"{y:g}", "text_anchor": anchor, "font_size": 14}
    weight = 600 if point.chosen else 400
    rim = {"fill": "#fdfcf9", "stroke": "#fdfcf9", "stroke_width": 3, "aria_hidden": "true"}
    name = cut(point.name, 26)
    return [
        tag("text", name, class_="rim", font_weight=weight, **at, **rim),
        tag("text", name, class_="place", font_weight=weight, fill="#1c1b19", **at),
    ]


def _bar(view: _View) -> list[Html]:
    """A scale of a round number of kilometres."""
    per_km = view.up / _KM
    longest = 180 / per_km
    power = 10 ** floor(log10(longest))
    km = max(step * power for step in (1, 2, 5) if step * power <= longest)
    size = round(km * per_km, 1)
    x, y = round(_WIDTH - 18 - size, 1), _HEIGHT - 16
    path = f"M{x:g} {y - 5}V{y}H{x + size:g}V{y - 5}"
    return [
        tag("path", d=path, class_="axis", fill="none", stroke="#5d5850", stroke_width=1.3),
        text(x + 6, y - 6, f"{km:g} km", "tick", size=11),
    ]
