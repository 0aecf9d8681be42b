"""A report in, who moved whence and whither and which ground changed hands out."""

from __future__ import annotations

import pytest

from reportedly.model.claim import Claim
from tests.claims.conftest import Told


def moved(claim: Claim) -> str:
    """A movement in one line: kind, who, from, to, kilometres, and the place that it is told of."""
    route = claim.route
    ends = (route.whence.name if route.whence else "-", route.whither.name if route.whither else "-") if route else ()
    km = f" {route.km:g} km" if route and route.km else ""
    who = ", ".join(w.name for w in claim.perpetrators) or "-"
    place = claim.place.name if claim.place else "-"
    return f"{claim.happening.value}: {who}: {' to '.join(ends) or 'no route'}{km} @ {place}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 3rd Brigade was deployed from Dolvi to Kolm with T-90 tanks.",
            "deployment: 3rd Brigade: Dolvi to Kolm @ Kolm",
        ),
        (
            "The Veldanian army withdrew its tanks from Kolm to Dolvi on Monday.",
            "withdrawal: Veldanian army: Kolm to Dolvi @ Kolm",
        ),
        (
            "MLF fighters left Kolm for Dolvi on Monday.",
            "withdrawal: Marn Liberation Front: Kolm to Dolvi @ Kolm",
        ),
        (
            "The Veldanian army advanced 5 km towards Kolm.",
            "advance: Veldanian army: - to Kolm 5 km @ Kolm",
        ),
        (
            "MLF fighters entered Kolm on Monday.",
            "advance: Marn Liberation Front: - to Kolm @ Kolm",
        ),
    ],
)
def test_movement_has_a_route(told: Told, text: str, expected: str) -> None:
    assert [moved(claim) for claim in told(text)] == [expected]


def test_fighters_who_flee_withdraw_and_people_who_flee_are_displaced(told: Told) -> None:
    claims = told("The rebels fled Kolm on Monday. Hundreds of families fled Dolvi on Monday.")
    assert [c.happening.value for c in claims] == ["withdrawal", "displacement"]


def test_a_distance_that_says_where_is_no_length_of_the_way(told: Told) -> None:
    (claim,) = told("The Veldanian army advanced on Monday 5 km east of Kolm.")
    assert claim.route is None or claim.route.km is None


def test_each_place_of_a_list_changes_hands_by_itself(told: Told) -> None:
    claims = told("The Marn Liberation Front captured the towns of Dolvi, Harsema and Brenik on Monday.")
    assert [c.place.name for c in claims if c.place] == ["Dolvi", "Harsema", "Brenik"]
    assert len({c.id for c in claims}) == 3


def test_what_is_counted_is_counted_once(told: Told) -> None:
    claims = told("The Marn Liberation Front captured seven villages, among them Dolvi and Harsema, on Monday.")
    assert [[t.best for t in c.tolls] for c in claims if c.place] == [[7], []]


def test_who_won_lost_ground(told: Told) -> None:
    (claim,) = told("The Veldanian army lost control of Kolm to the Marn Liberation Front on Monday.")
    assert ([w.name for w in claim.perpetrators], [w.name for w in claim.targets]) == (
        ["Marn Liberation Front"],
        ["Veldanian army"],
    )


def test_ground_of_one_party_is_not_where_another_won(told: Told) -> None:
    claims = told(
        "The Veldanian army captured Dolvi on Monday. The Marn Liberation Front gained seven villages, the army said."
    )
    assert claims[-1].place is None


def test_ground_that_is_won_is_where_however_wide_and_not_what_lies_in_a_clause_about_it(told: Told) -> None:
    claims = told(
        "Government troops have captured most of Orvan province, through which the road between Dolvi and Kolm runs."
    )
    assert [c.place.name for c in claims if c.place] == ["Orvan"]
