"""Incidents as PLOVER events: required fields, codes, ranges, and what has no record."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from reportedly.exports import forms
from reportedly.exports.asked import Asked
from reportedly.model.incident import Incident
from reportedly.model.reading import Interval
from reportedly.model.words import Happening
from tests.exports.made import Shelf, incident, killed, where, who

EVENTS = {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"}
MODES = {
    "ASSAULT": {"abduct", "targeted", "destroy", "explosives", "suicide-attack", "aerial", "heavy-weapons"}
    | {"unconventional"},
    "COERCE": {"arrest", "restrict"},
    "MOBILIZE": {"troops"},
    "RETREAT": {"withdraw"},
}


def records(*held: Incident, asked: Asked | None = None) -> list[dict[str, Any]]:
    """The records as a reader of JSON Lines gets them."""
    return [json.loads(line) for line in forms.write("plover", Shelf(held=held), asked)]


def test_a_record_says_what_the_incident_says() -> None:
    (found,) = records(incident())
    assert (found["id"], found["date"], found["has_event"]) == ("i-1", "2031-04-01", True)
    assert "enddate" not in found
    assert (found["event"], found["mode"], found["quad_code"]) == (["ASSAULT"], ["aerial"], 4)
    assert found["actor"][0]["identifier_text"] == "Veldanian air force" and found["actor"][0]["sector"] == "MIL"
    assert found["recipient"][0]["sector"] == "REB"
    assert found["size"] == {"dead": 12}
    assert found["event_loc"]["resolution"] == 4 and found["event_loc"]["lat"] == -41.35
    assert found["cite_info"]["publication"] == "The Karsk Herald"
    assert found["event_text"][0].startswith("KARSK, April 1")


@pytest.mark.parametrize("happening", list(Happening))
def test_every_record_has_what_plover_requires_and_known_codes(happening: Happening) -> None:
    for found in records(incident(happening=happening)):
        assert found["id"] and found["date"] and found["actor"] and set(found["event"]) <= EVENTS
        assert set(found.get("mode", ())) <= MODES[found["event"][0]]


def test_in_a_clash_both_sides_are_actors() -> None:
    (found,) = records(incident(happening=Happening.ARMED_CLASH))
    assert [entity["identifier_text"] for entity in found["actor"]] == ["Veldanian air force", "MLF"]
    assert "recipient" not in found


@pytest.mark.parametrize(
    ("low", "best", "high", "dead"),
    [(10, 12, 19, 12), (20, None, None, ">=20"), (12, None, 19, "12-19"), (None, None, 9, "<=9"), (0, 0, 0, 0)],
)
def test_a_range_without_a_best_is_a_code(low: int, best: int, high: int, dead: object) -> None:
    (found,) = records(incident(estimates=(killed(low, best, high),)))
    assert found["size"]["dead"] == dead


@pytest.mark.parametrize(
    "odd",
    [
        incident(days=None),
        incident(days=Interval(None, date(2031, 4, 2))),
        incident(perpetrators=()),
        incident(happening=Happening.STATEMENT),
    ],
)
def test_what_plover_does_not_code_is_counted(odd: Incident) -> None:
    asked = Asked()
    assert records(odd, asked=asked) == []
    assert sum(asked.left.values()) == 1


def test_what_is_not_known_has_no_field() -> None:
    (found,) = records(incident(place=where(None, None), estimates=(), targets=()))
    assert found["event_loc"] == {"extracted_place": "Dolvi", "resolved_place": "Dolvi"}
    assert "size" not in found and "recipient" not in found
    (nowhere,) = records(incident(place=None))
    assert "event_loc" not in nowhere


def test_nameless_gunmen_are_unidentified_armed_forces() -> None:
    (found,) = records(incident(perpetrators=(replace(who("militants", "armed-group"), described=True),)))
    assert found["actor"][0]["sector"] == "UAF"
