"""Everybody harmed in an incident stands in it once, with a number that is not counted twice."""

from __future__ import annotations

from reportedly.incidents.harmed import harmed
from reportedly.model.incident import Estimate
from reportedly.model.reading import Who
from reportedly.model.text import Span
from reportedly.model.words import Measure


def test_a_surname_goes_to_the_full_name() -> None:
    found = harmed([[_person("Vesk")], [_person("Irma Vesk")], [_person("Vesk")]], [])
    assert [(who.name, who.number) for who in found] == [("Irma Vesk", 1)]


def test_an_office_beside_its_holder_is_not_counted_again() -> None:
    found = harmed([[_person("Irma Vesk")], [_described("judge", 1)]], [_killed(1)])
    assert {who.name: who.number for who in found} == {"Irma Vesk": 1, "judge": None}


def test_others_harmed_beside_somebody_named_keep_their_number() -> None:
    found = harmed([[_person("Irma Vesk"), _described("guards", 2)]], [_killed(3)])
    assert {who.name: who.number for who in found} == {"Irma Vesk": 1, "guards": 2}


def test_the_claim_that_states_a_number_gives_it() -> None:
    found = harmed([[_described("miners", None)], [_described("miners", 4)]], [])
    assert [(who.name, who.number) for who in found] == [("miners", 4)]


def _person(name: str) -> Who:
    return _who(name, "person", 1, described=False)


def _described(name: str, number: int | None) -> Who:
    return _who(name, "people", number, described=True)


def _who(name: str, kind: str, number: int | None, *, described: bool) -> Who:
    return Who(
        span=Span(0, len(name)),
        text=name,
        sentence=0,
        rule="code:made",
        actor_id=None,
        name=name,
        kind=kind,
        number=number,
        described=described,
    )


def _killed(best: int) -> Estimate:
    return Estimate(measure=Measure.KILLED, policy="ours", low=best, best=best, high=best, claims=(), rule="code:made")
