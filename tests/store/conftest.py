"""Ledgers for the tests: an empty one on each engine."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from reportedly.store import Store, Writer
from reportedly.store.answers import RunKind
from tests.store.made import AT, RECIPE
from tests.store.servers import programs, server

_NUMBERS = count()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a real PostgreSQL server: one named in REPORTEDLY_TEST_POSTGRES, or one started here."""
    named = os.environ.get("REPORTEDLY_TEST_POSTGRES")
    if named:
        yield named
        return
    bin_ = programs()
    if bin_ is None:
        pytest.skip("no PostgreSQL: install its server programs, or name a server in REPORTEDLY_TEST_POSTGRES")
    try:
        with server(bin_) as address:
            yield address
    except (subprocess.SubprocessError, OSError, LookupError) as error:
        said = getattr(error, "stderr", b"") or b""
        pytest.skip(f"PostgreSQL in {bin_} did not start: {error} {said.decode(errors='replace')}")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a ledger that is not there yet, on each engine."""
    if request.param == "sqlite":
        yield str(tmp_path / "veldania.ledger")
        return
    address = request.getfixturevalue("postgres")
    schema = f"reportedly_{os.getpid()}_{next(_NUMBERS)}"
    engine = create_engine(address.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{address}{'&' if '?' in address else '?'}options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty ledger on each engine."""
    with Store.open(where) as opened:
        yield opened


@pytest.fixture
def writer(store: Store) -> Iterator[Writer]:
    """A writer in a run."""
    with store.writer() as opened:
        opened.begin_run(RunKind.READ, RECIPE, at=AT)
        yield opened
