"""A time named by the calendar, perhaps in part, in; the period it means, chosen among years and weeks, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.lexicon.dating import Feast
from reportedly.mentions.times_expression import Named, Pointer, Unit
from reportedly.model.reading import Interval
from reportedly.readings.when_calendar import SEASON_MONTHS, Period, period
from reportedly.readings.when_chosen import chosen
from reportedly.readings.when_feasts import feast_days, widened
from reportedly.readings.when_turn import Turn

_MONTHS = 6
"""Months on either side of the telling in which a "Friday the 13th" is looked for."""

_SUNDAY = 7
"""As :meth:`datetime.date.isoweekday` counts."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a named time lies: its TIMEX3 value and, where it could be placed, its days and period."""

    value: str
    days: Interval | None = None
    period: Period | None = None


def named_days(core: Named, day: date | None, turn: Turn, focus: Period | None, feasts: Mapping[str, Feast]) -> Placed:
    """The value and days of a named time.

    What is written in full is taken as written. What lacks its year or week lies behind the telling in a sentence about
    the past, ahead in one about the future ("will", "is due"), and nearest to the telling where the verb is silent.
    """
    if core.decade is not None or core.century is not None:
        return _long(core, day)
    if core.feast is not None:
        return _shifted(_feast(core, feasts[core.feast], day, turn, focus), core.shift)
    if core.weekday is not None and core.day is None and core.within is not None:
        return _in_week(core.weekday, core.within, day, focus)
    if core.weekday is not None and core.day is None:
        return _shifted(_weekday(core.weekday, core.pointer, day, turn, focus), core.shift)
    return _shifted(_in_year(core, day, turn, focus), core.shift)


def _shifted(placed: Placed, days: int) -> Placed:
    """The day so many days on ("the day before last Tuesday", "the eve of Ashura")."""
    if not days:
        return placed
    if placed.period is not None:
        return _placed(placed.period.moved(days))
    if placed.days is None or placed.days.start is None:
        return placed
    return _placed(Period(Unit.DAY, placed.days.start + timedelta(days)))


def _in_week(weekday: int, within: Pointer, day: date | None, focus: Period | None) -> Placed:
    """ "Tuesday of last week": the day of a week that is pointed to."""
    story = within in (Pointer.PREVIOUS, Pointer.FOLLOWING) and focus is not None
    base = focus.start if story and focus is not None else day
    if base is None:
        return Placed(f"XXXX-WXX-{weekday}")
    steps = {Pointer.LAST: -1, Pointer.PREVIOUS: -1, Pointer.NEXT: 1, Pointer.FOLLOWING: 1}.get(within, 0)
    return _placed(Period(Unit.DAY, period(Unit.WEEK, base).moved(steps).start + timedelta(weekday - 1)))


def _long(core: Named, day: date | None) -> Placed:
    if core.century is not None:
        return _placed(Period(Unit.CENTURY, date(core.century * 100, 1, 1)))
    decade = core.decade or 0
    if core.short:
        if day is None:
            return Placed(f"XX{decade}")
        hundreds = day.year // 100 * 10
        decade += hundreds if hundreds + decade <= day.year // 10 else hundreds - 10
    return _placed(Period(Unit.DECADE, date(decade * 10, 1, 1)))


def _placed(here: Period) -> Placed:
    return Placed(here.value, here.days, here)


def _weekday(weekday: int, pointer: Pointer | None, day: date | None, turn: Turn, focus: Period | None) -> Placed:
    base = day
    if pointer in (Pointer.PREVIOUS, Pointer.FOLLOWING) and focus is not None:
        base = focus.start
    if base is None:
        return Placed(f"XXXX-WXX-{weekday}")
    behind = (base.isoweekday() - weekday) % 7
    ahead = (weekday - base.isoweekday()) % 7
    if pointer in (Pointer.LAST, Pointer.NEXT):
        return _placed(Period(Unit.DAY, other_week(weekday, pointer, base)))
    if pointer is Pointer.PREVIOUS:
        return _placed(Period(Unit.DAY, base - timedelta(behind or 7)))
    if pointer is Pointer.FOLLOWING:
        return _placed(Period(Unit.DAY, base + timedelta(ahead or 7)))
    if pointer is Pointer.LATEST:
        return _placed(Period(Unit.DAY, base - timedelta(behind or 7)))
    if turn is Turn.FUTURE or (pointer is Pointer.THIS and turn is Turn.OPEN):
        return _placed(Period(Unit.DAY, base + timedelta(ahead)))
    return _placed(Period(Unit.DAY, base - timedelta(behind)))


def other_week(weekday: int, pointer: Pointer, base: date) -> date:
    """The day of "last Wednesday" or "next Wednesday". A day of the telling's own week has its bare name, so that with
    "last" or "next" the week before or after is meant: said on a Friday, "last Wednesday" is nine days ago. Much of the
    world begins a week on Sunday, so that of a Sunday the week before is the one from Monday to Saturday."""
    day = base - timedelta(base.isoweekday() - weekday)  # of the same week, Monday to Sunday
    if pointer is Pointer.LAST:
        return day if day < base and base.isoweekday() == _SUNDAY else day - timedelta(7)
    return day + timedelta(7)


def _in_year(core: Named, day: date | None, turn: Turn, focus: Period | None) -> Placed:
    made = _maker(core)
    base = day
    if core.pointer in (Pointer.PREVIOUS, Pointer.FOLLOWING, Pointer.THAT) and focus is not None:
        base = focus.start
    if core.year is not None and core.likewise and focus is not None and focus.unit is Unit.QUARTER:
        return _placed(focus.moved(4 * (core.year - focus.start.year)))
    if core.year is not None:
        return _whole(core, made(core.year))
    if core.month is None and core.day is not None:
        return _day_of_month(core, base, turn)
    if base is None:
        return Placed(_without_year(core))
    if core.year_pointer is not None:
        step = {Pointer.LAST: -1, Pointer.PREVIOUS: -1, Pointer.NEXT: 1, Pointer.FOLLOWING: 1}
        return _whole(core, made(base.year + step.get(core.year_pointer, 0)))
    options = [made(base.year + n) for n in (-2, -1, 0, 1, 2)]
    if core.weekday is not None and core.day is not None:
        fitting = [p for p in options if p.start.isoweekday() == core.weekday]
        options = fitting or options
    return _whole(core, chosen(options, base, core.pointer, turn))


def _whole(core: Named, here: Period) -> Placed:
    if core.until is not None or core.upto is not None:
        return _stretch(here, _maker(replace(core, day=core.until or core.day))(core.upto or here.start.year))
    if core.nth_week is not None:
        return _week_of(here, core.nth_week)
    if core.ends:
        return Placed(period(Unit.WEEK, here.start).value, Interval(here.end - timedelta(7), here.end))
    return _placed(period(Unit.WEEK, here.start) if core.week else here)


def _stretch(first: Period, last: Period) -> Placed:
    """ "3-7 March", "2015-16": from the first day or year to the last, as an ISO 8601 interval."""
    if last.end <= first.start:
        return _placed(first)
    return Placed(f"{first.value}/{last.value}", Interval(first.start, last.end))


def _week_of(month: Period, number: int) -> Placed:
    """The so-manieth seven days of a month, or its last seven. TIMEX3 has no value for them: it is the month's."""
    if number < 0:
        return Placed(month.value, Interval(month.end - timedelta(7), month.end))
    start = month.start + timedelta(7 * (number - 1))
    return (
        Placed(month.value, Interval(start, min(start + timedelta(7), month.end)))
        if start < month.end
        else _placed(month)
    )


def _maker(core: Named) -> Callable[[int], Period]:
    """The period of a named time in a given year."""

    def make(year: int) -> Period:
        if core.month is not None and core.day is not None:
            return Period(Unit.DAY, _safe(year, core.month, core.day))
        if core.month is not None:
            return Period(Unit.MONTH, date(year, core.month, 1))
        if core.season is not None:
            return Period(Unit.SEASON, date(year, SEASON_MONTHS[core.season], 1))
        if core.quarter is not None:
            return Period(Unit.QUARTER, date(year, core.quarter * 3 - 2, 1))
        if core.half is not None:
            return Period(Unit.HALF, date(year, core.half * 6 - 5, 1))
        return Period(Unit.YEAR, date(year, 1, 1))

    return make


def _safe(year: int, month: int, day: int) -> date:
    """29 February in a year without it is 1 March, so that the year can be passed over and no error is raised."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1) + timedelta(1)


def _day_of_month(core: Named, base: date | None, turn: Turn) -> Placed:
    """ "the 25th": of the month of the telling, or of the one before or after it."""
    if base is None or core.day is None:
        return Placed(f"XXXX-XX-{core.day:02d}")
    months = [period(Unit.MONTH, base).moved(n).start for n in range(-_MONTHS, _MONTHS + 1)]
    options = [Period(Unit.DAY, _safe(m.year, m.month, core.day)) for m in months]
    fitting = [p for p in options if p.start.isoweekday() == core.weekday]
    options = fitting or options[_MONTHS - 1 : _MONTHS + 2]
    return _placed(chosen(options, base, core.pointer if core.pointer is not Pointer.THIS else None, turn))


def _feast(core: Named, feast: Feast, day: date | None, turn: Turn, focus: Period | None) -> Placed:
    base = day
    if core.year is not None:
        options = feast_days(feast, core.year)
    elif base is None:
        return Placed("XXXX-XX-XX")
    else:
        year = {Pointer.LAST: -1, Pointer.NEXT: 1, Pointer.THIS: 0}.get(core.year_pointer or Pointer.THAT)
        years = [base.year + n for n in ((-1, 0, 1) if year is None else (year,))]
        options = tuple(days for y in years for days in feast_days(feast, y))
    del focus
    if not options:
        return Placed(f"{core.year or 'XXXX'}-XX-XX")
    if core.week and base is not None and core.year is None:
        now = next((d for d in options if d.start and _same_week(d.start, base)), None)
        if now is not None and now.start is not None:
            return _placed(period(Unit.WEEK, now.start))
    if turn in (Turn.PAST, Turn.DONE) and base is not None and core.year is None:  # a whole feast ahead is no near day
        options = tuple(d for d in options if d.start and d.start <= base) or options
    starts = {days.start: days for days in options if days.start}
    first = [Period(Unit.DAY, start) for start in sorted(starts)]
    here = chosen(first, base, core.pointer, turn) if base and core.year is None else first[0]
    if core.week:
        return _placed(period(Unit.WEEK, here.start))
    days = starts[here.start]
    if core.nth_day is not None:
        return _day_of_feast(core.nth_day, days, feast.slack)
    last = (days.end or here.end) - timedelta(1)
    value = here.value if feast.days <= 4 else f"{here.value}/{last.isoformat()}"
    return Placed(value, widened(days, feast.slack), here if feast.days == 1 and not feast.slack else None)


def _same_week(one: date, two: date) -> bool:
    return period(Unit.WEEK, one).start == period(Unit.WEEK, two).start


def _day_of_feast(number: int, days: Interval, slack: int) -> Placed:
    """ "the second day of Eid al-Fitr", "the last day of Ramadan"."""
    assert days.start is not None and days.end is not None
    day = days.start + timedelta(number - 1) if number > 0 else days.end - timedelta(1)
    here = Period(Unit.DAY, day)
    return Placed(here.value, widened(here.days, slack), None if slack else here)


def _without_year(core: Named) -> str:
    if core.month is not None and core.day is not None:
        return f"XXXX-{core.month:02d}-{core.day:02d}"
    if core.month is not None:
        return f"XXXX-{core.month:02d}"
    if core.season is not None:
        return f"XXXX-{core.season}"
    if core.quarter is not None:
        return f"XXXX-Q{core.quarter}"
    return f"XXXX-H{core.half}" if core.half is not None else "XXXX"
