"""What is practised, made up, dreaded or believed by mistake makes no claim; what did happen beside it does."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told
from tests.claims.test_dates import days


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
