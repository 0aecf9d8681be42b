"""A denial is a claim about a claim: what it says is not asserted, and what it answers is named."""

from __future__ import annotations

import pytest

from reportedly.model.words import Happening, Stance
from tests.claims.conftest import Told

ACCUSED = "Korvian jets bombed a hospital in Dolvi on Monday, the Veldanian army said. "

ANSWERS = [
    ACCUSED + "Korvia denied the accusation.",
    ACCUSED + "Korvia has rejected the claim.",
    ACCUSED + "Korvia said the accusation was baseless.",
    ACCUSED + "Korvia denied that its aircraft hit the hospital.",
    ACCUSED + "Korvia's government called the report a lie.",
    ACCUSED + "A Korvian spokesman described the claims as baseless.",
    ACCUSED + "Korvia insisted its aircraft were not involved.",
    ACCUSED + "Korvia said it had nothing to do with the attack.",
    ACCUSED + "Korvia said its pilots weren't behind it.",
    "Nine people were killed in Dolvi, residents said. The army said reports that nine people were killed were false.",
    "The toll of 57 dead in Dolvi was disputed by the Veldanian army.",
    "Officials said the mayor of Dolvi was among the dead, but his brother said that the mayor was safe and well.",
]


@pytest.mark.parametrize("text", ANSWERS)
def test_a_denial_names_what_it_denies(told: Told, text: str) -> None:
    claims = told(text)
    (denial,) = (c for c in claims if c.stance is Stance.DENIES)
    (target,) = (c for c in claims if c.stance is not Stance.DENIES)
    assert denial.denies == (target.id,)
    assert denial.happening is target.happening


@pytest.mark.parametrize(
    "text",
    [
        "The report that two guards were killed in Dolvi on Monday is absolutely unfounded.",
        "Reports that rebels had shelled Dolvi on Monday are erroneous.",
        "The erroneous report on the shelling of Dolvi on Monday was carried by an agency.",
        "A false report that rebels shelled Dolvi on Monday has spread.",
    ],
)
def test_the_outlet_itself_may_call_a_report_untrue(told: Told, text: str) -> None:
    (denial,) = told(text)
    assert (denial.stance, [t.name for t in denial.chain]) == (Stance.DENIES, ["Radio Orvan"])


def test_a_wrong_house_makes_nothing_untrue(told: Told) -> None:
    assert [c.stance for c in told("Soldiers stormed the wrong house in Dolvi and killed nine people.")] == [
        Stance.STATES
    ]


def test_a_bare_denial_has_day_and_place_of_what_it_denies(told: Told) -> None:
    target, denial = told(ACCUSED + "Korvia denied the accusation.")
    assert (denial.days, denial.place) == (target.days, target.place)
    assert denial.date_basis is None
    assert {note.field for note in denial.notes if note.rule == "code:story"} == {"happening", "when", "where"}


def test_who_denies_and_blames_another_denies(told: Told) -> None:
    claims = told(
        "A rocket hit a bus in Kolm. Korvia accused the army of firing it. The army denied that and blamed the MLF."
    )
    assert Stance.DENIES in {c.stance for c in claims}


def test_nobody_denies_the_words_of_his_own_side(told: Told) -> None:
    claims = told(
        "Korvian jets struck a depot near Dolvi on Monday, the Korvian army said. "
        "The army of Korvia denied that its jets had struck a market in Dolvi."
    )
    (denial,) = (claim for claim in claims if claim.stance is Stance.DENIES)
    assert denial.denies == ()


BEHIND = [
    "The Veldanian army accused Korvia of shelling Kolm on Monday, a charge that Korvia denies.",
    "The Veldanian army blamed Korvia for the air strike on Kolm on Monday, which Korvia denied.",
]


@pytest.mark.parametrize("text", BEHIND)
def test_a_denial_that_hangs_behind_answers_what_stands_before_it(told: Told, text: str) -> None:
    accused, denial = told(text)
    assert (accused.stance, denial.stance) == (Stance.ALLEGES, Stance.DENIES)
    assert denial.denies == (accused.id,)
    assert denial.chain[-1].name == "Korvia"
    assert "Korvia" not in {teller.name for teller in accused.chain}


def test_a_denial_said_again_denies_nothing_else(told: Told) -> None:
    claims = told(
        "Shelling killed nine people in Dolvi on Sunday, residents said. "
        "Korvia denied that its army had launched a missile attack on Kolm. “This is misinformation,” a Korvian "
        "spokesman said."
    )
    assert [c.happening for c in claims if c.stance is Stance.DENIES] == [Happening.MISSILE_STRIKE]


def test_who_stands_accused_denies_the_accusation_and_not_what_was_told_last(told: Told) -> None:
    claims = told(
        "Nine people were killed in air strikes on Dolvi on Monday. "
        "The council blamed the Korvian air force for the strikes. "
        "The minister said that the strikes had been carried out by foreign aircraft. "
        "Korvia denied that it had struck Dolvi."
    )
    (denial,) = (c for c in claims if c.stance is Stance.DENIES)
    (accused,) = (c for c in claims if c.stance is Stance.ALLEGES)
    assert denial.denies[0] == accused.id


SEVERAL = [
    "Korvian jets struck a school in Dolvi on Tuesday, killing nine people, residents said. A clinic in Kolm was hit "
    "by another air strike that killed three, doctors said. Korvia denied that it had struck the school or the clinic.",
    "The Korvian air force bombed Dolvi on Monday, residents said. Korvian jets hit Kolm on Tuesday, the Veldania "
    "Monitoring Centre said. Korvia denied that it had carried out any air strikes.",
]


@pytest.mark.parametrize("text", SEVERAL)
def test_one_denial_answers_all_that_it_denies(told: Told, text: str) -> None:
    claims = told(text)
    (denial,) = (c for c in claims if c.stance is Stance.DENIES)
    assert set(denial.denies) == {c.id for c in claims if c.stance is not Stance.DENIES}


def test_accusations_are_denied_one_by_one(told: Told) -> None:
    claims = told(
        "The Korvian army shelled Dolvi on Monday, residents said. Korvian soldiers shot dead four people in Kolm on "
        "Tuesday, doctors said. Korvia denied the accusations."
    )
    denied = {c.denies for c in claims if c.stance is Stance.DENIES}
    assert denied == {(c.id,) for c in claims if c.stance is not Stance.DENIES}


WHOSE = [
    ("The Veldanian army rejected Korvia's claim that it had shelled Kolm.", "Korvia"),
    ("The Veldanian army disagreed with the claim by Korvia.", "Korvia"),
    ("The Veldanian army dismissed the Veldania Monitoring Centre's report.", "Veldania Monitoring Centre"),
]


@pytest.mark.parametrize(("denial", "whose"), WHOSE)
def test_who_names_whose_claim_he_denies_answers_that_one(told: Told, denial: str, whose: str) -> None:
    claims = told(
        "Korvia said that Veldanian shells had killed nine people in Kolm on Monday. The Veldania Monitoring Centre "
        "said that a Veldanian air strike killed four in Dolvi on Tuesday. Doctors said two people died in Lipna. "
        + denial
    )
    by_id = {c.id: c for c in claims}
    (denied,) = (c for c in claims if c.stance is Stance.DENIES)
    assert by_id[denied.denies[0]].chain[-1].name == whose


def test_who_denies_behind_who_blames_is_who_denies(told: Told) -> None:
    claims = told("The army blamed Korvia for the attack on Dolvi on Monday and Korvia denied the claim.")
    (denied,) = (c for c in claims if c.stance is Stance.DENIES)
    assert denied.chain[-1].name == "Korvia"


STANDS = [
    "The ministry said that the attack on its pilot in Kolm will not go unpunished.",
    "A resident of Dolvi said that the bombardment had not stopped since Monday.",
    "No group has claimed responsibility for the bombing in Kolm on Monday.",
    "The minister said that aid had not been distributed in Dolvi because of the intensity of the raids.",
    "The president said that the gas attack in Kolm cannot be tolerated.",
]


@pytest.mark.parametrize("text", STANDS)
def test_a_negation_of_something_else_denies_no_happening(told: Told, text: str) -> None:
    assert all(c.stance is not Stance.DENIES for c in told(text))


NOT_SO = [
    "The army said there had been no strike on Dolvi on Monday.",
    "Korvia said that no raid on Dolvi took place on Monday.",
    "The army said that the attack on Kolm never happened.",
    "Korvia said that no Korvian officers were participating in the advance on Kolm.",
    "Korvia said that its jets had not struck Dolvi.",
]


@pytest.mark.parametrize("text", NOT_SO)
def test_who_says_that_it_did_not_come_about_denies_it(told: Told, text: str) -> None:
    assert [c.stance for c in told(text)] == [Stance.DENIES]


NO_DENIAL = [
    ACCUSED + "Korvia did not deny the accusation.",
    ACCUSED + "Korvia had no comment.",
    ACCUSED + "Nobody denied the accusation.",
    ACCUSED + "The report could not be verified.",
    ACCUSED + "Korvia called the report a success.",
]


@pytest.mark.parametrize("text", NO_DENIAL)
def test_silence_denies_nothing(told: Told, text: str) -> None:
    assert [c.stance for c in told(text)] == [Stance.STATES]


def test_a_denied_plan_is_a_denial(told: Told) -> None:
    (claim,) = told("The speaker of the Korvian parliament denied that Korvia would send ground troops to Marn.")
    assert claim.stance is Stance.DENIES


def test_what_a_party_says_it_will_not_do_is_denied(told: Told) -> None:
    (claim,) = told("The Veldanian army said it would not send ground troops to Marn.")
    assert claim.stance is Stance.DENIES


def test_a_denial_answers_what_its_own_sentence_sets_it_against(told: Told) -> None:
    claims = told(
        "The Veldanian army widened its operations near Kolm in May. Although the Veldanian army has insisted that it "
        "will not conduct ground operations in Marn, reports indicate that the army has been sending troops to Marn."
    )
    (denial,) = (c for c in claims if c.stance is Stance.DENIES)
    (target,) = (c for c in claims if c.id in denial.denies)
    assert target.chain[-1].name == "reports"


def test_an_offensive_in_a_place_is_told(told: Told) -> None:
    (claim,) = told("Veldanian troops launched a ground offensive in Marn on Monday.")
    assert claim.happening is Happening.ADVANCE


NOTHING = [
    "The Veldanian army did not deny that it had shelled Dolvi.",
    "The army said it would not shell Dolvi if the rebels attacked Kolm.",
    "The army was about to attack Kolm.",
    "It was not immediately clear whether the army had shelled Dolvi.",
    "Did the army shell Dolvi?",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_nobody_asserts_or_denies_is_no_claim(told: Told, text: str) -> None:
    assert told(text) == ()


def test_a_stated_contradiction_gives_both_counts_their_tellers(told: Told) -> None:
    claims = told(
        "While the Veldania Monitoring Centre put the toll in Dolvi at 57, the army said 45 people were killed."
    )
    assert [(c.chain[-1].name, c.tolls[0].best) for c in claims] == [("Veldania Monitoring Centre", 57), ("army", 45)]


UNTRUE = [
    "The reports spread by the rebels on the shelling of Dolvi by the army are an absolute lie, the ministry reported.",
    "The ministry said the report that the army allegedly shelled Dolvi does not correspond to reality.",
    "The ministry said there had been neither shelling nor air raids in Dolvi.",
]


@pytest.mark.parametrize("text", UNTRUE)
def test_what_somebody_calls_untrue_is_denied(told: Told, text: str) -> None:
    assert {claim.stance for claim in told(text)} == {"denies"}


def test_a_report_that_begins_with_the_denial_tells_the_accusation_afterwards(told: Told) -> None:
    denial, accusation = told(
        "Korvia denied on Tuesday that its warplanes were behind the bombing of a wedding in Dolvi. Residents accused "
        "Korvia of carrying out a strike that hit the wedding hall in Dolvi."
    )
    assert (denial.stance, accusation.stance) == (Stance.DENIES, Stance.ALLEGES)
    assert denial.denies == (accusation.id,)


@pytest.mark.parametrize(
    "text",
    [
        "The Korvian army denied any role in the blast in Kolm that killed nine people.",
        "The Korvian army denied responsibility for the blast in Kolm that killed nine people.",
        "The Korvian army denied any involvement in Wednesday's shelling of Kolm, which killed nine people.",
    ],
)
def test_what_a_denial_of_a_part_in_it_leaves_standing_is_told(told: Told, text: str) -> None:
    found = {claim.stance: [toll.best for toll in claim.tolls] for claim in told(text)}
    assert found == {Stance.DENIES: [], Stance.STATES: [9]}
