"""What a time takes from its surroundings: the telling, the date last spoken of, a neighbour. Invented sentences."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.lexicon.dating import Dating
from reportedly.model.reading import Interval
from reportedly.model.text import Entry, Page, Span
from reportedly.readings.when import TimeReader
from tests.conftest import LayOpen
from tests.times.conftest import ReadIssues, ReadTimes


@pytest.mark.parametrize(
    ("text", "words", "value"),
    (
        ("Dolvi fell on March 3. The next day Lipna fell.", "The next day", "2016-03-04"),
        ("Dolvi fell on March 3. Two days later Lipna fell.", "Two days later", "2016-03-05"),
        ("Dolvi fell on March 3. The mayor had fled the day before.", "the day before", "2016-03-02"),
        ("Dolvi fell on March 3. That day Lipna fell too.", "That day", "2016-03-03"),
        ("Dolvi fell on March 3. The previous day Lipna fell.", "The previous day", "2016-03-02"),
        ("Dolvi fell on March 3 2011. The following month Lipna fell.", "The following month", "2011-04"),
    ),
)
def test_a_story_moves_from_its_last_date(read_times: ReadTimes, text: str, words: str, value: str) -> None:
    assert {when.text: when.value for when in read_times(text)}.get(words) == value


def test_a_glance_back_leaves_the_story_where_it_was(read_times: ReadTimes) -> None:
    found = read_times("Dolvi fell on March 3. The mayor had fled the day before. Two days later Lipna fell.")
    assert found[-1].value == "2016-03-05"


def test_an_hour_takes_the_day_beside_it(read_times: ReadTimes) -> None:
    found = read_times("On March 3 the first shell fell at 6:30 a.m. and the last at noon.")
    assert [when.value for when in found] == ["2016-03-03", "2016-03-03T06:30", "2016-03-03T12:00"]


def test_without_a_day_of_telling_only_what_is_written_in_full_has_days(
    read_times: ReadTimes, read_issues: ReadIssues
) -> None:
    text = "Dolvi fell on Thursday, Lipna on March 3 and Zhemun on 5 May 2015."
    found = read_times(text, None)
    assert [when.value for when in found] == ["XXXX-WXX-4", "XXXX-03-03", "2015-05-05"]
    assert [when.days is None for when in found] == [True, True, False]
    assert [issue.code for issue in read_issues(text, None)] == ["time-unanchored", "time-unanchored"]


def test_entries_of_a_live_blog_have_their_own_days(lay_open: LayOpen, dating: Dating) -> None:
    page = lay_open("Dolvi fell today. Lipna fell today.", published="2016-03-25")
    first = Entry(span=Span(0, 17), day=date(2016, 3, 1), basis="stamp")
    second = Entry(span=Span(17, 36), day=date(2016, 3, 2), basis="stamp")
    entries = page.passages.__class__(passages=page.passages.passages, entries=(first, second))
    found, _ = TimeReader(dating).read(Page(report=page.report, passages=entries, sentences=page.sentences))
    assert [when.value for when in found] == ["2016-03-01", "2016-03-02"]


def test_since_opens_a_window_to_the_telling(read_times: ReadTimes) -> None:
    (when,) = read_times("Nine men have been killed since Wednesday.")
    assert when.open_since
    assert when.days == Interval(date(2016, 3, 23), date(2016, 3, 24))
    assert when.window == Interval(date(2016, 3, 23), date(2016, 3, 26))


@pytest.mark.parametrize(
    "text",
    (
        "Nine men were killed between 3 and 7 March.",
        "Nine men were killed between March 3 and March 7.",
        "Nine men were killed from March 3 to March 7.",
        "The market was shut from March 3 to 7 2016.",
    ),
)
def test_a_range_is_one_window(read_times: ReadTimes, text: str) -> None:
    found = read_times(text)
    assert [when.value for when in found] == ["2016-03-03", "2016-03-07"]
    assert {when.window for when in found} == {Interval(date(2016, 3, 3), date(2016, 3, 8))}


def test_two_dates_in_a_list_are_no_window(read_times: ReadTimes) -> None:
    assert {when.window for when in read_times("Shells fell on March 3 and March 7.")} == {None}


def test_two_days_of_a_list_that_follow_each_other_are_one_window(read_times: ReadTimes) -> None:
    found = read_times("Nine men were killed in raids on November 11 and 12.")
    assert [when.value for when in found] == ["2015-11-11", "2015-11-12"]
    assert {when.window for when in found} == {Interval(date(2015, 11, 11), date(2015, 11, 13))}


def test_years_later_count_from_no_telling(read_times: ReadTimes) -> None:
    (when,) = read_times("Survivors of the raid on Dolvi still hoping for justice 38 years later")
    assert (when.value, when.days) == ("XXXX", None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town fell on Tuesday.\n\nAround 3 pm, troops opened fire.", "2016-03-22T15:00"),
        ("The truce was signed on 3 March 2012.\n\nAround 3 pm, troops opened fire.", "2016-03-25T15:00"),
        ("The town will vote on Tuesday.\n\nAround 3 pm, troops opened fire.", "2016-03-25T15:00"),
    ],
)
def test_an_hour_told_as_done_is_of_the_day_last_spoken_of(read_times: ReadTimes, text: str, value: str) -> None:
    assert read_times(text)[-1].value == value


def test_a_weekday_beside_this_week_is_of_that_week(read_times: ReadTimes) -> None:
    text = "It was the second raid this week. Two men were killed on Friday."
    assert read_times(text, published="2016-03-24")[-1].value == "2016-03-18"


def test_what_somebody_calls_a_deed_is_no_plan(read_times: ReadTimes) -> None:
    text = "It came in what the army calls a revenge for the killing of Daran Vel by troops on Tuesday."
    assert read_times(text)[-1].value == "2016-03-22"


def test_dates_of_a_list_share_the_year_at_its_end(read_times: ReadTimes) -> None:
    found = read_times("Shells fell on 3 December and 5 January 2014.")
    assert [when.value for when in found] == ["2013-12-03", "2014-01-05"]


def test_a_weekday_of_the_same_week_has_two_readings(read_times: ReadTimes, read_issues: ReadIssues) -> None:
    text = "Nine men have been killed since last Wednesday."
    assert read_times(text)[0].value == "2016-03-16"
    assert [issue.code for issue in read_issues(text)] == ["time-two-readings"]


def test_a_weekday_that_does_not_fit_its_date_is_told(read_issues: ReadIssues) -> None:
    assert [i.code for i in read_issues("Dolvi fell on Tuesday, March 3, 2016.")] == ["time-weekday"]


def test_an_event_named_by_its_day_lies_behind_whatever_the_verb(read_times: ReadTimes) -> None:
    assert read_times("Saturday's clash will be investigated.")[0].value == "2016-03-19"


def test_a_quoted_post_counts_from_its_stamp_and_leaves_nothing_behind(read_times: ReadTimes) -> None:
    text = (
        "The raid on Harsema came on Wednesday. Six killed in Dolvi last night. pic.example/x Civil Rescue "
        "(CivilRescue) March 22 2016 The shells hit Harsema around 11:30 a.m. a medic said."
    )
    found = {when.text: (when.value, when.stamp) for when in read_times(text)}
    assert found["last night"] == ("2016-03-21TNI", False)
    assert found["March 22 2016"] == ("2016-03-22", True)
    assert found["around 11:30 a.m."] == ("2016-03-23T11:30", False)


@pytest.mark.parametrize(
    ("text", "day", "added"),
    [
        ("The toll rose on Friday, a medic said.", "2016-03-25", True),  # the page is of Thursday
        ("The toll rose on Wednesday, a medic said.", "2016-03-23", False),
        ("The toll rose on Saturday, a medic said.", "2016-03-19", False),
        ("The toll rose last Friday, a medic said.", "2016-03-18", False),
        ("The committee will count the dead on Friday.", "2016-03-25", False),
    ],
)
def test_the_bare_name_of_the_next_day_in_the_past_is_of_a_page_that_was_added_to(
    read_times: ReadTimes, text: str, day: str, added: bool
) -> None:
    found = read_times(f"A blast killed four people in Dolvi. {text}", published="2016-03-24")[-1]
    assert (found.value, found.added) == (day, added)
