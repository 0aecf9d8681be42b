"""The migrations make the tables that the queries name, and are only appended."""

from __future__ import annotations

from hashlib import sha256
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import inspect

from reportedly.store import Store
from reportedly.store import migrations as package
from reportedly.store import store as store_module
from reportedly.store.migrations import MIGRATIONS, VERSION
from reportedly.store.tables import METADATA, ledger_version

PINNED = {
    ("m0001_first", "sqlite"): "7939342f41a3cdf984c320b7ea9d4f3fa13396a876a4c3917d31dc0ed9509dfa",
    ("m0001_first", "postgresql"): "34fb220ed20f8b2d9c6e3865f7408ad52f52beb6b699b2f7d71d33f2c0301cdb",
    ("m0002_holdings", "sqlite"): "d1063f1e9c6fb9b472179149d45a9e6a41a8a96f0b460059555cd71dbdb58cfc",
    ("m0002_holdings", "postgresql"): "0325f41e90d587244a1fd36b8b59a1b247e1f435fa22434d8a3ad48dfd782928",
    ("m0003_kept", "sqlite"): "187e42252d0b57f6ea5b33fa2fa2b890106df1e1b30e1ef830b7b012eee0b851",
    ("m0003_kept", "postgresql"): "dc4128ad47c4fe4f1ea8b5bddbf9f0266041cd8804e96bde851850223b0d39a2",
}
"""The sha256 of each migration's SQL. A migration that was released is never edited: append another one."""


def test_migrations_are_numbered_in_order() -> None:
    assert [int(name[1:5]) for name in MIGRATIONS] == list(range(1, VERSION + 1))
    there = sorted(path.stem for path in Path(package.__file__).parent.glob("m*.py"))
    assert there == list(MIGRATIONS)


@pytest.mark.parametrize("name", MIGRATIONS)
@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_migrations_are_only_appended(name: str, dialect: str) -> None:
    sql = "\n".join(import_module(f"{package.__name__}.{name}").statements(dialect))
    assert sha256(sql.encode()).hexdigest() == PINNED[name, dialect]


def test_the_tables_are_those_that_queries_name(store: Store) -> None:
    with store._engine.connect() as connection:
        seen = inspect(connection)
        for table in METADATA.sorted_tables:
            columns = {column["name"] for column in seen.get_columns(table.name)}
            assert columns == set(table.columns.keys()), table.name
        rows = connection.execute(ledger_version.select().order_by(ledger_version.c.version)).all()
    assert [tuple(row) for row in rows] == [(n, name) for n, name in enumerate(MIGRATIONS, start=1)]


def test_a_ledger_opened_again_is_not_migrated_again(where: str) -> None:
    Store.open(where).close()
    with Store.open(where) as store, store._engine.connect() as connection:
        assert len(connection.execute(ledger_version.select()).all()) == VERSION


def test_a_migration_that_fails_leaves_nothing_behind(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(connection: object, since: int) -> None:
        package.migrate(connection, since)  # type: ignore[arg-type]
        raise RuntimeError

    monkeypatch.setattr(store_module, "migrate", broken)
    with pytest.raises(RuntimeError):
        Store.open(where)
    monkeypatch.undo()
    with Store.open(where) as store, store.view() as view:
        assert view.counts().reports == 0


def test_a_file_ledger_writes_ahead(tmp_path: Path) -> None:
    with Store.open(tmp_path / "ledger") as store, store._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
