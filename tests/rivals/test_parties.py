"""How other coders write parties, countries and days is understood by table; what no table has stays as written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.lexicon.actors import actors
from reportedly.lexicon.lines import load
from reportedly.lexicon.rivals import Means, PartyLine, load_country_names, load_phrases
from reportedly.model.rival import Side
from reportedly.rivals.cells import Cells, UnreadableError
from reportedly.rivals.countries import Countries
from reportedly.rivals.parties import CIVILIANS, Parties, agree
from tests.exports.made import who
from tests.rivals.made import MLF, known

PARTIES = known().parties
LINES = load("rivals/parties", PartyLine)
NAMED = [pytest.param(line, name, id=name) for line in LINES for name in line.named]


@pytest.mark.parametrize(("line", "name"), NAMED)
def test_a_cell_that_a_line_names_means_what_the_line_says(line: PartyLine, name: str) -> None:
    side = PARTIES.theirs((name,))
    assert side.vague is (line.means is Means.NOBODY)
    assert (CIVILIANS in side.keys) is (line.means is Means.CIVILIANS)
    assert ("xv-gov" in side.keys) is (line.means is Means.STATE)


def test_every_line_names_a_cell_and_cites_its_codebook() -> None:
    assert all(line.named and line.cite for line in LINES)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("MLF", "mlf"),
        ("MLF: Marn Liberation Front", "mlf"),
        ("Marn Liberation Front (Veldania)", "mlf"),
        ("Government of Veldania, Government of Korvia", "xw-gov"),
        ("Military Forces of Korvia (2019-) Air Force", "xw-gov"),
        ("Teshil Guard", "teshil guard"),
        ("Civilians (Korvia)", CIVILIANS),
    ],
)
def test_a_name_has_the_key_of_its_party(name: str, key: str) -> None:
    assert key in PARTIES.theirs((name,)).keys


@pytest.mark.parametrize("name", ["Civilian Defence Front", "Unknowns of Marn", "Government in exile", "XXXL Brigade"])
def test_a_name_that_only_begins_like_a_phrase_is_a_name(name: str) -> None:
    side = PARTIES.theirs((name,))
    assert not side.vague and CIVILIANS not in side.keys and "xv-gov" not in side.keys


def test_a_government_is_known_without_a_vocabulary_of_its_country() -> None:
    bare = Parties(actors([MLF]), load_phrases(), Countries())
    army = bare.ours([replace(who("Syrian army", "military"), side="sy-gov")])
    civilians = bare.theirs(("Civilians",))
    assert agree((army, civilians), (civilians, bare.theirs(("Government of Syria",)))) is True
    assert agree((army, civilians), (civilians, bare.theirs(("Government of Iraq",)))) is False
    assert agree((army, Side()), (bare.theirs(("Government of Iraq",)), Side())) is None  # it may have fought Iraq's


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("Yemen (North Yemen)", "", "YE"),
        ("DR Congo (Zaire)", "", "CD"),
        ("Congo", "", "CG"),
        ("Kingdom of eSwatini (Swaziland)", "", "SZ"),
        ("Macedonia, FYR", "", "MK"),
        ("anything", "760", "SY"),
        ("Veldania", "", "XV"),
        ("XV", "", "XV"),
        ("Lemuria", "", "Lemuria"),
        ("", "", None),
    ],
)
def test_countries_are_known_by_name_and_number(name: str, number: str, code: str | None) -> None:
    assert known().countries.of(name, number) == code


def test_every_name_of_a_country_leads_to_its_line() -> None:
    for name, code in load_country_names():
        assert Countries().code(name) == code


@pytest.mark.parametrize(
    "written",
    ["2031-04-09", "2031-04-09 00:00:00.000", "09-04-2031", "9/4/2031", "09 April 2031", "09-April-2031", "9 Apr 2031"],
)
def test_days_are_read_as_the_releases_write_them(written: str) -> None:
    assert Cells([written], {"event_date": 0}).day("event_date") == date(2031, 4, 9)


@pytest.mark.parametrize(
    "written", ["", "04/31/2031", "2031-13-01", "April 2031", "2031", "0001-01-01", "9999-12-31", "x"]
)
def test_what_is_no_day_is_told_with_how_to_write_one(written: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        Cells([written], {"event_date": 0}).day("event_date")
    assert "event_date" in caught.value.what and "2031-04-01" in caught.value.mend


@pytest.mark.parametrize(("written", "number"), [("", None), ("0", 0), ("12", 12), ("12.0", 12)])
def test_counts_may_be_empty_and_may_end_in_a_point_and_noughts(written: str, number: int | None) -> None:
    assert Cells([written], {"best": 0}).number("best") == number


@pytest.mark.parametrize("written", ["-1", "12.5", "many", "1e3", "١٢x", "nan"])
def test_what_is_no_count_is_told(written: str) -> None:
    with pytest.raises(UnreadableError):
        Cells([written], {"best": 0}).number("best")
