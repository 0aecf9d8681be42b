"""A sentence in, who is said to hold which place out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.demo import prepare
from reportedly.model.control import Holding
from reportedly.model.text import Published, Report

Held = Callable[[str], tuple[Holding, ...]]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The holdings of a report of Radio Orvan, printed on Friday 10 May 2024."""
    read = prepare(tmp_path_factory.mktemp("places"))[1]()
    published = Published(day=date(2024, 5, 10), moment="2024-05-10", basis="given")

    def holdings(text: str) -> tuple[Holding, ...]:
        return read(Report(id="r", text=text, outlet="Radio Orvan", published=published)).holdings

    return holdings


def shown(holding: Holding) -> str:
    """A holding in one line: holder, state, place, last teller."""
    part = " in part" if holding.partly else ""
    return f"{holding.holder.name} {holding.state}{part} {holding.place.name}, {holding.chain[-1].name}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jets bombed rebel-held Tavren and the MLF-held towns of Dolvi and Harsema.",
            [
                "rebels holds Tavren, Radio Orvan",
                "Marn Liberation Front holds Dolvi, Radio Orvan",
                "Marn Liberation Front holds Harsema, Radio Orvan",
            ],
        ),
        (
            "Kolm, which is controlled by the Marn Liberation Front, was quiet, the Veldania Monitoring Centre said.",
            ["Marn Liberation Front holds Kolm, Veldania Monitoring Centre"],
        ),
        (
            "The Marn Liberation Front controls most of Brenik.",
            ["Marn Liberation Front holds in part Brenik, Radio Orvan"],
        ),
        ("Parts of Kolm are in the hands of the rebels.", ["rebels holds in part Kolm, Radio Orvan"]),
        ("Shells fell on Ostrel, a stronghold of the MLF.", ["Marn Liberation Front holds Ostrel, Radio Orvan"]),
        (
            "The Marn Liberation Front had controlled Kolm before the siege.",
            ["Marn Liberation Front held-before Kolm, Radio Orvan"],
        ),
        (
            "Shells fell on the MLF-held village of Lipna in Orvan province.",
            ["Marn Liberation Front holds Lipna, Radio Orvan"],
        ),
    ],
)
def test_who_is_said_to_hold_what(held: Held, text: str, expected: list[str]) -> None:
    assert [shown(h) for h in held(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Talks held in Karsk by the government failed.",
        "The MLF held a meeting in Kolm.",
        "If the MLF controlled Kolm, the road would be closed.",
        "The Marn Liberation Front does not control Kolm.",
        "An MLF-dominated council met in Kolm.",
        "The fire in Kolm was brought under control.",
    ],
)
def test_what_says_of_nobody_that_he_holds_a_place(held: Held, text: str) -> None:
    assert held(text) == ()


def test_since_when_and_as_of_when(held: Held) -> None:
    (holding,) = held("The village of Lipna has been under the control of the Teshil Guard since 3 May.")
    assert holding.since is not None
    assert holding.since.start == date(2024, 5, 3)
    assert holding.as_of == date(2024, 5, 10)


def test_the_words_of_a_holding_stand_in_its_report(held: Held) -> None:
    text = "Shells fell on the MLF-held town of Kolm."
    assert [h.span.of(text) for h in held(text)] == ["MLF-held town"]
