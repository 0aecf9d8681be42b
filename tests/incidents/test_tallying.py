"""A stated total is held against the incidents of its days, place and parties."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from reportedly.incidents.linker import Linker
from reportedly.incidents.tallying import Stated, tallies
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim
from reportedly.model.tally import Standing, Tally
from reportedly.model.words import Stance, WherePrecision
from tests.incidents.made import DAY, DOLVI, KOLM, claim, party, place, report, toll

SINCE = DAY - timedelta(days=7)
ORVAN = ("Orvan", 40.0, 30.0)


def total(number: int, **fields: object) -> Claim:
    """So many killed in Orvan in the last week."""
    of_orvan = {"where": ORVAN, "precision": WherePrecision.PROVINCE}
    made = {"tolls": (toll(number, cumulative=True, since=SINCE),), **of_orvan} | fields
    return claim("t#1", **made)  # type: ignore[arg-type]


def checked(said: Claim, *claims: Claim) -> Sequence[Tally]:
    reports = [report(name) for name in sorted({one.report for one in claims})]
    groups = {one.id: [toll for toll in one.tolls if toll.whom] for one in claims}
    return list(tallies([Stated(said, DAY)], Linker().link(claims, reports).incidents, counted(), groups))


IN_DOLVI = claim("a#1", tolls=(toll(3),))
LATER = claim("b#1", day=DAY - timedelta(days=3), tolls=(toll(4),))
ELSEWHERE = claim("c#1", where=("Port Lemen", 45.0, 36.0), tolls=(toll(9),))
BEFORE = claim("d#1", day=DAY - timedelta(days=30), tolls=(toll(50),))


@pytest.mark.parametrize(
    ("number", "expected", "gap"),
    [(7, Standing.AGREES, 0), (12, Standing.FEWER, 5), (5, Standing.MORE, -2)],
)
def test_a_total_is_held_against_its_window_and_place(number: int, expected: Standing, gap: int) -> None:
    (found,) = checked(total(number), IN_DOLVI, LATER, ELSEWHERE, BEFORE)
    assert (found.low, found.best, found.high) == (7, 7, 7)
    assert (found.standing, found.gap) == (expected, gap)
    assert len(found.incidents) == 2
    assert found.window.start == SINCE


def test_who_is_named_narrows_and_who_is_not_stays_open() -> None:
    by_army = claim("a#1", tolls=(toll(3),), perpetrators=(party("vd-army", "veldania"),))
    by_mlf = claim("b#1", day=DAY - timedelta(days=3), tolls=(toll(4),), perpetrators=(party("mlf"),))
    by_nobody = claim("c#1", day=DAY - timedelta(days=5), tolls=(toll(2),))
    (found,) = checked(total(5, perpetrators=(party("vd-army", "veldania"),)), by_army, by_mlf, by_nobody)
    assert (found.low, found.best, found.high) == (3, 3, 5)
    assert (len(found.incidents), len(found.open)) == (1, 1)
    assert found.standing is Standing.AGREES


def test_an_open_end_does_not_agree_with_everything() -> None:
    (found,) = checked(total(300), claim("a#1", tolls=(toll(3, high=None, best=None),)))
    assert (found.high, found.standing) == (None, Standing.FEWER)


def test_what_denies_or_says_no_window_states_no_total() -> None:
    assert not checked(total(5, stance=Stance.DENIES), IN_DOLVI)
    assert not checked(total(5, tolls=(toll(5, cumulative=True),)), IN_DOLVI)
    assert not checked(total(5, tolls=(toll(5),)), IN_DOLVI)


def test_a_total_of_a_town_leaves_the_province_open() -> None:
    somewhere = claim("a#1", where=None, tolls=(toll(3),), place=place(ORVAN, WherePrecision.PROVINCE))
    (found,) = checked(total(5, where=DOLVI, precision=WherePrecision.EXACT), somewhere, claim("b#1", where=KOLM))
    assert (found.incidents, len(found.open)) == ((), 1)


def test_a_total_of_a_group_is_held_against_counts_of_that_group() -> None:
    reporters = toll(2, whom="journalists")
    shells = claim("a#1", tolls=(toll(30), reporters))
    raid = claim("b#1", where=KOLM, day=DAY - timedelta(days=3), tolls=(toll(1, whom="journalist"),))
    strike = claim("c#1", where=("Lipna", 40.4, 30.4), day=DAY - timedelta(days=5), tolls=(toll(12),))
    said = total(4, tolls=(toll(4, whom="journalists", cumulative=True, since=SINCE),))
    (found,) = checked(said, shells, raid, strike)
    assert (found.low, found.best, len(found.incidents), found.open) == (3, 3, 2, ())
    assert (found.standing, found.gap) == (Standing.FEWER, 1)


def test_a_floor_does_not_agree_with_many_times_its_number() -> None:
    floor = toll(4, high=None, cumulative=True, since=SINCE)
    (found,) = checked(total(4, tolls=(floor,)), IN_DOLVI, LATER)
    assert found.standing is Standing.MORE
    (found,) = checked(total(4, tolls=(floor,)), IN_DOLVI)
    assert found.standing is Standing.FEWER
