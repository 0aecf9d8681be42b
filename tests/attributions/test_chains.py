"""Chains: relays, nesting, spokesmen, pronouns and roles."""

from __future__ import annotations

import pytest

from reportedly.model.words import Role
from tests.attributions.telling import Tell, shown

CHAINS = [
    pytest.param(
        "Speaking to Northwire on condition of anonymity, a medical source said that nine people died in Kolm.",
        "nine people",
        "Northwire/agency > medical source/medic*",
        id="speaking to an agency",
    ),
    pytest.param(
        "The governor of Korvia's northern region said Major General Ivan Dravic, the deputy commander, was killed.",
        "was killed",
        "governor of Korvia's northern region/official*",
        id="a long subject is the verb's own",
    ),
    pytest.param(
        "A police source told a Northwire reporter that rockets hit a school in Kolm on Sunday.",
        "rockets",
        "Northwire/agency > police source/official*",
        id="told an agency's reporter",
    ),
    pytest.param(
        "A monitoring group on Tuesday raised the toll from air strikes on a market in Kolm the day before to 61.",
        "61",
        "monitoring group/monitor*",
        id="raised the toll",
    ),
    pytest.param(
        "The health ministry put the death toll from the blast in Kolm at 61.",
        "the blast",
        "health ministry/medic",
        id="put the toll of something",
    ),
    pytest.param(
        "A doctor at the hospital counted 12 bodies after the raid on Kolm.",
        "12 bodies",
        "doctor at the hospital/medic*",
        id="counted the bodies",
    ),
    pytest.param(
        "A reporter saw nine bodies at the scene of the raid in Kolm on Monday.",
        "Monday",
        "reporter/media*",
        id="saw the bodies",
    ),
    pytest.param(
        "Residents said they heard two explosions in Kolm.",
        "two explosions",
        "Residents/witness*",
        id="said they heard",
    ),
    pytest.param(
        "Northwire reported, citing a police officer, that the market burned.",
        "the market burned",
        "Northwire/agency > police officer/official*",
        id="citing",
    ),
    pytest.param(
        "A doctor told Northwire that twelve people were wounded.",
        "twelve people",
        "Northwire/agency > doctor/medic*",
        id="told an agency",
    ),
    pytest.param(
        "Northwire reports that an unnamed colonel was quoted by local newspapers as saying that the siege was over.",
        "the siege was over",
        "Northwire/agency > local newspapers/media* > unnamed colonel/military*",
        id="three deep",
    ),
    pytest.param(
        "The Veldania Monitoring Centre said two jets hit the market. "
        '"We are still digging," its spokesman Orin Tavel said.',
        "We are still digging",
        "Veldania Monitoring Centre/monitor",
        id="its spokesman is its mouth",
    ),
    pytest.param(
        "Northwire cites a Veldania Monitoring Centre report that says nine people died in Kolm.",
        "nine people",
        "Northwire/agency > Veldania Monitoring Centre/monitor",
        id="a report that a medium brings up",
    ),
    pytest.param(
        "Radio Orvan quoted a general as saying that the siege was over.",
        "the siege was over",
        "Radio Orvan/media > general/military*",
        id="quoted as saying",
    ),
    pytest.param(
        "Radio Orvan quoted a general saying that the siege was over.",
        "the siege was over",
        "Radio Orvan/media > general/military*",
        id="quoted saying",
    ),
    pytest.param(
        'Radio Orvan quoted the mayor: "The siege is over."',
        "The siege is over",
        "Radio Orvan/media > mayor/official*",
        id="quoted with a quotation",
    ),
    pytest.param(
        "Northwire said, quoting eyewitnesses that a number of villagers had been killed in Kolm.",
        "a number of",
        "Northwire/agency > eyewitnesses/witness*",
        id="quoting with a clause",
    ),
    pytest.param(
        "A prosecutor quoted the driver as saying that the siege was over.",
        "the siege was over",
        "prosecutor/official* > driver/witness*",
        id="whoever quotes hands on",
    ),
    pytest.param(
        "Ivan Dravic, head of the Veldania Monitoring Centre, said that nine people died.",
        "nine people died",
        "Veldania Monitoring Centre/monitor",
        id="a monitor and its head are one",
    ),
    pytest.param(
        "Sergeant Pavel Orlin said that the road was closed.",
        "the road was closed",
        "Pavel Orlin/military",
        id="a rank tells the role",
    ),
    pytest.param(
        "A military source said that the bridge was down.",
        "the bridge was down",
        "military source/military*",
        id="a word beside the source tells the role",
    ),
    pytest.param("Activists said that nine people died.", "nine people", "Activists/activist*", id="activists"),
    pytest.param(
        "State television said that the road was open.", "the road", "State television/media", id="state media"
    ),
    pytest.param(
        "There are reports that the dam has broken.",
        "the dam has broken",
        "reports/unknown*",
        id="unattributed reports",
    ),
    pytest.param(
        "The MLF said it had left Kolm.", "it had left", "Marn Liberation Front/armed-group", id="a known name"
    ),
]


@pytest.mark.parametrize(("text", "words", "wanted"), CHAINS)
def test_the_chain_of_a_sentence(tell: Tell, text: str, words: str, wanted: str) -> None:
    assert tell(text).chain(words) == wanted


ACROSS = [
    pytest.param(
        "A police officer told Northwire that the market burned. He said that nine people died.",
        "nine people died",
        "Northwire/agency > police officer/official*",
        id="he",
    ),
    pytest.param(
        "A hospital source told Northwire that the market burned. Nine people died, the source added.",
        "Nine people died",
        "Northwire/agency > hospital source/medic*",
        id="the source",
    ),
    pytest.param(
        "Six people died in Kolm, a monitor said. The Veldania Monitoring Centre said two of them were children.",
        "Six people died",
        "Veldania Monitoring Centre/monitor",
        id="a monitor that is named later",
    ),
    pytest.param(
        "The MLF said in a statement that it had left Kolm. The statement said the road was mined.",
        "the road was mined",
        "Marn Liberation Front/armed-group",
        id="a statement speaks for whoever issued it",
    ),
    pytest.param(
        "Colonel Pavel Orlin said the road was closed. Orlin said the bridge was down.",
        "the bridge was down",
        "Pavel Orlin/military",
        id="a surname",
    ),
]


@pytest.mark.parametrize(("text", "words", "wanted"), ACROSS)
def test_tellers_are_known_again(tell: Tell, text: str, words: str, wanted: str) -> None:
    assert tell(text).chain(words) == wanted


def test_the_outlet_comes_first(tell: Tell) -> None:
    found = tell("The mayor said that three shells fell on Lipna.", outlet="Marn Today")
    first = found.of("three shells").chain[0]
    assert (first.name, first.role, first.span) == ("Marn Today", Role.OUTLET, None)


def test_telling_the_outlet_itself_adds_no_link(tell: Tell) -> None:
    found = tell("A doctor told Radio Orvan that nine people died.", outlet="Radio Orvan")
    assert found.chain("nine people died") == "doctor/medic*"


CREDITS = [
    pytest.param("KARSK (Northwire) - Two shells fell on Lipna on Friday.", "Northwire/agency", id="dateline"),
    pytest.param("Two shells fell on Lipna on Friday.\n\n--Northwire", "Northwire/agency", id="at the end"),
    pytest.param("Two shells fell on Lipna on Friday. (Source: Northwire)", "Northwire/agency", id="source"),
    pytest.param("Two shells fell on Lipna, a doctor told Northwire.", "", id="no credit"),
    pytest.param("A street in Lipna. Photo: Anna Petrov/Northwire\n\nTwo shells fell.", "", id="a photo credit"),
]


@pytest.mark.parametrize(("text", "wanted"), CREDITS)
def test_a_printed_credit_is_a_link_of_the_whole_report(tell: Tell, text: str, wanted: str) -> None:
    own = tell(text, outlet="The Karsk Herald").own_voice
    assert " > ".join(shown(t) for t in own[1:]) == wanted


def test_the_credit_stands_above_every_teller(tell: Tell) -> None:
    found = tell("KARSK (Northwire) - The mayor said that two shells fell on Lipna.", outlet="The Karsk Herald")
    assert found.chain("two shells fell") == "Northwire/agency > mayor/official*"


@pytest.mark.parametrize("headline", ["Many feared dead after raid on Kolm", "Scores reported killed in Kolm"])
def test_who_is_feared_or_reported_dead_tells_nothing(tell: Tell, headline: str) -> None:
    rows = tell(f"{headline}\n\nIt rained in Kolm on Sunday.").rows()
    assert all(not source for source, _, _ in rows)


def test_a_deed_that_raises_the_toll_tells_nothing(tell: Tell) -> None:
    found = tell("The mayor spoke. A second raid on Sunday raised the toll from the siege of Kolm to nine.")
    assert not any(told.tells for told in found.attributions)
