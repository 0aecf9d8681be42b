"""A count over days of which a report tells one by one is a total, and so is what goes on telling a total."""

from __future__ import annotations

from datetime import date

import pytest

from reportedly.claims.story.totals import of_many, over_many
from reportedly.model.claim import Claim
from tests.claims.conftest import Told

STRIKE = "Shells killed 20 people in Dolvi on Thursday, the VMC said. "
SINCE = "Raids have killed 600 people in Marn since 3 October 2023. "


def _totals(claims: tuple[Claim, ...]) -> set[int | None]:
    return {toll.best for claim in claims for toll in claim.tolls if over_many(toll)}


@pytest.mark.parametrize(
    ("text", "totals"),
    [
        (STRIKE + "It said in the past six days in Dolvi 84 civilians had been killed in shelling.", {84}),
        (STRIKE + "Troops executed 48 people in Kolm earlier this week.", set()),
        (SINCE + "In Korvia, officials have announced the deaths of 24 soldiers.", {600, 24}),
        (SINCE + "On Thursday shells killed 24 soldiers in Kolm.", {600}),
        (SINCE + "Shells killed 24 soldiers in Kolm.", {600}),
    ],
)
def test_totals(told: Told, text: str, totals: set[int | None]) -> None:
    assert _totals(told(text)) & {84, 48, 600, 24} == totals


def test_the_cost_of_a_war_is_of_no_strike(told: Told) -> None:
    text = STRIKE + "More than 300,000 people have been killed and millions forced to flee their homes."
    strike, war = told(text)
    assert not of_many(strike) and of_many(war)
    assert war.days is None or war.days.start is None


def test_days_of_raids_are_many_happenings(told: Told) -> None:
    found = told(STRIKE + "Seven days of raids have left 75 people dead.")
    assert [of_many(claim) for claim in found] == [False, True]


KEPT = (
    "From 4am on 3 May 2024, when the offensive began, until midnight on 7 May 2024, the VMC recorded 406 civilian "
    "casualties in Marn. 196 casualties were recorded in Dolvi. "
)
REPORT = "The report documents the death toll in the prisons of Veldania from March 2021 until April 2024. "


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("Clashes among the groups near Kolm in less than two months have killed 350 militants.", {350: True}),
        (KEPT, {406: True, 196: True}),
        (KEPT + "On Thursday shells killed 21 people in Kolm.", {406: True, 196: True, 21: False}),
        (REPORT + "At least 1,029 people have died. Guards have killed 920.", {1029: True, 920: True}),
        ("No less than 1,029 people died in prisons\n\n" + REPORT + "1,029 people have died.", {1029: True}),
        ("The guards were held since Monday in Marn, after a gunfight that killed 10 rebels.", {10: False}),
        ("Nine people were killed in Kolm, where there has been unrest since May 3.", {9: False}),
        ("Nine people were killed in Kolm, a town that has been witnessing unrest since May 3.", {9: False}),
        ("Nine people have been killed in Kolm since May 3.", {9: True}),
        ("Rebels have staged one of their deadliest attacks in years, killing 13 soldiers near Kolm.", {13: False}),
        ("The raid, one of the deadliest in the past decade, killed 13 soldiers near Kolm.", {13: False}),
    ],
)
def test_what_somebody_keeps_count_of_is_a_total(told: Told, text: str, running: dict[int, bool]) -> None:
    tolls = [toll for claim in told(text) for toll in claim.tolls if toll.best in running]
    assert {toll.best: toll.cumulative for toll in tolls} == running
    assert all(toll.cumulative == running[toll.best] for toll in tolls if toll.best is not None)


def test_what_goes_on_with_a_total_has_its_window(told: Told) -> None:
    claims = told(STRIKE + SINCE + "In Korvia, officials have announced the deaths of 24 soldiers.")
    (last,) = (claim for claim in claims if any(toll.best == 24 for toll in claim.tolls))
    assert last.days is not None
    assert last.days.start == date(2023, 10, 3)
