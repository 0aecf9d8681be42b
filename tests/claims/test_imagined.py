"""What is practised, made up, dreaded or believed by mistake makes no claim; what did happen beside it does."""

from __future__ import annotations

import pytest

from reportedly.ledger.why import days
from tests.claims.conftest import Told


@pytest.mark.parametrize(
    "text",
    [
        "During the drill on Monday soldiers attacked a village near Dolvi.",
        "In the exercise, marines stormed a ship off Port Lemen.",
        "The army carried out an exercise near Kolm, shelling targets at sea.",
        "Helicopters fired rockets at a simulated enemy post near Kolm.",
        "Residents of Dolvi said they were afraid of being bombed by the army.",
        "Villagers near Kolm were worried about being shelled.",
        "Many in Dolvi feared the risk of being attacked.",
        "In the film soldiers storm Dolvi and kill its mayor.",
        "The play tells how rebels shelled Dolvi.",
        "The video misled people into believing that the army had bombed Dolvi.",
        "The video misled viewers into believing a deadly attack was carried out in Dolvi.",
        "Police recovered shell casings in Dolvi on Friday.",
        "Refugees cross the border at night and are taken to a camp near Kolm.",
    ],
)
def test_it_did_not_happen(told: Told, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A gunman killed nine soldiers during an exercise in Dolvi.",
        "Rebels attacked Dolvi two days after the exercise.",
        "Residents were worried after the army shelled Dolvi on Monday.",
        "Gunmen opened fire during a film in Karsk and killed nine people.",
        "The army took Dolvi and was welcomed by the residents.",
    ],
)
def test_it_did(told: Told, text: str) -> None:
    assert told(text)


def test_a_deed_whose_anniversary_is_marked_was_not_on_the_day_of_the_feast(told: Told) -> None:
    (claim,) = told("Residents on Monday marked the tenth anniversary of the bombing of the market in Dolvi.")
    assert days(claim.days) == "not after 2024-05-10"


def test_what_was_avenged_is_a_deed_of_its_own(told: Told) -> None:
    bombed, died = told("Jets bombed Dolvi on Tuesday in retaliation for the death of two soldiers in Kolm on Sunday.")
    assert [days(c.days) for c in (bombed, died)] == ["2024-05-07", "2024-05-05"]
    assert not bombed.tolls and [toll.best for toll in died.tolls] == [2]


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("The army and the rebels have signed a ceasefire in Karsk.", "ceasefire"),
        ("The two sides agreed on a truce in Dolvi on Monday.", "ceasefire"),
        ("A ceasefire agreement has been reached in Karsk.", "ceasefire"),
    ],
)
def test_a_truce_that_was_made_is_told(told: Told, text: str, happening: str) -> None:
    assert [c.happening.value for c in told(text)] == [happening]


def test_a_fleet_has_aircraft_and_loses_none(told: Told) -> None:
    assert told("The fleet has 40 aircraft in Port Lemen.") == ()


@pytest.mark.parametrize("denied", ["rumours of internal discord", "reports of a rift", "claims of corruption"])
def test_a_denial_that_says_of_what_answers_nothing_else(told: Told, denied: str) -> None:
    assert len(told(f"Troops clashed with rebels in Dolvi on Monday. The ministry rejected {denied}.")) == 1


def test_a_denial_of_abuse_answers_the_deed_told(told: Told) -> None:
    deed, denial = told("The MLF said that jets had bombed Dolvi. The army denied the allegations of abuse.")
    assert denial.denies == (deed.id,)


def test_fighting_that_people_hid_from_does_not_say_how_it_was_done(told: Told) -> None:
    (claim,) = told("Jets bombed a school in Dolvi in which families were sheltering from fighting.")
    assert claim.happening.value == "air-strike"


def test_reports_tell_what_follows_without_a_that(told: Told) -> None:
    (claim,) = told("The army is investigating reports as many as 45 civilians died in an air strike on Dolvi.")
    assert claim.chain[-1].name == "reports"


@pytest.mark.parametrize(
    "text",
    [
        "The army declined to confirm that nine people were killed in Dolvi.",
        "The ministry did not immediately confirm the attack on Dolvi.",
        "The army refused to confirm the raid on Dolvi on Monday.",
    ],
)
def test_what_nobody_would_confirm_is_neither_told_nor_denied(told: Told, text: str) -> None:
    assert told(text) == ()


def test_who_was_not_able_to_confirm_it_doubts_it(told: Told) -> None:
    text = "Nine people were killed in Dolvi, residents said. The agency was not able to confirm the deaths."
    claim, *others = told(text)
    assert claim.hedge == "not able to confirm"
    assert not {"confirms", "denies"} & {c.stance.value for c in others}


def test_what_is_falsely_claimed_has_no_weight_left(told: Told) -> None:
    (claim,) = told("Posts on a website falsely claimed that jets had bombed a school in Dolvi.")
    assert claim.hedge == "falsely claimed"
