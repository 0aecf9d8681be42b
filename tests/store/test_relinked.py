"""A few reports more are linked in place, on each engine."""

from __future__ import annotations

import pytest

from reportedly.ledger import Ledger, grouping, relinking
from reportedly.store import Store
from tests.ledger import growing


def test_report_by_report_is_all_at_once(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "FEWEST", 0)
    monkeypatch.setattr(relinking, "AT_ONCE", 2)
    monkeypatch.setattr(relinking, "GROWN", 2)
    told = growing.told(120, 3)
    ledger = Ledger(store)
    growing.add(store, told[:-3])
    assert ledger.link().again is None
    for story in told[-3:]:
        growing.add(store, [story])
        assert ledger.link().again is not None
        one = growing.links(store), growing.kept(store)
        growing.link_all_with_kept_weights(ledger)
        assert (growing.links(store), growing.kept(store)) == one
