"""Stances, negations and hedges."""

from __future__ import annotations

import pytest

from reportedly.model.words import Stance
from tests.attributions.telling import Tell

STANCES = [
    ("The mayor said that the road was closed.", "the road was closed", Stance.STATES),
    ("The militia claimed that it had shot down a drone.", "it had shot down", Stance.ALLEGES),
    ("Korvia accused the army of shelling Zhemun.", "shelling Zhemun", Stance.ALLEGES),
    ("The army denied that it had shelled Zhemun.", "it had shelled", Stance.DENIES),
    ("The army denied shelling Zhemun.", "shelling Zhemun", Stance.DENIES),
    ("The ministry dismissed the report of a raid on Ostrel.", "a raid on Ostrel", Stance.DENIES),
    ("The hospital confirmed that nine people had died.", "nine people", Stance.CONFIRMS),
    ("The army acknowledged that a shell had gone astray.", "a shell had gone", Stance.CONFIRMS),
    (
        "The MLF claimed responsibility for the bombing in Harsema.",
        "the bombing in Harsema",
        Stance.CLAIMS_RESPONSIBILITY,
    ),
    ("The army admitted to killing six men in Kolm.", "killing six", Stance.CONFIRMS),
    (
        "The MLF announced its responsibility for the bombing in Harsema.",
        "the bombing in Harsema",
        Stance.CLAIMS_RESPONSIBILITY,
    ),
    ("The MLF said one of its fighters had blown himself up.", "blown himself up", Stance.CLAIMS_RESPONSIBILITY),
    ("The ministry insisted that it would not send troops.", "send troops", Stance.DENIES),
    ("The VMC said that no aid had reached Kolm.", "aid had reached", Stance.STATES),
]


@pytest.mark.parametrize(("text", "words", "stance"), STANCES)
def test_the_stance_of_a_saying(tell: Tell, text: str, words: str, stance: Stance) -> None:
    assert tell(text).of(words).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "The army did not deny that it had shelled Zhemun.",
        "The army did not say how many shells it had fired.",
        "The ministry refused to say whether the road was safe.",
        "Korvia wants to open a second airfield.",
        "The army had no immediate comment on the raid.",
    ],
)
def test_what_is_no_assertion_tells_nothing(tell: Tell, text: str) -> None:
    assert not any(a.tells for a in tell(text).attributions)


HEDGES = [
    ("The dam was reportedly hit.", "reportedly", None),
    ("The pilots may have fled.", "may have", None),
    ("It is a 90 percent probability that the shell came from Marn.", "90 percent probability", 0.9),
    ("The report could not be independently verified.", "could not be independently verified", None),
]


@pytest.mark.parametrize(("text", "words", "degree"), HEDGES)
def test_hedges_are_kept_verbatim(tell: Tell, text: str, words: str, degree: float | None) -> None:
    found = {h.text: h for h in tell(text).hedges}
    assert words in found
    assert degree is None or found[words].degree == degree


def test_the_month_of_may_is_no_hedge(tell: Tell) -> None:
    assert tell("The siege of Kolm began on 3 May and ended in July.").hedges == ()


def test_doubt_comes_with_its_stance(tell: Tell) -> None:
    (hedge,) = tell("The toll could not be confirmed.").hedges
    assert hedge.stance is Stance.DOUBTS


def test_a_demand_turned_down_denies_nothing(tell: Tell) -> None:
    (turned,) = tell("Korvia rejected the demand to end its raids on Ostrel.").attributions
    assert (turned.stance, turned.tells) == (Stance.STATES, False)
