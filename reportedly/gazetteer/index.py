"""Names and points in, places out, from one or more index files opened for reading alone."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from math import cos, degrees, radians
from operator import attrgetter
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.keys import ARABIC, keys, roman, sound
from reportedly.gazetteer.rows import Source, Terms
from reportedly.gazetteer.writing import FORMAT, MAPPED, ROMAN, SHORTEST_SOUND
from reportedly.model.globe import EARTH_KM, distance_km
from reportedly.model.reading import Place

CACHED = 50_000
"""Names whose bearers are kept in memory; the newspaper of a month holds fewer."""

_FIELDS = "id, p.name, latitude, longitude, kind, country, admin1, population, radius_km"
MOST = 200
"""Bearers of one name that are looked at in one file, the most populous ones: more villages than that of one name tell
nobody which is meant."""

_KEYED = "(SELECT fewer, place FROM {table} WHERE key = ? ORDER BY fewer, place LIMIT {most}) k"
_BY_NAME = f"SELECT {_FIELDS} FROM {_KEYED.format(table='name', most=MOST)} JOIN place p ON p.n = k.place"
_BY_SOUND = f"SELECT {_FIELDS} FROM {_KEYED.format(table='sound', most=MOST)} JOIN place p ON p.n = k.place"
_BY_ID = f"SELECT {_FIELDS} FROM place p WHERE id = ?"
_BY_CELL = f"SELECT {_FIELDS} FROM place p WHERE cell = ?"
_TERMS = "SELECT licence, attribution FROM place p JOIN terms t ON t.n = p.terms WHERE id = ? LIMIT 1"


class PlaceIndex:
    """A ``stages.Gazetteer`` over index files; a place that several files hold comes from the first that has it.

    It opens the files at the first look-up of each process and thread, so that it may be sent to worker processes.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self.paths = tuple(paths)
        self._forget()

    def __reduce__(self) -> tuple[type[PlaceIndex], tuple[tuple[Path, ...]]]:
        return (PlaceIndex, (self.paths,))

    def find(self, name: str) -> tuple[Place, ...]:
        """Every bearer of the name, most populous first, then by id."""
        return _kept(self._found, name, self._named)

    def alike(self, name: str) -> tuple[Place, ...]:
        """Proposals for a name that ``find`` does not know: the places of which it is another romanisation, else those
        whose consonants it has."""
        return _kept(self._alike, name, self._like)

    def near(self, latitude: float, longitude: float, radius_km: float) -> tuple[Place, ...]:
        """The places within a distance of a point, nearest first."""
        found = self._ordered(_BY_CELL, _cells(latitude, longitude, radius_km))
        away = sorted((distance_km(latitude, longitude, p.latitude, p.longitude), p.id, p) for p in found)
        return tuple(place for km, _, place in away if km <= radius_km)

    def sources(self) -> tuple[tuple[Source, int], ...]:
        """What each file holds: its source and the number of its places."""
        return tuple(_about(connection) for _, connection in self._connections())

    def terms(self, place_id: str) -> Terms | None:
        """Licence and attribution of a place: those of its row, else those of the first gazetteer that holds it."""
        for name, connection in self._connections():
            for licence, attribution in connection.execute(_TERMS, (place_id,)):
                source = _about(connection)[0]
                return Terms(
                    gazetteer=name,
                    licence=licence or source.licence,
                    attribution=attribution or source.attribution,
                )
        return None

    def _named(self, name: str) -> tuple[Place, ...]:
        """By the full key everywhere; by the key without articles only where Arabic is written."""
        both = keys(name)
        if both.bare == both.full:
            return self._ordered(_BY_NAME, (both.full,)) if both.full else ()
        named = self._ordered(_BY_NAME, (both.full,))
        known = {place.id for place in named}
        bare = self._ordered(_BY_NAME, (both.bare,))
        more = [p for p in bare if p.id not in known and (p.country is None or p.country in ARABIC)]
        return _by_people((*named, *more))

    def _like(self, name: str) -> tuple[Place, ...]:
        spelled, heard = roman(name), sound(name)
        if spelled and (found := self._ordered(_BY_NAME, (ROMAN + spelled,))):
            return found
        return self._ordered(_BY_SOUND, (heard,)) if len(heard) >= SHORTEST_SOUND else ()

    def _ordered(self, query: str, wanted: Iterable[str | int]) -> tuple[Place, ...]:
        found: dict[str, Place] = {}
        opened = self._connections()
        for number, (source, connection) in enumerate(opened):
            for one in wanted:
                for row in connection.execute(query, (one,)):
                    if row[0] not in found:
                        earlier = _earlier(opened[:number], row[0]) if number else None
                        found[row[0]] = earlier or _place(row, source)
        return _by_people(found.values())

    def _connections(self) -> tuple[tuple[str, sqlite3.Connection], ...]:
        if self._process != os.getpid():
            self._forget()
        opened: tuple[tuple[str, sqlite3.Connection], ...] | None = getattr(self._local, "opened", None)
        if opened is None:
            opened = tuple(_open(path) for path in self.paths)
            self._local.opened = opened
        return opened

    def _forget(self) -> None:
        self._process = os.getpid()
        self._local = threading.local()
        self._found: OrderedDict[str, tuple[Place, ...]] = OrderedDict()
        self._alike: OrderedDict[str, tuple[Place, ...]] = OrderedDict()


def _by_people(places: Iterable[Place]) -> tuple[Place, ...]:
    """The most populous first, then by id."""
    by_id = sorted(places, key=attrgetter("id"))
    return tuple(sorted(by_id, key=attrgetter("population"), reverse=True))


def _kept(
    kept: OrderedDict[str, tuple[Place, ...]], asked: str, find: Callable[[str], tuple[Place, ...]]
) -> tuple[Place, ...]:
    """The answer kept for a question, or the one that is found now and kept; the oldest go first."""
    found = kept.get(asked)
    if found is None:
        found = kept[asked] = find(asked)
        if len(kept) > CACHED:
            kept.popitem(last=False)
    return found


def _earlier(opened: tuple[tuple[str, sqlite3.Connection], ...], place_id: str) -> Place | None:
    """The place as an earlier file has it, though under other names."""
    if not place_id.startswith(("geonames:", "admin1:")):
        return None
    for source, connection in opened:
        for row in connection.execute(_BY_ID, (place_id,)):
            return _place(row, source)
    return None


def _cells(latitude: float, longitude: float, radius_km: float) -> set[int]:
    up = degrees(radius_km / EARTH_KM)
    highest = abs(latitude) + up
    across = 180.0 if highest >= 89.0 else min(180.0, up / cos(radians(highest)))
    rows = range(int(max(-90.0, latitude - up) + 90), int(min(89.99, latitude + up) + 90) + 1)
    first, last = int(longitude - across + 180) - 1, int(longitude + across + 180) + 1
    return {row * 360 + column % 360 for row in rows for column in range(first, last + 1)}


def _place(row: tuple[str, str, float, float, str, str | None, str | None, int, float | None], source: str) -> Place:
    return Place(
        id=row[0],
        name=row[1],
        latitude=row[2],
        longitude=row[3],
        kind=row[4],
        country=row[5],
        admin1=row[6],
        population=row[7],
        radius_km=row[8],
        source=source,
    )


def _open(path: Path) -> tuple[str, sqlite3.Connection]:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        connection.execute(f"PRAGMA mmap_size = {MAPPED}")
        fields = dict(connection.execute("SELECT field, value FROM about"))
    except sqlite3.Error as error:
        raise GazetteerError(
            f"this place index cannot be read ({error})",
            where=str(path),
            mend="delete the file; the embedded index is built anew, your own is added with `reportedly gazetteer add`",
            code="gazetteer-index",
        ) from None
    if fields.get("format") != FORMAT:
        raise GazetteerError(
            f"this place index has format {fields.get('format')}, this version reads {FORMAT}",
            where=str(path),
            mend=f"add it again: reportedly gazetteer add {fields.get('path') or 'FILE'}",
            code="gazetteer-format",
        )
    return fields["name"], connection


def _about(connection: sqlite3.Connection) -> tuple[Source, int]:
    f = dict(connection.execute("SELECT field, value FROM about"))
    source = Source(
        name=f["name"], version=f["version"], licence=f["licence"], attribution=f["attribution"], path=f["path"]
    )
    return source, int(f["places"])
