"""A line of a plain table in, a row out: ``name``, ``latitude``, ``longitude`` and what else its columns tell."""

from __future__ import annotations

from reportedly.gazetteer.cells import Cells, Listing, country, kind, name, number, point, several
from reportedly.gazetteer.rows import Row
from reportedly.ids import short

NEEDED = ("name", "latitude", "longitude")
NEEDED_SET = frozenset(NEEDED)


def row(file: Listing, line: int, cells: Cells, admin1: str | None = None) -> Row:
    """The place of a line. Columns that may be there: ``names`` (joined by ``|``), ``kind``, ``country``, ``admin1``,
    ``population``, ``radius_km``, ``id``, ``licence``, ``attribution``."""
    called = name(file, line, cells["name"])
    latitude, longitude = point(file, line, cells["latitude"], cells["longitude"])
    return Row(
        place_id=_id(file, cells, called, latitude, longitude),
        name=called,
        names=several(cells.get("names", "")),
        latitude=latitude,
        longitude=longitude,
        kind=kind(file, line, cells.get("kind", "")),
        country=country(file, line, cells.get("country", "")),
        admin1=cells.get("admin1") or admin1,
        population=int(number(file, line, "population", cells.get("population", "")) or 0),
        radius_km=number(file, line, "radius_km", cells.get("radius_km", "")),
        licence=cells.get("licence", ""),
        attribution=cells.get("attribution", ""),
    )


def _id(file: Listing, cells: Cells, called: str, latitude: float, longitude: float) -> str:
    if cells.get("geonameid"):
        return f"geonames:{cells['geonameid']}"
    if cells.get("wof_id"):
        return f"wof:{cells['wof_id']}"
    return f"{file.prefix}:{cells.get('id') or short(called, latitude, longitude)}"
