"""Ledgers that cannot be opened or written: a message with place and mend, and nothing lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, text

from reportedly.errors import LedgerError
from reportedly.store import RunKind, Store
from reportedly.store import engine as engine_module
from tests.store.made import AT, RECIPE, findings, report


def refusal(where: str | Path, *, create: bool = True) -> LedgerError:
    """What is said when the ledger is opened."""
    with pytest.raises(LedgerError) as refused:
        Store.open(where, create=create)
    assert refused.value.mend
    assert refused.value.exit_code == 6
    return refused.value


def test_a_newer_ledger_is_not_touched(where: str) -> None:
    with Store.open(where) as store, store._engine.begin() as connection:
        connection.execute(text("INSERT INTO ledger_version (version, name) VALUES (99, 'm0099_later')"))
    said = refusal(where)
    assert said.code == "ledger-newer"
    assert "99" in said.what and "pip install --upgrade" in str(said)


def test_where_there_is_no_ledger_none_is_made_unasked(where: str) -> None:
    assert refusal(where, create=False).code == "ledger-missing"
    assert refusal(where, create=False).code == "ledger-missing"
    Store.open(where).close()
    Store.open(where, create=False).close()


def test_another_program_s_database_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "places.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE places (name TEXT)")
    before = path.read_bytes()
    said = refusal(path)
    assert (said.code, said.where) == ("not-a-ledger", str(path))
    assert "places" in said.what
    assert path.read_bytes() == before


def test_a_server_s_foreign_tables_are_not_touched(postgres: str) -> None:
    import psycopg

    schema = f"foreign_{os.getpid()}"
    with psycopg.connect(postgres, autocommit=True) as other:
        other.execute(f"CREATE SCHEMA {schema}")
        other.execute(f"CREATE TABLE {schema}.claim (name TEXT)")
    assert refusal(f"{postgres}&options=-csearch_path%3D{schema}").code == "not-a-ledger"


@pytest.mark.parametrize("content", [b"KARSK, April 1 (VELTA) - nothing\n" * 99, b"SQLite format 3\0" + b"\xff" * 5000])
def test_any_other_file_is_not_touched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    assert refusal(path).code in ("not-a-ledger", "ledger-corrupt")
    assert path.read_bytes() == content
    assert [p.name for p in tmp_path.iterdir()] == ["report.txt"]


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "new"
    path.touch()
    with Store.open(path) as store, store.view() as view:
        assert view.counts().reports == 0


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("", "ledger-address"),
        (":memory:", "ledger-address"),
        ("mysql://karsk/ledger", "ledger-address"),
        ("https://karsk.example/ledger", "ledger-address"),
        ("sqlite://", "ledger-address"),
        ("{tmp}", "not-a-ledger"),
        ("{tmp}/no/such/folder/ledger", "ledger-missing"),
        ("postgresql://ilka:secret@127.0.0.1:9/ledger", "ledger-unreachable"),
    ],
)
def test_an_address_that_leads_nowhere_says_so(tmp_path: Path, where: str, code: str) -> None:
    said = refusal(where.format(tmp=tmp_path))
    assert said.code == code
    assert "secret" not in str(said)


@pytest.mark.parametrize("form", ["{path}", "sqlite:///{path}"])
def test_a_path_and_its_url_are_one_ledger(tmp_path: Path, form: str) -> None:
    path = tmp_path / "with space.ledger"
    Store.open(form.format(path=path)).close()
    assert path.exists()
    assert Store.open(path, create=False).where == str(path)


def test_a_ledger_that_may_only_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with Store.open(path) as store:

        @event.listens_for(store._engine, "connect")
        def bar(raw: sqlite3.Connection, _record: object) -> None:
            raw.execute("PRAGMA query_only = ON")

        store._engine.dispose()
        with pytest.raises(LedgerError) as refused, store.writer() as writer:
            writer.begin_run(RunKind.READ, RECIPE, at=AT)
        assert refused.value.code == "ledger-readonly"


def test_a_ledger_that_another_program_writes_is_waited_for_and_then_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine_module, "PATIENCE", 50)
    path = tmp_path / "ledger"
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError) as refused, store.writer() as writer:
            writer.begin_run(RunKind.READ, RECIPE, at=AT)
        assert refused.value.code == "ledger-busy"
        with store.view() as view:  # reading goes on
            assert view.counts().reports == 0
        other.close()


def test_a_full_disk_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with Store.open(path) as store:

        @event.listens_for(store._engine, "connect")
        def narrow(raw: sqlite3.Connection, _record: object) -> None:
            raw.execute("PRAGMA max_page_count = 160")

        store._engine.dispose()
        _fill_then_mend(store, path)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte, where the tests may make one."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount a small file system")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"no small file system here: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_is_really_full_loses_nothing_that_was_stored(small_disk: Path) -> None:
    path = small_disk / "ledger"
    with Store.open(path) as store:
        (small_disk / "ballast").write_bytes(b"\0" * 200_000)
        _fill_then_mend(store, path, small_disk / "ballast")


def _fill_then_mend(store: Store, path: Path, ballast: Path | None = None) -> None:
    """Write until the disk is full; then everything stored is sound, and the same run again goes on from there."""
    made = [findings(report(f"r{number:04}", f"Kolm {number} " * 400)) for number in range(400)]
    with pytest.raises(LedgerError) as refused, store.writer(batch=5) as writer:
        writer.begin_run(RunKind.READ, RECIPE, at=AT)
        for found in made:
            writer.add(found, original=os.urandom(1000))
    assert refused.value.code == "disk-full"
    assert refused.value.where == str(path)
    assert "are stored" in refused.value.what and "free some space" in str(refused.value)
    done = writer.counts["added"]
    assert 0 < done < 400
    assert f"{done} reports of this run are stored" in refused.value.what
    store.close()
    if ballast is not None:
        ballast.unlink()
    with Store.open(path) as again:
        with again.view() as view:
            assert [r.id for r in view.reports()] == [f"r{number:04}" for number in range(done)]
            assert view.verify().sound
        with again.writer(batch=5) as writer:
            writer.begin_run(RunKind.READ, RECIPE, at=AT)
            for found in made[: done + 5]:
                writer.add(found)
        assert (writer.counts["skipped"], writer.counts["added"]) == (done, 5)
