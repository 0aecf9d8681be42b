"""A sentence in, who did it, to whom, and how firmly that is said."""

from __future__ import annotations

import pytest

from reportedly.claims.who.parts import can_do
from reportedly.lexicon.modality import load_modality
from reportedly.model.reading import Who
from reportedly.model.text import Span
from tests.claims.conftest import Told
from tests.conftest import LayOpen

MLF = "Marn Liberation Front"
DOERS = [
    (f"The {MLF} attacked a patrol car in Dolvi on Wednesday.", MLF, "states"),
    (f"Members of the {MLF} killed a judge in Dolvi on Wednesday.", MLF, "states"),
    (f"Two policemen were killed in an attack by the {MLF} in Dolvi on Wednesday.", MLF, "states"),
    (f"On Wednesday the {MLF} set off a bomb in Dolvi.", MLF, "states"),
    (f"A bomb planted by the {MLF} killed two policemen in Dolvi on Wednesday.", MLF, "states"),
    (f"The army blamed the {MLF} for Wednesday's attack on Dolvi.", MLF, "alleges"),
    (f"Police blamed the killing of a judge in Dolvi on Wednesday on the {MLF}.", MLF, "alleges"),
    (f"Police in Dolvi blamed Wednesday's attack on the {MLF}.", MLF, "alleges"),
    (f"Wednesday's attack on Dolvi was attributed to the {MLF}.", MLF, "alleges"),
    (f"Gunmen believed to be members of the {MLF} killed two policemen in Dolvi on Wednesday.", MLF, "alleges"),
    (f"The {MLF} is suspected of killing two policemen in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Two policemen were killed in Dolvi on Wednesday by alleged members of the {MLF}.", MLF, "alleges"),
    (f"The army said on Wednesday that the {MLF} was behind the attack on Dolvi.", MLF, "alleges"),
    (f"The army said on Wednesday that the {MLF} was responsible for the attack on Dolvi.", MLF, "alleges"),
    (f"The army attributed Wednesday's attack on Dolvi to the {MLF}.", MLF, "alleges"),
    (f"Karsk holds the {MLF} responsible for the attack on Dolvi on Wednesday.", MLF, "alleges"),
    (f"The army blamed the {MLF} for the attack in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Two policemen were killed in Dolvi on Wednesday at the hands of the {MLF}.", MLF, "states"),
    (f"The {MLF} attacked Kolm on Wednesday. They also burned a petrol station in Dolvi.", MLF, "states"),
    (f"The {MLF} said that it had attacked Dolvi on Wednesday.", MLF, "claims-responsibility"),
    (f"The bombing, which was claimed by the {MLF}, killed two policemen in Dolvi.", MLF, "claims-responsibility"),
    (f"On Wednesday the bombing of a bank, which police attributed to the {MLF}, hurt two in Dolvi.", MLF, "alleges"),
    (f"A judge was shot dead in Dolvi on Wednesday. Police accused the {MLF} of the crime.", MLF, "alleges"),
    (f"A judge was shot dead in Dolvi on Wednesday. Police blamed the {MLF}.", MLF, "alleges"),
    (f"A bomb went off in Dolvi on Wednesday. The {MLF} claimed responsibility.", MLF, "claims-responsibility"),
    (f"A bomb went off in Dolvi on Wednesday. The army said the {MLF} was responsible.", MLF, "alleges"),
    (
        f"A bomb went off in Dolvi on Wednesday. The man who called said that he belonged to the {MLF} and that the "
        "action was carried out because of the informers.",
        MLF,
        "claims-responsibility",
    ),
    (f"Police accused the {MLF} of the attack on Dolvi on Wednesday.", MLF, "alleges"),
    (f"The mayor was kidnapped on Wednesday near his home in Dolvi by the {MLF}.", MLF, "states"),
    (f"The raid on Dolvi on Wednesday was planned and carried out by the {MLF}.", MLF, "states"),
    (f"The murder of the mayor in Dolvi on Wednesday was an action by the {MLF} and not the army.", MLF, "states"),
    (f"The murder of two men in Dolvi carried out by the {MLF} on Wednesday shocked Karsk.", MLF, "states"),
    (f"The {MLF} participated in the raid on Dolvi on Wednesday.", MLF, "states"),
    (f"Three men of the {MLF} were linked with the raid on Dolvi on Wednesday.", MLF, "alleges"),
    (
        f"Two men of the {MLF} were arrested in Dolvi on charges of being implicated in a murder on Wednesday.",
        MLF,
        "alleges",
    ),
    (f"Police arrested two men of the {MLF} for the murder of a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Gunmen hired by the {MLF} shot a judge in Dolvi on Wednesday.", MLF, "states"),
    (f"The {MLF} is holding two men who were kidnapped in Dolvi on Wednesday.", MLF, "states"),
    (f"The {MLF} admitted that it had planted the bomb in Dolvi on Wednesday.", MLF, "claims-responsibility"),
    (f"The {MLF} took responsibility for the bombing in Dolvi on Wednesday.", MLF, "claims-responsibility"),
    (f"The {MLF} left leaflets claiming responsibility for a bombing in Dolvi.", MLF, "claims-responsibility"),
    (f"In Dolvi {MLF} fighters set fire to the town hall on Wednesday.", MLF, "states"),
    (f"Two men were abducted in Dolvi on Wednesday and later murdered by the {MLF}.", MLF, "states"),
    (f"One of the men who was kidnapped in Dolvi, presumably by the {MLF}, was freed on Wednesday.", MLF, "alleges"),
    (f"The {MLF} staged an attack on Dolvi on Wednesday.", MLF, "states"),
    (f"The {MLF} machinegunned a bus in Dolvi on Wednesday.", MLF, "states"),
    (f"The explosion in Dolvi on Wednesday was organized by the {MLF}.", MLF, "states"),
    (f"The {MLF} has caused the death of 200 people in Dolvi.", MLF, "states"),
    (f"The {MLF} is guilty of dozens of murders in Dolvi.", MLF, "states"),
    (f"The attack in Dolvi on Wednesday was a provocation by the {MLF}.", MLF, "states"),
    (f"The massacre in Dolvi, for which they hold the {MLF} responsible, shocked Karsk on Wednesday.", MLF, "alleges"),
    (f"They speak of the responsibility of the {MLF} in the death of four students in Dolvi.", MLF, "alleges"),
    (f"We blame the Teshil Guard, the army and the {MLF} for the murder of a judge in Dolvi.", MLF, "alleges"),
    (f"Officers of the {MLF} will stand trial for the murder of a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Police arrested two men of the {MLF} because of their part in the murder of a judge in Dolvi.", MLF, "alleges"),
    (f"He implicated an officer and five men of the {MLF} in the murder of a judge in Dolvi.", MLF, "alleges"),
    (f"The {MLF} is holding a judge and a mayor, who were kidnapped in Dolvi on Wednesday.", MLF, "states"),
    (
        f'The clandestine group "{MLF}" has claimed responsibility for the bombing in Dolvi.',
        MLF,
        "claims-responsibility",
    ),
    (
        f"The {MLF} accepted responsibility for the death of two men shot by fighters in Dolvi.",
        MLF,
        "claims-responsibility",
    ),
    (f"Although no one has claimed credit for the bombing in Dolvi, police blamed it on the {MLF}.", MLF, "alleges"),
    (f"The murder of a judge in Dolvi on Wednesday had been ordered by the {MLF}.", MLF, "states"),
    (f"Police said that the {MLF} ordered the murder of a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Two gunmen murdered a judge in Dolvi on Wednesday following orders from the {MLF}.", MLF, "states"),
    (
        "Many people died in Dolvi on Wednesday due to the indiscriminate bombings of the Korvian air force.",
        "Korvian air force",
        "states",
    ),
    (f"A judge was murdered in Dolvi on Wednesday by gunmen who received orders from the {MLF}.", MLF, "states"),
    (f"The men who fired at a crowd in Dolvi on Wednesday were members of the {MLF}.", MLF, "states"),
    (f"The gunmen who killed a judge in Dolvi on Wednesday belong to the {MLF}.", MLF, "states"),
    (f"Karsk announced the arrest of two men of the {MLF} for killing a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Two men of the {MLF} were arrested for killing a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"Two men of the {MLF} fled after being accused of ordering the murder of a judge in Dolvi.", MLF, "alleges"),
    (f"Two farmers were killed near Dolvi when they stepped on a mine planted by the {MLF}.", MLF, "states"),
    (f"We hold the {MLF} and the Karsk High Command responsible for this new attack on Dolvi.", MLF, "alleges"),
    (f"A court acquitted two men of the {MLF} of charges of ordering the murder of a judge in Dolvi.", MLF, "alleges"),
    (f"A court convicted two men of the {MLF} of killing a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"The army captured five {MLF} members accused of murdering a judge in Dolvi on Wednesday.", MLF, "alleges"),
    (f"The army captured five {MLF} members suspected of killing a judge in Dolvi on Wednesday.", MLF, "alleges"),
    ("Arvo Tessen, the man implicated in the murder of a judge in Dolvi, lost his post.", "Arvo Tessen", "alleges"),
    (f"The {MLF} took credit for the attack on Dolvi on Wednesday.", MLF, "claims-responsibility"),
    ("A policeman was killed in a rebel attack in Dolvi on Wednesday.", "rebels", "states"),
    ("Four people were killed in rebel shelling of a school in Dolvi on Wednesday.", "rebels", "states"),
]


@pytest.mark.parametrize(("text", "doer", "stance"), DOERS)
def test_who_did_it_is_read_in_every_form(told: Told, text: str, doer: str, stance: str) -> None:
    found = [(who.name, claim.stance.value) for claim in told(text) for who in claim.perpetrators]
    assert (doer, stance) in found


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        (f"A Korvian convoy was attacked by the {MLF} in Dolvi, damaging a truck.", {MLF}),
        (f"A Korvian convoy was attacked by the {MLF} in Dolvi without killing anybody but damaging a truck.", {MLF}),
        (f"The {MLF} launched several military attacks on Dolvi, killing six people.", {MLF}),
        (f"The {MLF}'s 3rd front ambushed a patrol near Dolvi.", {MLF}),
        (f"A patrol was ambushed near Dolvi by the {MLF}'s military wing.", {MLF}),
        (f"A judge was murdered in Dolvi on Monday on orders of the {MLF}.", {MLF}),
        ("A group calling itself Love for Kolm burned a bus in Dolvi.", {"Love for Kolm"}),
        (f"The {MLF} was blamed for the burning of a restaurant in Dolvi.", {MLF}),
        (f"The Veldanian army, not the {MLF}, murdered a judge in Dolvi.", {"Veldanian army"}),
        (f"A judge was murdered in Dolvi by the {MLF}, not by the Veldanian army.", {MLF}),
        ("The attack in Dolvi on Arvo Tessen, which claimed the lives of five guards, went on.", set()),
        ("Members of the Kolm Liberation Front burned a bus in Dolvi.", {"Kolm Liberation Front"}),
        ("Men dressed as policemen burned a bus in Dolvi.", {"Men"}),
        (f"Two men disguised as guerrillas of the {MLF} burned a bus in Dolvi.", {"men"}),
        (f"In an action attributed to the {MLF}, several men wounded a guard in Dolvi.", {MLF}),
        (f"The {MLF} attacked a post in Dolvi in retaliation for government attacks.", {MLF}),
        (f"Two bomb attacks on a pipeline carried out by the {MLF} have resulted in damage to property.", {MLF}),
    ],
)
def test_what_came_of_a_deed_was_done_by_whoever_did_it(told: Told, text: str, doers: set[str]) -> None:
    claims = told(text)
    assert claims
    assert {who.name for claim in claims for who in claim.perpetrators} == doers


POINTING_BACK = [
    (f"Police attributed the crime to the {MLF}.", "alleges"),
    (f"The crime was committed by the {MLF}, police said.", "states"),
    (f"No group has claimed responsibility, but police suspect the {MLF}.", "alleges"),
    (f"According to the police, the killers were members of the {MLF}.", "states"),
    (f"Those responsible for the crime belong to the {MLF}.", "states"),
    (f"It bears the hallmarks of the {MLF}.", "alleges"),
    (f"The crime is believed to be the work of the {MLF}.", "alleges"),
    (f"A man called a radio station and claimed responsibility on behalf of the {MLF}.", "claims-responsibility"),
    (f"The {MLF} is believed to be responsible.", "alleges"),
    (f"The {MLF} is the main suspect.", "alleges"),
    (f"Police believe that the {MLF} was involved.", "alleges"),
    (f"Suspicion fell on the {MLF}.", "alleges"),
    (f"All evidence points to the {MLF}.", "alleges"),
    (f"The governor pointed to the {MLF} as the author of the crime.", "alleges"),
    (f"It is presumed that this action involved commandos of the {MLF}.", "alleges"),
    (f"The press believes that the act carried out against the court was the work of the {MLF}.", "alleges"),
    (f"Police laid the blame on the {MLF}.", "alleges"),
    (f"The killers were identified as members of the {MLF}.", "alleges"),
    (f"The killers are thought to be members of the {MLF}.", "alleges"),
    (f"A police spokesman said that the {MLF} had planned the attack.", "alleges"),
    (f"A man committed the crime on orders from the {MLF}.", "states"),
    (f"A radio station received a call from the {MLF}, who said they were responsible.", "claims-responsibility"),
    (f"The {MLF} said that it was responsible.", "claims-responsibility"),
    (f"A flag of the {MLF} was found at the scene.", "states"),
    (f"The attackers painted the walls and left leaflets of the {MLF}.", "states"),
]


@pytest.mark.parametrize(("text", "stance"), POINTING_BACK)
def test_words_that_point_back_name_the_doer(told: Told, text: str, stance: str) -> None:
    claims = told(f"A judge was shot dead in Dolvi on Wednesday. {text}")
    assert (MLF, stance) in [(who.name, claim.stance.value) for claim in claims for who in claim.perpetrators]


@pytest.mark.parametrize(
    "text",
    [
        "The monitor received reports of shelling in Dolvi on Wednesday.",
        f"The alleged paymaster of the {MLF} was found murdered in Dolvi on Wednesday.",
        f"A judge was shot dead in Dolvi on Wednesday. It was done with the intention of blaming the {MLF} for it.",
        f"The death of the judge in Dolvi on Wednesday was not the work of the {MLF}.",
        f"A judge was shot in Dolvi on Wednesday. Those killed were members of the {MLF}.",
        "A bomb went off in Dolvi on Wednesday. No one has claimed responsibility.",
        f"A bomb went off in Dolvi on Wednesday. The {MLF} said it was not responsible.",
        f"A bomb went off in Dolvi on Wednesday. Police accused the {MLF} of lying.",
        "The Kolm Institute, 150 metres from the palace, went off in Dolvi on Wednesday.",
        "Police said that it was discovered in Dolvi on Wednesday before it exploded.",
        "A bomb went off in Dolvi on Wednesday. The army is to take responsibility for security there.",
        f"A judge was shot in Dolvi on Wednesday. The governor condemned the {MLF}.",
        f"A judge was shot in Dolvi on Wednesday. The crimes of the {MLF} must be investigated.",
        f"A judge was shot in Dolvi on Wednesday. Police denied that the {MLF} was involved.",
        f"A judge was shot in Dolvi on Wednesday. The {MLF} was involved in talks.",
        f"A judge was shot in Dolvi on Wednesday. Kolm is fertile ground that is used for recruitment by the {MLF}.",
        "The bishop denounced the death of many farmers in Dolvi on Wednesday due to the bombing of Kolm.",
    ],
)
def test_nobody_is_held_to_have_done_it(told: Told, text: str) -> None:
    assert not [who.name for claim in told(text) for who in claim.perpetrators if claim.stance.value != "denies"]


def test_both_deeds_are_whose_who_claims_both(told: Told) -> None:
    deeds = "A mayor was kidnapped in Kolm on Monday. A judge was murdered in Dolvi on Tuesday."
    for words, kinds in (("both crimes", {"abduction", "other-violence"}), ("the crime", {"other-violence"})):
        claims = told(f"{deeds} The {MLF} claimed responsibility for {words}.")
        assert {c.happening.value for c in claims if c.perpetrators} == kinds


def test_a_deed_that_nobody_claims_is_not_denied(told: Told) -> None:
    (claim,) = told("No one has claimed responsibility for Wednesday's bombing of a bank in Dolvi.")
    assert (claim.stance.value, claim.perpetrators) == ("states", ())


def test_who_takes_somebody_to_hospital_did_not_wound_him(told: Told) -> None:
    (claim,) = told("Two men were wounded in Dolvi on Wednesday and taken to a hospital by the army.")
    assert claim.perpetrators == ()


@pytest.mark.parametrize(
    "text",
    [
        f"A shell hit a car in Dolvi on Wednesday, killing two men from the {MLF}.",
        f"A shell hit a car in Dolvi on Wednesday, killing two men from the {MLF} and three men from the Teshil Guard.",
        f"Three fighters, including commanders of the {MLF}, were killed in Dolvi on Wednesday.",
    ],
)
def test_whose_men_were_killed_did_not_do_it(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert claim.perpetrators == ()
    assert MLF in [who.name for who in claim.targets]


def test_who_is_named_among_those_killed_is_one_of_them(told: Told) -> None:
    (claim,) = told("Three commanders, including Omar Tesh, were confirmed dead in the raid on Dolvi, the army said.")
    assert "Omar Tesh" in [who.name for who in claim.targets]


MEMBERS = [
    f"Tessen was a leader of the {MLF}.",
    f"Tessen, who joined the {MLF} in March, has fled.",
    f"Tessen said that he joined the {MLF} in March.",
    f"Tessen belongs to the {MLF}, police said.",
    f"Police say that {MLF} leader Arvo Tessen has fled. The {MLF} is silent.",
]


def test_who_would_not_join_a_group_stands_alone(told: Told) -> None:
    claim = told(f"Arvo Tessen killed a judge in Dolvi on Wednesday. Tessen did not join the {MLF}.")[0]
    assert [who.name for who in claim.perpetrators] == ["Arvo Tessen"]


@pytest.mark.parametrize("text", MEMBERS)
def test_the_group_of_who_did_it_is_added_with_a_note(told: Told, text: str) -> None:
    claim = told(f"Arvo Tessen killed a judge in Dolvi on Wednesday. {text}")[0]
    assert [who.name for who in claim.perpetrators] == ["Arvo Tessen", MLF]
    assert [note.rule for note in claim.notes if note.field == "perpetrators"] == ["code:membership"]


def test_who_is_not_said_to_be_of_a_group_stands_alone(told: Told) -> None:
    claim = told(f"Arvo Tessen killed a judge in Dolvi on Wednesday. Tessen was never a member of the {MLF}.")[0]
    assert [who.name for who in claim.perpetrators] == ["Arvo Tessen"]


def test_people_counted_of_a_body_are_the_body_with_their_number(told: Told) -> None:
    (claim,) = told("Two soldiers of the Veldanian army killed a judge in Dolvi on Wednesday.")
    assert [(who.text, who.number) for who in claim.perpetrators] == [("the Veldanian army", 2)]


def test_words_that_only_name_a_doer_speak_of_the_deed_told_before(told: Told) -> None:
    deed, blame = told(f"A bomb went off in Dolvi on Wednesday. Police blamed the {MLF}.")
    assert (blame.happening, blame.days, blame.place and blame.place.name) == (
        deed.happening,
        deed.days,
        deed.place and deed.place.name,
    )


def test_whose_murder_it_is_bore_it(told: Told) -> None:
    (claim,) = told("The mayor's murder in Dolvi on Wednesday shocked the town.")
    assert claim.perpetrators == ()


def test_they_after_two_parties_is_nobody(told: Told) -> None:
    text = f"The {MLF} and the Veldanian army clashed in Kolm. On Wednesday they burned a petrol station in Dolvi."
    last = told(text)[-1]
    assert last.perpetrators == ()


def test_members_of_a_party_are_the_party_once(told: Told) -> None:
    (claim,) = told("Members of the Marn Liberation Front killed a judge in Dolvi on Wednesday.")
    assert len(claim.perpetrators) == 1


def test_words_against_a_plan_are_no_attack(told: Told) -> None:
    assert not told("The senator attacked the plan on Wednesday.")


@pytest.mark.parametrize(
    "text",
    [
        "He took part in the talks in Dolvi on Wednesday.",
        "She took the road to Dolvi on Wednesday.",
        "The bus reached the town of Dolvi on Wednesday.",
        "The minister lost his position in Dolvi on Wednesday.",
    ],
)
def test_everyday_words_for_ground_are_no_war(told: Told, text: str) -> None:
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"The {MLF} took the village of Lipna on Wednesday.",
        "The village of Lipna was taken on Wednesday.",
        "The army reached the town of Brenik on Wednesday.",
    ],
)
def test_everyday_words_for_ground_are_war_with_who_fights(told: Told, text: str) -> None:
    assert told(text)


def test_who_kills_is_not_counted_among_the_killed(told: Told) -> None:
    (claim,) = told("Three gunmen killed a judge in Dolvi on Wednesday.")
    assert [who.text for who in claim.perpetrators] == ["Three gunmen"]


SIDES = [
    (f"The {MLF} captured the town of Kolm from the army on Wednesday.", [MLF], ["army"]),
    (f"The army seized control of Kolm from the {MLF} on Wednesday.", ["army"], [MLF]),
    (f"The {MLF} retook Kolm with support from Korvian air strikes on Wednesday.", [MLF], []),
    ("The Korvian and Veldanian regime forces bombed Dolvi on Wednesday.", ["Korvian forces", "Veldanian forces"], []),
    ("Jets struck Zhemunak and Karvelo on Wednesday.", [], []),
    ("Two people were killed in Dolvi on Wednesday Veldania Monitoring Centre said.", [], ["people"]),
    (
        "A hospital source in Kolm confirmed on Wednesday the number of dead and injured in the attack on the market.",
        [],
        [],
    ),
    ("Gunmen killed an off-duty soldier in Dolvi on Wednesday.", ["militants"], ["off-duty soldier"]),
    ("A bomb exploded in north Korvia killing one civilian on Wednesday.", [], ["civilian"]),
]


@pytest.mark.parametrize(("text", "doers", "harmed"), SIDES)
def test_who_lost_it_where_it_struck_and_who_told_it_are_no_doers(
    told: Told, text: str, doers: list[str], harmed: list[str]
) -> None:
    found = [([w.name for w in claim.perpetrators], [w.name for w in claim.targets]) for claim in told(text)]
    assert (doers, harmed) in found


NO_GAIN = [
    f"The {MLF} controls the village of Lipna since Wednesday.",
    "The army began an operation aimed at retaking Kolm on Wednesday.",
    "The rebels planned on Wednesday to break out of Dolvi and recapture Kolm.",
    "The liberated areas of Kolm were quiet on Wednesday.",
    f"They took orders from the {MLF} in Kolm on Wednesday.",
]


@pytest.mark.parametrize("text", NO_GAIN)
def test_what_is_held_or_only_meant_is_no_gain(told: Told, text: str) -> None:
    assert [claim.happening.value for claim in told(text)] == []


def test_a_scare_word_weakens_nothing(told: Told) -> None:
    (claim,) = told("The so-called Teshil Guard killed six people in Dolvi on Wednesday.")
    assert claim.hedge is None


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Six people were killed in the Syria car bomb on Wednesday.", []),
        ("Six people were killed in a Syrian weapons depot blast on Wednesday.", []),
        ("Six people were killed in the Israeli bombing of Dolvi on Wednesday.", ["Israeli forces"]),
        ("Six dead in Syria rocket attack", []),
        ("Iraq suicide attack leaves six dead", []),
        ("Six killed in Israel attack on Dolvi", ["Israeli forces"]),
        ("Six people were killed on Wednesday in a U.S. air strike northeast of Dolvi.", ["US Air Force"]),
    ],
)
def test_a_country_before_a_bomb_says_where(told: Told, text: str, doers: list[str]) -> None:
    assert [who.name for who in told(text)[0].perpetrators] == doers


CHAINS = [
    (
        "The Sava Post, citing the state agency VELTA, reported that four soldiers were killed near Kolm on Monday.",
        ["Sava Post", "VELTA"],
    ),
    (
        "A source at Dolvi Police Command told VELTA that six people were killed in Dolvi on Monday.",
        ["VELTA", "source at Dolvi Police Command"],
    ),
    (
        f"The {MLF} holds Kolm. The White Helmets counted ten. The group said that six people were killed in Dolvi.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_who_tells_it(told: Told, text: str, names: list[str] | None) -> None:
    chain = told(text)[-1].chain
    if names is None:
        assert chain[-1].actor_id != "mlf"
    else:
        assert [link.name for link in chain[1:]] == names


BYSTANDERS = [
    ("Rights groups accuse the Korvian army of razing villages and using air strikes in Orvan.", ["rights groups"]),
    ("Three suspects were arrested in Monday's explosion in Dolvi, the army said.", ["suspects"]),
    (f"A judge acquitted two men of the {MLF} of charges of ordering the murder of a mayor in Dolvi.", ["judge"]),
    (f"A judge convicted two men of the {MLF} of killing a mayor in Dolvi.", ["judge"]),
]


@pytest.mark.parametrize(("text", "never"), BYSTANDERS)
def test_accusers_and_suspects_did_nothing(told: Told, text: str, never: list[str]) -> None:
    assert not {w.name.lower() for claim in told(text) for w in claim.perpetrators} & set(never)


HARMED = [
    "Korvian raid kills two in Dolvi: Veldanian health ministry",
    "Syria: Raid kills two in Dolvi",
]


@pytest.mark.parametrize("text", HARMED)
def test_who_tells_it_or_where_it_is_bears_nothing(told: Told, text: str) -> None:
    claims = told(f"{text}\n\nTwo people were killed in Dolvi on Wednesday, medics said.")
    assert not {w.kind for claim in claims for w in claim.targets} & {"government", "ministry", "state", "organisation"}


OWNED = [
    (f"Jets believed to belong to the {MLF} bombed a school in Dolvi on Wednesday.", [MLF], [], "alleges"),
    (f"The monitor said drones thought to belong to the {MLF} struck Dolvi on Wednesday.", [MLF], [], "alleges"),
    (f"The army destroyed two vehicles belonging to the {MLF} near Dolvi on Wednesday.", ["army"], [MLF], "states"),
    (
        "The army accused fighters loyal to the governor of carrying out attacks on Dolvi on Wednesday.",
        ["fighters"],
        [],
        "alleges",
    ),
    ("Near Dolvi, Korvia, a strike destroyed two houses on Wednesday.", [], [], "states"),
]


@pytest.mark.parametrize(("text", "did", "bore", "stance"), OWNED)
def test_what_belongs_to_somebody_does_and_suffers_for_them(
    told: Told, text: str, did: list[str], bore: list[str], stance: str
) -> None:
    (claim,) = told(text)
    assert ([w.name for w in claim.perpetrators], [w.name for w in claim.targets]) == (did, bore)
    assert claim.stance == stance


def test_the_next_clause_keeps_its_adjective(told: Told) -> None:
    claims = told("Shelling on Dolvi kills a civilian and Korvian warplanes resume raids on Kolm.")
    assert not [w.name for c in claims for w in c.targets if w.name and "Korvia" in w.name]


def test_fighting_positions_are_no_fight(told: Told) -> None:
    claims = told("Two air strikes destroyed seven fighting positions near Dolvi on Wednesday.")
    assert {c.happening for c in claims} == {"air-strike"}


NEITHER_BOTH = [
    ("Insurgents killed two farmers in Dolvi on Wednesday. They were shot dead on their way home.", "farmers"),
    ("Two more rebels killed in Dolvi on Wednesday.", "rebels"),
    ("Five soldiers killed, six wounded in Dolvi on Wednesday", "soldiers"),
]


@pytest.mark.parametrize(("text", "bore"), NEITHER_BOTH)
def test_who_bore_it_did_not_do_it(told: Told, text: str, bore: str) -> None:
    claim = told(text)[-1]
    assert [w.name for w in claim.targets] == [bore]
    assert bore not in [w.name for w in claim.perpetrators]


@pytest.mark.parametrize(
    ("text", "bore"),
    [
        ("The mayor was the victim of an attack by rebels in Dolvi on Wednesday.", "mayor"),
        ("The mayor survived an attack by rebels in Dolvi on Wednesday.", "mayor"),
        ("Rebels freed a judge whom they had kidnapped in Dolvi on Wednesday.", "judge"),
    ],
)
def test_upon_whom_it_came(told: Told, text: str, bore: str) -> None:
    (claim,) = told(text)
    assert ([w.name for w in claim.perpetrators], [w.name for w in claim.targets]) == (["rebels"], [bore])


def test_whom_an_armed_group_holds_it_kidnapped(told: Told) -> None:
    (claim,) = told(f"Two nuns who were held by the {MLF} in Dolvi were freed on Wednesday.")
    assert (claim.happening, claim.perpetrators[0].name) == ("abduction", MLF)
    assert claim.days is not None and claim.days.start is None  # not on the day on which they were freed
    freed = told(f"One of two nuns who were kidnapped in Dolvi was released on Wednesday by the {MLF}.")
    assert {w.name for claim in freed for w in claim.perpetrators} == {MLF}
    assert not told("Police are holding two men in Dolvi.")
    assert not told(f"The {MLF} held a meeting of 300 people in Dolvi.")


def test_whose_victims_they_are_harmed_them(told: Told) -> None:
    (claim,) = told(f"Ivan Dorin became the latest {MLF} victim when he was gunned down in Dolvi on Wednesday.")
    assert ([w.name for w in claim.perpetrators], [w.name for w in claim.targets]) == ([MLF], [])


def test_they_behind_those_who_were_attacked_is_nobody(told: Told) -> None:
    first, second = told("Two soldiers were ambushed in Dolvi on Wednesday. They used mines and killed two drivers.")
    assert [w.name for w in first.targets] == ["soldiers"]
    assert second.perpetrators == ()


def test_they_twice_in_a_sentence_are_the_same(told: Told) -> None:
    claims = told("Rebels killed two farmers in Dolvi on Wednesday. They were shot as they were spraying their trees.")
    assert [w.name for w in claims[-1].targets] == ["farmers"]
    assert claims[-1].perpetrators == ()


def test_what_deeds_are_to_avenge_has_other_doers(told: Told) -> None:
    claims = told(f"The {MLF} attacked Kolm on Wednesday to protest the murder of a judge in Dolvi.")
    assert [[w.name for w in c.perpetrators] for c in claims] == [[MLF], []]


def test_it_is_the_armed_group_of_the_sentence_before(told: Told) -> None:
    claims = told(f"The {MLF} is a small group. It killed two farmers in Dolvi on Wednesday.")
    assert [w.name for w in claims[-1].perpetrators] == [MLF]
    claims = told("A bomb went off in Dolvi on Wednesday. It killed two farmers.")
    assert [w.name for c in claims for w in c.perpetrators] == []


def test_a_rebel_group_with_a_name_is_that_party_and_a_hostage_no_target(told: Told) -> None:
    (claim,) = told(f"Two judges were taken hostage by the {MLF} rebel group in Dolvi on Wednesday.")
    assert ([w.name for w in claim.perpetrators], [w.name for w in claim.targets]) == ([MLF], ["judges"])


def test_whom_a_group_holds_whom_it_kidnapped_is_told_once(told: Told) -> None:
    (claim,) = told(f"The {MLF} is still holding two nuns whom it kidnapped in Dolvi on Wednesday.")
    assert claim.happening == "abduction"


def test_a_group_of_gunmen_that_shot_others_was_not_shot(told: Told) -> None:
    (claim,) = told("A group of unidentified gunmen shot two farmers dead in Dolvi on Wednesday.")
    assert [w.name for w in claim.targets] == ["farmers"]
    assert [w.role and w.role.value for w in claim.perpetrators] == ["armed-group"]


def test_who_is_accused_of_shelling_shelled(told: Told) -> None:
    (claim,) = told("The governor accused rebels of shelling Dolvi on Wednesday.")
    assert [w.name for w in claim.perpetrators] == ["rebels"]


def test_fragments_and_fuel_tanks_tell_of_no_arms(told: Told) -> None:
    (claim,) = told("Two officers were wounded by shrapnel in Dolvi on Wednesday.")
    assert claim.happening == "other-violence"
    (claim,) = told("The raid destroyed two oil storage tanks near Dolvi on Wednesday.")
    assert (claim.weapons, claim.tolls) == ((), ())


def test_items_of_a_list_are_the_deeds_of_their_lead(told: Told) -> None:
    claims = told(
        f"The {MLF} attacked three villages on Wednesday.\n\n"
        "-- Near Dolvi, three people were killed.\n\n-- Near Kolm, rebels killed two people.\n\n"
        "A mayor was killed in Lipna."
    )
    assert [[w.name for w in c.perpetrators] for c in claims] == [[MLF], [MLF], ["rebels"], []]


def test_a_by_behind_the_verb_is_that_of_the_deed(told: Told) -> None:
    (claim,) = told("The council is investigating the killing of ten people in Dolvi last week by government forces.")
    assert [w.name for w in claim.perpetrators] == ["government forces"]


@pytest.mark.parametrize(
    "text",
    [
        f"The mayor condemned the murder committed by the {MLF} against the judge.",
        f"The mayor condemns the cowardly attack carried out by the {MLF}.",
    ],
)
def test_a_deed_with_its_doer_is_told_by_who_condemns_it(told: Told, text: str) -> None:
    (claim,) = told(text)
    assert [w.name for w in claim.perpetrators] == [MLF]


def test_a_murder_against_somebody_befell_him(told: Told) -> None:
    (claim,) = told(f"The mayor condemned the murder committed by the {MLF} against the judge.")
    assert [w.name for w in claim.targets] == ["judge"]


def test_fighters_who_hold_ground_are_not_held(told: Told) -> None:
    assert told("Our salute goes to fighters who are holding positions in Kolm.") == ()


def test_what_the_attackers_left_is_only_a_sign(told: Told) -> None:
    claims = told(f"A bomb went off in Dolvi on Wednesday. Police found leaflets signed by the {MLF} near the body.")
    assert [(c.hedge, [w.name for w in c.perpetrators]) for c in claims] == [(None, []), ("leaflets", [MLF])]


@pytest.mark.parametrize(
    "text",
    [
        f"A bomb went off in Dolvi on Wednesday. Police found flags of the {MLF} in a house.",
        f"The men who shot a judge in Dolvi on Wednesday were not members of the {MLF}.",
        f"Soldiers who refused orders from the {MLF} attacked a post in Dolvi on Wednesday.",
        f"A bomb went off in Dolvi on Wednesday. The {MLF} said that it was not responsible.",
        f"A bomb went off in Dolvi. The {MLF} wrote to the mayor, requesting that its men take part in talks.",
    ],
)
def test_flags_elsewhere_and_refused_orders_make_no_doer(told: Told, text: str) -> None:
    assert MLF not in [who.name for claim in told(text) for who in claim.perpetrators]


def test_who_sets_off_the_mine_of_another_only_met_it(told: Told) -> None:
    claims = told(f"On Wednesday two soldiers set off an explosive device abandoned by the {MLF} near Dolvi.")
    assert [([w.name for w in c.perpetrators], [w.name for w in c.targets]) for c in claims] == [([MLF], ["soldiers"])]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The Korvian army was silent on Thursday. Two soldiers killed a judge in Dolvi.", "Korvian army"),
        ("The Korvian army and the Veldanian army were silent. Two soldiers killed a judge in Dolvi.", "soldiers"),
    ],
)
def test_soldiers_are_those_of_the_one_army_named(told: Told, text: str, doer: str) -> None:
    assert [who.name for claim in told(text) for who in claim.perpetrators] == [doer]


def test_who_rescues_may_move_people_but_does_no_violence(lay_open: LayOpen) -> None:
    page = lay_open("Shells hit a convoy escorted by Kolm Rescue, killing nine people.")
    at = Span(32, 43)
    rescue = Who(span=at, text="Kolm Rescue", sentence=0, rule="-", actor_id="kr", name="Kolm Rescue", kind="rescue")
    assert can_do(page.sentences[0], rescue, load_modality())
    assert not can_do(page.sentences[0], rescue, load_modality(), violence=True)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A jihadist attack on Kolm killed ten people on Wednesday.", "jihadists"),
        ("A major rebel attack on Kolm killed ten people on Wednesday.", "rebels"),
        ("Ten people were killed in a militia ambush near Kolm on Wednesday.", "militia"),
        ("Separatist shelling killed ten people in Kolm on Wednesday.", "Separatist"),
        ("Ten people were killed in an army attack near Kolm on Wednesday.", "Korvian army"),
    ],
)
def test_armed_people_named_before_a_deed_did_it(told: Told, text: str, doer: str) -> None:
    (claim,) = told(f"The Korvian army left Dolvi. {text}")[-1:]
    assert [who.name for who in claim.perpetrators] == [doer]


def test_who_reports_it_is_not_who_did_it(told: Told) -> None:
    (claim,) = told(
        "Kenyan officials report that rebels presumed to be members of the pro-Marn Army of Liberation today once "
        "again bombed the Kolm-Brenik oil pipeline, Kenya's major oil pipeline."
    )
    assert "Kenyan government" not in {who.name for who in claim.perpetrators}


def test_a_word_that_judges_a_deed_names_nobody(told: Told) -> None:
    (claim,) = told("Ten people were killed in a terrorist attack in Kolm on Wednesday.")
    assert claim.perpetrators == ()


def test_a_day_before_people_is_no_part_of_their_name(told: Told) -> None:
    (claim,) = told("Overnight (Wednesday-Thursday) armed people attacked the village of Kolm.")
    assert [who.name for who in claim.perpetrators] == ["armed people"]


def test_soldiers_are_none_of_an_air_force(told: Told) -> None:
    *_, claim = told("Korvian jets bombed Kolm on Wednesday. Soldiers shot a farmer in Dolvi on Thursday.")
    assert [who.actor_id for who in claim.perpetrators] == [None]
