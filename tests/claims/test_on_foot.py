"""A raid of which nobody is said to have done it is an air strike, unless the report's doers go on foot."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told

RAID = " The raid wounded six others."


@pytest.mark.parametrize(
    ("text", "happening"),
    [
        ("Marn Liberation Front gunmen killed nine people in Dolvi." + RAID, "other-violence"),
        ("Korvian jets killed nine people in Dolvi." + RAID, "air-strike"),
        ("Nine people died in Dolvi." + RAID, "air-strike"),
    ],
)
def test_a_raid_is_as_the_doers_can_make_it(told: Told, text: str, happening: str) -> None:
    assert told(text)[-1].happening.value == happening
