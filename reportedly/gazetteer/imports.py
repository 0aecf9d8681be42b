"""A gazetteer file of a user in, rows out: CSV, TSV, Who's On First and GeoNames lists, packed or not.

CSV and TSV name their columns in the first line: ``name``, ``latitude`` and ``longitude`` are needed; ``names`` (joined
by ``|``), ``kind``, ``country``, ``admin1``, ``population``, ``radius_km`` and ``id`` may be there. A file without such
a line and with 19 columns is a GeoNames list (its "readme.txt" names the columns).
"""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import lzma
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.rows import Row
from reportedly.ids import short
from reportedly.lexicon.places import load_kinds

_NEEDED = ("name", "latitude", "longitude")
_GEONAMES_COLUMNS = 19
_CODED = re.compile(r"[AHLPRSTUV]\.[A-Z0-9]+")
_WOF = re.compile(r"wof-([a-z]{2})\b", re.IGNORECASE)
_UNPACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    ".gz": gzip.decompress,
    ".xz": lzma.decompress,
    ".bz2": bz2.decompress,
}
_WIDEST = 1_000_000
"""Characters of one cell: GeoNames lists hold a hundred names in one."""


@dataclass(slots=True)
class _File:
    """What is known of a file while it is read."""

    path: Path
    prefix: str
    country: str | None
    kinds: Mapping[str, str] = field(default_factory=lambda: load_kinds())
    regions: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)


def read_rows(path: Path, prefix: str) -> Iterator[Row]:
    """The places of a file in its order. ``prefix`` begins the ids of places that have none of their own.

    Raises GazetteerError with file and line where a line is no place."""
    text = _text(path)
    first = text.readline()
    if not first.strip():
        raise _wrong(path, 1, "the file is empty", "a gazetteer begins with a line of column names: name,latitude,…")
    delimiter = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    columns = [column.strip().lower() for column in next(csv.reader([first], delimiter=delimiter))]
    match = _WOF.search(path.name)
    file = _File(path=path, prefix=prefix, country=match[1].upper() if match else None)
    text.seek(0)
    if set(_NEEDED) <= set(columns):
        yield from _table(file, text, delimiter)
    elif len(columns) == _GEONAMES_COLUMNS and delimiter == "\t":
        yield from _geonames(file, text)
    else:
        missing = ", ".join(name for name in _NEEDED if name not in columns)
        raise _wrong(
            path,
            1,
            f"the columns are {', '.join(columns[:8])}; missing: {missing}",
            "name the columns in the first line: name, latitude, longitude (and names, kind, country, admin1, …)",
        )


def _text(path: Path) -> io.StringIO:
    """The whole text of a file, unpacked."""
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                inside = [n for n in archive.namelist() if n.endswith((".txt", ".csv", ".tsv")) and "readme" not in n]
                if not inside:
                    raise _wrong(
                        path, 1, "the archive holds no .txt, .csv or .tsv", "unpack it and add the list itself"
                    )
                raw = archive.read(inside[0])
        else:
            raw = _UNPACKERS.get(path.suffix, bytes)(path.read_bytes())
        return io.StringIO(raw.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise _wrong(path, line, "the text is not UTF-8", "save the file as UTF-8 and add it again") from None
    except (OSError, EOFError, lzma.LZMAError, zipfile.BadZipFile) as error:
        what = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise GazetteerError(
            f"the gazetteer cannot be read ({what})",
            where=str(path),
            mend="give the path of a CSV, TSV or GeoNames .txt file (.gz, .xz, .bz2 and .zip are unpacked)",
            code="gazetteer-file",
        ) from None


def _table(file: _File, text: io.StringIO, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(_WIDEST)
    reader: csv.DictReader[str] = csv.DictReader(text, delimiter=delimiter, skipinitialspace=True)
    if delimiter == "\t":
        reader = csv.DictReader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    reader.fieldnames = [column.strip().lower() for column in reader.fieldnames or ()]
    lines = [(reader.line_num, fields) for fields in reader]
    for _, fields in lines:
        _learn_parents(file, fields)
    for number, fields in lines:
        yield _row(file, number, {key: (value or "").strip() for key, value in fields.items() if key})


def _learn_parents(file: _File, fields: Mapping[str, str]) -> None:
    """Who's On First: which region holds what, by the numbers of the parents; a region keeps all its names."""
    number = fields.get("wof_id")
    if number:
        file.parents[number] = fields.get("parent_id") or ""
        if fields.get("kind") == "region":
            file.regions[number] = "|".join(filter(None, (fields.get("name"), fields.get("names"))))


def _region(file: _File, fields: Mapping[str, str]) -> str | None:
    here = fields.get("wof_id") or ""
    for _ in range(5):
        if here in file.regions:
            return file.regions[here]
        here = file.parents.get(here, "")
    return None


def _row(file: _File, number: int, fields: Mapping[str, str]) -> Row:
    name = fields["name"]
    if not name:
        raise _wrong(file.path, number, "the name is empty", "give every place a name or leave the line out")
    latitude, longitude = (
        _degrees(file, number, fields, "latitude", 90),
        _degrees(file, number, fields, "longitude", 180),
    )
    kind = fields.get("kind", "")
    known = kind if _CODED.fullmatch(kind) else file.kinds.get(kind.lower())
    if known is None:
        mend = f"use a GeoNames code (P.PPL) or one of: {', '.join(sorted(filter(None, file.kinds)))}"
        raise _wrong(file.path, number, f"the kind {kind!r} is not known", mend)
    country = fields.get("country", "").upper() or file.country
    if country is not None and not re.fullmatch(r"[A-Z]{2}", country):
        raise _wrong(file.path, number, f"the country {country!r} is no ISO 3166-1 code", "write two letters, as in SY")
    return Row(
        place_id=_id(file, fields, name, latitude, longitude),
        name=name,
        names=tuple(one.strip() for one in fields.get("names", "").split("|") if one.strip()),
        latitude=latitude,
        longitude=longitude,
        kind=known,
        country=country,
        admin1=fields.get("admin1") or _region(file, fields),
        population=int(_number(file, number, fields, "population") or 0),
        radius_km=_number(file, number, fields, "radius_km"),
    )


def _id(file: _File, fields: Mapping[str, str], name: str, latitude: float, longitude: float) -> str:
    if fields.get("geonameid"):
        return f"geonames:{fields['geonameid']}"
    if fields.get("wof_id"):
        return f"wof:{fields['wof_id']}"
    own = fields.get("id") or short(name, latitude, longitude)
    return f"{file.prefix}:{own}"


def _degrees(file: _File, number: int, fields: Mapping[str, str], column: str, most: int) -> float:
    value = _number(file, number, fields, column)
    if value is None or not -most <= value <= most:
        given = fields.get(column)
        mend = f"write degrees between -{most} and {most}, with a point"
        raise _wrong(file.path, number, f"the {column} {given!r} is no degree on Earth", mend)
    return value


def _number(file: _File, number: int, fields: Mapping[str, str], column: str) -> float | None:
    given = fields.get(column, "")
    if not given:
        return None
    try:
        return float(given)
    except ValueError:
        raise _wrong(file.path, number, f"the {column} {given!r} is no number", "write digits and a point") from None


def _geonames(file: _File, text: io.StringIO) -> Iterator[Row]:
    """GeoNames "geoname" table: id, name, ascii name, alternate names, latitude, longitude, class, code, country, …"""
    for number, line in enumerate(text, start=1):
        cells = line.rstrip("\r\n").split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            raise _wrong(file.path, number, f"{len(cells)} columns, not 19", "take the list as GeoNames publishes it")
        fields = {
            "geonameid": cells[0],
            "name": cells[1],
            "names": cells[3].replace(",", "|"),
            "latitude": cells[4],
            "longitude": cells[5],
            "kind": f"{cells[6]}.{cells[7]}" if cells[6] and cells[7] else "P.PPL",
            "country": cells[8],
            "population": cells[14],
        }
        yield _row(file, number, fields)


def _wrong(path: Path, line: int, what: str, mend: str) -> GazetteerError:
    return GazetteerError(what, where=f"{path}:{line}", mend=mend, code="gazetteer-line")
