"""The vocabulary of dates over a report in, a pattern out that reads one at a given place of a text.

A stamp is a date as an outlet prints it ("Published Tuesday 4 April 2017, 14:35 GMT"), not a date inside a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Literal

from reportedly.lexicon.lines import Line, load
from reportedly.lexicon.patterns import any_of


class StampLine(Line):
    """A word of a stamp: a month, a weekday, or a word that stands before, between or after them."""

    kind: Literal["month", "weekday", "label", "updated", "zone", "clock", "between", "ordinal", "of", "zoned"]
    forms: tuple[str, ...]
    number: int | None = None


class StampKind(StrEnum):
    """What a stamp says of its date."""

    BARE = "bare"
    PUBLISHED = "published"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """A date as printed: ``text[start:end]``. ``year`` is missing in "March 3" and has two digits in "18 Feb 90";
    ``weekday`` says that a day of the week stands before it."""

    start: int
    end: int
    kind: StampKind
    year: int | None
    month: int
    day: int
    timed: bool = False
    weekday: bool = False

    def resolve(self, near: date | None, *, ahead: int = 1) -> date | None:
        """The day it means; ``near`` (the publication) chooses the year or century that the stamp leaves out: the
        latest that lies no more than ``ahead`` days after it.

        Without ``near`` a missing year stays missing; two digits follow POSIX (69 is 1969, 68 is 2068).
        """
        if self.year is not None and self.year >= 100:
            return _day(self.year, self.month, self.day)
        if self.year is not None:
            centuries = (1900, 2000) if near else ((1900,) if self.year >= 69 else (2000,))
            return _nearest((_day(c + self.year, self.month, self.day) for c in centuries), near, ahead)
        if near is None:
            return None
        return _nearest((_day(near.year + step, self.month, self.day) for step in (-1, 0, 1)), near, ahead)


@dataclass(frozen=True, slots=True, kw_only=True)
class StampTable:
    """The compiled pattern of a stamp and the numbers of the months."""

    pattern: re.Pattern[str]
    months: dict[str, int]
    updated: frozenset[str]
    clock: re.Pattern[str]  # a time of day with its zone
    after_clock: str  # what may follow a time of day: a day, a month, a zone

    def at(self, text: str, start: int, *, whole_year: bool = True) -> Stamp | None:
        """The stamp that starts at ``start``. ``whole_year`` refuses dates without a four-digit year."""
        match = self.pattern.match(text, start)
        if match is None:
            return None
        parts = {name[:-1]: value for name, value in match.groupdict().items() if value and name[-1].isdigit()}
        year = int(parts["year"].lstrip("'’")) if "year" in parts else None
        if whole_year and (year is None or year < 1900):
            return None
        month = self.months.get(parts["month"].lower().rstrip(".")) or _number(parts["month"])
        if _day(2000, month, int(parts["day"])) is None:
            return None
        return Stamp(
            start=start,
            end=match.end(),
            kind=self._kind(match["label"]),
            year=year,
            month=month,
            day=int(parts["day"]),
            timed=bool(match["time"]),
            weekday=bool(match["weekday"]),
        )

    def _kind(self, label: str | None) -> StampKind:
        if not label:
            return StampKind.BARE
        return StampKind.UPDATED if label.lower().rstrip(": ") in self.updated else StampKind.PUBLISHED


@cache
def load_stamps() -> StampTable:
    """The table of the product's own vocabulary."""
    lines = load("en/stamps", StampLine)
    forms = {kind: tuple(f for line in lines if line.kind == kind for f in line.forms) for kind in _KINDS}
    months = {f.lower(): line.number for line in lines if line.kind == "month" for f in line.forms if line.number}
    return StampTable(
        pattern=_compile(forms),
        months=months,
        updated=frozenset(f.lower() for f in forms["updated"]),
        clock=re.compile(f"(?i:{_clock(forms)})"),
        after_clock=_after_clock(forms),
    )


_GAP = r"[^\S\r\n]*"
_KINDS = ("month", "weekday", "label", "updated", "zone", "clock", "between", "ordinal", "of", "zoned")


def _compile(forms: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    month = rf"{any_of(forms['month'])}\.?"
    th = rf"(?:{any_of(forms['ordinal'])})?"
    of = rf"(?:{any_of(forms['of'])}\s+)?"
    year = r"(?:\d{4}|['’]?\d{2}(?![\d:.]))"
    dates = (
        rf"(?P<day1>\d{{1,2}}){th}[\s-]{{1,2}}{of}(?P<month1>{month})(?:,?[\s-]{{0,2}}(?P<year1>{year}))?(?!\w)",
        rf"(?P<month2>{month})\s*(?P<day2>\d{{1,2}}){th}(?:,?\s*(?P<year2>\d{{4}}))?(?!\w)",
        r"(?P<year3>\d{4})[-/.](?P<month3>\d{1,2})[-/.](?P<day3>\d{1,2})(?:T(?=\d)|(?!\d))",
        r"(?P<month4>0?[1-9]|1[0-2])/(?P<day4>1[3-9]|2\d|3[01])/(?P<year4>\d{4})",
        r"(?P<day5>1[3-9]|2\d|3[01])[-/.](?P<month5>0?[1-9]|1[0-2])[-/.](?P<year5>\d{4})(?!\d)",
    )
    between = rf"(?:,|{any_of(forms['between'])})?"
    time = rf"(?P<time>{_GAP}{between}{_GAP}{_clock(forms)})?"
    label = rf"(?P<label>{any_of((*forms['label'], *forms['updated']))}(?!\w){_GAP}:?{_GAP})?"
    weekday = rf"(?P<weekday>{any_of(forms['weekday'])}\.?,?\s+)?"
    return re.compile(rf"(?i:{label}{weekday}(?:{'|'.join(dates)}){time})")


def _clock(forms: dict[str, tuple[str, ...]]) -> str:
    """ "14:35 GMT", "2.45 p.m. EST", "14:33:00+01:00"."""
    hours = rf"\d{{1,2}}[:.]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?{_GAP}(?:{any_of(forms['clock'])}(?!\w))?"
    return rf"{hours}{_GAP}(?:\(?{any_of(forms['zone'])}\)?(?!\w)|[+-]\d\d:?\d\d)?"


def _after_clock(forms: dict[str, tuple[str, ...]]) -> str:
    follows = any_of((*forms["weekday"], *forms["month"], *forms["zone"]))
    return rf"{follows}|\w+\s+{any_of(forms['zoned'])}"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(days: Iterable[date | None], near: date | None, ahead: int) -> date | None:
    """The latest day that lies no more than ``ahead`` days after ``near``: a report does not precede its dateline."""
    known = sorted(day for day in days if day)
    if near is None:
        return known[0] if known else None
    past = [day for day in known if day <= near + timedelta(days=ahead)]
    return past[-1] if past else None
