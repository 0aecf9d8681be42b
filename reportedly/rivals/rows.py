"""The path of a CSV file in, its header and then its rows one at a time out, each with the number of its line."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TextIO

from reportedly.errors import InputError
from reportedly.rivals.headers import Header, header_of

_ODD = "\ufffd"
"""What stands where bytes were no UTF-8."""

_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")
"""How zip files (and spreadsheets), gzip files and old spreadsheets begin."""


_MOST_LINES = 200
"""Lines that one row may stand on."""


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
    lines = _Lines(text)
    named = head.named
    while (first := lines.number + 1) and lines.begin():
        try:
            cells = next(csv.reader(lines, delimiter=head.separator), [])
        except csv.Error:
            cells, lines.short = [], True
        if lines.short:
            lines.again()
            what = "a quotation mark is opened and not closed, or a cell is too long"
            yield Numbered(first, [], what, "close the mark, or shorten the cell", whole=False)
        elif not any(cells):
            continue
        elif named:  # the names themselves
            named = False
        else:
            yield _checked(first, cells, head)


class _Lines:
    """The lines of a file for one row after the other. A row may take further lines while a quotation mark is open, but
    not without end: one that is never closed must cost its own line and no other."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._back: deque[str] = deque()
        self._taken: list[str] = []
        self.number = 0  # of the line taken last
        self.short = False  # whether the row needed more lines than there are, or than it may have

    def begin(self) -> bool:
        """Makes ready for the next row; false where no line is left."""
        self._taken, self.short = [], False
        if not self._back:
            self._back.extend(islice(self._text, 1))
        return bool(self._back)

    def again(self) -> None:
        """Gives back all lines of the row but its first."""
        self._back.extendleft(reversed(self._taken[1:]))
        self.number -= len(self._taken) - 1

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._text, None)
        if line is None or len(self._taken) == _MOST_LINES:
            self.short = True
            if line is not None:
                self._back.appendleft(line)
            raise StopIteration
        self._taken.append(line)
        self.number += 1
        return line


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
