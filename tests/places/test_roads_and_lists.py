"""Roads, scripts without capitals, countries and their namesakes, buildings, places that are described before named."""

from __future__ import annotations

import pytest

from reportedly.ledger.setting import Setting
from reportedly.ledger.setting import reader as read_with
from reportedly.model.reading import Where
from reportedly.model.text import Report
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen


def places(reader: PlaceReader, lay_open: LayOpen, text: str) -> dict[str, Where]:
    return {where.text: where for where in reader.read(lay_open(text))[0]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A mine went off on the road between Dolvi and Brenik.", "road between Dolvi and Brenik"),
        ("A lorry burned on the Dolvi-Brenik highway on Monday.", "Dolvi-Brenik highway"),
        ("Two soldiers died at a checkpoint between Dolvi and Brenik.", "checkpoint between Dolvi and Brenik"),
    ],
)
def test_a_road_lies_half_way_between_its_ends(reader: PlaceReader, lay_open: LayOpen, text: str, words: str) -> None:
    found = places(reader, lay_open, text)
    road = found[words]
    assert road.latitude == pytest.approx(44.675, abs=0.01)
    assert road.radius_km is not None and 14 < road.radius_km < 20
    assert not found["Dolvi"].locative and found["Dolvi"].seat


def test_a_list_of_countries_holds_nothing(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Delegates came from Korvia, Veldania and other states.")
    assert found["Korvia"].place_id == "veldania:korvia"
    assert found["Korvia"].inside is None


def test_a_numbered_road_is_named_without_a_point(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "A lorry burned on Highway 12 near Dolvi.")
    assert found["Highway 12"].latitude is None


def test_a_building_that_bears_a_town_s_name_is_not_that_town(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "The wounded were taken to the Brenik hospital in Harsema on Monday.")
    assert found["Harsema"].place_id == "veldania:harsema"
    assert "Brenik" not in found or found["Brenik"].place_id is None


def test_a_village_described_before_it_is_named_is_that_village(reader: PlaceReader, lay_open: LayOpen) -> None:
    text = "Shells killed five people in a northern village on Monday. Rebels had entered the village of Lipna in May."
    found = [w for w in reader.read(lay_open(text))[0] if w.anaphor]
    assert [(w.text, w.place_id) for w in found] == [("village", "veldania:lipna")]


def test_a_disease_is_no_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert "Dolvi" not in places(reader, lay_open, "The Dolvi virus killed ten people.")


def test_candidates_are_few_and_short(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Shells fell on Dolvi on Monday.")
    candidates = found["Dolvi"].candidates
    assert len(candidates) <= 3
    assert all(set(c.__slots__) == {"id", "name", "kind", "country", "admin1"} for c in candidates)


def test_the_holder_of_a_quarter_is_the_town_and_not_its_province(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Shells hit the Zhelin neighbourhood of Marn.")
    assert found["Marn"].place_id == "veldania:marn-town"
    assert found["Zhelin"].inside == found["Marn"].span


def test_a_capital_whose_jets_strike_is_its_government(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert not places(reader, lay_open, "Karsk's jets hit a convoy near Dolvi.")["Karsk"].locative
    assert places(reader, lay_open, "Karsk's streets were empty.")["Karsk"].locative


def test_hills_that_overlook_a_town_are_near_it(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Rebels shelled the hills overlooking Dolvi.")
    assert (found["Dolvi"].precision, found["Dolvi"].radius_km) == (2, 10.0)


def test_a_dateline_glued_to_its_headline_says_where_the_report_was_filed() -> None:
    text = "Shells kill 12 in Aleppo province DAMASCUS, March 7 - Shells killed 12 people in Al-Bab on Monday."
    found = read_with(Setting()).read(Report(id="r", text=text))
    assert {w.text: w.rule for w in found.readings.places}["DAMASCUS"] == "code:dateline"
    assert {claim.place and claim.place.text for claim in found.claims} == {"Al-Bab"}
