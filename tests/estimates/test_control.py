"""Claims and holdings of a place in, its history and its last holders out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reportedly.claims.where.portion import PART
from reportedly.estimates.control import history, holders
from reportedly.model.claim import Claim, Note, Teller
from reportedly.model.control import Hold, Holding
from reportedly.model.reading import Interval, Where, Who
from reportedly.model.text import Span
from reportedly.model.words import Happening, Role, Stance, WherePrecision

KOLM = Where(
    span=Span(0, 4),
    text="Kolm",
    sentence=0,
    rule="code:test",
    name="Kolm",
    place_id="v:kolm",
    latitude=41.0,
    longitude=61.0,
    radius_km=2.0,
    precision=WherePrecision.EXACT,
    country="XV",
)


def party(name: str) -> Who:
    """A party of that name."""
    return Who(
        span=Span(0, 4), text=name, sentence=0, rule="code:test", actor_id=name.lower(), name=name, kind="armed-group"
    )


def told(day: int, holder: str, *, voice: str = "VMC", state: Hold = Hold.HOLDS, partly: bool = False) -> Holding:
    """Said on a day of May."""
    return Holding(
        span=Span(0, 4),
        text="held",
        sentence=0,
        rule="code:test",
        state=state,
        holder=party(holder),
        place=KOLM,
        chain=(Teller(name=voice, role=Role.MONITOR),),
        partly=partly,
        as_of=date(2024, 5, day),
    )


def change(day: int, kind: Happening, *, by: str | None = None, against: str | None = None) -> Claim:
    """A claim on who took or lost Kolm."""
    start = date(2024, 5, day)
    return Claim(
        id=f"r{day}#1",
        report=f"r{day}",
        span=Span(0, 4),
        happening=kind,
        stance=Stance.STATES,
        hedge=None,
        chain=(Teller(name="Northwire", role=Role.AGENCY),),
        days=Interval(start, start + timedelta(days=1)),
        date_precision=None,
        date_basis=None,
        place=KOLM,
        perpetrators=(party(by),) if by else (),
        targets=(party(against),) if against else (),
    )


def test_a_history_stands_in_the_order_of_days() -> None:
    stands = history(
        [change(9, Happening.TERRITORY_GAINED, by="Army", against="MLF"), change(4, Happening.SIEGE, by="Army")],
        [("b", told(12, "Army")), ("a", told(2, "MLF"))],
    )
    assert [(s.holder, s.state) for s in stands] == [
        ("MLF", Hold.HOLDS),
        ("Army", Hold.BESIEGES),
        ("Army", Hold.GAINS),
        ("MLF", Hold.LOSES),
        ("Army", Hold.HOLDS),
    ]


def test_who_lost_it_since_no_longer_holds_it() -> None:
    stands = history(
        [change(9, Happening.TERRITORY_LOST, against="MLF")], [("a", told(2, "MLF")), ("b", told(10, "Army"))]
    )
    assert [h.name for h in holders(stands)] == ["Army"]


def test_rival_statements_both_stand_with_their_voices() -> None:
    stands = history(
        [], [("a", told(2, "MLF")), ("b", told(2, "Army", voice="VELTA")), ("c", told(3, "MLF", partly=True))]
    )
    found = {h.name: h for h in holders(stands)}
    assert set(found) == {"MLF", "Army"}
    assert found["MLF"].partly
    assert (found["MLF"].since, found["MLF"].as_of, found["MLF"].voices) == (date(2024, 5, 2), date(2024, 5, 3), 1)


def test_a_denied_gain_makes_no_holder() -> None:
    denied = replace(change(9, Happening.TERRITORY_GAINED, by="Army"), stance=Stance.DENIES)
    stands = history([denied], [])
    assert [s.stance for s in stands] == [Stance.DENIES]
    assert holders(stands) == ()


def test_held_before_is_no_holding() -> None:
    assert holders(history([], [("a", told(2, "MLF", state=Hold.HELD))])) == ()


def test_ground_lost_to_somebody_is_gained_by_them() -> None:
    stands = history([change(9, Happening.TERRITORY_LOST, by="MLF", against="Army")], [])
    assert {(s.holder, s.state) for s in stands} == {("MLF", Hold.GAINS), ("Army", Hold.LOSES)}
    assert [h.name for h in holders(stands)] == ["MLF"]


def test_who_took_the_whole_of_it_since_holds_it_alone() -> None:
    stands = history([change(9, Happening.TERRITORY_GAINED, by="Army")], [("a", told(2, "MLF"))])
    assert [h.name for h in holders(stands)] == ["Army"]


def test_who_took_a_part_of_it_holds_it_beside_the_other() -> None:
    part = Note(field=PART, rule="code:part-of-place", text="a part of the place")
    gain = replace(change(9, Happening.TERRITORY_GAINED, by="Army"), notes=(part,))
    assert {h.name: h.partly for h in holders(history([gain], [("a", told(2, "MLF"))]))} == {"Army": True, "MLF": False}


def test_who_is_accused_of_taking_it_puts_nobody_out() -> None:
    gain = replace(change(9, Happening.TERRITORY_GAINED, by="Army"), stance=Stance.ALLEGES)
    assert {h.name for h in holders(history([gain], [("a", told(2, "MLF"))]))} == {"Army", "MLF"}


def test_an_undated_gain_puts_nobody_out() -> None:
    gain = replace(change(9, Happening.TERRITORY_GAINED, by="Army"), days=Interval(None, date(2024, 5, 10)))
    assert {h.name for h in holders(history([gain], [("a", told(2, "MLF"))]))} == {"Army", "MLF"}


def test_an_old_word_gives_way_to_one_that_is_a_month_younger() -> None:
    late = replace(told(2, "Army"), as_of=date(2024, 6, 1))
    assert [h.name for h in holders(history([], [("a", told(2, "MLF")), ("b", late)]))] == ["Army"]
    assert len(holders(history([], [("a", told(3, "MLF")), ("b", late)]))) == 2


def test_the_forces_of_one_side_are_one_holder() -> None:
    army, police = (replace(party(name), side="ve-gov") for name in ("Army", "Police"))
    one, other = replace(told(2, "Army"), holder=army), replace(told(5, "Police", voice="VELTA"), holder=police)
    (holder,) = holders(history([], [("a", one), ("b", other)]))
    assert (holder.name, holder.voices, holder.since) == ("Police", 2, date(2024, 5, 2))
