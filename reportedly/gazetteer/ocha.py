"""Lines of an OCHA table with p-codes in, divisions and settlements out.

Common Operational Datasets name their columns ``ADM1_EN``, ``ADM1_AR``, ``ADM1_PCODE`` (also ``admin1Name_en``,
``admin1Pcode``, ``adm1_name``); each line is a place of the deepest level that has a code. A table of settlements adds
columns of its own (``PCODE``, ``NAME_EN``, ``NAME_AR``). humanitarian data exchange: data.humdata.org, "COD-AB".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.gazetteer.cells import Cells, Listing, country, name, number, point
from reportedly.gazetteer.files import wrong
from reportedly.gazetteer.rows import Row

_COLUMN = re.compile(r"(?:adm|admin)([0-4])_?(.*)")
_CODES = frozenset(["pcode", "code"])
_NAMES = re.compile(r"(?:ref_?)?(?:name_?)?(?:[a-z]{2,3}\d?|alt\d?_?[a-z]{0,2}|name\d?|)")
_OWN = re.compile(r"(?:(?:alt|ref|place|loc|pplname|feature)_?)?name_?\d?(?:_[a-z]{2})?|loc_name|populatedplace")
_OWN_CODES = ("pcode", "loc_pcode", "p_code", "ppl_pcode")
_LATITUDES = ("latitude", "lat", "center_lat", "y", "point_y", "latitude_", "lat_dd", "y_coord", "centroid_lat")
_LONGITUDES = ("longitude", "lon", "long", "center_lon", "x", "point_x", "longitude_", "lon_dd", "x_coord")
_PEOPLE = ("population", "pop", "total_pop", "t_tl")
_KINDS = ("A.PCLI", "A.ADM1", "A.ADM2", "A.ADM3", "A.ADM4")


def coded(columns: Iterable[str]) -> bool:
    """Whether the columns are those of a table with p-codes."""
    found = (_COLUMN.fullmatch(column) for column in columns)
    return any(match is not None and match[2] in _CODES for match in found)


class Teller:
    """Makes rows of a table, whose columns are sorted once."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._codes: dict[int, str] = {}
        self._names: dict[int, list[str]] = defaultdict(list)
        for column in columns:
            if (match := _COLUMN.fullmatch(column)) is None:
                continue
            if match[2] in _CODES:
                self._codes[int(match[1])] = column
            elif _NAMES.fullmatch(match[2]):
                self._names[int(match[1])].append(column)
        self._own = [c for c in columns if _OWN.fullmatch(c)]
        self._own_code = next((c for c in _OWN_CODES if c in columns), None)
        self._latitude = next((c for c in _LATITUDES if c in columns), None)
        self._longitude = next((c for c in _LONGITUDES if c in columns), None)
        self._people = next((c for c in _PEOPLE if c in columns), None)

    def row(self, file: Listing, line: int, cells: Cells) -> Row:
        """The place of a line, under its p-code, with its names in every language of the table."""
        if self._latitude is None or self._longitude is None:
            mend = "join the table with its points: columns center_lat and center_lon, or latitude and longitude"
            raise wrong(file.path, line, "the table has no columns of latitude and longitude", mend)
        latitude, longitude = point(file, line, cells[self._latitude], cells[self._longitude])
        level, code = self._coded(cells)
        own = self._own_code is not None and bool(cells[self._own_code])
        columns = self._own if own else self._names[level]
        names = dict.fromkeys(cells[column] for column in columns if cells[column])
        called = name(file, line, next(iter(names), ""))
        pcode = cells[self._own_code or ""] if own else code
        people = cells[self._people] if self._people else ""
        return Row(
            place_id=f"pcode:{pcode}",
            name=called,
            names=tuple(n for n in names if n != called),
            latitude=latitude,
            longitude=longitude,
            kind="P.PPL" if own else _KINDS[level],
            country=country(file, line, _letters(cells.get(self._codes.get(0, ""), "") or code)),
            admin1=self._division(cells) if own or level > 1 else None,
            population=int(number(file, line, "population", people.replace(",", "")) or 0),
        )

    def _coded(self, cells: Cells) -> tuple[int, str]:
        """The deepest level that has a code, and that code."""
        return next(((n, cells[c]) for n, c in sorted(self._codes.items(), reverse=True) if cells[c]), (1, ""))

    def _division(self, cells: Cells) -> str | None:
        """All names of the first-level division that holds the place."""
        return "|".join(dict.fromkeys(cells[c] for c in self._names[1] if cells[c])) or None


def _letters(pcode: str) -> str:
    """The country's ISO code with which a p-code begins, in two letters."""
    return pcode[:2] if pcode[:2].isalpha() else ""
