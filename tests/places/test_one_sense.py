"""A name that a report once calls a place is a place wherever it stands alone, even where nobody else knows it."""

from __future__ import annotations

import pytest

from reportedly.model.reading import Where
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen


def places(reader: PlaceReader, lay_open: LayOpen, text: str, **fields: str) -> tuple[Where, ...]:
    found, _ = reader.read(lay_open(text, **fields))
    return tuple(where for where in found if not where.nameless)


def names(reader: PlaceReader, lay_open: LayOpen, text: str, **fields: str) -> list[str]:
    return [w.text for w in places(reader, lay_open, text, **fields) if not w.anaphor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell near Brenik. Troops entered Brenik.", ["Brenik", "Brenik"]),
        ("The village of Ossa Tal was shelled. Rebels retook Ossa Tal.", ["Ossa Tal", "Ossa Tal"]),
        ("Two people died in Gorvan village. Gorvan was calm on Monday.", ["Gorvan", "Gorvan"]),
        ("Strikes on Teren Mal went on. A mosque in Teren Mal was hit.", ["Teren Mal", "Teren Mal"]),
    ],
)
def test_a_place_once_is_a_place_each_time(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[str]
) -> None:
    assert names(reader, lay_open, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The village of Ossa was shelled. President Ossa spoke for an hour.",
        "The village of Ossa was shelled. The Ossa Times printed the story.",
    ],
)
def test_but_not_inside_the_names_of_others(reader: PlaceReader, lay_open: LayOpen, text: str) -> None:
    assert names(reader, lay_open, text) == ["Ossa"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomber blew himself up in the village of Tall Ossa in Orvan province.", "Tall Ossa", "ZZ"),
        ("The town of Gorvan, in Marn province, was shelled.", "Gorvan", "ZZ"),
        ("Fighting went on around Teren Mal on Monday.", "Teren Mal", None),
    ],
)
def test_a_name_that_nobody_knows_is_kept_without_a_point(
    reader: PlaceReader, lay_open: LayOpen, text: str, name: str, country: str | None
) -> None:
    found = places(reader, lay_open, text)[0]
    assert (found.name, found.latitude, found.country) == (name, None, country)


@pytest.mark.parametrize(
    "text",
    [
        "Gossan, which lies 40 kilometres west of Harsema, was shelled.",
        "Two people died in Gossan, 40 km west of Harsema.",
        "The village of Gossan lies 40 km west of Harsema. Shells fell on Gossan.",
    ],
)
def test_a_distance_beside_an_unknown_name_is_its_point(reader: PlaceReader, lay_open: LayOpen, text: str) -> None:
    found = [w for w in places(reader, lay_open, text) if w.text == "Gossan"]
    assert found
    for where in found:
        assert where.latitude == pytest.approx(43.2, abs=0.05)
        assert where.longitude == pytest.approx(42.4 - 40 / 81.1, abs=0.05)
        assert where.radius_km is not None and where.place_id is None
        assert "40" in where.basis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Army shells Brenik market", ["Brenik"]),
        ("Jets bombed the market of Brenik this morning.", ["Brenik"]),
        ("Rebels struck Brenik and the army retook Lipna.", ["Brenik", "Lipna"]),
        ("The shelling of Harsema went on all night.", ["Harsema"]),
        ("Harsema residents blamed the army.", ["Harsema"]),
        ("Brenik's market was hit.", ["Brenik"]),
        ("Shells fell on Harsema for the second day in a row.", ["Harsema"]),
        ("The mayor of Harsema, Ilsa Domar, told reporters of it.", ["Harsema"]),
        ("Temple of Brenik blown up", ["Brenik"]),
        ("Shells fell on the villages of Brenik Lipna Harsema and Tavren.", ["Brenik", "Lipna", "Harsema", "Tavren"]),
    ],
)
def test_names_of_an_added_gazetteer_are_places_nearly_always(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[str]
) -> None:
    assert names(reader, lay_open, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Korvia-led coalition struck Dolvi.", [("Korvia", False, False), ("Dolvi", True, False)]),
        ("Karsk-backed fighters held Brenik.", [("Karsk", False, False), ("Brenik", True, False)]),
        ("The Karsk-based centre counted the dead.", [("Karsk", False, True)]),
    ],
)
def test_who_is_behind_something_is_not_where_it_happened(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[tuple[str, bool, bool]]
) -> None:
    assert [(w.text, w.locative, w.seat) for w in places(reader, lay_open, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "KARSK, May 7 (Northwire) - The shell was fired by the rebels, he told Northwire.",
        "The Brenik Herald printed the story.",
        "According to Northwire, nobody was hurt.",
    ],
)
def test_outlets_are_no_places(reader: PlaceReader, lay_open: LayOpen, text: str) -> None:
    assert not set(names(reader, lay_open, text)) - {"KARSK"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people died in Veldanias Orvan province on Monday.", [("Veldania", 6), ("Orvan", 4)]),
        ("Shells fell on Karsks Tavren district.", [("Karsk", 1), ("Tavren", None)]),
        ("Two people died in the village of Gossan Orvan province.", [("Gossan", None), ("Orvan", 4)]),
        ("Korvias army denied it.", [("Korvia", 6)]),
    ],
)
def test_texts_without_apostrophes(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[tuple[str, int | None]]
) -> None:
    assert [(w.text, w.precision) for w in places(reader, lay_open, text)] == expected


def test_a_town_outside_the_province_that_is_said_to_hold_it_is_another(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "The town of Dolvi, in Teshil province, was shelled.")
    assert (found[0].text, found[0].place_id, found[0].admin1) == ("Dolvi", None, "Teshil")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shells fell on Karsk, Brenik and Harsema in Veldania. In Assal nobody was hurt.", None),
        (
            "Shells fell on Karsk and Harsema in Veldania. In Assal, across the border in Korvia, nobody was hurt.",
            "YY",
        ),
    ],
)
def test_a_village_abroad_is_not_meant_where_nothing_speaks_of_its_country(
    reader: PlaceReader, lay_open: LayOpen, text: str, country: str | None
) -> None:
    places, _ = reader.read(lay_open(text))
    assert [p.country for p in places if p.text == "Assal"] == [country]
