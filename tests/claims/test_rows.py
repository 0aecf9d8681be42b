"""A row of people under one number is one count; a row with numbers of its own has as many."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Some 200 men, women and children were killed in Dolvi.", [200]),
        ("A further 11 soldiers and an unspecified number of farmers were injured in Dolvi.", [11, None]),
        ("Two soldiers, three farmers and a clerk were killed in Dolvi.", [2, 6, 3]),
    ],
)
def test_a_row(told: Told, text: str, counts: list[int | None]) -> None:
    assert sorted(map(str, (toll.best for claim in told(text) for toll in claim.tolls))) == sorted(map(str, counts))


def test_the_day_of_what_a_relative_word_says_came_about(told: Told) -> None:
    text = "Thirteen soldiers were killed near Kolm. "
    text += "The minister was told late of the attack, which had occurred on Thursday."
    assert "Thursday" in (told(text)[0].date_basis or "")
