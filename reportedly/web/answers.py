"""Plain objects in, JSON answers out; and what goes wrong as an answer that says what, where and how to mend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.responses import Response

from reportedly.errors import LedgerError, MissingError, ReportedlyError

MISSING = frozenset({"unknown-id", "place-unknown", "ledger-missing"})
"""Codes of errors that say that something asked for is not there."""
BUSY = frozenset({"ledger-busy"})
"""Codes of errors that pass."""


class Answer(Response):
    """An object as JSON. Browsers are told that it is nothing else."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=str).encode(
            "utf-8", "backslashreplace"
        )


@dataclass(slots=True)
class RefusedError(Exception):
    """A request that is not done: its status, what is wrong, where, and how to mend it."""

    status: int
    what: str
    where: str | None = None
    mend: str | None = None

    def answer(self, headers: Mapping[str, str] | None = None) -> Answer:
        """The refusal as JSON."""
        return Answer({"error": self.told()}, status_code=self.status, headers=headers)

    def told(self) -> dict[str, str | None]:
        """What, where and how to mend."""
        return {"what": self.what, "where": self.where, "mend": self.mend}


@dataclass(frozen=True, slots=True)
class Telling:
    """Says errors of the product to a browser: names of folders of this machine are left out of them.

    ``hidden`` are texts that no answer may hold, each with what stands in its place.
    """

    hidden: tuple[tuple[str, str], ...] = ()

    def refusal(self, error: ReportedlyError) -> RefusedError:
        """The error as a refusal."""
        return RefusedError(
            status=_status(error),
            what=self.told(error.what),
            where=self.told(error.where) if error.where else None,
            mend=self.told(error.mend) if error.mend else None,
        )

    def told(self, text: str) -> str:
        """The text without what is hidden."""
        for secret, instead in self.hidden:
            text = text.replace(secret, instead)
        return text


def hiding(where: str, name: str) -> Telling:
    """Hides where a ledger lies, and the home folder of whoever runs the program."""
    path = Path(where)
    found = [(where, name)]
    if "://" not in where:
        found += [(str(path.absolute()), name), (str(path.absolute().parent) + "/", ""), (str(Path.home()) + "/", "")]
    return Telling(tuple(pair for pair in found if len(pair[0]) > 1))


def _status(error: ReportedlyError) -> int:
    if error.code in MISSING:
        return 404
    if error.code in BUSY:
        return 503
    if isinstance(error, MissingError):
        return 501
    return 409 if isinstance(error, LedgerError) and error.code == "already-undone" else 400
