"""Places that are told of by their kind alone: what they are, and when they are printed."""

from __future__ import annotations

import pytest

from reportedly.exports.records import findings_record
from reportedly.ledger.setting import Setting
from reportedly.ledger.setting import reader as assembled
from reportedly.lexicon.placing import load_placing
from reportedly.model.text import Report
from reportedly.readings.where import PlaceReader
from reportedly.readings.where_nameless import without_names
from tests.conftest import LayOpen


def nameless(reader: PlaceReader, lay_open: LayOpen, text: str) -> list[str]:
    found, _ = reader.read(lay_open(text))
    return [w.text for w in found if w.nameless]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A shell hit a mosque in Dolvi.", ["a mosque"]),
        ("Jets bombed two bridges and an army checkpoint.", ["two bridges", "an army checkpoint"]),
        ("Soldiers shelled the front line near Brenik.", ["the front line"]),
        ("Shells hit villages and schools.", ["villages", "schools"]),
        ("Shells hit the village of Lipna.", []),
        ("A shell hit the Brenik hospital.", []),
        ("A shell wounded two school pupils.", []),
        ("The wounded were kept in hospital.", []),
    ],
)
def test_a_noun_for_a_place_is_one_where_it_stands_alone(
    reader: PlaceReader, lay_open: LayOpen, text: str, expected: list[str]
) -> None:
    assert nameless(reader, lay_open, text) == expected


def test_no_claim_can_be_put_at_a_nameless_place(reader: PlaceReader, lay_open: LayOpen) -> None:
    found, _ = reader.read(lay_open("A shell hit a mosque in Dolvi."))
    assert all(w.latitude is None and not w.locative for w in found if w.nameless)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels shelled Damascus on Monday. They hit a mosque and two schools.",
            [("Damascus", True), ("a mosque", False), ("two schools", False)],
        ),
        ("A cyclist was killed in Damascus on Monday. He had left a school.", [("Damascus", True)]),
        ("The school in Damascus opened a library on Monday.", [("Damascus", True)]),
    ],
)
def test_nameless_places_are_printed_beside_claims_of_war(text: str, expected: list[tuple[str, bool]]) -> None:
    record = findings_record(assembled(Setting()).read(Report(id="r", text=text)))
    assert [(place["text"], place["named"]) for place in record["places"]] == expected


@pytest.mark.parametrize(("words", "country"), [("two Korvian factories", "YY"), ("a Korvian outpost", None)])
def test_what_cannot_be_moved_lies_in_the_state_whose_adjective_it_bears(
    lay_open: LayOpen, words: str, country: str | None
) -> None:
    (site,) = without_names(lay_open(f"Jets bombed {words}."), (), load_placing(), {"korvian": "YY"})
    assert (site.text, site.country) == (words, country)
