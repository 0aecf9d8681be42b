"""A ledger's view in, the sheets of its incidents out."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.incidents.independence import Evidence, independence
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger.tying import tied
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.mouths import mouths
from reportedly.model.incident import Copy
from reportedly.model.sheet import Sheet
from reportedly.sheets.laying import lay
from reportedly.store import View

_NAMED = 500
"""Reports of an incident up to which copies are asked for by name."""


class Sheets:
    """The sheets of one view."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._reviews = view.reviews()

    def sheet(self, id_: str) -> Sheet:
        """An incident laid out, from its claims as people left them. Raises LedgerError where there is none."""
        incident = self._view.incident(id_)
        told = tied((self._view.claim(claim) for claim in incident.claims), incident.denials)
        claims = {claim.id: claim for claim in reviewed(told, self._reviews)}
        evidence = Evidence(
            claims=claims,
            reports={name: self._view.report(name) for name in incident.reports},
            copies=self._copies(incident.reports),
        )
        return lay(incident, evidence, independence((incident.id,), evidence, counted(), mouths()))

    def _copies(self, reports: Sequence[str]) -> tuple[Copy, ...]:
        """The pairs of these reports that share text."""
        inside = frozenset(reports)
        named = reports if len(reports) <= _NAMED else None
        return tuple(copy for copy in self._view.copies(named) if copy.left in inside and copy.right in inside)
