"""A place chosen from among many of its name, hardly surer than they, holds no two reports apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.incidents.near_in_place import by_place
from reportedly.incidents.sketches import Spot, spot
from tests.incidents.made import DOLVI, KOLM, LIPNA, place

HERE = spot(place(DOLVI))


def chosen(share: float | None, where: tuple[str, float, float]) -> Spot:
    return spot(replace(place(where), share=share))


@pytest.mark.parametrize(("share", "doubtful"), [(None, False), (0.97, False), (0.8, False), (0.55, True), (0.2, True)])
def test_a_place_is_doubtful_where_another_bearer_of_its_name_may_be_meant(share: float | None, doubtful: bool) -> None:
    assert chosen(share, KOLM).doubtful is doubtful


def test_a_doubtful_place_far_off_speaks_neither_for_nor_against() -> None:
    assert by_place((HERE,), (chosen(0.97, KOLM),), two_reports=True) <= -2
    assert by_place((HERE,), (chosen(0.3, KOLM),), two_reports=True) == 0


def test_one_report_means_two_places_by_two_names() -> None:
    assert by_place((HERE,), (chosen(0.3, KOLM),)) <= -2


def test_a_doubtful_place_still_ties_what_names_it() -> None:
    assert by_place((HERE,), (chosen(0.3, DOLVI),), two_reports=True) == by_place((HERE,), (HERE,)) > 0
    assert by_place((HERE,), (chosen(0.3, LIPNA),), two_reports=True) > 0
