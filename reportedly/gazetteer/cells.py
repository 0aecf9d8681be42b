"""The cells of one line in, checked values out: degrees, numbers, codes of countries, kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.gazetteer.files import Broken, wrong
from reportedly.lexicon.places import load_kinds

Cells = Mapping[str, str]

CODED = re.compile(r"[AHLPRSTUV]\.[A-Z0-9]+")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(slots=True, kw_only=True)
class Listing:
    """A file while it is read: ``prefix`` begins the ids of places that have none of their own; ``country`` is that of
    all rows where its name tells it ("wof-sy.tsv")."""

    path: Path
    prefix: str
    country: str | None = None
    kinds: Mapping[str, str] = field(default_factory=lambda: load_kinds())
    broken: Broken = field(default_factory=Broken)


def degrees(file: Listing, line: int, what: str, given: str, most: int) -> float:
    """A latitude (``most`` 90) or longitude (180)."""
    value = number(file, line, what, given)
    if value is None or not -most <= value <= most:
        mend = f"write degrees between -{most} and {most}, with a point"
        raise wrong(file.path, line, f"the {what} {given!r} is no degree on Earth", mend)
    return value


def point(file: Listing, line: int, latitude: str, longitude: str) -> tuple[float, float]:
    """Latitude and longitude in WGS 84 degrees."""
    return degrees(file, line, "latitude", latitude, 90), degrees(file, line, "longitude", longitude, 180)


def number(file: Listing, line: int, what: str, given: str) -> float | None:
    """A number, or nothing where the cell is empty."""
    if not given:
        return None
    try:
        return float(given)
    except ValueError:
        raise wrong(file.path, line, f"the {what} {given!r} is no number", "write digits and a point") from None


def name(file: Listing, line: int, given: str) -> str:
    """The name, which no place may lack."""
    if not given:
        raise wrong(file.path, line, "the name is empty", "give every place a name or leave the line out")
    return given


def country(file: Listing, line: int, given: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the line, else that of the file."""
    code = given.upper() or file.country
    if code is not None and not _COUNTRY.fullmatch(code):
        raise wrong(file.path, line, f"the country {code!r} is no ISO 3166-1 code", "write two letters, as in SY")
    return code


def kind(file: Listing, line: int, given: str) -> str:
    """The GeoNames class and code of a kind, which may be a word of ``vocab/places/kinds.yml``."""
    known = given if CODED.fullmatch(given) else file.kinds.get(given.lower())
    if known is None:
        mend = f"use a GeoNames code (P.PPL) or one of: {', '.join(sorted(filter(None, file.kinds)))}"
        raise wrong(file.path, line, f"the kind {given!r} is not known", mend)
    return known


def several(given: str, mark: str = "|") -> tuple[str, ...]:
    """The names of a cell that holds several."""
    return tuple(one.strip() for one in given.split(mark) if one.strip()) if given else ()
