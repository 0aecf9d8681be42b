"""General words for violence may mean any violence and nothing else."""

from __future__ import annotations

import pytest

from reportedly.lexicon.linking import families
from reportedly.model.words import Happening


@pytest.mark.parametrize(
    ("left", "right", "kin"),
    [
        (Happening.OTHER_VIOLENCE, Happening.BOMBING, True),
        (Happening.ABDUCTION, Happening.OTHER_VIOLENCE, True),
        (Happening.OTHER_VIOLENCE, Happening.ARREST, False),
        (Happening.OTHER_VIOLENCE, Happening.CEASEFIRE, False),
        (Happening.BOMBING, Happening.AMBUSH, False),
        (Happening.OTHER, Happening.ARREST, True),
    ],
)
def test_which_kinds_can_be_words_for_one_thing(left: Happening, right: Happening, kin: bool) -> None:
    assert families().kin(left, right) is kin
    assert families().kin(right, left) is kin


def test_what_may_go_on_telling_of_a_bombing() -> None:
    told = families().told_by([Happening.BOMBING])
    assert {Happening.BOMBING, Happening.OTHER_VIOLENCE, Happening.INFRASTRUCTURE_DAMAGE} <= told
    assert Happening.ARREST not in told
    assert Happening.OTHER_VIOLENCE not in families().told_by([Happening.ARREST])


def test_the_bombing_goes_on_telling_of_an_air_strike_and_not_of_an_ambush() -> None:
    assert Happening.BOMBING in families().told_by([Happening.AIR_STRIKE])
    assert Happening.AIR_STRIKE in families().told_by([Happening.BOMBING])
    assert Happening.BOMBING not in families().told_by([Happening.AMBUSH])


def test_what_fits_all_is_met_under_every_family() -> None:
    table = families()
    assert table.met_under([Happening.BOMBING]) == table.names(Happening.BOMBING)
    assert table.met_under([Happening.BOMBING, Happening.ARREST]) == table.names(Happening.BOMBING) | table.names(
        Happening.ARREST
    )
    assert table.met_under([Happening.OTHER]) == frozenset().union(*table.of.values())
