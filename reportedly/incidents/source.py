"""What is to be linked, wherever it is kept: claims by report, and single claims and reports again by their ids.

A linker goes through everything a few times and keeps little of it, so a source hands out what a worker can open on
its own: claims held in memory, or the rows of a ledger that nobody has decoded yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from reportedly.model.claim import Claim
from reportedly.model.text import Report
from reportedly.model.words import Stance

T = TypeVar("T")
R = TypeVar("R")


class Opened(NamedTuple):
    """Claims and the reports they stand in, by their ids."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]


class Told(Protocol):
    """Claims that are still to be opened, with their reports. Can be sent to another process."""

    def open(self) -> Opened: ...


class Source(Protocol):
    """Claims as they count, and their reports. All of it can be asked for again."""

    def reports(self) -> Iterable[Report]:
        """Every report, those without claims too; gone through several times."""
        ...

    def reported(self) -> Iterator[Told]:
        """Every report, those without claims too, to be opened elsewhere; none comes with its claims."""
        ...

    def told(self) -> Iterator[Told]:
        """The claims of one report after another."""
        ...

    def told_of(self, reports: Iterable[str]) -> Iterator[Told]:
        """The claims of these reports, those without claims left out."""
        ...

    def gathered(self, groups: Iterable[Sequence[str]]) -> Iterator[Told]:
        """For each group of claim ids those claims and their reports, in the order of the groups."""
        ...

    def denials(self) -> Sequence[Claim]:
        """The claims that deny, by their ids."""
        ...

    def known(self) -> Mapping[str, Claim]:
        """Claims by their ids, looked up when asked for."""
        ...

    def texts(self) -> Mapping[str, Report]:
        """Reports by their ids, looked up when asked for."""
        ...


class Spread(Protocol):
    """Does a piece of work on many items, here or in other processes; the answers come in the order of the items.
    Each ``large`` item is a second's work, and is handed out alone."""

    def __call__(
        self, factory: Callable[[], Callable[[T], R]], items: Iterable[T], *, large: bool = False
    ) -> Iterator[R]: ...


def one_by_one(
    factory: Callable[[], Callable[[T], R]],
    items: Iterable[T],
    *,
    large: bool = False,  # noqa: ARG001 - one after another in any case
) -> Iterator[R]:
    """The work done here, item after item."""
    return map(factory(), items)


@dataclass(frozen=True, slots=True)
class HeldTold:
    """Claims in memory."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]

    def open(self) -> Opened:
        return Opened(self.claims, self.reports)


class Held:
    """A source of claims and reports in memory."""

    def __init__(self, claims: Iterable[Claim], reports: Iterable[Report]) -> None:
        self._claims = {claim.id: claim for claim in claims}
        self._reports = {report.id: report for report in reports}

    def reports(self) -> Iterable[Report]:
        return [self._reports[name] for name in sorted(self._reports)]

    def reported(self) -> Iterator[Told]:
        yield HeldTold({}, {name: self._reports[name] for name in sorted(self._reports)})

    def told(self) -> Iterator[Told]:
        return self.told_of(sorted({claim.report for claim in self._claims.values()}))

    def told_of(self, reports: Iterable[str]) -> Iterator[Told]:
        by_report: dict[str, dict[str, Claim]] = defaultdict(dict)
        for claim in self._claims.values():
            by_report[claim.report][claim.id] = claim
        for name in reports:
            if name in by_report:
                yield HeldTold(by_report[name], self._only([name]))

    def gathered(self, groups: Iterable[Sequence[str]]) -> Iterator[Told]:
        for group in groups:
            claims = {name: self._claims[name] for name in group}
            yield HeldTold(claims, self._only(claim.report for claim in claims.values()))

    def denials(self) -> Sequence[Claim]:
        return [self._claims[name] for name in sorted(self._claims) if self._claims[name].stance is Stance.DENIES]

    def known(self) -> Mapping[str, Claim]:
        return self._claims

    def texts(self) -> Mapping[str, Report]:
        return self._reports

    def _only(self, names: Iterable[str]) -> Mapping[str, Report]:
        return {name: self._reports[name] for name in names if name in self._reports}
