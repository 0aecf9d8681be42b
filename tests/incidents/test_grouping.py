"""Average linkage joins what agrees as a whole and obeys judgements."""

from __future__ import annotations

import pytest

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
