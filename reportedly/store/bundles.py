"""Rows of claims and their reports in, bundles out that nobody has decoded: for another process to open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection, select

from reportedly.model.claim import Claim
from reportedly.model.text import Report
from reportedly.store import tables
from reportedly.store.codec import thaw_all
from reportedly.store.parcels import PORTION, portions
from reportedly.store.reports import reports_of

Head = tuple[str, bytes]
_STREAM = {"yield_per": PORTION}
_TOGETHER = 8  # reports of a bundle without claims
_AT_HAND = 2_000  # reports whose rows are kept for the next bundle


@dataclass(frozen=True, slots=True)
class Bundle:
    """Claims and the reports they stand in, as they are stored."""

    frozen: tuple[str, ...]
    heads: tuple[Head, ...]

    def claims(self) -> Iterator[Claim]:
        """The claims, decoded."""
        return thaw_all(self.frozen, Claim)

    def reports(self) -> Iterator[Report]:
        """The reports with their texts, decoded."""
        return reports_of(self.heads)


def reports_alone(connection: Connection) -> Iterator[Bundle]:
    """All reports without their claims, a few at a time, by id."""
    r = tables.report.c
    query = select(r.head, r.body).order_by(r.id)
    with connection.execute(query, execution_options=_STREAM) as rows:
        for some in rows.partitions(_TOGETHER):
            yield Bundle((), tuple(map(tuple, some)))


def by_report(connection: Connection) -> Iterator[Bundle]:
    """The claims of each report that has any, by report and in its order."""
    r, c = tables.report.c, tables.claim.c
    reports = connection.execute(select(r.id, r.head, r.body).order_by(r.id), execution_options=_STREAM)
    claims = connection.execute(select(c.report, c.frozen).order_by(c.report, c.number), execution_options=_STREAM)
    with reports, claims:
        for name, rows in groupby(claims, key=itemgetter(0)):
            head, body = next((head, body) for id_, head, body in reports if id_ == name)
            yield Bundle(tuple(frozen for _, frozen in rows), ((head, body),))


def of_reports(connection: Connection, names: Iterable[str]) -> Iterator[Bundle]:
    """The claims of these reports, those without any left out, in the order of the names."""
    c = tables.claim.c
    for part in portions(list(names)):
        heads = _heads(connection, part)
        query = select(c.report, c.frozen).where(c.report.in_(part)).order_by(c.report, c.number)
        found: dict[str, list[str]] = {}
        for row in connection.execute(query):
            found.setdefault(row.report, []).append(row.frozen)
        for name in part:
            if name in found:
                yield Bundle(tuple(found[name]), (heads[name],))


def of_groups(connection: Connection, groups: Iterable[Sequence[str]]) -> Iterator[Bundle]:
    """For each group of claim ids its claims, as far as the ledger holds them, and their reports."""
    heads: dict[str, Head] = {}
    for some in _some(groups):
        found = _claims(connection, sorted({claim for group in some for claim in group}))
        if len(heads) > _AT_HAND:
            heads.clear()
        wanted = sorted({report for report, _ in found.values()} - heads.keys())
        heads.update(_heads(connection, wanted))
        for group in some:
            rows = [found[claim] for claim in group if claim in found]
            reports = dict.fromkeys(report for report, _ in rows)
            yield Bundle(tuple(frozen for _, frozen in rows), tuple(heads[report] for report in reports))


def _some(groups: Iterable[Sequence[str]]) -> Iterator[list[Sequence[str]]]:
    """The groups in runs of about as many claims as one query names."""
    run: list[Sequence[str]] = []
    size = 0
    for group in groups:
        run.append(group)
        size += len(group)
        if size >= PORTION:
            yield run
            run, size = [], 0
    if run:
        yield run


def _claims(connection: Connection, ids: Sequence[str]) -> Mapping[str, tuple[str, str]]:
    c = tables.claim.c
    query = select(c.id, c.report, c.frozen)
    rows = (row for part in portions(ids) for row in connection.execute(query.where(c.id.in_(part))))
    return {id_: (report, frozen) for id_, report, frozen in rows}


def _heads(connection: Connection, ids: Sequence[str]) -> Mapping[str, Head]:
    c = tables.report.c
    query = select(c.id, c.head, c.body)
    rows = (row for part in portions(ids) for row in connection.execute(query.where(c.id.in_(part))))
    return {id_: (head, body) for id_, head, body in rows}
