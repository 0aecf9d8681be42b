"""A database driver's exception in, a LedgerError with place and mend out."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from reportedly.errors import LedgerError


class _Reason(NamedTuple):
    code: str
    what: str
    mend: str


_FULL = _Reason("disk-full", "the disk is full", "free some space and run the same command again")
_BUSY = _Reason("ledger-busy", "another program is writing to the ledger", "wait until it has finished, then run again")
_FOREIGN = _Reason("not-a-ledger", "this file is not a ledger", "name a ledger, or a file that does not exist yet")
_CORRUPT = _Reason("ledger-corrupt", "the ledger file is damaged", "restore a copy, or read the reports again")
_READONLY = _Reason("ledger-readonly", "the ledger may not be written", "give write permission to file and folder")
_UNOPENABLE = _Reason("ledger-unopenable", "the ledger cannot be opened", "look at the path and its permissions")
_BROKEN_DISK = _Reason("disk-error", "the disk could not be read or written", "look at space and disk, then run again")
_REFUSED = _Reason("ledger-refused", "the database server did not let us in", "look at user, password and database")
_UNREACHABLE = _Reason("ledger-unreachable", "the database server cannot be reached", "look at host, port and server")
_UNKNOWN = _Reason("ledger-failed", "the database refused a statement", "report this with the lines above")

_SQLITE = {
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOTADB: _FOREIGN,
    sqlite3.SQLITE_CORRUPT: _CORRUPT,
    sqlite3.SQLITE_READONLY: _READONLY,
    sqlite3.SQLITE_CANTOPEN: _UNOPENABLE,
    sqlite3.SQLITE_PERM: _UNOPENABLE,
    sqlite3.SQLITE_IOERR: _BROKEN_DISK,
}
"""SQLite's primary result codes, https://www.sqlite.org/rescode.html."""

_POSTGRES = {
    "53100": _FULL,
    "55P03": _BUSY,
    "40001": _BUSY,
    "40P01": _BUSY,
    "25006": _READONLY,
    "42501": _READONLY,
    "28000": _REFUSED,
    "28P01": _REFUSED,
    "3D000": _REFUSED,
    "58030": _BROKEN_DISK,
}
"""SQLSTATE codes, PostgreSQL documentation, appendix A."""


def complaint(error: BaseException, where: str, statement: str | None = None) -> LedgerError:
    """What went wrong, in our words. A failure that has no row here carries the statement that caused it."""
    reason = _reason(error)
    what = reason.what
    if reason in (_UNKNOWN, _UNREACHABLE, _REFUSED):
        what = f"{what}: {_first_line(error)}"
    if reason is _UNKNOWN and statement:
        what = f"{what} in: {' '.join(statement.split())[:300]}"
    return LedgerError(what, where=where, mend=reason.mend, code=reason.code)


def _reason(error: BaseException) -> _Reason:
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, _UNKNOWN)
    state = getattr(error, "sqlstate", None)
    if state is None and type(error).__name__ == "OperationalError":
        return _UNREACHABLE
    return _POSTGRES.get(str(state), _UNKNOWN)


def _first_line(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), type(error).__name__)
