"""Places that are said to be held: a town and a province are, a country, a vague part of one and a sea are none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.ledger import Ledger
from reportedly.model.words import Happening, WherePrecision
from tests.exports.made import who
from tests.ledger.growing import add
from tests.store.made import claim, report

HELD = [WherePrecision.EXACT, WherePrecision.NEAR, WherePrecision.DISTRICT, WherePrecision.PROVINCE]


@pytest.mark.parametrize("precision", list(WherePrecision))
def test_what_is_wider_than_a_province_is_no_held_place(precision: WherePrecision, tmp_path: Path) -> None:
    of = report()
    taken = claim(of, happening=Happening.TERRITORY_GAINED, perpetrators=(who("MLF", "armed-group"),))
    assert taken.place is not None
    taken = replace(taken, place=replace(taken.place, precision=precision))
    with Ledger.open(tmp_path / "one.db", create=True) as ledger:
        add(ledger.store, [(of, (taken,))])
        assert [ground.place for ground in ledger.grounds()] == (["Dolvi"] if precision in HELD else [])
