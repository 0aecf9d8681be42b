"""Rows in, one SQLite index file out: written beside its place and renamed, so that a reader never sees half of it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from reportedly.gazetteer.keys import ARABIC, keys, sound
from reportedly.gazetteer.rows import Row, Source

FORMAT = "4"
"""Raised whenever the tables or the keys change: an index of another format is built anew."""

SHORTEST_SOUND = 3
"""Consonants that a name needs to be proposed by sound: with two, half the desert sounds alike."""

_TABLES = """
CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, latitude REAL, longitude REAL, kind TEXT, country TEXT,
                    admin1 TEXT, population INTEGER, radius_km REAL, cell INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""
_INDEXES = """
CREATE INDEX place_cell ON place (cell);
CREATE INDEX place_id ON place (id);
"""


def write(path: Path, source: Source, rows: Iterable[Row]) -> int:
    """Writes the rows as an index at ``path`` and returns how many there are. Two writers of one path do no harm:
    each works on a file of its own and the last rename wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    os.close(handle)
    try:
        with closing(sqlite3.connect(scratch)) as connection:
            count = _fill(connection, source, rows)
        Path(scratch).chmod(0o644)
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise
    return count


def cell(latitude: float, longitude: float) -> int:
    """The number of the one-degree square that holds a point."""
    return int(latitude + 90) * 360 + int(longitude + 180) % 360


def _fill(connection: sqlite3.Connection, source: Source, rows: Iterable[Row]) -> int:
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    connection.executescript(_TABLES)
    names: set[tuple[str, int]] = set()
    sounds: set[tuple[str, int]] = set()
    connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", _places(rows, names, sounds))
    count = int(connection.execute("SELECT count(*) FROM place").fetchone()[0])
    connection.executemany("INSERT INTO name VALUES (?,?)", sorted(names))
    connection.executemany("INSERT INTO sound VALUES (?,?)", sorted(sounds))
    connection.executescript(_INDEXES)
    fields = {**asdict(source), "format": FORMAT, "places": str(count)}
    connection.executemany("INSERT INTO about VALUES (?,?)", sorted(fields.items()))
    connection.commit()
    return count


def _places(
    rows: Iterable[Row], names: set[tuple[str, int]], sounds: set[tuple[str, int]]
) -> Iterator[tuple[object, ...]]:
    for number, row in enumerate(rows):
        arabic = row.country in ARABIC or row.country is None
        for name in (row.name, *row.names):
            both = keys(name)
            if not both.full:
                continue
            names.add((both.full, number))
            if arabic:
                names.add((both.bare, number))
                if len(heard := sound(name)) >= SHORTEST_SOUND and heard.isascii():
                    sounds.add((heard, number))
        place = (row.place_id, row.name, row.latitude, row.longitude, row.kind, row.country, row.admin1)
        yield (number, *place, row.population, row.radius_km, cell(row.latitude, row.longitude))
