"""A hedge weakens the words that hang on it, as written; what nobody could check is hedged from the next sentence."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told

HEDGED = [
    ("Nine people were reportedly killed in Dolvi.", "reportedly"),
    ("The Veldania Monitoring Centre initially said that nine people were killed in Dolvi.", "initially"),
    ("Unconfirmed reports said that nine people were killed in Dolvi.", "Unconfirmed"),
    ("Army officials reportedly revealed that nine people were killed in Dolvi.", "reportedly"),
    ("Nine people may have been killed in the shelling of Dolvi.", "may have"),
    ("The monitor said suspected Korvian jets bombed Dolvi on Monday.", "suspected"),
    ("Reports indicate that nine people were killed in Dolvi.", "indicate"),
    (
        "Last month there were reports of ten soldiers killed in Kolm which were never confirmed.",
        "were never confirmed",
    ),
    ("There is a 90 percent probability that a shell killed nine people in Dolvi.", "90 percent probability"),
    ("Nine people were killed in Dolvi, residents said. The report could not be verified.", "could not be verified"),
    ("Nine people were killed in Dolvi, residents said. Northwire could not verify the toll.", "could not verify"),
]


@pytest.mark.parametrize(("text", "hedge"), HEDGED)
def test_the_hedge_is_kept_as_written(told: Told, text: str, hedge: str) -> None:
    assert [claim.hedge for claim in told(text)] == [hedge]


PLAIN = [
    "Nine people were killed in Dolvi, the Veldania Monitoring Centre said.",
    "Nine people were killed in Dolvi, residents said. The army had no comment.",
    "The defence ministry indicated that nine people were killed in Dolvi.",
    "Unknown attackers killed nine people in Dolvi.",
    "The Provisional Marn Guard killed nine people in Dolvi.",
]


@pytest.mark.parametrize("text", PLAIN)
def test_a_party_that_does_not_tell_weakens_nothing(told: Told, text: str) -> None:
    assert [claim.hedge for claim in told(text)] == [None]


def test_a_hedge_stays_in_its_clause(told: Told) -> None:
    claims = told("The army may have fled after nine soldiers were killed in Dolvi.")
    assert [claim.hedge for claim in claims if claim.tolls] == [None]
