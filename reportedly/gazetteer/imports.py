"""A gazetteer file of a user in, rows out one by one: which form it has, and the places that its lines tell.

The form is seen from the first line: CSV or TSV with ``name``, ``latitude`` and ``longitude``; Who's On First (our
lists, its "meta" CSV and its SQLite distribution); GeoNames lists (no heading, 19 columns); OCHA tables with p-codes;
the UCDP Georeferenced Event Dataset; OurAirports. Every reader takes one line at a time.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer import airports, geonames, ocha, tables, ucdp, wof
from reportedly.gazetteer.cells import Cells, Listing
from reportedly.gazetteer.files import Broken, is_database, is_text, lines_of, not_text, wrong
from reportedly.gazetteer.rows import Row

_WOF = re.compile(r"wof-([a-z]{2})\b", re.IGNORECASE)
_WIDEST = 10_000_000
"""Characters of one cell: GeoNames lists hold a hundred names in one, UCDP whole outlines."""

_FIRST_LINE = 1_000_000
_Tell = Callable[[Listing, int, Cells], Row | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The form of a list, and the licence and attribution that its publisher states."""

    name: str
    licence: str = ""
    attribution: str = ""


TABLE = Form(name="table")
GEONAMES = Form(name="geonames", licence="CC BY 4.0", attribution="GeoNames (geonames.org)")
WOF = Form(name="whosonfirst", licence="CC0 and CC BY 4.0, by record", attribution="Who's On First (whosonfirst.org)")
OCHA = Form(name="ocha", licence="CC BY-IGO", attribution="OCHA (data.humdata.org)")
UCDP = Form(name="ucdp", licence="CC BY 4.0", attribution="UCDP Georeferenced Event Dataset (ucdp.uu.se)")
AIRPORTS = Form(name="ourairports", licence="public domain", attribution="OurAirports (ourairports.com)")


def recognise(path: Path) -> Form:
    """The form of a file. Raises GazetteerError with file and line where it is none that is known."""
    return WOF if is_database(path) else _heading(path)[0]


def read_rows(path: Path, prefix: str, broken: Broken | None = None) -> Iterator[Row]:
    """The places of a file in its order. ``prefix`` begins the ids of places that have none of their own.

    Lines that are no place are left out and told to ``broken``. Raises GazetteerError where the file as a whole cannot
    be understood, which it cannot where half of its lines are broken."""
    file = Listing(path=path, prefix=prefix, country=_country_of(path), broken=broken or Broken())
    good = 0
    for row in _rows(file):
        good += 1
        yield row
    if file.broken.count >= max(good, 1):
        raise file.broken.first[0]


def _rows(file: Listing) -> Iterator[Row]:
    if is_database(file.path):
        return wof.database_rows(file)
    form, delimiter, columns = _heading(file.path)
    if form is GEONAMES:
        return geonames.list_rows(file)
    return _table(file, delimiter, _teller(form, file, delimiter, columns))


def _teller(form: Form, file: Listing, delimiter: str, columns: tuple[str, ...]) -> _Tell:
    """The function that makes a row of a line."""
    if form is UCDP:
        return ucdp.Teller().row
    if form is OCHA:
        return ocha.Teller(columns).row
    if form is AIRPORTS:
        return airports.row
    wide = wof.Regions() if "wof_id" in columns or "placetype" in columns else None
    if wide is None:
        return tables.row
    for _, cells in _cells(file, delimiter):
        wide.learn(cells)
    return wide.row


def _table(file: Listing, delimiter: str, tell: _Tell) -> Iterator[Row]:
    for line, cells in _cells(file, delimiter):
        try:
            if not is_text("".join(cells.values())):
                raise not_text(file.path, line)
            row = tell(file, line, cells)
        except GazetteerError as error:
            file.broken.add(error)
            continue
        if row is not None:
            yield row


def _cells(file: Listing, delimiter: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines of a table with their numbers, as cells by the name of their column in small letters."""
    csv.field_size_limit(_WIDEST)
    with lines_of(file.path) as text:
        if delimiter == "\t":
            reader: csv.DictReader[str] = csv.DictReader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
        else:
            reader = csv.DictReader(text, delimiter=delimiter, skipinitialspace=True)
        reader.fieldnames = [column.strip().lower() for column in reader.fieldnames or ()]
        try:
            for cells in reader:
                yield reader.line_num, {key: (value or "").strip() for key, value in cells.items() if key}
        except csv.Error as error:
            raise wrong(file.path, reader.line_num, f"the line is no table ({error})", "close its quotes") from None


def _heading(path: Path) -> tuple[Form, str, tuple[str, ...]]:
    """The form, the mark between cells and the columns."""
    with lines_of(path) as text:
        first = text.readline(_FIRST_LINE)
    if not first.strip():
        raise wrong(path, 1, "the file is empty", "a gazetteer begins with a line of column names: name,latitude,…")
    delimiter = "\t" if "\t" in first else ";" if first.count(";") > first.count(",") else ","
    columns = tuple(column.strip().lower() for column in next(csv.reader([first], delimiter=delimiter)))
    form = _form(frozenset(columns), len(columns) if delimiter == "\t" else 0)
    if form is not None:
        return form, delimiter, columns
    missing = ", ".join(name for name in tables.NEEDED if name not in columns)
    raise wrong(
        path,
        1,
        f"the columns are {', '.join(columns[:8])}; missing: {missing}",
        "name the columns in the first line: name, latitude, longitude (and names, kind, country, admin1, …)",
    )


def _form(columns: frozenset[str], tabbed: int) -> Form | None:
    if columns >= ucdp.NEEDED:
        return UCDP
    if columns >= airports.NEEDED:
        return AIRPORTS
    if ocha.coded(columns):
        return OCHA
    if columns >= wof.NEEDED or columns >= wof.META:
        return WOF
    if columns >= tables.NEEDED_SET:
        return TABLE
    return GEONAMES if tabbed == geonames.COLUMNS else None


def _country_of(path: Path) -> str | None:
    match = _WOF.search(path.name)
    return match[1].upper() if match else None
