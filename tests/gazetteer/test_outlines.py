"""A point in, the division inside whose outline it lies out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.gazetteer.embedded import division_names
from reportedly.gazetteer.outlines import division_at, inside, outlines_in

SQUARE = [(0, 0), (0, 100), (100, 100), (100, 0)]
HOLE = [(40, 40), (40, 60), (60, 60), (60, 40)]


@pytest.mark.parametrize(
    ("latitude", "longitude", "code"),
    [
        (34.55, 38.28, "SY.11"),  # Palmyra: Homs
        (36.2, 37.16, "SY.09"),  # Aleppo
        (31.5, 34.47, "PS.GZ"),  # Gaza
        (48.0, 37.8, "UA.05"),  # Donetsk
        (51.5, -0.1, "GB.ENG"),  # London: finer outlines are called by the division of their towns
        (0.0, -30.0, None),  # the Atlantic
    ],
)
def test_a_point_lies_in_its_division(latitude: float, longitude: float, code: str | None) -> None:
    assert division_at(latitude, longitude) == code


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_point_has_one_known_division_or_none(latitude: float, longitude: float) -> None:
    code = division_at(latitude, longitude)
    assert code is None or code in division_names()


def test_a_hole_is_outside() -> None:
    assert inside([SQUARE, HOLE], 20, 20)
    assert not inside([SQUARE, HOLE], 50, 50)
    assert not inside([SQUARE, HOLE], 200, 50)


@pytest.mark.parametrize(
    ("box", "held", "missing"),
    [((36.0, 37.0, 36.5, 38.0), "SY.09", "SY.02"), ((-42.0, -19.0, -41.0, -18.0), None, "SY.09")],
)
def test_a_box_holds_the_outlines_that_touch_it_each_once(
    box: tuple[float, float, float, float], held: str | None, missing: str
) -> None:
    found = outlines_in(*box)
    codes = {outline.code for outline in found}
    assert (held in codes if held else not codes) and missing not in codes
    assert len(found) == len(set(found))
