"""Harm that is nobody's deed and borrowed words of war make no claim, and an issue says why; deeds stay claims."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.demo import prepare
from reportedly.lexicon.genres import TABLE as GENRES
from reportedly.lexicon.genres import GenreLine
from reportedly.lexicon.lines import Line, load
from reportedly.lexicon.mishaps import TABLE as MISHAPS
from reportedly.lexicon.mishaps import MishapLine
from reportedly.model.findings import Findings
from reportedly.model.text import Published, Report
from tests.claims.conftest import Told

LINES: tuple[Line, ...] = (*load(MISHAPS, MishapLine), *load(GENRES, GenreLine))
YES = [(line.address, text) for line in LINES for text in line.yes]
NO = [(line.address, text) for line in LINES for text in line.no]

Read = Callable[[str], Findings]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    _, setting = prepare(tmp_path_factory.mktemp("places"))
    reader = setting()
    published = Published(day=date(2024, 5, 10), moment="2024-05-10", basis="given")
    return lambda text: reader(Report(id="r", text=text, outlet="Radio Orvan", published=published))


@pytest.mark.parametrize(("address", "text"), YES, ids=[a for a, _ in YES])
def test_each_line_of_mishaps_and_genres_makes_no_claim(told: Told, address: str, text: str) -> None:
    assert told(text) == ()


@pytest.mark.parametrize(("address", "text"), NO, ids=[a for a, _ in NO])
def test_a_deed_told_in_the_same_words_makes_one(told: Told, address: str, text: str) -> None:
    assert told(text)


def test_what_a_report_of_a_disaster_counts_later_is_of_the_disaster(told: Told) -> None:
    report = "An earthquake struck Teshil on Monday. Forty people were killed in Dolvi. Nine others died in Lipna."
    assert told(report) == ()


def test_what_a_report_of_a_war_counts_after_a_mishap_is_of_the_war(told: Told) -> None:
    report = (
        "An air strike hit Dolvi on Monday and killed two people. A bus overturned near Kolm and killed nine people. "
        "Three people were killed in Harsema."
    )
    assert [[t.best for t in claim.tolls] for claim in told(report)] == [[2], [3]]


def test_a_building_that_collapses_after_a_strike_belongs_to_the_strike(told: Told) -> None:
    report = "An air strike hit a house in Dolvi on Monday. Four people were killed when the roof collapsed."
    assert any(t.best == 4 for claim in told(report) for t in claim.tolls)


def test_a_mishap_told_of_the_place_alone_is_not_what_killed(told: Told) -> None:
    assert told("Gunmen killed nine people in Dolvi, which a flood had hit in 2020.")
    assert told("Nine people were killed on Sunday in Dolvi, which a flood had hit in 2020.")


def test_an_army_or_its_weapons_are_no_mishap(told: Told) -> None:
    assert told("Soldiers killed nine people near a crash on the road to Karsk.")
    assert told("Nine people were killed in Operation Flood in Orvan.")
    assert told("One person died when a train was derailed near Dolvi.")


def test_dying_alone_is_no_deed_in_a_report_that_tells_of_none(told: Told) -> None:
    obituary = (
        "Irma Vesk, aged 91, died on Thursday in Karsk. She was born in Dolvi. She taught for forty years. "
        "Her husband died in 1986. The service is on Monday."
    )
    assert told(obituary) == ()
    assert told("Three soldiers died on Sunday in Dolvi.")


def test_what_makes_no_claim_is_said(read: Read) -> None:
    found = read("A bus overturned near Dolvi on Monday and killed nine people.")
    assert [issue.code for issue in found.issues] == ["no-deed"]
    assert "en/mishaps/traffic" in found.issues[0].message


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers pulled two children out of a well in Karsk on Monday.",
        "A youth fell into a pit near Dolvi on Monday.",
        "The new owner took over the bakery in Karsk on Monday.",
    ],
)
def test_everyday_movement_is_no_withdrawal_and_no_gain(told: Told, text: str) -> None:
    assert told(text) == ()


def test_an_army_that_pulls_out_withdraws(told: Told) -> None:
    assert [claim.happening.value for claim in told("The army pulled out of Old Virm on Monday.")] == ["withdrawal"]


def test_people_displaced_are_no_death_without_a_deed(told: Told) -> None:
    report = (
        "About 500 people were displaced from Dolvi in May. Most went to Karsk. They need tents and water. "
        "Two trucks came on Monday. More are on the way."
    )
    assert [claim.happening.value for claim in told(report)] == ["displacement"]


def test_a_truce_is_no_borrowed_word(told: Told) -> None:
    report = (
        "The union of the workers praised the ceasefire that took effect in Dolvi on Monday. The company reopened "
        "its plant, and employees and management shook hands. The wages come on Friday."
    )
    assert "ceasefire" in {claim.happening.value for claim in told(report)}


def test_a_match_report_says_once_that_it_makes_no_claim(read: Read) -> None:
    found = read(next(text for address, text in YES if address == "en/genres/sport"))
    assert [issue.code for issue in found.issues if issue.code == "no-deed"] == ["no-deed"]
