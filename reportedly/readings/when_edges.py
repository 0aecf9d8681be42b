"""The days of a time and a word that narrows it in, the narrowed days out: early, mid, late, earlier, later."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.mentions.times_expression import Unit
from reportedly.model.reading import Interval
from reportedly.readings.when_calendar import edge, period

_OPEN_EDGES = {"EARLIER": "START", "LATER": "END"}


def edged(days: Interval, part: str, telling: date | None) -> Interval:
    """ "early March" is its first third. "Earlier this month" runs up to the telling and "later" from it. Told on a
    Monday, nothing of the week lies behind, and "earlier this week" is the seven days before."""
    if part not in _OPEN_EDGES:
        return edge(days, part)
    if telling is not None and days.start is not None and days.end is not None and days.start < telling < days.end:
        return Interval(days.start, telling) if part == "EARLIER" else Interval(telling, days.end)
    if part == "EARLIER" and telling is not None and days == period(Unit.WEEK, telling).days and days.start == telling:
        return Interval(telling - timedelta(7), telling)
    return edge(days, _OPEN_EDGES[part])
