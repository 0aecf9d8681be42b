"""A ledger's view in, what an export walks over out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportedly.ledger.sheets import Sheets
from reportedly.ledger.tying import tied
from reportedly.model.claim import Claim
from reportedly.model.incident import Incident
from reportedly.model.sheet import Sheet
from reportedly.model.text import Report
from reportedly.store import ClaimFilter, Decided, View


def shown(view: View, incidents: Sequence[str] = ()) -> Shown:
    """The view as exports see it, of all incidents or of those named. Raises LedgerError for an id that it does not
    hold."""
    return Chosen(view, incidents) if incidents else Shown(view)


class Shown:
    """The view as exports see it: claims tied to what they deny, decisions as plain objects."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._denials = view.denials()
        self._last: Report | None = None
        self._sheets: Sheets | None = None

    def incidents(self) -> Iterator[Incident]:
        """By day, then id."""
        return self._view.incidents()

    def claims(self) -> Iterator[Claim]:
        """By report, as they stand in it."""
        return tied(self._view.claims(), self._denials)

    def claims_of(self, report: str) -> Iterator[Claim]:
        """The claims of one report."""
        return tied(self._view.claims(ClaimFilter(reports=(report,))), self._denials)

    def claim(self, id_: str) -> Claim:
        """One claim."""
        return next(tied([self._view.claim(id_)], self._denials))

    def reports(self) -> Iterator[Report]:
        """By id."""
        return self._view.reports()

    def report(self, id_: str) -> Report:
        """One report; the one asked for last is at hand, since claims come report by report."""
        if self._last is None or self._last.id != id_:
            self._last = self._view.report(id_)
        return self._last

    def digest(self, report: str) -> str:
        """The sha256 of a report's text."""
        return self.report(report).digest

    def sheet(self, id_: str) -> Sheet:
        """An incident laid out."""
        if self._sheets is None:
            self._sheets = Sheets(self._view)
        return self._sheets.sheet(id_)

    def decisions(self) -> Iterator[Mapping[str, Any]]:
        """The log, oldest first, with its hashes."""
        return (_plain(decided) for decided in self._view.decisions())


class Chosen(Shown):
    """The view as exports see it, of some incidents alone: their claims, and their reports."""

    def __init__(self, view: View, ids: Sequence[str]) -> None:
        super().__init__(view)
        found = {incident.id: incident for incident in map(view.incident, ids)}
        self._chosen = tuple(sorted(found.values(), key=_by_day))
        self._claims = frozenset(claim for incident in self._chosen for claim in incident.claims)

    def incidents(self) -> Iterator[Incident]:
        """Those chosen, by day, then id."""
        yield from self._chosen

    def claims(self) -> Iterator[Claim]:
        """Those of the incidents, by report, as they stand in it."""
        for report in self._names():
            yield from self.claims_of(report)

    def claims_of(self, report: str) -> Iterator[Claim]:
        """Those of the incidents in one report."""
        return (claim for claim in super().claims_of(report) if claim.id in self._claims)

    def reports(self) -> Iterator[Report]:
        """Those of the incidents, by id."""
        return map(self.report, self._names())

    def _names(self) -> Sequence[str]:
        return sorted({report for incident in self._chosen for report in incident.reports})


def _by_day(incident: Incident) -> tuple[bool, str, str]:
    """Known days first, as the ledger lists incidents."""
    first = incident.days.start if incident.days else None
    return first is None, str(first), incident.id


def last_day(view: View) -> str | None:
    """The ISO day of the ledger's last run or decision."""
    moments = [run.ended or run.started for run in view.runs()]
    moments += [decided.decision.at for decided in view.decisions()]
    return max(moment[:10] for moment in moments) if moments else None


def _plain(decided: Decided) -> dict[str, Any]:
    line = decided.decision
    return {
        "number": line.number,
        "at": line.at,
        "by": line.by,
        "verdict": line.verdict and line.verdict.value,
        "ruling": line.ruling and line.ruling.value,
        "left": line.left,
        "right": line.right,
        "claims": [list(pair) for pair in line.pairs],
        "values": {correction.field: correction.value for correction in line.corrections},
        "note": line.note,
        "undoes": line.undoes,
        "undone_by": decided.undone_by,
        "previous": line.previous,
        "hash": decided.hash,
    }
