"""Addresses that name no town, and the town in which they lie."""

from __future__ import annotations

import pytest

from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen

CASES = [
    ("Shells fell in Dolvi. A car burned on Arvel street.", "Arvel street", "Dolvi"),
    ("Shells fell in Dolvi. A bomb went off at the corner of 5th avenue.", "5th avenue", "Dolvi"),
    ("Shells fell in Dolvi. Bombs went off at Tavren and Old Arvel streets.", "Tavren and Old Arvel streets", "Dolvi"),
    ("Shells fell in Dolvi. A car burned at the Arvel gas station.", "the Arvel gas station", "Dolvi"),
    ("KARSK (Northwire) - A bomb exploded here on Monday.", "here", "Karsk"),
    ("KARSK (Northwire) - A bomb destroyed a bank in this city on Monday.", "this city", "Karsk"),
]
NONE = [
    "Shells fell in Dolvi. A car burned on the street.",
    "Shells fell in Dolvi. Police closed Dolvi streets.",
    "Shells fell in Dolvi and Brenik. A car burned at the Brenik gas station.",
    "A car burned on Arvel street.",
    "KARSK (Northwire) - The minister said here on Monday that the talks go on.",
    "KARSK (Northwire) - Shells fell 40 km north of this city.",
]


@pytest.mark.parametrize(("text", "words", "town"), CASES)
def test_an_address_lies_in_the_town_named_last(
    lay_open: LayOpen, reader: PlaceReader, text: str, words: str, town: str
) -> None:
    places, _ = reader.read(lay_open(text))
    found = [w for w in places if w.rule.startswith(("en/placing/address", "en/placing/here"))]
    assert [(w.text, w.name) for w in found] == [(words.removeprefix("the "), town)]
    assert all(text[w.span.start : w.span.end] == w.text for w in found)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_address_without_a_town(lay_open: LayOpen, reader: PlaceReader, text: str) -> None:
    places, _ = reader.read(lay_open(text))
    assert not [w for w in places if w.rule.startswith(("en/placing/address", "en/placing/here"))]


def test_an_unknown_quarter_lies_in_the_town_named_last(lay_open: LayOpen, reader: PlaceReader) -> None:
    text = "Shells fell in Dolvi. A bomb went off in the Zhelin neighbourhood."
    places, _ = reader.read(lay_open(text))
    dolvi, quarter = (w for w in places if w.name in {"Dolvi", "Zhelin"})
    assert (quarter.latitude, quarter.country) == (dolvi.latitude, dolvi.country)


def test_the_name_of_a_street_is_no_place_beside_its_town(lay_open: LayOpen, reader: PlaceReader) -> None:
    places, _ = reader.read(lay_open("A bomb went off at a store on San Arvel street in northern Dolvi."))
    assert [w.name for w in places if w.locative] == ["Dolvi"]


def test_us_without_an_article_is_a_pronoun(lay_open: LayOpen, reader: PlaceReader) -> None:
    places, _ = reader.read(lay_open("Shells fell in Dolvi, he told US."))
    assert [w.name for w in places] == ["Dolvi"]
