"""An explanation: a statement and the statements that it rests on, down to words of a report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One statement of an explanation. ``report`` and ``span`` point at the words it rests on, if it rests on words."""

    text: str
    report: str | None = None
    span: Span | None = None
    because: tuple[Step, ...] = ()

    def lines(self, depth: int = 0) -> Iterator[tuple[int, Step]]:
        """The step and all below it, with their depth."""
        yield depth, self
        for step in self.because:
            yield from step.lines(depth + 1)
