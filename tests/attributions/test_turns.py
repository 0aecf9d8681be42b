"""Sayings by nouns, adjectives, turns of phrase and insertions, and where cues and contents end."""

from __future__ import annotations

import pytest

from tests.attributions.telling import Tell

CASES = [
    pytest.param(
        "The bishop's criticism of the raid was read out in Kolm.",
        ("The bishop's", "criticism of", "the raid"),
        id="a noun with its owner",
    ),
    pytest.param(
        "Fears among residents that the dam would break grew in May.",
        ("residents", "Fears", "that the dam would break"),
        id="a noun with its holders behind it",
    ),
    pytest.param(
        "The mayor expressed concern about the siege of Kolm.",
        ("The mayor", "expressed concern about", "the siege of Kolm"),
        id="a verb that carries a noun",
    ),
    pytest.param(
        "The ministry issued a statement saying that the dam had burst.",
        ("The ministry", "issued a statement saying", "that the dam had burst"),
        id="whoever issues a paper says what it says",
    ),
    pytest.param(
        "The colonel went on to explain that the bridge had fallen.",
        ("The colonel", "went on to explain", "that the bridge had fallen"),
        id="the verb above an infinitive belongs to the cue",
    ),
    pytest.param(
        "The mayor is confident that the dam will hold.",
        ("The mayor", "is confident", "that the dam will hold"),
        id="an adjective",
    ),
    pytest.param(
        "The bishop took aim at the Teshil Guard.",
        ("The bishop", "took aim at", "the Teshil Guard"),
        id="a turn of phrase",
    ),
    pytest.param(
        "As Northwire reported, nine people died in Kolm.",
        ("Northwire", "reported", "nine people died in Kolm"),
        id="an insertion before",
    ),
    pytest.param(
        "The guide spoke to a reporter about the old bridge.",
        ("The guide", "spoke to a reporter about", "the old bridge"),
        id="a listener inside the cue",
    ),
    pytest.param(
        "The officer told residents to leave the town.",
        ("The officer", "told", "to leave the town"),
        id="an order to a listener",
    ),
    pytest.param(
        'The mayor said in a statement: "The bridge has fallen into the river."',
        ("The mayor", "said in a statement:", '"The bridge has fallen into the river."'),
        id="a colon belongs to the cue",
    ),
    pytest.param(
        "The general said that he would fly to Karsk, which lies on the river.",
        ("The general", "said", "that he would fly to Karsk"),
        id="an aside of the writer at the end",
    ),
    pytest.param(
        "The general, who was born in Marn, said that the road was closed.",
        ("The general", "said", "that the road was closed"),
        id="an aside about the source",
    ),
    pytest.param(
        '"Never," the colonel said.',
        ("the colonel", "said", '"Never,"'),
        id="a quote of one word",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_spans(tell: Tell, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in tell(text).rows()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor is confident that nine people left Kolm.",
        "The bishop voiced fears that nine people were killed in Kolm.",
        "The officer told nine people to leave Kolm.",
        "Korvia's promise to free nine people was kept secret.",
    ],
)
def test_attitudes_and_orders_tell_nothing(tell: Tell, text: str) -> None:
    attributions = tell(text).attributions
    assert attributions
    assert not any(a.tells for a in attributions)


def test_an_attack_in_war_is_no_opinion(tell: Tell) -> None:
    assert tell("The attacks on Dolvi lasted for two days.").rows() == []
