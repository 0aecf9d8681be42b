"""A capital named by its state alone, and "the capital" in a report of one country."""

from __future__ import annotations

import pytest

from reportedly.gazetteer.index import PlaceIndex
from reportedly.lexicon.capitals import capitals
from reportedly.lexicon.placing import load_placing
from reportedly.lexicon.states import StateLine
from reportedly.model.reading import Where
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen

STATES = [StateLine(id="zz", country="ZZ", name="Veldania", demonyms=("Veldanian",), seats=("Karsk",))]

CASES = [
    ("A bomb went off in the Veldanian capital.", "the Veldanian capital"),
    ("A bomb went off in Veldania's capital.", "Veldania's capital"),
    ("Mortar attack kills four in Veldanian capital - police", "Veldanian capital"),
    ("A bomb went off in Harsema. Another went off in the capital.", "the capital"),
    ("A bomb went off in Harsema. Another went off in a suburb of the capital.", "the capital"),
]
NONE = [
    "A bomb went off in the capital.",
    "A bomb went off in Dolvi. The firm lives on the capital that it has.",
    "A bomb went off in Dolvi, 300 km south of the Veldanian capital.",
    "A bomb went off in Dolvi, in the capital of Marn.",
]


@pytest.mark.parametrize(("text", "words"), CASES)
def test_a_capital_is_named_by_its_state(lay_open: LayOpen, veldania: PlaceIndex, text: str, words: str) -> None:
    assert [w.name for w in _read(lay_open, veldania, text) if w.text == words] == ["Karsk"]


def test_the_adjective_of_a_state_is_no_place(lay_open: LayOpen, veldania: PlaceIndex) -> None:
    found = _read(lay_open, veldania, "A bomb went off in the Veldanian town of Harsema.")
    assert [w.name for w in found] == ["Harsema"]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_capital_is_left_alone(lay_open: LayOpen, veldania: PlaceIndex, text: str) -> None:
    assert not [w for w in _read(lay_open, veldania, text) if w.rule == "code:capital"]


def _read(lay_open: LayOpen, veldania: PlaceIndex, text: str) -> tuple[Where, ...]:
    return PlaceReader(veldania, load_placing(), capitals(STATES)).read(lay_open(text))[0]
