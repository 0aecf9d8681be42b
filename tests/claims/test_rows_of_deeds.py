"""What one sentence tells of two deeds, and what it only tells of where one was."""

from __future__ import annotations

import pytest

from tests.claims.conftest import Told

TWO = [
    "Hours after six rebels were killed in a clash in Kolm, four policemen were injured in a grenade attack in Dolvi.",
    "The army said that it killed ten rebels after one of its posts near Kolm was attacked by the MLF.",
    "A bomb killed a guard and wounded two as rebels fired rockets at Dolvi.",
]

ONE = [
    pytest.param("Two people died hours after a bomb exploded in Dolvi.", ["bombing"], id="what they died of"),
    pytest.param(
        "The air strike hit a road near Kolm, where there has been heavy fighting between the army and the MLF.",
        ["air-strike"],
        id="what goes on where it was",
    ),
    pytest.param("Nine people were killed amid clashes in Kolm.", ["armed-clash"], id="what they were killed in"),
    pytest.param(
        "A drone hit a shelter for displaced people in Dolvi. A school, which houses displaced families, was hit.",
        ["air-strike", "air-strike"],
        id="who is sheltered has not fled again",
    ),
    pytest.param(
        "A missile hit a house in Dolvi, which was home to 50 displaced people.",
        ["missile-strike"],
        id="nor have those whom a house holds, counted or not",
    ),
    pytest.param("Rebels stormed a base near Kolm, killing nine soldiers.", ["other-violence"], id="one assault"),
    pytest.param("A bomb hit Dolvi. Two guards were securing the area.", ["bombing"], id="no ground was won"),
    pytest.param(
        "A shell hit a guard in Dolvi. He was not seriously hurt.", ["shelling"], id="a light hurt denies nothing"
    ),
    pytest.param(
        "A shell hit Dolvi. It was not clear if any rebels had been killed or injured.", ["shelling"], id="left open"
    ),
]


@pytest.mark.parametrize("text", TWO)
def test_what_came_first_is_a_deed_of_its_own(told: Told, text: str) -> None:
    assert len(told(text)) == 2


@pytest.mark.parametrize(("text", "kinds"), ONE)
def test_what_only_says_where_or_who_is_no_deed(told: Told, text: str, kinds: list[str]) -> None:
    assert [claim.happening.value for claim in told(text)] == kinds
    assert all(claim.stance.value == "states" for claim in told(text))


def test_who_claims_a_deed_for_a_group_did_not_do_it(told: Told) -> None:
    text = "The MLF shelled Kolm. A spokesman of the MLF, Arvo Tessen, claimed responsibility for the shelling."
    assert [who.name for who in told(text)[-1].perpetrators] == ["Marn Liberation Front"]


def test_a_body_behind_a_colon_only_tells(told: Told) -> None:
    claims = told("Six soldiers martyred, three rebels killed in Kolm clash: Radio Orvan\n\nIt rained on Monday.")
    assert not {who.name for claim in claims for who in claim.perpetrators} & {"Radio Orvan"}


WORST = [
    pytest.param(
        "It was the deadliest attack in the city since rebels shelled a market in Dolvi in March, killing 80 people.",
        id="a clause",
    ),
    pytest.param(
        "It was the worst such attack since March, when rebels shelled a market in Dolvi, killing 80 people.",
        id="a month and what happened in it",
    ),
    pytest.param(
        "The attack was the worst since March, when 80 people were killed in the shelling of a market in Dolvi.",
        id="a month, in the passive",
    ),
]


@pytest.mark.parametrize("worst", WORST)
def test_what_a_deed_is_only_measured_against_is_another(told: Told, worst: str) -> None:
    text = f"A bomb killed 30 people in Kolm on Monday. {worst} The governor put the death toll at 35."
    first, rank, before, last = told(text)
    assert (before.happening.value, before.place and before.place.name) == ("shelling", "Dolvi")
    assert [toll.best for toll in before.tolls] == [80]
    assert before.days and before.days.start and before.days.start.month == 3
    for claim in (rank, last):
        assert (claim.happening, claim.days, claim.place and claim.place.name) == (first.happening, first.days, "Kolm")
    assert not rank.tolls


def test_who_the_subject_of_a_rank_killed_is_its_own(told: Told) -> None:
    claims = told("The deadliest raid since March killed 30 people in Kolm on Monday.")
    assert {claim.place and claim.place.name for claim in claims} == {"Kolm"}


def test_who_was_killed_before_fighting_began_is_not_counted_since(told: Told) -> None:
    text = "Fighting has raged in Kolm since rebels shelled the market on Monday, killing 30 people."
    (shelled,) = (claim for claim in told(text) if claim.tolls)
    assert not any(toll.cumulative for toll in shelled.tolls)
    assert (
        shelled.days and shelled.days.start and shelled.days.end and (shelled.days.end - shelled.days.start).days == 1
    )


def test_that_attack_is_the_one_told_just_before(told: Told) -> None:
    text = (
        "A shell killed twelve people in Dolvi on Monday. A market in Kolm was shelled in 2013. "
        "The governor accused the MLF of that attack, which killed ninety people."
    )
    (claim,) = (c for c in told(text) if any(toll.best == 90 for toll in c.tolls))
    assert claim.days and claim.days.start and claim.days.start.year == 2013


def test_what_is_recalled_from_years_ago_lends_its_place_to_nothing_further_on(told: Told) -> None:
    text = (
        "Rockets hit a suburb of Kolm on Monday. In 1988, the army shelled Dolvi. A doctor said that his house stood "
        "and that nobody in the street knew where the people had been brought, nor who had paid for the lorries that "
        "came to the hospital at night. The MLF put the death toll at 94."
    )
    claim = next(c for c in told(text) if any(toll.best == 94 for toll in c.tolls))
    assert (claim.place and claim.place.name, claim.days and claim.days.start) == ("Kolm", told(text)[0].days.start)  # type: ignore[union-attr]


def test_what_is_recalled_from_months_ago_lends_its_day_to_nothing_further_on(told: Told) -> None:
    text = (
        "Rockets killed eleven people in Kolm on 6 May 2024. A neighbour said that his mother had died four months "
        "before. He wrote at length of the house, of the garden behind it and of the school to which the children had "
        "gone, and that nobody in the street had known what to do. Sula Tesh, 16, was also killed."
    )
    first, *_, last = told(text)
    assert last.days == first.days


def test_what_goes_on_with_years_ago_has_no_day_of_the_story(told: Told) -> None:
    text = (
        "Tanks shelled Kolm on Monday, killing four people. In February 1982 rebels ambushed soldiers in Kolm. The "
        "army attacked the city. Estimates of the death toll vary from 2,000 to more than 5,000."
    )
    claim = next(c for c in told(text) if any(toll.low == 5000 or toll.high == 5000 for toll in c.tolls))
    assert claim.days is None or claim.days.start is None


def test_fighting_that_has_killed_since_a_day_is_counted_from_there(told: Told) -> None:
    text = "The MLF has been fighting the army since March in battles that have killed more than 600 people."
    (toll,) = (toll for claim in told(text) for toll in claim.tolls)
    assert toll.cumulative and toll.since and toll.since.month == 3
