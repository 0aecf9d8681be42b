"""What the ledger is asked with and answers with, and any answer as a plain object of the machine interface."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import singledispatch
from typing import Any

from reportedly.browsing.records import browsed_record
from reportedly.exports.comparing import difference_record, question_record, tally_record
from reportedly.exports.control import ground_record
from reportedly.exports.independence import finding_record
from reportedly.exports.marks import head_record, marked_record, stood_record
from reportedly.exports.records import claim_record, findings_record, incident_record, issue_record, stand_record
from reportedly.exports.sheet import sheet_record
from reportedly.model.browsing import Browsed
from reportedly.model.claim import Claim, Issue
from reportedly.model.control import Ground, Stand
from reportedly.model.difference import Difference
from reportedly.model.findings import Findings
from reportedly.model.incident import Incident
from reportedly.model.independence import Finding
from reportedly.model.marks import Head, MarkedReport, Stood
from reportedly.model.question import Question
from reportedly.model.sheet import Sheet
from reportedly.model.tally import Tally

Progress = Callable[[int, int | None], None]
"""Is told how many steps are done, of how many (``None`` where that is not known)."""


def silent(done: int, total: int | None) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What is wanted of incidents or claims; what is left out does not narrow. ``first`` and ``last`` are days, both
    included; ``happening``, ``grade`` and ``stance`` are words of the interface."""

    happening: str | None = None
    first: date | None = None
    last: date | None = None
    country: str | None = None
    grade: str | None = None
    stance: str | None = None
    report: str | None = None
    least_killed: int | None = None
    least_origins: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reading run did: reports added, replaced by a new reading, skipped because they stood there already,
    taken (their id belongs to another text), and failed. ``reports`` are the first ids of those that were added or
    read again, at most ``NAMED``."""

    added: int = 0
    replaced: int = 0
    skipped: int = 0
    taken: int = 0
    failed: int = 0
    issues: tuple[Issue, ...] = ()
    reports: tuple[str, ...] = ()


NAMED = 100
"""Reports that a reading run names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What a linking run made."""

    claims: int
    incidents: int
    copies: int


@singledispatch
def record(value: object) -> dict[str, Any]:
    """An answer as a plain object, as the machine interface has it."""
    raise TypeError(f"{type(value).__name__} has no record")


record.register(Browsed, browsed_record)
record.register(Ground, ground_record)
record.register(Head, head_record)
record.register(Incident, incident_record)
record.register(MarkedReport, marked_record)
record.register(Stood, stood_record)
record.register(Claim, claim_record)
record.register(Issue, issue_record)
record.register(Stand, stand_record)
record.register(Finding, finding_record)
record.register(Difference, difference_record)
record.register(Tally, tally_record)
record.register(Question, question_record)
record.register(Sheet, sheet_record)


@record.register
def _(value: Findings) -> dict[str, Any]:
    return findings_record(value)
