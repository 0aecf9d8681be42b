"""An address in, an open ledger out: made, brought up to this version, or refused with a reason."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine, func, inspect, select

from reportedly.errors import LedgerError
from reportedly.store import tables
from reportedly.store.engine import address, connect, shown
from reportedly.store.migrations import VERSION, migrate
from reportedly.store.view import View
from reportedly.store.writer import BATCH, Writer


class Store:
    """A ledger: one SQLite file, or a PostgreSQL database for teams. Any number may read while one writes."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine = engine
        self.where = where

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Store:
        """Open the ledger at a path, ``sqlite:///path`` or ``postgresql://user@host/name``.

        Where there is none it is made, unless ``create`` is false. One of an older version is brought up to date.
        Raises LedgerError: ``ledger-missing``, ``ledger-newer``, ``not-a-ledger``, ``ledger-busy`` and others.
        """
        url = address(where)
        place = shown(url)
        if url.get_backend_name() == "sqlite":
            _look(Path(place), create)
        engine = connect(url)
        try:
            _prepare(engine, place, create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, place)

    def view(self) -> View:
        """The read side."""
        return View(self._engine)

    def writer(self, *, batch: int = BATCH) -> Writer:
        """The write side; ``batch`` is how many reports are written together."""
        return Writer(self._engine, batch=batch)

    def close(self) -> None:
        """Let go of the file or server."""
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _look(path: Path, create: bool) -> None:
    """What can be said of a path before SQLite sees it."""
    if str(path) in ("", ".", ":memory:"):
        raise LedgerError("a ledger is a file", mend="name a file", code="ledger-address")
    if path.is_dir():
        raise LedgerError("this is a folder", where=str(path), mend="name a file in it", code="not-a-ledger")
    if not path.exists() and not create:
        raise LedgerError(
            "there is no ledger here",
            where=str(path),
            mend="look at the path, or read reports first",
            code="ledger-missing",
        )
    if not path.parent.is_dir():
        raise LedgerError(
            f"there is no folder {path.parent}", where=str(path), mend=f"mkdir -p {path.parent}", code="ledger-missing"
        )


def _prepare(engine: Engine, place: str, create: bool) -> None:
    with engine.connect() as connection:
        if _version(connection, place, create) == VERSION:
            return
        connection.rollback()
        if engine.dialect.name == "sqlite":  # the mode is kept in the file
            _unbegun(connection, "PRAGMA journal_mode = WAL")
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        version = _version(connection, place, create)  # again, now that nobody else can write
        migrate(connection, version)


def _version(connection: Connection, place: str, create: bool) -> int:
    """The ledger's version; 0 where nothing is there yet."""
    names = inspect(connection).get_table_names()
    if "ledger_version" not in names:
        strange = sorted(set(names) & set(tables.METADATA.tables)) if connection.dialect.name == "postgresql" else names
        if strange:
            raise LedgerError(
                f"this database is not a ledger: it has a table {strange[0]}",
                where=place,
                mend="name a ledger, or a place where nothing is yet",
                code="not-a-ledger",
            )
        if not create:
            raise LedgerError(
                "there is no ledger here",
                where=place,
                mend="look at the address, or read reports first",
                code="ledger-missing",
            )
        return 0
    version = connection.execute(select(func.max(tables.ledger_version.c.version))).scalar() or 0
    if version > VERSION:
        raise LedgerError(
            f"the ledger is of version {version}, this program knows versions up to {VERSION}",
            where=place,
            mend="install the newer reportedly that wrote it: pip install --upgrade reportedly",
            code="ledger-newer",
        )
    return version


def _unbegun(connection: Connection, statement: str) -> None:
    """Run what may not stand in a transaction."""
    raw = connection.connection.cursor()
    raw.execute(statement)
    raw.close()
