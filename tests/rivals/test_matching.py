"""Pairs are one to one, the best first, and the same whatever order the events come in; blocks lose no pair."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.rival import Event, Side
from reportedly.rivals.blocks import Blocks
from reportedly.rivals.matching import pairs
from reportedly.rivals.reach import reach_km
from reportedly.rivals.weighing import ENOUGH, possible, weigh
from tests.rivals.made import event

_SIDES = [Side(), *(Side(names=(name,), keys=frozenset({name})) for name in ("MLF", "army", "Teshil Guard"))]


@st.composite
def _events(draw: st.DrawFn, prefix: str) -> tuple[Event, ...]:
    """Events of one spring, most of them near Dolvi, some at the edge of the map."""
    found = []
    for number in range(draw(st.integers(0, 12))):
        first = date(2031, 4, 1) + timedelta(days=draw(st.integers(0, 20)))
        where = draw(st.sampled_from([1, 1, 1, 2, 3, 4, 5, 6]))
        latitude = draw(st.sampled_from([-41.35, -41.36, -41.5, -42.9, 89.9, -90.0]))
        found.append(
            event(
                f"{prefix}{number}",
                first=first,
                last=first + timedelta(days=draw(st.sampled_from([0, 0, 0, 6, 29, 365]))),
                latitude=latitude,
                longitude=draw(st.sampled_from([-18.1, -18.2, -17.0, 179.95, -179.95, 180.0, -180.0])),
                where_precision=where,
                reach_km=reach_km(where),
                best=draw(st.sampled_from([None, 0, 1, 12, 13])),
                sides=(draw(st.sampled_from(_SIDES)), draw(st.sampled_from(_SIDES))),
                line=number + 2 if prefix == "t" else None,
            )
        )
    return tuple(found)


_DAYS, _KM = st.sampled_from([0, 1, 5]), st.sampled_from([0.0, 10.0, 400.0])


@given(_events("o"), _events("t"), _DAYS, _KM)
def test_blocks_find_exactly_what_looking_at_every_pair_finds(
    ours: tuple[Event, ...], theirs: tuple[Event, ...], days: int, km: float
) -> None:
    blocks = Blocks(ours, days=days, km=km)
    for other in theirs:
        wanted = [(n, mine) for n, mine in enumerate(ours) if possible(mine, other, days=days, km=km)]
        assert list(blocks.near(other)) == wanted


@given(_events("o"), _events("t"), _DAYS, _KM)
def test_pairs_are_one_to_one_and_good_enough(
    ours: tuple[Event, ...], theirs: tuple[Event, ...], days: int, km: float
) -> None:
    found = pairs(ours, theirs, days=days, km=km)
    assert len({pair.ours.id for pair in found}) == len({pair.theirs.id for pair in found}) == len(found)
    for pair in found:
        assert possible(pair.ours, pair.theirs, days=days, km=km)
        assert pair.weighed == weigh(pair.ours, pair.theirs) and pair.weighed.score >= ENOUGH
    assert [pair.weighed.order for pair in found] == sorted(pair.weighed.order for pair in found)


@given(_events("o"), _events("t"))
def test_no_pair_is_left_that_both_would_rather_have(ours: tuple[Event, ...], theirs: tuple[Event, ...]) -> None:
    found = pairs(ours, theirs, days=1, km=10)
    mine = {pair.ours.id: pair.weighed.score for pair in found}
    other = {pair.theirs.id: pair.weighed.score for pair in found}
    for left in ours:
        for right in theirs:
            if possible(left, right, days=1, km=10) and (score := weigh(left, right).score) >= ENOUGH:
                assert score <= max(mine.get(left.id, -1.0), other.get(right.id, -1.0))


@given(_events("o"), _events("t"), st.randoms())
def test_the_order_of_the_events_changes_nothing(
    ours: tuple[Event, ...], theirs: tuple[Event, ...], chance: object
) -> None:
    def told(left: tuple[Event, ...], right: tuple[Event, ...]) -> set[tuple[str, str]]:
        return {(pair.ours.id, pair.theirs.id) for pair in pairs(left, right, days=1, km=10)}

    shuffled = sorted(ours, key=lambda _: chance.random())  # type: ignore[attr-defined]
    assert told(ours, theirs) == told(tuple(shuffled), theirs[::-1])


def test_day_and_place_are_enough_and_month_and_province_are_not() -> None:
    here = event(line=2)
    assert weigh(event(), here).score >= ENOUGH
    month: dict[str, Any] = {"first": date(2031, 4, 1), "last": date(2031, 4, 30), "date_precision": 4}
    province: dict[str, Any] = {"where_precision": 4, "reach_km": 120.0, "latitude": -41.0}
    assert weigh(event(), event(line=2, **month, **province)).score < ENOUGH
    both: dict[str, Any] = {"sides": (_SIDES[1], _SIDES[2])}
    assert weigh(event(**both, best=12), event(line=2, **month, **province, **both, best=12)).score >= ENOUGH


def test_a_country_s_events_are_not_another_country_s() -> None:
    vague = event(where_precision=6, reach_km=900.0)
    assert possible(vague, event(), days=0, km=0)
    assert not possible(vague, event(country="XW"), days=0, km=0)
    assert possible(vague, event(country="Korvia"), days=0, km=0)  # no code is known


def test_the_reasons_are_told_with_their_points() -> None:
    found = weigh(event(best=12), event(best=12, line=2))
    assert sum(float(why.rpartition("(")[2].rstrip(")")) for why in found.why) == found.score
    assert found.why[0] == "days (+3)"
