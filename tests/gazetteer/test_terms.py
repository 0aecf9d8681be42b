"""Licences: each place is passed on under the terms of its row, else of its gazetteer."""

from __future__ import annotations

from pathlib import Path

from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.rows import Alias, Row, Source, Terms
from reportedly.gazetteer.writing import write

SOURCE = Source(name="survey", version="1", licence="CC BY 4.0", attribution="Survey of Veldania")


def test_a_row_s_own_terms_go_before_those_of_its_gazetteer(tmp_path: Path) -> None:
    rows = (
        Row(place_id="v:1", name="Dolvi", latitude=44.7, longitude=40.1),
        Row(place_id="v:2", name="Kolm", latitude=44.7, longitude=40.1, licence="CC0", attribution="Kolm town hall"),
    )
    write(tmp_path / "v.sqlite", SOURCE, rows)
    index = PlaceIndex([tmp_path / "v.sqlite"])
    assert index.terms("v:1") == Terms(gazetteer="survey", licence="CC BY 4.0", attribution="Survey of Veldania")
    assert index.terms("v:2") == Terms(gazetteer="survey", licence="CC0", attribution="Kolm town hall")
    assert index.terms("v:3") is None


def test_alternate_names_of_a_file_of_their_own_are_found(tmp_path: Path) -> None:
    rows = (Row(place_id="geonames:7", name="Dolvi", latitude=44.7, longitude=40.1, country="SY"),)
    names = (Alias(place_id="geonames:7", name="Ad Dolwi"), Alias(place_id="geonames:8", name="Kolm"))
    write(tmp_path / "v.sqlite", SOURCE, rows, names)
    index = PlaceIndex([tmp_path / "v.sqlite"])
    assert [p.id for p in index.find("ad-Dolwi")] == [p.id for p in index.find("Dolwi")] == ["geonames:7"]
    assert index.find("Kolm") == ()


def test_the_most_populous_bearers_come_first_and_are_enough(tmp_path: Path) -> None:
    rows = (
        Row(place_id=f"v:{n:04}", name="Kolm", latitude=44.0, longitude=40.0, country="ZZ", population=n)
        for n in range(1000)
    )
    write(tmp_path / "v.sqlite", SOURCE, rows)
    found = PlaceIndex([tmp_path / "v.sqlite"]).find("Kolm")
    assert found[0].id == "v:0999" and len(found) == 200
