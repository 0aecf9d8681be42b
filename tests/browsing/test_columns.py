"""What goes into columns comes out as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.browsing.columns import MOST, columns
from reportedly.browsing.records import gist_record, summary
from reportedly.model.browsing import Gist
from reportedly.model.reading import Interval
from reportedly.model.words import Grade, Happening
from tests.browsing.made import gist

CASES = [
    gist("i-1"),
    gist("i-2", None, place=None, country=None, latitude=None, longitude=None),
    gist("i-3", days=Interval(None, date(2024, 5, 9)), killed=(3, None, None), wounded=(None, None, None)),
    gist("i-4", days=Interval(date(2024, 5, 1), None), killed=(0, 2, 5), radius_km=12.5),
    gist("i-5", by=("Teshil Guard", "Korvian air force"), against=("civilians",), sides=("Teshil Guard",)),
    gist("i-6", happening=Happening.OTHER, grade=Grade.CONFIRMED, disputes=3, origins=0, reports=40),
    gist("i-7", latitude=-90.0, longitude=180.0, killed=(None, 7, None)),
    gist("i-8", date.max.replace(day=30)),
]


@pytest.mark.parametrize("row", range(len(CASES)))
def test_an_incident_comes_out_as_it_went_in(row: int) -> None:
    assert columns(CASES).gist(row) == CASES[row]


def test_nothing_is_a_ledger_too() -> None:
    assert len(columns([])) == 0


def test_counts_beyond_all_measure_are_cut() -> None:
    assert columns([gist("i-1", killed=(2**70, 2**80, None))]).gist(0).killed == (MOST, MOST, None)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (gist("i-1", killed=(12, 17, 19)), "Shelling, Dolvi, 2024-05-06: 12–19 killed"),
        (
            gist("i-1", killed=(3, 3, 3), wounded=(4, None, None)),
            "Shelling, Dolvi, 2024-05-06: 3 killed, at least 4 wounded",
        ),
        (gist("i-1", None, place=None, killed=(None, None, None)), "Shelling: some killed"),
        (
            gist("i-1", days=Interval(None, date(2024, 5, 9)), killed=(None, None, 8)),
            "Shelling, Dolvi, by 2024-05-08: at most 8 killed",
        ),
    ],
)
def test_an_incident_is_told_in_a_line(one: Gist, words: str) -> None:
    assert summary(one) == words


def test_a_line_of_the_list_shows_first_and_last_day() -> None:
    shown = gist_record(replace(CASES[0], days=Interval(date(2024, 5, 1), date(2024, 5, 4))))
    assert (shown["from"], shown["to"], shown["kind_name"]) == ("2024-05-01", "2024-05-03", "Shelling")
