"""Times whose day other words settle: a bracket, a day of saying, a week beside; and stamps, which date nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from reportedly.model.reading import When
from tests.times.conftest import ReadTimes

READINGS = [
    ("Today's youth knows only war.", "Today", "PRESENT_REF", None),
    ("Today's raid hit Kolm.", "Today", "2016-03-25", "2016-03-25 to 2016-03-25"),
    (
        "Shells on a school in Kolm on Wednesday may be the worst attack of the war.",
        "Wednesday",
        "2016-03-23",
        "2016-03-23 to 2016-03-23",
    ),
    ("He was named head of the guard, effective June 1.", "June 1", "2016-06-01", "2016-06-01 to 2016-06-01"),
    ("A shell hit Kolm as Easter week began.", "Easter week", "2016-W12", "2016-03-21 to 2016-03-27"),
    ("On Tuesday of last week a shell hit Kolm.", "Tuesday of last week", "2016-03-15", "2016-03-15 to 2016-03-15"),
    ("Last week on Tuesday a shell hit Kolm.", "Last week on Tuesday", "2016-03-15", "2016-03-15 to 2016-03-15"),
    ("This past Monday a shell hit Kolm.", "This past Monday", "2016-03-21", "2016-03-21 to 2016-03-21"),
    ("On Thursday 24th a shell hit Kolm.", "Thursday 24th", "2016-03-24", "2016-03-24 to 2016-03-24"),
    ("The town fell in the first week of March.", "the first week of March", "2016-03", "2016-03-01 to 2016-03-07"),
    ("The town fell in the last week of February.", "the last week of February", "2016-02", "2016-02-23 to 2016-02-29"),
    (
        "The town fell in the second half of February.",
        "the second half of February",
        "2016-02",
        "2016-02-15 to 2016-02-29",
    ),
    ("The town fell in the last days of February.", "the last days of February", "2016-02", "2016-02-20 to 2016-02-29"),
    ("The raid came on the eve of Nowruz.", "the eve of Nowruz", "2016-03-19", "2016-03-19 to 2016-03-19"),
    ("The market stayed open throughout Ramadan.", "Ramadan", "2015-06-18/2015-07-17", "2015-06-17 to 2015-07-18"),
    ("Two men were killed overnight on Monday.", "overnight on Monday", "2016-03-21TNI", "2016-03-21 to 2016-03-22"),
    ("The siege is in its third week.", "its third week", "P3W", "2016-03-04 to 2016-03-25"),
    ("Several days ago a shell hit Kolm.", "Several days ago", "PAST_REF", "2016-03-19 to 2016-03-23"),
    ("A fortnight ago a shell hit Kolm.", "A fortnight ago", "2016-W10", "2016-03-08 to 2016-03-14"),
    (
        "On Tuesday two men were shot. Earlier in the day a shell hit Kolm.",
        "Earlier in the day",
        "2016-03-22",
        "2016-03-22 to 2016-03-22",
    ),
    ("Shells fell twice a week.", "twice a week", "P1W", None),
    ("The village was given until Tuesday to leave.", "Tuesday", "2016-03-29", "2016-03-29 to 2016-03-29"),
    ("Four men killed last Friday [17 March] were buried.", "last Friday", "2016-03-17", "2016-03-17 to 2016-03-17"),
]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands joined the great March for Peace.",
        "The car was a 1998 Toyota.",
        "The army killed 2000 rebels in Kolm.",
        "The explosion occurred on Thursday [as received].",
    ],
)
def test_names_and_models_are_no_times(read_times: ReadTimes, text: str) -> None:
    assert read_times(text) == ()


@pytest.mark.parametrize(("text", "words", "value", "days"), READINGS)
def test_the_words_have_their_value_and_days(
    read_times: ReadTimes, text: str, words: str, value: str, days: str | None
) -> None:
    found = next(t for t in read_times(text) if t.text == words)
    assert (found.value, shown(found)) == (value, days)


def test_the_first_of_two_joined_weekdays_lies_before_the_second(read_times: ReadTimes) -> None:
    friday, saturday = read_times("Clashes raged between Friday evening and Saturday morning.")
    assert (shown(friday), shown(saturday)) == ("2016-03-18 to 2016-03-18", "2016-03-19 to 2016-03-19")
    assert friday.window == saturday.window


def test_earlier_this_week_told_on_a_monday_is_the_week_before(read_times: ReadTimes) -> None:
    (found,) = read_times("Troops entered the town earlier this week.", "2016-03-21")
    assert shown(found) == "2016-03-14 to 2016-03-20"


@pytest.mark.parametrize(
    ("text", "stamp"),
    (
        ("Posted on March 25 2016 by Radio Orvan: shells hit Kolm.", True),
        ("25.03.2016 Shells hit Kolm.", True),
        ("Shells hit Kolm on March 25, 2016.", False),
        ("Shells hit Kolm on March 24, 2016.", False),
        ("Updated: Monday, March 28, 2016. Shells hit Kolm.", True),
        ("Shells hit Kolm. (Published Monday, March 28, 2016)", True),
        ("Shells hit Kolm. — Radio Orvan (@radioorvan) March 24, 2016", True),
    ),
)
def test_the_day_of_publication_printed_in_the_text_is_a_stamp(read_times: ReadTimes, text: str, stamp: bool) -> None:
    assert read_times(text)[0].stamp is stamp


@pytest.mark.parametrize(
    ("text", "days"),
    (
        ("Police are investigating a raid in Dolvi late on Thursday night.", "2016-03-24 to 2016-03-24"),
        ("Officers were called to a house in Dolvi on Monday night.", "2016-03-21 to 2016-03-21"),
        ("Officers went to help the guards in Dolvi on Monday.", "2016-03-21 to 2016-03-21"),
        ("The envoy is going to visit Dolvi on Monday.", "2016-03-28 to 2016-03-28"),
        ("The envoy is attending talks in Dolvi on Monday.", "2016-03-28 to 2016-03-28"),
        ("A strike was called for Monday.", "2016-03-28 to 2016-03-28"),
        ("The convoy was expected on Monday.", "2016-03-28 to 2016-03-28"),
        ("Six men died following Thursday's raid.", "2016-03-24 to 2016-03-24"),
    ),
)
def test_a_weekday_lies_where_its_own_verb_looks(read_times: ReadTimes, text: str, days: str) -> None:
    assert shown(read_times(text)[0]) == days


@pytest.mark.parametrize(
    ("text", "days"),
    (
        ("The shell fell at 2230 [0230 GMT on 12 March].", "2016-03-11 to 2016-03-11"),
        ("The shell fell at 0430 (2230 GMT 11 March).", "2016-03-12 to 2016-03-12"),
        ("The shell fell at 1230 (1030 GMT on 12 March).", "2016-03-12 to 2016-03-12"),
        ("The mayor was shot a few minutes ago.", "2016-03-25 to 2016-03-25"),
        ("The raid was over on March 3 of last year.", "2015-03-03 to 2015-03-03"),
    ),
)
def test_an_hour_has_the_day_of_its_own_clock(read_times: ReadTimes, text: str, days: str) -> None:
    assert shown(read_times(text)[0]) == days


@pytest.mark.parametrize(
    "text",
    (
        "The rally on 9 October Avenue was broken up.",
        "The 14 March Alliance rejected the plan.",
        "Shells fell on April 7th Street.",
        "The bomb was hidden in a 1981 blue Chevrolet.",
    ),
)
def test_a_day_in_a_name_is_no_time(read_times: ReadTimes, text: str) -> None:
    assert read_times(text) == ()


def test_a_past_does_not_reach_behind_the_telling(read_times: ReadTimes) -> None:
    found = read_times("The talks will resume on Tuesday. The next day Dolvi was shelled.")[-1]
    assert found.days is None


def test_what_was_said_on_another_day_counts_from_that_day(read_times: ReadTimes) -> None:
    times = read_times("Nine men were killed over the past 24 hours, the ministry said on Wednesday.")
    assert shown(times[0]) == "2016-03-22 to 2016-03-23"
    assert times[0].basis == '"over the past 24 hours", from "Wednesday" (2016-03-23)'


def shown(time: When) -> str | None:
    """The first and the last day."""
    if time.days is None or time.days.start is None or time.days.end is None:
        return None
    last: date = time.days.end - timedelta(1)
    return f"{time.days.start} to {last}"
