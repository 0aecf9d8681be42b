"""A ledger's view in, its incidents each with its reports and claims out: the one walk of the exports by incident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from reportedly.model.claim import Claim
from reportedly.model.incident import Incident, Origin
from reportedly.model.sheet import Sheet
from reportedly.model.text import Report
from reportedly.model.words import Measure


class Exported(Protocol):
    """What an export walks over: the read side of a ledger."""

    def incidents(self) -> Iterator[Incident]: ...

    def claims(self) -> Iterator[Claim]: ...

    def claims_of(self, report: str) -> Iterator[Claim]: ...

    def reports(self) -> Iterator[Report]: ...

    def claim(self, id_: str) -> Claim: ...

    def report(self, id_: str) -> Report: ...

    def digest(self, report: str) -> str:
        """The sha256 of the report's text, also where the text itself is not shown."""
        ...

    def decisions(self) -> Iterator[Mapping[str, Any]]: ...

    def sheet(self, id_: str) -> Sheet:
        """An incident laid out."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The reports and claims of an incident."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]

    @property
    def only_totals(self) -> bool:
        """Whether the dead are told of only in running totals and round-ups, which are no event."""
        counts = [(c, t) for c in self.claims for t in c.tolls if t.measure is Measure.KILLED]
        return bool(counts) and all(claim.container or toll.cumulative for claim, toll in counts)

    def quote(self, claim: Claim) -> str:
        """The claim's words in its report on one line; empty where reports are not shown."""
        return next((quoted(claim, report) for report in self.reports if report.id == claim.report), "")

    def first_of(self, origin: Origin) -> Claim | None:
        """The claim that stands for an origin: the first that goes back to it."""
        return next((claim for claim in self.claims if claim.id in origin.claims), None)


def told(view: Exported, incident: Incident) -> Told:
    """All that was told of an incident."""
    return Told(
        reports=tuple(view.report(r) for r in incident.reports), claims=tuple(view.claim(c) for c in incident.claims)
    )


def quoted(claim: Claim, report: Report) -> str:
    """The claim's words on one line; empty where the report's text is not shown."""
    return " ".join(claim.span.of(report.text).split())
