"""Stretches, nights, slices, feasts, zones and tallies: values and days (told on Friday, 25 March 2016)."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.model.reading import Interval
from reportedly.model.words import DatePrecision
from tests.times.conftest import ReadIssues, ReadTimes


def _days(first: str, last: str) -> Interval:
    """From the first to the last day, both included."""
    return Interval(date.fromisoformat(first), date.fromordinal(date.fromisoformat(last).toordinal() + 1))


@pytest.mark.parametrize(
    ("text", "words", "value", "first", "last"),
    (
        ("Six raids were counted on 3-7 March.", "3-7 March", "2016-03-03/2016-03-07", "2016-03-03", "2016-03-07"),
        (
            "Six men died on March 3 – 7, 2015.",
            "March 3 – 7, 2015",
            "2015-03-03/2015-03-07",
            "2015-03-03",
            "2015-03-07",
        ),
        ("The front did not move in 2015-16.", "2015-16", "2015/2016", "2015-01-01", "2016-12-31"),
        ("Kolm froze in the winter of 2015-16.", "the winter of 2015-16", "2015-WI", "2015-12-01", "2016-02-29"),
        ("Shells hit Dolvi on 24/3.", "24/3", "2016-03-24", "2016-03-24", "2016-03-24"),
        ("Shells hit Dolvi on 2016/03/24.", "2016/03/24", "2016-03-24", "2016-03-24", "2016-03-24"),
        (
            "It burned on the night of 21-22 March.",
            "the night of 21-22 March",
            "2016-03-21TNI",
            "2016-03-21",
            "2016-03-22",
        ),
        (
            "Jets bombed Kolm on the night from Monday to Tuesday.",
            "the night from Monday to Tuesday",
            "2016-03-21TNI",
            "2016-03-21",
            "2016-03-22",
        ),
        ("Shells fell overnight into Friday.", "overnight into Friday", "2016-03-24TNI", "2016-03-24", "2016-03-25"),
        ("It fell a week ago today.", "a week ago today", "2016-03-18", "2016-03-18", "2016-03-18"),
        ("It fell a week ago on Thursday.", "a week ago on Thursday", "2016-03-17", "2016-03-17", "2016-03-17"),
        ("It fell the week before last.", "the week before last", "2016-W10", "2016-03-07", "2016-03-13"),
        ("Jets came the night before last.", "the night before last", "2016-03-23TNI", "2016-03-23", "2016-03-23"),
        ("Nine died in the week to 16 March.", "the week to 16 March", "2016-W11", "2016-03-10", "2016-03-16"),
        (
            "Raids doubled against the same period last year.",
            "the same period last year",
            "2015",
            "2015-01-01",
            "2015-12-31",
        ),
        ("Shells fell on Friday the 13th.", "Friday the 13th", "2015-11-13", "2015-11-13", "2015-11-13"),
        ("On Ashura in 2014 a bomb went off.", "Ashura in 2014", "2014-11-03", "2014-11-02", "2014-11-04"),
        ("On Diwali in 2015 a bomb went off.", "Diwali in 2015", "2015-11-11", "2015-11-10", "2015-11-12"),
        (
            "A truce began on the first day of Ramadan in 2015.",
            "the first day of Ramadan in 2015",
            "2015-06-18",
            "2015-06-17",
            "2015-06-19",
        ),
        (
            "Shells fell on the eve of the New Year.",
            "the eve of the New Year",
            "2015-12-31",
            "2015-12-31",
            "2015-12-31",
        ),
        (
            "It was hit at 14:00 (11:00 GMT) on Thursday.",
            "14:00 (11:00 GMT) on Thursday",
            "2016-03-24T14:00",
            "2016-03-24",
            "2016-03-24",
        ),
        (
            "It was hit at 14:00 UTC+3 on Thursday.",
            "14:00 UTC+3 on Thursday",
            "2016-03-24T14:00",
            "2016-03-24",
            "2016-03-24",
        ),
        (
            "It was hit at 14:00 Moscow time on Thursday.",
            "14:00 Moscow time on Thursday",
            "2016-03-24T14:00",
            "2016-03-24",
            "2016-03-24",
        ),
    ),
)
def test_one_time_with_its_days(
    read_times: ReadTimes, text: str, words: str, value: str, first: str, last: str
) -> None:
    when = next(w for w in read_times(text) if w.text == words)
    assert (when.value, when.days) == (value, _days(first, last))


def test_a_slice_of_a_year_is_the_window_of_both(read_times: ReadTimes) -> None:
    months, year = read_times("Fifty raids were counted in the first three months of 2015.")
    assert months.window == year.window == _days("2015-01-01", "2015-03-31")


def test_the_last_days_of_a_feast_are_not_those_before_the_telling(read_times: ReadTimes) -> None:
    days, feast = read_times("A truce held during the last ten days of Ramadan in 2015.")
    assert days.days is None
    assert feast.window is not None and feast.window.start == date(2015, 7, 9)


@pytest.mark.parametrize(
    ("text", "limit"),
    (
        ("As of Thursday, twenty people had been killed.", True),
        ("By Thursday twenty people had been killed.", True),
        ("By Thursday the army held the town.", False),
        ("Twenty people were killed on Thursday.", False),
    ),
)
def test_a_tally_is_bounded_by_its_day(read_times: ReadTimes, text: str, limit: bool) -> None:
    (when,) = read_times(text)
    assert when.limit is limit


@pytest.mark.parametrize("text", ("On day 45 of the war, shells hit Dolvi.", "Lipna fell on the 45th day of the war."))
def test_the_day_of_a_war_has_no_date(read_times: ReadTimes, text: str) -> None:
    (when,) = read_times(text)
    assert (when.value, when.days, when.precision) == ("XXXX-XX-XX", None, None)


@pytest.mark.parametrize(
    "text",
    (
        "The guards are on duty 24/7.",
        "Some 3/4 of the town was destroyed.",
        "The recently adopted plan failed.",
        "The Karsk daily was shut.",
    ),
)
def test_no_time_is_read(read_times: ReadTimes, text: str) -> None:
    assert read_times(text) == ()


def test_a_year_before_the_calendar_has_a_value_and_no_days(read_times: ReadTimes) -> None:
    (when,) = read_times("The gate of Karsk was built in 575 B.C. by a king.")
    assert (when.value, when.days) == ("BC0575", None)


def test_the_end_of_a_quarter_is_not_what_is_told_of(read_times: ReadTimes) -> None:
    found = read_times("Output fell in the first quarter ended March 20. A year earlier it had risen.")
    assert found[-1].value == "2015-Q1"


@pytest.mark.parametrize(
    ("text", "precision"),
    (
        ("Six raids were counted on 3-7 March.", DatePrecision.DAYS),
        ("Shells fell overnight into Friday.", DatePrecision.DAYS),
        ("On 24/3 shells fell.", DatePrecision.DAY),
    ),
)
def test_precision_follows_the_days(read_times: ReadTimes, text: str, precision: DatePrecision) -> None:
    assert read_times(text)[0].precision is precision


def test_an_appointment_of_a_man_lies_behind(read_times: ReadTimes) -> None:
    (when,) = read_times("The council appointed an envoy on Thursday.")
    assert when.value == "2016-03-24"


def test_without_a_telling_a_slash_date_stays_open(read_times: ReadTimes, read_issues: ReadIssues) -> None:
    (when,) = read_times("Shells hit Dolvi on 24/3.", published=None)
    assert (when.value, when.days) == ("XXXX-03-24", None)
    assert [issue.code for issue in read_issues("Shells hit Dolvi on 24/3.", published=None)] == ["time-unanchored"]


@pytest.mark.parametrize("text", ("Shells fell on 1, 2 and 3 March.", "Shells fell on March 1, 2 and 3."))
def test_each_day_of_a_list_is_read(read_times: ReadTimes, text: str) -> None:
    assert [when.value for when in read_times(text)] == ["2016-03-01", "2016-03-02", "2016-03-03"]


def test_a_number_behind_a_day_counts_people(read_times: ReadTimes) -> None:
    assert [when.value for when in read_times("On March 1, 12 people died.")] == ["2016-03-01"]


def test_the_next_week_of_a_story_follows_it(read_times: ReadTimes) -> None:
    found = read_times("On 3 March 2015 shells killed two men. The next week the town fell.")
    assert found[-1].days == _days("2015-03-09", "2015-03-15")


@pytest.mark.parametrize(
    ("text", "value", "last"),
    (
        ("Jets bombed Kolm for a second consecutive night.", "2016-03-24TNI", "2016-03-25"),
        ("Jets bombed Kolm for the third straight week.", "2016-W12", "2016-03-27"),
    ),
)
def test_what_goes_on_reaches_the_telling(read_times: ReadTimes, text: str, value: str, last: str) -> None:
    (when,) = read_times(text)
    assert when.value == value
    assert when.days is not None and when.days == Interval(when.days.start, _days(last, last).end)
