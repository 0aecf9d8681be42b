"""A sentence about a fight or a deed in, both its sides out, and nobody who only stands beside it."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told

MLF = "Marn Liberation Front"
ARMY = "Veldanian army"
FIGHTS = [
    (f"Fighting between the Veldanian army and the {MLF} killed eight people in Dolvi.", [ARMY], [MLF, "people"]),
    (f"Heavy clashes erupted on Monday between the {MLF} and the Veldanian army in Dolvi.", [MLF], [ARMY]),
    (f"Two policemen were killed in Dolvi in clashes with the {MLF}.", [MLF], ["policemen"]),
    (f"The Veldanian army clashed with the {MLF} in Dolvi on Monday.", [ARMY], [MLF]),
    (f"Two {MLF} fighters were killed in an encounter with the Veldanian army in Dolvi.", [ARMY], [MLF]),
    (f"The Veldanian army encountered fifteen {MLF} fighters near Dolvi.", [ARMY], [MLF]),
]


@pytest.mark.parametrize(("text", "did", "bore"), FIGHTS)
def test_a_fight_names_both_sides(told: Told, text: str, did: list[str], bore: list[str]) -> None:
    claim = told(text)[0]
    assert [w.name for w in claim.perpetrators] == did
    assert sorted(w.name for w in claim.targets) == sorted(bore)


DOERS = [
    ("18 killed in Korvia gunmen attack.", ["militants"]),
    ("Police accused Arvo Tessen, a former minister and leader of the Marn party, of the murder of a judge in Dolvi.",
     ["Arvo Tessen"]),
    ("The force of the explosion in Dolvi injured nine people.", []),
    ("Nine people died in the Veldanian violence on Monday.", []),
    ("The police commander's assassination in Dolvi shocked Karsk.", []),
    ("The union condemned the attack on the office of the Brenik Teachers' Federation in Dolvi.", []),
    ("The governor said that the fighting in Dolvi had killed 80 people, wounded 20 and displaced nine.", []),
    ("The Brenik Front (BFR) attacked a convoy near Dolvi.", ["Brenik Front"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), DOERS)
def test_who_only_stands_beside_a_deed_did_nothing(told: Told, text: str, names: list[str]) -> None:
    assert {w.name for claim in told(text) for w in claim.perpetrators} == set(names)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The Veldanian army raided a farm and two houses near Kolm on Monday.", ["arrest"]),
        ("Troops of the Veldanian army raided a school in Kolm on Monday, seizing explosives.", ["arrest"]),
        ("The Veldanian army raided the village of Lipna on Monday.", ["other-violence"]),
        ("The Veldanian army raided a house in Kolm on Monday, killing two men.", ["other-violence"]),
        ("Gunmen raided a farm near Kolm on Monday.", ["other-violence"]),
    ],
)
def test_an_army_that_raids_a_house_and_hurts_nobody_searched_it(told: Told, text: str, kinds: list[str]) -> None:
    assert [claim.happening.value for claim in told(text)] == kinds


def test_the_planes_of_the_air_force_are_its_own_without_an_article(told: Told) -> None:
    claims = told("Many died in Veldania on Sunday. Veldania is at war. Air Force helicopters bombed Dolvi on Monday.")
    assert [w.name for c in claims for w in c.perpetrators] == ["Veldanian air force"]


def test_attackers_do_what_they_did(told: Told) -> None:
    (claim,) = told("The attackers raided three villages near Dolvi on Monday.")
    assert (claim.happening.value, [w.name for w in claim.perpetrators]) == ("other-violence", ["attackers"])


def test_what_two_parties_do_at_once_is_two_claims(told: Told) -> None:
    claims = told(f"The Veldanian army shelled Dolvi while the {MLF} attacked Kolm.")
    assert [[w.name for w in c.perpetrators] for c in claims] == [[ARMY], [MLF]]


def test_an_object_is_shared_by_the_verbs_before_it(told: Told) -> None:
    claims = told("Soldiers have killed and executed dozens of villagers in Dolvi.")
    assert {w.name for c in claims for w in c.targets} == {"villagers"}


def test_a_persons_party_is_not_whom_its_member_names(told: Told) -> None:
    (claim,) = told("A member of the party of Governor Arvo Tessen was shot dead in Dolvi.")
    assert "Arvo Tessen" not in {w.name for w in claim.targets}


def test_letters_in_brackets_are_the_body_before_them(told: Told) -> None:
    claims = told("The Brenik Front (BFR) attacked a convoy near Dolvi. The BFR burned two houses in Kolm.")
    assert {w.name for c in claims for w in c.perpetrators} == {"Brenik Front"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed 24 people in raids on Dolvi on Monday.", "other-violence"),
        ("Korvian jets killed 24 people in raids on Dolvi on Monday.", "air-strike"),
        ("Eight people died in a bandit raid on Dolvi.", "other-violence"),
    ],
)
def test_a_raid_on_foot_is_no_air_strike(told: Told, text: str, kind: str) -> None:
    assert told(text)[0].happening.value == kind
