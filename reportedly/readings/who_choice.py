"""Readings that overlap in, those that stay out: surer kinds before others, then the longer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.reading import Who


def settle(ranked: Iterable[Sequence[Who]]) -> tuple[Who, ...]:
    """The readings in text order, none overlapping; of two that do, the one of the earlier list stays, except that a
    longer reading that knows its actor replaces shorter ones inside it."""
    kept: list[Who] = []
    for readings in ranked:
        for who in sorted(readings, key=lambda w: (w.span.start - w.span.end, w.span.start)):
            if not any(who.span.touches(other.span) for other in kept):
                kept.append(who)
    return tuple(sorted(kept, key=lambda w: w.span.start))
