"""A match that names the calendar in, what it says out: dates, months, years, quarters, seasons, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reportedly.lexicon.dating_words import MONTH_CODES, Word
from reportedly.mentions.times_expression import Clock, Expression, Named, Pointer, Unplaced
from reportedly.mentions.times_found import Found
from reportedly.mentions.times_numbers import ordinal, year
from reportedly.mentions.times_parts import approx, edge, pointer

_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2,4})")
_GROUP = re.compile(r"(\d\d)(\d\d)(\d\d) ?([A-Z]) ?([A-Z]{3}) ?(\d{2,4})?")
_ISO = re.compile(r"(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:?\d\d)?")


def iso(found: Found) -> Expression | None:
    match = _ISO.match(found.words[0].text)
    if match is None or not real(int(match[1]), int(match[2]), int(match[3])):
        return None
    clock = Clock(hour=int(match[4]), minute=int(match[5]), zone=match[7]) if match[4] else None
    return Expression(core=Named(year=int(match[1]), month=int(match[2]), day=int(match[3])), clock=clock)


def slashed(found: Found) -> Expression | None:
    """Month first with slashes, as United States reports write, unless that gives no date; day first with points."""
    match = _SLASHED.match(found.words[0].text)
    if match is None:
        return None
    first, second, number = int(match[1]), int(match[2]), century(int(match[3]))
    orders = [(second, first), (first, second)] if "/" in match[0] else [(first, second), (second, first)]
    for day, month in orders:
        if real(number, month, day):
            return Expression(core=Named(year=number, month=month, day=day))
    return None


def date_time_group(found: Found) -> Expression | None:
    """ "241430ZMAR16": the day, the hour and its zone, the month and mostly the year, as armies write them."""
    match = _GROUP.fullmatch(found.words[0].text)
    if match is None:
        return None
    number, month, day = int(match[6]) if match[6] else None, MONTH_CODES.index(match[5]) + 1, int(match[1])
    whole = century(number) if number is not None else None
    if not real(whole or 2000, month, day):
        return None
    clock = Clock(hour=int(match[2]), minute=int(match[3]), zone=match[4])
    return Expression(core=Named(year=whole, month=month, day=day), clock=clock)


def century(number: int) -> int:
    """A year of two digits in full: 50 to 99 are of the last century. (POSIX turns
    at 69, but reports on wars reach back further than forward.)."""
    if number >= 100:
        return number
    return 1900 + number if number >= 50 else 2000 + number


def real(number: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        date(number, month, day)
    except ValueError:
        return False
    return True


def named(found: Found) -> Expression | None:
    if found.has("era") and int(found.value("era") or 0) < 0:
        return None
    core = named_core(found)
    if core is not None and core.until is not None and core.until <= (core.day or 0):
        return None
    return Expression(core=core, edge=edge(found), approx=approx(found)) if core else None


def named_core(found: Found) -> Named | None:
    short = found.number("year", "short-year") if found.value("year") is None else None
    number = (century(short) if short is not None else year(found.part("year"))) if found.has("year") else None
    if found.has("year") and number is None:
        return None
    if found.has("newyear"):
        return Named(month=1, day=1, shift=-1)
    month = found.number("month", "month", "month-short")
    day = ordinal(found.part("day")) if found.has("day") else None
    if day is not None and not real(number or 2000, month or 1, day):
        return None
    season = found.value("season")
    feast = found.value("feast")
    return Named(
        year=number,
        month=month,
        day=day,
        weekday=found.number("weekday", "weekday", "weekday-short", "weekdays"),
        season=str(season) if season is not None else None,
        feast=str(feast) if feast is not None else None,
        week=found.has("week"),
        shift=-1 if found.has("eve") else 0,
        pointer=_just_over(found) or pointer(found),
        year_pointer=pointer(found, "yearpointer"),
        within=pointer(found, "within"),
        nth_week=_nth(found, "nthweek"),
        nth_day=_nth(found, "nthday"),
        until=ordinal(found.part("until")) if found.has("dash") else None,
        ends=found.has("upto"),
        likewise=found.has("likewise"),
    )


def _just_over(found: Found) -> Pointer | None:
    """ "this past Monday" is the one just over."""
    return Pointer.LATEST if found.has("weekday") and found.value("pointer", "last") == 0 else None


def _nth(found: Found, name: str) -> int | None:
    if not found.has(name):
        return None
    return -1 if found.value(name, "last") is not None else ordinal(found.part(name))


def year_of_era(found: Found) -> Expression | None:
    """ "575 B.C." has a value and no days (there is no such date in the calendar); "AD 75" is a year."""
    number, era = found.number("number", "digits"), found.number("era")
    if number is None or era is None or not 0 < number < 10_000:
        return None
    core = Unplaced(value=f"BC{number:04d}") if era < 0 else Named(year=number)
    return Expression(core=core, approx=approx(found))


def year_span(found: Found) -> Expression | None:
    """ "2015-16": from the first year to the last."""
    first, last = year(found.part("year")), found.number("upto", "short-year")
    if first is None or last is None:
        return None
    last += first - first % 100 + (100 if last <= first % 100 else 0)
    return Expression(core=Named(year=first, upto=last))


def day_slash_month(found: Found) -> Expression | None:
    """ "24/3" and "3/24": the number above twelve is the day."""
    first, second = (int(piece) for piece in found.words[0].text.split("/"))
    day, month = (first, second) if first > second else (second, first)
    return Expression(core=Named(month=month, day=day)) if real(2000, month, day) else None


def listed(found: Found) -> list[tuple[Word, Expression]]:
    """The days of "March 3 and 5" and "1, 2 and 3 March", each with its last word; none where there is one day only.
    A dash makes one stretch of both."""
    words = [(name, found.part(name)) for name in ("also", "day", "until") if found.has(name)]
    core = named_core(found) if len(words) > 1 and not found.has("dash") else None
    if core is None:
        return []
    days = sorted((part[-1].start, name, part) for name, part in words)
    numbers = [ordinal(part) for _, _, part in days]
    if any(n is None or not real(core.year or 2000, core.month or 1, n) for n in numbers):
        return []
    first = days[0][1]
    return [
        (part[-1], Expression(core=replace(core, day=n, weekday=core.weekday if name == first else None)))
        for n, (_, name, part) in zip(numbers, days, strict=True)
    ]


def decade(found: Found) -> Expression | None:
    number = found.number("decade", "decade", "decade-word")
    if number is None:
        return None
    short = number < 100
    first = found.number("decade", "cardinal")
    if short and first is not None:
        number, short = first * 100 + number, False
    return Expression(core=Named(decade=number // 10, short=short), edge=edge(found))


def by_century(found: Found) -> Expression | None:
    number = ordinal(found.part("century"))
    if number is None or not 2 <= number <= 30 or found.has("era"):
        return None
    return Expression(core=Named(century=number - 1), edge=edge(found))


def quarter(found: Found) -> Expression | None:
    number = ordinal(found.part("quarter"))
    if number is None or not 1 <= number <= 4:
        return None
    core = Named(quarter=number, year=year(found.part("year")), year_pointer=pointer(found, "yearpointer"))
    return Expression(core=core, edge=edge(found))


def half(found: Found) -> Expression | None:
    number = 2 if found.value("half", "last") else found.number("half", "ordinal")
    if number not in (1, 2):
        return None
    core = Named(half=number, year=year(found.part("year")), year_pointer=pointer(found, "yearpointer") or Pointer.THIS)
    return Expression(core=core)
