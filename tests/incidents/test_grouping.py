"""Average linkage joins what agrees as a whole and obeys judgements."""

from __future__ import annotations

import pytest

from reportedly.incidents.days import Ends
from reportedly.incidents.grouping import group

PAIRS = {(0, 1): 3.0, (1, 2): 3.0, (2, 3): 3.0, (3, 4): 3.0}


def test_a_chain_of_good_pairs_is_not_one_group() -> None:
    assert max(len(members) for members in group(5, PAIRS, unseen=-4.0)) == 2


def test_a_clique_is_one_group() -> None:
    scores = {(a, b): 1.0 for a in range(4) for b in range(a + 1, 4)}
    assert group(4, scores) == ((0, 1, 2, 3),)


@pytest.mark.parametrize(
    ("together", "apart", "expected"),
    [
        ([(0, 4)], [], {frozenset({0, 4})}),
        ([], [(0, 1)], {frozenset({0})}),
    ],
)
def test_judged_pairs_bind(
    together: list[tuple[int, int]], apart: list[tuple[int, int]], expected: set[frozenset[int]]
) -> None:
    found = {frozenset(members) for members in group(5, {(0, 1): 2.0}, together=together, apart=apart)}
    assert expected <= found


def test_a_foe_stays_a_foe_after_its_group_grew() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): 4.0}
    assert group(3, scores, apart=[(0, 2)]) == ((0, 1), (2,))


DAYS = [Ends(0, 0), Ends(5, 5), Ends(10, 10)]
"""Three items, five days from each to the next."""


def test_no_group_is_spread_over_more_than_a_week() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): -3.0}
    assert group(3, scores) == ((0, 1, 2),)
    assert group(3, scores, spreads=DAYS) == ((0, 1), (2,))


def test_a_siege_goes_on_and_a_strike_weeks_later_is_no_part_of_it() -> None:
    scores = {(0, 1): 5.0, (1, 2): 4.0, (0, 2): -3.0}
    lasting = [days._replace(lasting=True) for days in DAYS]
    assert group(3, scores, spreads=lasting) == ((0, 1, 2),)
    assert group(3, scores, spreads=[*lasting[:2], DAYS[2]]) == ((0, 1), (2,))


def test_what_ties_two_items_weeks_apart_joins_their_groups() -> None:
    assert group(3, {(0, 1): 5.0, (1, 2): 4.0, (0, 2): 3.0}, spreads=DAYS) == ((0, 1, 2),)


def test_an_item_without_days_holds_nothing_apart() -> None:
    assert group(3, {(0, 1): 5.0, (1, 2): 4.0, (0, 2): -1.0}, spreads=[DAYS[0], None, DAYS[1]]) == ((0, 1, 2),)
