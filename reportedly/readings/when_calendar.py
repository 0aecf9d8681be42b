"""Calendar periods: a unit and a day in, first day, length, neighbours and TIMEX3 value out. Pure arithmetic."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from reportedly.mentions.times_expression import Unit
from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision

SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First months of the seasons, three months each (TIMEX3 leaves the months open; HeidelTime and others take these)."""

_LONGEST_MONTH = 33
"""A month of 31 days; a lunar one with a day on both sides for the sighting of the moon may have more."""
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.SEASON: 3}
_YEARS = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.FORTNIGHT: 14, Unit.WEEKEND: 7}


@dataclass(frozen=True, slots=True)
class Period:
    """A calendar period by its first day: the day, week (from Monday), weekend, month, quarter, half, season, year …"""

    unit: Unit
    start: date

    @property
    def end(self) -> date:
        """The first day after the period."""
        if self.unit is Unit.WEEKEND:
            return self.start + timedelta(2)
        return self.moved(1).start

    @property
    def days(self) -> Interval:
        return Interval(self.start, self.end)

    def moved(self, steps: int) -> Period:
        """The period so many units later. Raises ValueError outside the years of the calendar."""
        if self.unit in _DAYS:
            return Period(self.unit, _plus(self.start, steps * _DAYS[self.unit]))
        months = steps * (_MONTHS.get(self.unit) or 12 * _YEARS[self.unit])
        return Period(self.unit, _month(self.start.year, self.start.month + months))

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        day = self.start
        year = f"{day.year:04d}"
        if self.unit is Unit.DAY:
            return day.isoformat()
        if self.unit in (Unit.WEEK, Unit.FORTNIGHT, Unit.WEEKEND):
            week = day.isocalendar()
            return f"{week.year:04d}-W{week.week:02d}" + ("-WE" if self.unit is Unit.WEEKEND else "")
        if self.unit is Unit.MONTH:
            return f"{year}-{day.month:02d}"
        if self.unit is Unit.QUARTER:
            return f"{year}-Q{(day.month + 2) // 3}"
        if self.unit is Unit.HALF:
            return f"{year}-H{1 if day.month < 7 else 2}"
        if self.unit is Unit.SEASON:
            return f"{year}-{next(code for code, month in SEASON_MONTHS.items() if month == day.month)}"
        return year[: {Unit.YEAR: 4, Unit.DECADE: 3, Unit.CENTURY: 2, Unit.MILLENNIUM: 1}[self.unit]]


def period(unit: Unit, day: date) -> Period:
    """The period of a unit that holds a day. Units shorter than a day give the day."""
    if unit in (Unit.WEEK, Unit.FORTNIGHT):
        return Period(unit, _plus(day, -day.weekday()))
    if unit is Unit.WEEKEND:
        return Period(unit, _plus(day, 5 - day.weekday()))
    if unit is Unit.SEASON:
        return Period(unit, _month(day.year, day.month - day.month % 3))
    if unit in _MONTHS:
        size = _MONTHS[unit]
        return Period(unit, _month(day.year, day.month - (day.month - 1) % size))
    if unit in _YEARS:
        size = _YEARS[unit]
        return Period(unit, date(max(day.year - day.year % size, MINYEAR), 1, 1))
    return Period(Unit.DAY, day)


def back(day: date, unit: Unit, steps: float) -> date:
    """The day so many units away, keeping the day of the month where it exists there."""
    if unit in _DAYS:
        return _plus(day, round(steps * _DAYS[unit]))
    if unit in (Unit.HOUR, Unit.MINUTE, Unit.SECOND):
        return day
    months = round(steps * (_MONTHS.get(unit) or 12 * _YEARS[unit]))
    first = _month(day.year, day.month + months)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def edge(days: Interval, part: str) -> Interval:
    """The first, middle or last third of an interval: in whole months where it has at least three, else in whole days.

    A day or two stay as they are. "Early March" is 1 to 10 March, "early 2011" January to April, "the first half of
    June" 1 to 15 June.
    """
    start, end = days.start, days.end
    if start is None or end is None or (end - start).days < 3:
        return days
    if part in ("HALF1", "HALF2"):
        middle = start + timedelta((end - start).days // 2)
        return Interval(start, middle) if part == "HALF1" else Interval(middle, end)
    months = (end.year - start.year) * 12 + end.month - start.month
    if start.day == end.day == 1 and months >= 3:
        third = round(months / 3)
        early, late = back(start, Unit.MONTH, third), back(end, Unit.MONTH, -third)
    else:
        third = max(1, round((end - start).days / 3))
        early, late = start + timedelta(third), end - timedelta(third)
    if part == "START":
        return Interval(start, early)
    return Interval(late, end) if part == "END" else Interval(early, late)


def precision(days: Interval | None) -> DatePrecision | None:
    """UCDP GED date_prec of an interval (codebook 5.9: 1 day, 2 two to six days, 3 week, 4 month, 5 year)."""
    if days is None or days.start is None or days.end is None:
        return None
    length = (days.end - days.start).days
    if length == 8:  # "the past week" runs from the same day of the last week up to the telling
        length = 7
    for longest, grade in ((1, DatePrecision.DAY), (6, DatePrecision.DAYS), (7, DatePrecision.WEEK)):
        if length <= longest:
            return grade
    return DatePrecision.MONTH if length <= _LONGEST_MONTH else DatePrecision.YEAR


def _plus(day: date, days: int) -> date:
    try:
        return day + timedelta(days)
    except OverflowError as error:
        raise ValueError(str(error)) from None


def _month(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"no year {year} in the calendar")
    return date(year, month, 1)
