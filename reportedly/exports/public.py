"""A ledger's view in, the same view for publication out: rounded points, roles for names, no sentences of reports.

Why: a table on the web outlives the report. A point that leads to a house, or the name of a witness beside a party
that was accused, can harm people who never agreed to be in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from reportedly.exports.dossier.veil import public_sheet
from reportedly.exports.veil import Masks, coarse, known_names, person, shown, veiled
from reportedly.exports.walk import Exported
from reportedly.model.claim import Claim
from reportedly.model.incident import Contradiction, Denial, Feature, Incident, Origin
from reportedly.model.reading import HowMany
from reportedly.model.sheet import Sheet
from reportedly.model.text import Report


class Public:
    """The view without what should not be published. Ids, spans and hashes stay, so that every figure can still be
    traced by who holds the ledger."""

    def __init__(self, view: Exported) -> None:
        self._view = view
        self._masks: dict[str, Masks] = {}

    def incidents(self) -> Iterator[Incident]:
        """The incidents, without private names."""
        for incident in self._view.incidents():
            yield _incident(incident, self._known(incident.reports))

    def claims(self) -> Iterator[Claim]:
        """The claims, without private names."""
        for claim in self._view.claims():
            yield _claim(claim, self._known((claim.report,)))

    def claims_of(self, report: str) -> Iterator[Claim]:
        """The claims of one report."""
        for claim in self._view.claims_of(report):
            yield _claim(claim, self._known((report,)))

    def claim(self, id_: str) -> Claim:
        """One claim."""
        claim = self._view.claim(id_)
        return _claim(claim, self._known((claim.report,)))

    def reports(self) -> Iterator[Report]:
        """The reports without their texts."""
        for report in self._view.reports():
            yield self._report(report)

    def report(self, id_: str) -> Report:
        """One report without its text."""
        return self._report(self._view.report(id_))

    def digest(self, report: str) -> str:
        """The hash of the text that is not shown."""
        return self._view.digest(report)

    def sheet(self, id_: str) -> Sheet:
        """A sheet without private names and sentences."""
        found = self._view.sheet(id_)
        masks = self._known(found.incident.reports)
        return public_sheet(found, _incident(found.incident, masks), masks)

    def decisions(self) -> Iterator[Mapping[str, Any]]:
        """The log without its notes and the names of those who decided."""
        for line in self._view.decisions():
            yield {key: value for key, value in line.items() if key not in {"by", "note", "values"}}

    def _report(self, report: Report) -> Report:
        masks = self._known((report.id,))
        return replace(report, text="", title=report.title and veiled(report.title, masks), boilerplate=())

    def _known(self, reports: Iterable[str]) -> Masks:
        """The private names that the claims of these reports know, with the role that takes their place."""
        found: dict[str, str] = {}
        for report in reports:
            if report not in self._masks:
                self._masks[report] = known_names(self._view.claims_of(report))
            found |= self._masks[report]
        return found


def _incident(incident: Incident, masks: Masks) -> Incident:
    return replace(
        incident,
        place=incident.place and coarse(incident.place),
        perpetrators=tuple(person(who, masks, harmed=False) for who in incident.perpetrators),
        targets=tuple(person(who, masks, harmed=True) for who in incident.targets),
        origins=tuple(_origin(origin, masks) for origin in incident.origins),
        uncounted=tuple(_origin(origin, masks) for origin in incident.uncounted),
        contradictions=tuple(_contradiction(c, masks) for c in incident.contradictions),
        denials=tuple(_denial(denial, masks) for denial in incident.denials),
        grade_reason=veiled(incident.grade_reason, masks),
    )


def _claim(claim: Claim, masks: Masks) -> Claim:
    return replace(
        claim,
        chain=tuple(shown(teller) for teller in claim.chain),
        place=claim.place and coarse(claim.place),
        perpetrators=tuple(person(who, masks, harmed=False) for who in claim.perpetrators),
        targets=tuple(person(who, masks, harmed=True) for who in claim.targets),
        tolls=tuple(_toll(toll, masks) for toll in claim.tolls),
        hedge=claim.hedge and veiled(claim.hedge, masks),
        route=None,
        notes=(),
    )


def _toll(toll: HowMany, masks: Masks) -> HowMany:
    return replace(toll, text=veiled(toll.text, masks), whom=toll.whom and veiled(toll.whom, masks))


def _origin(origin: Origin, masks: Masks) -> Origin:
    return replace(origin, name=masks.get(origin.name, origin.name), reason=veiled(origin.reason, masks))


def _contradiction(found: Contradiction, masks: Masks) -> Contradiction:
    left, right = found.says
    ours, theirs = (tuple(veiled(name, masks) for name in names) for names in found.of)
    says = (veiled(left, masks), veiled(right, masks))
    return replace(found, text=veiled(found.text, masks), says=says, of=(ours, theirs))


def _denial(denial: Denial, masks: Masks) -> Denial:
    reasons = tuple(Feature(name=r.name, weight=r.weight, text=veiled(r.text, masks)) for r in denial.reasons)
    return replace(denial, reasons=reasons)
