"""Rows of reports in, reports and search hits out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, func, select

from reportedly.model.marks import Head
from reportedly.model.text import Report, Span
from reportedly.store import tables
from reportedly.store.answers import Hit
from reportedly.store.codec import thaw, thaw_all, unpack_text
from reportedly.store.search import index_of
from reportedly.store.words import Term, first_place, terms

AROUND = 80
"""Characters shown on each side of the words that a search found."""


def report_of(head: str, body: bytes) -> Report:
    """The report that was stored."""
    return _told(thaw(head, Report), unpack_text(body))


def reports_of(rows: Sequence[tuple[str, bytes]]) -> Iterator[Report]:
    """Several reports that were stored, each as its head and its body."""
    heads = thaw_all([head for head, _ in rows], Report)
    return (_told(one, unpack_text(body)) for one, (_, body) in zip(heads, rows, strict=True))


def _told(report: Report, text: str) -> Report:
    """A report that was just decoded and that nobody else holds, with its text: ``replace`` would make it anew, in as
    much time as decoding it takes."""
    object.__setattr__(report, "text", text)
    return report


def search(connection: Connection, query: str, limit: int | None) -> Iterator[Hit]:
    """The reports that hold all terms of the query, by day of publication and id."""
    wanted = terms(query)
    c = tables.report.c
    found = (
        select(c.head, c.body)
        .where(c.number.in_(index_of(connection).numbers(wanted)))
        .order_by(c.published.is_(None), c.published, c.id)
        .limit(limit)
    )
    for row in connection.execute(found):
        yield _hit(report_of(row.head, row.body), wanted)


def numbers_with(connection: Connection, query: str) -> tuple[int, ...]:
    """The numbers under which the index holds all terms of the query. Their reports are not looked at."""
    return tuple(connection.execute(index_of(connection).numbers(terms(query))).scalars())


def heads(connection: Connection, query: str | None, *, offset: int, limit: int) -> tuple[int, tuple[Head, ...]]:
    """How many reports hold all terms of the query (all reports, where there is none), and a page of them: the newest
    first, those without a day last, then by id."""
    c, claim = tables.report.c, tables.claim.c
    wanted = terms(query) if query and query.strip() else ()
    tests = [c.number.in_(index_of(connection).numbers(wanted))] if wanted else []
    total = connection.execute(select(func.count()).select_from(tables.report).where(*tests)).scalar_one()
    claims = select(func.count()).where(claim.report == c.id).scalar_subquery()
    page = (
        select(tables.report, claims.label("claims"))
        .where(*tests)
        .order_by(c.published.is_(None), c.published.desc(), c.id)
        .offset(offset)
        .limit(limit)
    )
    return total, tuple(_head(row, wanted) for row in connection.execute(page))


def _head(row: Any, wanted: tuple[Term, ...]) -> Head:
    return Head(
        id=row.id,
        title=row.title,
        outlet=row.outlet,
        published=row.published,
        url=row.url,
        language=row.language,
        characters=row.characters,
        claims=row.claims,
        words=_hit(report_of(row.head, row.body), wanted).words if wanted else None,
    )


def _hit(report: Report, wanted: tuple[Term, ...]) -> Hit:
    span = first_place(report.text, wanted)
    return Hit(
        report=report.id,
        title=report.title,
        outlet=report.outlet,
        published=report.published.day if report.published else None,
        span=span,
        words=_around(report.text, span) if span else report.title or "",
    )


def _around(text: str, span: Span) -> str:
    """The words with their surroundings on one line, cut between words."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    if start > 0:
        before = "… " + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + " …"
    return " ".join(f"{before}{span.of(text)}{after}".split())
