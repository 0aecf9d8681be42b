"""A mouth counts for the party that held it on the day of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.estimates.names import same_name
from reportedly.estimates.origins import origins
from reportedly.estimates.parties import on_the_day
from reportedly.lexicon.actors import load_actors
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.lines import load
from reportedly.lexicon.mouths import TABLE, MouthLine, Mouths, mouths
from reportedly.lexicon.outlets import load_outlets
from reportedly.model.claim import Teller
from reportedly.model.text import Report
from reportedly.model.words import Role
from tests.incidents.made import ARMY, MONITOR, VELTA, claim, report

TAKEN = date(2021, 6, 1)
HELD = Mouths({"velta": (MouthLine(id="velta-after", who=("velta",), side="mlf", since=TAKEN),)})


@pytest.mark.parametrize(("day", "count"), [(date(2021, 5, 31), 1), (TAKEN, 2), (None, 1)])
def test_an_agency_that_changed_hands_is_the_armys_mouth_before_and_the_rebels_after(
    day: date | None, count: int
) -> None:
    reports: dict[str, Report] = {name: report(name, day=day) for name in ("a", "b")}
    claims = on_the_day([claim("a#1", tellers=(ARMY,)), claim("b#1", tellers=(VELTA,))], reports, HELD)
    assert len(origins(claims, counted()).counted) == count


def test_claims_of_mouths_that_nobody_took_are_left_as_they_are() -> None:
    one = claim("a#1", tellers=(ARMY,))
    assert on_the_day([one], {"a": report("a")}, HELD)[0] is one
    assert on_the_day([one], {}, HELD)[0] is one


def test_a_mouth_that_nobody_held_is_nobodys() -> None:
    free = Mouths({"velta": (MouthLine(id="velta-free", who=("velta",), until=TAKEN),)})
    found = on_the_day([claim("a#1", tellers=(VELTA,))], {"a": report("a")}, free)
    assert found == [replace(found[0], chain=(found[0].chain[0], replace(VELTA, side=None)))]


def test_every_line_names_mouths_and_parties_of_the_registers_and_a_time() -> None:
    actors, outlets = load_actors(), load_outlets()
    lines = load(TABLE, MouthLine)
    assert lines and mouths().held
    for line in lines:
        assert line.cite and (line.since or line.until), line.address
        assert all(actors.by_id(who) or outlets.by_id(who) for who in line.who), line.address
        assert line.side is None or actors.by_id(line.side), line.address


TESH = Teller(name="Arvel Tesh", role=Role.MILITARY)
SOLDIERS = Teller(name="soldiers", role=Role.MILITARY, anonymous=True)
KORVIAN = Teller(name="the Korvian army", role=Role.MILITARY, actor_id="korvia-army", side="korvia")
ARMIES = [
    ("the only army of its report speaks in its officer and its soldiers", [ARMY, TESH, SOLDIERS], 1),
    ("of two armies nobody says which one an officer is of", [ARMY, KORVIAN, TESH], 3),
    ("a report that names no army", [MONITOR, TESH], 2),
]


@pytest.mark.parametrize(("tellers", "count"), [row[1:] for row in ARMIES], ids=[row[0] for row in ARMIES])
def test_officers_of_no_named_army_speak_for_the_one_army_of_their_report(tellers: list[Teller], count: int) -> None:
    claims = [claim(f"a#{n}", tellers=(teller,)) for n, teller in enumerate(tellers)]
    assert len(origins(on_the_day(claims, {}, HELD), counted()).counted) == count


def test_an_army_of_another_report_is_not_theirs() -> None:
    claims = [claim("a#1", tellers=(ARMY,)), claim("b#1", tellers=(TESH,))]
    assert on_the_day(claims, {}, HELD) == claims


def test_a_name_stands_in_another_word_for_word_and_side_by_side() -> None:
    assert same_name("Marn Relief Committee", "Ana Petrov (Marn Relief Committee)")
    assert not same_name("Marn forces", "Coalition for Marn Revolution and Opposition Forces")
