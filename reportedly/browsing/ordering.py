"""Columns and a key in, the incidents in order out: those without a value last, ties by day, then as they came."""

from __future__ import annotations

import numpy as np

from reportedly.browsing.columns import EVER, GRADES, NEVER, NONE, Columns, Floats, Numbers, figure
from reportedly.model.browsing import SortKey
from reportedly.model.words import Grade

FIRMNESS = (Grade.CONFIRMED, Grade.FAIR, Grade.WEAK, Grade.CONTESTED, Grade.DISCOUNTED)
"""Grades from the firmest on."""


def ordered(held: Columns, key: SortKey, *, descending: bool) -> Numbers:
    """The numbers of all incidents in order."""
    values = _values(held, key)
    missing = np.isnan(values)
    signed = np.where(missing, 0.0, -values if descending else values)
    return np.lexsort((np.arange(len(held)), day_of(held), signed, missing))


def _values(held: Columns, key: SortKey) -> Floats:
    """A number for each incident by which it is put in order; NaN for none."""
    if key is SortKey.WHEN:
        return np.where(held.undated, np.nan, day_of(held).astype(np.float64))
    if key in (SortKey.KILLED, SortKey.WOUNDED):
        shown = figure(held.killed if key is SortKey.KILLED else held.wounded, fallback=NONE)
        return np.where(shown == NONE, np.nan, shown.astype(np.float64))
    if key is SortKey.PLACE:
        return _ranked(held.place, held.places)
    if key is SortKey.KIND:
        return held.kind.astype(np.float64)
    if key is SortKey.GRADE:
        return np.array([FIRMNESS.index(grade) for grade in GRADES], dtype=np.float64)[held.grade]
    return (held.origins if key is SortKey.ORIGINS else held.reports).astype(np.float64)


def day_of(held: Columns) -> Numbers:
    """The first possible day; of what has no beginning the last."""
    return np.where(held.start == NEVER, np.where(held.end == EVER, EVER, held.end - 1), held.start)


def _ranked(codes: Numbers, words: tuple[str, ...]) -> Floats:
    """For every code the place of its word in the alphabet."""
    places = np.full(len(words) + 1, np.nan)  # the last is that of no word, whose code is -1
    for rank, code in enumerate(sorted(range(len(words)), key=lambda code: (words[code].casefold(), words[code]))):
        places[code] = rank
    return places[codes]
