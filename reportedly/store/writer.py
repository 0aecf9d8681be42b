"""Findings in, rows of a ledger out, a batch at a time: a batch is written whole or not at all.

A program that is killed loses at most the batch it was in, and reading the same reports again writes what is missing
and nothing twice.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update

from reportedly.errors import LedgerError
from reportedly.model.claim import Issue
from reportedly.model.findings import Findings
from reportedly.model.review import Correction
from reportedly.model.text import Report
from reportedly.model.words import Ruling, Verdict
from reportedly.recipe import Recipe
from reportedly.stages import Linked
from reportedly.store import decisions, links, tables
from reportedly.store.answers import Decided, RunKind, Standing
from reportedly.store.codec import freeze, plain
from reportedly.store.footing import Footing
from reportedly.store.parcels import compare, write
from reportedly.store.rows import Parcel, check_id, parcel
from reportedly.store.state import advance

if TYPE_CHECKING:
    from reportedly.incidents.relinked import Relinked

BATCH = 32
"""Reports that are written together."""

BATCH_CHARACTERS = 4_000_000
"""Characters of text after which a batch is written even if it holds fewer reports."""

_REPORT = tables.report.c
_STOOD = select(_REPORT.digest, _REPORT.head, _REPORT.recipe).where(_REPORT.id == bindparam("report"))
"""How a report stands, asked of each one: made once, since making it takes ten times as long as asking."""


class Writer:
    """Writes to a ledger. Use it in a ``with`` block: the last batch is written when the block ends, also when it
    ends because of an error or an interrupt, since what was handed in is complete.

    ``counts`` says how many reports were added, replaced, skipped (read before), taken (another text stands under
    their id) and failed.
    """

    def __init__(self, engine: Engine, *, batch: int = BATCH) -> None:
        self._connection: Connection = engine.connect().execution_options(writes=True)
        self._reading: Connection = engine.connect()
        self._batch = batch
        self._run: tuple[int, str] | None = None
        self._waiting: dict[str, tuple[Parcel, bool]] = {}
        self._characters = 0
        self.counts: Counter[str] = Counter()

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if not isinstance(error, LedgerError):
                self.flush()
        finally:
            self.close()

    def close(self) -> None:
        """Give the connections back. What was not flushed is dropped: the ``with`` block flushes first."""
        self._reading.close()
        self._connection.close()

    def begin_run(self, kind: RunKind, recipe: Recipe, *, at: str) -> int:
        """Note that a run begins, and give its number. ``at`` is the moment, as the door's clock has it."""
        with self._connection.begin():
            known = select(tables.recipe.c.digest).where(tables.recipe.c.digest == recipe.digest)
            if self._connection.execute(known).first() is None:
                row = {"digest": recipe.digest, "frozen": freeze(recipe, Recipe)}
                self._connection.execute(insert(tables.recipe), [row])
            number = (self._connection.execute(select(func.max(tables.run.c.number))).scalar() or 0) + 1
            run = {"number": number, "kind": kind.value, "recipe": recipe.digest, "started": at, "counts": "{}"}
            self._connection.execute(insert(tables.run), [run])
        self._run = (number, recipe.digest)
        self.counts.clear()
        return number

    def end_run(self, *, at: str) -> None:
        """Write what waits, and note that the run ended, with its counts."""
        self.flush()
        number, _ = self._running()
        counted = json.dumps({name: self.counts[name] for name in sorted(self.counts)})
        with self._connection.begin():
            ended = update(tables.run).where(tables.run.c.number == number).values(ended=at, counts=counted)
            self._connection.execute(ended)
        self._run = None

    def standing(self, report: Report) -> Standing:
        """How a report stands to the ledger under this run's recipe: ask before reading it."""
        _, recipe = self._running()
        check_id(report)
        waiting = self._waiting.get(report.id)
        if waiting is not None:
            before = waiting[0].report
            if before.digest != report.digest:
                return Standing.TAKEN
            return Standing.READ if before == report else Standing.STALE
        with self._reading.begin():
            row = self._reading.execute(_STOOD, {"report": report.id}).first()
        if row is None:
            return Standing.NEW
        return compare(report, recipe, row)

    def add(self, found: Findings, *, original: bytes | None = None, revise: bool = False) -> Standing:
        """Hand in what was found in a report and the bytes it was read from; says how the report stood before.

        A report that was READ is passed over, one that is NEW is added, one that is STALE is replaced. TAKEN is passed
        over, unless ``revise`` says that the new text shall stand in the place of the old. Raises LedgerError where
        the findings cannot be stored; what was handed in before is not touched by that.
        """
        standing = self.standing(found.report)
        if standing is Standing.READ or (standing is Standing.TAKEN and not revise):
            self.counts["skipped" if standing is Standing.READ else "taken"] += 1
            return standing
        if found.report.id in self._waiting:
            self.flush()
        self._waiting[found.report.id] = (parcel(found, original), revise)
        self._characters += len(found.report.text)
        if len(self._waiting) >= self._batch or self._characters >= BATCH_CHARACTERS:
            self.flush()
        return standing

    def skip(self) -> None:
        """Count a report that the door did not read because it stands READ."""
        self.counts["skipped"] += 1

    def fail(self, source: str, issue: Issue) -> None:
        """Note that a report, or a line of a file, could not be read. The note goes when the report is read."""
        source = plain(source)
        row = {"source": source, "code": plain(issue.code), "frozen": freeze(issue, Issue)}
        with self._connection.begin():
            self._connection.execute(delete(tables.failure).where(tables.failure.c.source == source))
            self._connection.execute(insert(tables.failure), [row])
        self.counts["failed"] += 1

    def flush(self) -> None:
        """Write the batch that waits, whole. Raises LedgerError and writes nothing of it where that cannot be done."""
        if not self._waiting:
            return
        number, recipe = self._running()
        waiting, self._waiting, self._characters = list(self._waiting.values()), {}, 0
        try:
            with self._connection.begin():
                written = write(self._connection, waiting, run=number, recipe=recipe)
                advance(self._connection)
        except LedgerError as error:
            raise self._what_is_safe(error, len(waiting)) from error
        self.counts.update(written)

    def replace_links(self, linked: Linked, *, revision: int) -> None:
        """Put new incidents, comparisons and copies in the place of the old, in one transaction.

        ``revision`` is the ``View.revision()`` that the links were made from. Ids that no incident bears any more lead
        to the incident that holds most of their claims.
        """
        with self._connection.begin():
            links.replace(self._connection, linked, revision)

    def replace_made(self, made: links.Made, *, revision: int) -> None:
        """The same from rows that need not fit into memory."""
        with self._connection.begin():
            links.replace_made(self._connection, made, revision)

    def apply_relinked(self, made: Relinked, before: Footing, *, since: int, linked: int, revision: int) -> None:
        """Bring incidents, comparisons and copies up to date after ``since`` reports more; whole or not at all."""
        from reportedly.store import relinked

        with self._connection.begin():
            relinked.apply(self._connection, made, before, since=since, linked=linked, revision=revision)

    def judge(self, verdict: Verdict, left: str, right: str, *, by: str, note: str = "", at: str) -> Decided:
        """Append a person's decision on two claims or incidents to the log."""
        self.flush()
        with self._connection.begin():
            made = decisions.judge(self._connection, verdict, left, right, by=by, note=note, at=at)
            advance(self._connection)
        return made

    def part(
        self, incident: str, left: Sequence[str], right: Sequence[str], *, by: str, note: str = "", at: str
    ) -> Decided:
        """Append a person's decision that some claims of an incident belong with none of its others, as one line."""
        self.flush()
        with self._connection.begin():
            made = decisions.part(self._connection, incident, tuple(left), tuple(right), by=by, note=note, at=at)
            advance(self._connection)
        return made

    def rule(
        self, ruling: Ruling, id_: str, corrections: Sequence[Correction] = (), *, by: str, note: str = "", at: str
    ) -> Decided:
        """Append a person's ruling on one claim, or on the claims of an incident, to the log."""
        self.flush()
        with self._connection.begin():
            made = decisions.rule(self._connection, ruling, id_, tuple(corrections), by=by, note=note, at=at)
            advance(self._connection)
        return made

    def undo(self, number: int, *, by: str, note: str = "", at: str) -> Decided:
        """Append that an earlier decision no longer counts. The earlier line stays."""
        self.flush()
        with self._connection.begin():
            made = decisions.undo(self._connection, number, by=by, note=note, at=at)
            advance(self._connection)
        return made

    def _running(self) -> tuple[int, str]:
        if self._run is None:
            raise LedgerError("no run was begun", mend="call begin_run before reports are added", code="no-run")
        return self._run

    def _what_is_safe(self, error: LedgerError, lost: int) -> LedgerError:
        done = self.counts["added"] + self.counts["replaced"]
        return LedgerError(
            f"{error.what}; {done} reports of this run are stored, the last {lost} are not, nothing is half written",
            where=error.where,
            mend=error.mend,
            code=error.code,
        )
