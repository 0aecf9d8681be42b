"""What is open to decide is found, and weighed by what it would change."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.incidents.building import build
from reportedly.incidents.questions import barely_linked, doubtful_figures, nearly_linked
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.linking import families
from reportedly.model.claim import Claim
from reportedly.model.incident import Comparison, Incident
from reportedly.model.question import Doubt
from reportedly.model.words import Happening
from tests.incidents.made import ARMY, DOLVI, KOLM, MEDIC, claim, report, toll

A = claim("a#1", tolls=(toll(3),))
B = claim("b#1", tolls=(toll(40),), tellers=(MEDIC,), paper="Sava Post")
C = claim("c#1", tolls=(toll(4),), tellers=(ARMY,), paper="Marn Today")


def made(claims: Sequence[Claim]) -> Incident:
    return build(claims, {one.report: report(one.report) for one in claims}, {}, counted())


def tie(left: str, right: str, score: float) -> Comparison:
    return Comparison(left=left, right=right, score=score, features=())


def test_a_report_that_little_holds_is_asked_about() -> None:
    claims = {one.id: one for one in (A, B, C)}
    ties = [tie("a#1", "c#1", 4.0), tie("a#1", "b#1", 0.4), tie("b#1", "c#1", 0.2)]
    (found,) = barely_linked(made([A, B, C]), claims, ties, made)
    assert (found.doubt, found.verdict, found.ids) == (Doubt.BARELY_LINKED, "different", ("a#1", "b#1"))
    assert found.incidents == 1
    apart = (one.estimates[0].best or 0 for one in (made([A, C]), made([B])))
    assert found.killed == sum(apart) - (made([A, B, C]).estimates[0].best or 0)


def test_reports_that_much_holds_are_not_asked_about() -> None:
    claims = {one.id: one for one in (A, B)}
    assert not list(barely_linked(made([A, B]), claims, [tie("a#1", "b#1", 4.0)], made))


def test_incidents_of_one_kind_day_and_place_may_be_one() -> None:
    here, there = made([A]), made([B])
    (found,) = nearly_linked([here, there], set(), families())
    assert (found.verdict, sorted(found.ids)) == ("same", sorted([here.id, there.id]))
    assert (found.killed, found.incidents) == (-3, -1)


def test_other_places_other_kinds_and_what_was_judged_are_not_asked_about() -> None:
    other = made([claim("d#1", where=KOLM, tolls=(toll(3),))])
    assert DOLVI != KOLM
    assert not list(nearly_linked([made([A]), other], set(), families()))
    arrest = made([claim("e#1", happening=Happening.ARREST)])
    assert not list(nearly_linked([made([A]), arrest], set(), families()))
    assert not list(nearly_linked([made([A]), made([B])], {frozenset(("a#1", "b#1"))}, families()))


def test_a_claim_that_alone_sets_an_end_is_asked_about_until_somebody_ruled() -> None:
    claims = {one.id: one for one in (A, B, C)}
    whole = made([A, B, C])
    found = list(doubtful_figures(whole, claims, set(), made))
    assert {one.ids for one in found} >= {("b#1",)}
    high = next(one for one in found if one.ids == ("b#1",))
    assert high.verdict == "reject"
    assert "'40'" in high.text
    assert high.spread < 0
    assert not [one for one in doubtful_figures(whole, claims, {"b#1"}, made) if one.ids == ("b#1",)]
