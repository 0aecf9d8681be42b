"""The first line of a CSV file in, whose columns it has and where each stands out.

UCDP GED has 49 columns and ACLED 31. Columns may be missing or stand in another order as long as those are there
without which no event can be matched; names that older releases gave a column are known.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.errors import InputError
from reportedly.exports import acled, ucdp
from reportedly.model.rival import Scheme

COLUMNS = {Scheme.UCDP: ucdp.COLUMNS, Scheme.ACLED: acled.COLUMNS}

NAMES = {Scheme.UCDP: "UCDP GED", Scheme.ACLED: "ACLED"}

_NEEDED = {
    Scheme.UCDP: ("date_start", "date_end", "where_prec", "latitude", "longitude"),
    Scheme.ACLED: ("event_date", "time_precision", "geo_precision", "latitude", "longitude", "event_type"),
}
"""Without these an event cannot be matched by day and place."""

_COMPARED = {
    Scheme.UCDP: ("id", "country", "where_coordinates", "side_a", "side_b", "low", "best", "high", "type_of_violence"),
    Scheme.ACLED: ("event_id_cnty", "country", "location", "actor1", "actor2", "fatalities"),
}
"""Where one of these is missing, events are matched and the field is not compared."""

_CALLED = {
    "best_est": "best",
    "low_est": "low",
    "high_est": "high",
    "ally_actor_1": "assoc_actor_1",
    "ally_actor_2": "assoc_actor_2",
}
"""Names that the columns had in older releases."""

_SEPARATORS = ",;\t|"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Whose columns a file has. ``at`` gives the number of the cell by the column's present name; ``named`` is false
    where the file has no first line of names; ``lacks`` are columns that are missed for comparing."""

    scheme: Scheme
    at: Mapping[str, int]
    width: int
    separator: str
    named: bool = True
    lacks: tuple[str, ...] = ()


def header_of(line: str, where: str) -> Header:
    """The header of a file's first line. Raises InputError where it is neither dataset's, or lacks what is needed."""
    cells, separator = max(_cut(line), key=lambda cut: len(_known(cut[0])))
    known = _known(cells)
    if not known:
        return _nameless(line, where)
    scheme = max(Scheme, key=lambda one: len(set(known) & _own(one)))
    if not set(known) & _own(scheme):
        raise _neither(where)
    missing = [column for column in _NEEDED[scheme] if column not in known]
    if missing:
        raise InputError(
            f"these columns of {NAMES[scheme]} are missing: {', '.join(missing)}",
            where=where,
            mend="download the whole table, or name the columns as the codebook does",
            code="rival-columns",
        )
    lacks = tuple(column for column in _COMPARED[scheme] if column not in known)
    return Header(scheme=scheme, at=known, width=len(cells), separator=separator, lacks=lacks)


def _own(scheme: Scheme) -> set[str]:
    """The columns that only this dataset has."""
    others = {column for one, columns in COLUMNS.items() if one is not scheme for column in columns}
    return set(COLUMNS[scheme]) - others


def _cut(line: str) -> list[tuple[list[str], str]]:
    return [(next(csv.reader([line], delimiter=mark), []), mark) for mark in _SEPARATORS]


def _known(cells: Sequence[str]) -> dict[str, int]:
    """The columns of either dataset, by their present names; of two with one name the first counts."""
    every = {column for columns in COLUMNS.values() for column in columns}
    found: dict[str, int] = {}
    for number, cell in enumerate(cells):
        name = "_".join(cell.strip().strip('"').casefold().split())
        name = _CALLED.get(name, name)
        if name in every:
            found.setdefault(name, number)
    return found


def _nameless(line: str, where: str) -> Header:
    """A release of the UCDP Candidate dataset came without names: 49 cells, a number first, dates where they belong."""
    at = {column: number for number, column in enumerate(ucdp.COLUMNS)}
    for cells, separator in _cut(line):
        if len(cells) == len(at) and cells[0].isdecimal() and _DAY.match(cells[at["date_start"]]):
            return Header(scheme=Scheme.UCDP, at=at, width=len(at), separator=separator, named=False)
    raise _neither(where)


def _neither(where: str) -> InputError:
    return InputError(
        "this is neither a UCDP GED nor an ACLED table: its first line does not name their columns",
        where=where,
        mend="give the CSV file of UCDP GED (id, date_start, side_a, …) or of ACLED (event_date, event_type, …)",
        code="rival-unknown",
    )
