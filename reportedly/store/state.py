"""The ledger's own counters: how often it changed, what its links were made from, the last number of a report."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, insert, select, update

from reportedly.store.tables import ledger_state


class Counter(StrEnum):
    """The names of the counters."""

    REVISION = "revision"
    """Grows with every batch of reports and every decision."""
    LINKED = "linked"
    """The revision that the incidents were made from."""
    LAST_REPORT = "last-report"
    """The largest number that a report ever had."""


def amount(connection: Connection, counter: Counter) -> int:
    """The counter's value; 0 before it was first set."""
    query = select(ledger_state.c.amount).where(ledger_state.c.name == counter.value)
    return connection.execute(query).scalar() or 0


def put(connection: Connection, counter: Counter, value: int) -> None:
    """Set a counter."""
    changed = update(ledger_state).where(ledger_state.c.name == counter.value).values(amount=value)
    if connection.execute(changed).rowcount == 0:
        connection.execute(insert(ledger_state), [{"name": counter.value, "amount": value}])


def advance(connection: Connection) -> None:
    """Count a change of the ledger."""
    put(connection, Counter.REVISION, amount(connection, Counter.REVISION) + 1)
