"""How connections to a ledger's file are set up."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from reportedly.store.engine import WRITERS_ROOM, address, connect


def test_a_writer_keeps_many_pages_in_memory_and_a_reader_few(tmp_path: Path) -> None:
    engine = connect(address(tmp_path / "ledger"))
    assert _room(engine, writes=False) == -2_000  # as SQLite has it
    assert _room(engine, writes=True) == -WRITERS_ROOM


def _room(engine: Engine, *, writes: bool) -> object:
    with engine.connect().execution_options(writes=writes) as connection, connection.begin():
        return connection.exec_driver_sql("PRAGMA cache_size").scalar()
