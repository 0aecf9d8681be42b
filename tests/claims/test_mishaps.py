"""The dead of a disaster or an accident are no toll of a war, until a report tells of violence."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("An earthquake in Teshil killed 350 people.\nMore than 2,500 were injured, officials said.", set()),
        ("A quake struck Teshil.\nOfficials said that 350 people had died.", set()),
        ("Nine people were killed when a bus fell into the Sava.\nTen of the injured were in hospital.", set()),
        ("Three guards were killed when their truck overturned near Kolm.", set()),
        ("Floods hit Marn, killing four.\nRebels attacked a post in Kolm, killing two soldiers.", {2}),
        ("A bomb in Kolm killed nine people.\nIn Dolvi a road accident killed four people.", {9}),
        ("Gunmen fired on a bus in Kolm, killing three people.\nThe bus overturned and two more people died.", {3, 2}),
        ("Shells killed three people in Dolvi, which a flood had hit in May.\nFive people were wounded.", {3, 5}),
        ("A truck bomb killed nine people in Kolm.", {9}),
    ],
)
def test_what_a_mishap_cost(told: Told, text: str, counted: set[int]) -> None:
    assert {toll.best for claim in told(text) for toll in claim.tolls} == counted
