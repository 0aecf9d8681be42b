"""Arithmetic of periods and holidays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times_duration import span_value
from reportedly.mentions.times_expression import Unit
from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision
from reportedly.readings.when_calendar import back, edge, period, precision
from reportedly.readings.when_feasts import easter, feast_days, orthodox_easter

CALENDAR_UNITS = [u for u in Unit if u not in (Unit.HOUR, Unit.MINUTE, Unit.SECOND)]
DAYS = st.dates(min_value=date(1100, 1, 1), max_value=date(2900, 1, 1))


@given(DAYS, st.sampled_from(CALENDAR_UNITS))
def test_a_period_holds_its_day_and_ends_after_it(day: date, unit: Unit) -> None:
    here = period(unit, day)
    assert here.start < here.end
    if unit is not Unit.WEEKEND:
        assert here.start <= day < here.end


@given(DAYS, st.sampled_from([u for u in CALENDAR_UNITS if u is not Unit.MILLENNIUM]), st.integers(-5, 5))
def test_moving_there_and_back_is_standing_still(day: date, unit: Unit, steps: int) -> None:
    here = period(unit, day)
    assert here.moved(steps).moved(-steps) == here


@given(DAYS, st.sampled_from(["START", "MID", "END"]), st.sampled_from(CALENDAR_UNITS))
def test_an_edge_lies_inside(day: date, part: str, unit: Unit) -> None:
    whole = period(unit, day).days
    inner = edge(whole, part)
    assert whole.start is not None and whole.end is not None and inner.start is not None and inner.end is not None
    assert whole.start <= inner.start < inner.end <= whole.end


def test_a_month_before_the_31st_ends_with_its_month() -> None:
    assert back(date(2016, 3, 31), Unit.MONTH, -1) == date(2016, 2, 29)


@pytest.mark.parametrize(
    ("unit", "value"),
    (
        (Unit.DAY, "2016-02-29"),
        (Unit.WEEK, "2016-W09"),
        (Unit.WEEKEND, "2016-W09-WE"),
        (Unit.MONTH, "2016-02"),
        (Unit.QUARTER, "2016-Q1"),
        (Unit.HALF, "2016-H1"),
        (Unit.SEASON, "2015-WI"),
        (Unit.YEAR, "2016"),
        (Unit.DECADE, "201"),
        (Unit.CENTURY, "20"),
    ),
)
def test_periods_have_timex_values(unit: Unit, value: str) -> None:
    assert period(unit, date(2016, 2, 29)).value == value


@pytest.mark.parametrize(
    ("days", "grade"),
    (
        (1, DatePrecision.DAY),
        (2, DatePrecision.DAYS),
        (7, DatePrecision.WEEK),
        (31, DatePrecision.MONTH),
        (366, DatePrecision.YEAR),
    ),
)
def test_precision_is_that_of_ucdp(days: int, grade: DatePrecision) -> None:
    start = date(2016, 1, 1)
    assert precision(Interval(start, date.fromordinal(start.toordinal() + days))) is grade


@pytest.mark.parametrize(
    ("unit", "amount", "value"),
    (
        (Unit.DAY, 3, "P3D"),
        (Unit.HOUR, 2.5, "PT2H30M"),
        (Unit.FORTNIGHT, 1, "P2W"),
        (Unit.WEEK, None, "PXW"),
        (Unit.DECADE, 2, "P20Y"),
    ),
)
def test_durations_have_timex_values(unit: Unit, amount: float | None, value: str) -> None:
    assert span_value(unit, amount) == value


def test_easter_of_both_churches() -> None:
    assert (easter(2016), orthodox_easter(2016)) == (date(2016, 3, 27), date(2016, 5, 1))


@pytest.mark.parametrize(
    ("feast", "first"),
    (
        ("thanksgiving", date(2016, 11, 24)),
        ("memorial-day", date(2016, 5, 30)),
        ("election-day", date(2016, 11, 8)),
        ("good-friday", date(2016, 3, 25)),
        ("nowruz", date(2016, 3, 20)),
        ("yom-kippur", date(2016, 10, 12)),
    ),
)
def test_holidays_fall_on_their_days(dating: Dating, feast: str, first: date) -> None:
    assert feast_days(dating.feasts[feast], 2016)[0].start == first


def test_every_table_of_holidays_reaches_from_1990_to_2030(dating: Dating) -> None:
    for feast in dating.feasts.values():
        if feast.dates:
            assert {day.year for day in feast.dates} >= set(range(1990, 2031)), feast.name
