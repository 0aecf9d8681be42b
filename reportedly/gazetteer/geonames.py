"""GeoNames lists in, rows and aliases out: the 19 columns of "geoname" and the 10 of "alternateNamesV2".

The columns are those of the "readme.txt" on the GeoNames download server. Rows are made without dictionaries: the list
of all countries has thirteen million lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.cells import Listing, country, name, number, point, several
from reportedly.gazetteer.embedded import division_names
from reportedly.gazetteer.files import Broken, is_text, lines_of, not_text, wrong
from reportedly.gazetteer.rows import Alias, Row

COLUMNS = 19
_LEAST = 4
"""Columns of a line of alternate names; the last six may be cut off."""

_NO_NAMES = frozenset(["link", "wkdt", "post", "iata", "icao", "faac", "unlc", "tcid", "abbr", "phon", "piny"])
"""Codes in the column of the language that mark what is no name: links, postal codes, codes of airports."""


def list_rows(file: Listing) -> Iterator[Row]:
    """The places of a list such as "SY.txt" or "allCountries.zip"."""
    divisions = division_names()
    with lines_of(file.path) as text:
        for line, whole in enumerate(text, start=1):
            try:
                yield _row(file, line, whole, divisions)
            except GazetteerError as error:
                file.broken.add(error)


def aliases(path: Path, broken: Broken) -> Iterator[Alias]:
    """The names of a file "alternateNamesV2.txt" (or .zip), in all languages and scripts."""
    with lines_of(path) as text:
        for line, whole in enumerate(text, start=1):
            cells = whole.rstrip("\r\n").split("\t")
            if len(cells) < _LEAST or not cells[1].isdigit():
                mend = "take the file as GeoNames publishes it: alternateNamesV2"
                broken.add(wrong(path, line, "no line of alternate names", mend))
            elif not is_text(whole):
                broken.add(not_text(path, line))
            elif cells[3] and cells[2] not in _NO_NAMES:
                yield Alias(place_id=f"geonames:{cells[1]}", name=cells[3])


def _row(file: Listing, line: int, whole: str, divisions: Mapping[str, str]) -> Row:
    cells = whole.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        raise wrong(file.path, line, f"{len(cells)} columns, not {COLUMNS}", "take the list as GeoNames publishes it")
    if not is_text(whole):
        raise not_text(file.path, line)
    if not cells[0].isdigit():
        raise wrong(file.path, line, f"{cells[0]!r} is no GeoNames number", "take the list as GeoNames publishes it")
    latitude, longitude = point(file, line, cells[4], cells[5])
    return Row(
        place_id=f"geonames:{cells[0]}",
        name=name(file, line, cells[1]),
        names=several(cells[3], ","),
        latitude=latitude,
        longitude=longitude,
        kind=f"{cells[6]}.{cells[7]}" if cells[6] and cells[7] else "P.PPL",
        country=country(file, line, cells[8]),
        admin1=divisions.get(f"{cells[8]}.{cells[10]}"),
        population=int(number(file, line, "population", cells[14]) or 0),
    )
