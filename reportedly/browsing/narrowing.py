"""Columns and what is wanted in, which incidents each part of it keeps out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.browsing.columns import EVER, GRADES, KINDS, NEVER, NONE, Columns, Mask, figure
from reportedly.model.browsing import Frame, Wanted

DAYS, BOX, KIND, SIDE, GRADE, COUNTRY = "days", "box", "kind", "side", "grade", "country"


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What each part of what is wanted keeps. A part that is not named keeps everything."""

    size: int
    masks: dict[str, Mask]

    def kept(self, *, without: str | None = None) -> Mask:
        """What all parts keep, one of them left aside."""
        found = np.ones(self.size, dtype=np.bool_)
        for name, mask in self.masks.items():
            if name != without:
                found &= mask
        return found


def narrowed(held: Columns, wanted: Wanted, telling: Mask | None) -> Narrowed:
    """Each part of what is wanted by itself. ``telling`` are the incidents of the reports that hold the words."""
    masks: dict[str, Mask] = {}
    if telling is not None:
        masks["words"] = telling
    if wanted.first is not None or wanted.last is not None:
        masks[DAYS] = _touching(held, wanted)
    if wanted.box is not None:
        masks[BOX] = inside(held, wanted.box)
    if wanted.kinds:
        masks[KIND] = np.isin(held.kind, _codes(KINDS, wanted.kinds))
    if wanted.grades:
        masks[GRADE] = np.isin(held.grade, _codes(GRADES, wanted.grades))
    if wanted.countries:
        masks[COUNTRY] = np.isin(held.country, _codes(held.countries, wanted.countries))
    if wanted.sides:
        masks[SIDE] = _of_sides(held, wanted.sides)
    if wanted.contested:
        masks["contested"] = held.disputes > 0
    if wanted.single:
        masks["single"] = held.total == 0
    if wanted.least_killed is not None:
        masks["killed"] = figure(held.killed, fallback=NONE) >= wanted.least_killed
    if wanted.least_origins is not None:
        masks["origins"] = held.origins >= wanted.least_origins
    return Narrowed(len(held), masks)


def telling(held: Columns, numbers: Sequence[int]) -> Mask:
    """The incidents that one of these reports tells of, by the ledger's numbers of reports."""
    found = np.zeros(len(held), dtype=np.bool_)
    wanted = np.asarray(numbers, dtype=np.int64)
    found[held.numbers.owners()[np.isin(held.numbers.codes, wanted)]] = True
    return found


def inside(held: Columns, frame: Frame) -> Mask:
    """The incidents whose point lies in a part of the earth."""
    found: Mask = (held.latitude >= frame.south) & (held.latitude <= frame.north)
    east_of, west_of = held.longitude >= frame.west, held.longitude <= frame.east
    across: Mask = (east_of | west_of) if frame.west > frame.east else (east_of & west_of)
    return found & across


def _touching(held: Columns, wanted: Wanted) -> Mask:
    first = NEVER if wanted.first is None else wanted.first.toordinal()
    after = EVER if wanted.last is None else wanted.last.toordinal() + 1
    found: Mask = (held.start < after) & (held.end > first) & ~held.undated
    return found


def _of_sides(held: Columns, names: Sequence[str]) -> Mask:
    found = np.zeros(len(held), dtype=np.bool_)
    found[held.sides.owners()[np.isin(held.sides.codes, _codes(held.parties, names))]] = True
    return found


def _codes(words: Sequence[str], wanted: Sequence[str]) -> list[int]:
    """The numbers of the wanted words; those that no incident bears have none."""
    asked = set(wanted)
    return [code for code, word in enumerate(words) if word in asked]
