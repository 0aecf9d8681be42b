"""Who's On First in, rows out: lists of a country, its "meta" CSV, its SQLite distribution (tables ``spr``, ``names``).

A region is the first-level division; it is found by walking up the parents of a place. Only what holds others is kept
in memory while a list is read. Column names: whosonfirst.org/docs/properties, "standard places response".
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

from reportedly.errors import GazetteerError
from reportedly.gazetteer import tables
from reportedly.gazetteer.cells import Cells, Listing, country, name, point
from reportedly.gazetteer.rows import Row

NEEDED = frozenset(["wof_id", "kind", "name", "latitude", "longitude"])
META = frozenset(["id", "name", "placetype", "geom_latitude", "geom_longitude"])

_HOLDING = frozenset(["region", "macroregion", "county", "macrocounty", "localadmin", "locality", "country"])
_DEPTH = 6
"""Steps from a place up to its region: quarter, borough, town, municipality, county, region."""

_SPR = """SELECT s.id, s.parent_id, s.name, s.placetype, s.country, s.latitude, s.longitude,
 (SELECT group_concat(DISTINCT n.name) FROM names n WHERE n.id = s.id)
 FROM spr s WHERE s.is_current <> 0 AND s.is_deprecated <> 1 AND s.is_superseded <> 1 ORDER BY s.id"""
_WIDER = "SELECT id, parent_id, name, placetype FROM spr WHERE placetype IN ('region', 'county', 'localadmin')"
_NUMBERED = "SELECT other_id FROM concordances WHERE id = ? AND other_source IN ('gn:id', 'gn')"


class Regions:
    """Makes rows, with the region of each, once all wider places of the file are learnt."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._parents: dict[str, str] = {}

    def learn(self, cells: Cells) -> None:
        """Takes note of a place that may hold others."""
        kind = cells.get("kind") or cells.get("placetype", "")
        number = cells.get("wof_id") or cells.get("id", "")
        if not number or kind not in _HOLDING:
            return
        self._parents[number] = cells.get("parent_id", "")
        if kind == "region":
            self._names[number] = "|".join(filter(None, (cells.get("name"), cells.get("names"))))

    def row(self, file: Listing, line: int, cells: Cells) -> Row | None:
        """The place of a line; nothing for a record that another has taken over, or of a kind that has no name."""
        number = cells.get("wof_id") or cells.get("id", "")
        admin1 = self.above(number, cells.get("parent_id", ""), cells.get("region_id", ""))
        if "placetype" not in cells:
            return tables.row(file, line, cells, admin1)
        if any(cells.get(gone, "") not in {"", "0", "uuuu", "-1"} for gone in ("superseded_by", "deprecated")):
            return None
        if cells["placetype"].lower() not in file.kinds:
            return None
        latitude = cells.get("lbl_latitude") or cells["geom_latitude"]
        longitude = cells.get("lbl_longitude") or cells["geom_longitude"]
        given = {"latitude": latitude, "longitude": longitude, "kind": cells["placetype"], "wof_id": number}
        land = cells.get("iso_country") or cells.get("iso") or cells.get("wof_country", "")
        return tables.row(file, line, {"name": cells["name"], "country": land, **given}, admin1)

    def above(self, number: str, parent: str, region: str = "") -> str | None:
        """The names of the region that holds a place."""
        here = number if number in self._names else region if region in self._names else parent
        for _ in range(_DEPTH):
            if here in self._names:
                return self._names[here]
            here = self._parents.get(here, "")
        return None


def database_rows(file: Listing) -> Iterator[Row]:
    """The current places of an SQLite distribution, by their numbers; line numbers are those of the records."""
    try:
        with closing(sqlite3.connect(f"file:{file.path}?mode=ro", uri=True)) as connection:
            yield from _records(file, connection)
    except sqlite3.Error as error:
        raise GazetteerError(
            f"the database cannot be read as Who's On First ({error})",
            where=str(file.path),
            mend="take a whosonfirst-data-admin SQLite distribution, which holds the tables spr and names",
            code="gazetteer-file",
        ) from None


def _records(file: Listing, connection: sqlite3.Connection) -> Iterator[Row]:
    wide = Regions()
    for number, parent, called, kind in connection.execute(_WIDER):
        wide.learn({"wof_id": str(number), "parent_id": str(parent), "name": called, "kind": kind})
    numbered = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'concordances'").fetchone()
    for line, record in enumerate(connection.execute(_SPR), start=1):
        number, parent, called, kind, land, latitude, longitude, more = record
        if kind not in file.kinds:
            continue
        geoname = connection.execute(_NUMBERED, (number,)).fetchone() if numbered else None
        try:
            where = point(file, line, str(latitude), str(longitude))
            yield Row(
                place_id=f"geonames:{geoname[0]}" if geoname else f"wof:{number}",
                name=name(file, line, (called or "").strip()),
                names=tuple(sorted({one.strip() for one in (more or "").split(",") if one.strip()})),
                latitude=where[0],
                longitude=where[1],
                kind=file.kinds[kind],
                country=country(file, line, land or ""),
                admin1=wide.above(str(number), str(parent)),
            )
        except GazetteerError as error:
            file.broken.add(error)
