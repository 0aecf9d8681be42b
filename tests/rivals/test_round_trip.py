"""What a ledger exports in another's columns is, compared with the ledger, the same events without a difference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.exports import forms
from reportedly.model.incident import Incident
from reportedly.model.reading import Interval
from reportedly.model.rival import Standing
from reportedly.model.words import DatePrecision, Happening, WherePrecision
from tests.exports.made import Shelf, incident, killed, where, who
from tests.rivals.made import compared

_WIDTH = {DatePrecision.DAY: 1, DatePrecision.DAYS: 4, DatePrecision.WEEK: 7, DatePrecision.MONTH: 30}
_ACTORS = [
    (),
    (replace(who("Veldanian army", "military"), side="xv-gov"),),
    (who("Marn Liberation Front", "armed-group"), who("Teshil Guard", "militia")),
    (who("farmers", "civilians"),),
    (replace(who("=rebels", "armed-group"), described=True, actor_id=None),),
]
_PLACES = [
    where(),
    where(-41.9, -18.9, "Old Virm"),
    replace(where(), precision=WherePrecision.NEAR, radius_km=None),
    replace(where(-42.0, -19.4, "Teshil"), precision=WherePrecision.PROVINCE, radius_km=75.0),
    replace(where(-41.0, -18.5, "Veldania"), precision=WherePrecision.COUNTRY, radius_km=250.0),
]


@st.composite
def _held(draw: st.DrawFn) -> tuple[Incident, ...]:
    found = []
    for number in range(draw(st.integers(1, 6))):
        precision = draw(st.sampled_from(list(_WIDTH)))
        first = date(2031, 4, 1) + timedelta(days=draw(st.integers(0, 40)))
        low = draw(st.sampled_from([None, 0, 1, 5]))
        best = draw(st.sampled_from([None, 5, 12]))
        found.append(
            incident(
                f"i-{number}",
                happening=draw(st.sampled_from([Happening.AIR_STRIKE, Happening.ARMED_CLASH, Happening.MASSACRE])),
                days=Interval(first, first + timedelta(days=_WIDTH[precision])),
                date_precision=precision,
                place=draw(st.sampled_from(_PLACES)),
                perpetrators=draw(st.sampled_from(_ACTORS)),
                targets=draw(st.sampled_from(_ACTORS)),
                estimates=(killed(low, best, best and best + 3),),
            )
        )
    return tuple(found)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trips")


@pytest.mark.parametrize("form", ["ucdp", "acled"])
@given(held=_held())
def test_an_export_compared_with_its_ledger_matches_whole(form: str, held: tuple[Incident, ...], folder: Path) -> None:
    shelf, path = Shelf(held=held), folder / f"{form}.csv"
    lines = list(forms.write(form, shelf))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = compared(shelf, path)
    assert found.issues == ()
    assert found.tallied.theirs_read == len(lines) - 1
    assert [one.standing for one in found.counterparts] == [Standing.MATCHED] * (len(lines) - 1)
    assert [one.differs for one in found.counterparts if one.differs] == []
