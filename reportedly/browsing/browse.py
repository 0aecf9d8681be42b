"""Columns and what is wanted in, a page of it with its timeline, map and counts out."""

from __future__ import annotations

from datetime import date

import numpy as np

from reportedly.browsing.cells import grid
from reportedly.browsing.columns import EVER, NEVER, Columns, Mask, Numbers
from reportedly.browsing.facets import facets
from reportedly.browsing.narrowing import BOX, DAYS, narrowed
from reportedly.browsing.timeline import timeline
from reportedly.model.browsing import Browsed, Wanted

PAGE = 500
"""Incidents that a page may list."""


def browse(held: Columns, wanted: Wanted, order: Numbers, telling: Mask | None = None) -> Browsed:
    """What is wanted of the incidents. ``order`` are all of them in the wanted order (see :func:`ordered`),
    ``telling`` those that the wanted words are told of (see :func:`telling`)."""
    wishes = narrowed(held, wanted, telling)
    kept, whenever = wishes.kept(), wishes.kept(without=DAYS)
    page = order[kept[order]][max(wanted.offset, 0) :][: min(max(wanted.limit, 0), PAGE)]
    times = timeline(held, whenever)
    squares = grid(held, wishes.kept(without=BOX), width=wanted.cell, seen=wanted.seen)
    first, last = _ends(held)
    return Browsed(
        total=len(held),
        matching=int(np.count_nonzero(kept)),
        rows=tuple(held.gist(row) for row in page.tolist()),
        unit=times.unit,
        bins=times.bins,
        cells=squares.cells,
        cell=squares.width,
        unplaced=squares.unplaced,
        undated=int(np.count_nonzero(whenever & held.undated)),
        first=first,
        last=last,
        facets=facets(held, wishes, wanted.sides),
    )


def _ends(held: Columns) -> tuple[date | None, date | None]:
    """The first and the last day that any incident is told to have had."""
    starts, ends = held.start[held.start != NEVER], held.end[held.end != EVER]
    first = date.fromordinal(int(starts.min())) if len(starts) else None
    return first, date.fromordinal(int(ends.max()) - 1) if len(ends) else None
