"""A ledger of any older version in, one of this version out. Migrations are only appended, never edited."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from sqlalchemy import Connection

MIGRATIONS: Sequence[str] = ("m0001_first", "m0002_holdings", "m0003_kept")
"""The modules of this package in the order in which they are applied; the first makes version 1. Each has a function
``statements(dialect)`` that gives the SQL for ``sqlite`` or ``postgresql``."""

VERSION = len(MIGRATIONS)
"""The version of a ledger that this program writes."""


def migrate(connection: Connection, since: int) -> None:
    """Apply what comes after version ``since`` inside the caller's transaction."""
    for number in range(since + 1, VERSION + 1):
        name = MIGRATIONS[number - 1]
        module = import_module(f"{__name__}.{name}")
        for statement in module.statements(connection.dialect.name):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"INSERT INTO ledger_version (version, name) VALUES ({number}, '{name}')")
