"""Publication dates and languages, given or read from the text."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.intake.heads import date_in_text, language_of, read_date
from reportedly.lexicon.languages import load_languages
from reportedly.lexicon.stamps import load_stamps

STAMPS = load_stamps()
STORY = "Three soldiers were killed near Dolvi on Monday, the army said."


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2017-04-04", date(2017, 4, 4)),
        ("2017-04-04T23:30:00-05:00", date(2017, 4, 4)),
        ("2017-04-04T10:00:00Z", date(2017, 4, 4)),
        ("Tue, 04 Apr 2017 10:00:00 GMT", date(2017, 4, 4)),
        ("4 April 2017", date(2017, 4, 4)),
        ("soon", None),
        ("2017-13-40", None),
        ("", None),
    ],
)
def test_given_dates(given: str, day: date | None) -> None:
    found = read_date(given, "given", STAMPS)
    assert (found.day if found else None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"Tuesday 4 April 2017\n{STORY}", date(2017, 4, 4)),
        (f"Raid on Dolvi\n\nPublished June 4 2016\n\n{STORY}", date(2016, 6, 4)),
        (f"The Karsk Herald – 9th January, 2016\n\n{STORY}", date(2016, 1, 9)),
        (f" date 2017-02-13 {STORY}", date(2017, 2, 13)),
        (f"Karsk, 18 Feb 90 (VELTA) -- [Text] {STORY}", date(1990, 2, 18)),
        (f"By Ana Dorin | March 3, 2017\n{STORY}", date(2017, 3, 3)),
        (f"Posted: 22 Feb 2015 10:04 AM Updated: 27 Feb 2015\n{STORY}", date(2015, 2, 22)),
        (f"Updated: 27 Feb 2015\nPublished: 22 Feb 2015\n{STORY}", date(2015, 2, 22)),
        ("The raid of 4 April 2017 killed three soldiers near Dolvi.", None),
        ("KARSK, March 3 (Northwire) — Three died.", None),
        ("In Dolvi, 4 April 2017 was a day of mourning for the dead.", None),
        (STORY, None),
    ],
)
def test_dates_printed_over_the_text(text: str, day: date | None) -> None:
    found = date_in_text(text, STAMPS)
    assert (found.day if found else None) == day
    assert found is None or found.basis == "text"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army said that it had left the town of Dolvi and was on its way to the bridge.", "en"),
        ("Die Armee hat nach eigenen Angaben die Stadt Dolvi verlassen und ist auf dem Weg zur Brücke.", "und"),
        ("قال الجيش إنه غادر بلدة دولفي وهو في طريقه إلى الجسر عند كولم مساء يوم الاثنين", "und-Arab"),
        ("Two dead in Dolvi.", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text, load_languages()) == language
