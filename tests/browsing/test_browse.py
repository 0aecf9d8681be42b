"""Filters, order, timeline, map and counts, against the plainest way of saying the same."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.browsing.columns import columns
from reportedly.model.browsing import Bin, Frame, Gist, SortKey, Wanted
from reportedly.model.reading import Interval
from reportedly.model.words import Grade, Happening
from tests.browsing.made import asked, gist, ids

MAY = [date(2024, 5, day) for day in range(1, 32)]

WORLD = [
    gist("a", MAY[0], killed=(2, 2, 2), by=("Teshil Guard",), sides=("Teshil Guard",), numbers=(1, 2)),
    gist("b", MAY[1], happening=Happening.BOMBING, killed=(9, 12, None), origins=3, place="Kolm", longitude=62.5),
    gist("c", MAY[2], grade=Grade.CONFIRMED, disputes=2, sides=("MLF", "Teshil Guard"), numbers=(2,)),
    gist("d", None, place=None, latitude=None, longitude=None, country="XK", killed=(None, None, None)),
    gist("e", total=True, days=Interval(MAY[0], MAY[20]), happening=Happening.BOMBING, numbers=(3,), longitude=-179.0),
]

WISHES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["a", "e", "b", "c", "d"]),
    ({"first": MAY[1]}, ["e", "b", "c"]),
    ({"last": MAY[0]}, ["a", "e"]),
    ({"first": MAY[1], "last": MAY[1]}, ["e", "b"]),
    ({"kinds": ("bombing",)}, ["e", "b"]),
    ({"kinds": ("bombing", "shelling")}, ["a", "e", "b", "c", "d"]),
    ({"kinds": ("no-such-kind",)}, []),
    ({"sides": ("Teshil Guard",)}, ["a", "c"]),
    ({"grades": ("confirmed",)}, ["c"]),
    ({"countries": ("XK",)}, ["d"]),
    ({"contested": True}, ["c"]),
    ({"single": True}, ["a", "b", "c", "d"]),
    ({"least_killed": 3}, ["b"]),
    ({"least_killed": 0}, ["a", "b"]),
    ({"least_origins": 2}, ["b"]),
    ({"box": Frame(west=60, south=40, east=62, north=42)}, ["a", "c"]),
    ({"box": Frame(west=62, south=40, east=-170, north=42)}, ["e", "b"]),
    ({"sort": SortKey.KILLED, "descending": True}, ["b", "a", "e", "c", "d"]),
    ({"sort": SortKey.KILLED}, ["a", "b", "e", "c", "d"]),
    ({"sort": SortKey.PLACE, "descending": True}, ["b", "a", "e", "c", "d"]),
    ({"sort": SortKey.WHEN, "descending": True}, ["c", "b", "a", "e", "d"]),
    ({"sort": SortKey.GRADE}, ["c", "a", "e", "b", "d"]),
    ({"offset": 1, "limit": 2}, ["e", "b"]),
    ({"offset": 9}, []),
    ({"limit": 0}, []),
]


@pytest.mark.parametrize(("wish", "wanted"), WISHES, ids=[str(n) for n in range(len(WISHES))])
def test_a_wish_keeps_what_it_says(wish: dict[str, Any], wanted: list[str]) -> None:
    assert ids(asked(columns(WORLD), Wanted(**wish))) == wanted


def test_words_keep_the_incidents_of_their_reports() -> None:
    assert ids(asked(columns(WORLD), Wanted(words="market"), 2, 77)) == ["a", "c"]
    assert ids(asked(columns(WORLD), Wanted(words="market"))) == []


def test_a_page_knows_how_much_there_is() -> None:
    found = asked(columns(WORLD), Wanted(kinds=("bombing",), limit=1))
    assert (found.total, found.matching, len(found.rows)) == (5, 2, 1)
    assert (found.first, found.last) == (MAY[0], MAY[19])


def test_counts_of_a_field_do_not_look_at_its_own_wish() -> None:
    found = asked(columns(WORLD), Wanted(kinds=("bombing",), grades=("weak",))).facets
    assert dict(found.kinds) == {"shelling": 2, "bombing": 2}
    assert dict(found.grades) == {"weak": 2}
    assert dict(asked(columns(WORLD), Wanted(sides=("MLF",))).facets.sides) == {"Teshil Guard": 2, "MLF": 1}


def test_the_timeline_is_not_narrowed_by_days_and_the_map_not_by_a_box() -> None:
    found = asked(columns(WORLD), Wanted(first=MAY[2], last=MAY[2], box=Frame(west=62, south=40, east=63, north=42)))
    assert sum(one.count for one in found.bins) == 1
    assert sum(one.count for one in found.cells) == 2
    assert (found.unplaced, found.undated) == (0, 0)
    assert asked(columns(WORLD), Wanted(first=MAY[2])).undated == 1


def test_an_incident_alone_in_its_cell_is_named() -> None:
    cells = asked(columns(WORLD), Wanted(cell=1.0)).cells
    assert {(cell.count, cell.id) for cell in cells} == {(1, "b"), (1, "e"), (2, None)}
    assert {cell.killed for cell in cells} == {0, 2, 12}


def test_a_map_has_no_more_cells_than_can_be_drawn() -> None:
    many = [gist(f"i-{n:05d}", latitude=n % 100 / 2, longitude=n / 100) for n in range(9_000)]
    found = asked(columns(many), Wanted(cell=0.01))
    assert len(found.cells) <= 2_000 and sum(cell.count for cell in found.cells) == 9_000
    seen = asked(columns(many), Wanted(cell=0.01, seen=Frame(west=1, south=0, east=2, north=50)))
    assert seen.cell == 0.01 and sum(cell.count for cell in seen.cells) == 101


@pytest.mark.parametrize(
    ("days", "unit"),
    [(40, "day"), (500, "week"), (3_000, "month"), (20_000, "year")],
)
def test_the_unit_of_a_timeline_fits_its_length(days: int, unit: str) -> None:
    first = date(1960, 1, 1)
    found = asked(columns([gist("a", first), gist("b", first + timedelta(days=days))]), Wanted())
    assert found.unit == unit
    assert _without_gaps(found.bins)


def test_one_old_date_does_not_stretch_a_timeline() -> None:
    many = [gist("old", date(1914, 7, 28)), *(gist(f"i-{day}", day) for day in MAY)]
    found = asked(columns(many), Wanted())
    assert found.unit == "day" and found.bins[0].first == date(1914, 7, 28)
    assert sum(one.count for one in found.bins) == len(many)


def _without_gaps(bins: tuple[Bin, ...]) -> bool:
    pairs = pairwise(bins)
    return all(one.first <= one.last for one in bins) and all(a.last + timedelta(days=1) == b.first for a, b in pairs)


_DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))
_GISTS = st.lists(
    st.builds(
        lambda number, day, kind, killed, side, grade, point: gist(
            f"i-{number}",
            day,
            happening=kind,
            killed=killed,
            sides=side,
            grade=grade,
            latitude=point and point[0],
            longitude=point and point[1],
        ),
        st.integers(0, 99),
        st.none() | _DAYS,
        st.sampled_from((Happening.SHELLING, Happening.BOMBING)),
        st.none() | st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9), st.none()),
        st.sets(st.sampled_from(("MLF", "Teshil Guard", "Veldanian army"))).map(lambda s: tuple(sorted(s))),
        st.sampled_from(list(Grade)),
        st.none() | st.tuples(st.floats(-90, 90), st.floats(-180, 180)),
    ),
    max_size=12,
)


@given(
    _GISTS,
    st.none() | _DAYS,
    st.none() | _DAYS,
    st.none() | st.integers(0, 9),
    st.booleans(),
    st.sampled_from(list(SortKey)),
)
def test_a_page_holds_what_a_plain_filter_keeps(
    gists: list[Gist], first: date | None, last: date | None, killed: int | None, by_side: bool, key: SortKey
) -> None:
    wanted = Wanted(first=first, last=last, least_killed=killed, sides=("MLF",) if by_side else (), sort=key, limit=500)
    found = asked(columns(gists), wanted)
    kept = [one for one in gists if _kept(one, wanted)]
    assert sorted(ids(found)) == sorted(one.id for one in kept)
    assert found.matching == len(kept)
    dated = [one for one in gists if one.days and _kept(one, Wanted(least_killed=killed, sides=wanted.sides))]
    assert sum(one.count for one in found.bins) == len(dated)
    assert sum(one.count for one in found.cells) + found.unplaced == found.matching
    assert _without_gaps(found.bins)


def _kept(one: Gist, wanted: Wanted) -> bool:
    if wanted.first is not None or wanted.last is not None:
        if one.days is None:
            return False
        asked_for = (wanted.first or date.min, wanted.last or date.max)
        start = one.days.start
        assert start is not None
        if not asked_for[0] <= start <= asked_for[1]:
            return False
    if wanted.sides and not set(wanted.sides) & set(one.sides):
        return False
    if wanted.least_killed is None:
        return True
    if one.killed is None:
        return False
    low, best, _ = one.killed
    shown = best if best is not None else low
    return shown is not None and shown >= wanted.least_killed
