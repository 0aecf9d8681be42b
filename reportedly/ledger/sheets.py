"""A ledger's view in, the sheets of its incidents out."""

from __future__ import annotations

from collections import defaultdict

from reportedly.incidents.independence import Evidence, independence
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger.tying import tied
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.mouths import mouths
from reportedly.model.incident import Copy
from reportedly.model.sheet import Sheet
from reportedly.sheets.laying import lay
from reportedly.store import View


class Sheets:
    """The sheets of one view. What all of them need is read once."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._reviews = view.reviews()
        self._copies: dict[str, list[Copy]] = defaultdict(list)
        for copy in view.copies():
            self._copies[copy.left].append(copy)

    def sheet(self, id_: str) -> Sheet:
        """An incident laid out, from its claims as people left them. Raises LedgerError where there is none."""
        incident = self._view.incident(id_)
        told = tied((self._view.claim(claim) for claim in incident.claims), incident.denials)
        claims = {claim.id: claim for claim in reviewed(told, self._reviews)}
        inside = frozenset(incident.reports)
        evidence = Evidence(
            claims=claims,
            reports={name: self._view.report(name) for name in incident.reports},
            copies=tuple(copy for name in incident.reports for copy in self._copies[name] if copy.right in inside),
        )
        return lay(incident, evidence, independence((incident.id,), evidence, counted(), mouths()))
