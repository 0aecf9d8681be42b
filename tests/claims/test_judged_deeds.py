"""Who rejects a deed condemns it; who rejects what was told denies it. What is not known is not denied."""

from __future__ import annotations

import pytest

from reportedly.model.words import Stance
from tests.claims.conftest import Told


@pytest.mark.parametrize(
    "text",
    [
        "The president repudiated Monday's attack in Dolvi, which killed 12 people.",
        "The rights office rejected the “indiscriminate attack” that destroyed 20 homes in Dolvi.",
        "Jets hit Dolvi on Monday. No information about casualties, and the jets of Korvia bomb the valley.",
    ],
)
def test_denies_nothing(told: Told, text: str) -> None:
    claims = told(text)
    assert claims
    assert not any(claim.stance is Stance.DENIES for claim in claims)


@pytest.mark.parametrize(
    "text",
    [
        "Korvia rejected the reports of an attack on Dolvi.",
        "The army rejected the alleged bombing of a school in Dolvi.",
        "The army dismissed the bombing of the school in Dolvi as a fabrication.",
        "Korvia rejected any attack on Dolvi.",
    ],
)
def test_still_denies(told: Told, text: str) -> None:
    assert any(claim.stance is Stance.DENIES for claim in told(text))
