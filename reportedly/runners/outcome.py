"""What became of one item of work: a value, or a failure that stopped nothing else."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from reportedly.model.claim import Issue

T = TypeVar("T")
R = TypeVar("R")

Work = Callable[[T], R]
Factory = Callable[[], Callable[[T], R]]
"""Makes the work where it is done: a function of a module (not a lambda), so that another process can be handed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why an item has no value. ``kind`` is the type of the exception, or ``WorkerDied`` or ``TimeLimit``; ``place``
    is the innermost line of code, for a bug report."""

    kind: str
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[T, R]):
    """An item with its value, or with its failure."""

    item: T
    value: R | None
    failure: Failure | None = None


class Runner(Protocol):
    """Spreads pure work. The outcomes come in the order of the items, one for each; an item that fails stops no other.

    An exception of the factory is raised as it is. An exception of ``items`` is raised after the outcomes of all that
    came before it.
    """

    def run(self, factory: Factory[T, R], items: Iterable[T]) -> Iterator[Outcome[T, R]]: ...


def attempt(work: Work[T, R], item: T) -> Outcome[T, R]:
    """Do the work on one item."""
    try:
        return Outcome(item=item, value=work(item))
    except Exception as error:
        return Outcome(item=item, value=None, failure=failure_of(error))


def failure_of(error: BaseException) -> Failure:
    """An exception as something to tell and to send."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
    return Failure(kind=type(error).__name__, message=" ".join(str(error).split())[:500], place=place)


def issue_of(failure: Failure, report: str) -> Issue:
    """What a ledger keeps of a report that could not be read."""
    place = f" ({failure.place})" if failure.place else ""
    return Issue(
        code="report-failed",
        message=f"{failure.kind}: {failure.message}{place}",
        report=report,
        hint="the other reports were read; this one will be tried again by the next run. Please report the error",
    )
