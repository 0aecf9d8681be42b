"""What the last link left behind, read and written: see :mod:`reportedly.incidents.kept`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pickle import UnpicklingError
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, select

from reportedly.errors import LedgerError
from reportedly.incidents.candidates import Slip
from reportedly.incidents.kept import Book, Counts, KeptReport, KeptStrand, Weights
from reportedly.incidents.packing import packed, unpacked
from reportedly.incidents.wording import Wording
from reportedly.model.incident import Copy, Denial, Incident
from reportedly.store import tables
from reportedly.store.books import Books
from reportedly.store.codec import thaw
from reportedly.store.footing import Footing
from reportedly.store.parcels import insert_all, portions
from reportedly.store.rows import Row

_NUMBERS = ("found_in", "in_lower_case", "holders")


def word_rows(weights: Weights) -> Iterator[Row]:
    """The rows of the words' weights."""
    wording = weights.wording
    for name in _NUMBERS:
        codes, counts = Counts.packed(getattr(wording, name))
        yield {"name": f"{name}-codes", "packed": codes}
        yield {"name": f"{name}-counts", "packed": counts}
    yield {"name": "lines", "packed": np.array(sorted(wording.furniture), dtype=np.uint32).tobytes()}
    yield {"name": "runs", "packed": weights.furniture.tobytes()}


def report_row(one: KeptReport) -> Row:
    """The row of a report."""
    content = one.runs.tobytes(), one.alone, one.asked.tobytes(), one.told.tobytes()
    return {"number": one.number, "id": one.id, "packed": packed(content)}


def strand_row(one: KeptStrand) -> Row:
    """The row of a strand."""
    slip = one.slip
    content = one.claims, slip.keys, slip.by_count, slip.by_word, slip.by_day, tuple(sorted(slip.denies))
    return {"number": one.number, "report": one.report, "slip": packed(content), "sketch": one.sketch}


class KeptView:
    """Looks up what the last link left behind."""

    def __init__(self, connection: Connection, known: Footing) -> None:
        self._connection = connection
        self._books = Books(connection)
        self._reports = known.reports
        self.next_report, self.next_strand = known.next_report, known.next_strand
        self.weights = self._weights()

    def reports(self, ids: Iterable[str]) -> Mapping[str, KeptReport]:
        """Reports by their ids; those that were not linked yet are left out."""
        rows = self._rows(select(tables.kept_report), tables.kept_report.c.id, ids)
        return {row.id: _report(row) for row in rows}

    def numbered(self, numbers: Iterable[int]) -> Mapping[int, KeptReport]:
        """Reports by their numbers."""
        rows = self._rows(select(tables.kept_report), tables.kept_report.c.number, numbers)
        return {row.number: _report(row) for row in rows}

    def strands(self, numbers: Iterable[int]) -> Mapping[int, KeptStrand]:
        """Strands by their numbers."""
        rows = self._rows(select(tables.kept_strand), tables.kept_strand.c.number, numbers)
        return {row.number: _strand(row) for row in rows}

    def strands_of(self, reports: Iterable[int]) -> Sequence[KeptStrand]:
        """The strands of reports, by the reports' numbers."""
        rows = self._rows(select(tables.kept_strand), tables.kept_strand.c.report, reports)
        return sorted(map(_strand, rows), key=lambda one: one.number)

    def under(self, book: Book, keys: Iterable[int]) -> Mapping[int, tuple[Sequence[int], Sequence[float]]]:
        """What stands under keys of a book, with the scores."""
        return self._books.under(book, keys)

    def incidents(self, claims: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], tuple[Denial, ...]]]:
        """The incidents that hold any of the claims: their claims and what is known of denials in them."""
        member, kept = tables.incident_claim.c, tables.incident.c
        names = {row.incident for row in self._rows(select(member.incident), member.claim, claims)}
        rows = self._rows(select(kept.id, kept.frozen), kept.id, names)
        thawed = (thaw(row.frozen, Incident) for row in rows)
        return {one.id: (one.claims, one.denials) for one in thawed}

    def copies(self, reports: Iterable[str]) -> Sequence[Copy]:
        """The copies that name any of the reports."""
        c, wanted = tables.report_copy.c, sorted(set(reports))
        found = {
            (row.left_report, row.right_report): row.containment
            for side in (c.left_report, c.right_report)
            for row in self._rows(select(tables.report_copy), side, wanted)
        }
        return [Copy(left=left, right=right, containment=found[left, right]) for left, right in sorted(found)]

    def comparisons(self, claims: Iterable[str]) -> Sequence[tuple[str, str]]:
        """The comparisons whose smaller claim is one of these, as pairs of claims."""
        c = tables.comparison.c
        return [tuple(row) for row in self._rows(select(c.left_claim, c.right_claim), c.left_claim, claims)]

    def _rows(self, query: Any, column: Any, wanted: Iterable[Any]) -> Iterator[Any]:
        for part in portions(sorted(set(wanted))):
            yield from self._connection.execute(query.where(column.in_(part)))

    def _weights(self) -> Weights:
        rows = {row.name: row.packed for row in self._connection.execute(select(tables.kept_words))}
        counts = {name: Counts(rows[f"{name}-codes"], rows[f"{name}-counts"]) for name in _NUMBERS}
        lines = frozenset(np.frombuffer(rows["lines"], dtype=np.uint32).tolist())
        return Weights(
            wording=Wording(
                reports=self._reports,
                furniture=lines,
                found_in=counts["found_in"],
                in_lower_case=counts["in_lower_case"],
                holders=counts["holders"],
            ),
            furniture=np.frombuffer(rows["runs"], dtype=np.uint64),
        )


def put_reports(connection: Connection, reports: Sequence[KeptReport]) -> None:
    """Set reports, each in the place of the one of its number, if there is one."""
    for part in portions([one.number for one in reports]):
        connection.execute(delete(tables.kept_report).where(tables.kept_report.c.number.in_(part)))
    insert_all(connection, tables.kept_report, list(map(report_row, reports)))


def put_strands(connection: Connection, gone: Sequence[int], strands: Sequence[KeptStrand]) -> None:
    """Take strands out and put others in."""
    for part in portions(gone):
        connection.execute(delete(tables.kept_strand).where(tables.kept_strand.c.number.in_(part)))
    insert_all(connection, tables.kept_strand, list(map(strand_row, strands)))


def _plain(content: bytes) -> Any:
    try:
        return unpacked(content)
    except (UnpicklingError, EOFError) as error:
        raise LedgerError(
            f"what the last link kept cannot be read: {error}", mend="link with --anew", code="kept-unreadable"
        ) from error


def _report(row: Any) -> KeptReport:
    runs, alone, asked, told = _plain(row.packed)
    return KeptReport(
        number=row.number,
        id=row.id,
        runs=np.frombuffer(runs, dtype=np.uint64),
        alone=alone,
        asked=np.frombuffer(asked, dtype=np.int64),
        told=np.frombuffer(told, dtype=np.int64),
    )


def _strand(row: Any) -> KeptStrand:
    claims, keys, by_count, by_word, by_day, denies = _plain(row.slip)
    slip = Slip("", keys, by_count, by_word, by_day, frozenset(denies))
    return KeptStrand(row.number, row.report, claims, slip, row.sketch)
