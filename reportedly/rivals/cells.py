"""The cells of one row by the names of their columns in, checked values out: days, numbers, degrees, codes, words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from reportedly.lexicon.stamps import load_stamps

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORDS = re.compile(r"(\d{1,2})[- ]([^\W\d_]+)[- ,]+(\d{4})")
_NUMBER = re.compile(r"(\d+)(?:\.0*)?")
_ESCAPED = re.compile(r"'(?=[=+\-@])")
"""How a CSV export keeps a spreadsheet from running a cell as a formula."""


class UnreadableError(Exception):
    """A cell that cannot be read: what is wrong, and how to mend it."""

    def __init__(self, what: str, mend: str) -> None:
        self.what, self.mend = what, mend
        super().__init__(what)


class Cells:
    """One row. A column that the file lacks reads as empty."""

    __slots__ = ("_at", "_cells")

    def __init__(self, cells: Sequence[str], at: Mapping[str, int]) -> None:
        self._cells, self._at = cells, at

    def word(self, column: str) -> str:
        """The words of a cell on one line; empty where there are none."""
        number = self._at.get(column)
        if number is None:
            return ""
        words = " ".join(self._cells[number].split())
        return _ESCAPED.sub("", words, count=1) if words.startswith("'") else words

    def words(self, *columns: str) -> tuple[str, ...]:
        """The names that cells list, parted by semicolons, each once."""
        parts = (part.strip() for column in columns for part in self.word(column).split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))

    def day(self, column: str) -> date:
        """A day: 2031-04-01, 01-04-2031, 01/04/2031 (the day first) or 01 April 2031."""
        given = self.word(column)
        found = _day(given)
        if found is None:
            what = f"{given!r} is no day" if given else "no day is given"
            raise UnreadableError(f"{column}: {what}", "write days as 2031-04-01, or as 01-04-2031 with the day first")
        return found

    def number(self, column: str) -> int | None:
        """A count of people, or nothing where the cell is empty."""
        given = self.word(column)
        if not given:
            return None
        found = _NUMBER.fullmatch(given)
        if found is None:
            raise UnreadableError(f"{column}: {given!r} is no count", "write a whole number, or leave the cell empty")
        return int(found[1])

    def code(self, column: str, most: int) -> int:
        """A code from 1 to ``most``."""
        found = _NUMBER.fullmatch(self.word(column))
        if found is None or not 1 <= int(found[1]) <= most:
            what = f"{self.word(column)!r} is no code" if self.word(column) else "no code is given"
            raise UnreadableError(f"{column}: {what}", f"write a whole number from 1 to {most}, as the codebook has it")
        return int(found[1])

    def degrees(self, column: str, most: int) -> float:
        """A latitude (``most`` 90) or a longitude (180)."""
        given = self.word(column)
        try:
            value = float(given)
        except ValueError:
            value = float("nan")
        if not -most <= value <= most:
            what = f"{given!r} is no degree on Earth" if given else "no degree is given"
            raise UnreadableError(f"{column}: {what}", f"write degrees between -{most} and {most}, with a point")
        return value


@lru_cache(maxsize=4096)
def _day(given: str) -> date | None:
    if found := _ISO.fullmatch(given):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(given):
        return _date(int(found[3]), int(found[2]), int(found[1]))
    if found := _WORDS.fullmatch(given):
        return _date(int(found[3]), load_stamps().months.get(found[2].lower(), 0), int(found[1]))
    return None


def _date(year: int, month: int, day: int) -> date | None:
    """The day, or nothing where the calendar has none; years stay clear of the calendar's ends."""
    try:
        found = date(year, month, day)
        return found if date.min + timedelta(days=400) < found < date.max - timedelta(days=400) else None
    except ValueError:
        return None
