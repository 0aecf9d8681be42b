"""Who a teller is: mouths of bodies, pronouns and nouns that point back, authors, carriers, pairs."""

from __future__ import annotations

import pytest

from reportedly.lexicon.lines import load
from reportedly.lexicon.passing import PassingLine
from tests.attributions.telling import Tell

POINTING = [
    pytest.param(
        "The Veldania Monitoring Centre said six died. The Karsk-based group said two were wounded.",
        "two were",
        "Veldania Monitoring Centre/monitor",
        id="a group and where it sits",
    ),
    pytest.param(
        "The Veldania Monitoring Centre said six died. The British-based human rights organisation said two died.",
        "two died",
        "Veldania Monitoring Centre/monitor",
        id="a rights group of before",
    ),
    pytest.param(
        "The Veldania Monitoring Centre said six died. The rebel group said two were wounded.",
        "two were",
        "rebel group/armed-group",
        id="a rebel group is no monitor",
    ),
    pytest.param(
        "The MLF said six died. The group said two were wounded.",
        "two were",
        "Marn Liberation Front/armed-group",
        id="the group is the party of before",
    ),
    pytest.param(
        "Colonel Ivan Petrov said six died. The officer added that two were wounded.",
        "two were",
        "Ivan Petrov/military",
        id="the officer",
    ),
    pytest.param(
        'A military source said six died. "Two were wounded in Kolm," the person said.',
        "Two were",
        "military source/military*",
        id="the person is the one without a name who spoke last",
    ),
    pytest.param(
        "Opponents of the Veldanian government said two died in Kolm.",
        "two died",
        "Opponents of the Veldanian government/unknown*",
        id="opponents of a government do not speak for it",
    ),
    pytest.param(
        "The rights figure Ana Sabrin said two died in Kolm.",
        "two died",
        "Ana Sabrin/activist",
        id="a figure is a person, not a paper",
    ),
    pytest.param(
        "A military representative said two died. The representative added that the road was open.",
        "the road",
        "military representative/military*",
        id="the representative",
    ),
    pytest.param(
        "Ivan Petrov said six died. Activists said the road was closed. They added that two were wounded.",
        "two were",
        "Activists/activist*",
        id="they",
    ),
    pytest.param(
        "Northwire reported a raid. Ivan Petrov, a doctor, said six died. "
        "The agency quoted him as saying that the road was open.",
        "the road was open",
        "Northwire/agency > Ivan Petrov/medic",
        id="quoted him",
    ),
    pytest.param(
        'Radio Orvan said six died. "We will fight on," Radio Orvan quoted him as saying.',
        "We will fight on",
        "Radio Orvan/media > None/unknown*",
        id="a broadcaster is no he",
    ),
    pytest.param(
        'Mayor Ivan Petrov said six died. "Two were wounded," they said.',
        "Two were",
        "None/unknown*",
        id="they are no single person",
    ),
    pytest.param(
        "According to the Veldania Monitoring Centre, six died, it added.",
        "six died",
        "Veldania Monitoring Centre/monitor",
        id="it is the body of the same sentence",
    ),
    pytest.param(
        "The army said a strike hit Kolm. The MLF is studying reports of a wounded child. It said nine died.",
        "nine died",
        "army/military",
        id="who studies reports does not tell them",
    ),
    pytest.param(
        "The army said the men were members of the MLF, which claimed responsibility for the raid. "
        "They were also seen in Dolvi, it said.",
        "They were",
        "army/military",
        id="it is who told of the other",
    ),
    pytest.param(
        "Ivan Petrov, a Korvian journalist, said six died. He said two were wounded.",
        "two were",
        "Ivan Petrov/media",
        id="a journalist is not the press",
    ),
    pytest.param(
        'A local radio station said six people died. "It was dark," Radio Orvan quoted a man as saying.',
        "six people died",
        "Radio Orvan/media",
        id="a lead whose next sentence names the medium",
    ),
    pytest.param(
        "Rights groups said six died. The Veldania Monitoring Centre said two died.",
        "six died",
        "Rights groups/activist*",
        id="several groups are not the one monitor",
    ),
    pytest.param(
        "State television said six died, Northwire reported. The Brenik Miners News Agency said two were wounded.",
        "two were",
        "Brenik Miners News Agency/agency",
        id="an agency by a name of its own is not the agency of before",
    ),
]

MOUTHS = [
    ("The head of the Veldania Monitoring Centre said six died.", "Veldania Monitoring Centre/monitor"),
    ("A spokesman for the Veldania Monitoring Centre said six died.", "Veldania Monitoring Centre/monitor"),
    (
        "The director of the Veldania Monitoring Centre, Ivan Dravic, said six died.",
        "Veldania Monitoring Centre/monitor",
    ),
    (
        "An activist with the Veldania Monitoring Centre said six died.",
        "activist with the Veldania Monitoring Centre/activist*",
    ),
    ('"Six died" Ivan Petrov the organizations head said.', "Ivan Petrov/unknown"),
    ("A pro-government source said that six died.", "pro-government source/unknown*"),
    ("A source on the ground told Northwire that six died.", "Northwire/agency > source on the ground/unknown*"),
    ("Opposition media reported that six died.", "Opposition media/media*"),
    ("Earlier a source at the Karsk police command said six died.", "source at the Karsk police command/official*"),
    ("A military source on Monday said six died.", "military source/military*"),
]

HANDS = [
    ("A letter from the governor said that six died.", "letter from the governor/document* > governor/official*"),
    ("A video released by the MLF showed that six died.", "video/document* > Marn Liberation Front/armed-group"),
    ("A tweet by Ivan Petrov said that six died.", "tweet by Ivan Petrov/social-media* > Ivan Petrov/unknown"),
    ("A report by the Veldania Monitoring Centre said that six died.", "Veldania Monitoring Centre/monitor"),
    ("A statement by the Teshil Guard carried by VELTA said that six died.", "VELTA/agency > Teshil Guard/armed-group"),
    ("The Teshil Guard said in a statement carried by VELTA that six died.", "VELTA/agency > Teshil Guard/armed-group"),
    ('"Six died," the general said in remarks translated by VELTA.', "VELTA/agency > general/military*"),
    (
        '"Six died," the general told state radio in comments monitored by Northwire.',
        "Northwire/agency > state radio/media > general/military*",
    ),
    ("Six died, the general said, as carried by VELTA.", "VELTA/agency > general/military*"),
    ("Northwire said six died, citing a statement by Ivan Petrov.", "Northwire/agency > Ivan Petrov/unknown"),
    ("Ivan Petrov told reporters that six died.", "Ivan Petrov/unknown"),
    ("Northwire reported that six died, according to the army.", "Northwire/agency > army/military"),
]


@pytest.mark.parametrize(("text", "words", "chain"), POINTING)
def test_a_noun_or_pronoun_means_a_teller_of_before(tell: Tell, text: str, words: str, chain: str) -> None:
    assert tell(text).chain(words) == chain


@pytest.mark.parametrize(("text", "chain"), MOUTHS)
def test_a_body_and_its_mouth_are_one_and_others_keep_their_description(tell: Tell, text: str, chain: str) -> None:
    assert tell(text).chain(text[text.lower().index("six died") :][:8]) == chain


@pytest.mark.parametrize(("text", "chain"), HANDS)
def test_carriers_stand_before_a_teller_and_authors_behind_a_document(tell: Tell, text: str, chain: str) -> None:
    assert tell(text).chain(text[text.lower().index("six died") :][:8]) == chain


@pytest.mark.parametrize("line", load("en/passing", PassingLine), ids=lambda line: line.address)
def test_words_of_passing_on_bring_a_link_and_their_counterexamples_none(tell: Tell, line: PassingLine) -> None:
    for sentence in line.yes:
        assert any(len(a.chain) > 2 for a in tell(sentence).attributions), sentence
    for sentence in line.no:
        assert all(len(a.chain) <= 2 for a in tell(sentence).attributions), sentence


@pytest.mark.parametrize("depth", [2, 3, 4])
def test_nesting_has_no_limit(tell: Tell, depth: int) -> None:
    tellers = ["Northwire", "the Veldania Monitoring Centre", "a doctor", "a driver"][:depth]
    text = " ".join(f"{who} said that" for who in tellers) + " six people died."
    assert len(tell(text[0].upper() + text[1:]).of("six people").chain) == depth + 1


def test_two_who_tell_it_together_are_one_link_with_the_other_beside(tell: Tell) -> None:
    found = tell("Both the Veldania Monitoring Centre and the MLF said six people died.").of("six people")
    assert [t.name for t in found.chain[1:]] == ["Veldania Monitoring Centre"]
    assert [(t.name, t.role.value) for t in found.chain[-1].beside] == [("Marn Liberation Front", "armed-group")]


def test_what_a_medium_released_is_its_own_word_and_what_it_aired_is_not(tell: Tell) -> None:
    assert (
        tell("Footage released by VELTA showed that six died.").chain("six died") == "Footage/document > VELTA/agency"
    )
    assert tell("Footage aired by VELTA showed that six died.").chain("six died") == "VELTA/agency > Footage/document"


def test_the_arabic_article_may_be_small(tell: Tell) -> None:
    from reportedly.lexicon.outlets import OutletKind, OutletLine, outlets

    register = outlets([OutletLine(id="al-savan", name="Al-Savan", kind=OutletKind.BROADCASTER)])
    assert [h.values[0].id for h in register.spot("The party's channel al-Savan said so.")] == ["al-savan"]
    assert tell is not None


LOST = [
    ("An official who spoke anonymously to discuss secret plans said that six died.", "said", "An official"),
    ("Nine fled, with the army blaming rebels and residents saying soldiers opened fire.", "saying", "residents"),
    ("The MLF says 18 of its fighters killed in Kolm raid", "says", "The MLF"),
]


@pytest.mark.parametrize(("text", "cue", "source"), LOST)
def test_the_speaker_is_the_subject_wherever_it_stands(tell: Tell, text: str, cue: str, source: str) -> None:
    (found,) = (a for a in tell(text).attributions if a.cue[0].of(text) == cue)
    assert found.source[0].of(text).startswith(source)


ROLES = [
    ("General Ivan Petrov of the Marn Liberation Front said that six died.", "Ivan Petrov/armed-group"),
    ("Ivan Petrov, a commander of the Veldanian army, said that six died.", "Ivan Petrov/military"),
    ("The army's media wing said that six died.", "army's media wing/military"),
    ("The rebel media office said that six died.", "rebel media office/armed-group"),
    ("According to the separatists' account, six died.", "separatists/armed-group*"),
    ("There were reports of ten Korvian soldiers killed in Kolm.", "reports/unknown*"),
    ("The Brenik Rights Commission (BRC) said that six died.", "Brenik Rights Commission/activist"),
    ('"Six died," confirmed a police officer.', "police officer/official*"),
    ("Brig. Petrov said that six died.", "Petrov/military"),
    ('"Six died in Kolm," Brig. Petrov said.', "Petrov/military"),
    ("The rebel spokesman, Col. Ivan Petrov, said that six died.", "Ivan Petrov/armed-group"),
    ("Nine fled to Kolm, with the mayor saying that six died.", "mayor/official*"),
    ("Lima : At least six people died in Kolm, officials said.", "officials/official*"),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_the_role_is_that_of_the_body(tell: Tell, text: str, expected: str) -> None:
    (attribution,) = tell(text).attributions
    last = attribution.chain[-1]
    assert f"{last.name}/{last.role.value}{'*' if last.anonymous else ''}" == expected


def test_a_town_before_its_police_is_no_person(tell: Tell) -> None:
    (attribution,) = tell("“Two more militants killed,” the Kolm police tweeted.").attributions
    assert attribution.chain[-1].name == "Kolm police"


def test_bodies_attack_with_arms_and_persons_with_words(tell: Tell) -> None:
    assert not tell("The rebels attacked the outskirts of Dolvi, where they killed three people.").attributions
    assert tell("President Ivan Petrov attacked the truce as a trick.").attributions


def test_what_looks_back_at_a_saying_is_no_saying(tell: Tell) -> None:
    text = "He said that six people were killed by troops, claims which Northwire could not verify."
    assert [a.cue[0].of(text) for a in tell(text).attributions] == ["said"]
