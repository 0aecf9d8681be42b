"""A ledger's view and an incident in, its sheet out."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.incidents.independence import Evidence, independence
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger.tying import tied
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.mouths import mouths
from reportedly.model.incident import Copy, Incident
from reportedly.model.review import Review
from reportedly.model.sheet import Sheet
from reportedly.sheets.laying import lay
from reportedly.store import View


def sheet_of(view: View, incident: Incident, copies: Sequence[Copy], reviews: Sequence[Review]) -> Sheet:
    """The sheet of an incident, from its claims as people left them. ``copies`` are pairs of any reports."""
    told = tied((view.claim(claim) for claim in incident.claims), incident.denials)
    claims = {claim.id: claim for claim in reviewed(told, reviews)}
    inside = frozenset(incident.reports)
    evidence = Evidence(
        claims=claims,
        reports={name: view.report(name) for name in incident.reports},
        copies=tuple(copy for copy in copies if copy.left in inside and copy.right in inside),
    )
    return lay(incident, evidence, independence((incident.id,), evidence, counted(), mouths()))
