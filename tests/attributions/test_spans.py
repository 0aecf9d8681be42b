"""Source, cue and content of single sentences."""

from __future__ import annotations

import pytest

from reportedly.model.text import Span
from tests.attributions.telling import Tell

CASES = [
    pytest.param(
        "Nine died in Kolm after shelling by the Teshil Guard Forces (TGF), a Veldanian doctors' group said.",
        (
            "a Veldanian doctors' group",
            "said",
            "Nine died in Kolm after shelling by the Teshil Guard Forces (TGF)",
        ),
        id="a noun behind a name without a closing comma speaks",
    ),
    pytest.param(
        "The mayor said four people had been injured, a gas pipe had been damaged and many windows had been broken.",
        (
            "The mayor",
            "said",
            "four people had been injured, a gas pipe had been damaged and many windows had been broken",
        ),
        id="several clauses one after the other",
    ),
    pytest.param(
        "A large number of gunmen attacked the post near Kolm early this morning, told Northwire a local source.",
        ("a local source", "told", "A large number of gunmen attacked the post near Kolm early this morning"),
        id="the source behind whom it told",
    ),
    pytest.param(
        "The mayor said that three shells fell on Lipna.",
        ("The mayor", "said", "that three shells fell on Lipna"),
        id="source before",
    ),
    pytest.param(
        "Three shells fell on Lipna, the mayor said on Friday.",
        ("the mayor", "said", "Three shells fell on Lipna"),
        id="source after",
    ),
    pytest.param(
        "The bridge, the mayor said, was hit by three shells.",
        ("the mayor", "said", "The bridge | was hit by three shells"),
        id="source in the middle",
    ),
    pytest.param(
        "In Lipna on Monday, the mayor said, three shells hit the bridge.",
        ("the mayor", "said", "In Lipna on Monday | three shells hit the bridge"),
        id="source put into what is said",
    ),
    pytest.param(
        '"Every time you say that," the governor said, "you help the rebels."',
        ("the governor", "said", '"Every time you say that," | "you help the rebels."'),
        id="a quote in two pieces",
    ),
    pytest.param(
        "IS also claimed that a bomb hit Lipna.",
        ("IS", "also claimed", "that a bomb hit Lipna"),
        id="a name that looks like a verb",
    ),
    pytest.param(
        "IS has claimed responsibility for the raid.",
        ("IS", "has claimed", "responsibility for the raid"),
        id="a name that looks like a verb before an auxiliary",
    ),
    pytest.param(
        "Video footage released by the MLF on Saturday showed a helicopter being shot down.",
        ("Video footage released by the MLF on Saturday", "showed", "a helicopter being shot down"),
        id="what a picture shows is no speaker",
    ),
    pytest.param(
        "The mayor called the report on Friday a lie.",
        ("The mayor", "called", "the report on Friday a lie"),
        id="what is called and how",
    ),
    pytest.param(
        '"We heard two blasts," said Anna Petrov, a teacher in Lipna.',
        ("Anna Petrov, a teacher in Lipna", "said", '"We heard two blasts,"'),
        id="quote with its source turned round",
    ),
    pytest.param(
        '"We heard two blasts," a teacher said. "Then the roof fell in."',
        ("a teacher", "said", '"We heard two blasts," | "Then the roof fell in."'),
        id="quote in two pieces",
    ),
    pytest.param(
        'The colonel said the attack was "a grave mistake" by the army.',
        ("The colonel", "said", 'the attack was "a grave mistake" by the army'),
        id="mixed quote",
    ),
    pytest.param(
        "According to the mayor, six people died in Tavren.",
        ("the mayor", "According to", "six people died in Tavren"),
        id="according to, before",
    ),
    pytest.param(
        "Six people died in Tavren, according to the mayor of the town.",
        ("the mayor of the town", "according to", "Six people died in Tavren"),
        id="according to, after",
    ),
    pytest.param(
        "A doctor told the newspaper that twelve people were wounded.",
        ("A doctor", "told", "that twelve people were wounded"),
        id="a listener",
    ),
    pytest.param(
        "Korvia accused the MLF of shelling Zhemun.",
        ("Korvia", "accused", "the MLF of shelling Zhemun"),
        id="an accusation",
    ),
    pytest.param(
        "The army has repeatedly denied that it shelled Zhemun.",
        ("The army", "has repeatedly denied", "that it shelled Zhemun"),
        id="auxiliaries and adverbs belong to the cue",
    ),
    pytest.param(
        "The dam was reportedly hit by a rocket.",
        ("", "reportedly", "The dam was | hit by a rocket"),
        id="an adverb for an unnamed teller",
    ),
    pytest.param(
        "Forty miners are believed to have fled.",
        ("", "are believed", "Forty miners | to have fled"),
        id="a passive without a teller",
    ),
    pytest.param(
        "Two shells fell on the road in the town of Kolm a local official said.",
        ("a local official", "said", "Two shells fell on the road in the town of Kolm"),
        id="a text that lost its commas",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_spans_of_an_attribution(tell: Tell, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in tell(text).rows()


@pytest.mark.parametrize(
    "text",
    [
        "The army fired three shells at Lipna.",
        "Six people worked according to plan.",
        "The mayor opened the bridge at Dolvi.",
    ],
)
def test_plain_sentences_attribute_nothing(tell: Tell, text: str) -> None:
    assert tell(text).rows() == []


def test_a_quote_that_goes_on_in_the_next_paragraph_keeps_its_speaker(tell: Tell) -> None:
    found = tell(
        '"The first shell hit the school," said Anna Petrov.\n\n'
        '"Then the second one fell on the market and everybody ran to the river."\n\nThe river is wide.'
    )
    assert found.of("fell on the market").source == found.of("hit the school").source


def test_a_colon_brings_the_next_paragraph(tell: Tell) -> None:
    found = tell("As Northwire reported:\n\nNine people died in Kolm.\n\nThe road was closed.")
    assert found.chain("Nine people died") == "Northwire/agency"


def test_another_tellers_clause_is_cut_off(tell: Tell) -> None:
    found = tell("The mayor said that six teachers died, while the VMC said that nine people died.")
    assert found.chain("nine people died") == "Veldania Monitoring Centre/monitor"


def test_what_another_reported_meanwhile_is_not_the_first_ones_word(tell: Tell) -> None:
    found = tell("A raid has killed ten people, the mayor has said, as the Teshil Guard reported hitting a depot.")
    assert found.chain("A raid has killed") == "mayor/official*"
    assert found.chain("hitting a depot") == "Teshil Guard/armed-group"


@pytest.mark.parametrize(
    "text", ["He said nine died,", "Nine died, he said, ten", "He said, she said, they said", "said,"]
)
def test_words_cut_short_are_read_without_harm(tell: Tell, text: str) -> None:
    assert all(attribution.content for attribution in tell(text).attributions)


def test_a_platform_is_not_whom_its_writers_speak_for(tell: Tell) -> None:
    found = tell("Mayor Anna Petrov, writing on the Telegram messaging app, said four people had been injured.")
    assert found.chain("four people had been injured") == "Anna Petrov/official"


def test_no_content_is_empty_and_all_spans_lie_in_the_text(tell: Tell) -> None:
    found = tell("".join(case.values[0] + "\n\n" for case in CASES))  # type: ignore[operator]
    size = len(found.page.report.text)
    for attribution in found.attributions:
        assert attribution.content
        assert attribution.cue
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= size


def test_a_paragraph_that_is_all_quote_goes_on_with_whoever_spoke_last(tell: Tell) -> None:
    told = tell(
        "The colonel said on Monday that the bridge at Dolvi had fallen.\n\n"
        '"We moved the guns to Kolm because the crews were afraid of another raid."'
    )
    assert told.chain("We moved the guns") == told.chain("the bridge at Dolvi")


def test_an_advertisement_does_not_part_a_quote_from_its_speaker(tell: Tell) -> None:
    notice = "- Advertisement -"
    text = (
        "The colonel said on Monday that the bridge at Dolvi had fallen.\n\n"
        f"{notice}\n\n"
        '"We moved the guns to Kolm because the crews were afraid of another raid."'
    )
    at = text.index(notice)
    told = tell(text, boilerplate=(Span(at, at + len(notice)),))
    assert told.chain("We moved the guns") == told.chain("the bridge at Dolvi")


@pytest.mark.parametrize("aside", ["most of them women", "all of them from Kolm", "three of whom had lost a leg"])
def test_what_is_said_of_the_ones_before_is_no_part_of_the_speaker(tell: Tell, aside: str) -> None:
    told = tell(f"At least 40 people were wounded, {aside}, a doctor at the hospital of Dolvi said.")
    assert told.chain("40 people were wounded") == "doctor at the hospital of Dolvi/medic*"


def test_a_list_of_deeds_is_told_to_its_end(tell: Tell) -> None:
    (one, *_) = tell("The mayor accused the army of burning homes, killing six and looting shops.").rows()
    assert one[2] == "the army of burning homes, killing six and looting shops"


def test_what_is_set_beside_a_name_parts_it_from_no_verb(tell: Tell) -> None:
    told = tell(
        "Ka Orin Tavel, spokesperson for the rebels in North Marn, said the soldiers, who belonged to the 8th "
        "Infantry Battalion were killed by a rebel unit."
    )
    assert [row[0] for row in told.rows()] == ["Ka Orin Tavel, spokesperson for the rebels in North Marn,"]


def test_a_relative_clause_tells_nothing_of_its_own_noun(tell: Tell) -> None:
    assert not tell("The raid ended with a man who fled from the town and informed the guards of the place.").rows()


def test_an_answer_to_allegations_does_not_tell_what_they_say(tell: Tell) -> None:
    told = tell("The government responded to allegations its army massacred hundreds of people in Kolm.")
    assert not [row for row in told.rows() if "massacred" in row[2]]
