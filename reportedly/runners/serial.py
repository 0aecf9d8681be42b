"""Items in, outcomes out, one after another in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from reportedly.runners.outcome import Factory, Outcome, attempt

T = TypeVar("T")
R = TypeVar("R")


class Serial:
    """Runs the work here: for a few reports, a notebook or a debugger."""

    def run(self, factory: Factory[T, R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """One outcome an item, as each is asked for. The work is made with the first item."""
        work = None
        for item in items:
            work = work or factory()
            yield attempt(work, item)
