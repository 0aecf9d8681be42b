"""What the commands ``gazetteer add``, ``list``, ``find`` and ``remove`` do."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2s
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.embedded import shortened
from reportedly.gazetteer.imports import read_rows
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.opening import added_paths, embedded_path, home_folder, open_gazetteer
from reportedly.gazetteer.rows import Row, Source
from reportedly.gazetteer.writing import write
from reportedly.model.reading import Place

_ENDINGS = re.compile(r"(\.(csv|tsv|txt|gz|xz|bz2|zip))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A gazetteer in use: where it came from and how many places it holds."""

    source: Source
    places: int


def add(
    path: Path, *, name: str | None = None, licence: str = "", attribution: str = "", home: Path | None = None
) -> Listed:
    """Reads a file of places into an index of its own, which every later run uses; adding a name again replaces it.

    ``licence`` and ``attribution`` are kept and listed. Raises GazetteerError with file and line."""
    if not path.is_file():
        raise GazetteerError(
            "there is no such file",
            where=str(path),
            mend="give the path of a CSV, TSV or GeoNames list",
            code="no-file",
        )
    folder = home or home_folder()
    called = name or _called(path)
    source = Source(
        name=called,
        version=blake2s(path.read_bytes(), digest_size=6).hexdigest(),
        licence=licence,
        attribution=attribution,
        path=str(path),
    )
    embedded = PlaceIndex((embedded_path(home_folder()),))
    rows = (_in_known_division(row, embedded) for row in read_rows(path, called))
    count = write(folder / "gazetteers" / f"{called}.sqlite", source, rows)
    return Listed(source=source, places=count)


def listed(home: Path | None = None) -> tuple[Listed, ...]:
    """Every gazetteer in use, the embedded one first."""
    return tuple(Listed(source=source, places=count) for source, count in open_gazetteer(home).sources())


def find(name: str, *, home: Path | None = None) -> tuple[Place, ...]:
    """The bearers of a name in every gazetteer ("Orvan province" finds the province); where nobody bears it, those
    that sound alike."""
    gazetteer = open_gazetteer(home)
    if found := gazetteer.find(name):
        return found
    for shorter in shortened(name):
        if divisions := tuple(place for place in gazetteer.find(shorter) if place.kind.startswith("A.")):
            return divisions
    return gazetteer.alike(name)


def remove(name: str, *, home: Path | None = None) -> None:
    """Takes a user's gazetteer out of use."""
    folder = home or home_folder()
    path = folder / "gazetteers" / f"{name}.sqlite"
    if not path.is_file():
        known = ", ".join(p.stem for p in added_paths(folder)) or "none has been added"
        raise GazetteerError(
            f"there is no gazetteer {name!r}", where=str(folder), mend=f"gazetteers added: {known}", code="no-gazetteer"
        )
    path.unlink()


def _called(path: Path) -> str:
    return re.sub(r"[^a-z0-9]+", "-", _ENDINGS.sub("", path.name).lower()).strip("-") or "places"


def _in_known_division(row: Row, embedded: PlaceIndex) -> Row:
    """The row with its division called as the embedded gazetteer calls it, so that both agree what lies where; a row
    for such a division itself becomes one with it."""
    if row.country is None or (row.admin1 is None and row.kind != "A.ADM1"):
        return row
    names = (row.name, *row.names) if row.kind == "A.ADM1" else tuple((row.admin1 or "").split("|"))
    known = _division(embedded, row.country, names)
    if known is None:
        return replace(row, admin1=names[0])
    return replace(row, admin1=known.name, place_id=known.id if row.kind == "A.ADM1" else row.place_id)


@lru_cache(maxsize=4096)
def _division(embedded: PlaceIndex, country: str, names: tuple[str, ...]) -> Place | None:
    same = (p for name in names for p in embedded.find(name) if p.kind == "A.ADM1" and p.country == country)
    return next(same, None)
