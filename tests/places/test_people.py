"""A name that the report gives to a person is no place where it is the person's."""

from __future__ import annotations

import pytest

from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen
from tests.places.test_one_sense import names


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Arvel Gorvan was shot. Two guards died in Gorvan's car.",
        "The bomb went off in front of Gorvan's house. Judge Irma Gorvan was not hurt.",
    ],
)
def test_what_belongs_to_a_person_is_in_no_place_of_that_name(
    reader: PlaceReader, lay_open: LayOpen, text: str
) -> None:
    assert names(reader, lay_open, text) == []


def test_a_place_of_that_name_is_still_one_where_words_say_so(reader: PlaceReader, lay_open: LayOpen) -> None:
    text = "Colonel Arvel Gorvan spoke. The village of Gorvan in Orvan province was shelled."
    assert "Gorvan" in names(reader, lay_open, text)


def test_where_a_preposition_says_so_too(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert names(reader, lay_open, "Colonel Arvel Brenik spoke. Shells fell in Brenik on Monday.") == ["Brenik"]


def test_a_title_is_no_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert names(reader, lay_open, "He recalled the assassination of Msgr Arvel Kesh.") == []


def test_letters_that_no_gazetteer_knows_are_no_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    assert names(reader, lay_open, "The 8th MLF front burned three vehicles on the road to Brenik.") == ["Brenik"]
