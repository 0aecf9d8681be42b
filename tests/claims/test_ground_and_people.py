"""Verbs that people and ground may both be the object of in, what was done to which of them out."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told

ARMY = "Veldanian army"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Jets struck the village of Dolvi held by rebels on Monday.", {"air-strike"}),
        ("Nine people were killed in rebel-held Dolvi on Monday.", {"other-violence"}),
        ("Rebels held nine soldiers in Dolvi for two days.", {"abduction"}),
        ("The Veldanian army captured Dolvi on Monday.", {"territory-gained"}),
        ("The Veldanian army captured several insurgents near Dolvi on Monday.", {"arrest"}),
        ("Rebels shelled the area surrounding the palace in Dolvi on Monday.", {"shelling"}),
        ("Rebels surrounded the town of Dolvi on Monday.", {"siege"}),
        ("Rebels fired rockets on Dolvi and the Kolm district leaving eight people injured.", {"shelling"}),
        ("Rescuers pulled survivors out of Dolvi on Monday.", set()),
        ("Rescue units rushed to the scene of the explosion in Dolvi on Monday.", {"bombing"}),
        ("The Veldanian army pulled out of Dolvi on Monday.", {"withdrawal"}),
    ],
)
def test_what_is_done_depends_on_what_it_is_done_to(told: Told, text: str, kinds: set[str]) -> None:
    assert {claim.happening.value for claim in told(text)} == kinds


def test_captives_are_held_by_who_captured_them(told: Told) -> None:
    (claim,) = told("Fifteen insurgents were captured by the Veldanian army near Dolvi on Monday.")
    assert [w.name for w in claim.perpetrators] == [ARMY]


def test_a_town_that_saw_shelling_judges_nothing(told: Told) -> None:
    (claim,) = told("Karsk saw heavy shelling by the Veldanian army on Monday.")
    assert (claim.happening.value, claim.place and claim.place.name) == ("shelling", "Karsk")
    assert [w.name for w in claim.perpetrators] == [ARMY]


def test_what_towns_are_called_did_nothing(told: Told) -> None:
    claims = told("Residents were evacuated from the towns of Dolvi and Kefrin on Monday.")
    assert [w.name for claim in claims for w in claim.perpetrators] == []
