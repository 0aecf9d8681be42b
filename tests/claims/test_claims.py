"""A sentence in, the claims that a careful reader takes from it: what, when, where, how many, on whose word."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.ledger.why import days
from reportedly.model.claim import Claim
from reportedly.model.words import Measure, Stance, WherePrecision
from tests.claims.conftest import Told


def shown(claim: Claim) -> str:
    """A claim in one line: happening, days, place, killed, last teller."""
    killed = next((t.best for t in claim.tolls if t.measure is Measure.KILLED), None)
    place = claim.place.name if claim.place else "-"
    return f"{claim.happening} | {days(claim.days)} | {place} | {killed} | {claim.chain[-1].name}"


ONE_CLAIM = [
    (
        "Three people were killed when a shell hit a bakery in Dolvi on Wednesday, a doctor told Northwire.",
        "shelling | 2024-05-08 | Dolvi | 3 | doctor",
    ),
    (
        "Three soldiers were killed in clashes near Dolvi, the Veldanian army said on Friday.",
        "armed-clash | not after 2024-05-10 | Dolvi | 3 | Veldanian army",
    ),
    (
        "The Teshil Guard claimed responsibility on Friday for the car bomb that killed two policemen in Karsk a day "
        "earlier.",
        "bombing | 2024-05-09 | Karsk | 2 | Teshil Guard",
    ),
    (
        "At least 146 people have been killed in Marn province since 1 May, the Veldania Monitoring Centre said.",
        "other-violence | 2024-05-01 to 2024-05-10 | Marn | 146 | Veldania Monitoring Centre",
    ),
    (
        "The Marn Liberation Front captured the town of Brenik on Thursday.",
        "territory-gained | 2024-05-09 | Brenik | None | Radio Orvan",
    ),
    (
        "Gunmen kidnapped two nurses in Tavren on Monday, police said.",
        "abduction | 2024-05-06 | Tavren | None | police",
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), ONE_CLAIM)
def test_one_sentence_makes_one_claim(told: Told, sentence: str, wanted: str) -> None:
    assert [shown(c) for c in told(sentence)] == [wanted]


NO_CLAIM = [
    "The militia threatened to shell Dolvi.",
    "If the army attacks Kolm, the talks will end.",
    "The commander vowed to retake Brenik.",
    "The ministers signed a trade deal in Karsk on Monday.",
]


@pytest.mark.parametrize("sentence", NO_CLAIM)
def test_what_did_not_happen_makes_no_claim(told: Told, sentence: str) -> None:
    assert told(sentence) == ()


def test_two_tolls_in_two_clauses_stay_apart(told: Told) -> None:
    claims = told("Fifteen people were killed in Dolvi on Monday while six others were killed in Lipna.")
    assert sorted(t.best or 0 for c in claims for t in c.tolls) == [6, 15]
    assert {c.place.name for c in claims if c.place} == {"Dolvi", "Lipna"}


def test_a_story_goes_on_and_says_so(told: Told) -> None:
    first, second = told("An air strike hit Lipna on Tuesday, residents said.\n\nForty people were killed, they said.")
    assert (second.happening, second.days, second.place) == (first.happening, first.days, first.place)
    assert {n.field for n in second.notes if n.rule == "code:story"} == {"happening", "when", "where"}


def test_a_denial_is_tied_to_what_it_denies(told: Told) -> None:
    claims = told(
        "Three Korvian soldiers were killed near Kolm on Sunday, an officer told Northwire.\n\n"
        "The Korvian ambassador denied that three Korvian soldiers had been killed."
    )
    denial = next(c for c in claims if c.stance is Stance.DENIES)
    assert denial.denies == (claims[0].id,)


def test_blame_stays_the_word_of_who_blames(told: Told) -> None:
    (claim,) = told("The Veldanian army accused the Marn Liberation Front of shelling a school in Harsema.")
    assert claim.stance is Stance.ALLEGES
    assert [w.name for w in claim.perpetrators] == ["Marn Liberation Front"]
    assert claim.chain[-1].name == "Veldanian army"


def test_its_fighters_are_those_of_who_speaks(told: Told) -> None:
    (claim,) = told("The Marn Liberation Front said its fighters ambushed a convoy near Virm air base on Thursday.")
    assert [w.actor_id for w in claim.perpetrators] == ["mlf"]


def test_a_round_up_is_a_container(told: Told) -> None:
    (claim, *_) = told("Nineteen people were killed across Marn province on Thursday, the VMC said.")
    assert claim.container


def test_the_strikes_of_a_round_up_have_its_day(told: Told) -> None:
    claims = told(
        "An air strike killed an officer near Harsema. Activists said that 57 people were killed on Tuesday across "
        "Marn province, most of them in air strikes. The VMC said that 45 were killed in the strikes."
    )
    (found,) = (claim for claim in claims if any(toll.best == 45 for toll in claim.tolls))
    (whole,) = (claim for claim in claims if claim.container)
    assert found.days == whole.days


def test_every_value_stands_on_its_words(told: Told, tmp_path: Path) -> None:
    text = "Two jets bombed Lipna on Tuesday, killing at least 22 people, Civil Rescue of Veldania said."
    for claim in told(text):
        for span in claim.evidence:
            assert span.of(text).strip()
        for toll in claim.tolls:
            assert toll.span.of(text) == toll.text


def test_no_two_claims_of_a_report_bear_one_id(told: Told) -> None:
    text = (
        "A warplane crashed into the market of Dolvi on Tuesday, residents said. An activist group said the warplane "
        "crashed in a busy market, adding that it was not clear whether it was shot down. The army denied it."
    )
    ids = [claim.id for claim in told(text)]
    assert len(set(ids)) == len(ids)


def test_an_unnamed_teller_neither_did_it_nor_bore_it(told: Told) -> None:
    (claim, *_) = told("The Marn Liberation Front seized control of Brenik on Thursday, a military source said.")
    assert [w.name for w in (*claim.perpetrators, *claim.targets)] == ["Marn Liberation Front"]


def test_most_of_a_round_up_is_told_of_one_place(told: Told) -> None:
    """The village that no gazetteer knows lies in the province of the round-up."""
    text = (
        "The VMC said that 57 people were killed on Tuesday in Marn province, most of them as a result of air strikes "
        "on the village of Obrin. A hospital said that 45 were killed in the strikes."
    )
    most, exact = told(text)
    assert [(c.place and c.place.name, c.container) for c in (most, exact)] == [("Obrin", False)] * 2
    assert most.place and most.place.precision is WherePrecision.PROVINCE
    assert [(t.low, t.best, t.high) for t in (*most.tolls, *exact.tolls)] == [(None, None, 57), (45, 45, 45)]
    assert most.days == exact.days


@pytest.mark.parametrize("share", ["half of them", "ten of them"])
def test_a_part_of_a_round_up_moves_it_nowhere(told: Told, share: str) -> None:
    (claim,) = told(f"At least 57 people were killed on Tuesday in Marn province, {share} in air strikes on Kolm.")[:1]
    assert all(toll.low is not None for toll in claim.tolls)
