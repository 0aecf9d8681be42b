"""Who the dead were is a claim about the deed told before, and only that."""

from __future__ import annotations

import pytest

from reportedly.lexicon.victims import ALL, SOME
from reportedly.model.words import Happening, Measure, Stance
from tests.claims.conftest import Told

STRIKE = "An air strike killed twenty people in Dolvi on Monday, the VMC said. "

SAID = [
    ("The army said the dead were militants, not civilians.", ("militants",), ALL),
    ("All of the victims were soldiers, VELTA said.", ("soldiers",), ALL),
    ("A doctor said he believed they were not regular soldiers but volunteers.", ("volunteers",), ALL),
    ("They were not civilians but terrorists, the Korvian army said.", ("terrorists",), ALL),
    ("Those killed were identified as members of the Teshil Guard.", ("Teshil Guard",), ALL),
    ("The casualties included women and children, said local sources.", ("women", "children"), SOME),
    ("The dead were mostly villagers.", ("villagers",), SOME),
    ("Most of the victims were believed to be women and children.", ("women", "children"), SOME),
    ("The rest of the dead were soldiers, the VMC said.", ("soldiers",), SOME),
]


@pytest.mark.parametrize(("sentence", "who", "rule"), SAID)
def test_who_the_dead_were_is_told_of_the_deed_before(
    told: Told, sentence: str, who: tuple[str, ...], rule: str
) -> None:
    deed, said = told(STRIKE + sentence)
    assert (said.happening, said.days, said.place) == (Happening.AIR_STRIKE, deed.days, deed.place)
    assert said.stance is Stance.STATES
    assert tuple(w.name for w in said.targets) == who
    assert not said.tolls
    assert next(n.rule for n in said.notes if n.field == "targets") == rule


SILENT = [
    "The dead were taken to Karsk.",
    "The names of the dead were not known.",
    "The number of victims was huge.",
    "The dead could be soldiers.",
    "They were glad.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_other_words_on_the_dead_say_nothing_of_who_they_were(told: Told, sentence: str) -> None:
    assert not [c for c in told(STRIKE + sentence) if any(n.field == "targets" for n in c.notes)]


def test_a_counted_part_is_a_toll(told: Told) -> None:
    claims = told(STRIKE + "Ten of those killed were children.")
    assert any(t.measure is Measure.KILLED and t.best == 10 for c in claims for t in c.tolls)
    assert not [c for c in claims if any(n.field == "targets" for n in c.notes)]


def test_without_a_deed_nobody_was_hit(told: Told) -> None:
    assert not told("The victims were mostly civilians.")


def test_an_attack_that_was_beaten_back_met_those_who_beat_it(told: Told) -> None:
    (claim,) = told("The Veldanian army repelled an MLF attack on Dolvi on Monday, VELTA said.")
    assert [w.name for w in claim.perpetrators] == ["Marn Liberation Front"]
    assert [w.name for w in claim.targets] == ["Veldanian army"]
    assert [n.rule for n in claim.notes if n.field == "outcome"] == ["en/modality/repelling"]


@pytest.mark.parametrize(
    "sentence", ["The army did not repel the attack on Dolvi.", "The army is ready to repel any attack on Dolvi."]
)
def test_an_attack_not_beaten_back_has_no_such_outcome(told: Told, sentence: str) -> None:
    assert not [n for c in told(sentence) for n in c.notes if n.field == "outcome"]
