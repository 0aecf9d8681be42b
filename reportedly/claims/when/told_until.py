"""A page, its times and a stretch of it in, the last day out on which what is told there can have happened."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from reportedly.model.reading import Interval, When
from reportedly.model.text import Page, Span


def until_told(page: Page, span: Span, times: Iterable[When]) -> Interval | None:
    """What nothing dates happened before it was told: open at the start, closed by the day of telling. A page that was
    added to on the day after its stamp was told until then."""
    entry = page.passages.anchor(span.start)
    if entry is None or entry.day is None:
        return None
    later = any(time.added and page.passages.anchor(time.span.start) == entry for time in times)
    return Interval(None, entry.day + timedelta(days=2 if later else 1))


def told_by_then(days: Interval | None, until: Interval | None) -> Interval | None:
    """The days of what is told, none of them after the telling: of "this year" those that are over. Days that all lie
    ahead stay."""
    if days is None or until is None or until.end is None or days.end is None:
        return days
    before = days.start is None or days.start < until.end
    return Interval(days.start, until.end) if before and until.end < days.end else days
