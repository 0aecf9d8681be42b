"""Times as reports write them: words, type, value and days. All sentences are invented."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.times.conftest import ReadTimes

CASES = (
    # sentence, words found, type, value, first and last day
    ("Three men were shot in Kolm on Thursday.", "Thursday", "DATE", "2016-03-24", "2016-03-24", "2016-03-24"),
    ("Three men were shot in Kolm on Friday.", "Friday", "DATE", "2016-03-25", "2016-03-25", "2016-03-25"),
    ("The envoy will arrive on Monday.", "Monday", "DATE", "2016-03-28", "2016-03-28", "2016-03-28"),
    ("Talks are scheduled for Tuesday.", "Tuesday", "DATE", "2016-03-29", "2016-03-29", "2016-03-29"),
    ("The raid was on March 3, 2016.", "March 3, 2016", "DATE", "2016-03-03", "2016-03-03", "2016-03-03"),
    ("The raid was on 3 March 2016.", "3 March 2016", "DATE", "2016-03-03", "2016-03-03", "2016-03-03"),
    ("The raid was on March 3 2016.", "March 3 2016", "DATE", "2016-03-03", "2016-03-03", "2016-03-03"),
    ("Karsk, 29 Apr 89 -- Two men died.", "29 Apr 89", "DATE", "1989-04-29", "1989-04-29", "1989-04-29"),
    ("Posted Fri Apr 29 2016 by VELTA.", "Fri Apr 29 2016", "DATE", "2016-04-29", "2016-04-29", "2016-04-29"),
    ("The picture is of 2016-03-03.", "2016-03-03", "DATE", "2016-03-03", "2016-03-03", "2016-03-03"),
    ("The picture is of 03/13/2016.", "03/13/2016", "DATE", "2016-03-13", "2016-03-13", "2016-03-13"),
    ("The picture is of 13.03.2016.", "13.03.2016", "DATE", "2016-03-13", "2016-03-13", "2016-03-13"),
    ("Shells fell at 241930ZMAR16.", "241930ZMAR16", "TIME", "2016-03-24T19:30", "2016-03-24", "2016-03-24"),
    ("Shells fell at 241930Z MAR 16.", "241930Z MAR 16", "TIME", "2016-03-24T19:30", "2016-03-24", "2016-03-24"),
    ("Dolvi fell in early March.", "early March", "DATE", "2016-03", "2016-03-01", "2016-03-10"),
    ("Dolvi fell in late November.", "late November", "DATE", "2015-11", "2015-11-21", "2015-11-30"),
    ("Dolvi fell in mid-December.", "mid-December", "DATE", "2015-12", "2015-12-11", "2015-12-21"),
    (
        "Dolvi fell at the end of September 2015.",
        "the end of September 2015",
        "DATE",
        "2015-09",
        "2015-09-21",
        "2015-09-30",
    ),
    ("Dolvi fell last November.", "last November", "DATE", "2015-11", "2015-11-01", "2015-11-30"),
    ("Dolvi fell in 1998.", "1998", "DATE", "1998", "1998-01-01", "1998-12-31"),
    ("Mines were laid in the early 1990s.", "the early 1990s", "DATE", "199", "1990-01-01", "1993-04-30"),
    ("The citadel of the 11th century burned.", "the 11th century", "DATE", "10", "1000-01-01", "1099-12-31"),
    ("Dolvi fell in the summer of 2014.", "the summer of 2014", "DATE", "2014-SU", "2014-06-01", "2014-08-31"),
    ("Dolvi fell last week.", "last week", "DATE", "2016-W11", "2016-03-14", "2016-03-20"),
    ("Dolvi fell earlier this month.", "earlier this month", "DATE", "2016-03", "2016-03-01", "2016-03-24"),
    ("Dolvi fell last year.", "last year", "DATE", "2015", "2015-01-01", "2015-12-31"),
    ("Dolvi fell yesterday.", "yesterday", "DATE", "2016-03-24", "2016-03-24", "2016-03-24"),
    (
        "Dolvi fell the day before yesterday.",
        "the day before yesterday",
        "DATE",
        "2016-03-23",
        "2016-03-23",
        "2016-03-23",
    ),
    ("Dolvi fell 17 days ago.", "17 days ago", "DATE", "2016-03-08", "2016-03-08", "2016-03-08"),
    ("Dolvi fell ten days ago.", "ten days ago", "DATE", "2016-03-15", "2016-03-15", "2016-03-15"),
    ("Dolvi fell six weeks ago.", "six weeks ago", "DATE", "2016-W06", "2016-02-09", "2016-02-15"),
    ("Dolvi fell five months ago.", "five months ago", "DATE", "2015-10", "2015-10-01", "2015-10-31"),
    ("Clashes went on over the weekend.", "the weekend", "DATE", "2016-W11-WE", "2016-03-19", "2016-03-20"),
    ("Shells fell on Thursday night.", "Thursday night", "TIME", "2016-03-24TNI", "2016-03-24", "2016-03-24"),
    ("Shells fell last night.", "last night", "TIME", "2016-03-24TNI", "2016-03-24", "2016-03-24"),
    ("Shells fell overnight.", "overnight", "TIME", "2016-03-24TNI", "2016-03-24", "2016-03-25"),
    (
        "Shells fell at 6:30 a.m. on Thursday.",
        "6:30 a.m. on Thursday",
        "TIME",
        "2016-03-24T06:30",
        "2016-03-24",
        "2016-03-24",
    ),
    ("The news came at 0530 GMT.", "0530 GMT", "TIME", "2016-03-25T05:30", "2016-03-25", "2016-03-25"),
    ("The news came at 1130 pm.", "1130 pm", "TIME", "2016-03-25T23:30", "2016-03-25", "2016-03-25"),
    (
        "Shells fell in the early hours of Thursday.",
        "the early hours of Thursday",
        "TIME",
        "2016-03-24TMO",
        "2016-03-24",
        "2016-03-24",
    ),
    (
        "Shells fell for the tenth day in a row.",
        "the tenth day in a row",
        "DATE",
        "2016-03-25",
        "2016-03-25",
        "2016-03-25",
    ),
    ("A truce held on Christmas Eve.", "Christmas Eve", "DATE", "2015-12-24", "2015-12-24", "2015-12-24"),
    ("A truce held for Eid al-Fitr in Kolm.", "Eid al-Fitr", "DATE", "2015-07-17", "2015-07-16", "2015-07-20"),
    ("A crowd was shelled during Newroz.", "Newroz", "DATE", "2016-03-20", "2016-03-20", "2016-03-20"),
    ("Over the past week nine raids were counted.", "the past week", "DURATION", "P1W", "2016-03-18", "2016-03-25"),
    (
        "Russian planes hit 60 posts over the past 24 hours.",
        "the past 24 hours",
        "DURATION",
        "PT24H",
        "2016-03-24",
        "2016-03-25",
    ),
    ("Thursdays attack was the third.", "Thursdays", "DATE", "2016-03-24", "2016-03-24", "2016-03-24"),
)


@pytest.mark.parametrize(("text", "words", "kind", "value", "first", "last"), CASES)
def test_days_are_read(
    read_times: ReadTimes, text: str, words: str, kind: str, value: str, first: str, last: str
) -> None:
    found = {when.text: when for when in read_times(text)}
    assert words in found, f"found {sorted(found)}"
    when = found[words]
    assert (when.type.value, when.value) == (kind, value)
    assert when.days is not None and when.days.start is not None and when.days.end is not None
    assert (when.days.start, when.days.end - timedelta(1)) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    (
        ("The siege lasted 40 days.", "40 days", "DURATION", "P40D"),
        ("The siege lasted 2 1/2 years.", "2 1/2 years", "DURATION", "P2Y6M"),
        ("The raid lasted more than four hours.", "more than four hours", "DURATION", "PT4H"),
        ("A three-day truce was agreed.", "three-day", "DURATION", "P3D"),
        ("The town had no water for months.", "months", "DURATION", "PXM"),
        ("The crossing opens every Friday.", "every Friday", "SET", "XXXX-WXX-5"),
        ("The clinic treats 30 people daily.", "daily", "SET", "P1D"),
        ("The road to Kolm is now closed.", "now", "DATE", "PRESENT_REF"),
        ("The bridge was recently repaired.", "recently", "DATE", "PAST_REF"),
        ("The bridge fell several years ago.", "several years ago", "DATE", "PAST_REF"),
    ),
)
def test_stretches_and_vague_times_have_values(
    read_times: ReadTimes, text: str, words: str, kind: str, value: str
) -> None:
    found = {when.text: (when.type.value, when.value) for when in read_times(text)}
    assert found.get(words) == (kind, value)


def test_an_hour_of_four_digits_is_no_year(read_times: ReadTimes) -> None:
    found = read_times("The clerk left the court shortly after 1400 this afternoon.")
    assert "1400" not in [when.value for when in found]


@pytest.mark.parametrize(
    "text",
    (
        "A curfew between 1800 and 0600 was called.",
        "A man of 24 years was not hurt but a 24-year-old driver was.",
        "He is in his 30s.",
        "They may march on Karsk.",
        "The 25th brigade left with 1733 children.",
        "The rent was $1998 and 1,998 men paid it.",
        "The column drove past the second bridge.",
        "Samir Ramadan was buried.",
        "More than a quarter of a million fled.",
        "Copyright 2018 Northwire.",
        "The toll rose to 1226 persons in Marn.",
        "The strike raised the toll to 1226, a medic said.",
        "Up to 1429 people were killed in Marn, a medic said.",
        "Hundreds, up to 1429 according to a medic, were killed in Marn.",
        "They were killed on what became known as Bloody Sunday.",
        "It was at the dawn of the long war.",
    ),
)
def test_what_is_no_time_stays_unread(read_times: ReadTimes, text: str) -> None:
    assert [when.text for when in read_times(text) if when.text != "24 years"] == []


def test_every_time_has_a_precision_and_a_basis(read_times: ReadTimes) -> None:
    found = read_times("Dolvi fell on Thursday, Lipna last week, Zhemun in March and Old Virm in 2015.")
    assert [int(when.precision or 0) for when in found] == [1, 3, 4, 5]
    assert found[0].basis == '"on Thursday", from publication 2016-03-25 (given)'
    assert found[3].basis == '"in 2015", as written'
