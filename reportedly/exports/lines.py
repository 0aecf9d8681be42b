"""Rows and objects in, lines that were read back before they leave out.

A line that does not read back as what was put in stops the export before its file is published.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from typing import Any

from reportedly.errors import LedgerError
from reportedly.exports.tables import Row, csv_line

_NUL = str.maketrans({"\0": "\ufffd"})


def json_line(record: Mapping[str, Any]) -> str:
    """An object on one line. Half characters, which no file can hold, become U+FFFD."""
    line = whole(json.dumps(record, ensure_ascii=False, default=_iso, allow_nan=False))
    if "\n" in line or not isinstance(json.loads(line), dict):
        raise LedgerError("an object does not read back", where=line[:80], code="export-check")
    return line


def json_document(head: Mapping[str, Any], items: str, members: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """An object with one long list, an item a line: ``head``'s members first, then the list ``items``."""
    opened = json_line(head)[:-1]
    yield f"{opened}{', ' if head else ''}{json.dumps(items)}: ["
    waiting: str | None = None
    for member in members:
        if waiting is not None:
            yield waiting + ","
        waiting = json_line(member)
    if waiting is not None:
        yield waiting
    yield "]}"


def csv_row(row: Row, columns: tuple[str, ...]) -> str:
    """A row in the order of the columns, quoted where it must be. Raises LedgerError where a column is missing, one
    is too many, or the line does not read back."""
    if set(row) != set(columns):
        odd = sorted(set(row) ^ set(columns))
        raise LedgerError(f"the row and its columns differ: {', '.join(odd)}", code="export-check")
    return csv_cells([row[column] for column in columns])


def csv_cells(cells: list[object]) -> str:
    """A line of CSV that reads back with as many cells."""
    line = whole(csv_line(c.translate(_NUL) if isinstance(c, str) else c for c in cells))
    read = next(csv.reader(StringIO(line, newline="")), [])
    if len(read) != len(cells):
        raise LedgerError(f"{len(cells)} cells read back as {len(read)}", where=line[:80], code="export-check")
    return line


def whole(text: str) -> str:
    """The text with half surrogate pairs, which UTF-8 cannot write, as U+FFFD."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in JSON")
