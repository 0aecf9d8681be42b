"""Names that are longer than what a gazetteer knows of them, and words that several names share."""

from __future__ import annotations

import pytest

from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen


def _read(reader: PlaceReader, lay_open: LayOpen, text: str) -> list[tuple[str, str | None]]:
    places, _ = reader.read(lay_open(text))
    return [(p.text, p.place_id and p.place_id.split(":")[-1]) for p in places if not p.nameless]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army attacked the town of Brenik al-Gossani on Monday.", [("Brenik al-Gossani", None)]),
        ("Gunmen stormed the town of Brenik-Gossan on Monday.", [("Brenik-Gossan", None)]),
        ("Shells fell near Brenik Gossan village on Monday.", [("Brenik Gossan", None)]),
        (
            "Jets bombed the Brenik-Dolvi highway on Monday.",
            [("Brenik", "brenik"), ("Brenik-Dolvi highway", None), ("Dolvi", "dolvi")],
        ),
        ("Jets struck the town of Gossan al- Tavren on Monday.", [("Gossan al- Tavren", None)]),
    ],
)
def test_a_part_of_a_name_is_no_place(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _read(reader, lay_open, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes broke out in Marn and Orvan provinces on Monday.", [("Marn", "marn"), ("Orvan", "orvan")]),
        ("Clashes broke out in the provinces of Orvan and Marn.", [("Orvan", "orvan"), ("Marn", "marn")]),
        ("Clashes broke out in the towns of Marn and Brenik.", [("Marn", "marn-town"), ("Brenik", "brenik")]),
    ],
)
def test_names_share_the_word_that_says_what_they_are(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _read(reader, lay_open, text) == expected


def test_the_first_of_a_persons_names_is_no_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    text = (
        "Nine people were killed in Brenik, including Suzan Ramesh Khalim and Shada Ramesh Khalim. The friend of Shada "
        "Ramesh Khalim spoke in Marn."
    )
    assert [name for name, _ in _read(reader, lay_open, text)] == ["Brenik", "Marn"]


def test_a_municipality_holds_its_villages(reader: PlaceReader, lay_open: LayOpen) -> None:
    places, _ = reader.read(lay_open("Rebels blew up a bridge in Gossan, Harsema municipality, on Monday."))
    assert [(p.text, p.inside is not None) for p in places if not p.nameless] == [("Gossan", True), ("Harsema", False)]


def test_a_namesake_abroad_is_no_village_of_a_municipality(reader: PlaceReader, lay_open: LayOpen) -> None:
    places, _ = reader.read(lay_open("Rebels blew up a bridge in Assal, Harsema municipality, on Monday."))
    assert [(p.text, p.inside is not None) for p in places if not p.nameless] == [("Assal", True), ("Harsema", False)]


def test_a_people_is_no_village(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert _read(reader, lay_open, "Gunmen raided a rival Gossan village on Monday.") == []


def test_a_front_is_no_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert _read(reader, lay_open, "Jets hit the headquarters area of Gossan Kesh Front on Monday.") == []
