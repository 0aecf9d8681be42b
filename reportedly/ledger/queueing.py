"""A view of a ledger in, what is open to decide out, what would change the tables most first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.incidents.building import build
from reportedly.incidents.questions import barely_linked, doubtful_figures, nearly_linked
from reportedly.incidents.reviewing import reviewed
from reportedly.ledger.ruled import Rulings, rulings
from reportedly.lexicon.estimating import counted
from reportedly.lexicon.linking import families
from reportedly.lexicon.mouths import mouths
from reportedly.model.claim import Claim
from reportedly.model.incident import Copy, Incident
from reportedly.model.question import Question
from reportedly.store import View


def questions(view: View) -> tuple[Question, ...]:
    """All open questions."""
    decided = rulings(view)
    judged = frozenset(frozenset((j.left, j.right)) for j in decided.judgements)
    copies = _copies(view)
    found = list(nearly_linked(view.incidents(), judged, families()))
    for incident in view.incidents():
        if len(incident.claims) > 1:
            found += [one for one in _of(incident, view, decided, copies) if frozenset(one.ids) not in judged]
    return tuple(sorted(found, key=lambda one: (tuple(-n for n in one.weight), one.doubt, one.ids)))


def _of(incident: Incident, view: View, decided: Rulings, copies: Mapping[str, Sequence[Copy]]) -> list[Question]:
    """What is open about one incident."""
    bundle = next(view.bundled([incident.claims]))  # leaves out what was read anew since the last link
    claims = {claim.id: claim for claim in reviewed(bundle.claims(), tuple(decided.reviews.values()))}
    reports = {report.id: report for report in bundle.reports()}

    def again(some: Sequence[Claim]) -> Incident:
        return build(some, reports, copies, counted(), mouths=mouths(), kin=families())

    found = list(doubtful_figures(incident, claims, decided.reviews.keys(), again))
    if len(incident.reports) > 1:
        seen = {(c.left, c.right): c for name in claims for c in view.comparisons(name)}
        found += barely_linked(incident, claims, (seen[pair] for pair in sorted(seen)), again)
    return found


def _copies(view: View) -> Mapping[str, Sequence[Copy]]:
    found: dict[str, list[Copy]] = {}
    for copy in view.copies():
        found.setdefault(copy.left, []).append(copy)
    return found
