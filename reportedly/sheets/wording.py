"""Days and ranges in, the words for them out."""

from __future__ import annotations

from datetime import timedelta

from reportedly.model.reading import Interval


def days(interval: Interval | None) -> str:
    """An interval in words, first and last day included."""
    if interval is None or (interval.start is None and interval.end is None):
        return "day not known"
    last = interval.end - timedelta(days=1) if interval.end else None
    if interval.start is None:
        return f"not after {last}"
    if last is None:
        return f"from {interval.start}"
    return str(last) if interval.start == last else f"{interval.start} to {last}"
