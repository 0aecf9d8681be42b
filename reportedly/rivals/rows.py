"""The path of a CSV file in, its header and then its rows one at a time out, each with the number of its line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple, TextIO

from reportedly.errors import InputError
from reportedly.rivals.headers import Header, header_of

_ODD = "\ufffd"
"""What stands where bytes were no UTF-8."""

_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
"""How zip files (and spreadsheets), gzip files and old spreadsheets begin."""


class Numbered(NamedTuple):
    """A row, and the line of the file on which it begins. ``fault`` says what is wrong with it and ``mend`` what to do;
    a row that is not ``whole`` cannot be read."""

    line: int
    cells: list[str]
    fault: str = ""
    mend: str = ""
    whole: bool = True


@contextmanager
def opened(path: Path) -> Iterator[tuple[Header, Iterator[Numbered]]]:
    """The header and the rows; only one row is held at a time. Raises InputError where the file cannot be opened or
    its header is of neither dataset."""
    try:
        with path.open("rb") as raw:
            if raw.read(4).startswith(_PACKED):
                raise InputError(
                    "this is a packed file or a spreadsheet",
                    where=str(path),
                    mend="unpack it, or save it as CSV, and give the .csv file",
                    code="rival-packed",
                )
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as text:
            head = header_of(_first(text), str(path))
            text.seek(0)
            yield head, _rows(text, head)
    except OSError as error:
        raise InputError(
            f"the file cannot be opened: {error.strerror}", where=str(path), mend="name a CSV file", code="rival-file"
        ) from error


def _first(text: TextIO) -> str:
    """The first line that is not empty, without its end."""
    return next((line.rstrip("\r\n") for line in text if line.strip()), "")


def _rows(text: TextIO, head: Header) -> Iterator[Numbered]:
    reader = csv.reader(text, delimiter=head.separator)
    named = head.named
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            mend = "look for a quotation mark that is not closed"
            yield Numbered(line, [], f"the row cannot be read: {error}", mend, whole=False)
            continue
        if not any(cells):
            continue
        if named:  # the names themselves
            named = False
            continue
        yield _checked(line, cells, head)


def _checked(line: int, cells: list[str], head: Header) -> Numbered:
    if len(cells) < head.width or any(cells[head.width :]):
        return Numbered(
            line,
            cells,
            f"there are {len(cells)} cells under {head.width} columns",
            "put words that hold the separator or a line break between quotation marks",
            whole=False,
        )
    if _ODD in "".join(cells):
        return Numbered(line, cells, "letters are not UTF-8", "save the file as CSV in UTF-8")
    return Numbered(line, cells)
