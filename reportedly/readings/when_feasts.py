"""A holiday and a year in, the days on which it falls out."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from reportedly.lexicon.dating import Feast
from reportedly.model.reading import Interval


def feast_days(feast: Feast, year: int) -> tuple[Interval, ...]:
    """The days of a holiday in a year: none where the table does not reach it, two where a lunar year gives two."""
    return tuple(Interval(day, day + timedelta(feast.days)) for day in _starts(feast, year))


def widened(days: Interval, slack: int) -> Interval:
    """The interval with the days by which countries differ on both sides."""
    if not slack or days.start is None or days.end is None:
        return days
    return Interval(days.start - timedelta(slack), days.end + timedelta(slack))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian calendar, as a Gregorian date (Meeus, chapter 8), right from 1900 to 2099."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(13)


def _starts(feast: Feast, year: int) -> tuple[date, ...]:
    if feast.easter is not None:
        return (easter(year) + timedelta(feast.easter),)
    if feast.orthodox is not None:
        return (orthodox_easter(year) + timedelta(feast.orthodox),)
    if feast.every is not None:
        return (_every(feast.every, year),)
    return tuple(day for day in feast.dates if day.year == year)


def _every(rule: str, year: int) -> date:
    """ "12-25" is a day of a month; "11-4-4" the fourth Thursday of November; "05-last-1" its last Monday of May;
    "11-after-2" the Tuesday after the first Monday."""
    pieces = rule.split("-")
    month = int(pieces[0])
    if len(pieces) == 2:
        return date(year, month, int(pieces[1]))
    weekday = int(pieces[2]) - 1
    if pieces[1] == "last":
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta((last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    if pieces[1] == "after":
        monday = first + timedelta(-first.weekday() % 7)
        return monday + timedelta(weekday)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (int(pieces[1]) - 1))
