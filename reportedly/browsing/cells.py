"""Points of incidents in, the cells of a map out: what lies in one square of a grid is drawn as one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from reportedly.browsing.columns import Columns, Mask
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


def _fitting(held: Columns, chosen: np.ndarray[tuple[int], np.dtype[np.int64]]) -> float:
    """A width at which about sixty squares lie side by side."""
    if not len(chosen):
        return 1.0
    spans = (np.ptp(column[chosen]) for column in (held.latitude, held.longitude))
    return max(float(max(spans)) / 60, 0.01)


def _squares(
    held: Columns, chosen: np.ndarray[tuple[int], np.dtype[np.int64]], side: float
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    rows = np.floor((held.latitude[chosen] + 90) / side).astype(np.int64)
    columns = np.floor((held.longitude[chosen] + 180) / side).astype(np.int64)
    return rows * 2**24 + columns


def _cells(
    held: Columns,
    chosen: np.ndarray[tuple[int], np.dtype[np.int64]],
    squares: np.ndarray[tuple[int], np.dtype[np.int64]],
) -> tuple[Cell, ...]:
    _, firsts, owners, counts = np.unique(squares, return_index=True, return_inverse=True, return_counts=True)
    latitudes, longitudes, killed = (
        np.bincount(owners, weights=column[chosen], minlength=len(counts))
        for column in (held.latitude, held.longitude, held.dead)
    )
    return tuple(
        Cell(
            latitude=round(float(latitudes[n] / counts[n]), 5),
            longitude=round(float(longitudes[n] / counts[n]), 5),
            count=int(counts[n]),
            killed=int(killed[n]),
            id=held.ids[chosen[firsts[n]]] if counts[n] == 1 else None,
        )
        for n in np.argsort(counts, kind="stable").tolist()
    )
