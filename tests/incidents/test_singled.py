"""Incidents of one report in, those that something singles out out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from reportedly.incidents.building import build
from reportedly.incidents.linker import Linker
from reportedly.incidents.singled import singled_out
from reportedly.lexicon.estimating import counted
from reportedly.model.claim import Claim
from reportedly.model.reading import Interval
from reportedly.model.words import Happening, Stance, WherePrecision
from tests.incidents.made import DAY, DOLVI, claim, party, report, toll

CASES = [
    (claim("a#1", day=None, where=None), 0),  # "They have killed many people."
    (claim("a#1", day=None, where=None, days=Interval(None, DAY)), 0),
    (claim("a#1", day=None, where=DOLVI, precision=WherePrecision.COUNTRY), 0),
    (claim("a#1", tolls=(toll(17500, cumulative=True),)), 0),
    (claim("a#1", container=True), 0),
    (claim("a#1", stance=Stance.DENIES), 0),
    (claim("a#1"), 1),
    (claim("a#1", where=None), 1),
    (claim("a#1", day=None), 1),
    (claim("a#1", day=None, where=None, tolls=(toll(5),)), 1),
    (claim("a#1", day=None, tolls=(toll(70_000),)), 0),  # "the killing of 70,000 people" is a war's
    (claim("a#1", day=None, where=None, perpetrators=(party("mlf"),)), 0),
]


@pytest.mark.parametrize(("said", "left"), CASES)
def test_an_incident_needs_something_that_singles_it_out(said: Claim, left: int) -> None:
    incidents = Linker().link((said,), (report("a"),)).incidents
    assert len(singled_out(incidents, (said,))) == left


def test_what_two_claims_tell_of_a_named_party_is_one_happening() -> None:
    said = tuple(claim(name, day=None, where=None, perpetrators=(party("mlf"),)) for name in ("a#1", "a#2"))
    incidents = Linker().link(said, (report("a"),)).incidents
    assert len(incidents) == len(singled_out(incidents, said)) == 1


def test_what_the_report_tells_first_comes_first() -> None:
    said = (claim("a#1", tolls=(toll(19),)), claim("a#2", day=DAY - timedelta(days=40), tolls=(toll(10),)))
    for told in (said, said[::-1]):
        incidents = singled_out(Linker().link(told, (report("a"),)).incidents, told)
        assert [one.claims for one in incidents] == [(one.id,) for one in told]


def test_who_makes_arrests_after_an_attack_did_not_do_it() -> None:
    attack = claim("a#1", perpetrators=(party("mlf"),))
    arrest = claim("a#2", happening=Happening.ARREST, perpetrators=(party("police"),))
    built = build((attack, arrest), {"a": report("a")}, {}, counted())
    assert [who.name for who in built.perpetrators] == ["mlf"]
