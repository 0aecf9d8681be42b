"""Villages that no gazetteer knows: two names are two places, one name is one."""

from __future__ import annotations

import pytest

from reportedly.incidents.linker import Linker
from reportedly.incidents.near_in_place import by_place
from reportedly.incidents.sketches import Spot
from reportedly.model.reading import Where
from reportedly.model.text import Span
from reportedly.model.words import WherePrecision
from tests.incidents.made import claim, report


def unknown(name: str) -> Where:
    """A name put at the country in which the text says that it lies."""
    return Where(
        span=Span(0, 1),
        text=name,
        sentence=0,
        rule="code:test",
        name=name,
        place_id=None,
        latitude=44.0,
        longitude=41.0,
        radius_km=None,
        precision=WherePrecision.COUNTRY,
        country="VD",
    )


@pytest.mark.parametrize(
    ("one", "other", "incidents"), [("Zhemun", "Ostrel", 2), ("Zhemun", "Zhemun", 1), ("Old Zhemun", "Zhemoun", 1)]
)
def test_unknown_villages_are_told_apart_by_name(one: str, other: str, incidents: int) -> None:
    said = tuple(
        claim(f"a#{number}", where=None, place=unknown(name)) for number, name in enumerate((one, other), start=1)
    )
    assert len(Linker().link(said, (report("a"),)).incidents) == incidents


def test_another_province_weighs_more_than_another_name() -> None:
    here = Spot("name:lipna", None, None, 0.0, "XV", "Marn", False)
    there = Spot("town-1", 41.0, 20.0, 5.0, "XV", "Teshil", True)
    assert here.unknown
    assert by_place((here,), (there,)) < by_place((here,), (there._replace(admin1=None),)) <= 0
