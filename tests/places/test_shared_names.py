"""Names of real places in reports on Syria, with the Who's On First list where it lies beside the checkout."""

from __future__ import annotations

import pytest

from benchmarks.place_names import LEAST, LISTS, NAMES, check


@pytest.mark.skipif(not (LISTS / "wof-sy.tsv.xz").is_file(), reason=f"no Who's On First list at {LISTS}")
def test_names_of_reports_on_syria_are_found_where_they_lie() -> None:
    wrong = list(check(LISTS))
    assert len(NAMES) - len(wrong) >= LEAST, wrong
    assert not [line for line in wrong if line.startswith(("Bisharfah", "Nabi Younis", "Hayyan"))]
