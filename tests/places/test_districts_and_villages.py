"""Districts called by their town, villages that are no cities, lists of two-word names."""

from __future__ import annotations

import pytest

from reportedly.model.reading import Where
from reportedly.model.words import WherePrecision
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen


def _named(reader: PlaceReader, lay_open: LayOpen, text: str) -> dict[str, Where]:
    places, _ = reader.read(lay_open(text))
    return {where.text: where for where in places if not where.nameless}


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("Gunmen killed two people in Harsema district on Monday.", "Harsema", WherePrecision.DISTRICT),
        ("Gunmen killed two people in Harsema upazila on Monday.", "Harsema upazila", WherePrecision.DISTRICT),
        ("Shells hit the Old Bridge district of Harsema on Monday.", "Harsema", WherePrecision.EXACT),
        ("Gunmen killed two people in the town of Harsema on Monday.", "Harsema", WherePrecision.EXACT),
    ],
)
def test_a_district_called_by_its_town_is_as_wide_as_a_district(
    reader: PlaceReader, lay_open: LayOpen, text: str, words: str, precision: WherePrecision
) -> None:
    named = _named(reader, lay_open, text)
    found = named.get(words) or named["Harsema"]
    assert (found.name, found.precision) == ("Harsema", precision)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Soldiers shelled the village of Karsk in Teshil province.", {"Karsk": None}),
        ("Rockets hit the neighbourhoods of Ain Zhelin and Bab Gossan in Karsk.", {"Ain Zhelin": None}),
        ("Two people died in a small town called “Gossan”, Orvan province, on Monday.", {"Gossan": None}),
        ("An encounter at Gossan town, Orvan, killed two rebels.", {"Gossan": None}),
    ],
)
def test_names_that_nobody_knows_are_no_known_towns(
    reader: PlaceReader, lay_open: LayOpen, text: str, names: dict[str, str | None]
) -> None:
    named = _named(reader, lay_open, text)
    assert {words: named[words].place_id for words in names if words in named} == names


def test_what_the_report_calls_a_village_is_the_village(reader: PlaceReader, lay_open: LayOpen) -> None:
    text = (
        "Gunmen attacked the village of Gossan in Orvan province. A man in Dolvi town told of it. The village burned."
    )
    assert _named(reader, lay_open, text)["The village"].name == "Gossan"
