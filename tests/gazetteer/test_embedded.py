"""The places that come with the product."""

from __future__ import annotations

from collections import Counter
from itertools import islice

import pytest

from reportedly.gazetteer.embedded import _wanted, embedded_rows, embedded_source, shortened
from reportedly.lexicon.places import load_countries, load_divisions, load_special


def test_every_country_has_a_point_and_a_radius() -> None:
    countries = load_countries()
    assert len(countries) >= 249
    assert all(line.radius_km and line.id == line.country for line in countries)


def test_special_places_are_many_and_cited() -> None:
    special = load_special()
    assert len(special) >= 80
    assert all(line.cite and line.radius_km is not None for line in special)
    kinds = Counter(line.kind for line in special)
    assert {"S.AIRB", "S.OILF", "T.MTS", "T.PLN", "S.CTRB", "S.DAM", "S.CMPRF", "L.RGN", "H.SEA"} <= set(kinds)


def test_divisions_of_syria_are_the_fourteen_of_iso_3166_2() -> None:
    assert len([line for line in load_divisions() if line.id.startswith("SY.")]) == 14


def test_ids_are_unique_among_the_rows_before_the_towns() -> None:
    ids = Counter(row.place_id for row in islice(embedded_rows(), 7000))
    assert ids.most_common(1)[0][1] == 1


def test_the_version_names_the_towns_edition() -> None:
    assert embedded_source().version.count("-") == 1


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("Damas", True), ("DAM", False), ("da ma shi ge", False), ("دمشق", True), ("ダマスカス", False)],
)
def test_codes_and_machine_spellings_are_left_out(name: str, wanted: bool) -> None:
    assert _wanted(name) is wanted


def test_feature_words_of_divisions_come_off() -> None:
    assert shortened("Homs Governorate") == ("Homs",)
    assert shortened("Homs") == ()
