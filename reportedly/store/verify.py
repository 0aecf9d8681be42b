"""A ledger in, what is not as it was written out: every hash computed anew, every span and reference followed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Table, exists, func, select

from reportedly.errors import LedgerError
from reportedly.incidents.following import followed
from reportedly.model.claim import Claim, Issue
from reportedly.model.text import Report, Span
from reportedly.store import decisions, tables
from reportedly.store.answers import Verified
from reportedly.store.codec import digest, thaw, unpack
from reportedly.store.reports import report_of
from reportedly.store.rows import SEAM, claim_columns, findings_digest, report_columns
from reportedly.store.state import Counter, amount

_RESTORE = "restore the ledger from a copy, or read the report again into a new ledger"


def verify(connection: Connection) -> Verified:
    """Check the file, the originals, every report with its findings, the links and the log of decisions."""
    breaks = tuple(decisions.breaks(connection))
    problems = (
        *_file(connection),
        *_originals(connection),
        *_reports(connection),
        *_orphans(connection),
        *breaks,
    )
    return Verified(
        problems=problems,
        advice=(*_stale(connection), *(() if breaks else _dangling(connection)), *_missing(connection)),
        reports=_count(connection, tables.report),
        claims=_count(connection, tables.claim),
        originals=_count(connection, tables.original),
        decisions=_count(connection, tables.decision),
        head=decisions.head(connection),
    )


def _file(connection: Connection) -> Iterator[Issue]:
    """What SQLite itself says of its pages and indexes. A server looks after its own."""
    if connection.dialect.name != "sqlite":
        return
    for (complaint,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").all():
        if complaint != "ok":
            yield Issue(code="file-damaged", message=str(complaint), hint="restore the ledger from a copy")


def _originals(connection: Connection) -> Iterator[Issue]:
    for row in _stream(connection, select(tables.original).order_by(tables.original.c.sha256)):
        try:
            sound = digest(unpack(row.packed)) == row.sha256
        except LedgerError:
            sound = False
        if not sound:
            yield Issue(
                code="original-changed",
                message=f"the original {row.sha256} is not what was read",
                hint="restore the ledger from a copy, or read the original again",
            )


def _reports(connection: Connection) -> Iterator[Issue]:
    for row in _stream(connection, select(tables.report).order_by(tables.report.c.id)):
        try:
            report = report_of(row.head, row.body)
        except (LedgerError, UnicodeDecodeError):
            yield _problem("text-changed", row.id, "the report can no longer be read")
            continue
        if _differs(row, report_columns(report)):
            yield _problem("text-changed", row.id, "the report is not what was read")
        yield from _findings(connection, row, report)


def _findings(connection: Connection, row: Any, report: Report) -> Iterator[Issue]:
    """The findings of a report against their digest, and its claims against their columns and its text."""
    reading = tables.reading.c
    packed = connection.execute(select(reading.packed).where(reading.report == row.id)).scalar()
    frozen = [row.head]
    with suppress(LedgerError, UnicodeDecodeError):  # what is missing shows in the digest
        frozen += unpack(packed or b"").decode("utf-8").split(SEAM)
    frozen += _frozen(connection, tables.attribution, row.id)
    claims = connection.execute(
        select(tables.claim).where(tables.claim.c.report == row.id).order_by(tables.claim.c.number)
    ).all()
    frozen += [claim.frozen for claim in claims]
    frozen += _frozen(connection, tables.issue, row.id)
    frozen += _frozen(connection, tables.holding, row.id)
    if findings_digest(frozen) != row.findings:
        yield _problem("findings-changed", row.id, "what was found in the report is not what was written")
    for claim in claims:
        yield from _claim(claim, report)


def _claim(row: Any, report: Report) -> Iterator[Issue]:
    try:
        claim = thaw(row.frozen, Claim)
    except LedgerError:
        yield _problem("findings-changed", report.id, f"the claim {row.id} can no longer be read")
        return
    if _differs(row, claim_columns(claim, row.number)):
        yield _problem("findings-changed", report.id, f"the columns of the claim {row.id} are not those of the claim")
    for span in (claim.span, *claim.evidence):
        if span.end > len(report.text):
            yield _outside(claim, span)


def _orphans(connection: Connection) -> Iterator[Issue]:
    """Rows whose report is not there: no engine lets them be written, but a file can be edited."""
    for table in (tables.reading, tables.attribution, tables.claim, tables.issue, tables.holding):
        known = exists().where(tables.report.c.id == table.c.report)
        query = select(table.c.report).where(~known).distinct().order_by(table.c.report)
        for report in connection.execute(query).scalars():
            yield _problem("reference-dangling", report, f"the ledger holds a {table.name} of a report that is missing")


def _stale(connection: Connection) -> Iterator[Issue]:
    if amount(connection, Counter.REVISION) != amount(connection, Counter.LINKED):
        message = "reports or decisions changed after the incidents were made"
        yield Issue(code="links-stale", message=message, hint="run link again")


def _dangling(connection: Connection) -> Iterator[Issue]:
    """Decisions on claims that another recipe no longer makes, and whose words no other claim holds."""
    named: set[str] = set()
    for line in decisions.log(connection):
        if line.undone_by is not None:
            continue
        made = line.decision
        now = followed(made.seen, _readable(connection, sorted({seen.report for seen in made.seen})))
        for seen in made.seen:
            if seen.claim not in now and seen.claim not in named:
                named.add(seen.claim)
                message = f"a judgement by {made.by} names the claim {seen.claim}, which is no longer made"
                yield Issue(code="judgement-dangling", message=message, hint="judge the report's new claims")


def _readable(connection: Connection, reports: list[str]) -> Iterator[Claim]:
    """The claims of some reports that can still be read."""
    query = select(tables.claim.c.frozen).where(tables.claim.c.report.in_(reports))
    for frozen in connection.execute(query).scalars():
        with suppress(LedgerError):
            yield thaw(frozen, Claim)


def _missing(connection: Connection) -> Iterator[Issue]:
    """Originals that were named and not handed in."""
    report, original = tables.report.c, tables.original.c
    missing = report.original.is_not(None) & ~exists().where(original.sha256 == report.original)
    message = "the bytes that the report was read from are not kept"
    for id_ in connection.execute(select(report.id).where(missing).order_by(report.id)).scalars():
        yield Issue(code="original-missing", message=message, report=id_, hint="read its file again to keep them")


def _differs(row: Any, made: Any) -> bool:
    """Whether a column is not what the frozen value says."""
    return any(getattr(row, name) != value for name, value in made.items())


def _frozen(connection: Connection, table: Table, report: str) -> list[str]:
    query = select(table.c.frozen).where(table.c.report == report).order_by(table.c.number)
    return list(connection.execute(query).scalars())


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _stream(connection: Connection, query: Any) -> Iterator[Any]:
    with connection.execute(query, execution_options={"yield_per": 200}) as rows:
        yield from rows


def _problem(code: str, report: str, message: str) -> Issue:
    return Issue(code=code, message=message, report=report, hint=_RESTORE)


def _outside(claim: Claim, span: Span) -> Issue:
    return Issue(
        code="span-outside",
        message=f"the claim {claim.id} rests on words outside the text of its report",
        report=claim.report,
        span=span,
        hint="read the report again; if it comes back, the recipe is at fault",
    )
