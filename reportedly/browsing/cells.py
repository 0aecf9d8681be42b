"""Points of incidents in, the cells of a map out: what lies in one square of a grid is drawn as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.browsing.columns import Columns, Mask, Numbers
from reportedly.browsing.narrowing import inside
from reportedly.model.browsing import Cell, Frame

MOST = 2_000
"""Cells that a map may have: where there would be more, they are made larger."""
SMALLEST, LARGEST = 0.0005, 45.0
"""Degrees: about fifty metres, and an eighth of the way round."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells, those with most incidents last (so that they are drawn on top), and their width in degrees."""

    cells: tuple[Cell, ...]
    width: float
    unplaced: int


def grid(held: Columns, kept: Mask, *, width: float | None = None, seen: Frame | None = None) -> Grid:
    """The incidents that are kept and have a point, by square. ``seen`` leaves out what lies elsewhere."""
    unplaced = int(np.count_nonzero(kept & held.unplaced))
    chosen = np.flatnonzero(kept & ~held.unplaced if seen is None else kept & inside(held, seen))
    side = min(max(width or _fitting(held, chosen), SMALLEST), LARGEST)
    squares = _squares(held, chosen, side)
    while len(np.unique(squares)) > MOST:
        side *= 2
        squares = _squares(held, chosen, side)
    return Grid(cells=_cells(held, chosen, squares), width=side, unplaced=unplaced)


def _fitting(held: Columns, chosen: Numbers) -> float:
    """A width at which about sixty squares lie side by side."""
    if not len(chosen):
        return 1.0
    spans = (np.ptp(column[chosen]) for column in (held.latitude, held.longitude))
    return max(float(max(spans)) / 60, 0.01)


def _squares(held: Columns, chosen: Numbers, side: float) -> Numbers:
    rows = np.floor((held.latitude[chosen] + 90) / side).astype(np.int64)
    columns = np.floor((held.longitude[chosen] + 180) / side).astype(np.int64)
    return rows * 2**24 + columns


def _cells(
    held: Columns,
    chosen: Numbers,
    squares: Numbers,
) -> tuple[Cell, ...]:
    _, firsts, owners, counts = np.unique(squares, return_index=True, return_inverse=True, return_counts=True)
    latitudes, longitudes, killed = (
        np.bincount(owners, weights=column[chosen], minlength=len(counts))
        for column in (held.latitude, held.longitude, held.dead)
    )
    drawn = np.argsort(counts, kind="stable")
    columns = (np.round(latitudes / counts, 5), np.round(longitudes / counts, 5), counts, killed, chosen[firsts])
    return tuple(
        Cell(
            latitude=latitude,
            longitude=longitude,
            count=count,
            killed=int(dead),
            id=held.ids[first] if count == 1 else None,
        )
        for latitude, longitude, count, dead, first in zip(*(c[drawn].tolist() for c in columns), strict=True)
    )
