"""Words for an attack with what says that it came about in, a claim out; and those that only could come about."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("An explosion rocked the centre of Karsk.", "bombing"),
        ("The attack caused heavy damage to a bank in Dolvi.", "other-violence"),
        ("There was a bomb attack in Dolvi on Monday.", "bombing"),
        ("The mayor escaped unhurt from an attack in Dolvi.", "other-violence"),
        ("The mayor survived an attack in Dolvi.", "other-violence"),
        ("The bank in Dolvi was the target of a bomb attack.", "bombing"),
        ("Rebels toppled six pylons near Kolm.", "infrastructure-damage"),
        ("Gunmen riddled his car with bullets in Dolvi.", "other-violence"),
        ("Rebels tried to kill the mayor in Dolvi on Monday.", "other-violence"),
        ("Two men attempted to kidnap a clerk in Dolvi.", "abduction"),
        ("A terrorist act was carried out in Dolvi.", "other-violence"),
    ],
)
def test_it_came_about(told: Told, text: str, happening: str) -> None:
    assert [c.happening.value for c in told(text)] == [happening]


def test_how_the_doers_got_away_is_no_movement_of_forces(told: Told) -> None:
    claims = told("A gunman shot two guards in Dolvi and then fled through the grounds of a mill.")
    assert [c.happening.value for c in claims] == ["other-violence"]


@pytest.mark.parametrize(
    "text",
    [
        "There is a risk of an attack in Dolvi.",
        "There was a threat of an attack in Dolvi.",
        "The bank could be the target of a bomb attack.",
        "The army listed him as one of the targets of this strike.",
        "A woman who survived the attack told her story.",
        "Court clerks have been on strike since Monday.",
        "Rebels are trying to kill the mayor of Dolvi.",
        "The army tried to take Dolvi.",
        "A woman tried to kill herself in Dolvi.",
        "It is unclear how many rebels have died in Dolvi.",
        "The talks will go on until Korvia withdraws its troops from Orvan.",
    ],
)
def test_it_did_not(told: Told, text: str) -> None:
    assert told(text) == ()


def test_an_attempt_on_a_life_counts_nobody(told: Told) -> None:
    (attempt,) = told("Rebels tried to murder the mayor in Dolvi on Monday.")
    assert not attempt.tolls


def test_a_murder_takes_no_bombing_from_its_story(told: Told) -> None:
    _, murder = told("Jets bombed three quarters of Karsk on Monday. Six priests were murdered that night.")
    assert murder.happening.value == "other-violence"
