"""Ledgers that are not there, not ours or newer: a message with place and mend, exit 6, nothing made or changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import call

ASKING = [("incidents",), ("claims",), ("issues",), ("verify",), ("link",), ("export",), ("decisions",)]


@pytest.mark.parametrize("command", ASKING, ids=lambda c: c[0])
def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path, command: tuple[str]) -> None:
    path = tmp_path / "absent.db"
    done = call(*command, path)
    assert done.code == 6
    assert str(path) in done.err and "mend: " in done.err
    assert list(tmp_path.iterdir()) == []


def _text(path: Path) -> None:
    path.write_text("this is a letter and no ledger\n" * 40, encoding="utf-8")


def _other(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def _newer(path: Path) -> None:
    from reportedly.store import Store

    Store.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO ledger_version (version, name) VALUES (99, 'm0099_later')")
    connection.close()


@pytest.mark.parametrize(("make", "word"), [(_text, "not"), (_other, "recipes"), (_newer, "99")])
def test_what_is_no_ledger_of_ours_is_refused_and_left_alone(tmp_path: Path, make: object, word: str) -> None:
    assert callable(make)
    path = tmp_path / "there.db"
    make(path)
    before = path.read_bytes()
    done = call("incidents", path)
    assert done.code == 6
    assert word in done.err and str(path) in done.err and "mend: " in done.err
    assert path.read_bytes() == before


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    done = call("claims", tmp_path)
    assert done.code == 6 and str(tmp_path) in done.err


def test_a_database_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    done = call("claims", "postgresql://user:secret@127.0.0.1:1/none")
    assert done.code in {6, 7}
    assert "secret" not in done.err and "mend: " in done.err
