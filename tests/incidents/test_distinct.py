"""Numbers made distinct are what numpy makes of them."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.incidents.distinct import distinct


@pytest.mark.parametrize("row", [[], [7], [7, 7, 7], [3, -1, 2**40, 3, -1], list(range(50, 0, -1))])
def test_each_number_is_left_once_and_in_order(row: list[int]) -> None:
    numbers = np.array(row, dtype=np.int64)
    assert distinct(numbers).tolist() == np.unique(numbers).tolist() == sorted(set(row))
    assert numbers.tolist() == row
