"""Where forces are is a claim of its own, where the sentence tells nothing else; a denial of it is a denial."""

from __future__ import annotations

import pytest

from reportedly.model.words import Happening, Stance
from tests.claims.conftest import Told

THERE = [
    "Korvia has special forces in Veldania, Northwire reported.",
    "Korvian soldiers are on the ground in Orvan, rebels said.",
    "Korvian special forces are operating in Orvan.",
    "The MLF maintains a presence in Orvan.",
    "Korvian forces set up a base near Dolvi.",
    "Korvia intervened in the war in Veldania in 2019.",
    "Korvian officers were carrying out a combat task in Orvan.",
]


@pytest.mark.parametrize("sentence", THERE)
def test_forces_said_to_be_somewhere_are_deployed_there(told: Told, sentence: str) -> None:
    (claim,) = told(sentence)
    assert (claim.happening, claim.stance) == (Happening.DEPLOYMENT, Stance.STATES)
    assert claim.place is not None


NOT_THERE = [
    "There are no Korvian troops in Veldania, the spokesman said.",
    "Korvia has no soldiers in Orvan, the minister said.",
    "Korvia denied the presence of its troops in Orvan.",
    "The Korvian ambassador rejected claims that Korvian troops were in Veldania.",
    "Korvia said that its role in Veldania was limited to training the army.",
]


@pytest.mark.parametrize("sentence", NOT_THERE)
def test_forces_said_to_be_nowhere_are_denied(told: Told, sentence: str) -> None:
    (claim,) = told(sentence)
    assert (claim.happening, claim.stance) == (Happening.DEPLOYMENT, Stance.DENIES)


EVERYDAY = [
    "The mayor has two sons in Karsk.",
    "The minister was in Dolvi on Monday.",
    "The fighters were all from Orvan.",
    "Aid workers set up a clinic near Dolvi.",
    "Korvia has troops.",
]


@pytest.mark.parametrize("sentence", EVERYDAY)
def test_everyday_presence_is_no_claim(told: Told, sentence: str) -> None:
    assert not told(sentence)


def test_presence_gives_way_to_what_happened(told: Told) -> None:
    (claim,) = told("The soldiers were in a bus in Dolvi when a bomb exploded and killed three.")
    assert claim.happening is Happening.BOMBING


def test_a_party_may_admit_what_it_denied(told: Told) -> None:
    admitted, denied = told(
        "On Wednesday Korvia said that it has special forces in Veldania. For months Korvia had said that there were "
        "no Korvian troops in Veldania."
    )
    assert (admitted.stance, denied.stance) == (Stance.STATES, Stance.DENIES)
    assert denied.denies == (admitted.id,)


def test_what_dates_a_denial_is_not_denied(told: Told) -> None:
    claims = told("Korvia has denied killing civilians since Korvian forces entered the war in 2019.")
    assert [c.stance for c in claims if c.happening is Happening.DEPLOYMENT] == [Stance.STATES]


FORCES_THERE = [
    "Korvia has insisted that it will not conduct ground operations in Veldania, but residents said that Korvia sent "
    "troops to Orvan. Footage on television showed the Korvian army's artillery being deployed outside Dolvi.",
    "A Korvian spokesman said that no Korvian officers were taking part in the advance on Dolvi. On Wednesday "
    "Korvia said that it has special forces in Veldania.",
]


@pytest.mark.parametrize("text", FORCES_THERE)
def test_who_denies_to_have_forces_there_answers_all_that_is_told_of_them(told: Told, text: str) -> None:
    claims = told(text)
    (denial,) = (c for c in claims if c.stance is Stance.DENIES)
    assert set(denial.denies) == {c.id for c in claims if c.stance is not Stance.DENIES}


def test_who_denies_to_have_forces_somewhere_says_nothing_of_others_or_elsewhere(told: Told) -> None:
    text = (
        "Residents said that Korvia had sent troops to Orvan. Korvia denied that it had sent troops to Veldania. The "
        "Marn Liberation Front has fighters in Dolvi."
    )
    first, denial, other = told(text)
    assert denial.denies == (first.id,)
    assert other.stance is Stance.STATES
