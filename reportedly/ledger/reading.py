"""Paths in, reports read and stored (or handed on) out: intake, runner and writer joined."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reportedly.errors import LedgerError
from reportedly.ledger.answers import NAMED, Progress, Reading
from reportedly.ledger.setting import Setting, reader, recipe
from reportedly.model.claim import Issue
from reportedly.model.findings import Findings
from reportedly.model.handed import Handed
from reportedly.model.incident import Incident
from reportedly.model.text import Report
from reportedly.runners import Processes, Runner, Serial, issue_of
from reportedly.store import RunKind, Standing, Store, Writer

if TYPE_CHECKING:
    from reportedly.intake import Intaken

_UNFIT = frozenset({"report-unfit", "value-unfit"})
"""What says that one report's findings cannot be stored; any other trouble is the ledger's own."""

Clock = Callable[[], str]
Extracted = tuple[Findings, tuple[Incident, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """Makes the function that reads a report and groups its claims among themselves."""

    setting: Setting

    def __call__(self) -> Callable[[Report], Extracted]:
        read = reader(self.setting).read  # first: it settles the threads before the linker imports numpy

        from reportedly.incidents.linker import Linker
        from reportedly.incidents.singled import singled_out

        join = Linker()

        def extract(report: Report) -> Extracted:
            found = read(report)
            return found, singled_out(join.link(found.claims, (report,)).incidents, found.claims)

        return extract


def extracted(
    paths: Sequence[str], setting: Setting, *, workers: int, progress: Progress
) -> Iterator[Extracted | Issue]:
    """What each report says, in input order; what cannot be read comes as an issue in its place."""
    source = _Source(paths, lambda report: report)
    for done, outcome in enumerate(_runner(workers).run(Extraction(setting=setting), source), start=1):
        yield from source.refused_before()
        intaken = source.taken.popleft()
        progress(done, None)
        if outcome.value is None:
            assert outcome.failure is not None
            yield issue_of(outcome.failure, outcome.item.id)
        else:
            found, incidents = outcome.value
            yield replace(found, issues=(*intaken.issues, *found.issues)), incidents
    yield from source.refused_before()


def read_into(
    store: Store, paths: Sequence[str | Handed], setting: Setting, *, workers: int, progress: Progress, now: Clock
) -> Reading:
    """Reads what the ledger does not hold yet, a batch at a time."""
    issues: list[Issue] = []
    named: list[str] = []
    with store.writer() as writer:
        writer.begin_run(RunKind.READ, recipe(setting), at=now())
        source = _Source(paths, lambda report: _unread(writer, report))
        for done, outcome in enumerate(_runner(workers).run(setting, source), start=1):
            issues += _fail(writer, source)
            intaken = source.taken.popleft()
            progress(done + source.passed, None)
            if outcome.value is None:
                assert outcome.failure is not None
                issue = issue_of(outcome.failure, outcome.item.id)
                writer.fail(intaken.where, issue)
                issues.append(issue)
                continue
            found = replace(outcome.value, issues=(*intaken.issues, *outcome.value.issues))
            try:
                stood = writer.add(found, original=intaken.original)
                if stood in (Standing.NEW, Standing.STALE) and len(named) < NAMED:
                    named.append(found.report.id)
            except LedgerError as error:
                if error.code not in _UNFIT:
                    raise
                issue = Issue(code=error.code, message=error.what, report=found.report.id, hint=error.mend)
                writer.fail(intaken.where, issue)
                issues.append(issue)
        issues += _fail(writer, source)
        for _ in range(source.passed):
            writer.skip()
        writer.end_run(at=now())
        counts = writer.counts
        return Reading(
            added=counts["added"],
            replaced=counts["replaced"],
            skipped=counts["skipped"],
            taken=counts["taken"],
            failed=counts["failed"],
            issues=tuple(issues),
            reports=tuple(named),
        )


def _unread(writer: Writer, report: Report) -> Report | None:
    """The report if it is still to be read; under a longer id where another text stands under its own."""
    standing = writer.standing(report)
    if standing is Standing.TAKEN:
        report = replace(report, id=f"{report.id}~{report.digest[:6]}")
        standing = writer.standing(report)
    return None if standing is Standing.READ else report


def _runner(workers: int) -> Runner:
    return Serial() if workers == 1 else Processes(workers=workers)


def _fail(writer: Writer, source: _Source) -> list[Issue]:
    """Notes what was refused; a report that came twice is no failure, only passed over."""
    found = []
    for where, issue in source.refusals():
        if issue.code == "duplicate-report":
            writer.skip()
        else:
            writer.fail(where, issue)
        found.append(issue)
    return found


class _Source:
    """The reports of the paths that are wanted, one by one; remembers what was refused and what is under way.

    ``taken`` holds the reports that were handed to the runner and not yet answered, in order: outcomes come in that
    order too.
    """

    def __init__(self, paths: Sequence[str | Handed], unread: Callable[[Report], Report | None]) -> None:
        self._paths, self._unread = paths, unread
        self.taken: deque[Intaken] = deque()
        self._refused: deque[Intaken] = deque()
        self.passed = 0

    def __iter__(self) -> Iterator[Report]:
        from reportedly.intake import read_paths  # a ledger that is only asked does without

        for intaken in read_paths(self._paths):
            if intaken.report is None:
                self._refused.append(intaken)
                continue
            report = self._unread(intaken.report)
            if report is None:
                self.passed += 1
                continue
            self.taken.append(intaken)
            yield report

    def refusals(self) -> Iterator[tuple[str, Issue]]:
        """What could not be read so far, with its place; each is given once."""
        while self._refused:
            intaken = self._refused.popleft()
            for issue in intaken.issues:
                yield intaken.where, issue

    def refused_before(self) -> Iterator[Issue]:
        """The same without places."""
        for _, issue in self.refusals():
            yield issue
