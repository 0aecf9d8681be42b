"""What "the town", "the province" and "the area" point back at, and where they point at nothing sure."""

from __future__ import annotations

import pytest

from reportedly.exports.records import findings_record
from reportedly.model.findings import Findings, Readings
from reportedly.readings.where import PlaceReader
from tests.conftest import LayOpen


def pointing(reader: PlaceReader, lay_open: LayOpen, text: str) -> list[tuple[str, str, int | None]]:
    found, _ = reader.read(lay_open(text))
    return [(w.text, w.name, w.precision) for w in found if w.anaphor]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell on Brenik. Two people died in the town.", [("the town", "Brenik", 1)]),
        ("The army entered Lipna. It took the village in a day.", [("the village", "Lipna", 1)]),
        ("Fighting spread through Marn province. Roads in the province were cut.", [("the province", "Marn", 4)]),
        ("Shells fell on Brenik. Five people died in the area.", [("the area", "Brenik", 2)]),
        ("Shells fell on Brenik. Jets were seen near the besieged town.", [("the besieged town", "Brenik", 2)]),
        ("Jets struck Virm air base. A hangar at the base burned.", [("the base", "Virm air base", 1)]),
        ("The village of Gorvan was hit. Ten people left the village.", [("the village", "Gorvan", None)]),
        (
            "The town of Brenik lies between Harsema and Dolvi. The army retook the town.",
            [("the town", "Brenik", 1)],
        ),
    ],
)
def test_a_noun_points_back_at_the_one_place_of_its_class(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    assert pointing(reader, lay_open, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell on Brenik and Harsema. Two people died in the town.",
        "Two people died in the town.",
        "Fighting flared in Veldania. Two people died in the town.",
        "Shells fell on Brenik. Soldiers died in a northern village. The dead were left in the village.",
        "Shells fell on Brenik. They moved to the town of Kolm.",
        "Shells fell on Brenik. They met in the town hall.",
        "Shells fell on Brenik. Nobody knew the town where he was born.",
        "KARSK, May 7 (VELTA) - Two soldiers died. The city was calm.",
        "Shells fell on Brenik. Talks began. A week passed. Five people died in the area.",
    ],
)
def test_what_is_not_sure_is_left_out(reader: PlaceReader, lay_open: LayOpen, text: str) -> None:
    assert pointing(reader, lay_open, text) == []


def test_the_basis_names_the_antecedent(reader: PlaceReader, lay_open: LayOpen) -> None:
    found, _ = reader.read(lay_open("Shells fell on Brenik. Two people died in the town."))
    assert (found[1].rule, found[1].basis) == ("code:anaphora", "'the town' points back at 'Brenik'")


def test_pointing_words_are_no_names_in_the_machine_interface(reader: PlaceReader, lay_open: LayOpen) -> None:
    page = lay_open("The Karsk-based centre said shells fell on Brenik. Two people died in the town.")
    found, _ = reader.read(page)
    record = findings_record(Findings(report=page.report, passages=page.passages, readings=Readings(places=found)))
    assert [place["text"] for place in record["places"]] == ["Karsk", "Brenik"]
