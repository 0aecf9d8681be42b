"""Who won or lost ground, and whether it was the whole of a place."""

from __future__ import annotations

import pytest

from reportedly.claims.where.portion import PART
from reportedly.model.words import Happening
from tests.claims.conftest import Told

MLF, ARMY = "Marn Liberation Front", "army"

WINNERS = [
    ("Kolm fell to the MLF in May.", [MLF]),
    ("The town of Kolm fell into the hands of the MLF in May.", [MLF]),
    ("Sirens went off in Kolm, which fell to the MLF in May.", [MLF]),
    ("The army lost Kolm to the MLF in May.", [MLF]),
    ("The army handed the town of Kolm over to the MLF in May.", [MLF]),
    ("The army on Sunday retook the town of Kolm.", [ARMY]),
    ("The MLF recaptured Kolm on Sunday.", [MLF]),
    ("The MLF won back parts of Kolm on Sunday.", [MLF]),
]

WHOLE = [
    "The MLF captured Kolm on Sunday.",
    "The MLF captured the city of Kolm on Sunday.",
    "The MLF took full control of the strategic city of Kolm on Sunday.",
    "The MLF took the towns of Kolm and Dolvi on Sunday.",
    "The army was driven out of Kolm by the MLF on Sunday.",
    "Fighting raged in Kolm. The MLF captured the city on Sunday.",
]

IN_PART = [
    "The MLF captured most of Kolm on Sunday.",
    "The MLF won back parts of Kolm on Sunday.",
    "The MLF captured two districts of Kolm on Sunday.",
    "The MLF captured several hilltops overlooking Kolm on Sunday.",
    "The MLF captured 12 villages around Kolm on Sunday.",
    "The army lost control of half of Kolm to the MLF on Sunday.",
]

NOTHING_WON = [
    "The MLF launched an offensive in Dolvi province to capture the town of Kolm.",
    "The MLF has made it a key aim of its campaign to recapture Kolm.",
]

NOTHING_LEFT = [
    "The MLF demanded that the army withdraw from Kolm.",
    "The army has rejected the demand that it leave Kolm.",
    "The war in Kolm has left two thousand people hurt in Veldania.",
    "The militia threatened to withdraw from Kolm.",
]

MOVES = [
    ("The army stepped up its offensive near Kolm on Sunday.", [ARMY]),
    ("Talks ended after the beginning of military operations of the MLF near Kolm.", [MLF]),
]


@pytest.mark.parametrize(("text", "who"), WINNERS)
def test_who_won_the_ground(told: Told, text: str, who: list[str]) -> None:
    (claim,) = told(text)
    assert claim.happening in {Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST}
    assert [w.name for w in claim.perpetrators] == who
    assert all(w.name not in who for w in claim.targets)
    assert not claim.tolls


@pytest.mark.parametrize("text", WHOLE)
def test_the_whole_place_changed_hands(told: Told, text: str) -> None:
    won = [c for c in told(text) if c.happening in {Happening.TERRITORY_GAINED, Happening.TERRITORY_LOST}]
    assert won and not any(note.field == PART for claim in won for note in claim.notes)


@pytest.mark.parametrize("text", IN_PART)
def test_a_part_of_the_place_changed_hands(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert [note.text for note in claim.notes if note.field == PART] == ["a part of the place"]


@pytest.mark.parametrize("text", NOTHING_WON)
def test_what_is_only_aimed_at_is_not_won(told: Told, text: str) -> None:
    assert all(claim.happening is Happening.ADVANCE for claim in told(text))


@pytest.mark.parametrize("text", NOTHING_LEFT)
def test_what_is_demanded_or_threatened_does_not_happen(told: Told, text: str) -> None:
    assert all(claim.happening is not Happening.WITHDRAWAL for claim in told(text))


@pytest.mark.parametrize(("text", "who"), MOVES)
def test_who_moves(told: Told, text: str, who: list[str]) -> None:
    (claim,) = (c for c in told(text) if c.happening is Happening.ADVANCE)
    assert ([w.name for w in claim.perpetrators], claim.targets) == (who, ())
