"""A number and steps in, the weight of the step that it stands on out."""

from __future__ import annotations

from collections.abc import Iterable


def stepped(value: float, steps: Iterable[tuple[float, float]], beyond: float) -> float:
    """The weight of the first step that the value does not pass."""
    for limit, weight in steps:
        if value <= limit:
            return weight
    return beyond
