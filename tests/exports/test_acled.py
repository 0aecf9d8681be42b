"""Incidents as ACLED events: codes of types, actors, days and places; the dead; what has no row and why."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date

import pytest

from reportedly.exports import acled, forms
from reportedly.exports.acled_codes import Inter, disorder, event_type, inter, interaction, side
from reportedly.exports.asked import Asked
from reportedly.model.incident import Incident
from reportedly.model.reading import Interval, Who
from reportedly.model.words import DatePrecision, Happening, WherePrecision
from tests.exports.made import Shelf, incident, killed, where, who
from tests.store.made import claim, report

ARMY = (who("Veldanian army", "military"),)
FRONT = (who("MLF", "armed-group"),)
FARMERS = (who("farmers", "civilians"),)


def rows(*held: Incident, shelf: Shelf | None = None, asked: Asked | None = None) -> list[dict[str, str]]:
    """The rows as a reader of CSV gets them; the reasons of the others go to ``asked``."""
    return list(csv.DictReader(forms.write("acled", shelf or Shelf(held=held), asked)))


def of(side: str, name: str = "Korvian air force") -> Who:
    """A force of a government."""
    return replace(who(name, "military"), side=side)


def test_there_are_the_31_columns_of_the_interface() -> None:
    assert len(acled.COLUMNS) == len(set(acled.COLUMNS)) == 31
    (row,) = rows(incident())
    assert tuple(row) == acled.COLUMNS


def test_a_row_says_what_the_incident_says() -> None:
    (row,) = rows(incident())
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2031-04-01", "2031", "1")
    assert (row["disorder_type"], row["event_type"]) == ("Political violence", "Explosions/Remote violence")
    assert row["sub_event_type"] == "Air/drone strike"
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == ("Veldanian air force", "1", "MLF", "2")
    assert (row["interaction"], row["civilian_targeting"]) == ("12", "")
    assert (row["location"], row["admin1"], row["geo_precision"]) == ("Dolvi", "Marn", "1")
    assert (row["latitude"], row["longitude"]) == ("-41.35", "-18.1")
    assert (row["source"], row["fatalities"]) == ("The Karsk Herald", "10")
    assert row["tags"] == "incident=i-1; origins=1; grade=fair; fatalities range=10-19"
    assert "VMC (monitor): “KARSK, April 1" in row["notes"] and "[karsk-1]" in row["notes"]
    assert "Contradicted (toll): 12 against 19." in row["notes"]


def test_the_number_of_the_dead_is_the_most_conservative_one() -> None:
    told = claim(report(), id="karsk-1#1")
    assert told.tolls  # it tells of dead, so an incident without an estimate has an unknown number
    numbers = {
        (10, 12, 19): "10",
        (None, 12, None): "12",
        (None, None, 5): "",
        (0, 2, 2): "0",
    }
    for given, printed in numbers.items():
        (row,) = rows(incident(estimates=(killed(*given),)))
        assert row["fatalities"] == printed
    (row,) = rows(incident(estimates=()))
    assert row["fatalities"] == ""
    silent = Shelf(held=(incident(estimates=()),), said=(replace(told, tolls=()),))
    (row,) = rows(shelf=silent)
    assert row["fatalities"] == "0"


@pytest.mark.parametrize(
    ("days", "precision", "day", "code"),
    [
        (Interval(date(2031, 4, 1), date(2031, 4, 2)), DatePrecision.DAY, "2031-04-01", "1"),
        (Interval(date(2031, 4, 1), date(2031, 4, 4)), DatePrecision.DAYS, "2031-04-02", "2"),
        (Interval(date(2031, 4, 1), date(2031, 4, 8)), DatePrecision.WEEK, "2031-04-04", "2"),
        (Interval(date(2031, 4, 1), date(2031, 5, 1)), DatePrecision.MONTH, "2031-04-15", "3"),
    ],
)
def test_a_stretch_of_days_is_coded_by_its_middle(
    days: Interval, precision: DatePrecision, day: str, code: str
) -> None:
    (row,) = rows(incident(days=days, date_precision=precision))
    assert (row["event_date"], row["time_precision"]) == (day, code)


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (incident(days=None, date_precision=None), "no day"),
        (incident(days=Interval(None, date(2031, 4, 2))), "no day"),
        (incident(days=Interval(date(2031, 4, 2), None)), "no day"),
        (incident(days=Interval(date(2031, 1, 1), date(2032, 1, 1)), date_precision=DatePrecision.YEAR), "no day"),
        (incident(place=None), "no place"),
        (incident(place=where(None, None)), "no place"),
        (incident(place=replace(where(), precision=WherePrecision.COUNTRY)), "no place"),
        (incident(happening=Happening.STATEMENT), "no type"),
        (incident(happening=Happening.OTHER_VIOLENCE, perpetrators=(), targets=()), "no type"),
    ],
)
def test_what_is_no_event_of_acled_is_counted_with_its_reason(odd: Incident, reason: str) -> None:
    asked = Asked()
    assert rows(odd, asked=asked) == []
    assert [(reason in said, number) for said, number in asked.left.items()] == [(True, 1)]


@pytest.mark.parametrize("happening", list(Happening))
def test_every_happening_is_coded_with_a_known_type_or_not_at_all(happening: Happening) -> None:
    for first in (None, *Inter):
        for second in (None, *Inter):
            kind = event_type(incident(happening=happening), first, second)
            assert kind is None or (kind[0] in TYPES and kind[1] in TYPES[kind[0]])
            assert kind is None or disorder(kind[0]) in {"Political violence", "Strategic developments"}


TYPES = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
"""The sub-event types of the codebook that are no demonstrations."""


@pytest.mark.parametrize(
    ("happening", "by", "against", "sub"),
    [
        (Happening.TERRITORY_GAINED, ARMY, FRONT, "Government regains territory"),
        (Happening.TERRITORY_GAINED, FRONT, ARMY, "Non-state actor overtakes territory"),
        (Happening.ASSASSINATION, FRONT, FARMERS, "Attack"),
        (Happening.ASSASSINATION, FRONT, ARMY, "Armed clash"),
        (Happening.OTHER_VIOLENCE, ARMY, FARMERS, "Attack"),
        (Happening.WITHDRAWAL, ARMY, (), "Change to group/activity"),
    ],
)
def test_who_did_it_to_whom_settles_the_type(
    happening: Happening, by: tuple[Who, ...], against: tuple[Who, ...], sub: str
) -> None:
    (row,) = rows(incident(happening=happening, perpetrators=by, targets=against))
    assert row["sub_event_type"] == sub


def test_forces_of_another_country_are_external() -> None:
    assert inter(of("xw-gov"), "XV") is Inter.EXTERNAL
    assert inter(of("xv-gov"), "XV") is Inter.STATE
    assert inter(of("xw-gov"), None) is Inter.STATE
    assert inter(who("strangers", "riders"), "XV") is None


def test_a_side_is_what_its_first_armed_actor_is() -> None:
    assert side((*FARMERS, *FRONT), "XV") is Inter.REBEL
    assert side(FARMERS, "XV") is Inter.CIVILIANS
    assert side((), "XV") is None
    (row,) = rows(incident(targets=(*FARMERS, *FRONT)))
    assert (row["actor2"], row["assoc_actor_2"], row["inter2"]) == ("MLF", "farmers", "2")


def test_an_actor_with_a_name_stands_before_one_that_is_only_described() -> None:
    troops = replace(who("troops", "military"), described=True)
    (row,) = rows(incident(perpetrators=(troops, *ARMY)))
    assert (row["actor1"], row["assoc_actor_1"]) == ("Veldanian army", "troops")


@pytest.mark.parametrize("form", ["acled", "plover", "ucdp"])
def test_a_running_total_is_no_event(form: str) -> None:
    told = claim(report(), id="karsk-1#1")
    total = replace(told, tolls=tuple(replace(toll, cumulative=True) for toll in told.tolls))
    for odd in (total, replace(told, container=True)):
        asked = Asked()
        lines = list(forms.write(form, Shelf(held=(incident(),), said=(odd,)), asked))
        assert len(lines) == (0 if form == "plover" else 1)
        assert "totals" in " ".join(asked.left)


def test_violence_against_civilians_is_marked() -> None:
    (row,) = rows(incident(targets=FARMERS))
    assert (row["civilian_targeting"], row["interaction"]) == ("Civilian targeting", "17")
    (arrest,) = rows(incident(happening=Happening.ARREST, targets=FARMERS))
    assert arrest["civilian_targeting"] == ""


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (Inter.REBEL, Inter.STATE, 12),
        (Inter.STATE, None, 10),
        (None, Inter.CIVILIANS, 70),
        (Inter.EXTERNAL, Inter.CIVILIANS, 78),
        (None, None, None),
    ],
)
def test_the_interaction_is_the_lowest_joint_number(
    first: Inter | None, second: Inter | None, code: int | None
) -> None:
    assert interaction(first, second) == code


def test_known_countries_have_their_numbers_and_invented_ones_none() -> None:
    (syria,) = rows(incident("i-0a", place=replace(where(), country="SY")))
    assert (syria["iso"], syria["country"], syria["event_id_cnty"]) == ("760", "Syria", "SYR10")
    (invented,) = rows(incident())
    assert (invented["iso"], invented["country"]) == ("", "XV")
