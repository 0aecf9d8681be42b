"""Columns and what each wish keeps in, how many incidents each kind, side, grade and country would have out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from reportedly.browsing.columns import GRADES, KINDS, NONE, Columns, Numbers
from reportedly.browsing.narrowing import COUNTRY, GRADE, KIND, SIDE, Narrowed
from reportedly.model.browsing import Facets

SIDES = 200
"""Parties that are counted, those with most incidents."""


def facets(held: Columns, wishes: Narrowed, chosen: Sequence[str] = ()) -> Facets:
    """The counts, most first. ``chosen`` are sides that are listed however few incidents they have."""
    owners = held.sides.owners()
    of_sides = held.sides.codes[wishes.kept(without=SIDE)[owners]]
    countries = held.country[wishes.kept(without=COUNTRY)]
    return Facets(
        kinds=_counted(held.kind[wishes.kept(without=KIND)], KINDS),
        sides=_cut(_counted(of_sides, held.parties), set(chosen)),
        grades=_counted(held.grade[wishes.kept(without=GRADE)], GRADES),
        countries=_counted(countries[countries != NONE], held.countries),
    )


def _counted(codes: Numbers, words: Sequence[str]) -> tuple[tuple[str, int], ...]:
    counts = np.bincount(codes, minlength=len(words))
    found = ((str(words[code]), int(counts[code])) for code in np.flatnonzero(counts).tolist())
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def _cut(found: Iterable[tuple[str, int]], chosen: set[str]) -> tuple[tuple[str, int], ...]:
    return tuple(pair for number, pair in enumerate(found) if number < SIDES or pair[0] in chosen)
