"""A frame with a toll in, where most of those counted were harmed out, with what the toll then says of that place.

"57 people were killed in Marn on Friday, most of them in air strikes on Lipna" gathers happenings, and yet tells of
Lipna that at most 57 died there. A count without an upper end says nothing of it. Whatever place stands before holds
that one, so that a village which no gazetteer knows is put there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.claims.frames.frames import Frame
from reportedly.claims.where.settings import located
from reportedly.lexicon.roundup import Roundups
from reportedly.model.claim import Note
from reportedly.model.reading import HowMany, Where
from reportedly.model.words import Measure, WherePrecision

_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_WIDE = frozenset({WherePrecision.PROVINCE, WherePrecision.VAGUE, WherePrecision.COUNTRY})


class Mostly(NamedTuple):
    """Where most of those counted were harmed, the tolls as upper ends for that place, and why."""

    place: Where
    tolls: tuple[HowMany, ...]
    note: Note


def mostly(
    frame: Frame, text: str, places: Sequence[Where], tolls: Sequence[HowMany], roundups: Roundups
) -> Mostly | None:
    """What the words say of the one place where most were harmed; ``text`` is that of the report."""
    behind = roundups.most(frame.span.of(text))
    if behind is None:
        return None
    start = frame.span.start + behind
    there = [p for p in places if p.locative and p.span.start >= start and frame.span.covers(p.span)]
    near = [p for p in there if p.precision not in _WIDE]
    ends = {toll.span: toll.high for toll in tolls if toll.measure in _HARM and toll.span.end <= start}
    if not near or not ends or None in ends.values():
        return None
    around = [p for p in places if p.span.end <= start and p.latitude is not None]
    where = located(near[0], [replace(p, precision=WherePrecision.PROVINCE, radius_km=None) for p in around])
    upper = tuple(replace(t, low=None, best=None) if t.span in ends else t for t in tolls)
    note = Note(
        field="tolls", rule=MOSTLY, text=f"most of those counted: at most so many at {near[0].name}", span=near[0].span
    )
    return Mostly(where, upper, note)


MOSTLY = "en/roundup/most-of-them"
"""The rule of the note."""
