"""A sentence in which people do harm to somebody in, how many were harmed out: never the number of who did it."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("Two gunmen killed the mayor in Dolvi.", [("killed", 1)]),
        ("Two gunmen killed Arvo Tesh in Dolvi on Wednesday.", [("killed", 1)]),
        ("A group of gunmen killed a judge in Dolvi.", [("killed", 1)]),
        ("Several men last night wounded a watchman in Dolvi.", [("wounded", 1)]),
        ("Several gunmen killed two judges in Dolvi.", [("killed", 2)]),
        ("Two gunmen killed in Dolvi on Wednesday were brothers.", [("killed", 2)]),
    ],
)
def test_who_did_it_is_not_counted_among_the_harmed(told: Told, text: str, tolls: list[tuple[str, int]]) -> None:
    (claim,) = told(text)
    assert [(t.measure.value, t.best) for t in claim.tolls] == tolls
