"""What is open to a person's decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Doubt(StrEnum):
    """Why something is open."""

    BARELY_LINKED = "barely-linked"
    """Reports in one incident that little holds together."""
    NEARLY_LINKED = "nearly-linked"
    """Two incidents of one kind, day and place that were kept apart."""
    DOUBTFUL_FIGURE = "doubtful-figure"
    """One claim alone sets an end of a range."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open decision: ``verdict`` and ``ids`` are what ``judge`` would be told if the doubt is right. ``killed`` and
    ``wounded`` are by how much the sum of the best estimates would change, ``spread`` by how much the ranges of both
    would, ``incidents`` how many incidents more or fewer there would be."""

    doubt: Doubt
    verdict: str
    ids: tuple[str, ...]
    incident: str
    text: str
    killed: int = 0
    wounded: int = 0
    spread: int = 0
    incidents: int = 0

    @property
    def weight(self) -> tuple[int, int, int]:
        """How much the tables change: people in the best estimates first, then incidents, then the ranges."""
        return abs(self.killed) + abs(self.wounded), abs(self.incidents), abs(self.spread)
