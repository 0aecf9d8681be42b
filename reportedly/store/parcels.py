"""A batch of parcels in, their rows in the ledger: inside the caller's transaction, so whole or not at all."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Date, Table, bindparam, delete, insert, select, update

from reportedly.model.text import Report
from reportedly.store import tables
from reportedly.store.answers import Standing
from reportedly.store.rows import Parcel, Row, frozen_head
from reportedly.store.search import index_of
from reportedly.store.state import Counter, amount, put

T = TypeVar("T")

PORTION = 500
"""Ids that one query names; SQLite takes at most 32,766 values in a statement."""


def write(connection: Connection, waiting: Sequence[tuple[Parcel, bool]], *, run: int, recipe: str) -> Tally[str]:
    """Write parcels, each with whether it may take the place of another text. Counts what became of them.

    How each report stands is looked up again here, under the lock: another program may have read it meanwhile.
    """
    before = _before(connection, [parcel.report.id for parcel, _ in waiting])
    sorted_out: dict[str, list[Parcel]] = {name: [] for name in ("added", "replaced", "skipped", "taken")}
    for parcel, revise in waiting:
        sorted_out[_fate(parcel, revise, recipe, before.get(parcel.report.id))].append(parcel)
    added, replaced = sorted_out["added"], sorted_out["replaced"]
    made: Row = {"run": run, "recipe": recipe}
    _originals(connection, [*added, *replaced])
    _replace(connection, replaced, before, made)
    _add(connection, added, made)
    _findings(connection, [*replaced, *added])
    _changed(connection, [*replaced, *added])
    return Tally({name: len(parcels) for name, parcels in sorted_out.items()})


def compare(report: Report, recipe: str, row: Any) -> Standing:
    """How a report stands to the row of its id (digest, head and recipe)."""
    if row.digest != report.digest:
        return Standing.TAKEN
    return Standing.READ if row.recipe == recipe and row.head == frozen_head(report) else Standing.STALE


def _fate(parcel: Parcel, revise: bool, recipe: str, before: Any) -> str:
    match Standing.NEW if before is None else compare(parcel.report, recipe, before):
        case Standing.NEW:
            return "added"
        case Standing.READ:
            return "skipped"
        case Standing.STALE:
            return "replaced"
        case Standing.TAKEN:
            return "replaced" if revise else "taken"


def portions(ids: Sequence[T]) -> Iterable[Sequence[T]]:
    """The ids in runs that one query can name."""
    return (ids[start : start + PORTION] for start in range(0, len(ids), PORTION))


def _before(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    columns = tables.report.c
    query = select(columns.id, columns.number, columns.digest, columns.title, columns.head, columns.recipe)
    return {row.id: row for part in portions(ids) for row in connection.execute(query.where(columns.id.in_(part)))}


def _originals(connection: Connection, parcels: Sequence[Parcel]) -> None:
    wanted = {str(p.original["sha256"]): p.original for p in parcels if p.original is not None}
    column = tables.original.c.sha256
    for part in portions(list(wanted)):
        for known in connection.execute(select(column).where(column.in_(part))).scalars():
            del wanted[known]
    insert_all(connection, tables.original, list(wanted.values()))


def _add(connection: Connection, parcels: Sequence[Parcel], made: Row) -> None:
    if not parcels:
        return
    numbers = _fresh_numbers(connection, len(parcels))
    rows = [{**p.head, **made, "number": number} for number, p in zip(numbers, parcels, strict=True)]
    insert_all(connection, tables.report, rows)
    index_of(connection).add(connection, [(number, p.report) for number, p in zip(numbers, parcels, strict=True)])


def _replace(connection: Connection, parcels: Sequence[Parcel], before: dict[str, Any], made: Row) -> None:
    """Take the old findings out and set the report's row anew; its number changes with its words."""
    if not parcels:
        return
    for table in (tables.claim, tables.attribution, tables.issue, tables.holding, tables.reading):
        for part in portions([p.report.id for p in parcels]):
            connection.execute(delete(table).where(table.c.report.in_(part)))
    moved = [p for p in parcels if _words_changed(p, before[p.report.id])]
    fresh = dict(zip([p.report.id for p in moved], _fresh_numbers(connection, len(moved)), strict=True))
    if moved:
        index_of(connection).drop(connection, [before[id_].number for id_ in fresh])
    changed = update(tables.report).where(tables.report.c.id == bindparam("_id"))
    connection.execute(
        changed, [_new_head(p, made, fresh.get(p.report.id, before[p.report.id].number)) for p in parcels]
    )
    if moved:
        index_of(connection).add(connection, [(fresh[p.report.id], p.report) for p in moved])


def _words_changed(parcel: Parcel, before: Any) -> bool:
    return bool((before.digest, before.title) != (parcel.head["digest"], parcel.head["title"]))


def _new_head(parcel: Parcel, made: Row, number: int) -> Row:
    head = {name: value for name, value in parcel.head.items() if name != "id"}
    return {**head, **made, "number": number, "_id": parcel.report.id}


def _fresh_numbers(connection: Connection, count: int) -> range:
    """Numbers that no report ever had, so that what the index says of old ones leads nowhere."""
    last = amount(connection, Counter.LAST_REPORT)
    if count:
        put(connection, Counter.LAST_REPORT, last + count)
    return range(last + 1, last + 1 + count)


def _findings(connection: Connection, parcels: Sequence[Parcel]) -> None:
    insert_all(connection, tables.reading, [p.reading for p in parcels])
    insert_all(connection, tables.attribution, [row for p in parcels for row in p.attributions])
    insert_all(connection, tables.claim, [row for p in parcels for row in p.claims])
    insert_all(connection, tables.issue, [row for p in parcels for row in p.issues])
    insert_all(connection, tables.holding, [row for p in parcels for row in p.holdings])
    for part in portions([p.report.id for p in parcels]):
        connection.execute(delete(tables.failure).where(tables.failure.c.source.in_(part)))


def _changed(connection: Connection, parcels: Sequence[Parcel]) -> None:
    """Note at which revision the reports came to stand as they do: that of this batch, which is counted after it."""
    ids = [p.report.id for p in parcels]
    for part in portions(ids):
        connection.execute(delete(tables.report_change).where(tables.report_change.c.report.in_(part)))
    revision = amount(connection, Counter.REVISION) + 1
    insert_all(connection, tables.report_change, [{"report": id_, "revision": revision} for id_ in ids])


def insert_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows in one go; none is fine. Where the driver takes each value as it is, they go straight to it: looking
    at each again takes longer than SQLite does to write it."""
    if not rows:
        return
    written = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
    if written.positiontup is None or any(isinstance(column.type, Date) for column in table.columns):
        connection.execute(insert(table), rows)
        return
    values = itemgetter(*written.positiontup)
    connection.exec_driver_sql(str(written), [values(row) for row in rows])
