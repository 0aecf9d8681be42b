"""Rows in, one SQLite index file out: written beside its place and renamed, so that a reader never sees half of it.

Rows are taken one by one and their keys sorted on disk, so that ten million places need no more memory than ten. Places
are stored in the order of their names, so that the hundreds of villages of one name stand on a few neighbouring pages
of the file and not on hundreds.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from itertools import islice
from pathlib import Path

from reportedly.gazetteer.keys import ARABIC, fresh_keys, roman, sound_of
from reportedly.gazetteer.rows import Alias, Row, Source

FORMAT = "6"
"""Raised whenever the tables or the keys change: an index of another format is built anew."""

SHORTEST_SOUND = 3
"""Consonants that a name needs to be proposed by sound: with two, half the desert sounds alike."""

MAPPED = 1 << 34
"""Bytes of a file that are read through the memory map: all of it, so that hundreds of rows cost no system calls."""

ROMAN = "~"
"""Begins the roman keys among the others, none of which holds such a mark."""

BATCH = 20_000
"""Rows that are written at once."""

_TABLES = """
CREATE TABLE about (field TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE terms (n INTEGER PRIMARY KEY, licence TEXT, attribution TEXT);
CREATE TABLE place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, latitude REAL, longitude REAL, kind TEXT, country TEXT,
                    admin1 TEXT, population INTEGER, radius_km REAL, cell INTEGER, terms INTEGER);
CREATE TABLE name (key TEXT, fewer INTEGER, place INTEGER, PRIMARY KEY (key, fewer, place)) WITHOUT ROWID;
CREATE TABLE sound (key TEXT, fewer INTEGER, place INTEGER, PRIMARY KEY (key, fewer, place)) WITHOUT ROWID;
CREATE TABLE heap.place (n INTEGER PRIMARY KEY, id TEXT, name TEXT, latitude REAL, longitude REAL, kind TEXT,
                         country TEXT, admin1 TEXT, population INTEGER, radius_km REAL, cell INTEGER, terms INTEGER,
                         key TEXT);
CREATE TABLE heap.stood (n INTEGER PRIMARY KEY, before INTEGER);
CREATE TABLE heap.stands (before INTEGER PRIMARY KEY, n INTEGER);
CREATE TABLE heap.name (key TEXT, fewer INTEGER, place INTEGER);
CREATE TABLE heap.sound (key TEXT, fewer INTEGER, place INTEGER);
CREATE TABLE heap.alias (id TEXT, full TEXT, bare TEXT, sound TEXT);
"""
_BY_NAME = """
INSERT INTO heap.stood (before) SELECT n FROM heap.place ORDER BY key, -population, id, n;
INSERT INTO main.place SELECT s.n, p.id, p.name, p.latitude, p.longitude, p.kind, p.country, p.admin1, p.population,
       p.radius_km, p.cell, p.terms FROM heap.stood s CROSS JOIN heap.place p ON p.n = s.before ORDER BY s.n;
INSERT INTO heap.stands SELECT before, n FROM heap.stood ORDER BY before;
DROP TABLE heap.place;
"""
"""Numbers the places anew: by name, the most populous first. ``stands`` keeps the new number under the old."""

_INDEXES = """
CREATE INDEX place_cell ON place (cell);
CREATE INDEX place_id ON place (id);
"""
_JOINED = "heap.alias a JOIN place p ON p.id = a.id JOIN heap.stood s ON s.n = p.n"
_ALIASES = """
INSERT INTO heap.name SELECT a.full, -p.population, s.before FROM {joined};
INSERT INTO heap.name SELECT a.bare, -p.population, s.before FROM {joined}
 WHERE a.bare <> a.full AND (p.country IS NULL OR p.country IN ({arabic}));
INSERT INTO heap.sound SELECT a.sound, -p.population, s.before FROM {joined}
 WHERE a.sound <> '' AND (p.country IS NULL OR p.country IN ({arabic}));
"""
_SORTED = """
INSERT INTO main.{table} SELECT key, fewer, s.n FROM heap.{table} k CROSS JOIN heap.stands s ON s.before = k.place
 GROUP BY key, fewer, s.n;
DROP TABLE heap.{table};
"""
_PLACE = "INSERT INTO heap.place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)"
_KEY = "INSERT INTO heap.{table} VALUES (?,?,?)"


def write(path: Path, source: Source, rows: Iterable[Row], aliases: Iterable[Alias] = ()) -> int:
    """Writes the rows as an index at ``path`` and returns how many there are; ``aliases`` are further names of them.

    Two writers of one path do no harm: each works on files of its own and the last rename wins."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f"{path.name}.", suffix=".part") as scratch:
        made = Path(scratch) / "index"
        with closing(sqlite3.connect(made)) as connection:
            count = _fill(connection, Path(scratch) / "heap", source, rows, aliases)
        made.chmod(0o644)
        made.replace(path)
    return count


def cell(latitude: float, longitude: float) -> int:
    """The number of the one-degree square that holds a point."""
    return int(latitude + 90) * 360 + int(longitude + 180) % 360


def _fill(
    connection: sqlite3.Connection, heap: Path, source: Source, rows: Iterable[Row], aliases: Iterable[Alias]
) -> int:
    connection.execute("ATTACH ? AS heap", (str(heap),))
    for schema in ("main", "heap"):
        connection.execute(f"PRAGMA {schema}.journal_mode = OFF")
        connection.execute(f"PRAGMA {schema}.synchronous = OFF")
    connection.execute("PRAGMA main.cache_size = -200000")
    connection.execute(f"PRAGMA heap.mmap_size = {MAPPED}")
    connection.executescript(_TABLES)
    count = _add_places(connection, rows)
    connection.executescript(_BY_NAME)
    connection.executescript(_INDEXES)
    _add_aliases(connection, aliases)
    for table in ("name", "sound"):
        connection.executescript(_SORTED.format(table=table))
    fields = {**asdict(source), "format": FORMAT, "places": str(count)}
    connection.executemany("INSERT INTO about VALUES (?,?)", sorted(fields.items()))
    connection.commit()
    return count


def _add_places(connection: sqlite3.Connection, rows: Iterable[Row]) -> int:
    numbered = enumerate(rows)
    terms: dict[tuple[str, str], int] = {("", ""): 0}
    count = 0
    while batch := list(islice(numbered, BATCH)):
        connection.executemany(_PLACE, _places(batch, terms))
        names, sounds = _keys(batch)
        connection.executemany(_KEY.format(table="name"), names)
        connection.executemany(_KEY.format(table="sound"), sounds)
        count += len(batch)
    connection.executemany("INSERT INTO terms VALUES (?,?,?)", ((n, *both) for both, n in terms.items()))
    return count


def _places(batch: Iterable[tuple[int, Row]], terms: dict[tuple[str, str], int]) -> Iterator[tuple[object, ...]]:
    for number, row in batch:
        under = terms.setdefault((row.licence, row.attribution), len(terms))
        place = (row.place_id, row.name, row.latitude, row.longitude, row.kind, row.country, row.admin1)
        yield (
            number,
            *place,
            row.population,
            row.radius_km,
            cell(row.latitude, row.longitude),
            under,
            fresh_keys(row.name).bare,
        )


def _keys(batch: Iterable[tuple[int, Row]]) -> tuple[list[tuple[str, int, int]], list[tuple[str, int, int]]]:
    """The keys of the names and of their sounds; the bare key and the sound only where Arabic is written."""
    names: set[tuple[str, int, int]] = set()
    sounds: set[tuple[str, int, int]] = set()
    for number, row in batch:
        arabic = row.country in ARABIC or row.country is None
        for name in (row.name, *row.names):
            both = fresh_keys(name)
            if not both.full:
                continue
            names.add((both.full, -row.population, number))
            if arabic:
                names.add((both.bare, -row.population, number))
                if spelled := roman(name):
                    names.add((ROMAN + spelled, -row.population, number))
                if heard := _heard(both.bare):
                    sounds.add((heard, -row.population, number))
    return sorted(names), sorted(sounds)


def _add_aliases(connection: sqlite3.Connection, aliases: Iterable[Alias]) -> None:
    rest = iter(aliases)
    while batch := list(islice(rest, BATCH)):
        keyed = [(alias.place_id, fresh_keys(alias.name)) for alias in batch]
        connection.executemany(
            "INSERT INTO heap.alias VALUES (?,?,?,?)",
            ((id_, both.full, both.bare, _heard(both.bare)) for id_, both in keyed if both.full),
        )
    arabic = ",".join(f"'{country}'" for country in sorted(ARABIC))
    connection.executescript(_ALIASES.format(arabic=arabic, joined=_JOINED))


def _heard(bare: str) -> str:
    """The sound of a name, or nothing where it is too short or in another script."""
    heard = sound_of(bare)
    return heard if len(heard) >= SHORTEST_SOUND and heard.isascii() else ""
