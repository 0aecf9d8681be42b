"""Several who tell one thing: who they are, and what "and" joins inside one name."""

from __future__ import annotations

import pytest

from tests.attributions.telling import Tell, shown

TOGETHER = [
    pytest.param("Medics and local officials said", ["medics/medic*", "local officials/official*"], id="two nouns"),
    pytest.param(
        "Residents, medics and activists said",
        ["residents/witness*", "medics/medic*", "activists/activist*"],
        id="a list is no name",
    ),
    pytest.param(
        "The Veldania Monitoring Centre and local officials said",
        ["veldania monitoring centre/monitor", "local officials/official*"],
        id="a body before people",
    ),
    pytest.param("Police and army sources said", ["police/official*", "army sources/military*"], id="two bodies"),
    pytest.param(
        "Police and hospital officials said", ["police/official*", "hospital officials/medic*"], id="two trades"
    ),
    pytest.param(
        "Medical and security sources said", ["medical sources/medic*", "security sources/military*"], id="two sorts"
    ),
    pytest.param(
        "The health and interior ministries said",
        ["health ministry/medic", "interior ministry/official"],
        id="two ministries share their noun",
    ),
    pytest.param(
        "Police and security officials said", ["police and security officials/military*"], id="one kind and no body"
    ),
    pytest.param(
        "Senior and junior officers said", ["senior and junior officers/military*"], id="no trade beside the noun"
    ),
    pytest.param(
        "The Ministry of Health and Population said", ["ministry of health and population/official"], id="one name"
    ),
]


@pytest.mark.parametrize(("words", "wanted"), TOGETHER)
def test_all_who_tell_it_together(tell: Tell, words: str, wanted: list[str]) -> None:
    last = tell(f"{words} six people died in Dolvi.").of("six people").chain[-1]
    assert [shown(teller).lower() for teller in (last, *last.beside)] == wanted


TORN = [
    ("Six people died in Dolvi, state media and a war monitor reported.", "state media and a war monitor"),
    ("Six people died in Dolvi, the police and a resident said.", "the police and a resident"),
    ('"Six died in Dolvi," officer Ivan Dravic and nurse Anna Tesh said.', "officer Ivan Dravic and nurse Anna Tesh"),
]


@pytest.mark.parametrize(("text", "source"), TORN)
def test_the_first_of_two_is_no_part_of_what_is_told(tell: Tell, text: str, source: str) -> None:
    told = tell(text)
    found = told.of("Six")
    assert told.words(found.source) == source
    assert len(found.chain[-1].beside) == 1


def test_who_tells_more_alone_tells_it_alone(tell: Tell) -> None:
    told = tell("The Veldania Monitoring Centre and medics said six died. The monitor said two were wounded.")
    assert [t.name for t in told.of("six died").chain[-1].beside] == ["medics"]
    assert told.of("two were").chain[-1].beside == ()


def test_they_are_all_who_told_it_before(tell: Tell) -> None:
    told = tell("The Veldania Monitoring Centre and the MLF said six died. They said two were wounded.")
    assert [t.name for t in told.of("two were").chain[-1].beside] == ["Marn Liberation Front"]
