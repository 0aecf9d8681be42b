"""A ledger's address in, a SQLAlchemy engine out whose failures are LedgerErrors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import ArgumentError

from reportedly.errors import LedgerError, MissingError
from reportedly.store.failures import complaint

PATIENCE = 10_000
"""Milliseconds that a writer waits for another one before it gives up."""

WRITERS_ROOM = 128 * 1024
"""Kilobytes of a SQLite file's pages that a writer keeps in memory, as far as it needs them. With the two megabytes
that SQLite keeps of itself, rows whose keys come in any order have the same pages of an index written again and again:
to write 600,000 comparisons took 12 processor seconds and takes 5.5."""


def address(where: str | Path) -> URL:
    """A path, ``sqlite:///path`` or ``postgresql://user@host/name`` as a URL. Raises LedgerError for others."""
    text = str(where)
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise _strange(text) from None
    match url.get_backend_name():
        case "sqlite":
            return url
        case "postgresql" | "postgres":
            return url.set(drivername="postgresql+psycopg")
    raise _strange(text)


def shown(url: URL) -> str:
    """The address as a message may print it: the path of a file, or the server without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.set(drivername="postgresql").render_as_string(hide_password=True)


def connect(url: URL) -> Engine:
    """An engine that begins transactions when told to and explains its failures."""
    where = shown(url)
    engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _postgres(url)

    @event.listens_for(engine, "handle_error")
    def explain(context: ExceptionContext) -> None:
        if context.original_exception is not None and context.sqlalchemy_exception is not None:
            raise complaint(context.original_exception, where, context.statement) from context.original_exception

    return engine


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE / 1000})

    @event.listens_for(engine, "connect")
    def prepare(raw: Any, _record: object) -> None:
        raw.isolation_level = None  # the driver opens no transaction behind our back
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = NORMAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes")
        if writes:
            connection.exec_driver_sql(f"PRAGMA cache_size = -{WRITERS_ROOM}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(url: URL) -> Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError:
        raise MissingError(
            "the driver for PostgreSQL is not installed", mend="pip install 'reportedly[postgres]'", code="no-psycopg"
        ) from None
    engine = create_engine(url)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writes"):  # one writer at a time, as in SQLite
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE}")
            connection.exec_driver_sql("SELECT pg_advisory_xact_lock(hashtext('reportedly ' || current_schema()))")

    return engine


def _strange(text: str) -> LedgerError:
    return LedgerError(
        "this is no address of a ledger",
        where=text.split("@")[-1],
        mend="give a path, sqlite:///path or postgresql://user@host/name",
        code="ledger-address",
    )
