"""Items in, outcomes out in the same order, worked on by several processes.

Each worker makes its work once and is sent one chunk at a time. No more than a few chunks are in memory, however many
items there are. When a worker dies, its chunk is tried again item by item; the item that kills it alone is a failure.
"""

from __future__ import annotations

import os
import pickle
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from reportedly.runners.crew import Crew, Done, Job
from reportedly.runners.outcome import Factory, Failure, Outcome

T = TypeVar("T")
R = TypeVar("R")

CHUNK = 8
"""Items that are sent together."""

AHEAD = 4
"""Chunks a worker that may be under way or wait for an earlier one to end."""


class Processes:
    """Runs the work in ``workers`` processes, one a core unless told otherwise.

    ``seconds`` is how long one item may take; one that takes longer is a failure. Workers are started anew (spawned),
    so the factory and the items must be picklable, and a script that uses this must guard its start with
    ``if __name__ == "__main__":``.
    """

    def __init__(self, *, workers: int | None = None, chunk: int = CHUNK, seconds: float | None = None) -> None:
        self.workers = workers or cores()
        self.chunk = chunk
        self.seconds = seconds

    def run(self, factory: Factory[T, R], items: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """One outcome an item, in order. Closing the iterator, or an interrupt, ends the workers."""
        crew = Crew(pickle.dumps(factory), self.workers, self.seconds)
        try:
            yield from _all_done(crew, items, self.workers, self.chunk)
        finally:
            crew.dismiss()


class Hired:
    """The same processes for one run after another, for work whose modules take a second to import: each run gives
    them other work. One run at a time; ``close`` ends them."""

    def __init__(self, *, workers: int, chunk: int = CHUNK) -> None:
        self.workers = workers
        self.chunk = chunk
        self._crew: Crew | None = None

    def run(self, factory: Factory[T, R], items: Iterable[T], *, chunk: int | None = None) -> Iterator[Outcome[T, R]]:
        """One outcome an item, in order; ``chunk`` is how many are sent together this time. A run that is not gone
        through to its end ends the workers."""
        crew = self._turned_to(pickle.dumps(factory))
        try:
            yield from _all_done(crew, items, self.workers, chunk or self.chunk)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End the workers."""
        if self._crew is not None:
            self._crew.dismiss()
            self._crew = None

    def _turned_to(self, factory: bytes) -> Crew:
        if self._crew is None:
            self._crew = Crew(factory, self.workers, None)
        else:
            self._crew.turn_to(factory)
        return self._crew


def _all_done(crew: Crew, items: Iterable[T], workers: int, chunk: int) -> Iterator[Outcome[T, R]]:
    source = _Source(items, chunk)
    yield from _in_order(crew, source, workers, workers * chunk * AHEAD)
    if source.error is not None:
        raise source.error


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Source:
    """Cuts items into jobs, numbers them, and holds back an exception of theirs until all before it is done."""

    def __init__(self, items: Iterable[Any], chunk: int) -> None:
        self._numbered = enumerate(items)
        self._chunk = chunk
        self.taken = 0
        self.error: Exception | None = None
        self.again: deque[Job] = deque()

    def next(self, allowed: int) -> Job | None:
        """The next job: one to be tried again, or new items as long as fewer than ``allowed`` were taken."""
        if self.again:
            return self.again.popleft()
        taken: list[tuple[int, Any]] = []
        while len(taken) < self._chunk and self.taken < allowed and self.error is None:
            try:
                taken.append(next(self._numbered))
            except StopIteration:
                break
            except Exception as error:
                self.error = error
            else:
                self.taken += 1
        return Job(items=tuple(taken)) if taken else None


def _in_order(crew: Crew, source: _Source, workers: int, window: int) -> Iterator[Outcome[Any, Any]]:
    """Keep the crew at work and hand out what is done. At most ``window`` items are taken and not handed out."""
    done: dict[int, Outcome[Any, Any]] = {}
    waiting: deque[Job] = deque()
    given = 0
    while _fill(waiting, source, workers, given + window) or crew.busy:
        crew.grow(len(waiting))
        while waiting and crew.has_room:
            crew.give(waiting.popleft())
        for ended in crew.wait():
            done.update(_settled(ended, source.again))
        while given in done:
            yield done.pop(given)
            given += 1


def _fill(waiting: deque[Job], source: _Source, workers: int, allowed: int) -> bool:
    """Take jobs until there is one for each worker, and say whether there is any."""
    while len(waiting) < workers and (job := source.next(allowed)) is not None:
        waiting.append(job)
    return bool(waiting)


def _settled(ended: Done, again: deque[Job]) -> Iterator[tuple[int, Outcome[Any, Any]]]:
    """The outcomes of a job by number. What fell with a worker is tried again alone, and given up the second time."""
    numbers = [number for number, _ in ended.job.items]
    if ended.fate is None:
        yield from zip(numbers, ended.outcomes, strict=True)
    elif ended.job.again:
        for number, item in ended.job.items:
            yield number, Outcome(item=item, value=None, failure=_told(ended.fate))
    else:
        again.extend(ended.job.apart())


def _told(fate: Failure) -> Failure:
    return Failure(kind=fate.kind, message=f"{fate.message} (twice, the second time with this item alone)")
