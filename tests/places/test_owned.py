"""Towns that a country's or province's "'s" holds, villages written with a capital, names of weapons."""

from __future__ import annotations

import pytest

from reportedly.gazetteer.imports import read_rows
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.rows import EMBEDDED, Source
from reportedly.gazetteer.writing import write
from reportedly.lexicon.placing import load_placing
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen
from tests.places.conftest import VELDANIA


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> PlaceReader:
    """A reader for whom Veldania is one country of the world, and no land that the user added."""
    path = tmp_path_factory.mktemp("world") / "world.sqlite"
    source = Source(name=EMBEDDED, version="1", licence="invented", attribution="invented")
    write(path, source, read_rows(VELDANIA, EMBEDDED))
    return PlaceReader(PlaceIndex([path]), load_placing())


def _ends(place_id: str | None) -> str | None:
    return place_id and place_id.split(":")[-1]


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Rebel Drone Strike Kills Dozens in Veldania’s Besieged Tavren", "Tavren", "tavren"),
        ("Bodies Found After Night Air Raid in Veldania’s Tavren: Report", "Tavren", "tavren"),
        ("Jets struck targets in Marn Province's Tavren Township on Monday.", "Tavren Township", None),
        ("Jets bombed Lipna village in the northern Marn region.", "Lipna", None),
        ("Teshil province:\n\nShells fell on the village of Lipna on Monday.", "Lipna", None),
        ("Shells fell in Korvia. Gunmen stormed Assal district in Marn province.", "Assal", None),
    ],
)
def test_a_town_lies_in_what_owns_or_holds_it(
    lay_open: LayOpen, world: PlaceReader, text: str, words: str, place: str | None
) -> None:
    found = {w.text: _ends(w.place_id) for w in world.read(lay_open(text))[0]}
    assert words in found
    assert found[words] == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Soldiers attacked Old Virm Village in Marn and left.", "Old Virm Village"),
        ("Soldiers attacked Old Virm Village and Zhemun Village with mortars.", "Zhemun Village"),
    ],
)
def test_a_village_may_be_written_with_a_capital(lay_open: LayOpen, world: PlaceReader, text: str, words: str) -> None:
    assert words in {w.text for w in world.read(lay_open(text))[0]}


def test_the_name_of_a_weapon_is_no_place(lay_open: LayOpen, world: PlaceReader) -> None:
    found, _ = world.read(lay_open("The militia fired a barrage of Zarubka rockets at Tavren."))
    assert [w.text for w in found if not w.nameless] == ["Tavren"]


def test_the_name_of_a_family_is_no_place(lay_open: LayOpen, world: PlaceReader) -> None:
    text = "Two people were killed in the bombing of the Zarubka family home in Tavren, and the father of Zarubka."
    found, _ = world.read(lay_open(text))
    assert [w.text for w in found if not w.nameless] == ["Tavren"]
