"""Words for many deeds at once tell of no one deed, and say of none when, where or by whom it was done."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told

LEAD = "Gunmen raided the village of Kolm on Wednesday, killing 15 people."


@pytest.mark.parametrize(
    "text",
    [
        "Most attacks in the province are blamed on the Marn Liberation Front.",
        "Several attacks in the area have been claimed by the Marn Liberation Front.",
        "The village has been attacked three times.",
        "The army has repeatedly bombed the village.",
        "The army has bombed hospitals many times before.",
    ],
)
def test_what_is_said_of_many_deeds_is_no_day_nor_doer_of_one(told: Told, text: str) -> None:
    first, *others = told(f"{LEAD}\n\n{text}")
    assert not first.container
    assert [claim.container for claim in others] == [True]
    assert all(claim.days != first.days for claim in others)


@pytest.mark.parametrize(
    "text",
    [
        "Several attacks shook the village on Wednesday.",
        "The attack has been claimed by the Marn Liberation Front.",
        "The attacks have killed nine people since Monday.",
        "The Marn Liberation Front has staged several attacks on Dolvi.",
    ],
)
def test_what_is_told_of_one_deed_or_counted_is_told(told: Told, text: str) -> None:
    assert not any(claim.container for claim in told(f"{LEAD}\n\n{text}"))
