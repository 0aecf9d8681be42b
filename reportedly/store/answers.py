"""What the store answers with, beside the types of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from reportedly.model.claim import Issue
from reportedly.model.review import Correction, Seen
from reportedly.model.text import Span
from reportedly.model.words import Ruling, Verdict


class Standing(StrEnum):
    """How a report stands to a ledger, before it is read or written."""

    NEW = "new"
    """No report of this id is there."""
    READ = "read"
    """The same report was read with the same recipe: nothing to do."""
    STALE = "stale"
    """The same text was read, but with another recipe, title, date or other part of the head: read it again."""
    TAKEN = "taken"
    """Another text stands under this id. It is not replaced unless asked for (``revise``)."""


class RunKind(StrEnum):
    """What a run did."""

    READ = "read"
    LINK = "link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a command: with which recipe, from when to when, and what it counted. ``ended`` is ``None`` while it
    goes on, and for ever where it was cut off."""

    number: int
    kind: RunKind
    recipe: str
    started: str
    ended: str | None
    counts: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a ledger holds."""

    reports: int
    claims: int
    attributions: int
    incidents: int
    issues: int
    failures: int
    decisions: int
    originals: int
    runs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A report that a search found: the first place in its text where a wanted word stands, and the words around it.
    ``span`` is ``None`` where only the title holds them."""

    report: str
    title: str | None
    outlet: str | None
    published: date | None
    span: Span | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What tells one reading of a report from another: its id, the digest of its text and that of the recipe."""

    id: str
    digest: str
    recipe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes that a report was read from."""

    sha256: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the log: a person's judgement on two claims, a ruling on one (``ruling``, of the claim or incident
    ``left``, with its ``corrections``), or the undoing of an earlier line (``undoes`` its number).

    ``left`` and ``right`` are the ids as given, of claims or incidents; ``pairs`` are the claims they stood for.
    ``at`` is the moment as the caller gave it, ``previous`` the hash of the line before (empty in the first).
    """

    number: int
    previous: str
    at: str
    by: str
    note: str
    verdict: Verdict | None = None
    left: str = ""
    right: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
    seen: tuple[Seen, ...] = ()
    undoes: int | None = None
    ruling: Ruling | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A line of the log with its hash, and the number of the line that undid it."""

    decision: Decision
    hash: str
    undone_by: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What ``verify`` found. ``problems`` mean that the ledger is not what was written; ``advice`` names what a
    command would mend. ``head`` is the hash of the last decision: written down elsewhere, it shows a log cut short."""

    problems: tuple[Issue, ...]
    advice: tuple[Issue, ...]
    reports: int
    claims: int
    originals: int
    decisions: int
    head: str

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.problems
