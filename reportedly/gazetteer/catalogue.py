"""What the commands ``gazetteer add``, ``list``, ``find`` and ``remove`` do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2s
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.embedded import division_names, shortened
from reportedly.gazetteer.files import Broken
from reportedly.gazetteer.geonames import aliases
from reportedly.gazetteer.imports import read_rows, recognise
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.opening import added_paths, embedded_path, home_folder, open_gazetteer
from reportedly.gazetteer.outlines import division_at
from reportedly.gazetteer.rows import Row, Source, Terms
from reportedly.gazetteer.writing import write
from reportedly.model.reading import Place

_WIDE = ("A.PCL", "L.", "H.")
"""Kinds of places that no single division holds."""
_ENDINGS = re.compile(r"(\.(csv|tsv|txt|gz|xz|bz2|zip))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A gazetteer in use: where it came from and how many places it holds. ``broken`` counts the lines that were left
    out when it was added, ``complaints`` are the first of them."""

    source: Source
    places: int
    broken: int = 0
    complaints: tuple[GazetteerError, ...] = ()


def add(
    path: Path,
    *,
    name: str | None = None,
    licence: str = "",
    attribution: str = "",
    names: Path | None = None,
    home: Path | None = None,
) -> Listed:
    """Reads a file of places into an index of its own, which every later run uses; adding a name again replaces it.

    ``licence`` and ``attribution`` are kept and listed; where they are not given, those of a known publisher are.
    ``names`` is a GeoNames file of alternate names. Lines that are no place are left out and told. Raises
    GazetteerError where a file is not there or cannot be understood; nothing is added then."""
    for given in filter(None, (path, names)):
        if not given.is_file():
            raise GazetteerError(
                "there is no such file",
                where=str(given),
                mend="give the path of a CSV, TSV or GeoNames list",
                code="no-file",
            )
    folder = home or home_folder()
    called = name or _called(path)
    form = recognise(path)
    source = Source(
        name=called,
        version=_version(path, names),
        licence=licence or form.licence,
        attribution=attribution or form.attribution,
        path=str(path),
    )
    embedded = PlaceIndex((embedded_path(home_folder()),))
    broken = Broken()
    rows = (_in_known_division(row, embedded) for row in read_rows(path, called, broken))
    more = aliases(names, broken) if names else ()
    count = write(folder / "gazetteers" / f"{called}.sqlite", source, rows, more)
    return Listed(source=source, places=count, broken=broken.count, complaints=tuple(broken.first))


def credits(place_ids: Iterable[str], *, home: Path | None = None) -> tuple[Terms, ...]:
    """Under which terms the places stand that were used, each gazetteer, licence and attribution once, in order."""
    gazetteer = open_gazetteer(home)
    found = {terms for place_id in set(place_ids) if (terms := gazetteer.terms(place_id)) is not None}
    return tuple(sorted(found, key=lambda t: (t.gazetteer, t.licence, t.attribution)))


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


def _version(*paths: Path | None) -> str:
    """A digest of the files, read piece by piece."""
    digest = blake2s(digest_size=6)
    for path in filter(None, paths):
        with path.open("rb") as raw:
            while piece := raw.read(1 << 20):
                digest.update(piece)
    return digest.hexdigest()


def _in_known_division(row: Row, embedded: PlaceIndex) -> Row:
    """The row with its division called as the embedded gazetteer calls it, so that both agree what lies where; a row
    for such a division itself becomes one with it."""
    first = row.kind == "A.ADM1"
    if row.admin1 is None and not first:
        return _in_drawn_division(row)
    if row.country is None:
        return row
    names = (row.name, *row.names) if first else tuple((row.admin1 or "").split("|"))
    known = _division(embedded, row.country, names)
    admin1 = known.name if known else names[0]
    place_id = known.id if known and first else row.place_id
    if admin1 == row.admin1 and place_id == row.place_id:
        return row
    return replace(row, admin1=admin1, place_id=place_id)


def _in_drawn_division(row: Row) -> Row:
    """The row with the country and division inside whose outline its point lies; none where it says another country."""
    code = None if row.kind.startswith(_WIDE) else division_at(row.latitude, row.longitude)
    if code is None or row.country not in {None, code[:2]}:
        return row
    return replace(row, country=code[:2], admin1=division_names()[code])


@lru_cache(maxsize=4096)
def _division(embedded: PlaceIndex, country: str, names: tuple[str, ...]) -> Place | None:
    same = (p for name in names for p in embedded.find(name) if p.kind == "A.ADM1" and p.country == country)
    return next(same, None)
