"""Periods of neighbouring years or months and a day in, the one that is meant out, seen from that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from reportedly.mentions.times_expression import Pointer, Unit
from reportedly.readings.when_calendar import Period
from reportedly.readings.when_turn import Turn

_NEVER = 1000.0
"""What a distance is multiplied by where the words leave no doubt of the side."""


def chosen(options: Iterable[Period], base: date, pointer: Pointer | None, turn: Turn) -> Period:
    """Which of the periods of neighbouring years is meant, seen from a day."""
    periods = sorted(options, key=lambda p: p.start)
    behind = [p for p in periods if p.end <= base] or periods[:1]
    ahead = [p for p in periods if p.start > base] or periods[-1:]
    if pointer in (Pointer.LAST, Pointer.PREVIOUS):
        return behind[-1]
    if pointer in (Pointer.NEXT, Pointer.FOLLOWING):
        return ahead[0]
    if pointer in (Pointer.THIS, Pointer.THAT):
        return next((p for p in periods if p.start.year == base.year), periods[0])
    return min(periods, key=lambda p: (_distance(p, base) * _against(p, base, turn), p.start))


def _against(here: Period, base: date, turn: Turn) -> float:
    """By how much a distance counts more because it goes against the verb. A report that leaves the year out means a
    near one, so a near day outweighs the verb ("the truce signed today ends on 1 April")."""
    if here.start > base and turn is Turn.DONE:
        return _NEVER
    if here.start > base:
        firm = 6.0 if here.unit is Unit.DAY else 12.0
        return {Turn.PAST: firm, Turn.OPEN: 2.5, Turn.FUTURE: 1.0}[turn]
    ahead = 3.0 if here.unit is Unit.DAY else 2.0
    return ahead if turn is Turn.FUTURE else 1.0


def _distance(here: Period, base: date) -> int:
    if here.start <= base < here.end:
        return 0
    return min(abs((here.start - base).days), abs((here.end - base).days))
