"""What is read as a place, where it is put, and how precisely."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from reportedly.gazetteer.imports import read_rows
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.rows import Source
from reportedly.gazetteer.writing import write
from reportedly.lexicon.placing import load_placing
from reportedly.model.reading import Where
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen


def places(reader: PlaceReader, lay_open: LayOpen, text: str, **fields: str) -> tuple[Where, ...]:
    found, _ = reader.read(lay_open(text, **fields))
    return tuple(where for where in found if not where.nameless)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two people were wounded in Dolvi, Orvan, on Monday.",
            [("Dolvi", "veldania:dolvi", 1), ("Orvan", "veldania:orvan", 4)],
        ),
        (
            "Shells fell near Harsema in Veldania.",
            [("Harsema", "veldania:harsema", 2), ("Veldania", "veldania:country", 6)],
        ),
        (
            "Fighting spread through Marn province, in Veldania.",
            [("Marn", "veldania:marn", 4), ("Veldania", "veldania:country", 6)],
        ),
        ("The town of Marn was shelled on Friday.", [("Marn", "veldania:marn-town", 1)]),
        ("Jets took off from Virm air base on Sunday.", [("Virm air base", "veldania:virm", 1)]),
        ("Guards left the Kesh gas field on Tuesday.", [("Kesh gas field", "veldania:kesh", 2)]),
        ("The unit held Mount Arvel for a week.", [("Mount Arvel", "veldania:arvel", 2)]),
        ("Rebels shelled the Brenik area.", [("Brenik", "veldania:brenik", 2)]),
    ],
)
def test_names_are_read_with_kind_and_precision(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[tuple[str, str, int]]
) -> None:
    found = places(reader, lay_open, text)
    assert [(w.text, w.place_id, w.precision) for w in found] == expected


def test_a_distance_and_direction_move_the_point_and_state_the_error(reader: PlaceReader, lay_open: LayOpen) -> None:
    (found,) = places(reader, lay_open, "A convoy was hit 40 km west of Harsema on Monday.")
    assert found.text == "40 km west of Harsema"
    assert found.latitude == pytest.approx(43.2, abs=0.05)
    assert found.longitude == pytest.approx(42.4 - 40 / 81.1, abs=0.05)
    assert found.radius_km is not None and 10 <= found.radius_km <= 30
    assert found.precision == 2


def test_a_name_of_two_places_is_settled_by_its_neighbours(reader: PlaceReader, lay_open: LayOpen) -> None:
    in_veldania = places(
        reader, lay_open, "Shells hit Dolvi and Brenik in Veldania. Lipna, in Orvan province, was spared."
    )
    assert [w.place_id for w in in_veldania if w.text == "Dolvi"] == ["veldania:dolvi"]
    in_korvia = places(reader, lay_open, "Korvia said that a plant in Dolvi, Korvia, had burned.")
    assert [w.place_id for w in in_korvia if w.text == "Dolvi"] == ["veldania:dolvi-korvia"]


def test_a_name_written_otherwise_is_a_place_behind_a_word_of_place(tmp_path: Path, lay_open: LayOpen) -> None:
    table = tmp_path / "arabic.csv"
    table.write_text(
        "id,name,names,latitude,longitude,kind,country,admin1,population,radius_km\n"
        "takhar,Maarat at Takhar,,35.6,36.6,town,SY,Idlib,,\nsul,Sul,,35.5,36.7,town,SY,Idlib,90000,\n",
        encoding="utf-8",
    )
    index = tmp_path / "arabic.sqlite"
    write(index, Source(name="arabic", version="1", licence="invented", attribution="-"), read_rows(table, "arabic"))
    reader = PlaceReader(PlaceIndex([index]), load_placing())
    found = places(reader, lay_open, "Two people were killed in Maaret al-Takhar on Monday. The army left Sul.")
    assert [w.place_id for w in found] == ["arabic:takhar", "arabic:sul"]


def test_bearers_passed_over_are_kept(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Two people were wounded in Dolvi.")
    assert {found[0].place_id, *(p.id for p in found[0].candidates)} == {"veldania:dolvi", "veldania:dolvi-korvia"}
    assert found[0].basis


def test_a_bearer_that_the_text_rules_out_is_no_candidate(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Two people were wounded in Dolvi, Orvan.")
    assert found[0].place_id == "veldania:dolvi"
    assert found[0].candidates == ()


def test_an_unknown_village_has_no_point_and_raises_an_issue(reader: PlaceReader, lay_open: LayOpen) -> None:
    found, issues = reader.read(lay_open("The village of Zhemun, in Orvan province, was shelled."))
    assert (found[0].text, found[0].latitude, found[0].precision, found[0].country) == ("Zhemun", None, None, "ZZ")
    assert [(i.code, i.span and (i.span.start, i.span.end)) for i in issues] == [("place-not-found", (15, 21))]


def test_a_capital_that_speaks_is_no_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Karsk rejected the accusation. Troops returned to Karsk.")
    assert [w.locative for w in found] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "President Dolvi spoke for an hour.",
        "The Veldanian army denied it.",
        "On Monday the talks went on.",
        "The Harsema Times printed the story.",
    ],
)
def test_names_of_people_peoples_and_papers_are_no_places(reader: PlaceReader, lay_open: LayOpen, text: str) -> None:
    assert [w.text for w in places(reader, lay_open, text) if w.place_id] == []


def test_spans_are_the_words_and_do_not_overlap(reader: PlaceReader, lay_open: LayOpen) -> None:
    text = "Dolvi's mayor left the town of Brenik for Karsk, 20 km south of Lipna, in Veldania's Orvan province."
    found = places(reader, lay_open, text)
    assert all(w.span.of(text) == w.text for w in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert not any(w.text.startswith("the ") or w.text.endswith("'s") for w in found)


def test_the_same_page_gives_the_same_places(reader: PlaceReader, lay_open: LayOpen) -> None:
    page = lay_open("Shells hit Dolvi and Brenik. Lipna, in Orvan province, was spared.")
    assert reader.read(page) == reader.read(page)


def test_a_quarter_lies_in_its_town_or_is_unknown(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "The Tavren neighbourhood of Karsk was calm.")
    assert [(w.text, w.place_id, w.country) for w in found] == [
        ("Tavren", None, "ZZ"),
        ("Karsk", "veldania:karsk", "ZZ"),
    ]


NAMESAKES = "\n".join(
    ["id,name,names,latitude,longitude,kind,country,admin1,population,radius_km"]
    + [f"marn-{n},Zelin,,{40 + n}.0,50.0,town,ZZ,Province {n},{9000 + n}," for n in range(4)]
    + ["karsk,Karsk,,44.10,41.10,capital,ZZ,Orvan,1600000,", "near,Zelin,,44.12,41.12,village,ZZ,Orvan,600,"]
)


@pytest.mark.parametrize(
    ("gazetteer", "text", "expected"),
    [
        (NAMESAKES.rsplit("\n", 1)[0], "Police in Karsk said that a man was shot in the Zelin neighbourhood.", None),
        (NAMESAKES, "Police in Karsk said that a man was shot in the Zelin neighbourhood.", "places:near"),
    ],
)
def test_a_quarter_is_no_far_town_of_its_name(
    tmp_path: Path, lay_open: LayOpen, gazetteer: str, text: str, expected: str | None
) -> None:
    table, index = tmp_path / "places.csv", tmp_path / "places.sqlite"
    table.write_text(gazetteer + "\n", encoding="utf-8")
    write(index, Source(name="places", version="1", licence="invented", attribution="-"), read_rows(table, "places"))
    found = places(PlaceReader(PlaceIndex([index]), load_placing()), lay_open, text)
    assert [w.place_id for w in found if w.text == "Zelin"] == [expected]


def test_the_share_of_the_chosen_bearer_is_kept(reader: PlaceReader, lay_open: LayOpen) -> None:
    (dolvi,) = places(reader, lay_open, "Two people were wounded in Dolvi.")
    (brenik,) = places(reader, lay_open, "Two people were wounded in Brenik.")
    assert dolvi.share is not None and 0.5 < dolvi.share < 1
    assert brenik.share is None


def test_a_direction_without_a_distance_is_near_with_a_wider_error(reader: PlaceReader, lay_open: LayOpen) -> None:
    (found,) = places(reader, lay_open, "Fighting went on in the hills west of Mount Arvel.")
    assert found.longitude is not None and found.longitude < 42.2
    assert found.radius_km is not None and found.radius_km >= 15


def test_a_part_of_a_country_is_vague(reader: PlaceReader, lay_open: LayOpen) -> None:
    (found,) = places(reader, lay_open, "Fighting flared in northern Veldania.")
    assert (found.text, found.precision) == ("Veldania", 5)


def test_names_in_a_list_vouch_for_one_another(reader: PlaceReader, lay_open: LayOpen) -> None:
    found = places(reader, lay_open, "Shells fell on Brenik, Lipna and Tavren, in Veldania.")
    assert [w.text for w in found] == ["Brenik", "Lipna", "Tavren", "Veldania"]
